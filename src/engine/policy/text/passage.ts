import type { SuggestSpan } from '../../../contract/suggest.ts';
import { type Folded, fold, originalRange } from './fold.ts';

export type FieldName = SuggestSpan['field'] | 'notes' | 'thread';

export interface Sentence {
  /** Range in the folded words, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** One text of an item or of its surroundings, folded and cut into sentences. */
export interface TextField {
  readonly name: FieldName;
  readonly original: string;
  readonly folded: Folded;
  readonly sentences: readonly Sentence[];
}

/** A match in a field: ranges are in the folded words. */
export interface Hit {
  readonly field: TextField;
  readonly sentence: Sentence;
  readonly sentenceIndex: number;
  readonly start: number;
  readonly end: number;
}

export function readField(name: FieldName, original: string): TextField {
  const folded = fold(original);
  return { name, original, folded, sentences: cutSentences(folded.words) };
}

const abbreviation = /(?:\b(?:mr|mrs|ms|dr|st|vs|jr|sr|sra|srta|prof|dept|no|approx|etc)|\b[a-z])\.$/;

/** Longer runs without a full stop are cut between words, so that the work on a hit stays bounded (code units). */
const longestSentence = 600;

function cutSentences(words: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const push = (end: number): void => {
    const text = words.slice(start, end);
    if (text.trim() !== '') sentences.push({ start, end, words: text });
    start = end;
  };
  const take = (end: number): void => {
    while (end - start > longestSentence) {
      const space = words.lastIndexOf(' ', start + longestSentence);
      push(space > start ? space + 1 : start + longestSentence);
    }
    push(end);
  };
  for (const match of words.matchAll(/[.!?…]+["')\]]*(?=\s|$)|\n+/g)) {
    const end = match.index + match[0].length;
    if (match[0] === '.' && abbreviation.test(words.slice(Math.max(start, end - 8), end))) continue;
    take(end);
  }
  take(words.length);
  return sentences;
}

/** More matches of one pattern in one text tell nothing new. */
const mostHits = 60;

/** The matches of a pattern, sentence by sentence, at most 60. The pattern needs the `g` flag and must not match the empty string. */
export function findIn(field: TextField, pattern: RegExp): readonly Hit[] {
  const hits: Hit[] = [];
  // One pass over the whole text first: most items match nothing.
  if (field.folded.words.search(pattern) === -1) return hits;
  for (const [sentenceIndex, sentence] of field.sentences.entries()) {
    for (const match of sentence.words.matchAll(pattern)) {
      const start = sentence.start + match.index;
      hits.push({ field, sentence, sentenceIndex, start, end: start + match[0].length });
      if (hits.length === mostHits) return hits;
    }
  }
  return hits;
}

/** A range of the folded words as it stands in the original. */
export function originalOf(field: TextField, start: number, end: number): string {
  const range = originalRange(field.folded, start, end);
  return field.original.slice(range.start, range.end);
}

/** The matched words as they stand in the original. */
export function wordsOf(hit: Hit): string {
  return originalOf(hit.field, hit.start, hit.end);
}

/** The whole sentence of a hit as it stands in the original, trimmed. */
export function sentenceOf(hit: Hit): string {
  const range = originalRange(hit.field.folded, hit.sentence.start, hit.sentence.end);
  return hit.field.original.slice(range.start, range.end).trim();
}

/** The span of a hit in the item; null for words that stand in the notes or the thread. */
export function spanOf(hit: Hit): SuggestSpan | null {
  const { name } = hit.field;
  if (name === 'notes' || name === 'thread') return null;
  const range = originalRange(hit.field.folded, hit.start, hit.end);
  return { field: name, start: range.start, end: range.end, text: hit.field.original.slice(range.start, range.end) };
}

/** The spans of several hits in the item, in reading order, each once and never overlapping. */
export function spansOf(hits: readonly Hit[]): readonly SuggestSpan[] {
  const spans = hits.map(spanOf).filter((span) => span !== null);
  spans.sort((a, b) => compareText(a.field, b.field) || a.start - b.start || b.end - a.end);
  const kept: SuggestSpan[] = [];
  for (const span of spans) {
    const last = kept.at(-1);
    if (last !== undefined && last.field === span.field && span.start < last.end) continue;
    kept.push(span);
  }
  return kept;
}

/** What stands in the same sentence before the hit, folded. */
export function before(hit: Hit): string {
  return hit.field.folded.words.slice(hit.sentence.start, hit.start);
}

/** What stands in the same sentence after the hit, folded. */
export function after(hit: Hit): string {
  return hit.field.folded.words.slice(hit.end, hit.sentence.end);
}

/** Quotes words of the evidence inside a sentence, shortened at a word's end. */
export function quote(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= 80) return `“${line}”`;
  const cut = line.slice(0, 78);
  return `“${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40))} …”`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The sentence that a position of the folded words lies in; null between sentences. */
export function sentenceAt(
  field: TextField,
  position: number,
): { readonly sentence: Sentence; readonly index: number } | null {
  let low = 0;
  let high = field.sentences.length - 1;
  while (low <= high) {
    const index = (low + high) >> 1;
    const sentence = field.sentences[index];
    if (sentence === undefined) return null;
    if (position < sentence.start) high = index - 1;
    else if (position >= sentence.end) low = index + 1;
    else return { sentence, index };
  }
  return null;
}

/** The first position in the folded words whose source lies at or behind a position of the original. */
export function foldedPosition(field: TextField, original: number): number {
  const { starts } = field.folded;
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < original) low = middle + 1;
    else high = middle;
  }
  return low;
}
