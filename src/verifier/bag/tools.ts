import { Found } from '../reader.ts';

/** What the check of a copy needs of its surroundings; Node and a browser each give it (docs/custody.md). */
export interface Tools {
  hasher(): Hasher;
  /** Whether an Ed25519 signature holds. @param key the 32 bytes of the public key */
  signatureHolds(key: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean>;
}

/** SHA-256, bit by bit; the digest is 64 hex digits in lower case. */
export interface Hasher {
  update(bytes: Uint8Array): void;
  digest(): string;
}

/** A copy as it lies on a disk, or as it was handed to a page: paths relative to it, parted by `/`. */
export interface Folder {
  readonly paths: readonly string[];
  size(path: string): number;
  pieces(path: string): AsyncIterable<Uint8Array>;
}

const encoder = new TextEncoder();

export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

export function sha256(tools: Tools, data: Uint8Array | string): string {
  const hasher = tools.hasher();
  hasher.update(typeof data === 'string' ? utf8(data) : data);
  return hasher.digest();
}

/** @throws Found where the file is not there */
export async function bytesOf(folder: Folder, path: string): Promise<Uint8Array> {
  if (!folder.paths.includes(path)) throw new Found('a file of this copy is missing', path);
  const whole = new Uint8Array(folder.size(path));
  let at = 0;
  for await (const piece of folder.pieces(path)) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** @throws TypeError where the file is not UTF-8, Found where it is not there */
export async function textOf(folder: Folder, path: string): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await bytesOf(folder, path));
}

/** The lines of a file, each without its line feed. @throws Found where the file is not there */
export async function* linesOf(folder: Folder, path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  if (!folder.paths.includes(path)) throw new Found('a file of this copy is missing', path);
  let rest = '';
  for await (const piece of folder.pieces(path)) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

/** What stands before the 32 bytes of an Ed25519 key in its DER form (RFC 8410). */
export const ED25519_PREFIX: readonly number[] = [
  0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00,
];

/** A public key out of its PEM file, with the id that the record calls it by. @returns null where it is none */
export function publicKey(tools: Tools, pem: string): { readonly id: string; readonly key: Uint8Array } | null {
  const body = /^-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/=\n]+)-----END PUBLIC KEY-----\n?$/.exec(pem)?.[1];
  if (body === undefined) return null;
  try {
    const der = fromBase64(body.replaceAll('\n', ''));
    if (der.length !== 44 || ED25519_PREFIX.some((byte, index) => der[index] !== byte)) return null;
    return { id: sha256(tools, der).slice(0, 32), key: der.subarray(12) };
  } catch {
    return null;
  }
}
