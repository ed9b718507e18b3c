import type { CorrectedLine, WordCorrection } from '../../../../contract/correction.ts';
import type { Box } from '../../../../contract/item.ts';
import type { ItemView } from '../../../../contract/item-view.ts';
import { linesOf, type PictureLine } from './picture-lines.ts';

/** A line of the item that a person may correct: its place in the text as the machine read it, and what stands there now. */
export interface CorrectableLine {
  readonly place: Omit<CorrectedLine, 'words'>;
  readonly was: string;
  readonly now: string;
  readonly correction: WordCorrection | null;
}

/** The line as read under a line as it stands now; null where neither a machine nor a person gave it a place. */
export function correctable(
  view: ItemView,
  standing: readonly WordCorrection[],
  line: PictureLine,
): CorrectableLine | null {
  const base = view.asRead ?? view.item;
  const now = view.item.text.slice(line.start, line.end);
  const correction = standing.find((one) => one.words === now && one.page === line.page) ?? null;
  if (correction !== null) {
    const { start, end, page, box, was } = correction;
    return { place: { start, end, page, box }, was, now, correction };
  }
  const read = linesOf(base.text, base.regions).find((one) => one.page === line.page && sameBox(one.box, line.box));
  if (read === undefined) return null;
  const was = base.text.slice(read.start, read.end);
  return { place: { start: read.start, end: read.end, page: read.page, box: null }, was, now: was, correction: null };
}

/** Where a line that the machine did not see belongs in the words that it read: before the first line that stands lower. */
export function placeFor(view: ItemView, box: Box, page: number): Omit<CorrectedLine, 'words'> {
  const base = view.asRead ?? view.item;
  const middle = box.y + box.height / 2;
  const lower = linesOf(base.text, base.regions).find(
    (line) => line.page > page || (line.page === page && line.box.y + line.box.height / 2 > middle),
  );
  const at = lower?.start ?? base.text.length;
  return { start: at, end: at, page, box };
}

function sameBox(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
