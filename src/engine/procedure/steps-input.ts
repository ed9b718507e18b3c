import type { AgreementPack } from '../../contract/agreement.ts';
import type { EventView } from '../../contract/step-view.ts';
import { StepsInput } from '../../contract/steps.ts';
import { selectPacks } from '../agreement/index.ts';
import { type ReadableDb, text, textOrNull } from '../case-file/index.ts';
import { complaints } from '../complaint/index.ts';
import type { EngineCore } from '../core.ts';
import { people, respondents } from '../people/index.ts';
import { sessionCalendar } from './calendar.ts';
import { events } from './events.ts';

/** All that the step engine looks at, in its documented shape: what `steps --stdin` takes, made from the case. */
export function stepsInput(engine: EngineCore, db: ReadableDb): StepsInput {
  const { session, host } = engine;
  const calendar = sessionCalendar(engine);
  return StepsInput.parse({
    events: [...recordedEvents(db), ...derivedEvents(db)],
    packs: packsOf(engine),
    calendars: calendar === null ? [] : [calendar],
    respondents: respondents(db).map((person) => {
      const unit = session.district?.units.find(({ code }) => code === person.unit);
      return {
        name: person.name,
        unit: person.unit,
        position: person.position,
        certified: unit?.certified ?? null,
        represented: unit === undefined ? null : unit.union !== null,
        calendar: calendar?.id ?? null,
      };
    }),
    now: session.standsAt ?? host.now(),
  });
}

/** The district's agreements and its state's laws; without a district nothing is demanded, and the window says so. */
function packsOf(engine: EngineCore): readonly AgreementPack[] {
  const { district } = engine.session;
  if (district === null) return [];
  const named = district.units.flatMap(({ agreement }) => agreement ?? []);
  return selectPacks({ agreements: named, laws: district.laws }, engine.agreements, engine.laws).packs;
}

function recordedEvents(db: ReadableDb): readonly unknown[] {
  const names = new Map(people(db).map(({ id, name }) => [id, name]));
  return events(db).map((event) => toStepEvent(event, names));
}

function toStepEvent(event: EventView, names: ReadonlyMap<string, string>): unknown {
  return {
    by: event.by,
    reason: event.note,
    ...event.details,
    id: event.id,
    kind: event.kind,
    at: event.at,
    respondent: event.respondentId === null ? null : (names.get(event.respondentId) ?? null),
    recordedAt: event.recordedAt,
    corrects: event.corrects,
  };
}

/** Facts that stand elsewhere in the case already: nobody has to enter them twice. */
function derivedEvents(db: ReadableDb): readonly unknown[] {
  return [...fromComplaints(db), ...fromResponses(db), ...fromEvidence(db), ...fromFirstQuestions(db)];
}

function fromComplaints(db: ReadableDb): readonly unknown[] {
  const names = new Map(people(db).map(({ id, name }) => [id, name]));
  return complaints(db).flatMap((complaint) =>
    (complaint.about.length === 0 ? [null] : complaint.about).map((about, index) => ({
      id: `${complaint.id}.${index}`,
      kind: 'complaint-received',
      at: complaint.receivedAt,
      respondent: about === null ? null : (names.get(about) ?? null),
      by: complaint.receivedBy,
    })),
  );
}

function fromResponses(db: ReadableDb): readonly unknown[] {
  const rows = db.all(
    `SELECT response.id, response.state, response.at, person.name FROM response
     JOIN person ON person.id = response.respondent_id WHERE response.withdrawn = 0`,
  );
  return rows.map((row) => ({
    id: text(row, 'id'),
    kind: text(row, 'state') === 'received' ? 'response-received' : 'response-lapsed',
    at: text(row, 'at'),
    respondent: text(row, 'name'),
  }));
}

/** Receiving the first file captures the evidence; a receipt sheet for every file settles where it came from. */
function fromEvidence(db: ReadableDb): readonly unknown[] {
  const row = db.get(
    `SELECT min(received_at) AS first, max(received_at) AS last,
       sum(receipt_id IS NULL AND parent_id IS NULL) AS open FROM evidence`,
  );
  const first = row === null ? null : textOrNull(row, 'first');
  if (row === null || first === null) return [];
  const captured = { id: 'evidence.first', kind: 'evidence-captured', at: first };
  if (row['open'] !== 0) return [captured];
  return [captured, { id: 'evidence.provenance', kind: 'provenance-checked', at: textOrNull(row, 'last') ?? first }];
}

function fromFirstQuestions(db: ReadableDb): readonly unknown[] {
  const kinds: Readonly<Record<string, string>> = {
    'child-at-risk': 'mandated-report-screened',
    'conflict-of-interest': 'conflict-checked',
  };
  return db.all('SELECT id, question, at, by FROM first_answer WHERE withdrawn = 0').flatMap((row) => {
    const kind = kinds[text(row, 'question')];
    return kind === undefined ? [] : [{ id: text(row, 'id'), kind, at: text(row, 'at'), by: text(row, 'by') }];
  });
}
