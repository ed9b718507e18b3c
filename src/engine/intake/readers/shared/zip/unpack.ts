import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';

export type Unpacked =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly intact: boolean }
  | { readonly kind: 'refused'; readonly because: string };

export const damagedBytes = 'its packed bytes are damaged or end too early';

export const tooMuch =
  'unpacking it would make the archive more than 100 times as large as it is, which only archives made to do harm do';

/**
 * Unpacks one entry in memory, counting what comes out and not what the archive promises.
 * @param mayUnpack bytes that may still come out before the archive counts as a bomb.
 */
export async function unpackEntry(zip: ZipFile, entry: Entry, mayUnpack: number): Promise<Unpacked> {
  const room = Math.min(entry.uncompressedSize, mayUnpack);
  const bytes = Buffer.allocUnsafeSlow(room);
  let length = 0;
  let sum = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      if (!(chunk instanceof Uint8Array)) continue;
      if (length + chunk.length > room) {
        stream.destroy();
        return { kind: 'refused', because: overflow(entry, room) };
      }
      bytes.set(chunk, length);
      sum = crc32(chunk, sum);
      length += chunk.length;
    }
  } catch {
    return { kind: 'refused', because: damagedBytes };
  }
  if (length < entry.uncompressedSize) return { kind: 'refused', because: 'its packed bytes end too early' };
  return { kind: 'bytes', bytes, intact: sum === entry.crc32 };
}

function overflow(entry: Entry, room: number): string {
  if (room < entry.uncompressedSize) {
    return tooMuch;
  }
  return 'more bytes come out of it than the archive says';
}
