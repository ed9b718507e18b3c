import { argon2, createHash, randomBytes } from 'node:crypto';

/**
 * Passphrase to key, fixed by case file format 1: Argon2id, 256 MiB, 3 passes, 1 lane, 32 bytes, salted with the file's
 * own first 16 bytes. About 1.7 s on an office computer, so that guessing an offline file costs dearly
 * (OWASP's minimum for log-ins is 19 MiB, 2 passes).
 */
const FORMAT_1 = { memory: 262_144, passes: 3, parallelism: 1, tagLength: 32 };

export const SALT_BYTES = 16;

export function deriveKey(passphrase: string, salt: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    argon2(
      'argon2id',
      { message: passphrase.normalize('NFC'), nonce: salt, ...FORMAT_1 },
      (error: Error | null, key: Uint8Array) => (error ? reject(error) : resolve(key)),
    );
  });
}

/** A derived key with its salt, as the cipher takes it. */
export function keyed(key: Uint8Array, salt: Uint8Array): string {
  return `raw:${Buffer.from(key).toString('hex')}${Buffer.from(salt).toString('hex')}`;
}

/** Crockford's alphabet: no I, L, O or U, so that a key read from paper is not misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The derived key for the recovery sheet: 52 letters and a 4-letter check, in groups of four. */
export function toRecoveryKey(key: Uint8Array): string {
  const words = encode(key) + checkOf(key);
  return words.match(/.{1,4}/g)?.join('-') ?? words;
}

/**
 * Two halves for two people: random bytes, and the key with those bytes added bit by bit (exclusive or). One half alone
 * says nothing about the key. Each has a check of its own, by which it is told from a whole key and from the other half.
 */
export function toHalves(key: Uint8Array): { readonly first: string; readonly second: string } {
  const pad = randomBytes(key.length);
  const words = (half: Uint8Array, which: Which) =>
    (encode(half) + checkOf(half, which)).match(/.{1,4}/g)?.join('-') ?? '';
  return { first: words(pad, 'first half'), second: words(added(key, pad), 'second half') };
}

type Which = '' | 'first half' | 'second half';
const KEY_LETTERS = 52;
const WRITTEN_LETTERS = 56;

/** Takes the whole key, or both halves in either order. @returns null when a letter is wrong or missing. */
export function fromRecoveryKey(written: string): Uint8Array | null {
  const letters = written.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (letters.length === WRITTEN_LETTERS) return checked(letters, '');
  if (letters.length !== 2 * WRITTEN_LETTERS) return null;
  const parts = [letters.slice(0, WRITTEN_LETTERS), letters.slice(WRITTEN_LETTERS)];
  for (const [one = '', other = ''] of [parts, parts.toReversed()]) {
    const first = checked(one, 'first half');
    const second = checked(other, 'second half');
    if (first !== null && second !== null) return added(first, second);
  }
  return null;
}

function checked(letters: string, which: Which): Uint8Array | null {
  const bytes = decode(letters.slice(0, KEY_LETTERS));
  return bytes !== null && checkOf(bytes, which) === letters.slice(KEY_LETTERS) ? bytes : null;
}

function added(one: Uint8Array, other: Uint8Array): Uint8Array {
  return one.map((byte, index) => byte ^ (other[index] ?? 0));
}

function checkOf(key: Uint8Array, which: Which = ''): string {
  return encode(createHash('sha256').update(which).update(key).digest().subarray(0, 3)).slice(0, 4);
}

function encode(data: Uint8Array): string {
  let bits = 0;
  let held = 0;
  let out = '';
  for (const byte of data) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += ALPHABET[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  if (bits > 0) out += ALPHABET[(held << (5 - bits)) & 31];
  return out;
}

function decode(letters: string): Uint8Array | null {
  let bits = 0;
  let held = 0;
  const out: number[] = [];
  for (const letter of letters) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return null;
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      out.push((held >> bits) & 255);
      held &= (1 << bits) - 1;
    }
  }
  // The last letter holds one bit of the key; the others are zero, or a letter is wrong.
  return out.length === 32 && held === 0 ? Uint8Array.from(out) : null;
}
