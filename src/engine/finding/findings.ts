import type { z } from 'zod';
import { must } from '../../contract/errors.ts';
import { Finding, type RecordFinding } from '../../contract/finding.ts';
import { flag, type ReadableDb, type Row, text, textOrNull, type WritableDb } from '../case-file/index.ts';

const COLUMNS = `id, allegation_id, fact, policy, standard, reasons, contrary_answered, credibility, force_note, at,
  by, supersedes, withdrawn, EXISTS (SELECT 1 FROM finding later WHERE later.supersedes = finding.id AND later.withdrawn = 0) AS superseded`;

/** Every finding that was made, oldest first; superseded ones are kept and say so. */
export function findings(db: ReadableDb): readonly Finding[] {
  return db.all(`SELECT ${COLUMNS} FROM finding WHERE withdrawn = 0 ORDER BY rowid`).map(toFinding);
}

/** The finding that stands on an allegation, null while there is none. */
export function standingFinding(db: ReadableDb, allegationId: string): Finding | null {
  return findings(db).findLast((finding) => finding.allegationId === allegationId && !finding.superseded) ?? null;
}

/** Records a finding; an earlier one on the same allegation is superseded, never edited. */
export function recordFinding(
  db: WritableDb,
  input: z.infer<typeof RecordFinding>,
  made: { id: string; at: string; by: string },
): Finding {
  db.run(
    `INSERT INTO finding (id, allegation_id, fact, policy, standard, reasons, contrary_answered, credibility, force_note,
       at, by, supersedes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    made.id,
    input.allegationId,
    input.fact,
    input.policy,
    input.standard,
    input.reasons,
    input.contraryAnswered,
    input.credibility,
    input.forceNote,
    made.at,
    made.by,
    standingFinding(db, input.allegationId)?.id ?? null,
  );
  const row = db.get(`SELECT ${COLUMNS} FROM finding WHERE id = ?`, made.id);
  return toFinding(must(row, 'recordFinding: the row is there'));
}

function toFinding(row: Row): Finding {
  return Finding.parse({
    id: text(row, 'id'),
    allegationId: text(row, 'allegation_id'),
    fact: text(row, 'fact'),
    policy: text(row, 'policy'),
    standard: text(row, 'standard'),
    reasons: text(row, 'reasons'),
    contraryAnswered: textOrNull(row, 'contrary_answered'),
    credibility: textOrNull(row, 'credibility'),
    forceNote: textOrNull(row, 'force_note'),
    at: text(row, 'at'),
    by: text(row, 'by'),
    supersedes: textOrNull(row, 'supersedes'),
    superseded: flag(row, 'superseded'),
    withdrawn: flag(row, 'withdrawn'),
  });
}
