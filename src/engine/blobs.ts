import { assertNever } from '../contract/errors.ts';
import type { Blob, BlobRequest } from '../contract/wire.ts';
import { contentSlice, loadContent, type ReadableDb } from './case-file/index.ts';
import type { EngineCore } from './core.ts';
import { evidenceById } from './intake/index.ts';
import { itemById } from './items/index.ts';
import { bytesAreClosed, documentIsClosed } from './keeping/index.ts';
import { mediaTypeOf } from './media-types.ts';
import { type Drafts, documentFile } from './referral/index.ts';
import type { SafePictures } from './workers/safe-pictures.ts';

/** Answers what a window may show: new pixels of pictures, Evenhand's own PDFs, and evidence as bytes nothing interprets. */
export async function blobOf(
  engine: EngineCore,
  request: BlobRequest,
  { drafts, pictures }: { readonly drafts: Drafts; readonly pictures: SafePictures },
): Promise<Blob | null> {
  const db = engine.session.file.connection.readable;
  // What is locked, set apart or removed has no bytes for anybody, whichever way they are asked for.
  if ('evidenceId' in request && bytesAreClosed(db, request.evidenceId)) return null;
  switch (request.kind) {
    case 'evidence': {
      const { sha256 } = evidenceById(db, request.evidenceId);
      return { mime: 'application/octet-stream', bytes: loadContent(db, sha256) };
    }
    case 'picture': {
      const { sha256 } = evidenceById(db, request.evidenceId);
      return as('image/png', await pictures.get(sha256, request.maxWidth, () => loadContent(db, sha256)));
    }
    case 'media':
      return mediaPiece(db, request);
    case 'page':
      return pageOf(db, request, pictures);
    case 'document':
      return documentIsClosed(db, request.documentId) ? null : made(documentFile(db, request.documentId));
    case 'draft':
      return made(drafts.get(request.draftId));
    default:
      return assertNever(request, 'every blob has an answer');
  }
}

/** Captures of this size are taken apart for the screen; of larger ones the words are shown. */
const MOST_CAPTURED = 128 * 1024 * 1024;
const CAPTURES: ReadonlySet<string> = new Set(['mhtml', 'warc', 'wacz']);

async function pageOf(
  db: ReadableDb,
  { evidenceId, itemId }: Extract<BlobRequest, { kind: 'page' }>,
  pictures: SafePictures,
): Promise<Blob | null> {
  const { sha256, bytes, outcome } = evidenceById(db, evidenceId);
  const format = outcome?.format ?? '';
  if (format === 'html') return { mime: 'text/html', bytes: loadContent(db, sha256) };
  const stored = itemId === null ? null : itemById(db, itemId);
  if (!CAPTURES.has(format) || bytes > MOST_CAPTURED || stored?.evidenceId !== evidenceId) return null;
  const { locator } = stored.item;
  const key = `page ${sha256} ${locator}`;
  return as('text/html', await pictures.page(key, { format, locator }, () => loadContent(db, sha256)));
}

const MIME = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

function made(file: ReturnType<typeof documentFile>): Blob | null {
  return file === null ? null : as(MIME[file.format], file.bytes);
}

/** What a player asks for next; null where no window plays this format or the piece begins behind the end. */
function mediaPiece(db: ReadableDb, piece: Extract<BlobRequest, { kind: 'media' }>): Blob | null {
  const { sha256, bytes, outcome } = evidenceById(db, piece.evidenceId);
  const mime = mediaTypeOf(outcome?.format ?? null);
  if (mime === null || piece.from >= bytes) return null;
  const length = Math.min(piece.length, bytes - piece.from);
  return { mime, bytes: contentSlice(db, sha256, piece.from, length), of: bytes };
}

function as(mime: string, bytes: Uint8Array | null): Blob | null {
  return bytes === null ? null : { mime, bytes };
}
