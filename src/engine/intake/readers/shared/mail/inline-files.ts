import { uuLine } from '../mime/uuencode.ts';

/** A file that stands among the words of a mail (uuencode, yEnc). */
export interface InlineFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface WordsAndFiles {
  /** The bytes of the words without the files. */
  readonly words: Uint8Array;
  readonly files: readonly InlineFile[];
}

interface Block {
  readonly file: InlineFile;
  /** Index of the line after it. */
  readonly next: number;
}

const lineEnd = (text: string, at: number): number => {
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found;
};

const lineAt = (text: string, at: number): string => text.slice(at, lineEnd(text, at)).replace(/\r$/, '');

function uuBlock(text: string, at: number): Block | null {
  const name = /^begin(?:-base64)? [0-7]{3,4} (.{1,255})$/.exec(lineAt(text, at))?.[1]?.trim();
  if (name === undefined) return null;
  const base64 = text.startsWith('begin-base64', at);
  const lines: Uint8Array[] = [];
  let next = lineEnd(text, at) + 1;
  while (next < text.length) {
    const line = lineAt(text, next);
    next = lineEnd(text, next) + 1;
    if (/^(?:end|====)\s*$/.test(line)) return { file: { name, bytes: Buffer.concat(lines) }, next };
    const bytes = base64 ? Buffer.from(line, 'base64') : uuLine(line);
    if (bytes === null) return null;
    lines.push(Buffer.from(bytes));
  }
  // Without its last line it is no file but words that begin alike.
  return null;
}

function yLine(line: string, out: number[]): void {
  for (let index = 0; index < line.length; index += 1) {
    const escaped = line[index] === '=';
    if (escaped) index += 1;
    const code = line.charCodeAt(index);
    if (!Number.isNaN(code)) out.push((code - 42 - (escaped ? 64 : 0)) & 255);
  }
}

function yBlock(text: string, at: number): Block | null {
  const name = /^=ybegin .{0,120}?\bname=(.{1,255})$/.exec(lineAt(text, at))?.[1]?.trim();
  if (name === undefined) return null;
  const bytes: number[] = [];
  let next = lineEnd(text, at) + 1;
  while (next < text.length) {
    const line = lineAt(text, next);
    next = lineEnd(text, next) + 1;
    if (line.startsWith('=yend')) return { file: { name, bytes: Uint8Array.from(bytes) }, next };
    // A second beginning before an end: the first is no file.
    if (line.startsWith('=ybegin ')) return null;
    if (!line.startsWith('=ypart')) yLine(line, bytes);
  }
  return null;
}

const marks = /(?:^|\n)(?=begin(?:-base64)? [0-7]{3,4} |=ybegin )/g;

/** Tells the files in the body of a mail from its words; without any, the bytes come back as they are. */
export function splitInlineFiles(body: Uint8Array): WordsAndFiles {
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1');
  const files: InlineFile[] = [];
  let words = '';
  let from = 0;
  for (const found of text.matchAll(marks)) {
    const at = found.index + found[0].length;
    if (at < from) continue;
    const block = uuBlock(text, at) ?? yBlock(text, at);
    if (block === null) continue;
    words += text.slice(from, at);
    files.push(block.file);
    from = block.next;
  }
  if (files.length === 0) return { words: body, files };
  return { words: Buffer.from(words + text.slice(from), 'latin1'), files };
}
