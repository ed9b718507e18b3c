import { type Header, rawValue, readHeaders, readParameters } from './headers.ts';
import { decodeTransfer } from './transfer.ts';

/** One part of a message; a multipart has `children`, everything else a body. */
export interface MimePart {
  readonly headers: readonly Header[];
  /** Lower case, such as `text/plain`. */
  readonly type: string;
  readonly typeParameters: ReadonlyMap<string, string>;
  readonly disposition: string;
  readonly fileName: string | null;
  readonly contentId: string | null;
  readonly children: readonly MimePart[];
  /** The body as it stands, transfer encoding not undone. */
  readonly raw: Uint8Array;
  /** Undoes the transfer encoding. */
  content(): Uint8Array;
}

export interface MimeLimits {
  readonly mimeDepth: number;
  readonly mimeParts: number;
  readonly mimeHeaderBytes: number;
}

export interface MimeTree {
  readonly root: MimePart;
  /** What is wrong with the structure or was left out because of a limit, in plain words. */
  readonly warnings: readonly string[];
}

interface Build {
  readonly limits: MimeLimits;
  readonly warnings: Set<string>;
  parts: number;
}

interface Section {
  readonly start: number;
  readonly end: number;
}

/** Whether a boundary line stands at `at`, and whether it is the last one; null where the text merely begins alike. */
function boundaryAt(body: Buffer, at: number, length: number): { last: boolean; after: number } | null {
  if (at > 0 && body[at - 1] !== 0x0a) return null;
  let next = at + length;
  const last = body[next] === 0x2d && body[next + 1] === 0x2d;
  if (last) next += 2;
  while (body[next] === 0x20 || body[next] === 0x09 || body[next] === 0x0d) next += 1;
  if (next < body.length && body[next] !== 0x0a) return null;
  return { last, after: Math.min(next + 1, body.length) };
}

/** The line break before a boundary belongs to the boundary (RFC 2046, section 5.1.1). */
function withoutBreak(body: Buffer, start: number, end: number): number {
  let to = end;
  if (to > start && body[to - 1] === 0x0a) to -= 1;
  if (to > start && body[to - 1] === 0x0d) to -= 1;
  return to;
}

function sectionsOf(body: Buffer, boundary: string, build: Build): Section[] {
  // Boundaries are plain letters; a sender who breaks that rule wrote the same bytes in both places.
  const mark = Buffer.from(`--${boundary}`, 'utf8');
  const sections: Section[] = [];
  let start = -1;
  let at = body.indexOf(mark);
  while (at >= 0) {
    const line = boundaryAt(body, at, mark.length);
    if (line !== null) {
      if (start >= 0) sections.push({ start, end: withoutBreak(body, start, at) });
      start = line.last ? -1 : line.after;
      if (line.last || sections.length > build.limits.mimeParts) return sections;
    }
    at = body.indexOf(mark, at + mark.length);
  }
  if (start >= 0) {
    sections.push({ start, end: body.length });
    build.warnings.add('The message ends before its last part is closed; it may be cut off.');
  }
  return sections;
}

/** The boundary that a body shows by itself where the header names none or a wrong one. */
function boundaryShown(body: Buffer): string | undefined {
  const head = body.subarray(0, 64 * 1024).toString('latin1');
  const shown = /(?:^|\n)--(\S[^\r\n]{0,69}?)[ \t]*\r?\n(?=[A-Za-z-]{2,60}:)/.exec(head)?.[1];
  return shown?.replace(/--$/, '');
}

interface Outer {
  readonly boundary: string | undefined;
  /** The kind of parts that do not name theirs: messages in a digest (RFC 2046, section 5.1.5). */
  readonly defaultType: string;
}

function childrenOf(body: Buffer, outer: Outer, depth: number, build: Build): MimePart[] {
  const named = outer.boundary === undefined || outer.boundary === '' ? undefined : outer.boundary;
  const missing = named === undefined || !body.includes(`--${named}`);
  const boundary = missing ? boundaryShown(body) : named;
  if (missing) build.warnings.add('A part made of several parts does not say where each begins.');
  if (boundary === undefined) return [];
  if (depth >= build.limits.mimeDepth) {
    build.warnings.add(`Parts nested deeper than ${build.limits.mimeDepth} levels were not opened.`);
    return [];
  }
  const children: MimePart[] = [];
  for (const section of sectionsOf(body, boundary, build)) {
    if (build.parts >= build.limits.mimeParts) {
      build.warnings.add(`Only the first ${build.limits.mimeParts} parts of the message were read.`);
      break;
    }
    children.push(partOf(body.subarray(section.start, section.end), depth + 1, build, outer.defaultType));
  }
  return children;
}

/** A multipart may carry no encoding of its own; some programs encode it all the same, and nothing shows until it is undone. */
function multipartBody(raw: Buffer, encoding: string, boundary: string | undefined): Buffer {
  if (boundary === undefined || (encoding !== 'base64' && encoding !== 'quoted-printable')) return raw;
  if (raw.includes(`--${boundary}`)) return raw;
  return Buffer.from(decodeTransfer(raw, encoding));
}

function partOf(bytes: Buffer, depth: number, build: Build, defaultType = 'text/plain'): MimePart {
  build.parts += 1;
  const { headers, bodyStart, cut } = readHeaders(bytes, build.limits.mimeHeaderBytes);
  if (cut) build.warnings.add(`Headers longer than ${build.limits.mimeHeaderBytes / 1024} KB were cut off.`);
  const type = readParameters(rawValue(headers, 'content-type'));
  const disposition = readParameters(rawValue(headers, 'content-disposition'));
  const encoding = (rawValue(headers, 'content-transfer-encoding') ?? '').split(/[\s;]/, 1)[0]?.toLowerCase() ?? '';
  const raw = bytes.subarray(bodyStart);
  const multipart = type.value.startsWith('multipart/');
  const boundary = type.parameters.get('boundary');
  const inner = type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  return {
    headers,
    type: /^[^/\s]+\/[^/\s]+$/.test(type.value) ? type.value : defaultType,
    typeParameters: type.parameters,
    disposition: disposition.value,
    fileName: disposition.parameters.get('filename') ?? type.parameters.get('name') ?? null,
    contentId: rawValue(headers, 'content-id')?.replace(/^<|>$/g, '') ?? null,
    children: multipart
      ? childrenOf(multipartBody(raw, encoding, boundary), { boundary, defaultType: inner }, depth, build)
      : [],
    raw,
    content: () => decodeTransfer(raw, encoding),
  };
}

/** Takes a message apart (RFC 2045, 2046); never throws, whatever the bytes are. */
export function readMime(bytes: Uint8Array, limits: MimeLimits): MimeTree {
  const build: Build = { limits, warnings: new Set(), parts: 0 };
  const root = partOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0, build);
  return { root, warnings: [...build.warnings] };
}
