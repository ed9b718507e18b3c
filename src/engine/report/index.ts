import type { z } from 'zod';
import { raise } from '../../contract/errors.ts';
import type { DismissReport, RecordTold, ReportClock, ReportView, StartReport } from '../../contract/report.ts';
import { integer, type ReadableDb, text, textOrNull, type WritableDb } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { itemById } from '../items/index.ts';
import { people, personById } from '../people/index.ts';
import { recordEvent } from '../procedure/index.ts';
import { dutiesOf, reportingLimits } from './duties.ts';
import { clockRows, told } from './store.ts';

interface Made {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly newId: () => string;
}

/** Every clock that runs or ran, what the law asks by when, and what nobody has decided about yet. */
export function reportView(engine: EngineCore, db: ReadableDb): ReportView {
  const now = engine.session.standsAt ?? engine.host.now();
  const limits = reportingLimits(engine);
  const pseudonyms = new Map(people(db).map(({ id, pseudonym, number }) => [id, pseudonym ?? `Person ${number}`]));
  const clocks = clockRows(db).map((row): ReportClock => {
    const id = text(row, 'id');
    const itemId = textOrNull(row, 'item_id');
    const childId = textOrNull(row, 'child_id');
    const told_ = told(db, id);
    const decision = text(row, 'decision') === 'to-report' ? 'to-report' : 'not-reportable';
    const knownAt = text(row, 'known_at');
    return {
      id,
      number: integer(row, 'number'),
      item: itemId === null ? null : { id: itemId, number: integer(row, 'item_number') },
      child: childId === null ? null : (pseudonyms.get(childId) ?? null),
      decision,
      knownAt,
      knownBy: text(row, 'known_by'),
      reason: textOrNull(row, 'reason'),
      consulted: textOrNull(row, 'consulted'),
      duties: decision === 'to-report' ? [...dutiesOf(limits, knownAt, told_, now)] : [],
      told: [...told_],
    };
  });
  return { now, clocks, open: [...undecided(db)] };
}

/** Starts the clock: an event of the procedure, from which the law's hours are counted everywhere in the case. */
export function startReport(db: WritableDb, input: z.infer<typeof StartReport>, made: Made): number {
  if (input.itemId !== null && itemById(db, input.itemId) === null) raise('not-found', { what: 'item' });
  if (input.childId !== null) personById(db, input.childId);
  const event = {
    kind: 'mandated-report-knowledge',
    at: input.knownAt,
    respondentId: null,
    details: { by: input.knownBy },
    note: null,
  };
  const { id: eventId } = recordEvent(db, event, { id: made.newId(), at: made.at, by: made.by, corrects: null });
  return insertClock(db, { ...input, decision: 'to-report', reason: null, consulted: null, eventId }, made);
}

/** Records that a flagged item calls for no report. @throws not-found */
export function dismissReport(db: WritableDb, input: z.infer<typeof DismissReport>, made: Made): number {
  if (itemById(db, input.itemId) === null) raise('not-found', { what: 'item' });
  const { itemId, reason, consulted } = input;
  const clock = {
    itemId,
    childId: null,
    knownAt: made.at,
    knownBy: made.by,
    decision: 'not-reportable',
    reason,
    consulted,
  } as const;
  return insertClock(db, { ...clock, eventId: null }, made);
}

interface NewClock {
  readonly itemId: string | null;
  readonly childId: string | null;
  readonly knownAt: string;
  readonly knownBy: string;
  readonly decision: 'to-report' | 'not-reportable';
  readonly reason: string | null;
  readonly consulted: string | null;
  readonly eventId: string | null;
}

function insertClock(db: WritableDb, clock: NewClock, made: Made): number {
  const row = db.get(
    `INSERT INTO report_clock (id, number, item_id, child_id, decision, known_at, known_by, reason, consulted, event_id, at, by)
     VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM report_clock), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number`,
    made.id,
    clock.itemId,
    clock.childId,
    clock.decision,
    clock.knownAt,
    clock.knownBy,
    clock.reason,
    clock.consulted,
    clock.eventId,
    made.at,
    made.by,
  );
  return row === null ? 0 : integer(row, 'number');
}

const EVENT_OF: Readonly<Partial<Record<z.infer<typeof RecordTold>['what'], string>>> = {
  'oral-report': 'oral-report-made',
  'written-report': 'written-report-made',
  'copy-to-school': 'report-copy-given',
};

/** Records who was told and when. @throws not-found @returns the number of the clock */
export function recordTold(db: WritableDb, input: z.infer<typeof RecordTold>, made: Made): number {
  const clock = db.get('SELECT number FROM report_clock WHERE id = ? AND withdrawn = 0', input.clockId);
  if (clock === null) raise('not-found', { what: 'report' });
  const kind = EVENT_OF[input.what];
  const details = {
    by: input.toldBy,
    to: input.toldTo,
    ...(input.reference === null ? {} : { proof: input.reference }),
  };
  const event =
    kind === undefined
      ? null
      : recordEvent(
          db,
          { kind, at: input.toldAt, respondentId: null, details, note: null },
          { id: made.newId(), at: made.at, by: made.by, corrects: null },
        );
  db.run(
    `INSERT INTO report_told (id, clock_id, what, told_at, told_to, told_by, reference, event_id, at, by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    made.id,
    input.clockId,
    input.what,
    input.toldAt,
    input.toldTo,
    input.toldBy,
    input.reference,
    event?.id ?? null,
    made.at,
    made.by,
  );
  return integer(clock, 'number');
}

/** True for an item about which a report was or may have to be made: what a student says in it stays out of documents. */
export function concernsReport(db: ReadableDb, itemId: string): boolean {
  const row = db.get(
    `SELECT 1 AS there WHERE EXISTS (SELECT 1 FROM screen_flag WHERE item_id = ?1 AND screen = 'mandated-report')
       OR EXISTS (SELECT 1 FROM report_clock WHERE item_id = ?1 AND withdrawn = 0 AND decision = 'to-report')`,
    itemId,
  );
  return row !== null;
}

function undecided(db: ReadableDb): readonly ReportView['open'][number][] {
  return db
    .all(
      `SELECT f.item_id, item.number, f.because FROM open_screen_flag f JOIN item ON item.id = f.item_id
       WHERE f.screen = 'mandated-report'
         AND NOT EXISTS (SELECT 1 FROM report_clock c WHERE c.item_id = f.item_id AND c.withdrawn = 0)
       ORDER BY item.number`,
    )
    .map((row) => ({ itemId: text(row, 'item_id'), number: integer(row, 'number'), because: text(row, 'because') }));
}
