import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { keepFolder } from './keep-folder.ts';

/** How far a copy has come, in bytes. */
export interface CopyPace {
  readonly signal: AbortSignal;
  progress(done: number, total: number): void;
}

const PIECE = 4 * 1024 * 1024;

/**
 * Copies a closed file piece by piece, so that it can be followed and cancelled, and puts it on disk. A copy that was not
 * finished is taken away. Never for a file that this process has open: closing it here would give up the lock on it.
 * @throws whatever the disk says; an AbortError after a cancel
 */
export async function copyWhole(from: string, to: string, pace: CopyPace): Promise<void> {
  const part = `${to}.part`;
  const source = await open(from, 'r');
  try {
    const target = await open(part, 'w', 0o600);
    try {
      await copyPieces(source, target, pace);
      await target.sync();
    } finally {
      await target.close();
    }
    await rename(part, to);
    keepFolder(to);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    await source.close();
  }
}

async function copyPieces(source: FileHandle, target: FileHandle, { signal, progress }: CopyPace): Promise<void> {
  const { size } = await source.stat();
  const piece = Buffer.alloc(PIECE);
  for (let done = 0; done < size; ) {
    signal.throwIfAborted();
    const { bytesRead } = await source.read(piece, 0, PIECE, done);
    if (bytesRead === 0) throw new Error('the file ended before its size');
    await target.write(piece, 0, bytesRead, done);
    done += bytesRead;
    progress(done, size);
  }
}
