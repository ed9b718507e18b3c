import type { RemovedKind } from '../../contract/redaction.ts';
import { type Folded, fold } from './fold.ts';

/** A string, or many spellings of one, that is looked for in folded text. */
export interface Needle {
  /** Groups the needles of one person or one decision. */
  readonly key: string;
  readonly what: RemovedKind;
  /** Whom or what it stands for, as the case has it; never printed. */
  readonly words: string;
  /** What stands in its place, in square brackets. */
  readonly shown: string;
  readonly pattern: RegExp;
  /** What must not be found in a produced file; narrower than the pattern where a name is also an ordinary word. */
  readonly proof: RegExp;
}

/** A stretch of a text that a needle stands on. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly needle: Needle;
}

/** Where needles stand in a text, earlier and longer ones first, none over another. */
export function hitsIn(text: string, needles: readonly Needle[], first: readonly Hit[] = []): readonly Hit[] {
  const folds = foldsOf(text);
  const all = [...first];
  for (const folded of folds) {
    for (const needle of needles) {
      for (const match of folded.plain.matchAll(needle.pattern)) {
        const hit = hitOf(folded, match.index, match[0].length, needle);
        if (hit !== null) all.push(hit);
      }
    }
  }
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Hit[] = [];
  for (const hit of all) if (hit.start >= (kept.at(-1)?.end ?? 0)) kept.push(hit);
  return kept;
}

/** The text as it stands and, where words are divided at lines' ends, put together as well. */
export function foldsOf(text: string): readonly Folded[] {
  const plain = fold(text, false);
  if (!/[-\u2010\u2011]\s*\n/u.test(text)) return [plain];
  return [fold(text, true), plain];
}

export function hitOf(folded: Folded, index: number, length: number, needle: Needle): Hit | null {
  const start = folded.starts[index];
  const end = folded.ends[index + length - 1];
  return start === undefined || end === undefined ? null : { start, end, needle };
}

export function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
