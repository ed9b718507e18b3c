import { z } from 'zod';
import { must, raise } from '../../contract/errors.ts';
import { type DecideSuggestion, ScreenFlag, SuggestionView } from '../../contract/mapping.ts';
import { type SetAside, SuggestedException, type SuggestResult, SuggestSpan } from '../../contract/suggest.ts';
import {
  flag,
  json,
  type ReadableDb,
  type Row,
  sha256Of,
  text,
  textOrNull,
  type WritableDb,
} from '../case-file/index.ts';
import type { Session } from '../session.ts';

/** What is stored of a suggestion beside its keys. */
const Body = z.strictObject({
  because: z.string(),
  spans: z.array(SuggestSpan),
  exceptions: z.array(SuggestedException),
  unknowns: z.array(z.string()),
});

interface Result {
  readonly itemId: string;
  readonly result: SuggestResult;
}

/**
 * Puts the machine's suggestions in the place of the old ones. Decisions of people stand elsewhere and stay.
 * @returns how many there are
 */
export function replaceSuggestions(db: WritableDb, results: Iterable<Result>): number {
  db.run('DELETE FROM suggestion');
  db.run('DELETE FROM screen_flag');
  let suggested = 0;
  for (const one of results) suggested += keep(db, one);
  return suggested;
}

/** The same for a few items alone, as when somebody supplied a fact about one. */
export function replaceSuggestionsOf(db: WritableDb, results: readonly Result[]): void {
  for (const one of results) {
    db.run('DELETE FROM suggestion WHERE item_id = ?', one.itemId);
    db.run('DELETE FROM screen_flag WHERE item_id = ?', one.itemId);
    keep(db, one);
  }
}

function keep(db: WritableDb, { itemId, result }: Result): number {
  const passing = result.suggestions.filter(({ passes }) => passes);
  for (const suggestion of passing) {
    const { because, spans, exceptions, unknowns } = suggestion;
    const body = { because, spans, exceptions, unknowns };
    insert(db, itemId, suggestion, Math.round(suggestion.score * 1000), false, body);
  }
  for (const aside of result.setAside) insert(db, itemId, aside, 0, true, bodyOfAside(aside));
  for (const speech of result.protectedSpeech) insertFlag(db, itemId, 'protected-speech', speech.kind, speech.because);
  keepDanger(db, itemId, result);
  return passing.length;
}

/** Whether anything of a result is kept. */
export function foundSomething({ suggestions, setAside, protectedSpeech, mandatedReport }: SuggestResult): boolean {
  const passes = suggestions.some((suggestion) => suggestion.passes);
  return passes || setAside.length > 0 || protectedSpeech.length > 0 || mandatedReport.flag;
}

/** Danger to a child is looked for everywhere, even where nobody may look at anything else. */
export function keepDanger(db: WritableDb, itemId: string, { mandatedReport }: SuggestResult): void {
  if (mandatedReport.flag) insertFlag(db, itemId, 'mandated-report', 'mandated-report', mandatedReport.because);
}

function bodyOfAside(aside: z.infer<typeof SetAside>): z.infer<typeof Body> {
  return {
    because: aside.because,
    spans: [],
    exceptions: [{ exception: aside.exception, because: aside.because, applies: 'yes' }],
    unknowns: [],
  };
}

function insert(
  db: WritableDb,
  itemId: string,
  clause: { policy: string; clause: string },
  score: number,
  setAside: boolean,
  body: z.infer<typeof Body>,
): void {
  db.run(
    `INSERT INTO suggestion (id, item_id, policy, clause, score, set_aside, body) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (item_id, policy, clause) DO NOTHING`,
    sha256Of(`${itemId} ${clause.policy} ${clause.clause}`).slice(0, 32),
    itemId,
    clause.policy,
    clause.clause,
    score,
    setAside ? 1 : 0,
    JSON.stringify(body),
  );
}

function insertFlag(db: WritableDb, itemId: string, screen: string, kind: string, because: string): void {
  db.run(
    'INSERT INTO screen_flag (id, item_id, screen, kind, because) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
    `${itemId}.${kind}`,
    itemId,
    screen,
    kind,
    because,
  );
}

const SELECT = `SELECT s.id, s.item_id, s.policy, s.clause, s.set_aside, s.body,
    s.id NOT IN (SELECT id FROM inside_suggestion) AS outside, d.id AS decision_id, d.decision, d.reason,
    d.at, d.by
  FROM shown_suggestion s JOIN item ON item.id = s.item_id
  LEFT JOIN item_time t ON t.number = item.number
  LEFT JOIN suggestion_decision d ON d.item_id = s.item_id AND d.policy = s.policy AND d.clause = s.clause
    AND d.withdrawn = 0`;

const BY_TIME = `coalesce(t.sort_time, item.sort_time) IS NULL, coalesce(t.sort_time, item.sort_time), item.number, s.policy,
  s.clause`;
const ORDER = { time: BY_TIME, likelihood: `s.set_aside, s.score DESC, ${BY_TIME}` } as const;

/** What is shown of the machine's suggestions: those within the inquiry, in the order of time unless somebody chose another. */
export function suggestions(
  session: Session,
  db: ReadableDb,
  filter: { readonly itemId: string | null; readonly open: boolean; readonly order: keyof typeof ORDER },
): readonly SuggestionView[] {
  return db
    .all(
      `${SELECT} WHERE (?1 IS NULL OR s.item_id = ?1) AND (?2 = 0 OR (s.set_aside = 0 AND d.id IS NULL))
       ORDER BY ${ORDER[filter.order]}`,
      filter.itemId,
      filter.open ? 1 : 0,
    )
    .map((row) => toView(session, row));
}

export function screenFlags(db: ReadableDb, itemId: string | null): readonly ScreenFlag[] {
  return db
    .all(
      `SELECT id, item_id, screen, kind, because FROM screen_flag
       WHERE (?1 IS NULL OR item_id = ?1) AND item_id NOT IN (SELECT id FROM hidden_item) ORDER BY rowid`,
      itemId,
    )
    .map((row) =>
      ScreenFlag.parse({
        id: text(row, 'id'),
        itemId: text(row, 'item_id'),
        screen: text(row, 'screen'),
        kind: text(row, 'kind'),
        because: text(row, 'because'),
      }),
    );
}

/**
 * Records what a person made of a suggestion; a later decision takes the earlier one's place, and `not-examined` takes it back.
 * @throws not-found
 */
export function decideSuggestion(
  session: Session,
  db: WritableDb,
  input: z.infer<typeof DecideSuggestion>,
  made: { id: string; at: string; by: string },
): SuggestionView {
  const keys = [input.itemId, input.policy, input.clause] as const;
  if (
    db.get('SELECT 1 AS there FROM shown_suggestion WHERE item_id = ? AND policy = ? AND clause = ?', ...keys) === null
  ) {
    raise('not-found', { what: 'suggestion' });
  }
  db.run(
    'UPDATE suggestion_decision SET withdrawn = 1 WHERE item_id = ? AND policy = ? AND clause = ? AND withdrawn = 0',
    ...keys,
  );
  if (input.decision !== 'not-examined')
    db.run(
      `INSERT INTO suggestion_decision (id, item_id, policy, clause, decision, reason, at, by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      made.id,
      ...keys,
      input.decision,
      input.reason,
      made.at,
      made.by,
    );
  const row = db.get(`${SELECT} WHERE s.item_id = ? AND s.policy = ? AND s.clause = ?`, ...keys);
  return toView(session, must(row, 'decideSuggestion: the suggestion is there'));
}

function toView(session: Session, row: Row): SuggestionView {
  const body = json(row, 'body', Body);
  const policy = text(row, 'policy');
  const clause = text(row, 'clause');
  const decisionId = textOrNull(row, 'decision_id');
  return SuggestionView.parse({
    id: text(row, 'id'),
    itemId: text(row, 'item_id'),
    policy,
    clause,
    clauseLabel:
      session.policies.find(({ id }) => id === policy)?.clauses.find(({ id }) => id === clause)?.label ?? clause,
    ...body,
    setAside: flag(row, 'set_aside'),
    outside: flag(row, 'outside'),
    decision:
      decisionId === null
        ? null
        : {
            id: decisionId,
            decision: text(row, 'decision'),
            reason: textOrNull(row, 'reason'),
            by: text(row, 'by'),
            at: text(row, 'at'),
          },
  });
}
