export type MarkerStyle = 'decimal' | 'upper' | 'lower' | 'upper-roman' | 'lower-roman' | 'bullet' | 'section';

/** The number, letter or bullet that an item begins with. */
export interface Marker {
  /** Style with its punctuation, such as `decimal .`: items of one list share it. */
  readonly key: string;
  readonly style: MarkerStyle;
  /** As printed, without punctuation: `1.2`, `a`, `IV`; empty for a bullet. */
  readonly label: string;
  /** Its place in the list, from 1; 0 for a bullet. */
  readonly value: number;
  /** Components of a number such as 1.2.3; 1 for everything else. */
  readonly depth: number;
  /** Characters from the beginning of the block to its own words. */
  readonly length: number;
}

const BULLET = /^(?:[•◦▪▫‣●○■□◆◇⁃·*]|[-–—o](?=\s))\s*(?=\S)/;
const SECTION =
  /^(?:§+|section|sec\.|article|art\.|part)\s*(\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,7}|[A-Z])(?:[.:)]|\s*[-–—])?\s+(?=\S)/i;
const DECIMAL = /^(\(?)(\d{1,3}(?:\.\d{1,3}){0,4})([.)]\)?|(?=\s+[A-Z“"]))\s*(?=\S)/;
const LETTER = /^(\(?)([A-Za-z]|[ivxlc]{1,7}|[IVXLC]{1,7})([.)])\s*(?=\S)/;

/**
 * Every way in which the beginning of a block can be read as the marker of an item. `i.` is a letter and a Roman number;
 * which of them it is, the list decides.
 */
export function readMarkers(block: string): readonly Marker[] {
  const bullet = BULLET.exec(block);
  if (bullet !== null) return [marker('bullet', bullet[0].trim(), '', 0, bullet[0].length)];
  const section = SECTION.exec(block);
  if (section !== null) return sectionMarkers(section);
  const decimal = DECIMAL.exec(block);
  if (decimal !== null) return decimalMarkers(decimal, block);
  const letter = LETTER.exec(block);
  return letter === null ? [] : letterMarkers(letter, block);
}

/** `B General Guidelines`: a letter without its full stop, believed only where the list expects it. */
export function bareLetter(block: string): Marker | null {
  const found = /^([A-Z])\s+(?=[A-Z][a-z])/.exec(block);
  const label = found?.[1];
  if (found === null || label === undefined) return null;
  return marker('upper', '.', label, letterValue(label), found[0].length);
}

function marker(
  style: MarkerStyle,
  punctuation: string,
  label: string,
  value: number,
  length: number,
  depth = 1,
): Marker {
  return { key: `${style} ${punctuation} ${depth}`, style, label, value, depth, length };
}

function sectionMarkers(found: RegExpExecArray): readonly Marker[] {
  const label = found[1] ?? '';
  const value = /^\d/.test(label) ? Number(label.split('.').at(-1)) : romanValue(label) || letterValue(label);
  return [marker('section', '', label, value, found[0].length, label.split('.').length)];
}

function decimalMarkers(found: RegExpExecArray, block: string): readonly Marker[] {
  const [whole, open = '', label = '', close = ''] = found;
  const parts = label.split('.');
  // “2018 was …”, “20 U.S.C.”, “54.520 Internet safety”: a number alone is no marker, and laws are not items.
  if (close === '' && parts.length === 1) return [];
  if (/^\d[\d.]*\s+(?:U\.?S\.?C|C\.?F\.?R|CFR|USC)\b/.test(block)) return [];
  if (!/\s$/.test(whole) && /^[\d]/.test(block.slice(whole.length))) return [];
  return [marker('decimal', `${open}${close}`, label, Number(parts.at(-1)), whole.length, parts.length)];
}

function letterMarkers(found: RegExpExecArray, block: string): readonly Marker[] {
  const [whole, open = '', label = '', close = ''] = found;
  // “U.S. Constitution”, “e.g. a post”: a letter and a full stop without a blank after them is an abbreviation.
  if (!/\s$/.test(whole) && close === '.') return [];
  if (/^[A-Za-z]\.\s*[A-Za-z]\./.test(block)) return [];
  const punctuation = `${open}${close}`;
  const upper = label === label.toUpperCase();
  const readings: Marker[] = [];
  const roman = romanValue(label.toUpperCase());
  if (label.length === 1) {
    readings.push(marker(upper ? 'upper' : 'lower', punctuation, label, letterValue(label), whole.length));
  }
  if (roman > 0) {
    readings.push(marker(upper ? 'upper-roman' : 'lower-roman', punctuation, label, roman, whole.length));
  }
  return readings;
}

function letterValue(label: string): number {
  return label.toUpperCase().charCodeAt(0) - 64;
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** 0 where it is no Roman number as people write them. */
function romanValue(label: string): number {
  if (!/^(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/i.test(label)) return 0;
  let total = 0;
  let before = 0;
  for (const letter of [...label.toUpperCase()].reverse()) {
    const value = ROMAN[letter] ?? 0;
    total += value < before ? -value : value;
    before = Math.max(before, value);
  }
  return total;
}
