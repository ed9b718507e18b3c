import type { z } from 'zod';
import { must } from '../../contract/errors.ts';
import type { ItemDraft, ItemKind } from '../../contract/item.ts';
import type { ItemFilter, ItemPage, ItemPageRequest, ItemRow, ItemSort } from '../../contract/item-view.ts';
import { integer, type ReadableDb, type Row, text, textOrNull } from '../case-file/index.ts';
import type { Recognition } from '../people/index.ts';
import { toMatch } from './search.ts';
import { itemNow, NOW_COLUMNS, NOW_JOINS } from './store.ts';

type Filter = z.output<typeof ItemFilter>;
type SqlValue = string | number;

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
const OUTGOING = 'item.author IS NULL AND item.author_handle IS NULL AND item.thread_id IS NOT NULL';
/** Conversations of two on a phone or account of the person's: what the other one writes there is written to them. */
const OWN_TALKS_OF_TWO = `(item.reading_id, item.thread_id) IN (
  SELECT t.reading_id, t.thread_id FROM open_item t JOIN evidence e ON e.id = t.evidence_id
  WHERE e.owner_id = ? AND t.thread_id IS NOT NULL AND t.derived IS NULL GROUP BY t.reading_id, t.thread_id
  HAVING count(DISTINCT coalesce(t.author, '') || char(10) || coalesce(t.author_handle, '')) <= 2
    AND sum(t.author IS NULL AND t.author_handle IS NULL) > 0)`;

function conditionsOf(filter: Filter, names: readonly string[] | null): readonly Condition[] {
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
  switch (filter.only) {
    case 'suggested':
      add(OPEN_SUGGESTION);
      break;
    case 'linked':
      add(LINKED);
      break;
    case 'flagged':
      add('EXISTS (SELECT 1 FROM screen_flag f WHERE f.item_id = item.id)');
      break;
    case 'alike':
      add('item.id IN (SELECT one FROM item_alike UNION SELECT other FROM item_alike)');
      break;
    case 'date-ambiguous':
      add('coalesce(item_time.ambiguous, item.ambiguous) = 1');
      break;
    case null:
      break;
  }
  return conditions;
}

/** The time as a person settled it, else as it was read. A settled time is never without one. */
const SORT_TIME = 'coalesce(item_time.sort_time, item.sort_time)';

function orderOf(sort: z.infer<typeof ItemSort>, descending: boolean): string {
  const way = descending ? 'DESC' : 'ASC';
  const columns = {
    // Items without a date stand at the end either way.
    time: `${SORT_TIME} IS NULL, ${SORT_TIME} ${way}, item.number ${way}`,
    number: `item.number ${way}`,
    author: `item.author IS NULL, item.author COLLATE NOCASE ${way}, ${SORT_TIME}, item.number`,
    kind: `item.kind ${way}, ${SORT_TIME}, item.number`,
    source: `evidence.number ${way}, item.ordinal ${way}`,
  };
  return columns[sort];
}

/** Where nothing is hidden the plain table is asked: far down a long list the view would look at every row above. */
function fromOf(db: ReadableDb): string {
  const hides = db.get(
    `SELECT 1 AS there WHERE EXISTS (SELECT 1 FROM hidden_evidence) OR EXISTS (SELECT 1 FROM reading WHERE withdrawn = 1)
       OR EXISTS (SELECT 1 FROM agreed_limit WHERE withdrawn = 0)`,
  );
  const items = hides === null ? 'item' : 'open_item AS item';
  return `FROM ${items} JOIN evidence ON evidence.id = item.evidence_id ${NOW_JOINS}`;
}

const ROW_COLUMNS = `item.id, item.number, ${NOW_COLUMNS}, item.evidence_id, evidence.name AS evidence_name,
  CASE WHEN ${OUTGOING} THEN evidence.owner_id END AS sender_id,
  CASE WHEN ${OUTGOING} THEN (SELECT p.name FROM person p WHERE p.id = evidence.owner_id AND p.withdrawn = 0) END AS sender,
  (SELECT json_group_array(DISTINCT s.policy || ' ' || s.clause) FROM shown_suggestion s WHERE s.item_id = item.id AND s.set_aside = 0
     AND NOT EXISTS (SELECT 1 FROM suggestion_decision d WHERE d.item_id = s.item_id AND d.policy = s.policy
       AND d.clause = s.clause AND d.withdrawn = 0)) AS suggested,
  (SELECT json_group_array(DISTINCT m.policy || ' ' || m.clause) FROM mapping m WHERE m.item_id = item.id AND m.withdrawn = 0) AS linked,
  (SELECT group_concat(DISTINCT f.screen) FROM screen_flag f WHERE f.item_id = item.id) AS screens`;

/** One window of the evidence table: total, how many match, and the rows asked for. */
export function itemPage(
  db: ReadableDb,
  request: z.output<typeof ItemPageRequest>,
  recognition: Recognition,
  namesOf: (personId: string) => readonly string[],
): z.infer<typeof ItemPage> {
  const { filter } = request;
  const conditions = conditionsOf(filter, filter.personId === null ? null : namesOf(filter.personId));
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`;
  const values = conditions.flatMap((condition) => condition.values);
  const total = count(db, 'SELECT count(*) AS n FROM open_item');
  const from = fromOf(db);
  const matching = where === '' ? total : count(db, `SELECT count(*) AS n ${from} ${where}`, ...values);
  const order = orderOf(request.sort, request.descending);
  // The window is cut before its rows are looked up: far down a long table nothing is read of the rows above it.
  const rows = db.all(
    `SELECT ${ROW_COLUMNS} FROM (SELECT item.number AS place ${from} ${where} ORDER BY ${order} LIMIT ? OFFSET ?) AS page
     JOIN item ON item.number = page.place JOIN evidence ON evidence.id = item.evidence_id ${NOW_JOINS} ORDER BY ${order}`,
    ...values,
    request.limit,
    request.offset,
  );
  return { total, matching, rows: rows.map((row) => toItemRow(row, recognition)) };
}

export function itemRowById(db: ReadableDb, id: string, recognition: Recognition): z.infer<typeof ItemRow> | null {
  const row = db.get(`SELECT ${ROW_COLUMNS} ${fromOf(db)} WHERE item.id = ?`, id);
  return row === null ? null : toItemRow(row, recognition);
}

/** The items before and after one in its conversation, or in its source where it has none. */
export function itemsAround(
  db: ReadableDb,
  id: string,
  reach: { readonly before: number; readonly after: number },
  recognition: Recognition,
): { rows: z.infer<typeof ItemRow>[]; moreBefore: boolean; moreAfter: boolean } {
  const at = must(
    db.get('SELECT evidence_id, reading_id, thread_id, ordinal FROM open_item WHERE id = ?', id),
    'itemsAround: the item is there',
  );
  const same = 'item.evidence_id = ? AND item.reading_id = ? AND item.thread_id IS ? AND item.derived IS NULL';
  const values = [text(at, 'evidence_id'), text(at, 'reading_id'), textOrNull(at, 'thread_id')] as const;
  const ordinal = integer(at, 'ordinal');
  const from = fromOf(db);
  const before = db.all(
    `SELECT ${ROW_COLUMNS} ${from} WHERE ${same} AND item.ordinal < ? ORDER BY item.ordinal DESC LIMIT ?`,
    ...values,
    ordinal,
    reach.before + 1,
  );
  const after = db.all(
    `SELECT ${ROW_COLUMNS} ${from} WHERE ${same} AND item.ordinal >= ? ORDER BY item.ordinal LIMIT ?`,
    ...values,
    ordinal,
    reach.after + 2,
  );
  const shown = [...before.slice(0, reach.before).reverse(), ...after.slice(0, reach.after + 1)];
  return {
    rows: shown.map((row) => toItemRow(row, recognition)),
    moreBefore: before.length > reach.before,
    moreAfter: after.length > reach.after + 1,
  };
}

const SNIPPET_LETTERS = 240;

function toItemRow(row: Row, recognition: Recognition): z.infer<typeof ItemRow> {
  const item = itemNow(row);
  const screens = textOrNull(row, 'screens') ?? '';
  const kind: ItemKind = item.kind;
  return {
    id: text(row, 'id'),
    number: integer(row, 'number'),
    kind,
    platform: item.platform,
    author: item.author?.name ?? item.author?.handle ?? textOrNull(row, 'sender'),
    authorPersonId:
      item.author === null
        ? textOrNull(row, 'sender_id')
        : (recognition.find(item.author.name, item.author.handle)?.id ?? null),
    to: item.recipients.map(({ name, handle }) => name ?? handle ?? '').join(', ') || null,
    sentAt: item.sentAt,
    snippet: snippetOf(item),
    evidenceId: text(row, 'evidence_id'),
    evidenceName: text(row, 'evidence_name'),
    locator: item.locator,
    suggested: listOf(row, 'suggested'),
    linked: listOf(row, 'linked'),
    flags: [
      ...(screens.includes('mandated-report') ? (['mandated-report'] as const) : []),
      ...(screens.includes('protected-speech') ? (['may-be-protected'] as const) : []),
      ...(item.sentAt?.certainty === 'ambiguous' ? (['date-ambiguous'] as const) : []),
    ],
  };
}

function listOf(row: Row, column: string): string[] {
  const parsed: unknown = JSON.parse(text(row, column));
  return Array.isArray(parsed) ? parsed.filter((entry) => typeof entry === 'string').sort() : [];
}

function snippetOf(item: ItemDraft): string {
  const words = item.text.trim() === '' ? (item.title ?? item.attachments.join(', ')) : item.text;
  return words.replace(/\s+/g, ' ').trim().slice(0, SNIPPET_LETTERS);
}

function count(db: ReadableDb, sql: string, ...values: readonly SqlValue[]): number {
  return integer(must(db.get(sql, ...values), 'a count comes back'), 'n');
}
