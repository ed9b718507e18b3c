import { closeSync, openSync, readSync } from 'node:fs';

/** `Evnh`, at byte 68 of an unencrypted case. */
const APPLICATION_ID = 0x45766e68;

export function firstBytes(path: string, most: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(most);
    return head.subarray(0, readSync(file, head, 0, most, 0));
  } finally {
    closeSync(file);
  }
}

/** What the first 100 bytes say: a case that is not encrypted, another program's database, or neither. */
export function plainHeader(head: Buffer): 'plain' | 'foreign' | 'encrypted' {
  if (head.toString('latin1', 0, 16) !== 'SQLite format 3\0') return 'encrypted';
  return head.length >= 72 && head.readUInt32BE(68) === APPLICATION_ID ? 'plain' : 'foreign';
}
