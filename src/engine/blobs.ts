import { assertNever } from '../contract/errors.ts';
import type { Blob, BlobRequest } from '../contract/wire.ts';
import { loadContent } from './case-file/index.ts';
import type { EngineCore } from './core.ts';
import { evidenceById } from './intake/index.ts';
import { bytesAreClosed } from './keeping/index.ts';
import { type Drafts, documentBytes } from './referral/index.ts';
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
    case 'document':
      return as('application/pdf', documentBytes(db, request.documentId));
    case 'draft':
      return as('application/pdf', drafts.get(request.draftId));
    default:
      return assertNever(request, 'every blob has an answer');
  }
}

function as(mime: string, bytes: Uint8Array | null): Blob | null {
  return bytes === null ? null : { mime, bytes };
}
