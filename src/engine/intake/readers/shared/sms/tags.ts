import { withoutReferences } from '../chat/entities.ts';

/** A tag of an XML file with its attributes, still as bytes: a picture of many megabytes may lie in one attribute. */
export interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly selfClosing: boolean;
  /** Where the tag begins. */
  readonly at: number;
  has(attribute: string): boolean;
  /** The value as letters, references put right; null where the attribute is missing. */
  text(attribute: string): string | null;
  /** The value as bytes, references as they stand; null where the attribute is missing. */
  raw(attribute: string): Buffer | null;
}

export type Token = Tag | { readonly cut: number } | { readonly doctype: number };

const lt = 0x3c;
const gt = 0x3e;
const slash = 0x2f;
const equals = 0x3d;
const isBlank = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
const isNameEnd = (byte: number | undefined): boolean =>
  byte === undefined || isBlank(byte) || byte === gt || byte === slash || byte === equals;

/** Attributes of one tag that are read; real ones have at most 30. */
const mostAttributes = 200;

function nameEnd(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && at - from < 256 && !isNameEnd(bytes[at])) at += 1;
  return at;
}

type Range = readonly [from: number, to: number];

function tagOf(
  bytes: Buffer,
  at: number,
  name: string,
  closing: boolean,
  selfClosing: boolean,
  ranges: ReadonlyMap<string, Range>,
): Tag {
  const raw = (attribute: string): Buffer | null => {
    const range = ranges.get(attribute);
    return range === undefined ? null : bytes.subarray(range[0], range[1]);
  };
  return {
    name,
    closing,
    selfClosing,
    at,
    has: (attribute) => ranges.has(attribute),
    raw,
    text: (attribute) => {
      const value = raw(attribute);
      return value === null ? null : withoutReferences(value.toString('utf8'));
    },
  };
}

/** Reads one tag that begins at `at`; null where the file ends inside it. `next` is where to go on. */
function readTag(bytes: Buffer, at: number): { readonly tag: Tag; readonly next: number } | null {
  const closing = bytes[at + 1] === slash;
  const from = at + (closing ? 2 : 1);
  const to = nameEnd(bytes, from);
  const name = bytes.toString('latin1', from, to);
  const ranges = new Map<string, Range>();
  let cursor = to;
  let selfClosing = false;
  while (cursor < bytes.length) {
    const byte = bytes[cursor];
    if (byte === gt) return { tag: tagOf(bytes, at, name, closing, selfClosing, ranges), next: cursor + 1 };
    if (byte === lt) return { tag: tagOf(bytes, at, name, closing, selfClosing, ranges), next: cursor };
    if (byte === slash) selfClosing = true;
    if (byte === slash || byte === equals || isBlank(byte)) {
      cursor += 1;
      continue;
    }
    const end = nameEnd(bytes, cursor);
    const value = valueAt(bytes, end);
    if (value === null) return null;
    if (ranges.size < mostAttributes && value.range !== null) {
      const attribute = bytes.toString('latin1', cursor, end);
      if (!ranges.has(attribute)) ranges.set(attribute, value.range);
    }
    cursor = Math.max(value.next, cursor + 1);
  }
  return null;
}

/** The quoted value after a name; a name without one has none. Null where the file ends inside the value. */
function valueAt(bytes: Buffer, from: number): { readonly range: Range | null; readonly next: number } | null {
  let at = from;
  while (isBlank(bytes[at])) at += 1;
  if (bytes[at] !== equals) return { range: null, next: from };
  at += 1;
  while (isBlank(bytes[at])) at += 1;
  const quote = bytes[at];
  if (quote !== 0x22 && quote !== 0x27) return { range: null, next: at };
  const end = bytes.indexOf(quote, at + 1);
  return end < 0 ? null : { range: [at + 1, end], next: end + 1 };
}

function skipMarkup(bytes: Buffer, at: number): number {
  const comment = bytes.toString('latin1', at, at + 4) === '<!--';
  const end = comment ? bytes.indexOf('-->', at + 4, 'latin1') : bytes.indexOf(gt, at);
  return end < 0 ? bytes.length : end + (comment ? 3 : 1);
}

/** A document type ends after its inner part, if it has one; nothing of it is read. */
function skipDoctype(bytes: Buffer, at: number): number {
  const end = bytes.indexOf(gt, at);
  const inner = bytes.indexOf(0x5b, at);
  if (inner < 0 || inner > end) return end < 0 ? bytes.length : end + 1;
  const close = bytes.indexOf(']', inner, 'latin1');
  const after = close < 0 ? -1 : bytes.indexOf(gt, close);
  return after < 0 ? bytes.length : after + 1;
}

/**
 * The tags of an XML file one after another, without a tree and without a copy of the file. Entities and document types
 * are never followed; text between tags is passed over, since this format keeps everything in attributes.
 */
export function* tagsOf(bytes: Buffer): Generator<Token> {
  let at = bytes.indexOf(lt);
  while (at >= 0 && at < bytes.length) {
    const next = bytes[at + 1];
    if (next === 0x21 || next === 0x3f) {
      const doctype = /^<!doctype/i.test(bytes.toString('latin1', at, at + 9));
      if (doctype) yield { doctype: at };
      at = bytes.indexOf(lt, doctype ? skipDoctype(bytes, at) : skipMarkup(bytes, at));
      continue;
    }
    const read = readTag(bytes, at);
    if (read === null) {
      yield { cut: at };
      return;
    }
    yield read.tag;
    at = bytes.indexOf(lt, read.next);
  }
}
