/** The words with which every packed text begins its memory (MS-OXRTFCP, section 2.1.2.1). */
const beginning =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';

const packed = 0x75465a4c;
const plain = 0x414c454d;

/** Unpacks the formatted text of an Outlook message (MS-OXRTFCP); null where it is none. What is cut off ends early. */
export function unpackRtf(bytes: Uint8Array, maxBytes: number): Uint8Array | null {
  if (bytes.length < 16) return null;
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = Math.min(all.readUInt32LE(4), maxBytes);
  const kind = all.readUInt32LE(8);
  if (kind === plain) return all.subarray(16, 16 + size);
  return kind === packed ? unpacked(all, size) : null;
}

function unpacked(all: Buffer, size: number): Uint8Array {
  // A byte of input can stand for 17/1.125 bytes of output at most, whatever the file says of its size.
  const out = Buffer.allocUnsafe(Math.min(size, all.length * 16));
  const memory = Buffer.alloc(4096);
  let write = memory.write(beginning, 'latin1');
  let length = 0;
  const put = (byte: number): void => {
    out[length] = byte;
    length += 1;
    memory[write] = byte;
    write = (write + 1) % 4096;
  };
  let at = 16;
  while (at < all.length && length < out.length) {
    const control = all[at] ?? 0;
    at += 1;
    for (let bit = 0; bit < 8 && at < all.length && length < out.length; bit += 1) {
      if (((control >> bit) & 1) === 0) {
        put(all[at] ?? 0);
        at += 1;
        continue;
      }
      const reference = ((all[at] ?? 0) << 8) | (all[at + 1] ?? 0);
      at += 2;
      const offset = reference >> 4;
      // A reference to the place of writing marks the end.
      if (offset === write) return out.subarray(0, length);
      for (let count = 0; count < (reference & 15) + 2 && length < out.length; count += 1) {
        put(memory[(offset + count) % 4096] ?? 0);
      }
    }
  }
  return out.subarray(0, length);
}
