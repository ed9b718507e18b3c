import { inflateSync } from 'node:zlib';

/** What a cryptographic message (CMS, RFC 5652) holds, as far as it can be told without a key. */
export type CmsContent =
  | { readonly kind: 'signed'; readonly content: Uint8Array | null }
  | { readonly kind: 'compressed'; readonly content: Uint8Array | null }
  | { readonly kind: 'encrypted' };

interface Element {
  readonly tag: number;
  /** Index of its first byte of content, and of the byte after the last. */
  readonly start: number;
  readonly end: number;
  /** Index of the byte after it, its end mark included. */
  readonly next: number;
}

const sequence = 0x30;
const objectId = 0x06;
const octets = 0x04;
const octetsInPieces = 0x24;
const explicit = 0xa0;
/** Layers of elements without a length of their own; each costs another walk to its end. */
const maxDepth = 12;

/** The length of a definite element: its content's first index and size; null where the figures lead out of the bytes. */
function definite(bytes: Uint8Array, at: number, first: number): { start: number; size: number } | null {
  if (first < 0x80) return { start: at + 2, size: first };
  const count = first & 0x7f;
  if (count > 6) return null;
  let size = 0;
  for (let index = 0; index < count; index += 1) size = size * 256 + (bytes[at + 2 + index] ?? 0);
  return { start: at + 2 + count, size };
}

/** The element at `at` (X.690, basic encoding); null where none can stand there. A cut element ends with the bytes. */
function elementAt(bytes: Uint8Array, at: number, depth = 0): Element | null {
  const tag = bytes[at];
  const first = bytes[at + 1];
  // Tags of several bytes do not occur in the parts that are read here.
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return null;
  if (first !== 0x80) {
    const found = definite(bytes, at, first);
    if (found === null || found.start > bytes.length) return null;
    const end = Math.min(found.start + found.size, bytes.length);
    return { tag, start: found.start, end, next: end };
  }
  if (depth > maxDepth) return null;
  let next = at + 2;
  while (next < bytes.length && !(bytes[next] === 0 && bytes[next + 1] === 0)) {
    const child = elementAt(bytes, next, depth + 1);
    if (child === null || child.next <= next) return null;
    next = child.next;
  }
  return { tag, start: at + 2, end: Math.min(next, bytes.length), next: Math.min(next + 2, bytes.length) };
}

function childrenOf(bytes: Uint8Array, parent: Element, most: number): Element[] {
  const children: Element[] = [];
  let at = parent.start;
  while (at < parent.end && children.length < most) {
    const child = elementAt(bytes, at);
    if (child === null || child.next <= at) break;
    children.push(child);
    at = child.next;
  }
  return children;
}

const hexOf = (bytes: Uint8Array, element: Element): string =>
  Buffer.from(bytes.subarray(element.start, element.end)).toString('hex');

/** The bytes of an octet string, whose pieces may each have a header of their own. */
function octetsOf(bytes: Uint8Array, element: Element): Uint8Array | null {
  if (element.tag === octets) return bytes.subarray(element.start, element.end);
  if (element.tag !== octetsInPieces) return null;
  const pieces = childrenOf(bytes, element, Number.MAX_SAFE_INTEGER).map((piece) => octetsOf(bytes, piece));
  return Buffer.concat(pieces.filter((piece) => piece !== null));
}

/** `EncapsulatedContentInfo`: a type, and the content in an explicit tag; null where it is kept elsewhere. */
function encapsulated(bytes: Uint8Array, info: Element | undefined): Uint8Array | null {
  if (info?.tag !== sequence) return null;
  const wrapped = childrenOf(bytes, info, 2)[1];
  if (wrapped?.tag !== explicit) return null;
  const [content] = childrenOf(bytes, wrapped, 1);
  return content === undefined ? null : octetsOf(bytes, content);
}

function inflated(bytes: Uint8Array | null, maxBytes: number): Uint8Array | null {
  if (bytes === null) return null;
  try {
    return inflateSync(bytes, { maxOutputLength: maxBytes });
  } catch {
    return null;
  }
}

const signedData = '2a864886f70d010702';
const encryptedKinds = new Set(['2a864886f70d010703', '2a864886f70d010706', '2a864886f70d0109100117']);
const compressedData = '2a864886f70d0109100109';

/** Takes the content out of a signed or compressed message (RFC 5652, RFC 3274); checks no signature. Null for anything else. */
export function openCms(bytes: Uint8Array, maxBytes: number): CmsContent | null {
  const outer = elementAt(bytes, 0);
  if (outer?.tag !== sequence) return null;
  const [type, wrapped] = childrenOf(bytes, outer, 2);
  if (type?.tag !== objectId) return null;
  const kind = hexOf(bytes, type);
  if (encryptedKinds.has(kind)) return { kind: 'encrypted' };
  if (wrapped?.tag !== explicit || (kind !== signedData && kind !== compressedData)) return null;
  const [inner] = childrenOf(bytes, wrapped, 1);
  if (inner?.tag !== sequence) return null;
  const content = encapsulated(bytes, childrenOf(bytes, inner, 3)[2]);
  return kind === signedData
    ? { kind: 'signed', content }
    : { kind: 'compressed', content: inflated(content, maxBytes) };
}
