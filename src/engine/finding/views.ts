import type { Allegation, AllegationView } from '../../contract/finding.ts';
import type { Person } from '../../contract/person.ts';
import type { Clause } from '../../contract/policy.ts';
import { bestCaseStanding } from '../best-case/index.ts';
import { type ReadableDb, text } from '../case-file/index.ts';
import { itemById } from '../items/index.ts';
import { clauseOn, mappings } from '../mapping/index.ts';
import { people, personById, policyNotices, Recognition } from '../people/index.ts';
import type { Session } from '../session.ts';
import { contraryAnswers, responsePoint } from '../statement/index.ts';
import { unweighedFacts } from '../weighing/index.ts';
import { allegations } from './allegations.ts';
import { elementStates, exceptionAnswers, responseOf, screenAnswer } from './answers.ts';
import { standingFinding } from './findings.ts';
import { missingForBreach } from './missing.ts';
import { noticeStanding } from './notice.ts';
import { questionsOf } from './questions.ts';

/** Every allegation that stands, with all that bears on it. */
export function allegationViews(session: Session, db: ReadableDb): readonly AllegationView[] {
  return allegations(db).map((allegation) => viewOf(session, db, allegation));
}

export function viewOf(session: Session, db: ReadableDb, allegation: Allegation): AllegationView {
  const charge = chargeOf(session, db, allegation);
  const standing = { ...charge, bestCase: bestCaseStanding(session, db, charge) };
  return { ...standing, missing: [...missingForBreach(standing)] };
}

/** The allegations against one employee, before anything is made of them. */
export function chargesAgainst(session: Session, db: ReadableDb, respondentId: string) {
  return allegations(db)
    .filter((allegation) => allegation.respondentId === respondentId)
    .map((allegation) => chargeOf(session, db, allegation));
}

/** What was alleged and answered so far, before anything is made of it. */
function chargeOf(
  session: Session,
  db: ReadableDb,
  allegation: Allegation,
): Omit<AllegationView, 'bestCase' | 'missing'> {
  const { clause } = clauseOn(session, allegation.policy, allegation.clause, allegation.conductOn);
  const respondent = personById(db, allegation.respondentId);
  const screen = screenOf(db, allegation);
  const elements = elementsOf(db, allegation, clause);
  return {
    allegation,
    respondent: respondent.name,
    clauseLabel: clause.label,
    clauseWords: clause.words,
    force: clause.force,
    binds: bindingOf(clause, respondent),
    notice: noticeStanding(allegation, policyNotices(db, respondent.id)),
    elements,
    exceptions: exceptionsOf(db, allegation, clause),
    screen,
    questions: questionsOf(db, { allegation, elements, screen }),
    response: responseOf(db, respondent.id),
    point: responsePoint(db, allegation.id),
    contrary: [...contraryAnswers(db, allegation.id).values()],
    unweighed: [...unweighedFacts(db, allegation.id)],
    finding: standingFinding(db, allegation.id),
  };
}

function bindingOf(clause: Clause, person: Person): { binds: boolean; because: string } {
  const { occupation } = person;
  if (occupation === 'unknown') {
    return {
      binds: true,
      because: `What ${person.name} does at the school is not recorded; the clause binds ${list(clause)}.`,
    };
  }
  const binds = clause.binds.roles.some((role) => role === occupation);
  return {
    binds,
    because: binds
      ? `The clause binds ${list(clause)}.`
      : `The clause binds ${list(clause)}; ${person.name} is recorded as ${occupation}.`,
  };
}

function list(clause: Clause): string {
  return clause.binds.words === null ? `these positions: ${clause.binds.roles.join(', ')}` : `“${clause.binds.words}”`;
}

function elementsOf(db: ReadableDb, allegation: Allegation, clause: Clause): AllegationView['elements'] {
  const states = elementStates(db, allegation.id);
  const links = mappings(db, {
    itemId: null,
    allegationId: null,
    policy: allegation.policy,
    clause: allegation.clause,
  }).filter((link) => link.allegationId === allegation.id || link.allegationId === null);
  return clause.elements.map((element) => {
    const state = states.get(element.id);
    const mine = links.filter((link) => link.element === element.id);
    return {
      id: element.id,
      label: element.label,
      question: element.question,
      alternativeTo: element.alternativeTo ?? null,
      state: state?.state ?? 'not-examined',
      reason: state?.reason ?? null,
      for: mine.filter(({ weighs }) => weighs === 'for').map(({ id }) => id),
      against: mine.filter(({ weighs }) => weighs === 'against').map(({ id }) => id),
    };
  });
}

function exceptionsOf(db: ReadableDb, allegation: Allegation, clause: Clause): AllegationView['exceptions'] {
  const answers = exceptionAnswers(db, allegation.id);
  return clause.exceptions.map((exception) => {
    const answered = answers.get(exception.id);
    return {
      id: exception.id,
      words: exception.words,
      question: exception.questions.join(' '),
      answer: (answered?.answer ?? 'not-asked') as AllegationView['exceptions'][number]['answer'],
      reason: answered?.reason ?? null,
    };
  });
}

function screenOf(db: ReadableDb, allegation: Allegation): AllegationView['screen'] {
  const answered = screenAnswer(db, allegation.id);
  return {
    answer: answered?.answer ?? 'not-asked',
    reason: answered?.reason ?? null,
    flagged: flaggedItems(db, allegation),
  };
}

/** Items held against the employee whose words may be protected; what somebody else is known to have written is not theirs. */
function flaggedItems(db: ReadableDb, { id, policy, clause, respondentId }: Allegation): number {
  const recognition = new Recognition(people(db));
  return db
    .all(
      `SELECT DISTINCT f.item_id FROM open_screen_flag f JOIN open_mapping m ON m.item_id = f.item_id AND m.withdrawn = 0
       WHERE f.screen = 'protected-speech' AND m.policy = ? AND m.clause = ? AND m.weighs = 'for'
         AND (m.allegation_id = ? OR m.allegation_id IS NULL)`,
      policy,
      clause,
      id,
    )
    .filter((row) => {
      const author = itemById(db, text(row, 'item_id'))?.item.author ?? null;
      const person = author === null ? null : recognition.find(author.name, author.handle);
      return person === null || person.id === respondentId;
    }).length;
}
