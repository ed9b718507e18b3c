import { readMarkers } from './markers.ts';

/** One printed line of the text as it was read. */
export interface Line {
  /** Offsets into the text as it was read; blank space at both ends stays outside. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** 1-based; 1 throughout where the format has no pages. */
  readonly page: number;
  /** A blank line, or a new page, stands before it. */
  readonly apart: boolean;
  /** A running head, a running foot or a page number: printed on the page, no words of the policy. */
  readonly running: boolean;
}

/** Where the pages of the text begin, as offsets; a text without pages has the one offset 0. */
export type PageStarts = readonly number[];

const PAGE_NUMBER =
  /^(?:[-–—•|[(]\s*)?(?:page|pg\.?|p\.)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/)\s*\d{1,4})?(?:\s*[-–—•|\])])?$/i;
const PAGE_NUMBER_IN_WORDS = /^(?:page|pg\.?)\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?$/i;

/** So many lines at the top and at the bottom of a page may be printed on every page. */
const EDGE = 3;

/**
 * The lines of a text that are not blank, with those marked that only the page prints.
 * @param gaps offsets of lines before which the page leaves more space than between the lines of a paragraph
 */
export function linesOf(text: string, pageStarts: PageStarts, gaps: readonly number[] = []): readonly Line[] {
  const wide = new Set(gaps);
  const lines: Line[] = [];
  let at = 0;
  let blank = true;
  let page = 1;
  for (const raw of text.split(/\n|\f/)) {
    const words = raw.trim();
    const start = at + (raw.length - raw.trimStart().length);
    const before = page;
    while (page < pageStarts.length && (pageStarts[page] ?? Number.POSITIVE_INFINITY) <= start) page += 1;
    if (words === '') blank = true;
    else {
      const apart = blank || page !== before || lines.length === 0 || wide.has(start);
      lines.push({ start, end: start + words.length, text: words, page, apart, running: false });
      blank = false;
    }
    at += raw.length + 1;
  }
  return markRunning(lines);
}

/** Where form feeds begin new pages, for texts whose format has none of its own. */
export function formFeedPages(text: string): PageStarts {
  const starts = [0];
  for (let at = text.indexOf('\f'); at >= 0; at = text.indexOf('\f', at + 1)) starts.push(at + 1);
  return starts;
}

function markRunning(lines: readonly Line[]): readonly Line[] {
  const pages = new Map<number, Line[]>();
  for (const line of lines) pages.set(line.page, [...(pages.get(line.page) ?? []), line]);
  if (pages.size < 2) return lines.map((line) => ({ ...line, running: PAGE_NUMBER_IN_WORDS.test(line.text) }));
  const edges = new Set<Line>();
  const seen = new Map<string, Set<number>>();
  for (const [page, own] of pages) {
    for (const line of [...own.slice(0, EDGE), ...own.slice(-EDGE)]) {
      edges.add(line);
      const key = shapeOf(line.text);
      seen.set(key, (seen.get(key) ?? new Set()).add(page));
    }
  }
  // A line on half of the pages is printed by the page; on two pages of three it needs to stand on two.
  const enough = Math.max(2, Math.ceil(pages.size / 2));
  return lines.map((line) => {
    const often = (seen.get(shapeOf(line.text))?.size ?? 0) >= enough && !isItem(line.text);
    return { ...line, running: edges.has(line) && (often || PAGE_NUMBER.test(line.text)) };
  });
}

/** Page numbers and dates change from page to page; the rest of a running line does not. */
function shapeOf(text: string): string {
  return text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ');
}

/** “1. Shall not …” on every page is a list that begins anew, not a running head. */
function isItem(text: string): boolean {
  return text.length > 40 && readMarkers(text).length > 0;
}
