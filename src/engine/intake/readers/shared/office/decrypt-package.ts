import { createDecipheriv, createHash } from 'node:crypto';

export type Decrypted =
  | { readonly kind: 'package'; readonly bytes: Uint8Array }
  | { readonly kind: 'wrong-password' }
  /** Encrypted in a way that is not read here, or damaged. */
  | { readonly kind: 'unknown' };

/** Rounds of hashing; Office writes 100,000, and a file made to do harm could ask for any number. */
const mostRounds = 1_000_000;
const segmentBytes = 4096;

const number32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** Cut or filled up with 0x36, as MS-OFFCRYPTO 2.3.4.11 has it. */
function fitted(bytes: Buffer, length: number): Buffer {
  return bytes.length >= length
    ? bytes.subarray(0, length)
    : Buffer.concat([bytes, Buffer.alloc(length - bytes.length, 0x36)]);
}

function hashOf(algorithm: string, ...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** The hash of a password that both ways of encrypting begin with. */
function passwordHash(algorithm: string, salt: Uint8Array, password: string, rounds: number): Buffer {
  let hash = hashOf(algorithm, salt, Buffer.from(password, 'utf16le'));
  for (let round = 0; round < rounds; round += 1) hash = hashOf(algorithm, number32(round), hash);
  return hash;
}

function undo(cipher: string, key: Buffer, iv: Buffer | null, bytes: Uint8Array): Buffer {
  const decipher = createDecipheriv(cipher, key, iv).setAutoPadding(false);
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 16));
  return Buffer.concat([decipher.update(whole), decipher.final()]);
}

interface AgileKey {
  readonly hash: string;
  readonly bits: number;
  readonly block: number;
  readonly salt: Buffer;
  readonly value: (name: string) => Buffer;
  readonly rounds: number;
}

function agileKey(element: string): AgileKey | null {
  const text = (name: string): string => new RegExp(`\\b${name}="([^"]{0,1000})"`).exec(element)?.[1] ?? '';
  const hash = text('hashAlgorithm').toLowerCase().replace('-', '');
  const known =
    /^(?:sha1|sha256|sha384|sha512|md5)$/.test(hash) &&
    text('cipherAlgorithm') === 'AES' &&
    text('cipherChaining') === 'ChainingModeCBC';
  const bits = Number(text('keyBits'));
  const rounds = Number(text('spinCount') || 0);
  if (!known || ![128, 192, 256].includes(bits) || !(rounds <= mostRounds)) return null;
  const value = (name: string): Buffer => Buffer.from(text(name), 'base64');
  return { hash, bits, block: 16, salt: value('saltValue'), value, rounds };
}

const purposes = {
  input: Buffer.from('fea7d2763b4b9e79', 'hex'),
  hash: Buffer.from('d7aa0f6d3061344e', 'hex'),
  key: Buffer.from('146e0be7abacd0d6', 'hex'),
};

/** Agile encryption, Office 2010 and later (MS-OFFCRYPTO 2.3.4.10 to 2.3.4.15). */
function agile(xml: string, stored: Buffer, password: string): Decrypted {
  const data = agileKey(/<keyData\b[^>]*>/.exec(xml)?.[0] ?? '');
  const lock = agileKey(/<(?:\w+:)?encryptedKey\b[^>]*>/.exec(xml)?.[0] ?? '');
  if (data === null || lock === null) return { kind: 'unknown' };
  const hash = passwordHash(lock.hash, lock.salt, password, lock.rounds);
  const opened = (purpose: Buffer, name: string): Buffer => {
    const key = fitted(hashOf(lock.hash, hash, purpose), lock.bits / 8);
    return undo(`aes-${lock.bits}-cbc`, key, fitted(lock.salt, lock.block), lock.value(name));
  };
  const input = opened(purposes.input, 'encryptedVerifierHashInput').subarray(0, lock.salt.length);
  const expected = hashOf(lock.hash, input);
  if (!expected.equals(opened(purposes.hash, 'encryptedVerifierHashValue').subarray(0, expected.length))) {
    return { kind: 'wrong-password' };
  }
  const key = opened(purposes.key, 'encryptedKeyValue').subarray(0, data.bits / 8);
  const pieces: Buffer[] = [];
  for (let at = 8, segment = 0; at < stored.length; at += segmentBytes, segment += 1) {
    const iv = fitted(hashOf(data.hash, data.salt, number32(segment)), data.block);
    pieces.push(undo(`aes-${data.bits}-cbc`, key, iv, stored.subarray(at, at + segmentBytes)));
  }
  return { kind: 'package', bytes: Buffer.concat(pieces).subarray(0, Number(stored.readBigUInt64LE(0))) };
}

/** Standard encryption, Office 2007 (MS-OFFCRYPTO 2.3.4.5 to 2.3.4.9). */
function standard(info: Buffer, stored: Buffer, password: string): Decrypted {
  const headerSize = info.readUInt32LE(8);
  const bits = info.readUInt32LE(12 + 16);
  const verifier = info.subarray(12 + headerSize);
  if (![128, 192, 256].includes(bits) || verifier.length < 4 + 16 + 16 + 4 + 20) return { kind: 'unknown' };
  const salt = verifier.subarray(4, 20);
  const hash = hashOf('sha1', passwordHash('sha1', salt, password, 50_000), number32(0));
  const half = (filling: number): Buffer => {
    const block = Buffer.alloc(64, filling);
    hash.forEach((byte, index) => {
      block[index] = byte ^ filling;
    });
    return hashOf('sha1', block);
  };
  const key = Buffer.concat([half(0x36), half(0x5c)]).subarray(0, bits / 8);
  const cipher = `aes-${bits}-ecb`;
  const expected = hashOf('sha1', undo(cipher, key, null, verifier.subarray(20, 36)));
  const told = undo(cipher, key, null, verifier.subarray(40, 72)).subarray(0, expected.length);
  if (!expected.equals(told)) return { kind: 'wrong-password' };
  return {
    kind: 'package',
    bytes: undo(cipher, key, null, stored.subarray(8)).subarray(0, Number(stored.readBigUInt64LE(0))),
  };
}

/** Opens an Office document behind a password: the streams `EncryptionInfo` and `EncryptedPackage` of its compound file. */
export function decryptPackage(info: Uint8Array, stored: Uint8Array, password: string): Decrypted {
  const head = Buffer.from(info.buffer, info.byteOffset, info.byteLength);
  const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
  if (head.length < 8 || bytes.length < 24) return { kind: 'unknown' };
  try {
    if (head.readUInt16LE(0) === 4 && head.readUInt16LE(2) === 4)
      return agile(head.subarray(8).toString('utf8'), bytes, password);
    return head.readUInt16LE(2) === 2 ? standard(head, bytes, password) : { kind: 'unknown' };
  } catch {
    return { kind: 'unknown' };
  }
}
