import { decodeText } from '../decode-text.ts';
import { decodeTransfer } from '../mime/transfer.ts';

/** One line of a card or calendar (RFC 5545, 3.1; RFC 6350, 3.3; vCard 2.1), folded lines joined. */
export interface ContentLine {
  /** `item1` of `item1.TEL`, lower case; null where there is none. */
  readonly group: string | null;
  /** Upper case. */
  readonly name: string;
  /** Upper-case names; a value without a name (vCard 2.1: `TEL;CELL`) stands under `TYPE`. */
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  /** The value, one letter a byte. */
  readonly raw: string;
  /** Counted from 1. */
  readonly number: number;
}

/** A line that is no content line, such as words with a line break that was not folded. */
export interface StrayLine {
  readonly stray: string;
  readonly number: number;
}

const quotedPrintable = /^[^:]{0,400};(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i;

/** The lines of the file as they stand, without their breaks. */
function* plainLines(text: string): Iterable<string> {
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    yield text.slice(at, end > at && text[end - 1] === '\r' ? end - 1 : end);
    at = end + 1;
  }
}

const isFolded = (line: string): boolean => line.startsWith(' ') || line.startsWith('\t');

/** Whole lines of the file: folded ones joined byte by byte, since programs fold in the middle of letters. */
function* joinedLines(text: string): Iterable<{ text: string; number: number }> {
  let pieces: string[] = [];
  let start = 1;
  let number = 0;
  let soft = false;
  for (const line of plainLines(text)) {
    number += 1;
    const last = pieces.at(-1);
    if (soft && last !== undefined) pieces[pieces.length - 1] = `${last.slice(0, -1)}${line}`;
    else if (last !== undefined && isFolded(line)) pieces.push(line.slice(1));
    else {
      if (last !== undefined) yield { text: pieces.join(''), number: start };
      pieces = [line];
      start = number;
    }
    // vCard 2.1: a quoted-printable value goes on where its line ends with an equals sign.
    soft = line.endsWith('=') && quotedPrintable.test(pieces[0] ?? '');
  }
  if (pieces.length > 0) yield { text: pieces.join(''), number: start };
}

/** Index of the first of the given marks outside quotes, or -1. */
function markOutsideQuotes(text: string, marks: string, from: number): number {
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (letter === '"') quoted = !quoted;
    else if (!quoted && marks.includes(letter)) return at;
  }
  return -1;
}

function parametersOf(text: string): Map<string, string[]> {
  const parameters = new Map<string, string[]>();
  let at = 0;
  while (at < text.length) {
    const end = markOutsideQuotes(text, ';', at);
    const part = text.slice(at, end < 0 ? text.length : end);
    const equals = part.indexOf('=');
    const name = equals < 0 ? 'TYPE' : part.slice(0, equals).trim().toUpperCase();
    const told = (equals < 0 ? part : part.slice(equals + 1)).replaceAll('"', '');
    // Names of people hold commas; only kinds are lists.
    const values = (name === 'TYPE' ? told.split(',') : [told]).map((each) => each.trim());
    parameters.set(name, [...(parameters.get(name) ?? []), ...values]);
    at = end < 0 ? text.length : end + 1;
  }
  return parameters;
}

function lineOf(text: string, number: number): ContentLine | null {
  const head = /^(?:([A-Za-z0-9-]{1,60})\.)?([A-Za-z][A-Za-z0-9-]{0,80})(?=[:;])/.exec(text);
  if (head === null) return null;
  const start = head[0].length;
  const colon = markOutsideQuotes(text, ':', start);
  // A quote that never closes hides the colon; then the first one counts.
  const end = colon < 0 ? text.indexOf(':', start) : colon;
  if (end < 0) return null;
  return {
    group: head[1]?.toLowerCase() ?? null,
    name: (head[2] ?? '').toUpperCase(),
    parameters: parametersOf(text.slice(start + 1, end)),
    raw: text.slice(end + 1),
    number,
  };
}

/** The lines of a card or calendar file in order; blank lines are left out. */
export function* contentLines(bytes: Uint8Array): Iterable<ContentLine | StrayLine> {
  const wide = bytes[0] === 0xff || bytes[0] === 0xfe || bytes[1] === 0;
  const plain = wide
    ? Buffer.from(decodeText(bytes).text, 'utf8')
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = plain[0] === 0xef && plain[1] === 0xbb && plain[2] === 0xbf ? 3 : 0;
  for (const { text, number } of joinedLines(plain.toString('latin1', start))) {
    if (text.trim() === '') continue;
    yield lineOf(text, number) ?? { stray: text, number };
  }
}

export function firstParameter(line: ContentLine, name: string): string | null {
  const value = line.parameters.get(name)?.[0];
  return value === undefined || value === '' ? null : value;
}

function isEncoded(line: ContentLine, kinds: readonly string[]): boolean {
  const told = [...(line.parameters.get('ENCODING') ?? []), ...(line.parameters.get('TYPE') ?? [])];
  return told.some((each) => kinds.includes(each.toUpperCase()));
}

/** The bytes of a value, its encoding undone. */
export function bytesOf(line: ContentLine): Uint8Array {
  const bytes = Buffer.from(line.raw, 'latin1');
  if (isEncoded(line, ['QUOTED-PRINTABLE'])) return decodeTransfer(bytes, 'quoted-printable');
  return isEncoded(line, ['BASE64', 'B']) ? decodeTransfer(bytes, 'base64') : bytes;
}

/** Whether the value is a file in letters (`ENCODING=b`, `BASE64`). */
export const isBinary = (line: ContentLine): boolean => isEncoded(line, ['BASE64', 'B']);

/** The words of a value with their marks still in place, so that it can be split at them. */
export function markedWords(line: ContentLine): string {
  return decodeText(bytesOf(line), firstParameter(line, 'CHARSET')).text;
}

/** Takes the marks off words: `\n` is a line break, `\,` and `\;` are themselves. */
export function withoutMarks(text: string): string {
  return text.replace(/\\([nN,;\\:"])/g, (_, letter: string) => (letter.toLowerCase() === 'n' ? '\n' : letter)).trim();
}

/** The words of a value. */
export function wordsOf(line: ContentLine): string {
  return withoutMarks(markedWords(line).replaceAll('\r\n', '\n'));
}

/** The pieces of a value, such as the family and given names of `N`. */
export function piecesOf(line: ContentLine, mark: ';' | ','): string[] {
  const text = markedWords(line);
  const pieces: string[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (at === text.length || text[at] === mark) {
      pieces.push(withoutMarks(text.slice(from, at)));
      from = at + 1;
    }
  }
  return pieces;
}

/** A part of a card or calendar between its `BEGIN` and `END`, with the parts inside it. */
export interface Component {
  /** Upper case, such as `VEVENT`. */
  readonly name: string;
  readonly lines: ContentLine[];
  readonly inner: Component[];
  /** Number of its first line. */
  readonly at: number;
  /** False where its end is missing: the file was cut off. */
  closed: boolean;
}

export interface ComponentSource {
  readonly wanted: ReadonlySet<string>;
  /** Told of lines that follow no rule and stand in no part. */
  readonly onStray: (line: StrayLine) => void;
  /** Told of lines of calendars around the wanted parts, such as `METHOD`. */
  readonly onOuter: (line: ContentLine) => void;
}

const maxDepth = 20;

/** Puts lines together to parts; what is whole comes back from `take`. */
class ComponentBuilder {
  private open: Component[] = [];
  private readonly wanted: ReadonlySet<string>;

  constructor(wanted: ReadonlySet<string>) {
    this.wanted = wanted;
  }

  get top(): Component | null {
    return this.open.at(-1) ?? null;
  }

  begin(kind: string, number: number): Component | null {
    const { top } = this;
    // A card that begins inside a card is somebody's agent (vCard 2.1), or the end of the one before is missing.
    const unended = top !== null && this.wanted.has(kind) && top.lines.at(-1)?.name !== 'AGENT' ? this.open[0] : null;
    if (unended != null) this.open = [];
    const counts = this.open.length > 0 || this.wanted.has(kind);
    if (counts && this.open.length < maxDepth) {
      this.open.push({ name: kind, lines: [], inner: [], at: number, closed: false });
    }
    return unended ?? null;
  }

  end(kind: string): Component | null {
    const index = this.open.findLastIndex((each) => each.name === kind);
    const ended = this.open[index];
    if (ended === undefined) return null;
    ended.closed = true;
    this.open = this.open.slice(0, index);
    if (index === 0) return ended;
    this.open[index - 1]?.inner.push(ended);
    return null;
  }

  /** What was begun and never ended is still what somebody wrote. */
  rest(): Component | null {
    return this.open[0] ?? null;
  }
}

/** Words whose line breaks were not folded go on in the value before them; true where there was one. */
function continued(top: Component | null, stray: string): boolean {
  const last = top?.lines.at(-1);
  if (top === null || last === undefined) return false;
  top.lines[top.lines.length - 1] = { ...last, raw: `${last.raw}\\n${stray}` };
  return true;
}

/** Gives the wanted parts one by one, so that a file of many needs little memory. */
export function* components(bytes: Uint8Array, source: ComponentSource): Iterable<Component> {
  const builder = new ComponentBuilder(source.wanted);
  for (const line of contentLines(bytes)) {
    const { top } = builder;
    if ('stray' in line) {
      if (!continued(top, line.stray)) source.onStray(line);
      continue;
    }
    const kind = line.raw.trim().toUpperCase();
    const whole =
      line.name === 'BEGIN' ? builder.begin(kind, line.number) : line.name === 'END' ? builder.end(kind) : null;
    if (whole !== null) yield whole;
    if (line.name === 'BEGIN' || line.name === 'END') continue;
    if (top === null) source.onOuter(line);
    else top.lines.push(line);
  }
  const cut = builder.rest();
  if (cut !== null) yield cut;
}

export const lineNamed = (component: Component, name: string): ContentLine | null =>
  component.lines.find((line) => line.name === name) ?? null;
