import { closeSync, fsyncSync, ftruncateSync, openSync, rmSync, statSync, writeSync } from 'node:fs';

const PIECE = Buffer.alloc(1024 * 1024);

/**
 * Writes zeros over a file and removes it. A disk that keeps old blocks (most of today's) may hold them all the same: only
 * encryption protects against somebody who takes the disk apart.
 */
export function overwrite(path: string): void {
  const file = openSync(path, 'r+');
  try {
    const { size } = statSync(path);
    for (let at = 0; at < size; at += PIECE.length) writeSync(file, PIECE, 0, Math.min(PIECE.length, size - at), at);
    fsyncSync(file);
    ftruncateSync(file, 0);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  rmSync(path);
}
