import { createInflate } from 'node:zlib';

const signature = 8;
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** The packed pixels of a PNG, as far as the file goes. */
function packedPixels(file: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  let at = signature;
  while (at + 8 <= file.length) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    if (type === 'IDAT') pieces.push(file.subarray(at + 8, Math.min(at + 8 + length, file.length)));
    if (type === 'IEND') break;
    at += 12 + length;
  }
  return pieces;
}

/** Bytes that come out before the packed pixels end or break. */
function unpackedLength(pieces: readonly Buffer[], enough: number): Promise<number> {
  return new Promise((resolve) => {
    const inflate = createInflate();
    let length = 0;
    const finish = (): void => {
      inflate.removeAllListeners();
      // A late complaint about the broken end must not end the process.
      inflate.on('error', () => undefined);
      inflate.destroy();
      resolve(length);
    };
    inflate.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length >= enough) finish();
    });
    inflate.on('end', finish);
    inflate.on('error', finish);
    for (const piece of pieces) inflate.write(piece);
    inflate.end();
  });
}

/**
 * How many rows of a damaged PNG are really in the file, from the top. The picture library fills the missing ones with
 * rows it has already shown, which would put words into the picture that are not there.
 * @returns null where the rows do not follow one another (an interlaced PNG), so that nothing can be said.
 */
export async function intactPngRows(bytes: Uint8Array): Promise<number | null> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 33) return 0;
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  const channels = channelsOf[file[25] ?? -1];
  if (channels === undefined || file[28] !== 0) return null;
  const rowBytes = 1 + Math.ceil((width * channels * (file[24] ?? 8)) / 8);
  const length = await unpackedLength(packedPixels(file), rowBytes * height);
  return Math.min(height, Math.floor(length / rowBytes));
}
