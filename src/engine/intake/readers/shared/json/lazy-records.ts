/** Records above this size are taken apart at once; it is far more than a message has. */
const recordBytes = 64 * 1024;

const quote = 0x22;
const backslash = 0x5c;

/** Where the quotation mark stands that ends the string beginning at `from`; the length where none does. */
function stringEnd(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(quote, from + 1); at >= 0; at = bytes.indexOf(quote, at + 1)) {
    let slashes = 0;
    while (bytes[at - 1 - slashes] === backslash) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return bytes.length;
}

/** Where each record begins and ends. */
interface Records {
  readonly from: number[];
  readonly to: number[];
}

function addRecord(records: Records, from: number, to: number): void {
  while ((records.from.at(-1) ?? -1) > from) {
    records.from.pop();
    records.to.pop();
  }
  records.from.push(from);
  records.to.push(to);
}

/** The largest objects in lists that are no longer than a record, in the order of the file. */
function recordsIn(bytes: Buffer): Records {
  const records: Records = { from: [], to: [] };
  // What is open: where it began, below zero for a list.
  const open: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const sign = bytes[at];
    if (sign === quote) at = stringEnd(bytes, at);
    else if (sign === 0x7b) open.push(at);
    else if (sign === 0x5b) open.push(-1 - at);
    else if (sign === 0x7d || sign === 0x5d) {
      const from = open.pop() ?? -1;
      const inList = (open.at(-1) ?? 0) < 0;
      if (from >= 0 && inList && at + 1 - from <= recordBytes) addRecord(records, from, at + 1);
    }
  }
  return records;
}

/** A name that no export uses; the number of a record stands under it until the record is asked for. */
const mark = '\u0000record';

function skeletonOf(bytes: Buffer, records: Records): string {
  const pieces: string[] = [];
  let at = 0;
  for (const [index, from] of records.from.entries()) {
    pieces.push(bytes.toString('utf8', at, from), `{"\\u0000record":${index}}`);
    at = records.to[index] ?? bytes.length;
  }
  pieces.push(bytes.toString('utf8', at));
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

/** A list whose records are read out of the file each time they are asked for, and never all at once. */
function lazyList(list: unknown[], bytes: Buffer, records: Records): unknown[] {
  return new Proxy(list, {
    get(target, name, receiver): unknown {
      const value: unknown = Reflect.get(target, name, receiver);
      const index = markOf(value);
      return index === null ? value : recordOf(bytes.toString('utf8', records.from[index], records.to[index]));
    },
  });
}

/**
 * Reads large JSON (UTF-8) without holding all its values: the objects in its lists are read one by one when they are asked
 * for, each time anew.
 * @throws SyntaxError where the bytes are no JSON outside its records; a record that is none is null
 */
export function parseLazily(bytes: Buffer): unknown {
  const records = recordsIn(bytes);
  const root: unknown = JSON.parse(skeletonOf(bytes, records));
  const holder = [root];
  const stack: { readonly of: object; readonly name: string; readonly value: unknown }[] = [
    { of: holder, name: '0', value: root },
  ];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { of, name, value } = step;
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value) && value.some((each) => markOf(each) !== null)) {
      const list = lazyList(value, bytes, records);
      Object.defineProperty(of, name, { value: list, enumerable: true, configurable: true, writable: true });
    }
    for (const [inner, each] of Object.entries(value)) {
      if (typeof each === 'object' && markOf(each) === null) stack.push({ of: value, name: inner, value: each });
    }
  }
  return holder[0];
}
