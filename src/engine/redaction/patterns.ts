import type { RemovedKind } from '../../contract/redaction.ts';
import { foldsOf, type Hit, hitOf, type Needle } from '../leaks/index.ts';

/** What a kind of string looks like in folded text, and what stands in its place. */
interface Shape {
  readonly what: RemovedKind;
  readonly shown: string;
  readonly pattern: RegExp;
  /** The part of it that identifies, for a key. */
  readonly key: (match: string) => string;
}

const plainKey = (match: string): string => match.toLowerCase().replace(/\s+/g, ' ').trim();
const figuresOf = (match: string): string => match.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');

const STREETS =
  'Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Court|Ct|Place|Pl|Boulevard|Blvd|Terrace|Ter|Circle|Cir|Way|Highway|Hwy|Parkway|Pkwy|Turnpike|Tpke|Trail|Trl';
const MONTH_DAY =
  '(?:\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|\\p{Lu}\\p{Ll}+\\.?\\s\\d{1,2},?\\s\\d{4}|\\d{1,2}\\s\\p{Lu}\\p{Ll}+\\s\\d{4})';

const SHAPES: readonly Shape[] = [
  {
    what: 'email',
    shown: '[e-mail address]',
    pattern:
      /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+(?:@|\s?[([]at[)\]]\s?)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/giu,
    key: plainKey,
  },
  {
    // North American numbers (area and exchange begin with 2–9), in whatever spelling; figures alone too.
    what: 'phone',
    shown: '[telephone number]',
    pattern:
      /(?<![\p{L}\p{N}.#/-])(?:\+?1[\s.-]{0,2})?\(?[2-9]\d{2}\)?[\s./-]{0,3}[2-9]\d{2}[\s.-]{0,2}\d{4}(?![\p{L}\p{N}/]|[.-]\d)/giu,
    key: figuresOf,
  },
  {
    what: 'phone',
    shown: '[telephone number]',
    pattern: /(?<![\p{L}\p{N}.#/-])\+[2-9]\d{0,2}(?:[\s.-]?\d{2,4}){3,4}(?![\p{L}\p{N}/]|[.-]\d)/giu,
    key: figuresOf,
  },
  {
    what: 'social-security-number',
    shown: '[Social Security number]',
    pattern: /(?<![\p{L}\p{N}-])\d{3}-\d{2}-\d{4}(?![\p{L}\p{N}-])/giu,
    key: plainKey,
  },
  {
    what: 'street-address',
    shown: '[address]',
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])\\d{1,5}[A-Z]?\\s(?:(?:\\p{Lu}[\\p{L}'.-]*|\\d+(?:st|nd|rd|th))\\s){1,4}(?:${STREETS})(?!\\p{L})\\.?(?:,?\\s(?:Apt|Apartment|Unit|Suite|Floor|#)\\.?\\s?[\\p{L}\\p{N}-]+)?(?:,?\\s(?:\\p{Lu}\\p{L}+\\s?){1,3},?\\s(?:CT|Conn\\.?|Connecticut|NY|MA|RI|NJ)(?:\\s\\d{5}(?:-\\d{4})?)?)?`,
      'gu',
    ),
    key: plainKey,
  },
  {
    what: 'street-address',
    shown: '[address]',
    pattern: /(?<!\p{L})P\.?\s?O\.?\sBox\s\d+(?:,?\s(?:\p{Lu}\p{L}+\s?){1,3},?\s[A-Z]{2}(?:\s\d{5})?)?/gu,
    key: plainKey,
  },
  {
    what: 'birth-date',
    shown: '[date of birth]',
    pattern: new RegExp(
      `(?<!\\p{L})(?:DOB|D\\.O\\.B\\.|[Dd]ate of birth|[Bb]irth\\s?date|[Bb]orn(?: on)?|[Bb]irthday(?: is)?)\\s?:?\\s?${MONTH_DAY}`,
      'gu',
    ),
    key: plainKey,
  },
  {
    what: 'student-number',
    shown: '[student number]',
    pattern:
      /(?<!\p{L})(?:student\s(?:id|number|no\.?)|sasid|school\sid|lunch\s(?:number|pin))\s?[:#]?\s?\d{4,12}(?!\d)/giu,
    key: plainKey,
  },
  {
    what: 'handle',
    shown: '[account]',
    pattern: /(?<![\p{L}\p{N}_@./])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.]{0,28}[\p{L}\p{N}_])(?![\p{L}\p{N}_@])/giu,
    key: plainKey,
  },
];

export const shownFor: ReadonlyMap<RemovedKind, string> = new Map(SHAPES.map(({ what, shown }) => [what, shown]));

/** Strings that look like a way to reach or to identify somebody, of the kinds that are asked for. */
export function patternHits(text: string, wanted: ReadonlySet<RemovedKind>): readonly Hit[] {
  const shapes = SHAPES.filter(({ what }) => wanted.has(what));
  if (shapes.length === 0) return [];
  const hits: Hit[] = [];
  for (const folded of foldsOf(text)) {
    for (const { what, shown, pattern, key } of shapes) {
      for (const match of folded.plain.matchAll(pattern)) {
        const hit = hitOf(folded, match.index, match[0].length, needleOf(what, shown, match[0], key(match[0])));
        if (hit !== null) hits.push(hit);
      }
    }
  }
  return hits;
}

/** A string that was found once is taken out wherever else it stands; a number in whatever spelling. */
function needleOf(what: RemovedKind, shown: string, words: string, key: string): Needle {
  const source = what === 'phone' ? phonePattern(key).join('|') : literalPattern(words);
  const pattern = new RegExp(source, 'giu');
  return { key: `${what}:${key}`, what, words, shown, pattern, proof: pattern };
}

/** Words as they stand, blanks of any width, not within other words. */
export function literalPattern(words: string): string {
  const body = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('\\s*');
  const [first = '', last = ''] = [words.trim().charAt(0), words.trim().slice(-1)];
  const letter = /[\p{L}\p{N}]/u;
  return `${letter.test(first) ? '(?<![\\p{L}\\p{N}])' : ''}${body}${letter.test(last) ? "(?:'?s)?(?![\\p{L}\\p{N}])" : ''}`;
}

/** A telephone number in whatever spelling, with and without its area. */
export function phonePattern(figures: string): readonly string[] {
  const national = figures.replace(/^1(?=\d{10}$)/, '');
  const apart = (digits: string): string => [...digits].join('[\\s().·/-]{0,3}');
  const whole = `(?<!\\d)(?:\\+?\\s?1[\\s.-]{0,2})?\\(?${apart(national)}(?!\\d)`;
  if (national.length !== 10) return [whole];
  return [whole, `(?<![\\d.-])${apart(national.slice(3))}(?!\\d)`];
}
