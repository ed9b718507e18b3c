import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Folder, Tools } from '../bag/check-bag.ts';

/**
 * What a browser gives: signatures by the browser itself where it knows Ed25519, else by the library that lies in the
 * page. Hashes are made by the library, because the browser's own can only take a whole file at once.
 */
export async function browserTools(): Promise<Tools> {
  const own = await knowsEd25519();
  return {
    hasher: () => {
      const hash = sha256.create();
      return { update: (bytes) => void hash.update(bytes), digest: () => bytesToHex(hash.digest()) };
    },
    signatureHolds: own ? holdsByBrowser : holdsByLibrary,
  };
}

async function holdsByLibrary(key: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  try {
    // As Node and OpenSSL count it (RFC 8032), not the looser rule of some ledgers.
    return ed25519.verify(signature, message, key, { zip215: false });
  } catch {
    return false;
  }
}

async function holdsByBrowser(key: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const known = await crypto.subtle.importKey('raw', copied(key), 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', known, copied(signature), copied(message));
}

function copied(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

async function knowsEd25519(): Promise<boolean> {
  try {
    await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
    return true;
  } catch {
    return false;
  }
}

/** A folder as a page gets it: files by their paths within the folder that was chosen. */
export function folderOf(files: ReadonlyMap<string, File>): Folder {
  const file = (path: string): File => {
    const found = files.get(path);
    if (found === undefined) throw new Error(`${path} is not there`);
    return found;
  };
  return {
    paths: [...files.keys()],
    size: (path) => file(path).size,
    pieces: (path) => piecesOf(file(path)),
  };
}

/** Read in slices, so that a large recording does not fill the memory. */
const SLICE_BYTES = 4_194_304;

async function* piecesOf(file: File): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += SLICE_BYTES) {
    yield new Uint8Array(await file.slice(at, at + SLICE_BYTES).arrayBuffer());
  }
}
