import { Interview } from '../../contract/interview.ts';
import type { DisputedFact } from '../../contract/weighing.ts';
import { json, sha256Of, text, textOrNull } from '../case-file/index.ts';
import { disputedFacts } from '../weighing/index.ts';
import { type Charge, type Charged, type Entry, itemOf, itemsInSupport } from './charged.ts';

/**
 * Where accounts differ, as far as that is recorded: the employee's own words in the response and in interviews, what they
 * deny, facts that are disputed, statements that a witness would not sign, what was corrected after signing, what somebody
 * weighed, links that point both ways.
 */
export function accountsThatDiffer(of: Charged): readonly Entry[] {
  return [
    ...ownAccount(of),
    ...ownInterviews(of),
    ...statementsRefused(of),
    ...of.charges.flatMap((charge) => [
      ...pointDenied(charge),
      ...disputed(of, charge),
      ...weighed(of, charge),
      ...pointingBothWays(charge),
      ...decidedOtherwise(of, charge),
    ]),
  ];
}

function entry(key: string, allegations: number[], words: string, quote: string | null): Entry {
  return { key: `account ${key}`, kind: 'accounts-differ', allegations, words, quote, item: null };
}

/** What the employee said, whole: it differs from the complaint, or there would be nothing to inquire into. */
function ownAccount(of: Charged): readonly Entry[] {
  return of.db
    .all(
      `SELECT id, words FROM response WHERE respondent_id = ? AND withdrawn = 0 AND state = 'received' ORDER BY rowid`,
      of.respondentId,
    )
    .map((row) =>
      entry(
        `response ${text(row, 'id')}`,
        [],
        'The employee’s own account, as it was received.',
        textOrNull(row, 'words'),
      ),
    );
}

/** Every answer of the employee, and every correction of one: whoever decides has read them whole. */
function ownInterviews({ db, respondentId }: Charged): readonly Entry[] {
  const rows = db.all(
    'SELECT id, number, lines FROM interview WHERE respondent_id = ? AND withdrawn = 0 ORDER BY number',
    respondentId,
  );
  return rows.flatMap((row) => {
    const [id, number] = [text(row, 'id'), String(row['number'])];
    const answers = json(row, 'lines', Interview.shape.lines).flatMap(({ answer }) => answer ?? []);
    const errata = db.all(
      'SELECT id, words FROM interview_erratum WHERE interview_id = ? AND withdrawn = 0 ORDER BY rowid',
      id,
    );
    return [
      // The key goes with the answers, so that one that was added or changed since is new.
      ...(answers.length === 0
        ? []
        : [
            entry(
              `interview ${id} ${sha256Of(answers.join('\n')).slice(0, 16)}`,
              [],
              `The employee’s answers in interview ${number}.`,
              answers.join('\n'),
            ),
          ]),
      ...errata.map((each) =>
        entry(
          `erratum ${text(each, 'id')}`,
          [],
          `Interview ${number} was corrected after it was signed.`,
          text(each, 'words'),
        ),
      ),
    ];
  });
}

/** What a witness would not sign is not what the witness says. */
function statementsRefused({ db }: Charged): readonly Entry[] {
  return db
    .all(
      `SELECT s.id, s.number, s.settled_by, p.name FROM witness_statement s JOIN person p ON p.id = s.person_id
       WHERE s.withdrawn = 0 AND s.settled = 'refused' ORDER BY s.number`,
    )
    .map((row) =>
      entry(
        `refused ${text(row, 'id')}`,
        [],
        `${text(row, 'name')} refused to sign statement ${String(row['number'])}.`,
        text(row, 'settled_by'),
      ),
    );
}

const STANCES: Readonly<Record<string, string>> = {
  denies: 'The employee denies it.',
  'admits-in-part': 'The employee admits it in part only.',
  explains: 'The employee explains it otherwise.',
};

function pointDenied({ allegation, point }: Charge): readonly Entry[] {
  const words = point === null ? undefined : STANCES[point.stance];
  if (point === null || words === undefined) return [];
  return [entry(`point ${allegation.id} ${point.at}`, [allegation.number], words, point.words)];
}

/** A fact on which accounts differ, whether or not somebody has weighed it: the other account is not gone. */
function disputed(of: Charged, { allegation }: Charge): readonly Entry[] {
  return disputedFacts(of.session, of.db, allegation.id).flatMap((fact) => [
    entry(
      `fact ${fact.id} ${fact.accounts.map(({ id }) => id).join(' ')}`,
      [allegation.number],
      `Accounts differ: ${fact.question}${fact.conclusion === null ? ' Nobody has weighed them yet.' : ''}`,
      quoteOf(fact),
    ),
    ...fact.explanations
      .filter(({ tried }) => tried === null || tried.outcome !== 'ruled-out')
      .map((other) =>
        entry(
          `explanation ${other.id} ${other.tried?.outcome ?? 'untried'}`,
          [allegation.number],
          other.tried === null
            ? `Another explanation that nobody has tried: ${other.explanation}`
            : `Another explanation that was not ruled out: ${other.explanation}`,
          null,
        ),
      ),
  ]);
}

function quoteOf({ accounts }: DisputedFact): string | null {
  return accounts.length === 0 ? null : accounts.map(({ where, says }) => `${where}: ${says}`).join('\n');
}

function weighed(of: Charged, charge: Charge): readonly Entry[] {
  return of.db
    .all(
      `SELECT id, credibility FROM finding WHERE allegation_id = ? AND withdrawn = 0 AND credibility IS NOT NULL ORDER BY rowid`,
      charge.allegation.id,
    )
    .map((row) =>
      entry(
        `finding ${text(row, 'id')}`,
        [charge.allegation.number],
        `Accounts that conflict were weighed before: ${text(row, 'credibility')}`,
        null,
      ),
    );
}

function pointingBothWays(charge: Charge): readonly Entry[] {
  return charge.elements
    .filter((element) => element.for.length > 0 && element.against.length > 0)
    .map((element) =>
      entry(
        `element ${charge.allegation.id} ${element.id}`,
        [charge.allegation.number],
        `Passages on “${element.label}” point both ways.`,
        null,
      ),
    );
}

/** A passage is held against the employee although somebody found the item not relevant to this clause. */
function decidedOtherwise(of: Charged, charge: Charge): readonly Entry[] {
  const { policy, clause, number } = charge.allegation;
  const items = itemsInSupport(of, charge);
  return of.db
    .all(
      `SELECT id, item_id, reason, by FROM suggestion_decision WHERE withdrawn = 0 AND decision = 'not-relevant'
         AND policy = ? AND clause = ? AND item_id IN (SELECT value FROM json_each(?)) ORDER BY rowid`,
      policy,
      clause,
      JSON.stringify(items),
    )
    .map((row) => ({
      ...entry(
        `decision ${text(row, 'id')} ${charge.allegation.id}`,
        [number],
        `${text(row, 'by')} found this item not relevant to the clause: ${text(row, 'reason')}`,
        null,
      ),
      item: itemOf(of.db, text(row, 'item_id')),
    }));
}
