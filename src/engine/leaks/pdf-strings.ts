import { inflateSync } from 'node:zlib';
import type { FileText } from './leak-job.ts';

/** Share of a stream's bytes that are letters where it holds words; shapes of letters, colours and pixels have far fewer. */
const READABLE = 0.85;
/** Letters at a time: a stream that begins with words may go on with pixels, in which any three letters come up by chance. */
const LOOKED_AT = 4096;

/**
 * The bytes of a PDF without any reader of PDFs: every object and every packed stream as it lies in the file, and every
 * string in them in each way that PDF writes strings.
 */
export function pdfStrings(bytes: Uint8Array): readonly FileText[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts: FileText[] = [];
  const rest: string[] = [];
  let at = 0;
  const raw = file.toString('latin1');
  for (const match of raw.matchAll(/(?<!end)stream\r?\n/g)) {
    const from = match.index + match[0].length;
    const to = raw.indexOf('endstream', from);
    if (from < at || to < 0) continue;
    const head = raw.slice(at, match.index);
    rest.push(head);
    at = to;
    const dictionary = head.slice(head.lastIndexOf('obj'));
    const content = unpacked(file.subarray(from, to), dictionary);
    if (content !== null) texts.push(...bothWays('a stream of the file', readableOf(content)));
  }
  rest.push(raw.slice(at));
  texts.push(...bothWays('an object of the file', rest.join('\n')));
  return texts;
}

function unpacked(content: Buffer, dictionary: string): string | null {
  if (!/\/Filter/.test(dictionary)) return content.toString('latin1');
  if (!/\/FlateDecode/.test(dictionary)) return null;
  try {
    return inflateSync(content, { finishFlush: 2 }).toString('latin1');
  } catch {
    return null;
  }
}

/** The stretches of a stream that hold words. */
function readableOf(content: string): string {
  const stretches: string[] = [];
  for (let at = 0; at < content.length; at += LOOKED_AT) {
    const stretch = content.slice(at, at + LOOKED_AT);
    const letters = stretch.match(/[\t\n\r -~]/g)?.length ?? 0;
    // One that is not readable parts the words before and after it.
    stretches.push(letters >= READABLE * stretch.length ? stretch : '\u0000');
  }
  return stretches.join('');
}

/** Bytes as letters (Latin and UTF-8), and the strings in them decoded: in brackets, in hexadecimal, of two bytes a letter. */
function bothWays(where: string, content: string): readonly FileText[] {
  const strings = [...literals(content), ...hexadecimals(content)];
  return [
    { where, text: content },
    {
      where: `${where}, as UTF-8`,
      text: /[\u0080-\u00ff]/.test(content) ? Buffer.from(content, 'latin1').toString('utf8') : '',
    },
    { where: `a string in ${where}`, text: strings.map(decoded).join('\n') },
  ];
}

function* literals(content: string): Generator<string> {
  for (const [, inner = ''] of content.matchAll(/\(((?:[^()\\]|\\[\s\S])*)\)/g)) {
    yield inner.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, what: string) =>
      /^[0-7]+$/.test(what) ? String.fromCharCode(Number.parseInt(what, 8) & 255) : (ESCAPES[what] ?? what),
    );
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '' };

function* hexadecimals(content: string): Generator<string> {
  for (const [, digits = ''] of content.matchAll(/<([0-9A-Fa-f\s]{4,})>/g)) {
    yield Buffer.from(digits.replace(/\s/g, ''), 'hex').toString('latin1');
  }
}

function decoded(text: string): string {
  if (!text.startsWith('\u00fe\u00ff')) return text;
  const bytes = Buffer.from(text.slice(2), 'latin1');
  return new TextDecoder('utf-16be').decode(bytes);
}
