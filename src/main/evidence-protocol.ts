import { type Blob, BlobRequest } from '../contract/wire.ts';
import { evidencePolicy, ownOrigin } from './policies.ts';

/** What may be shown as what it is; everything else is bytes that nothing interprets. SVG and HTML are never among them. */
const shown = new Set([
  'application/pdf',
  'audio/aac',
  'audio/flac',
  'audio/mp4',
  'audio/mpeg',
  'audio/ogg',
  'audio/wav',
  'audio/webm',
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/webp',
  'text/plain',
  'video/mp4',
  'video/webm',
]);

/**
 * Reads an address such as `evidence://picture/ID?maxWidth=800`, `evidence://evidence/ID`, `evidence://media/ID`,
 * `evidence://page/ID?item=ID`, `evidence://document/ID` or `evidence://draft/ID`.
 * @returns null where it is none of these
 */
export function blobRequestOf(address: string): BlobRequest | null {
  try {
    const url = new URL(address);
    const id = decodeURIComponent(url.pathname.slice(1));
    if (url.protocol !== 'evidence:' || !/^[\w-]{1,100}$/.test(id)) return null;
    return BlobRequest.safeParse(requestFor(url.host, id, url.searchParams)).data ?? null;
  } catch {
    return null;
  }
}

function requestFor(kind: string, id: string, options: URLSearchParams): unknown {
  const maxWidth = options.get('maxWidth');
  switch (kind) {
    case 'evidence':
      return { kind, evidenceId: id };
    case 'picture':
      return { kind, evidenceId: id, maxWidth: maxWidth === null ? 1600 : Number(maxWidth) };
    case 'media':
      return { kind, evidenceId: id, from: 0, length: PIECE };
    case 'page':
      return { kind, evidenceId: id, itemId: options.get('item') };
    case 'document':
      return { kind, documentId: id };
    case 'draft':
      return { kind, draftId: id };
    default:
      return null;
  }
}

/** Answers `evidence://…` out of one window's own case: bytes with a forced type, never a script, never a request. */
export function serveEvidence(
  find: (request: BlobRequest) => Promise<Blob | null>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const wanted = blobRequestOf(request.url);
    if (wanted?.kind === 'media') return mediaAnswer(find, wanted.evidenceId, request.headers.get('range'));
    if (wanted?.kind === 'page') return pageAnswer(await find(wanted).catch(() => null));
    const blob = wanted && (await find(wanted).catch(() => null));
    if (!blob) return new Response(null, { status: 404, headers: inert });
    const [bare = ''] = blob.mime.toLowerCase().split(';');
    const type = shown.has(bare.trim()) ? bare.trim() : 'application/octet-stream';
    const headers = {
      ...inert,
      'content-type': type === 'text/plain' ? 'text/plain; charset=utf-8' : type,
      'accept-ranges': 'bytes',
    };
    const range = rangeOf(request.headers.get('range'), blob.bytes.length);
    if (range === 'unsatisfiable') {
      return new Response(null, {
        status: 416,
        headers: { ...inert, 'content-range': `bytes */${blob.bytes.length}` },
      });
    }
    if (!range) return new Response(new Uint8Array(blob.bytes), { headers });
    return new Response(new Uint8Array(blob.bytes.subarray(range.from, range.to + 1)), {
      status: 206,
      headers: { ...headers, 'content-range': `bytes ${range.from}-${range.to}/${blob.bytes.length}` },
    });
  };
}

/** So many bytes of a recording are handed over at once; a player asks for the next ones by itself. */
const PIECE = 2_097_152;

/** A piece of a recording, so that a film of any length never stands in memory whole. */
async function mediaAnswer(
  find: (request: BlobRequest) => Promise<Blob | null>,
  evidenceId: string,
  header: string | null,
): Promise<Response> {
  const ask = (from: number, length: number) =>
    find({ kind: 'media', evidenceId, from, length: Math.min(PIECE, length) }).catch(() => null);
  const head = await ask(0, 1);
  const total = head?.of ?? 0;
  if (head === null || !shown.has(head.mime)) return new Response(null, { status: 404, headers: inert });
  const range = rangeOf(header, total) ?? { from: 0, to: total - 1 };
  if (range === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { ...inert, 'content-range': `bytes */${total}` } });
  }
  const piece = await ask(range.from, range.to - range.from + 1);
  if (piece === null) return new Response(null, { status: 404, headers: inert });
  const to = range.from + piece.bytes.length - 1;
  return new Response(new Uint8Array(piece.bytes), {
    status: 206,
    headers: {
      ...inert,
      'content-type': head.mime,
      'accept-ranges': 'bytes',
      'content-length': String(piece.bytes.length),
      'content-range': `bytes ${range.from}-${to}/${total}`,
    },
  });
}

/** A saved page, the only HTML that is ever shown: its policy lets nothing run and nothing be asked for. */
function pageAnswer(blob: Blob | null): Response {
  if (blob === null) return new Response(null, { status: 404, headers: inert });
  return new Response(new Uint8Array(blob.bytes), { headers: { ...inert, 'content-type': 'text/html' } });
}

const inert = {
  'content-security-policy': evidencePolicy,
  'x-content-type-options': 'nosniff',
  'access-control-allow-origin': ownOrigin,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** One range, as players of sound and film ask for it. @param length in bytes @returns null where the whole is meant */
export function rangeOf(header: string | null, length: number): { from: number; to: number } | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (!match || (first === '' && last === '')) return null;
  const from = first === '' ? Math.max(0, length - Number(last)) : Number(first);
  const to = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1);
  return from <= to && from < length ? { from, to } : 'unsatisfiable';
}
