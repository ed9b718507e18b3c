import { decodeText } from '../decode-text.ts';
import { isTellingHeader } from '../mail/mail-heads.ts';
import { decodeWordBytes } from './transfer.ts';

export interface Header {
  /** Lower case. */
  readonly name: string;
  /** Unfolded; encoded words not yet decoded. */
  readonly value: string;
}

export interface HeaderBlock {
  readonly headers: readonly Header[];
  /** Index of the first byte after the blank line. */
  readonly bodyStart: number;
  /** True where the block was longer than allowed and its end was left out. */
  readonly cut: boolean;
}

/** End of the header block: the index of the blank line and of the byte after it. */
function blockEnd(bytes: Buffer): { end: number; body: number } {
  if (bytes[0] === 0x0a) return { end: 0, body: 1 };
  if (bytes[0] === 0x0d && bytes[1] === 0x0a) return { end: 0, body: 2 };
  const unix = bytes.indexOf('\n\n');
  const dos = bytes.indexOf('\n\r\n');
  if (unix < 0 && dos < 0) return { end: bytes.length, body: bytes.length };
  if (dos >= 0 && (unix < 0 || dos < unix)) return { end: dos, body: dos + 3 };
  return { end: unix, body: unix + 2 };
}

const headerLine = /^([!-9;-~]{1,128})[ \t]*:(.*)$/s;

interface Line {
  readonly text: string;
  /** Index of its first byte, counted in the bytes of the block. */
  readonly at: number;
}

/** The lines of a block; byte for byte, so that their places can be told. */
function linesOf(block: Buffer): Line[] {
  const lines: Line[] = [];
  for (let at = 0; at < block.length; ) {
    const found = block.indexOf(0x0a, at);
    const end = found < 0 ? block.length : found;
    lines.push({ text: block.toString('latin1', at, end), at });
    at = end + 1;
  }
  return lines;
}

/**
 * Where the words begin when no blank line stands before them: at the first line that can be no header, unless more
 * headers of mail follow, in which case the line is a broken one among headers. -1 where every line can stand.
 */
function wordsAmong(block: Buffer): number {
  const lines = linesOf(block);
  const stray = lines.findIndex(({ text }) => !/^[ \t\r]|^[!-9;-~]{1,128}[ \t]*:|^>?From |^$/.test(text));
  if (stray < 0) return -1;
  const more = lines.slice(stray + 1).some(({ text }) => {
    const name = /^([!-9;-~]{1,128})[ \t]*:/.exec(text)?.[1];
    return name !== undefined && isTellingHeader(name.toLowerCase());
  });
  return more ? -1 : (lines[stray]?.at ?? -1);
}

function unfolded(text: string): string[] {
  const lines: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const last = lines.length - 1;
    if (/^[ \t]/.test(line) && last >= 0) lines[last] += ` ${line.trim()}`;
    else if (line !== '') lines.push(line);
  }
  return lines;
}

/** Reads the headers at the start of a message or part (RFC 5322, section 2.2). */
export function readHeaders(bytes: Uint8Array, maxBytes: number): HeaderBlock {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const blank = blockEnd(all);
  const block = all.subarray(0, Math.min(blank.end, maxBytes));
  const words = wordsAmong(block);
  const { end, body } = words < 0 ? blank : { end: words, body: words };
  const text = decodeText(block.subarray(0, Math.min(end, maxBytes)), 'utf-8').text;
  const headers: Header[] = [];
  for (const line of unfolded(text)) {
    const found = headerLine.exec(line);
    if (found !== null) headers.push({ name: (found[1] ?? '').toLowerCase(), value: (found[2] ?? '').trim() });
  }
  return { headers, bodyStart: body, cut: end > maxBytes };
}

const encodedWord = /=\?([^?*\s]{1,40})(?:\*[^?\s]{0,20})?\?([bqBQ])\?([^?]*)\?=/g;

/**
 * Decodes the encoded words of a header (RFC 2047). Neighbours of one charset are joined as bytes first, since senders
 * split words in the middle of a letter.
 */
export function decodeWords(value: string): string {
  if (!value.includes('=?')) return value;
  let out = '';
  let from = 0;
  let waiting: { charset: string; bytes: Uint8Array[] } | null = null;
  const flush = (): void => {
    if (waiting !== null) out += decodeText(Buffer.concat(waiting.bytes), waiting.charset).text;
    waiting = null;
  };
  for (const found of value.matchAll(encodedWord)) {
    const [whole, charset = '', method = '', text = ''] = found;
    const between = value.slice(from, found.index);
    const bytes = decodeWordBytes(text, method);
    if (waiting !== null && between.trim() === '' && waiting.charset === charset.toLowerCase())
      waiting.bytes.push(bytes);
    else {
      const adjoining = waiting !== null && between.trim() === '';
      flush();
      if (!adjoining) out += between;
      waiting = { charset: charset.toLowerCase(), bytes: [bytes] };
    }
    from = found.index + whole.length;
  }
  flush();
  return out + value.slice(from);
}

/** All values of a header, encoded words decoded, in the order of the message. */
export function valuesOf(headers: readonly Header[], name: string): string[] {
  return headers.filter((header) => header.name === name).map((header) => decodeWords(header.value));
}

/** The first value of a header as it stands, or null. */
export function rawValue(headers: readonly Header[], name: string): string | null {
  return headers.find((header) => header.name === name)?.value ?? null;
}

/** The first value of a header, encoded words decoded; null where it is missing or blank. */
export function headerValue(headers: readonly Header[], name: string): string | null {
  const [value] = valuesOf(headers, name);
  return value === undefined || value.trim() === '' ? null : value.trim();
}

export interface Parameterised {
  /** Lower case, such as `text/plain` or `attachment`. */
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const parameter = /;\s*([^\s=;]{1,64})\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))/g;

interface Piece {
  readonly order: number;
  readonly text: string;
  readonly encoded: boolean;
}

function percentBytes(text: string): Uint8Array {
  return Buffer.from(
    text.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

/** Puts the pieces of an RFC 2231 parameter (`filename*0*=utf-8''a%20`, `filename*1=b`) together again. */
function joinPieces(pieces: readonly Piece[]): string {
  const sorted = [...pieces].sort((a, b) => a.order - b.order);
  const [first] = sorted;
  if (first === undefined) return '';
  const labelled = first.encoded ? /^([^']*)'[^']*'(.*)$/s.exec(first.text) : null;
  const charset = labelled?.[1] ?? 'utf-8';
  const bytes = sorted.map((piece, index) => {
    const text = index === 0 && labelled !== null ? (labelled[2] ?? '') : piece.text;
    return piece.encoded ? percentBytes(text) : Buffer.from(text, 'utf8');
  });
  return decodeText(Buffer.concat(bytes), charset).text;
}

/** Splits `text/plain; charset="utf-8"; name*0=…` into its value and its parameters (RFC 2045, RFC 2231). */
export function readParameters(header: string | null): Parameterised {
  const text = header ?? '';
  const value = (text.split(';', 1)[0] ?? '').trim().toLowerCase();
  const parameters = new Map<string, string>();
  const pieces = new Map<string, Piece[]>();
  for (const found of text.matchAll(parameter)) {
    const name = (found[1] ?? '').toLowerCase();
    const content = found[2] === undefined ? (found[3] ?? '').trim() : found[2].replace(/\\(.)/g, '$1');
    const continued = /^([^*]+)\*(\d{1,3})?(\*)?$/.exec(name);
    if (continued === null) {
      if (!parameters.has(name)) parameters.set(name, decodeWords(content));
      continue;
    }
    const base = continued[1] ?? name;
    const encoded = continued[2] === undefined || continued[3] === '*';
    const list = pieces.get(base) ?? [];
    list.push({ order: Number(continued[2] ?? 0), text: content, encoded });
    pieces.set(base, list);
  }
  for (const [name, list] of pieces) parameters.set(name, joinPieces(list));
  return { value, parameters };
}
