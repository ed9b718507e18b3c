import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { bytes, type DamagedFile, integer, type Row, text } from '../case-file/index.ts';
import { readAround } from './rows.ts';

interface Piece {
  readonly rowid: number;
  readonly ordinal: number;
}

/** Where the pieces of every stored content lie, as far as they can be reached, by the SHA-256 of the whole. */
export function piecesOf(file: DamagedFile): ReadonlyMap<string, readonly Piece[]> {
  const all = new Map<string, Piece[]>();
  readAround(
    (rowid, limit) => file.rowsFrom('content_chunk', 'sha256, ordinal', rowid, limit),
    (row) => {
      const pieces = all.get(text(row, 'sha256')) ?? [];
      pieces.push({ rowid: integer(row, 'rowid'), ordinal: integer(row, 'ordinal') });
      all.set(text(row, 'sha256'), pieces);
    },
  );
  return all;
}

/** The bytes of one content, where every piece can be read and all of them together have its hash; else null. */
export function wholeContent(file: DamagedFile, sha256: string, pieces: readonly Piece[]): Uint8Array | null {
  const found: Uint8Array[] = [];
  for (const [index, piece] of [...pieces].sort((a, b) => a.ordinal - b.ordinal).entries()) {
    const data = piece.ordinal === index ? pieceOf(file, piece.rowid) : null;
    if (data === null) return null;
    found.push(data);
  }
  const whole = Buffer.concat(found);
  return createHash('sha256').update(whole).digest('hex') === sha256 ? whole : null;
}

function pieceOf(file: DamagedFile, rowid: number): Uint8Array | null {
  try {
    const row: Row | undefined = file.rowsFrom('content_chunk', 'encoding, data', rowid, 1)[0];
    if (row === undefined || integer(row, 'rowid') !== rowid) return null;
    const data = bytes(row, 'data');
    return text(row, 'encoding') === 'deflate' ? inflateRawSync(data) : data;
  } catch {
    return null;
  }
}
