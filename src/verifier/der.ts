/** One value of DER (X.690): its tag, what it holds, and all its bytes. */
export interface Der {
  readonly tag: number;
  readonly content: Uint8Array;
  readonly whole: Uint8Array;
}

export class NotDer extends Error {
  override readonly name = 'NotDer';
}

/** Deeper or longer things are no answer of a time-stamping authority. */
const LONGEST = 4_194_304;

/** The first value in these bytes. @throws NotDer */
export function readDer(bytes: Uint8Array): Der {
  const first = bytes[1];
  if (bytes[0] === undefined || first === undefined || (bytes[0] & 31) === 31) throw new NotDer('no value');
  let start = 2;
  let length = first;
  if (first >= 128) {
    const digits = first - 128;
    if (digits === 0 || digits > 4) throw new NotDer('no length');
    length = bytes.subarray(2, 2 + digits).reduce((sum, byte) => sum * 256 + byte, 0);
    start += digits;
  }
  if (length > LONGEST || start + length > bytes.length) throw new NotDer('cut short');
  return { tag: bytes[0], content: bytes.subarray(start, start + length), whole: bytes.subarray(0, start + length) };
}

/** The values inside one, in order. @throws NotDer */
export function children(parent: Der): readonly Der[] {
  const values: Der[] = [];
  for (let rest = parent.content; rest.length > 0; ) {
    const value = readDer(rest);
    values.push(value);
    rest = rest.subarray(value.whole.length);
  }
  return values;
}

/** `1.2.840.113549.1.9.4` @throws NotDer */
export function oidOf(value: Der | undefined): string {
  if (value?.tag !== 0x06) throw new NotDer('no object identifier');
  const numbers: number[] = [];
  let held = 0;
  for (const byte of value.content) {
    held = held * 128 + (byte & 127);
    if (byte < 128) {
      numbers.push(held);
      held = 0;
    }
  }
  const [first = 0, ...rest] = numbers;
  const top = Math.min(2, Math.floor(first / 40));
  return [top, first - top * 40, ...rest].join('.');
}
