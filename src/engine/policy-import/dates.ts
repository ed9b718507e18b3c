/** What a policy says of its own dates, as exactly as it prints them (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`). */
export interface PolicyDates {
  readonly adopted: string | null;
  readonly revised: readonly string[];
  readonly reviewed: readonly string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const DATE = new RegExp(
  `\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})|\\d{1,2}[/-]\\d{4}|${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{1,2}\\s+${MONTH}\\s+\\d{4}|${MONTH},?\\s+\\d{4}|\\b(?:19|20)\\d{2}\\b`,
  'gi',
);
const LABEL =
  /\b(re-?adopted|adopted|adoption|enacted|approved|issued|effective|revised|revision|amended|amendment|updated|reviewed|review|first reading|second reading)\b/gi;
const LINE =
  /^(?:(?:board|policy|date|dates|original|originally|last|next|legal)\s+)*(?:re-?adopted|adopted|adoption|enacted|approved|issued|effective|revised|revisions?|amended|updated|reviewed|review|first reading|second reading|policy (?:adopted|enacted|revised))\b[^.]{0,90}$/i;

/** True for a line that tells when the policy was adopted, revised or reviewed, and nothing else. */
export function isDateLine(words: string): boolean {
  const dates = words.match(DATE);
  if (dates === null || !LINE.test(words)) return false;
  return (
    words
      .replace(DATE, '')
      .replace(LABEL, '')
      .split(/\s+/)
      .filter((word) => /\p{L}{2}/u.test(word)).length <= 6
  );
}

/** Reads the dates out of the lines that tell them. */
export function datesIn(lines: readonly string[]): PolicyDates {
  const adopted: string[] = [];
  const revised: string[] = [];
  const reviewed: string[] = [];
  for (const line of lines) {
    const labels = [...line.matchAll(LABEL)];
    for (const found of line.matchAll(DATE)) {
      const date = partialDate(found[0]);
      const label = labels.findLast(({ index }) => index < found.index)?.[0]?.toLowerCase() ?? '';
      if (date === null) continue;
      if (/^(?:revis|amend|updat|re-?adopt)/.test(label)) revised.push(date);
      else if (/^(?:review|first|second)/.test(label)) reviewed.push(date);
      else adopted.push(date);
    }
  }
  return { adopted: adopted.sort()[0] ?? null, revised: sortedOnce(revised), reviewed: sortedOnce(reviewed) };
}

function sortedOnce(dates: readonly string[]): readonly string[] {
  return [...new Set(dates)].sort();
}

/** `2013-09-03` from `9/3/13`: month first, as in the United States; null where the day does not exist. */
function partialDate(written: string): string | null {
  const text = written.trim().toLowerCase();
  if (/^\d{4}$/.test(text)) return text;
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (iso !== null) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/.exec(text);
  if (slashed !== null) return dayOf(fullYear(slashed[3] ?? ''), Number(slashed[1]), Number(slashed[2]));
  const month = /^(\d{1,2})[/-](\d{4})$/.exec(text);
  if (month !== null) return monthOf(Number(month[2]), Number(month[1]));
  const year = Number(/\d{4}$/.exec(text)?.[0]);
  const name = MONTHS.findIndex((short) => new RegExp(`\\b${short}`).test(text)) + 1;
  if (name === 0) return null;
  const day = /\b(\d{1,2})(?:st|nd|rd|th)?\b(?!\d)/.exec(text.replace(/\d{4}$/, ''))?.[1];
  return day === undefined ? monthOf(year, name) : dayOf(year, name, Number(day));
}

/** Two digits are of this century: school policies on social media are not older. */
function fullYear(year: string): number {
  if (year.length === 4) return Number(year);
  return Number(year) < 70 ? 2000 + Number(year) : 1900 + Number(year);
}

function monthOf(year: number, month: number): string | null {
  return month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : null;
}

function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}
