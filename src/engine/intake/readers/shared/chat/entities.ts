import { lookUp } from '../look-up.ts';

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

function letterOf(reference: string): string | null {
  const figures = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(reference);
  if (figures === null) return lookUp(named, reference.toLowerCase()) ?? null;
  const code = figures[1] === undefined ? Number(figures[2]) : Number.parseInt(figures[1], 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

/**
 * Puts letters for the references to them (`&amp;`, `&#39;`); unknown ones stay as they are and nothing is looked up. Two
 * references that together are one letter beyond U+FFFF (`&#55357;&#56832;`) become that letter.
 */
export function withoutReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x?[0-9a-f]{1,7}|[a-z]{2,6});/gi, (whole, reference: string) => letterOf(reference) ?? whole);
}
