export const documentErrorKinds = [
  'document-input-invalid',
  'document-picture-missing',
  'document-picture-unreadable',
  'document-font-missing',
  'document-template-missing',
  'document-not-set',
  'document-standard-not-met',
  'document-worker-lost',
] as const;
export type DocumentErrorKind = (typeof documentErrorKinds)[number];

/** Why a document could not be made. Nothing was written and the case was not changed; `details` has a sentence for each cause. */
export class DocumentError extends Error {
  readonly kind: DocumentErrorKind;
  readonly details: readonly string[];

  constructor(kind: DocumentErrorKind, message: string, details: readonly string[] = []) {
    super([message, ...details].join(' '));
    this.name = 'DocumentError';
    this.kind = kind;
    this.details = details;
  }
}
