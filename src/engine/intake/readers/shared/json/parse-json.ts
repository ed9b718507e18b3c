import { isUtf8 } from 'node:buffer';
import type { Peek } from '../../reader.ts';
import { decodeText } from '../decode-text.ts';
import { parseLazily } from './lazy-records.ts';

/** What a JSON text holds, and whether it breaks off before its end. */
export interface ParsedJson {
  readonly value: unknown;
  /** True where the text ends in the middle; `value` then holds what stands before. */
  readonly cut: boolean;
  /** True where something that is no JSON follows the value. */
  readonly trailing: boolean;
}

interface Openings {
  /** Closing brackets that are still missing, outermost first. */
  readonly missing: readonly string[];
  /** Where the last complete value ends. */
  readonly safe: number;
  /** Where the whole value ends; null where it never does. */
  readonly end: number | null;
}

const quote = 34;
const backslash = 92;

/** Where the quotation mark stands that ends the string beginning at `from`; the text's length where none does. */
function stringEnd(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === backslash) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return text.length;
}

function openingsIn(text: string): Openings {
  const missing: string[] = [];
  let safe = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === quote) at = stringEnd(text, at);
    else if (sign === 0x7b || sign === 0x5b) {
      missing.push(sign === 0x7b ? '}' : ']');
      safe = at + 1;
    } else if (sign === 0x7d || sign === 0x5d) {
      missing.pop();
      safe = at + 1;
      if (missing.length === 0) return { missing, safe, end: safe };
    } else if (sign === 0x2c) safe = at;
  }
  return { missing, safe, end: null };
}

/** Several values one after another (a value a line) are another format. */
const isAnotherValue = (rest: string): boolean => /^[\s,;]{0,100}[{[]/.test(rest);

/** Closes what a text that breaks off has left open, or leaves out what follows; null where it is no JSON even then. */
function mended(text: string): ParsedJson | null {
  const { missing, safe, end } = openingsIn(text);
  if (safe === 0 || (end !== null && isAnotherValue(text.slice(end, end + 200)))) return null;
  try {
    const value = parsedValue(text.slice(0, safe) + [...missing].reverse().join(''));
    return { value, cut: end === null, trailing: end !== null };
  } catch {
    return null;
  }
}

/** One damaged record in a list does not take the others along. */
function parsedValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return parseLazily(Buffer.from(text));
  }
}

/** Reads a JSON text; one that breaks off is read as far as it goes. Null where it is no JSON. */
export function parseJson(text: string): ParsedJson | null {
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const first = /^\s{0,1000}([{[])/.exec(plain)?.[1];
  if (first === undefined) return null;
  try {
    return { value: parsedValue(plain), cut: false, trailing: false };
  } catch {
    return mended(plain);
  }
}

/** From this size on, the records of a file are read one by one, so that not all of them lie in memory. */
export const largeFile = 24 * 1024 * 1024;

function largeValue(bytes: Buffer): ParsedJson | null {
  if (!/^(?:\u00ef\u00bb\u00bf)?\s{0,1000}[{[]/.test(bytes.toString('latin1', 0, 1100)) || !isUtf8(bytes)) return null;
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    return { value: parseLazily(marked ? bytes.subarray(3) : bytes), cut: false, trailing: false };
  } catch {
    return null;
  }
}

/** Reads the bytes of a JSON file. `warning` is what the decoding has to say. */
export function parseJsonFile(
  bytes: Uint8Array,
  largeFrom = largeFile,
): { readonly parsed: ParsedJson | null; readonly warning: string | null } {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const large = bytes.length >= largeFrom ? largeValue(view) : null;
  if (large !== null) return { parsed: large, warning: null };
  const decoded = decodeText(bytes);
  return { parsed: parseJson(decoded.text), warning: decoded.warning };
}

/** The spine of lists and objects that were still open where a cut text ends, outermost first. */
function openSpine(value: unknown): unknown[][] {
  const lists: unknown[][] = [];
  let at: unknown = value;
  while (typeof at === 'object' && at !== null) {
    if (Array.isArray(at)) lists.push(at);
    at = Array.isArray(at) ? at.at(-1) : Object.values(at).at(-1);
  }
  return lists;
}

/**
 * Takes the last record out of a cut text, since nobody knows what is missing of it. The record is taken from the longest
 * list that was open: a list of messages is longer than the list of reactions of one message.
 * @param leave how many records must stay
 * @returns true where a record was taken out
 */
export function dropLastRecord(parsed: ParsedJson, leave = 0): boolean {
  if (!parsed.cut) return false;
  let longest: unknown[] | null = null;
  for (const list of openSpine(parsed.value)) if (longest === null || list.length > longest.length) longest = list;
  if (longest === null || longest.length <= leave || typeof longest.at(-1) !== 'object') return false;
  longest.pop();
  return true;
}

/** `window.YTD.tweets.part0 = [`: a name and an equals sign before the value. The text is never run. */
export function withoutAssignment(text: string): { readonly name: string; readonly json: string } | null {
  const found = /^[\s\ufeff]{0,100}([A-Za-z_$][\w$.]{0,200})\s{0,20}=\s{0,20}(?=[{[])/.exec(text);
  if (found?.[1] === undefined) return null;
  return { name: found[1], json: text.slice(found[0].length).replace(/;\s*$/, '') };
}

const heads = new WeakMap<Peek, ParsedJson | null>();

/** The start of a file as JSON, as far as it was looked at; null where it is none. */
export function headJson(peek: Peek): ParsedJson | null {
  const known = heads.get(peek);
  if (known !== undefined) return known;
  const parsed = peek.text === null ? null : parseJson(peek.text);
  // What is left of a record at the edge would not look like one; the only record of a head is better than none.
  if (parsed !== null) dropLastRecord(parsed, 1);
  heads.set(peek, parsed);
  return parsed;
}
