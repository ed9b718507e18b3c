/** Numbers from a seed, the same on every machine (Mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What parsers stumble over, put in as it stands. */
const AWKWARD: readonly (string | Uint8Array)[] = [
  '',
  '\0',
  '\r\n\r\n',
  '\uFEFF',
  '\u202E',
  '\uD800',
  '-1',
  '0',
  '1e999',
  '99999999999999999999',
  '0000-00-00T99:99:99Z',
  '[['.repeat(2000),
  '{"a":'.repeat(2000),
  '<a>'.repeat(3000),
  '>'.repeat(3000),
  '"'.repeat(500),
  '(((((((((('.repeat(300),
  '&amp;&#x110000;&#xD800;&bogus;',
  '__proto__',
  'constructor',
  '../../../etc/passwd',
  '%00%ff%25',
  '=?utf-8?B?////?=',
  'a'.repeat(20_000),
  Uint8Array.from([0xff, 0xff, 0xff, 0xff]),
  Uint8Array.from([0x80, 0, 0, 0]),
  Uint8Array.from([0xff, 0xfe, 0xfd, 0xfc]),
  Uint8Array.from([0x7f, 0xff, 0xff, 0xff]),
];

/** Changes a file in one to six places. @param other another file, of which pieces are taken */
export function mutate(seed: Uint8Array, other: Uint8Array, random: () => number): Uint8Array {
  const times = 1 + Math.floor(random() * random() * 6);
  let bytes: Uint8Array = seed;
  for (let n = 0; n < times; n += 1) bytes = once(bytes, other, random);
  return bytes;
}

function once(bytes: Uint8Array, other: Uint8Array, random: () => number): Uint8Array {
  const upto = (limit: number) => Math.floor(random() * limit);
  const at = upto(bytes.length + 1);
  const length = Math.min(bytes.length - at, 1 + upto(random() < 0.5 ? 8 : 400));
  const joined = (...parts: readonly Uint8Array[]) => Buffer.concat(parts);
  switch (upto(8)) {
    case 0: {
      const flipped = Buffer.from(bytes);
      if (at < flipped.length) flipped[at] = (flipped[at] ?? 0) ^ (1 << upto(8));
      return flipped;
    }
    case 1: {
      const noise = Buffer.from(bytes);
      for (let n = at; n < at + length; n += 1) noise[n] = upto(256);
      return noise;
    }
    case 2:
      return bytes.subarray(0, at);
    case 3:
      return joined(bytes.subarray(0, at), bytes.subarray(at + length));
    case 4: {
      const piece = bytes.subarray(at, at + length);
      const again = Array.from({ length: 1 + upto(20) }, () => piece);
      return joined(bytes.subarray(0, at), ...again, bytes.subarray(at));
    }
    case 5: {
      const from = upto(other.length + 1);
      return joined(bytes.subarray(0, at), other.subarray(from, from + 1 + upto(600)), bytes.subarray(at));
    }
    default: {
      const awkward = AWKWARD[upto(AWKWARD.length)] ?? '';
      const piece = typeof awkward === 'string' ? Buffer.from(awkward) : awkward;
      return joined(bytes.subarray(0, at), piece, bytes.subarray(random() < 0.5 ? at : at + length));
    }
  }
}
