import type { ComposedKindName, DocumentLanguage } from '../../../contract/document.ts';
import { type ReadableDb, text, type WritableDb } from '../../case-file/index.ts';

/** A person's own words in the place of drafted ones. */
export interface Edit {
  readonly part: string;
  readonly words: string;
  readonly draftedSha256: string;
  readonly by: string;
  readonly at: string;
}

interface Place {
  readonly kind: ComposedKindName;
  readonly language: DocumentLanguage;
  readonly respondentId: string;
}

export function editsOf(
  { db, respondent }: { readonly db: ReadableDb; readonly respondent: { readonly id: string } },
  kind: ComposedKindName,
  language: DocumentLanguage,
): readonly Edit[] {
  return db
    .all(
      `SELECT part, words, drafted_sha256, by, at FROM document_text
       WHERE withdrawn = 0 AND respondent_id = ? AND kind = ? AND language = ? ORDER BY part`,
      respondent.id,
      kind,
      language,
    )
    .map((row) => ({
      part: text(row, 'part'),
      words: text(row, 'words'),
      draftedSha256: text(row, 'drafted_sha256'),
      by: text(row, 'by'),
      at: text(row, 'at'),
    }));
}

/** Keeps a person's words for a part; the same part's earlier words stay in the evidence record. */
export function keepEdit(db: WritableDb, place: Place, edit: Edit, id: string): void {
  db.run(
    `INSERT INTO document_text (id, respondent_id, kind, language, part, words, drafted_sha256, at, by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (respondent_id, kind, language, part) DO UPDATE SET
       withdrawn = 0, words = excluded.words, drafted_sha256 = excluded.drafted_sha256, at = excluded.at, by = excluded.by`,
    id,
    place.respondentId,
    place.kind,
    place.language,
    edit.part,
    edit.words,
    edit.draftedSha256,
    edit.at,
    edit.by,
  );
}

/** Takes the drafted words again. */
export function dropEdit(db: WritableDb, place: Place, part: string): void {
  db.run(
    'UPDATE document_text SET withdrawn = 1 WHERE respondent_id = ? AND kind = ? AND language = ? AND part = ?',
    place.respondentId,
    place.kind,
    place.language,
    part,
  );
}
