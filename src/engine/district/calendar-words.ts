import type { CalendarMark } from '../../contract/school-calendar.ts';

const HOLIDAY =
  /labor day|indigenous|columbus day|veterans|thanksgiving day|christmas day|new year.s day|martin luther|\bmlk\b|lincoln|presidents|washington|good friday|memorial day|juneteenth|independence day/;

/** First rule that fits decides; the words are lower case. The person who imports sees and changes every choice. */
const RULES: readonly (readonly [RegExp, readonly CalendarMark[]])[] = [
  [
    /early (dismissal|release)|half.?day|shortened day|delayed|open house|conference|graduation|report cards/,
    ['ignore'],
  ],
  [/snow|emergency clos|weather clos|inclement/, ['snow-day']],
  [
    /(first|1st) (student )?day.*(teacher|staff)|(teacher|staff)s?.*(first|1st) day|teachers (return|report)/,
    ['first-teacher-day'],
  ],
  [/last day.*(teacher|staff)|(teacher|staff)s?.*last day/, ['last-teacher-day']],
  [/(first|1st) (student )?day|students (return|begin|start)|school (opens|begins|starts)/, ['first-student-day']],
  [/last (student )?day|school (closes|ends)/, ['last-student-day']],
  [
    /professional (development|learning)|\bpd\b|staff (only|development)|in-?service|teacher work ?day|convocation|no (school|classes) for students|no students/,
    ['no-school', 'staff-only'],
  ],
  [/recess|break|vacation/, ['no-school']],
  [HOLIDAY, ['no-school', 'legal-holiday']],
  [
    /no school|schools? closed|\bclosed\b|holiday|rosh hashanah|yom kippur|diwali|\beid\b|election day|thanksgiving|christmas|new year/,
    ['no-school'],
  ],
];

/** What an entry of a school calendar probably is, by its words. */
export function marksOf(words: string): CalendarMark[] {
  const plain = words.toLowerCase().replaceAll('’', "'");
  return [...(RULES.find(([pattern]) => pattern.test(plain))?.[1] ?? ['ignore' as const])];
}
