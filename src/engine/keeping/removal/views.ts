import { raise } from '../../../contract/errors.ts';
import { ClosedBecause, type Removal, type RemovalScope } from '../../../contract/keeping.ts';
import { type CaseFile, integer, type ReadableDb, text, textOrNull, type WritableDb } from '../../case-file/index.ts';
import { type Made, namedSource, sourceById } from '../locks.ts';
import { otherCopies } from './copies.ts';
import { hangingRows } from './hanging-rows.ts';
import { scopeOfRemoval } from './scope.ts';

/** What the removal of a source would take with it, told before anybody orders it. @throws not-found */
export function removalScope(db: ReadableDb, evidenceId: string, file: CaseFile, caseId: string): RemovalScope {
  sourceById(db, evidenceId);
  const scope = scopeOfRemoval(db, evidenceId);
  const plain = ({ id, number, name }: { id: string; number: number; name: string }) => ({ id, number, name });
  const ids = scope.sources.map(({ id }) => id);
  const counts = new Map<string, number>();
  for (const { table, recordedId } of hangingRows(db, ids)) {
    if (recordedId !== null) counts.set(table, (counts.get(table) ?? 0) + 1);
  }
  const items = db.get(
    'SELECT count(*) AS n FROM item WHERE evidence_id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  return {
    sources: scope.sources.map(plain),
    containers: scope.containers.map(plain),
    items: items === null ? 0 : integer(items, 'n'),
    rows: [...counts].map(([what, count]) => ({ what, count })),
    documents: scope.documents.map(({ number, title }) => ({ number, title })),
    copies: [...otherCopies(db, scope, file, caseId)],
  };
}

export function removals(db: ReadableDb): readonly Removal[] {
  return db
    .all(
      `SELECT m.id AS removal_id, m.number AS removal_number, m.because, m.instructed_by, m.instructed_on, m.reference, m.at, m.by,
         m.finished_at, e.id, e.number, e.name FROM removal m JOIN evidence e ON e.id = m.evidence_id ORDER BY m.number`,
    )
    .map((row) => ({
      id: text(row, 'removal_id'),
      number: integer(row, 'removal_number'),
      source: namedSource(row),
      because: ClosedBecause.parse(text(row, 'because')),
      instructedBy: text(row, 'instructed_by'),
      instructedOn: text(row, 'instructed_on'),
      reference: text(row, 'reference'),
      at: text(row, 'at'),
      by: text(row, 'by'),
      finishedAt: textOrNull(row, 'finished_at'),
      sources: emptiedBy(db, text(row, 'removal_id')),
      copies: copiesOf(db, text(row, 'removal_id')),
    }));
}

function emptiedBy(db: ReadableDb, removalId: string): Removal['sources'] {
  return db
    .all(
      `SELECT e.id, e.number, e.name FROM removal_row r JOIN evidence e ON e.id = r.row_id
       WHERE r.removal_id = ? AND r.tbl = 'evidence' AND r.fate = 'emptied' ORDER BY e.number`,
      removalId,
    )
    .map(namedSource);
}

function copiesOf(db: ReadableDb, removalId: string): Removal['copies'] {
  return db
    .all(
      `SELECT id, words, dealt_with_at, dealt_with_by, dealt_with_how FROM removal_copy
       WHERE removal_id = ? AND withdrawn = 0 ORDER BY rowid`,
      removalId,
    )
    .map((row) => {
      const at = textOrNull(row, 'dealt_with_at');
      const done = { by: textOrNull(row, 'dealt_with_by') ?? '', how: textOrNull(row, 'dealt_with_how') ?? '' };
      return { id: text(row, 'id'), words: text(row, 'words'), dealtWith: at === null ? null : { at, ...done } };
    });
}

/** Records that a copy was removed by hand. @returns the number of the removal; @throws not-found */
export function dealWithCopy(db: WritableDb, copyId: string, how: string, made: Made): number {
  const row = db.get(
    'SELECT m.number FROM removal_copy c JOIN removal m ON m.id = c.removal_id WHERE c.id = ? AND c.withdrawn = 0',
    copyId,
  );
  if (row === null) raise('not-found', { what: 'copy' });
  db.run(
    'UPDATE removal_copy SET dealt_with_at = ?, dealt_with_by = ?, dealt_with_how = ? WHERE id = ?',
    made.at,
    made.by,
    how,
    copyId,
  );
  return integer(row, 'number');
}
