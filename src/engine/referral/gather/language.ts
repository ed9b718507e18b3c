import { eld } from 'eld/small';

/** Shorter words are guessed wrongly too often. */
const SHORTEST = 24;

/** The language of words as BCP 47, so that a screen reader speaks them rightly; null where it is not plain. */
export function languageOf(text: string): string | null {
  if (/\p{Script=Arabic}{3}/u.test(text)) return 'ar';
  if (text.length < SHORTEST) return null;
  const guess = eld.detect(text);
  return guess.isReliable() && /^[a-z]{2}$/.test(guess.language) ? guess.language : null;
}
