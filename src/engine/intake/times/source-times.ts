import type { SettledTimes, SourceTimes, SourceTimesRow, TimeQuestionKind } from '../../../contract/source-time.ts';
import { integer, type ReadableDb, type Row, text } from '../../case-file/index.ts';
import { evidenceById } from '../evidence.ts';
import { datedItems } from './dated-items.ts';
import { questionsOf } from './questions.ts';
import { timeSettings } from './settings.ts';

/** Sources with dates: those with an open question first, then in the order of receipt. */
export function sourcesWithDates(db: ReadableDb): readonly SourceTimesRow[] {
  return rowsOf(db, null).toSorted((a, b) => Number(b.open > 0) - Number(a.open > 0) || a.number - b.number);
}

/** One source with every question about its dates, what speaks for each answer, and what was settled. @throws not-found */
export function sourceTimes(db: ReadableDb, evidenceId: string, districtZone: string | null): SourceTimes {
  const { number, name, receivedAt } = evidenceById(db, evidenceId);
  const settings = timeSettings(db, evidenceId);
  const row = rowsOf(db, evidenceId)[0] ?? {
    evidenceId,
    number,
    name,
    dated: 0,
    open: 0,
    withoutZone: 0,
    settled: false,
  };
  const setting = settings.find(({ withdrawn }) => !withdrawn) ?? null;
  const questions = questionsOf([...datedItems(db, evidenceId)], { receivedOn: receivedAt.slice(0, 10), districtZone });
  return {
    ...row,
    questions: questions.map((question) => ({ ...question, open: question.open && !answers(setting, question.kind) })),
    setting,
    earlier: settings.filter(({ withdrawn }) => withdrawn),
  };
}

/** Whether a person answered this question already. */
function answers(setting: SettledTimes | null, kind: TimeQuestionKind): boolean {
  if (setting === null) return false;
  return setting[kind === 'relative' ? 'capturedAt' : kind] !== null;
}

function rowsOf(db: ReadableDb, evidenceId: string | null): readonly SourceTimesRow[] {
  return db
    .all(
      `SELECT d.evidence_id, e.number, e.name, count(*) AS dated, sum(d.ambiguous) AS open,
         sum(d.at ->> 'instant' IS NULL AND d.at ->> 'local' IS NOT NULL AND d.at ->> 'precision' <> 'day') AS without_zone,
         EXISTS (SELECT 1 FROM time_reading t WHERE t.evidence_id = d.evidence_id AND t.withdrawn = 0) AS settled
       FROM (SELECT item.evidence_id, coalesce(t.ambiguous, item.ambiguous) AS ambiguous,
               coalesce(t.moment, json_extract(item.body, '$.sentAt')) AS at
             FROM open_item AS item LEFT JOIN item_time t ON t.number = item.number
             WHERE (?1 IS NULL OR item.evidence_id = ?1) AND item.derived IS NULL) d
       JOIN evidence e ON e.id = d.evidence_id WHERE d.at IS NOT NULL GROUP BY d.evidence_id`,
      evidenceId,
    )
    .map(toRow);
}

function toRow(row: Row): SourceTimesRow {
  return {
    evidenceId: text(row, 'evidence_id'),
    number: integer(row, 'number'),
    name: text(row, 'name'),
    dated: integer(row, 'dated'),
    open: integer(row, 'open'),
    withoutZone: integer(row, 'without_zone'),
    settled: integer(row, 'settled') === 1,
  };
}
