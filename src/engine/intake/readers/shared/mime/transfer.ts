import { fromUuencode } from './uuencode.ts';

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Base64 with whatever junk, missing or repeated padding mail programs leave in it. */
function fromBase64(bytes: Uint8Array): Uint8Array {
  const letters = view(bytes)
    .toString('latin1')
    .replace(/[^A-Za-z0-9+/=]/g, '');
  const firstPad = letters.indexOf('=');
  if (firstPad < 0 || firstPad >= letters.length - 2) return Buffer.from(letters, 'base64');
  // Several pieces, each with its own padding, stand one after the other.
  return Buffer.concat(letters.split(/=+/).map((piece) => Buffer.from(piece, 'base64')));
}

const newline = 0x0a;
const equals = 0x3d;

function hexValue(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const upper = byte & 0xdf;
  return upper >= 0x41 && upper <= 0x46 ? upper - 0x37 : -1;
}

/** Index after a soft line break that begins at the `=` at `at`, or -1 where none does. Blanks may stand before its end. */
function afterSoftBreak(bytes: Uint8Array, at: number): number {
  let next = at + 1;
  while (bytes[next] === 0x20 || bytes[next] === 0x09) next += 1;
  if (bytes[next] === 0x0d) next += 1;
  if (bytes[next] === newline) return next + 1;
  return next >= bytes.length ? next : -1;
}

function fromQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const out = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    at += 1;
    if (byte === equals) {
      const high = hexValue(bytes[at]);
      const low = hexValue(bytes[at + 1]);
      if (high >= 0 && low >= 0) {
        out[length++] = high * 16 + low;
        at += 2;
        continue;
      }
      const after = afterSoftBreak(bytes, at - 1);
      if (after >= 0) {
        at = after;
        continue;
      }
    }
    out[length++] = byte;
  }
  return out.subarray(0, length);
}

/** Undoes a Content-Transfer-Encoding (RFC 2045, section 6); unknown ones leave the bytes as they are. */
export function decodeTransfer(bytes: Uint8Array, encoding: string): Uint8Array {
  if (encoding === 'base64') return fromBase64(bytes);
  if (/^(?:x-)?uu(?:encode|e)?$/.test(encoding)) return fromUuencode(bytes);
  return encoding === 'quoted-printable' ? fromQuotedPrintable(bytes) : bytes;
}

/** The `Q` encoding of encoded words (RFC 2047): an underscore is a blank. */
export function decodeWordBytes(text: string, method: string): Uint8Array {
  const bytes = Buffer.from(text, 'latin1');
  if (method.toLowerCase() === 'b') return fromBase64(bytes);
  return fromQuotedPrintable(Buffer.from(text.replaceAll('_', ' '), 'latin1'));
}
