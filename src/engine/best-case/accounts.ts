import { text, textOrNull } from '../case-file/index.ts';
import { type Charge, type Charged, type Entry, itemOf, itemsInSupport } from './charged.ts';

/** Where accounts differ, as far as that is recorded: the employee's own words, what somebody weighed, links that point both ways. */
export function accountsThatDiffer(of: Charged): readonly Entry[] {
  return [
    ...ownAccount(of),
    ...of.charges.flatMap((charge) => [
      ...weighed(of, charge),
      ...pointingBothWays(charge),
      ...decidedOtherwise(of, charge),
    ]),
  ];
}

/** What the employee said, whole: it differs from the complaint, or there would be nothing to inquire into. */
function ownAccount(of: Charged): readonly Entry[] {
  return of.db
    .all(
      `SELECT id, words FROM response WHERE respondent_id = ? AND withdrawn = 0 AND state = 'received' ORDER BY rowid`,
      of.respondentId,
    )
    .map((row) => ({
      key: `account response ${text(row, 'id')}`,
      kind: 'accounts-differ',
      allegations: [],
      words: 'The employee’s own account, as it was received.',
      quote: textOrNull(row, 'words'),
      item: null,
    }));
}

function weighed(of: Charged, charge: Charge): readonly Entry[] {
  return of.db
    .all(
      `SELECT id, credibility FROM finding WHERE allegation_id = ? AND withdrawn = 0 AND credibility IS NOT NULL ORDER BY rowid`,
      charge.allegation.id,
    )
    .map((row) => ({
      key: `account finding ${text(row, 'id')}`,
      kind: 'accounts-differ',
      allegations: [charge.allegation.number],
      words: `Accounts that conflict were weighed before: ${text(row, 'credibility')}`,
      quote: null,
      item: null,
    }));
}

function pointingBothWays(charge: Charge): readonly Entry[] {
  return charge.elements
    .filter((element) => element.for.length > 0 && element.against.length > 0)
    .map((element) => ({
      key: `account element ${charge.allegation.id} ${element.id}`,
      kind: 'accounts-differ',
      allegations: [charge.allegation.number],
      words: `Passages on “${element.label}” point both ways.`,
      quote: null,
      item: null,
    }));
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
      key: `account decision ${text(row, 'id')} ${charge.allegation.id}`,
      kind: 'accounts-differ',
      allegations: [number],
      words: `${text(row, 'by')} found this item not relevant to the clause: ${text(row, 'reason')}`,
      quote: null,
      item: itemOf(of.db, text(row, 'item_id')),
    }));
}
