import type { ItemRow } from '../../../../contract/item-view.ts';
import type { Transcript } from '../../../../contract/not-read.ts';

/** Words that are said from one moment of a recording to another, in seconds. */
export interface Cue {
  readonly from: number;
  readonly until: number;
  readonly words: string;
}

/** A moment between two: where one ends as the next begins, Chromium shows both. */
const BETWEEN = 0.05;
/** Words without an end of their own stand no longer than this. */
const LONGEST = 7;

/** `caption 3, at 00:01:02.500` as `00:01:02`. */
export function clockOf({ locator }: Pick<ItemRow, 'locator'>): string {
  return /at ((?:\d+:)?\d+:\d+)/.exec(locator)?.[1] ?? '';
}

/** The moment at which a caption begins, in seconds. */
export function secondsOf({ locator }: Pick<ItemRow, 'locator'>): number {
  const found = /at ((?:\d+:)?\d+:\d+(?:\.\d+)?)/.exec(locator)?.[1] ?? '';
  return found.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** Captions of a file, each until the next one begins. */
export function cuesOfCaptions(rows: readonly Pick<ItemRow, 'locator' | 'author' | 'snippet'>[]): readonly Cue[] {
  return ended(rows.map((row) => ({ from: secondsOf(row), words: said(row.author, row.snippet) })));
}

/** Lines of a transcript that have a time. */
export function cuesOfTranscript(lines: Transcript['lines']): readonly Cue[] {
  return ended(
    lines.flatMap(({ at, until, speaker, words }) =>
      at === null ? [] : [{ from: at, ends: until, words: said(speaker, words) }],
    ),
  );
}

function said(who: string | null, words: string): string {
  return who === null ? words : `${who}: ${words}`;
}

interface Line {
  readonly from: number;
  /** Where it is known; else it ends as the next one begins. */
  readonly ends?: number | null;
  readonly words: string;
}

function ended(lines: readonly Line[]): readonly Cue[] {
  const sorted = lines.toSorted((a, b) => a.from - b.from);
  return sorted.map(({ from, ends, words }, at) => {
    const next = (sorted[at + 1]?.from ?? Number.POSITIVE_INFINITY) - BETWEEN;
    return { from, words, until: Math.max(from + 0.1, ends ?? Math.min(next, from + LONGEST)) };
  });
}
