import type { BestCaseEntry } from '../../contract/best-case.ts';
import { type ReadableDb, text } from '../case-file/index.ts';
import { compelledSources, isCompelledItem } from '../statement/index.ts';

/**
 * Which entries tell words that were said under orders: whoever decides reads them, and no document prints them.
 * @returns their keys
 */
export function keptApart(db: ReadableDb, entries: readonly BestCaseEntry[]): ReadonlySet<string> {
  const sources = compelledSources(db);
  const ids = compelledRecords(db);
  const rests = ({ key, item }: BestCaseEntry) =>
    (item !== null && isCompelledItem(db, sources, item.id)) ||
    key.split(' ').some((part) => ids.has(part) || sources.has(part));
  return new Set(entries.filter(rests).map(({ key }) => key));
}

/** Interviews, errata, statements and accounts of that kind, and the facts and explanations that rest on such an account. */
function compelledRecords(db: ReadableDb): ReadonlySet<string> {
  const rows = db.all(`WITH said (id) AS (
      SELECT id FROM interview WHERE manner = 'compelled'
      UNION SELECT id FROM witness_statement WHERE manner = 'compelled'),
    told (id, fact_id) AS (
      SELECT id, fact_id FROM account
      WHERE withdrawn = 0 AND (interview_id IN (SELECT id FROM said) OR statement_id IN (SELECT id FROM said)))
    SELECT id FROM said
    UNION SELECT id FROM interview_erratum WHERE interview_id IN (SELECT id FROM said)
    UNION SELECT id FROM told
    UNION SELECT fact_id FROM told
    UNION SELECT id FROM tried_explanation WHERE fact_id IN (SELECT fact_id FROM told)`);
  return new Set(rows.map((row) => text(row, 'id')));
}
