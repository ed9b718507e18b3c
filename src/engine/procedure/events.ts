import { z } from 'zod';
import { EventKind, eventKinds } from '../../contract/agreement.ts';
import { must, raise } from '../../contract/errors.ts';
import { EventView, type RecordEvent } from '../../contract/step-view.ts';
import { StepEvent } from '../../contract/steps.ts';
import { flag, json, type ReadableDb, type Row, text, textOrNull, type WritableDb } from '../case-file/index.ts';

const Details = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

const FACTS = 'id, kind, at, respondent_id, details, note, recorded_at, by, corrects, withdrawn';

const COLUMNS = `${FACTS},
  (SELECT later.id FROM case_event later WHERE later.corrects = case_event.id AND later.withdrawn = 0
   ORDER BY later.rowid DESC LIMIT 1) AS corrected_by`;

/** Every event that stands, in the order of what happened. Corrected ones are kept and say by which. */
export function events(db: ReadableDb): readonly EventView[] {
  const rows = db.all(`SELECT ${FACTS}, NULL AS corrected_by FROM case_event WHERE withdrawn = 0 ORDER BY at, rowid`);
  // Looked up in one pass: asking for each event whether a later one corrects it would read them all again each time.
  const corrections = db.all(
    'SELECT id, corrects FROM case_event WHERE withdrawn = 0 AND corrects IS NOT NULL ORDER BY rowid',
  );
  const correctedBy = new Map(corrections.map((row) => [text(row, 'corrects'), text(row, 'id')]));
  return rows.map((row) => toEvent({ ...row, corrected_by: correctedBy.get(text(row, 'id')) ?? null }));
}

/** @throws bad-input for a kind that is not in the vocabulary, or a detail that no step could read */
export function recordEvent(
  db: WritableDb,
  input: z.infer<typeof RecordEvent>,
  made: { id: string; at: string; by: string; corrects: string | null },
): EventView {
  if (!EventKind.safeParse(input.kind).success) raise('bad-input', { why: `“${input.kind}” is not a kind of event.` });
  // Details stand beside the event's own facts when steps are counted: one of the wrong type would stop all counting.
  const asCounted = StepEvent.safeParse({ ...input.details, id: made.id, kind: input.kind, at: input.at });
  const [issue] = asCounted.error?.issues ?? [];
  if (issue !== undefined)
    raise('bad-input', { why: `“details.${issue.path.map(String).join('.')}”: ${issue.message}` });
  db.run(
    `INSERT INTO case_event (id, kind, at, respondent_id, details, note, recorded_at, by, corrects)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    made.id,
    input.kind,
    input.at,
    input.respondentId,
    JSON.stringify(input.details),
    input.note,
    made.at,
    made.by,
    made.corrects,
  );
  const row = db.get(`SELECT ${COLUMNS} FROM case_event WHERE id = ?`, made.id);
  return toEvent(must(row, 'recordEvent: the row is there'));
}

export function eventById(db: ReadableDb, id: string): EventView {
  const row = db.get(`SELECT ${COLUMNS} FROM case_event WHERE id = ? AND withdrawn = 0`, id);
  return row === null ? raise('not-found', { what: 'event' }) : toEvent(row);
}

/** The words of an event's kind. */
export function titleOf(kind: string): string {
  const known = EventKind.safeParse(kind);
  return known.success ? eventKinds[known.data] : kind;
}

function toEvent(row: Row): EventView {
  const kind = text(row, 'kind');
  return EventView.parse({
    id: text(row, 'id'),
    kind,
    at: text(row, 'at'),
    respondentId: textOrNull(row, 'respondent_id'),
    details: json(row, 'details', Details),
    note: textOrNull(row, 'note'),
    title: titleOf(kind),
    recordedAt: text(row, 'recorded_at'),
    by: text(row, 'by'),
    corrects: textOrNull(row, 'corrects'),
    correctedBy: textOrNull(row, 'corrected_by'),
    withdrawn: flag(row, 'withdrawn'),
  });
}
