import chardet from 'chardet';
import iconv from 'iconv-lite';
import { lookUp } from './look-up.ts';

export interface DecodedText {
  readonly text: string;
  /** Name of the encoding that was used, lower case. */
  readonly encoding: string;
  /** Plain words where the reading rests on a guess or bytes could not be read; else null. */
  readonly warning: string | null;
}

const guessed =
  'The file does not say how its letters are encoded; it was read as Windows-1252, so accents and other special letters may be wrong.';

/** Labels that senders use for a larger set than they name (WHATWG Encoding Standard, "Names and labels"). */
const widened: Readonly<Record<string, string>> = {
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'ks_c_5601-1987': 'euc-kr',
  shift_jis: 'cp932',
};

/** Encodings that the detector tells apart well enough to be believed without a word of warning. */
const believed = new Set([
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'euc-kr',
  'iso-2022-kr',
  'gb18030',
  'big5',
  'windows-1251',
  'koi8-r',
]);

function bomOf(bytes: Uint8Array): { encoding: string; length: number } | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe && c === 0 && d === 0 && bytes.length % 4 === 0)
    return { encoding: 'utf-32le', length: 4 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const lost = (text: string): number => text.split('\uFFFD').length - 1;

function withLostCount(text: string, encoding: string): DecodedText {
  const count = lost(text);
  const warning = count === 0 ? null : `${count} characters could not be read as ${encoding} and are shown as \uFFFD.`;
  return { text, encoding, warning };
}

/** Labels that only the web's decoder knows (`iso-2022-jp`, `x-gbk`…); null where it does not know them either. */
function webDecoded(bytes: Uint8Array, encoding: string): DecodedText | null {
  try {
    const text = new TextDecoder(encoding).decode(bytes);
    return lost(text) > 0 ? null : { text, encoding, warning: null };
  } catch {
    return null;
  }
}

/** Japanese mail is made of plain letters with marks that switch the set; nobody else writes those marks. */
function japaneseMail(bytes: Uint8Array): DecodedText | null {
  const at = bytes.indexOf(0x1b);
  const marked = at >= 0 && bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40);
  return marked ? webDecoded(bytes, 'iso-2022-jp') : null;
}

function declaredText(bytes: Uint8Array, declared: string): DecodedText | null {
  const label = declared
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '');
  if (label === 'utf-8' || label === 'utf8') return null; // strict UTF-8 is tried next in any case
  const encoding = lookUp(widened, label) ?? label;
  if (!iconv.encodingExists(encoding)) return webDecoded(bytes, encoding);
  // A message that names a one-byte set but is plain UTF-8 is a common mistake of mail programs.
  if (encoding === 'windows-1252' && /[\u0080-\u{10ffff}]/u.test(strictUtf8(bytes) ?? '')) return null;
  const text = iconv.decode(view(bytes), encoding);
  return lost(text) > 0 ? null : { text, encoding, warning: null };
}

/** Text in two-byte letters without a mark at its start: nearly every other byte is zero. */
function utf16WithoutMark(bytes: Uint8Array): string | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = sample.length / 2;
  if (odd > half * 0.7 && even < half * 0.1) return 'utf-16le';
  if (even > half * 0.7 && odd < half * 0.1) return 'utf-16be';
  return null;
}

/** UTF-8 with a few broken bytes (a cut file, a spoilt copy) must not be taken for an old one-byte set. */
function damagedUtf8(bytes: Uint8Array): DecodedText | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = lost(text);
  const good = text.length - text.replace(/[\u0080-\ufffc]/g, '').length;
  return broken > 0 && good > broken * 4 ? withLostCount(text, 'utf-8') : null;
}

function detected(bytes: Uint8Array): DecodedText {
  const [best] = chardet.analyse(bytes.subarray(0, 64 * 1024));
  const name = best?.name.toLowerCase() ?? 'windows-1252';
  if (best !== undefined && best.confidence >= 60 && believed.has(name) && iconv.encodingExists(name)) {
    const text = iconv.decode(view(bytes), lookUp(widened, name) ?? name);
    if (lost(text) === 0) return { text, encoding: name, warning: null };
  }
  return { text: iconv.decode(view(bytes), 'windows-1252'), encoding: 'windows-1252', warning: guessed };
}

/**
 * Turns bytes into text in the order that loses least: byte-order mark, the charset that was declared, strict UTF-8, a
 * detector, and Windows-1252 with a warning. Never puts U+FFFD into the text without a warning.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): DecodedText {
  const bom = bomOf(bytes);
  if (bom !== null) {
    return withLostCount(iconv.decode(view(bytes.subarray(bom.length)), bom.encoding), bom.encoding);
  }
  const japanese = japaneseMail(bytes);
  if (japanese !== null) return japanese;
  const byDeclaration = declared === null ? null : declaredText(bytes, declared);
  if (byDeclaration !== null) return byDeclaration;
  const wide = utf16WithoutMark(bytes);
  if (wide !== null) return withLostCount(iconv.decode(view(bytes), wide), wide);
  const utf8 = strictUtf8(bytes);
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', warning: null };
  return damagedUtf8(bytes) ?? detected(bytes);
}

/** The head of a file as text for recognition, or null where it is binary. A letter cut at the end does no harm. */
export function headAsText(head: Uint8Array): string | null {
  if (head.length === 0) return null;
  const marked = bomOf(head) !== null || utf16WithoutMark(head.subarray(0, head.length - (head.length % 2))) !== null;
  if (!marked && looksBinary(head)) return null;
  return decodeText(trimmedToLetter(head)).text;
}

function looksBinary(head: Uint8Array): boolean {
  let odd = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    // Control characters that no text editor writes; escape (0x1b) stays, since ISO-2022-JP is made of it.
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) odd += 1;
  }
  return odd > head.length / 100;
}

/** Cuts a UTF-8 letter that the end of the head splits. */
function trimmedToLetter(head: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(4, head.length); back += 1) {
    const byte = head[head.length - back] ?? 0;
    if (byte < 0x80) return head;
    if (byte >= 0xc0) return head.subarray(0, head.length - back);
  }
  return head;
}
