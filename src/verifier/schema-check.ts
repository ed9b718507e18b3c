import { Found, type SqlReader, textOf } from './reader.ts';

/** What keeps evidence, items and the evidence record from being changed; docs/custody.md lists them. */
const PROTECTIONS = [
  'ledger_is_append_only',
  'ledger_is_kept',
  'ledger_change_is_append_only',
  'ledger_change_is_kept',
  'checkpoint_is_fixed',
  'checkpoint_is_kept',
  'content_is_fixed',
  'content_is_kept',
  'chunk_is_fixed',
  'chunk_is_kept',
  'item_is_fixed',
  'item_is_kept',
  'evidence_is_fixed',
  'document_is_fixed',
];

/** Protections of tables that came with a later format, each by its table. */
const LATER = [
  ['interview', 'signed_interview_is_locked'],
  ['witness_statement', 'settled_statement_is_locked'],
] as const;

/** A case whose protections were taken out was opened with another tool, whatever else still holds. */
export function checkProtections(db: SqlReader): void {
  const there = new Set(
    db.all("SELECT name FROM sqlite_schema WHERE type = 'trigger'").map((row) => textOf(row, 'name')),
  );
  const tables = new Set(
    db.all("SELECT name FROM sqlite_schema WHERE type = 'table'").map((row) => textOf(row, 'name')),
  );
  const later = LATER.filter(([table]) => tables.has(table)).map(([, name]) => name);
  const gone = [...PROTECTIONS, ...later].find((name) => !there.has(name));
  if (gone !== undefined) throw new Found('a protection of the case file was removed', gone);
}

/** Reads every page, those too that no question of the check needed: indexes, the search, what the machine suggested. */
export function checkPages(db: SqlReader): void {
  const [row] = db.all('PRAGMA integrity_check(1)');
  const said = row === undefined ? 'no answer' : textOf(row, 'integrity_check');
  if (said !== 'ok') throw new Found('the file is damaged', said.replace(/\s+/g, ' '));
}
