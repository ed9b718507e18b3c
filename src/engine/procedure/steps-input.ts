import type { EventView } from '../../contract/step-view.ts';
import { StepsInput } from '../../contract/steps.ts';
import { type ReadableDb, text, textOrNull } from '../case-file/index.ts';
import { complaints } from '../complaint/index.ts';
import type { EngineCore } from '../core.ts';
import { people, respondents } from '../people/index.ts';
import { sessionCalendar } from './calendar.ts';
import { events } from './events.ts';
import { packsInCase } from './packs.ts';

/**
 * All that the step engine looks at, in its documented shape: what `steps --stdin` takes, made from the case.
 * @param known the events of the case, where they were read already
 */
export function stepsInput(engine: EngineCore, db: ReadableDb, known = events(db)): StepsInput {
  const { session, host } = engine;
  const calendar = sessionCalendar(engine);
  const recorded = recordedEvents(db, known);
  const input = StepsInput.parse({
    events: [...recorded, ...derivedEvents(db, recorded)],
    packs: [],
    calendars: [],
    respondents: postsOf(engine, db, known).map((post) => ({ ...post, calendar: calendar?.id ?? null })),
    now: session.standsAt ?? host.now(),
  });
  // Packs and calendar were read through their schemas already; reading them again would only take time.
  return { ...input, packs: [...packsInCase(engine, db)], calendars: calendar === null ? [] : [calendar] };
}

/** Each respondent under their unit, and once more under the unit of a second post that somebody found. */
function postsOf(engine: EngineCore, db: ReadableDb, known: readonly EventView[]) {
  const units = engine.session.district?.units ?? [];
  const second = known.filter(({ kind, correctedBy }) => kind === 'second-post-checked' && correctedBy === null);
  return respondents(db).flatMap((person) => {
    const found = second
      .filter(({ respondentId }) => respondentId === person.id)
      .flatMap(({ details }) => (typeof details['secondUnit'] === 'string' ? [details['secondUnit']] : []));
    return [...new Set([person.unit, ...found])].map((code) => {
      const unit = units.find((each) => each.code === code);
      return {
        name: person.name,
        unit: code,
        position: person.position,
        certified: unit?.certified ?? null,
        represented: unit === undefined ? null : unit.union !== null,
      };
    });
  });
}

function recordedEvents(db: ReadableDb, known: readonly EventView[]): readonly Recorded[] {
  const names = new Map(people(db).map(({ id, name }) => [id, name]));
  return known.map((event) => toStepEvent(event, names));
}

type Recorded = Readonly<Record<string, unknown>> & {
  readonly kind: string;
  readonly at: string;
  readonly respondent: string | null;
};

function toStepEvent(event: EventView, names: ReadonlyMap<string, string>): Recorded {
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
function derivedEvents(db: ReadableDb, recorded: readonly Recorded[]): readonly unknown[] {
  return [
    ...fromComplaints(db),
    ...fromResponses(db),
    ...fromEvidence(db),
    ...fromFirstQuestions(db),
    ...fromInterviews(db, recorded),
  ];
}

/** An interview that was written down was held; one that stands among the events already is not told twice. */
function fromInterviews(db: ReadableDb, recorded: readonly Recorded[]): readonly unknown[] {
  const rows = db.all(
    `SELECT interview.id, interview.held_at, interview.by, person.name FROM interview
     JOIN person ON person.id = interview.respondent_id
     WHERE interview.withdrawn = 0 AND person.case_role = 'respondent'`,
  );
  return rows
    .map((row) => ({
      id: text(row, 'id'),
      kind: 'interview-held',
      at: text(row, 'held_at'),
      respondent: text(row, 'name'),
      by: text(row, 'by'),
    }))
    .filter(
      (held) =>
        !recorded.some(
          ({ kind, at, respondent }) =>
            kind === held.kind &&
            Date.parse(at) === Date.parse(held.at) &&
            (respondent ?? held.respondent) === held.respondent,
        ),
    );
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
