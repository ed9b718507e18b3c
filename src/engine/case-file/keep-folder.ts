import { closeSync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

/** A file's new name is on disk only when its folder is; Windows keeps it by itself and opens no folders. */
export function keepFolder(path: string): void {
  if (process.platform === 'win32') return;
  const opened = openSync(dirname(path), 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
