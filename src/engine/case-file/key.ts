import { argon2, createHash } from 'node:crypto';

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

/** @returns null when a letter is wrong or missing. */
export function fromRecoveryKey(written: string): Uint8Array | null {
  const letters = written.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (letters.length !== 56) return null;
  const key = decode(letters.slice(0, 52));
  return key !== null && checkOf(key) === letters.slice(52) ? key : null;
}

function checkOf(key: Uint8Array): string {
  return encode(createHash('sha256').update(key).digest().subarray(0, 3)).slice(0, 4);
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
  return out.length === 32 ? Uint8Array.from(out) : null;
}
