import type { Line } from './lines.ts';
import { readMarkers } from './markers.ts';

/** A paragraph, heading or item: lines that belong together. */
export interface Block {
  /** Offsets into the reading text. */
  readonly start: number;
  readonly end: number;
  readonly page: number;
  readonly running: boolean;
}

/** The text that the pack quotes: every line of the text as it was read, with paragraphs put together. */
export interface ReadingText {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The reading text is the text as it was read, letter for letter. */
  readonly asReceived: boolean;
}

/** A line longer than this is a whole paragraph: nobody prints so wide. */
const FLOWED = 160;

/**
 * Puts printed lines together to paragraphs. Lines that only the page prints, in the middle of a paragraph, go after it.
 * Words never change: a break within a paragraph becomes a blank, and a hyphen at the end of a line keeps its break.
 */
export function readingTextOf(text: string, lines: readonly Line[]): ReadingText {
  const groups = groupsOf(lines);
  const untouched = groups.every(({ length }) => length === 1) && inOrder(groups);
  if (untouched) {
    const blocks = groups.flat().map(({ start, end, page, running }) => ({ start, end, page, running }));
    return { text, blocks, asReceived: true };
  }
  const blocks: Block[] = [];
  let whole = '';
  for (const group of groups) {
    const [first] = group;
    if (first === undefined) continue;
    if (whole !== '') whole += '\n\n';
    const words = joined(group);
    blocks.push({ start: whole.length, end: whole.length + words.length, page: first.page, running: first.running });
    whole += words;
  }
  return { text: `${whole}\n`, blocks, asReceived: false };
}

function inOrder(groups: readonly (readonly Line[])[]): boolean {
  const lines = groups.flat();
  return lines.every((line, index) => index === 0 || (lines[index - 1]?.end ?? 0) <= line.start);
}

function joined(group: readonly Line[]): string {
  let words = '';
  for (const line of group) {
    if (words !== '') words += /\p{L}-$/u.test(words) ? '\n' : ' ';
    words += line.text;
  }
  return words;
}

function groupsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const width = widthOf(lines);
  const groups: Line[][] = [];
  let open: Line[] | null = null;
  let held: Line[][] = [];
  let printedBetween = false;
  for (const line of lines) {
    if (line.running) {
      held.push([line]);
      printedBetween = true;
      continue;
    }
    const last = open?.at(-1);
    const goesOn = open !== null && last !== undefined && continues(last, line, width, printedBetween);
    printedBetween = false;
    if (open !== null && goesOn) {
      open.push(line);
      continue;
    }
    groups.push(...held);
    held = [];
    open = [line];
    groups.push(open);
  }
  return [...groups, ...held];
}

/** The width to which lines are filled: nine of ten are no longer. */
function widthOf(lines: readonly Line[]): number {
  const lengths = lines.filter(({ running }) => !running).map(({ text }) => text.length);
  lengths.sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.9)] ?? 0;
}

function continues(last: Line, line: Line, width: number, heldBetween: boolean): boolean {
  if (readMarkers(line.text).length > 0 && !isMidSentence(last, line)) return false;
  if (isMarkerAlone(last.text)) return true;
  const apart = line.apart || heldBetween;
  const ends = /[.;:!?][”")’\]]*$/.test(last.text);
  const runsOn = /^[\p{Ll}(“"\d]/u.test(line.text);
  if (last.text.length > FLOWED) return !ends && !apart && /^\p{Ll}/u.test(line.text);
  const full = last.text.length + (line.text.split(' ')[0]?.length ?? 0) >= width * 0.92;
  // A page ends in the middle of a sentence; what goes on may begin with a name.
  if (apart && last.page !== line.page) return !ends && (full || /^\p{Ll}/u.test(line.text));
  if (apart) return !ends && /^\p{Ll}/u.test(line.text) && (heldBetween || full);
  if (width > FLOWED) return !ends && /^\p{Ll}/u.test(line.text);
  if (full) return true;
  return !ends && runsOn && last.text.length > width * 0.5;
}

/** “… of section” / “4. of this policy”, “(a) relatives and” / “(b) an emergency”: a number that the sentence itself holds. */
function isMidSentence(last: Line, line: Line): boolean {
  const leadsOn = /\b(?:sections?|policy|title|article|and|or|to|of|nos?\.)$/i.test(last.text);
  return leadsOn && !line.apart && (/^\d/.test(line.text) || (/^\(/.test(line.text) && !/^\(/.test(last.text)));
}

/** Some PDF files print the number of an item on a line of its own. */
function isMarkerAlone(text: string): boolean {
  return /^(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{1,5})[.)]|[•◦▪●○■o])$/.test(text);
}
