import { isFromLine, isTellingHeader } from './mail-heads.ts';

/** One message of a mailbox: where it stands, and its bytes without the `From ` line. */
export interface MailboxMessage {
  /** Index of its `From ` line. */
  readonly at: number;
  /** Its `From ` line, which carries the time at which it was filed. */
  readonly fromLine: string;
  /** Its bytes with the marks of the mailbox taken off. */
  readonly bytes: Uint8Array;
}

const newline = 0x0a;
const carriage = 0x0d;
const mark = Buffer.from('\nFrom ');
const quotedMark = Buffer.from('\n>');

function lineAt(all: Buffer, at: number): { text: string; next: number } {
  const found = all.indexOf(newline, at);
  const end = found < 0 ? all.length : found;
  return { text: all.toString('latin1', at, Math.min(end, at + 1000)).replace(/\r$/, ''), next: end + 1 };
}

const isBlankBefore = (all: Buffer, at: number): boolean =>
  at === 0 || all[at - 2] === newline || (all[at - 2] === carriage && all[at - 3] === newline) || at === 1;

const headerName = /^([!-9;-~]{1,128})[ \t]*:/;

/**
 * Whether a message begins at `at`: a `From ` line with a date, and headers after it. Where no blank line stands before it,
 * the next line must be a header that mail bears: somebody's words may begin with "From " too.
 */
function beginsAt(all: Buffer, at: number): boolean {
  const line = lineAt(all, at);
  if (!isFromLine(line.text)) return false;
  const after = lineAt(all, line.next).text;
  const name = headerName.exec(after)?.[1]?.toLowerCase();
  if (name === undefined) return /^>From /.test(after) || (after === '' && at === 0);
  return isBlankBefore(all, at) || isTellingHeader(name) || name.startsWith('x-');
}

/** Index of the first line break before a message at or after `from`, or -1. */
function nextBeginning(all: Buffer, from: number): number {
  let at = all.indexOf(mark, Math.max(0, from - 1));
  while (at >= 0 && !beginsAt(all, at + 1)) at = all.indexOf(mark, at + 1);
  return at < 0 ? -1 : at + 1;
}

/**
 * Where the message ends as its own `Content-Length` says (mboxcl): believed only where a new message or the end of the
 * file stands there.
 */
function statedEnd(all: Buffer, from: number): number | null {
  const head = all.subarray(from, from + 64 * 1024);
  const blankUnix = head.indexOf('\n\n');
  const blankDos = head.indexOf('\n\r\n');
  const dosFirst = blankDos >= 0 && (blankUnix < 0 || blankDos < blankUnix);
  const blank = dosFirst ? blankDos : blankUnix;
  if (blank < 0) return null;
  const length = /\ncontent-length:[ \t]*(\d{1,12})[ \t\r]*\n/i.exec(`\n${head.toString('latin1', 0, blank + 1)}`)?.[1];
  if (length === undefined) return null;
  let end = from + blank + (dosFirst ? 3 : 2) + Number(length);
  for (let breaks = 0; breaks < 4 && (all[end] === newline || all[end] === carriage); breaks += 1) end += 1;
  if (end === all.length) return end;
  return end < all.length && all[end - 1] === newline && beginsAt(all, end) ? end : null;
}

/** Takes one `>` off each line of the kind `>From `, `>>From `… (mboxo and mboxrd put them before `From ` lines of the words). */
export function withoutFromMarks(bytes: Buffer): Buffer {
  let at = bytes.indexOf(quotedMark);
  if (at < 0) return bytes;
  const pieces: Buffer[] = [];
  let from = 0;
  while (at >= 0) {
    let next = at + 1;
    while (bytes[next] === 0x3e) next += 1;
    if (bytes.toString('latin1', next, next + 5) === 'From ') {
      pieces.push(bytes.subarray(from, at + 1));
      from = at + 2;
    }
    at = bytes.indexOf(quotedMark, next);
  }
  if (pieces.length === 0) return bytes;
  pieces.push(bytes.subarray(from));
  return Buffer.concat(pieces);
}

/** The line breaks before the next `From ` line belong to the mailbox: one blank line. */
function withoutLastBreak(all: Buffer, start: number, end: number): Buffer {
  let to = end;
  if (all[to - 1] === newline && all[to - 2] === newline) to -= 1;
  else if (all[to - 1] === newline && all[to - 2] === carriage && all[to - 3] === newline) to -= 2;
  return all.subarray(start, Math.max(start, to));
}

/** Splits a mailbox (RFC 4155 and its dialects mboxo, mboxrd, mboxcl) without copying it as a whole. */
export function* splitMailbox(bytes: Uint8Array): Iterable<MailboxMessage> {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = all[0] === 0xef && all[1] === 0xbb && all[2] === 0xbf ? 3 : 0;
  while (at < all.length && all.toString('latin1', at, at + 5) !== 'From ') {
    const next = all.indexOf(mark, at);
    if (next < 0) return;
    at = next + 1;
  }
  while (at >= 0 && at < all.length) {
    const line = lineAt(all, at);
    const start = Math.min(line.next, all.length);
    const found = statedEnd(all, start) ?? nextBeginning(all, start);
    const end = found < 0 ? all.length : found;
    yield { at, fromLine: line.text, bytes: withoutFromMarks(withoutLastBreak(all, start, end)) };
    at = end;
  }
}
