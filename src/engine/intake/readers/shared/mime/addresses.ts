import type { NamedParty } from '../../../../../contract/item.ts';
import { party } from '../parties.ts';
import { decodeWords } from './headers.ts';

interface Scan {
  words: string;
  address: string | null;
  comment: string;
}

const empty = (): Scan => ({ words: '', address: null, comment: '' });

function finished(scan: Scan): NamedParty | null {
  const words = decodeWords(scan.words.trim());
  const comment = decodeWords(scan.comment.trim());
  if (scan.address !== null) {
    const address = scan.address.trim();
    return party(words === '' ? comment : words, address === '' ? null : address);
  }
  // `ana@example.org (Ana Ruiz)`: the old way of naming somebody.
  if (/^\S+@\S+$/.test(words)) return party(comment, words);
  return party(words === '' ? comment : words, null);
}

/** Index after the closing mark that belongs to the opening one at `from`; the end of the text where it never closes. */
function closing(text: string, from: number, open: string, close: string): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '\\') at += 1;
    else if (letter === close && (open !== close || at > from)) {
      depth -= 1;
      if (depth <= 0) return at + 1;
    } else if (letter === open) depth += 1;
  }
  return text.length;
}

const unescaped = (text: string): string => text.replace(/\\(.)/g, '$1');

/** Reads what begins with one of `"`, `(` and `<` at `at` into the scan; returns the index after it. */
function readEnclosed(list: string, at: number, scan: Scan): number {
  const letter = list[at];
  if (letter === '<') {
    const end = list.indexOf('>', at);
    scan.address = list.slice(at + 1, end < 0 ? list.length : end);
    return end < 0 ? list.length : end + 1;
  }
  const end = letter === '"' ? closing(list, at, '"', '"') : closing(list, at, '(', ')');
  const inside = unescaped(list.slice(at + 1, end - 1));
  if (letter === '"') scan.words += inside;
  else scan.comment += inside;
  return end;
}

/**
 * Reads a list of addresses (RFC 5322, section 3.4) with quoted names, comments, groups and encoded words; what is no
 * address stays as a name. Takes 2,000 addresses at most.
 */
export function readAddresses(list: string): NamedParty[] {
  const parties: NamedParty[] = [];
  let scan = empty();
  const finish = (): void => {
    const found = finished(scan);
    if (found !== null) parties.push(found);
    scan = empty();
  };
  let at = 0;
  while (at < list.length && parties.length < 2000) {
    const letter = list[at] ?? '';
    if (letter === '"' || letter === '(' || letter === '<') {
      at = readEnclosed(list, at, scan);
      continue;
    }
    at += 1;
    if (letter === ',' || letter === ';') finish();
    // The name of a group (`Staff: a@x, b@y;`) is nobody's name.
    else if (letter === ':' && scan.address === null && !scan.words.includes('@')) scan = empty();
    else scan.words += letter;
  }
  finish();
  return parties;
}
