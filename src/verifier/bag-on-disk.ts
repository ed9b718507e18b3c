import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type BagOrder, type BagReport, checkBag, type Folder, type Tools } from './bag/check-bag.ts';
import { ED25519_PREFIX } from './bag/tools.ts';

/** Large enough that reading costs little beside hashing. */
const PIECE_BYTES = 1_048_576;

export const nodeTools: Tools = {
  hasher: () => {
    const hash = createHash('sha256');
    return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
  },
  signatureHolds: async (key, message, signature) => {
    const der = Buffer.concat([Buffer.from(ED25519_PREFIX), key]);
    return verify(null, message, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature);
  },
};

/** Whether a path is a folder that says it is a copy (RFC 8493). */
export function isBag(path: string): boolean {
  return existsSync(join(path, 'bagit.txt'));
}

/** Checks a copy that lies on this computer's disk. It writes nothing. */
export function verifyBag(path: string, order: BagOrder): Promise<BagReport> {
  return checkBag(folderAt(path), nodeTools, order);
}

function folderAt(root: string): Folder {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    // A link could point out of the copy: it is no file of it.
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length)
        .replace(/^[/\\]+/, '')
        .replaceAll('\\', '/'),
    );
  return {
    paths,
    size: (path) => statSync(join(root, path)).size,
    pieces: (path) => createReadStream(join(root, path), { highWaterMark: PIECE_BYTES }),
  };
}
