import type { SettledTimes, SourceTimes, SourceTimesRow, TimeQuestionKind } from '../../../contract/source-time.ts';
import { integer, type ReadableDb, type Row, text } from '../../case-file/index.ts';
import { evidenceById } from '../evidence.ts';
import { datedItems } from './dated-items.ts';
import { archivesAround, filesIn, settingOver } from './governing.ts';
import { questionsOf } from './questions.ts';
import { currentSetting, timeSettings } from './recorded.ts';

/** Sources with dates: those with an open question first, then in the order of receipt; archives beside the files in them. */
export function sourcesWithDates(db: ReadableDb): readonly SourceTimesRow[] {
  const files = rowsOf(db, null);
  return [...files, ...archivesOf(db, files)].toSorted(
    (a, b) => Number(b.open > 0) - Number(a.open > 0) || a.number - b.number,
  );
}

/** One source with every question about its dates, what speaks for each answer, and what was settled. @throws not-found */
export function sourceTimes(db: ReadableDb, evidenceId: string, districtZone: string | null): SourceTimes {
  const { number, name, receivedAt } = evidenceById(db, evidenceId);
  const inside = filesIn(db, evidenceId);
  const files = rowsOf(db, inside);
  const empty = { evidenceId, number, name, dated: 0, open: 0, withoutZone: 0, settled: false, files: 1 };
  const row = inside.length === 1 ? (files[0] ?? empty) : { ...empty, ...sumOf(files) };
  const over = settingOver(db, evidenceId);
  const setting = over?.setting ?? null;
  const items = inside.flatMap((file) => [...datedItems(db, file)]);
  const questions = questionsOf(items, { receivedOn: receivedAt.slice(0, 10), districtZone })
    // Each file was captured at a moment of its own.
    .filter(({ kind }) => kind !== 'relative' || inside.length === 1);
  return {
    ...row,
    settled: over !== null,
    questions: questions.map((question) => ({ ...question, open: question.open && !answers(setting, question.kind) })),
    setting,
    settledWith: over === null || over.evidenceId === evidenceId ? null : nameOf(db, over.evidenceId),
    ownSettings: inside
      .filter((id) => id !== evidenceId && currentSetting(db, id) !== null)
      .map((id) => nameOf(db, id)),
    earlier: timeSettings(db, evidenceId).filter(({ withdrawn }) => withdrawn),
  };
}

function nameOf(db: ReadableDb, evidenceId: string): { readonly evidenceId: string; readonly name: string } {
  return { evidenceId, name: evidenceById(db, evidenceId).name };
}

/** Whether a person answered this question already. */
function answers(setting: SettledTimes | null, kind: TimeQuestionKind): boolean {
  if (setting === null) return false;
  return setting[kind === 'relative' ? 'capturedAt' : kind] !== null;
}

/** Archives with two files or more that have dates, each with what its files come to together. */
function archivesOf(db: ReadableDb, files: readonly SourceTimesRow[]): readonly SourceTimesRow[] {
  const inside = new Map<string, SourceTimesRow[]>();
  for (const file of files) {
    for (const archive of archivesAround(db, file.evidenceId))
      inside.set(archive, [...(inside.get(archive) ?? []), file]);
  }
  return [...inside].flatMap(([id, own]) => {
    const row = db.get('SELECT number, name FROM evidence WHERE id = ?', id);
    if (row === null || own.length < 2) return [];
    const named = { evidenceId: id, number: integer(row, 'number'), name: text(row, 'name') };
    return [{ ...named, ...sumOf(own), settled: settingOver(db, id) !== null }];
  });
}

/** Files of an archive often have the same name, such as `_chat.txt`: there the folders that they lie in belong to it. */
function nameInArchive(row: Row): string {
  return text(row, 'role') === 'entry'
    ? (text(row, 'path').split('!/').at(-1) ?? text(row, 'name'))
    : text(row, 'name');
}

function sumOf(files: readonly SourceTimesRow[]) {
  const sum = (of: (row: SourceTimesRow) => number) => files.reduce((all, row) => all + of(row), 0);
  return {
    dated: sum(({ dated }) => dated),
    open: sum(({ open }) => open),
    withoutZone: sum(({ withoutZone }) => withoutZone),
    files: files.length,
  };
}

function rowsOf(db: ReadableDb, evidenceIds: readonly string[] | null): readonly SourceTimesRow[] {
  return db
    .all(
      `SELECT d.evidence_id, e.number, e.name, e.path, e.role, count(*) AS dated, sum(d.ambiguous) AS open,
         sum(d.at ->> 'instant' IS NULL AND d.at ->> 'local' IS NOT NULL AND d.at ->> 'precision' <> 'day') AS without_zone
       FROM (SELECT item.evidence_id, coalesce(t.ambiguous, item.ambiguous) AS ambiguous,
               coalesce(t.moment, json_extract(item.body, '$.sentAt')) AS at
             FROM open_item AS item LEFT JOIN item_time t ON t.number = item.number
             WHERE (?1 IS NULL OR item.evidence_id IN (SELECT value FROM json_each(?1))) AND item.derived IS NULL) d
       JOIN evidence e ON e.id = d.evidence_id WHERE d.at IS NOT NULL GROUP BY d.evidence_id`,
      evidenceIds === null ? null : JSON.stringify(evidenceIds),
    )
    .map((row) => ({
      evidenceId: text(row, 'evidence_id'),
      number: integer(row, 'number'),
      name: nameInArchive(row),
      dated: integer(row, 'dated'),
      open: integer(row, 'open'),
      withoutZone: integer(row, 'without_zone'),
      settled: settingOver(db, text(row, 'evidence_id')) !== null,
      files: 1,
    }));
}
