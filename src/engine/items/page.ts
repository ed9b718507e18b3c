import type { z } from 'zod';
import { must } from '../../contract/errors.ts';
import type { ItemDraft, ItemKind } from '../../contract/item.ts';
import type { ItemPage, ItemPageRequest, ItemRow } from '../../contract/item-view.ts';
import { integer, type ReadableDb, type Row, text, textOrNull } from '../case-file/index.ts';
import type { Recognition } from '../people/index.ts';
import { conditionsOf, OUTGOING, orderOf, type SqlValue } from './conditions.ts';
import { itemNow, NOW_COLUMNS, NOW_JOINS } from './store.ts';

/** Where nothing is hidden the plain table is asked: far down a long list the view would look at every row above. */
function itemsOf(db: ReadableDb): string {
  const hides = db.get(
    `SELECT 1 AS there WHERE EXISTS (SELECT 1 FROM hidden_evidence) OR EXISTS (SELECT 1 FROM reading WHERE withdrawn = 1)
       OR EXISTS (SELECT 1 FROM agreed_limit WHERE withdrawn = 0)`,
  );
  return hides === null ? 'item' : 'open_item AS item';
}

const EVIDENCE_JOIN = 'JOIN evidence ON evidence.id = item.evidence_id';

function fromOf(db: ReadableDb): string {
  return `FROM ${itemsOf(db)} ${EVIDENCE_JOIN} ${NOW_JOINS}`;
}

/** Only what the conditions and the order speak of is joined: each join is looked up for every item of the case. */
function leanFrom(db: ReadableDb, spoken: string): string {
  const joins = [
    ...(/\bevidence\./.test(spoken) ? [EVIDENCE_JOIN] : []),
    ...(/\bitem_(time|reworded)\./.test(spoken) ? [NOW_JOINS] : []),
  ];
  return `FROM ${itemsOf(db)} ${joins.join(' ')}`;
}

/** How many items there are that anybody may see: all of them but the hidden ones, which are few and quickly told. */
export function countItems(db: ReadableDb): number {
  return count(db, 'SELECT (SELECT count(*) FROM item) - (SELECT count(DISTINCT number) FROM hidden_item) AS n');
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
  const total = countItems(db);
  const matching = where === '' ? total : count(db, `SELECT count(*) AS n ${leanFrom(db, where)} ${where}`, ...values);
  const settled = db.get('SELECT 1 AS there FROM item_time LIMIT 1') !== null;
  const order = orderOf(request.sort, request.descending, settled);
  const from = leanFrom(db, `${where} ${order}`);
  // The window is cut before its rows are looked up: far down a long table nothing is read of the rows above it.
  const rows = db.all(
    `SELECT ${ROW_COLUMNS} FROM (SELECT item.number AS place ${from} ${where} ORDER BY ${order} LIMIT ? OFFSET ?) AS page
     CROSS JOIN item ON item.number = page.place CROSS ${EVIDENCE_JOIN} ${NOW_JOINS} ORDER BY ${order}`,
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
