import { type Mapping, type Passage, placeOf, type SuggestionView } from '../../../../contract/mapping.ts';

export type MarkKind = 'for' | 'against' | 'suggested' | 'chosen' | 'searched';

/** A run of an item's text to be shown marked; UTF-16 code units, end exclusive. */
export interface TextMark {
  readonly start: number;
  readonly end: number;
  readonly kind: MarkKind;
}

/** A stretch of text in which the same marks hold from its first to its last letter. */
export interface TextRun {
  readonly start: number;
  readonly text: string;
  readonly kinds: readonly MarkKind[];
}

/** Cuts a text where marks begin and end; marks may overlap. Joined, the runs are the text again. */
export function runsOf(text: string, marks: readonly TextMark[]): readonly TextRun[] {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of marks) {
    if (start >= end) continue;
    cuts.add(Math.min(Math.max(start, 0), text.length));
    cuts.add(Math.min(Math.max(end, 0), text.length));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, at) => {
    const end = sorted[at + 1] ?? text.length;
    const kinds = marks.filter((mark) => mark.start <= start && mark.end >= end && mark.start < mark.end);
    return { start, text: text.slice(start, end), kinds: [...new Set(kinds.map((mark) => mark.kind))] };
  });
}

/** Marks of links that stand, of open suggestions, of the words chosen now, and of the words searched for. */
export function marksOf(
  text: string,
  links: readonly Mapping[],
  suggestions: readonly SuggestionView[],
  chosen: Passage | null,
  searched: string | null,
): readonly TextMark[] {
  const linked = links
    .filter((link) => !link.withdrawn)
    .flatMap(({ passage, weighs }) => {
      // A correction may have moved the words, or taken them away.
      const place = placeOf(text, passage);
      return place === null ? [] : [{ ...place, kind: weighs }];
    });
  const suggested = suggestions
    .filter((one) => one.decision?.decision !== 'not-relevant')
    .flatMap((one) => one.spans.filter((span) => span.field === 'text' || span.field === 'imageText'))
    .filter((span) => text.slice(span.start, span.end) === span.text)
    .map((span) => ({ ...spanOf(span), kind: 'suggested' as const }));
  const now = chosen?.kind === 'words' ? [{ ...spanOf(chosen), kind: 'chosen' as const }] : [];
  return [...linked, ...suggested, ...now, ...searchedMarks(text, searched)];
}

/**
 * Finds a typed quotation: first letter by letter, then with capitals and blanks treated as equal.
 * @returns the passage with the item's own letters, or null where the words do not stand there
 */
export function findQuotation(text: string, typed: string): Passage | null {
  const words = typed.trim().replace(/^[“"„]|[”"]$/g, '');
  if (words === '') return null;
  const exact = text.indexOf(words);
  if (exact >= 0) return wordsPassage(text, exact, exact + words.length);
  const pattern = words
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['‘’]/g, "['‘’]"))
    .join('\\s+');
  const found = new RegExp(pattern, 'iu').exec(text);
  return found === null ? null : wordsPassage(text, found.index, found.index + found[0].length);
}

/** A passage of words without the blanks at its ends; null where nothing is left. */
export function wordsPassage(text: string, from: number, to: number): Passage | null {
  const raw = text.slice(from, to);
  const trimmed = raw.trim();
  if (trimmed === '') return null;
  const start = from + raw.indexOf(trimmed);
  return { kind: 'words', start, end: start + trimmed.length, text: trimmed };
}

/** Sentences of a text with their places, to be chosen from a list. */
export function sentencesOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });
  return [...segmenter.segment(text)]
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }))
    .filter(({ start, end }) => text.slice(start, end).trim() !== '');
}

function spanOf({ start, end }: { readonly start: number; readonly end: number }) {
  return { start, end };
}

function searchedMarks(text: string, searched: string | null): readonly TextMark[] {
  if (searched === null) return [];
  const plain = fold(text);
  if (plain.length !== text.length) return [];
  return searched
    .replace(/["“”*]/g, ' ')
    .split(/\s+/)
    .filter((word) => word.length > 1)
    .flatMap((word) => placesOf(plain, fold(word)));
}

function placesOf(text: string, word: string): readonly TextMark[] {
  const places: TextMark[] = [];
  for (let at = text.indexOf(word); at >= 0 && places.length < 500; at = text.indexOf(word, at + word.length)) {
    places.push({ start: at, end: at + word.length, kind: 'searched' });
  }
  return places;
}

/** Without capitals and diacritics, each letter still in its place. */
function fold(text: string): string {
  return [...text]
    .map((letter) => {
      const bare = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
      return bare.length === letter.length ? bare : letter;
    })
    .join('');
}
