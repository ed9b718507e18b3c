import { Temporal } from 'temporal-polyfill';

/** Formats of dates and times that have a number and no words of their own (ECMA-376, part 1, 18.8.30). */
const builtIn = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/** Whether a number format shows a date or a time: its signs outside quotation marks and brackets tell. */
export function showsDate(number: number, code: string | null): boolean {
  if (code === null) return builtIn.has(number);
  const bare = code
    .slice(0, 1000)
    .replace(/"[^"]*"|\\./g, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .split(';', 1)[0];
  return bare !== undefined && !/general/i.test(bare) && /[ymdhs]/i.test(bare);
}

const pad = (value: number): string => String(value).padStart(2, '0');

/**
 * A date of a spreadsheet (days since 1900 or 1904, no zone) as `YYYY-MM-DD HH:MM:SS`, the day alone where no time is
 * told, the time alone where no day is; null where the figure is no date.
 */
export function serialDate(serial: number, from1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return null;
  const seconds = Math.round(serial * 86_400);
  const day = Math.floor(seconds / 86_400);
  const left = seconds - day * 86_400;
  const time = `${pad(Math.floor(left / 3600))}:${pad(Math.floor(left / 60) % 60)}:${pad(left % 60)}`;
  if (day === 0 && !from1904) return time;
  // The 1900 count has a 29 February that never was: days before it stand one further from its beginning.
  const base = from1904 ? '1904-01-01' : day < 60 ? '1899-12-31' : '1899-12-30';
  const date = Temporal.PlainDate.from(base).add({ days: day }).toString();
  return left === 0 ? date : `${date} ${time}`;
}
