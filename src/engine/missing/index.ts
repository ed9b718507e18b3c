import { FirstQuestion } from '../../contract/complaint.ts';
import type { AllegationView } from '../../contract/finding.ts';
import type { MissingEntry } from '../../contract/missing.ts';
import type { Moment } from '../../contract/moment.ts';
import type { Person } from '../../contract/person.ts';
import { type ReadableDb, text } from '../case-file/index.ts';
import { complaints, firstAnswers } from '../complaint/index.ts';
import { contextList } from '../context/index.ts';
import { allegationViews } from '../finding/index.ts';
import { notReadList, receipts } from '../intake/index.ts';
import { itemById } from '../items/index.ts';
import { breaksAt, localDay } from '../mapping/index.ts';
import { conflicts, fold, people } from '../people/index.ts';
import type { Session } from '../session.ts';
import { type AllegationFacts, type InquiryFacts, missingThings, type PersonFacts } from './list.ts';

/** What was never asked, requested, examined or heard in this case, as it stands now. */
export function missingIn(session: Session, db: ReadableDb): readonly MissingEntry[] {
  return missingThings(inquiryFacts(session, db));
}

function inquiryFacts(session: Session, db: ReadableDb): InquiryFacts {
  const everybody = people(db);
  const byId = new Map(everybody.map((person) => [person.id, person]));
  const views = allegationViews(session, db);
  const answered = new Set(firstAnswers(db).map(({ question }) => question));
  const asked = new Set(
    db.all('SELECT DISTINCT evidence_id AS id FROM context_request WHERE withdrawn = 0').map((row) => text(row, 'id')),
  );
  const linked = new Set(
    db.all('SELECT DISTINCT item_id AS id FROM open_mapping WHERE withdrawn = 0').map((row) => text(row, 'id')),
  );
  return {
    unansweredFirst: FirstQuestion.options.filter((question) => !answered.has(question)),
    complaints: complaints(db).map(({ id, number, about, knowledge }) => ({
      id,
      number,
      about: about.length > 0,
      knowledge: knowledge !== null && knowledge.basis !== 'not-asked',
    })),
    people: personFacts(db, everybody),
    openConflicts: conflicts(db, null)
      .filter(({ handled }) => handled === 'open')
      .map(({ id, personId, words }) => ({ id, personId, name: byId.get(personId)?.name ?? 'somebody', words })),
    responded: new Set(
      db.all('SELECT DISTINCT respondent_id AS id FROM response WHERE withdrawn = 0').map((row) => text(row, 'id')),
    ),
    receipts: receiptFacts(db, asked),
    ownerless: ownerless(db),
    contextOpen: contextList(db)
      .filter(
        ({ state, itemId, evidenceId }) => state === 'not-obtained' && linked.has(itemId) && !asked.has(evidenceId),
      )
      .map(({ itemId, evidenceId, evidenceName }) => ({ itemId, evidenceId, name: evidenceName })),
    unread: notReadList(db)
      .entries.filter(({ described, what }) => what !== 'part' && described?.complete !== true)
      .map(({ evidenceId, name }) => ({ id: evidenceId, name })),
    allegations: views.map((view) => allegationFacts(db, view, byId.get(view.allegation.respondentId) ?? null)),
  };
}

/** Sheets under which something was received; whoever was asked for what a picture leaves out was asked for the original. */
function receiptFacts(db: ReadableDb, asked: ReadonlySet<string>): InquiryFacts['receipts'] {
  return receipts(db)
    .filter(({ files }) => files > 0)
    .map(({ id, number, fromWhom, completeness, originalAskedFor }) => {
      const files = db
        .all('SELECT id FROM evidence WHERE receipt_id = ? AND parent_id IS NULL ORDER BY number', id)
        .map((row) => text(row, 'id'));
      return {
        id,
        number,
        fromWhom,
        cropped: completeness === 'cropped',
        evidenceId: files[0] ?? null,
        asked: originalAskedFor !== 'no' || files.some((file) => asked.has(file)),
      };
    });
}

/** Who was interviewed or gave a statement, whether or not it was signed. */
function heardPeople(db: ReadableDb): ReadonlySet<string> {
  return new Set(
    db
      .all(
        `SELECT respondent_id AS id FROM interview WHERE withdrawn = 0
         UNION SELECT person_id AS id FROM witness_statement WHERE withdrawn = 0
         UNION SELECT respondent_id AS id FROM case_event WHERE withdrawn = 0 AND respondent_id IS NOT NULL
           AND kind IN ('interview-held', 'interview-declined')
           AND id NOT IN (SELECT corrects FROM case_event WHERE corrects IS NOT NULL AND withdrawn = 0)`,
      )
      .map((row) => text(row, 'id')),
  );
}

function personFacts(db: ReadableDb, everybody: readonly Person[]): readonly PersonFacts[] {
  const heard = heardPeople(db);
  // Whoever came or called was heard then, in the words of the complaint.
  const came = new Set(
    complaints(db).flatMap(({ channel, complainant }) =>
      complainant !== null && (channel === 'walk-in' || channel === 'call') ? [fold(complainant)] : [],
    ),
  );
  return everybody.map((person) => ({
    id: person.id,
    name: person.pseudonym ?? person.name,
    role:
      person.caseRole === 'respondent' || person.caseRole === 'witness' || person.caseRole === 'complainant'
        ? person.caseRole
        : 'other',
    unit: person.unit !== null,
    occupation: person.occupation !== 'unknown',
    hours: person.workingHours.length > 0,
    standing: person.employment !== null && person.employment.standing !== 'not-known',
    unprovedAccounts: [
      ...new Set(person.accounts.filter(({ howKnown }) => howKnown === null).map(({ handle }) => handle)),
    ],
    heard: heard.has(person.id) || came.has(fold(person.name)),
  }));
}

/** Sources that show outgoing lines without a name, of which nobody said whose they are. */
function ownerless(db: ReadableDb): InquiryFacts['ownerless'] {
  return db
    .all(
      `SELECT e.id, e.name FROM evidence e WHERE e.owner_id IS NULL AND EXISTS (
         SELECT 1 FROM open_item i WHERE i.evidence_id = e.id AND i.thread_id IS NOT NULL AND i.derived IS NULL
           AND i.author IS NULL AND i.author_handle IS NULL) ORDER BY e.number`,
    )
    .map((row) => ({ id: text(row, 'id'), name: text(row, 'name') }));
}

function allegationFacts(db: ReadableDb, view: AllegationView, respondent: Person | null): AllegationFacts {
  const { id, number, respondentId } = view.allegation;
  const metElsewhere = (element: AllegationView['elements'][number]) =>
    view.elements.some(
      (other) => other.state === 'met' && (other.id === element.alternativeTo || other.alternativeTo === element.id),
    );
  // A finding that stops short of a breach may leave open what it did not reach.
  const isOpen = view.finding === null || view.finding.policy === 'breach';
  // One thing that ties conduct off duty to the work is enough.
  const tied = view.questions.some(
    ({ screen, id: asked, answer }) => screen === 'off-duty' && asked !== 'off-duty' && answer === 'yes',
  );
  const breach = view.finding !== null && view.finding.fact === 'proved' && view.finding.policy === 'breach';
  return {
    id,
    number,
    respondentId,
    respondent: view.respondent,
    openElements: view.elements
      .filter(() => isOpen)
      .filter((element) => element.state === 'not-examined' && !metElsewhere(element))
      .map(({ id: element, label }) => ({ id: element, label })),
    openExceptions: view.exceptions
      .filter(({ answer }) => isOpen && answer === 'not-asked')
      .map(({ id: exception, question, words }) => ({ id: exception, question: question === '' ? words : question })),
    screenAnswered: view.screen.answer !== 'not-asked',
    openQuestions: view.questions
      .filter(({ screen, needed, answer }) => isOpen && needed && answer === null && !(screen === 'off-duty' && tied))
      .map(({ id: question, question: words }) => ({ id: question, question: words })),
    notice: { shown: view.notice.state === 'shown', because: view.notice.because },
    adviceOnly: breach && view.force === 'advisory' && view.finding?.forceNote === null,
    inBreaks: respondent === null ? [] : inBreaks(db, view, respondent),
  };
}

/** Items linked in support of working time that lie in a break or on a day off of the employee. */
function inBreaks(db: ReadableDb, view: AllegationView, respondent: Person): AllegationFacts['inBreaks'] {
  const ids = view.elements
    .filter(({ id, state }) => id === 'working-time' && (state === 'met' || state === 'not-examined'))
    .flatMap((element) => element.for);
  const items = new Map(
    ids.flatMap((mappingId) => {
      const row = db.get('SELECT item_id FROM open_mapping WHERE id = ?', mappingId);
      const stored = row === null ? null : itemById(db, text(row, 'item_id'));
      return stored === null ? [] : [[stored.id, stored] as const];
    }),
  );
  return [...items.values()].flatMap((stored) => {
    const said = outOfWork(respondent, stored.item.sentAt);
    return said === null
      ? []
      : [{ itemId: stored.id, words: `#${stored.number} lies in ${said}: say whether that is working time.` }];
  });
}

function outOfWork(person: Person, moment: Moment | null): string | null {
  const day = localDay(moment);
  const off = person.employment?.daysOff.find(({ from, until }) => day !== null && from <= day && day <= until);
  if (off !== undefined) return `a day off on record (${off.why})`;
  const [pause] = breaksAt(person, moment);
  return pause === undefined ? null : `a recorded break, ${pause.from} to ${pause.to}`;
}
