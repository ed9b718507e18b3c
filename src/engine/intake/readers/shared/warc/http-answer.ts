import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

export interface HttpAnswer {
  /** Null where the first line tells none. */
  readonly status: number | null;
  /** Lower-case names; the first of a name counts. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
  /** The body as it was sent, before its packing was undone. */
  readonly sent: Uint8Array;
  /** True where the packing of the body could not be undone to its end. */
  readonly damaged: boolean;
}

/** Puts the pieces of a chunked body together; where a length is wrong, the rest is taken as it stands. */
function joined(body: Buffer): { bytes: Buffer; damaged: boolean } {
  const pieces: Buffer[] = [];
  let at = 0;
  while (at < body.length) {
    const end = body.indexOf('\n', at, 'latin1');
    const head = end < 0 ? '' : body.subarray(at, Math.min(end, at + 100)).toString('latin1');
    const size = /^\s*([0-9a-f]{1,8})\s*(?:;[^\n]*)?\r?$/i.exec(head)?.[1];
    // Programs that record pages often undo the chunks and leave the header that speaks of them.
    if (size === undefined) return { bytes: Buffer.concat([...pieces, body.subarray(at)]), damaged: pieces.length > 0 };
    const length = Number.parseInt(size, 16);
    if (length === 0) return { bytes: Buffer.concat(pieces), damaged: false };
    pieces.push(body.subarray(end + 1, end + 1 + length));
    at = end + 1 + length;
    while (body[at] === 0x0d || body[at] === 0x0a) at += 1;
  }
  return { bytes: Buffer.concat(pieces), damaged: true };
}

const partial = { finishFlush: constants.Z_SYNC_FLUSH };

/** Undoes the packing of a body; nothing larger than `most` comes out. */
function unpacked(body: Buffer, encoding: string, most: number): { bytes: Buffer; damaged: boolean } {
  const options = { ...partial, maxOutputLength: most };
  try {
    if (/^(?:x-)?gzip$/.test(encoding)) {
      const packed = body[0] === 0x1f && body[1] === 0x8b;
      return { bytes: packed ? gunzipSync(body, options) : body, damaged: false };
    }
    if (encoding === 'br') return { bytes: brotliDecompressSync(body, { maxOutputLength: most }), damaged: false };
    if (encoding === 'deflate') {
      const wrapped = ((body[0] ?? 0) & 0x0f) === 8;
      return { bytes: wrapped ? inflateSync(body, options) : inflateRawSync(body, options), damaged: false };
    }
  } catch {
    // A body that was unpacked when it was recorded keeps the header that speaks of the packing.
    const readable = body.subarray(0, 512).toString('latin1').includes('<');
    return { bytes: readable ? body : Buffer.alloc(0), damaged: !readable };
  }
  return { bytes: body, damaged: encoding !== '' && encoding !== 'identity' };
}

/** Takes an answer of a server apart (RFC 9112): first line, headers, body without chunks and packing. */
export function httpAnswer(content: Buffer, most: number): HttpAnswer {
  const unix = content.indexOf('\n\n');
  const dos = content.indexOf('\r\n\r\n');
  const useDos = dos >= 0 && (unix < 0 || dos < unix);
  const end = useDos ? dos : unix;
  const head = content.subarray(0, Math.min(end < 0 ? content.length : end, 256 * 1024)).toString('latin1');
  const [first = '', ...lines] = head.split(/\r?\n/);
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  // "HTTP/1.1 200" without any words after it is common.
  const status = /^(?:HTTP\/[\d.]+|ICY)\s+(\d{3})/i.exec(first)?.[1];
  const sent = end < 0 ? Buffer.alloc(0) : content.subarray(end + (useDos ? 4 : 2));
  const chunked = /chunked/i.test(headers.get('transfer-encoding') ?? '');
  const whole = chunked ? joined(sent) : { bytes: sent, damaged: false };
  const body = unpacked(whole.bytes, (headers.get('content-encoding') ?? '').trim().toLowerCase(), most);
  return {
    status: status === undefined ? null : Number(status),
    headers,
    body: body.bytes,
    sent,
    damaged: whole.damaged || body.damaged,
  };
}
