import { argon2Sync, createHash } from 'node:crypto';

/** Crockford's alphabet, in which the recovery sheet is written. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The file's key, 64 hex digits: a recovery key as it stands on the sheet, else the passphrase through Argon2id
 * (256 MiB, 3 passes, 1 lane), salted with the file's first 16 bytes.
 */
export function keyOf(passphrase: string, salt: Buffer): string {
  const recovered = fromRecoverySheet(passphrase);
  if (recovered !== null) return recovered.toString('hex');
  return argon2Sync('argon2id', {
    message: passphrase.normalize('NFC'),
    nonce: salt,
    memory: 262_144,
    passes: 3,
    parallelism: 1,
    tagLength: 32,
  }).toString('hex');
}

/** 52 letters of key and 4 of check, in any grouping; null where it is no recovery key. */
function fromRecoverySheet(written: string): Buffer | null {
  const letters = written.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{56}$/.test(letters)) return null;
  const bits = [...letters.slice(0, 52)].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(
    Array.from({ length: 32 }, (_, byte) => Number.parseInt(bits.slice(byte * 8, byte * 8 + 8), 2)),
  );
  const check = BigInt(`0x${createHash('sha256').update(key).digest('hex').slice(0, 5)}`);
  const wanted = [15n, 10n, 5n, 0n].map((shift) => LETTERS[Number((check >> shift) & 31n)]).join('');
  return wanted === letters.slice(52) ? key : null;
}
