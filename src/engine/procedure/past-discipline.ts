import { z } from 'zod';
import { type AgreementPack, PastDiscipline } from '../../contract/agreement.ts';
import { raise } from '../../contract/errors.ts';
import { type NewPastDiscipline, PastDisciplineRow } from '../../contract/just-cause.ts';
import type { StepsInput } from '../../contract/steps.ts';
import { liveDiscipline, packVersionOn } from '../agreement/index.ts';
import { json, type ReadableDb, type Row, text, textOrNull, type WritableDb } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { personById } from '../people/index.ts';
import { dayInZone } from './calendar.ts';
import { stepsInput } from './steps-input.ts';

const COLUMNS = 'id, respondent_id, item, issued_on, subject, conduct, move_requested_on, note, at, by';

export function recordPastDiscipline(
  db: WritableDb,
  input: z.infer<typeof NewPastDiscipline>,
  made: { readonly id: string; readonly at: string; readonly by: string },
): void {
  db.run(
    `INSERT INTO past_discipline (id, respondent_id, item, issued_on, subject, conduct, move_requested_on, note, at, by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    made.id,
    input.respondentId,
    input.item,
    input.on,
    input.subject,
    JSON.stringify(input.conduct),
    input.moveRequestedOn,
    input.note,
    made.at,
    made.by,
  );
}

/** @throws not-found */
export function withdrawPastDiscipline(db: WritableDb, id: string): void {
  const there = db.get('SELECT id FROM past_discipline WHERE id = ? AND withdrawn = 0', id);
  if (there === null) raise('not-found', { what: 'entry of past discipline' });
  db.run('UPDATE past_discipline SET withdrawn = 1 WHERE id = ?', id);
}

/** The agreement's version of today that covers a respondent's first post; null where none does. */
function agreementOf(input: StepsInput, unit: string | null, today: string): AgreementPack | null {
  const covering = input.packs.filter(({ kind, units }) => kind !== 'law' && units.some(({ code }) => code === unit));
  const [first] = covering;
  return first === undefined ? null : packVersionOn(covering, first.id, today);
}

/** The agreement that covers a unit in this case today, as it was edited and confirmed here; null where none does. */
export function agreementOfUnit(engine: EngineCore, db: ReadableDb, unit: string | null): AgreementPack | null {
  const input = stepsInput(engine, db);
  const timeZone = input.calendars[0]?.timeZone ?? engine.session.district?.timeZone ?? 'UTC';
  return agreementOf(input, unit, dayInZone(input.now, timeZone));
}

/** Days on leave, which an agreement may not count: from the events of the case. */
function leavesOf(input: StepsInput, name: string, timeZone: string) {
  const own = input.events
    .filter(
      ({ kind, respondent }) => (kind === 'leave-started' || kind === 'leave-ended') && (respondent ?? name) === name,
    )
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const leaves: { from: string; to: string | null }[] = [];
  for (const { kind, at } of own) {
    const day = dayInZone(at, timeZone);
    const last = leaves.at(-1);
    if (kind === 'leave-started') leaves.push({ from: day, to: null });
    else if (last?.to === null) leaves[leaves.length - 1] = { from: last.from, to: day };
  }
  return leaves;
}

/** A respondent's past discipline, each with whether it may be relied on today and why. */
export function pastDiscipline(engine: EngineCore, db: ReadableDb, respondentId: string) {
  const person = personById(db, respondentId);
  const input = stepsInput(engine, db);
  const timeZone = input.calendars[0]?.timeZone ?? engine.session.district?.timeZone ?? 'UTC';
  const today = dayInZone(input.now, timeZone);
  const pack = agreementOf(input, person.unit, today);
  const rows = db
    .all(
      `SELECT ${COLUMNS} FROM past_discipline WHERE withdrawn = 0 AND respondent_id = ? ORDER BY issued_on, id`,
      respondentId,
    )
    .map(toRow);
  const items = rows.map(({ id, item, on, subject, conduct, moveRequestedOn }) =>
    PastDiscipline.parse({ id, item, on, subject, conduct, moveRequestedOn }),
  );
  const answers = pack === null ? [] : liveDiscipline(items, pack, today, leavesOf(input, person.name, timeZone));
  return {
    rows: rows.map((row): PastDisciplineRow => ({ ...row, ageing: answers.find(({ id }) => id === row.id) ?? null })),
    items: pack?.ageing.map(({ item }) => item) ?? [],
    exceptions: [...new Set(pack?.ageing.flatMap(({ exceptions }) => exceptions) ?? [])],
    pack,
  };
}

function toRow(row: Row): PastDisciplineRow {
  return PastDisciplineRow.parse({
    id: text(row, 'id'),
    respondentId: text(row, 'respondent_id'),
    item: text(row, 'item'),
    on: text(row, 'issued_on'),
    subject: textOrNull(row, 'subject'),
    conduct: json(row, 'conduct', z.array(z.string())),
    moveRequestedOn: textOrNull(row, 'move_requested_on'),
    note: textOrNull(row, 'note'),
    ageing: null,
    at: text(row, 'at'),
    by: text(row, 'by'),
  });
}
