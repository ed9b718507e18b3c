import type { z } from 'zod';
import type { ItemFilter, ItemSort } from '../../contract/item-view.ts';
import { toMatch } from './search.ts';

type Filter = z.output<typeof ItemFilter>;
export type SqlValue = string | number;

/** A condition of the WHERE clause with its values, written out here and nowhere else. */
interface Condition {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

const OPEN_SUGGESTION = `EXISTS (SELECT 1 FROM shown_suggestion s WHERE s.item_id = item.id AND s.set_aside = 0
  AND NOT EXISTS (SELECT 1 FROM suggestion_decision d WHERE d.item_id = s.item_id AND d.policy = s.policy
    AND d.clause = s.clause AND d.withdrawn = 0))`;
const LINKED = 'EXISTS (SELECT 1 FROM mapping m WHERE m.item_id = item.id AND m.withdrawn = 0)';

/** An outgoing line of an export: it names no sender, because the phone's owner is meant. */
export const OUTGOING = 'item.author IS NULL AND item.author_handle IS NULL AND item.thread_id IS NOT NULL';
/** Conversations of two on a phone or account of the person's: what the other one writes there is written to them. */
const OWN_TALKS_OF_TWO = `(item.reading_id, item.thread_id) IN (
  SELECT t.reading_id, t.thread_id FROM open_item t JOIN evidence e ON e.id = t.evidence_id
  WHERE e.owner_id = ? AND t.thread_id IS NOT NULL AND t.derived IS NULL GROUP BY t.reading_id, t.thread_id
  HAVING count(DISTINCT coalesce(t.author, '') || char(10) || coalesce(t.author_handle, '')) <= 2
    AND sum(t.author IS NULL AND t.author_handle IS NULL) > 0)`;

/** The conditions of a filter, all of which must hold. @param names of the person filtered for, null where nobody is */
export function conditionsOf(filter: Filter, names: readonly string[] | null): readonly Condition[] {
  const conditions: Condition[] = [];
  const add = (sql: string, ...values: readonly SqlValue[]) => conditions.push({ sql, values });
  if (filter.words !== null && filter.words.trim() !== '') {
    const match = toMatch(filter.words);
    if (match === null) add('0');
    else {
      add(
        `item.number IN (SELECT rowid FROM item_words WHERE item_words MATCH ?
           UNION ALL SELECT rowid FROM person_words WHERE person_words MATCH ?)`,
        match,
        match,
      );
    }
  }
  if (filter.evidenceId !== null) add('item.evidence_id = ?', filter.evidenceId);
  if (filter.kind !== null) add('item.kind = ?', filter.kind);
  if (names !== null) {
    const list = JSON.stringify(names);
    const owner = filter.personId ?? '';
    add(
      `(item.author IN (SELECT value FROM json_each(?)) OR item.author_handle IN (SELECT value FROM json_each(?))
        OR EXISTS (SELECT 1 FROM json_each(?) n WHERE instr(item.people, n.value) > 0
          AND EXISTS (SELECT 1 FROM json_each(item.body, '$.recipients') r
            WHERE n.value IN (r.value ->> 'name', r.value ->> 'handle')))
        OR (${OUTGOING} AND evidence.owner_id = ?) OR ${OWN_TALKS_OF_TWO})`,
      list,
      list,
      list,
      owner,
      owner,
    );
  }
  if (filter.clause !== null) {
    const [policy = '', clause = ''] = filter.clause.split(' ');
    add(
      `(EXISTS (SELECT 1 FROM shown_suggestion s WHERE s.item_id = item.id AND s.policy = ? AND s.clause = ? AND s.set_aside = 0)
        OR EXISTS (SELECT 1 FROM mapping m WHERE m.item_id = item.id AND m.policy = ? AND m.clause = ? AND m.withdrawn = 0))`,
      policy,
      clause,
      policy,
      clause,
    );
  }
  for (const { sql, values } of timeConditions(filter)) add(sql, ...values);
  if (filter.only !== null) add(ONLY[filter.only]);
  return conditions;
}

const ONLY: Readonly<Record<NonNullable<Filter['only']>, string>> = {
  suggested: OPEN_SUGGESTION,
  linked: LINKED,
  flagged: 'EXISTS (SELECT 1 FROM screen_flag f WHERE f.item_id = item.id)',
  alike: 'item.id IN (SELECT one FROM item_alike UNION SELECT other FROM item_alike)',
  'date-ambiguous': 'coalesce(item_time.ambiguous, item.ambiguous) = 1',
  corrected: 'item_reworded.number IS NOT NULL',
  translated: 'EXISTS (SELECT 1 FROM translation t WHERE t.item_id = item.id AND t.withdrawn = 0)',
  'by-person': `item.reading_id IN (SELECT reading_id FROM transcript WHERE withdrawn = 0)`,
  'not-read': `(item.kind = 'recording' OR (item.kind = 'picture' AND item.text = ''))
    AND item.evidence_id NOT IN (SELECT evidence_id FROM transcript WHERE withdrawn = 0 AND complete = 1)`,
};

/** Days count whole: an item of the last day at any hour is in. An open date is in where its first reading is. */
function timeConditions(filter: Filter): readonly Condition[] {
  const conditions: Condition[] = [];
  if (filter.from !== null) conditions.push({ sql: `substr(${SORT_TIME}, 1, 10) >= ?`, values: [filter.from] });
  if (filter.to !== null) conditions.push({ sql: `substr(${SORT_TIME}, 1, 10) <= ?`, values: [filter.to] });
  switch (filter.certainty) {
    case null:
      break;
    case 'none':
      conditions.push({ sql: `${SORT_TIME} IS NULL`, values: [] });
      break;
    default:
      conditions.push({
        sql: `coalesce(item_time.moment ->> 'certainty', item.body ->> '$.sentAt.certainty') = ?`,
        values: [filter.certainty],
      });
  }
  return conditions;
}

/** The time as a person settled it, else as it was read. A settled time is never without one. */
const SORT_TIME = 'coalesce(item_time.sort_time, item.sort_time)';

/** @param settled whether a person settled any time of this case: without one, the index of the times as read is the order */
export function orderOf(sort: z.infer<typeof ItemSort>, descending: boolean, settled: boolean): string {
  const way = descending ? 'DESC' : 'ASC';
  const time = settled ? SORT_TIME : 'item.sort_time';
  const columns = {
    // Items without a date stand at the end either way.
    time: `${time} ${way} NULLS LAST, item.number ${way}`,
    number: `item.number ${way}`,
    author: `item.author IS NULL, item.author COLLATE NOCASE ${way}, ${time}, item.number`,
    kind: `item.kind ${way}, ${time}, item.number`,
    source: `evidence.number ${way}, item.ordinal ${way}`,
    to: `item.body ->> '$.recipients[0].name' IS NULL, item.body ->> '$.recipients[0].name' COLLATE NOCASE ${way},
      ${time}, item.number`,
    // Certain before assumed before open, as far as an item has a date.
    certainty: `${SORT_TIME} IS NULL, coalesce(item_time.ambiguous, item.ambiguous) ${way},
      coalesce(item_time.moment ->> 'certainty', item.body ->> '$.sentAt.certainty') = 'assumed' ${way}, item.number`,
  };
  return columns[sort];
}
