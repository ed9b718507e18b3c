/** Records above this size are taken apart at once; it is far more than a message has. */
const recordCharacters = 64 * 1024;

type Range = readonly [from: number, to: number];

const quote = 34;
const backslash = 92;

/** Where the quotation mark stands that ends the string beginning at `from`; the text's length where none does. */
export function stringEnd(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === backslash) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return text.length;
}

/** The largest objects in lists that are no longer than a record, in the order of the text. */
function recordsIn(text: string): Range[] {
  const records: Range[] = [];
  // What is open: where it began, and whether it is a list.
  const open: { readonly from: number; readonly list: boolean }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === quote) at = stringEnd(text, at);
    else if (sign === 0x7b || sign === 0x5b) open.push({ from: at, list: sign === 0x5b });
    else if (sign === 0x7d || sign === 0x5d) {
      const closed = open.pop();
      if (closed === undefined || closed.list || open.at(-1)?.list !== true) continue;
      if (at + 1 - closed.from > recordCharacters) continue;
      while ((records.at(-1)?.[0] ?? -1) > closed.from) records.pop();
      records.push([closed.from, at + 1]);
    }
  }
  return records;
}

/** A name that no export uses; the number of a record stands under it until the record is asked for. */
const mark = '\u0000record';

function skeletonOf(text: string, records: readonly Range[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const [index, [from, to]] of records.entries()) {
    pieces.push(text.slice(at, from), JSON.stringify({ [mark]: index }));
    at = to;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

const markOf = (value: unknown): number | null => {
  if (typeof value !== 'object' || value === null || !(mark in value)) return null;
  const index = value[mark];
  return typeof index === 'number' ? index : null;
};

/** Null for a record that is no JSON: it is one bad entry, and the file goes on. */
function recordOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A list whose records are read out of the text each time they are asked for, and never all at once. */
function lazyList(list: unknown[], text: string, records: readonly Range[]): unknown[] {
  return new Proxy(list, {
    get(target, name, receiver): unknown {
      const value: unknown = Reflect.get(target, name, receiver);
      const range = records[markOf(value) ?? -1];
      return range === undefined ? value : recordOf(text.slice(range[0], range[1]));
    },
  });
}

/**
 * Reads a large JSON text without holding all its values: the objects in its lists are read one by one when they are asked
 * for, each time anew.
 * @throws SyntaxError where the text is no JSON outside its records; a record that is none is null
 */
export function parseLazily(text: string): unknown {
  const records = recordsIn(text);
  const root: unknown = JSON.parse(skeletonOf(text, records));
  const holder = [root];
  const stack: { readonly of: object; readonly name: string; readonly value: unknown }[] = [
    { of: holder, name: '0', value: root },
  ];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { of, name, value } = step;
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value) && value.some((each) => markOf(each) !== null)) {
      const list = lazyList(value, text, records);
      Object.defineProperty(of, name, { value: list, enumerable: true, configurable: true, writable: true });
    }
    for (const [inner, each] of Object.entries(value)) {
      if (typeof each === 'object' && markOf(each) === null) stack.push({ of: value, name: inner, value: each });
    }
  }
  return holder[0];
}
