import { lookUp } from './look-up.ts';

/** How a word beside a 12-hour clock turns its hour (0–12) into one of 24. */
type Half = 'morning' | 'afternoon' | 'noon' | 'none';

/** Words for the halves of the day in the languages phones write (Unicode CLDR, "dayPeriods"), folded by `foldHalf`. */
const halves: Readonly<Record<string, Half>> = {
  am: 'morning', // English, Spanish, Hindi and many more
  a: 'morning',
  vorm: 'morning', // German
  fm: 'morning', // Swedish
  fh: 'morning', // Icelandic
  ap: 'morning', // Finnish
  öö: 'morning', // Turkish
  de: 'morning', // Hungarian
  dop: 'morning', // Czech, Polish
  sa: 'morning', // Vietnamese
  pg: 'morning', // Malay
  πμ: 'morning', // Greek
  ص: 'morning', // Arabic
  قظ: 'morning', // Persian
  לפנהצ: 'morning', // Hebrew
  पूर्वाह्न: 'morning', // Hindi
  上午: 'morning',
  早上: 'morning',
  凌晨: 'morning',
  清晨: 'morning',
  午前: 'morning',
  오전: 'morning',
  pm: 'afternoon',
  p: 'afternoon',
  nachm: 'afternoon',
  em: 'afternoon',
  eh: 'afternoon',
  ip: 'afternoon',
  ös: 'afternoon',
  du: 'afternoon',
  odp: 'afternoon',
  ch: 'afternoon',
  ptg: 'afternoon',
  μμ: 'afternoon',
  م: 'afternoon',
  بظ: 'afternoon',
  אחהצ: 'afternoon',
  अपराह्न: 'afternoon',
  下午: 'afternoon',
  晚上: 'afternoon',
  午後: 'afternoon',
  오후: 'afternoon',
  中午: 'noon',
  uhr: 'none', // German: "21:41 Uhr" is a 24-hour clock
  h: 'none',
};

const foldHalf = (word: string): string => word.toLowerCase().replace(/[\s.״"'’\u200e\u200f]/g, '');

/**
 * Hour of 24 for a 12-hour clock and the word beside it; `known: false` where the word cannot be read, and the hour is
 * then the figure as it stands.
 */
export function hourOfDay(hour: number, word: string): { hour: number; known: boolean } {
  const half = lookUp(halves, foldHalf(word));
  if (half === undefined) return { hour, known: hour > 12 || hour === 0 };
  if (half === 'none' || hour > 12) return { hour, known: true };
  if (half === 'noon') return { hour: hour < 11 ? hour + 12 : hour, known: true };
  return { hour: (hour % 12) + (half === 'afternoon' ? 12 : 0), known: true };
}

/** Whether the word marks a half of the day in English letters, the clock of the United States among others. */
export const isLatinHalf = (word: string): boolean => /^(am|pm)$/.test(foldHalf(word));
