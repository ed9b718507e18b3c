import { must } from '../../contract/errors.ts';
import type { Mapping } from '../../contract/mapping.ts';
import { type Account, DisputedFact } from '../../contract/weighing.ts';
import { integer, type ReadableDb, type Row, text, textOrNull } from '../case-file/index.ts';
import { itemById } from '../items/index.ts';
import { clauseOn, mappings } from '../mapping/index.ts';
import { people, Recognition } from '../people/index.ts';
import type { Session } from '../session.ts';
import { accountsOf } from './accounts.ts';
import { authenticityOf } from './authenticity.ts';

const COLUMNS = `f.id, f.number, f.allegation_id, f.element, f.question, f.context_state, f.context_words, f.believed,
  f.reasons, f.weighed_at, f.weighed_by, f.at, f.by, a.number AS allegation, a.respondent_id, a.policy, a.clause,
  a.conduct_on`;

/** Facts on which accounts differ: of one allegation that stands, or (null) of all. */
export function disputedFacts(session: Session, db: ReadableDb, allegationId: string | null): DisputedFact[] {
  return db
    .all(
      `SELECT ${COLUMNS} FROM disputed_fact f JOIN allegation a ON a.id = f.allegation_id AND a.withdrawn = 0
       WHERE f.withdrawn = 0 AND (?1 IS NULL OR f.allegation_id = ?1) ORDER BY f.number`,
      allegationId,
    )
    .map((row) => viewOf(session, db, row));
}

/** One of them, after a change. */
export function disputedFact(session: Session, db: ReadableDb, id: string): DisputedFact {
  return must(
    disputedFacts(session, db, null).find((fact) => fact.id === id),
    'disputedFact: the fact is there',
  );
}

function viewOf(session: Session, db: ReadableDb, row: Row): DisputedFact {
  const id = text(row, 'id');
  const element = textOrNull(row, 'element');
  const links = linksOn(db, row, element);
  const accounts = accountsOf(db, id);
  const authenticity = authenticityOn(db, links);
  const explanations = explanationsOf(db, id);
  const contextState = textOrNull(row, 'context_state');
  const weighedAt = textOrNull(row, 'weighed_at');
  return DisputedFact.parse({
    id,
    number: integer(row, 'number'),
    allegationId: text(row, 'allegation_id'),
    allegation: integer(row, 'allegation'),
    respondentId: text(row, 'respondent_id'),
    element,
    elementLabel: element === null ? null : labelOf(session, row, element),
    question: text(row, 'question'),
    accounts,
    passages: {
      for: links.filter(({ weighs }) => weighs === 'for').map((link) => link.id),
      against: links.filter(({ weighs }) => weighs === 'against').map((link) => link.id),
    },
    authenticity,
    explanations,
    context: contextState === null ? null : { state: contextState, words: text(row, 'context_words') },
    conclusion:
      weighedAt === null
        ? null
        : {
            believed: textOrNull(row, 'believed'),
            reasons: text(row, 'reasons'),
            at: weighedAt,
            by: text(row, 'weighed_by'),
          },
    open: openPoints(accounts, authenticity, explanations, contextState),
    at: text(row, 'at'),
    by: text(row, 'by'),
  });
}

function linksOn(db: ReadableDb, row: Row, element: string | null): readonly Mapping[] {
  const filter = { itemId: null, allegationId: null, policy: text(row, 'policy'), clause: text(row, 'clause') };
  return mappings(db, filter)
    .filter((link) => link.allegationId === null || link.allegationId === text(row, 'allegation_id'))
    .filter((link) => element === null || link.element === element);
}

function labelOf(session: Session, row: Row, element: string): string {
  const { clause } = clauseOn(session, text(row, 'policy'), text(row, 'clause'), text(row, 'conduct_on'));
  return clause.elements.find(({ id }) => id === element)?.label ?? element;
}

function authenticityOn(db: ReadableDb, links: readonly Mapping[]): DisputedFact['authenticity'] {
  const recognition = new Recognition(people(db));
  return [...new Set(links.map(({ itemId }) => itemId))].flatMap((itemId) => {
    const stored = itemById(db, itemId);
    if (stored === null) return [];
    const { name, handle } = stored.item.author ?? { name: null, handle: null };
    const author = recognition.find(name, handle)?.name ?? name ?? handle;
    return [{ itemId, itemNumber: stored.number, author, recorded: authenticityOf(db, itemId) }];
  });
}

function explanationsOf(db: ReadableDb, factId: string): DisputedFact['explanations'] {
  const rows = db.all(
    `SELECT id, explanation, tried, outcome, at, by FROM tried_explanation WHERE fact_id = ? AND withdrawn = 0
     ORDER BY rowid`,
    factId,
  );
  return DisputedFact.shape.explanations.parse(
    rows.map((row) => ({
      id: text(row, 'id'),
      factId,
      explanation: text(row, 'explanation'),
      tried: textOrNull(row, 'tried') === null ? null : { how: text(row, 'tried'), outcome: text(row, 'outcome') },
      at: text(row, 'at'),
      by: text(row, 'by'),
    })),
  );
}

/** What a careful person would still look at; a list to read, not a sum. */
function openPoints(
  accounts: readonly Account[],
  authenticity: DisputedFact['authenticity'],
  explanations: DisputedFact['explanations'],
  contextState: string | null,
): readonly string[] {
  const unrecorded = authenticity.filter(({ recorded }) => recorded === null);
  return [
    ...(accounts.length < 2 ? ['Fewer than two accounts are recorded: who says otherwise?'] : []),
    ...accounts.flatMap(({ where, factors }) =>
      factors.length === 0 ? [`Nothing is said yet of why to believe or not to believe ${where}.`] : [],
    ),
    ...unrecorded.map(({ itemNumber }) => `Whether item ${itemNumber} is what it seems has not been looked into.`),
    ...(explanations.length === 0 ? ['No other explanation has been thought of.'] : []),
    ...explanations
      .filter(({ tried }) => tried === null)
      .map(({ explanation }) => `This explanation has not been tried: ${explanation}`),
    ...(contextState === null ? ['Whether the context was obtained is not recorded.'] : []),
  ];
}
