import type { Box, TextRegion } from '../../../../contract/item.ts';
import type { Passage } from '../../../../contract/mapping.ts';

/** Words recognised beside each other, as one line to be read and chosen. */
export interface PictureLine {
  readonly start: number;
  readonly end: number;
  readonly page: number;
  readonly box: Box;
  /** Mean of its words' confidence, fraction 0–1; null where no machine recognised them. */
  readonly confidence: number | null;
}

/** Puts recognised words together into lines: a line ends where the item's text has a line break, or the page changes. */
export function linesOf(text: string, regions: readonly TextRegion[]): readonly PictureLine[] {
  const lines: TextRegion[][] = [];
  for (const region of regions) {
    const line = lines.at(-1);
    const before = line?.at(-1);
    if (line === undefined || before === undefined || isBroken(text, before, region)) lines.push([region]);
    else line.push(region);
  }
  return lines.flatMap((words) => {
    const [first] = words;
    const last = words.at(-1);
    if (first === undefined || last === undefined) return [];
    return [{ start: first.start, end: last.end, page: first.page, box: around(words), confidence: meanOf(words) }];
  });
}

/** One box around words or lines of one page, with what they say. */
export function boxAround(text: string, parts: readonly (TextRegion | PictureLine)[]): Passage | null {
  const [first] = parts;
  if (first === undefined) return null;
  const same = parts.filter((part) => part.page === first.page);
  return { kind: 'box', page: first.page, box: around(same), text: wordsOf(text, same) };
}

/** What recognised words say: with a blank between those of one line, and a line break between lines. */
export function wordsOf(text: string, parts: readonly (TextRegion | PictureLine)[]): string {
  return parts
    .map((part, at) => {
      const before = parts[at - 1];
      const gap = before === undefined ? '' : isBroken(text, before, part) ? '\n' : ' ';
      return gap + text.slice(part.start, part.end);
    })
    .join('');
}

function isBroken(
  text: string,
  before: Pick<TextRegion, 'end' | 'page'>,
  next: Pick<TextRegion, 'start' | 'page'>,
): boolean {
  return before.page !== next.page || text.slice(before.end, next.start).includes('\n');
}

function around(parts: readonly { readonly box: Box }[]): Box {
  const x = Math.min(...parts.map(({ box }) => box.x));
  const y = Math.min(...parts.map(({ box }) => box.y));
  const right = Math.max(...parts.map(({ box }) => box.x + box.width));
  const bottom = Math.max(...parts.map(({ box }) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

function meanOf(words: readonly TextRegion[]): number | null {
  const known = words.flatMap(({ confidence }) => confidence ?? []);
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0) / known.length;
}
