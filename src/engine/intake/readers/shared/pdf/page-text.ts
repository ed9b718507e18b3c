import type { Box, TextRegion } from '../../../../../contract/item.ts';

/** A run of letters as the PDF library tells it, in the page's own units, origin at the bottom left. */
export interface Run {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

/** Turns a point of the page's units into one of the page as it is shown (turned upright, origin at the top left). */
export type ToShown = (x: number, y: number) => readonly [number, number];

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

interface Line {
  text: string;
  box: Box | null;
}

const within = (value: number): number => Math.max(0, Math.min(1, value));

function boxOf(run: Run, toShown: ToShown, page: PageSize): Box | null {
  const [a = 1, b = 0, , , x = 0, y = 0] = run.transform;
  const length = Math.hypot(a, b);
  if (length === 0 || run.str.trim() === '') return null;
  // Along the writing and across it, so that turned text gets its box too; letters reach a fifth below their line.
  const [alongX, alongY] = [(a / length) * run.width, (b / length) * run.width];
  const [acrossX, acrossY] = [(-b / length) * run.height, (a / length) * run.height];
  const corners = [
    [x - acrossX * 0.2, y - acrossY * 0.2],
    [x + acrossX * 0.9, y + acrossY * 0.9],
    [x + alongX - acrossX * 0.2, y + alongY - acrossY * 0.2],
    [x + alongX + acrossX * 0.9, y + alongY + acrossY * 0.9],
  ].map(([cornerX = 0, cornerY = 0]) => toShown(cornerX, cornerY));
  const xs = corners.map(([shownX]) => within(shownX / page.width));
  const ys = corners.map(([, shownY]) => within(shownY / page.height));
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const box = { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
  // A page without an extent, or letters without a place: then the line stands nowhere.
  return Object.values(box).every(Number.isFinite) ? box : null;
}

function joined(first: Box | null, second: Box | null): Box | null {
  if (first === null || second === null) return first ?? second;
  const x = Math.min(first.x, second.x);
  const y = Math.min(first.y, second.y);
  const right = Math.max(first.x + first.width, second.x + second.width);
  const bottom = Math.max(first.y + first.height, second.y + second.height);
  return { x, y, width: right - x, height: bottom - y };
}

function linesOf(runs: readonly Run[], toShown: ToShown, page: PageSize): Line[] {
  const lines: Line[] = [];
  let open: Line = { text: '', box: null };
  const close = (): void => {
    lines.push({ text: open.text.trimEnd(), box: open.box });
    open = { text: '', box: null };
  };
  for (const run of runs) {
    open.text += run.str;
    open.box = joined(open.box, boxOf(run, toShown, page));
    if (run.hasEOL) close();
  }
  if (open.text !== '') close();
  return lines;
}

export interface PageText {
  readonly text: string;
  /** A region for each line; `start` and `end` count from the start of this page's text. */
  readonly regions: readonly TextRegion[];
}

/** Puts the runs of a page together to lines, with the place of each line on the page. */
export function pageText(runs: readonly Run[], number: number, toShown: ToShown, page: PageSize): PageText {
  let text = '';
  const regions: TextRegion[] = [];
  for (const line of linesOf(runs, toShown, page)) {
    if (text !== '') text += '\n';
    const start = text.length;
    text += line.text;
    if (line.box !== null && text.length > start) {
      regions.push({ start, end: text.length, page: number, box: line.box, confidence: null });
    }
  }
  return { text, regions };
}

/** Share (0–1) of letters that are no letters: a PDF that does not say which letter each of its signs is. */
export function meaningless(text: string): number {
  const letters = text.replace(/\s/g, '');
  if (letters.length === 0) return 0;
  const odd = letters.match(/\p{Co}|\p{Cc}|\ufffd/gu)?.length ?? 0;
  return odd / letters.length;
}
