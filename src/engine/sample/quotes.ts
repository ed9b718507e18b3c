import type { ItemDraft } from '../../contract/item.ts';
import type { Passage } from '../../contract/mapping.ts';

/**
 * Finds a quotation in an item: letter for letter first, then without regard to case, spaces and punctuation, as machine
 * reading of a picture makes necessary. @returns null where the words do not stand there
 */
export function findPassage(item: ItemDraft, quote: string): Passage | null {
  const exact = item.text.indexOf(quote);
  if (exact >= 0) return { kind: 'words', start: exact, end: exact + quote.length, text: quote };
  const { letters, places } = bareLetters(item.text);
  const wanted = bareLetters(quote).letters;
  const at = wanted === '' ? -1 : letters.indexOf(wanted);
  const start = places[at];
  const last = places[at + wanted.length - 1];
  if (at < 0 || start === undefined || last === undefined) return null;
  return { kind: 'words', start, end: last + 1, text: item.text.slice(start, last + 1) };
}

/** The whole picture, for words that only a person can read in it. */
export function wholePicture(quote: string): Passage {
  return { kind: 'box', page: 1, box: { x: 0, y: 0, width: 1, height: 1 }, text: quote };
}

function bareLetters(text: string): { letters: string; places: readonly number[] } {
  let letters = '';
  const places: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const letter = text.charAt(index);
    if (!/[\p{L}\p{N}]/u.test(letter)) continue;
    letters += letter.toLowerCase();
    places.push(index);
  }
  return { letters, places };
}
