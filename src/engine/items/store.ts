import { z } from 'zod';
import { ItemDraft, TextRegion } from '../../contract/item.ts';
import { Moment } from '../../contract/moment.ts';
import {
  integer,
  integerOrNull,
  json,
  jsonOrNull,
  type ReadableDb,
  type Row,
  sha256Of,
  text,
  textOrNull,
  type WritableDb,
} from '../case-file/index.ts';

export interface StoredItem {
  readonly id: string;
  readonly number: number;
  readonly evidenceId: string;
  readonly readingId: string;
  readonly ordinal: number;
  /** As it stands now: with its time as settled and its words as corrected, where a person did so. */
  readonly item: ItemDraft;
}

/** Keeps items as a reader found them. Their digest is over exactly the text that is stored. */
export function keepItems(
  db: WritableDb,
  seq: number,
  from: { readonly evidenceId: string; readonly readingId: string; readonly firstOrdinal: number },
  drafts: readonly ItemDraft[],
  newId: () => string,
): void {
  // Numbers are given here: a statement that returns what it wrote takes six times as long in SQLite.
  const last = db.get('SELECT max(number) AS last FROM item');
  const first = 1 + (last === null ? 0 : (integerOrNull(last, 'last') ?? 0));
  drafts.forEach((draft, index) => {
    const body = JSON.stringify(draft);
    const people = peopleOf(draft);
    const beside = besideOf(draft);
    db.run(
      `INSERT INTO item (number, id, evidence_id, reading_id, ordinal, seq, kind, platform, author, author_handle, thread_id,
         derived, sort_time, ambiguous, title, people, text, beside, body, digest)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      first + index,
      newId(),
      from.evidenceId,
      from.readingId,
      from.firstOrdinal + index,
      seq,
      draft.kind,
      draft.platform,
      draft.author?.name ?? null,
      draft.author?.handle ?? null,
      draft.thread?.id ?? null,
      draft.derived,
      draft.sentAt?.local ?? draft.sentAt?.instant ?? null,
      draft.sentAt?.certainty === 'ambiguous' ? 1 : 0,
      draft.title,
      people,
      draft.text,
      beside,
      body,
      sha256Of(body),
    );
    db.run(
      'INSERT INTO item_words (rowid, text, title, people, beside) VALUES (?, ?, ?, ?, ?)',
      first + index,
      draft.text,
      draft.title,
      people,
      beside,
    );
  });
}

function peopleOf(draft: ItemDraft): string {
  const parties = draft.author === null ? draft.recipients : [draft.author, ...draft.recipients];
  return parties.flatMap(({ name, handle }) => [name, handle].filter((word) => word !== null)).join(' ');
}

/** What can be sought beside an item's words and people, each with what it is; the table keeps the same, a line for each. */
export function besideWords(draft: ItemDraft): readonly { readonly label: string; readonly value: string }[] {
  const { url, thread, title, attachments, facts } = draft;
  const group = thread === null || thread.title === null || thread.title === (title ?? '') ? null : thread.title;
  return [
    ...(url === null ? [] : [{ label: 'Web address', value: url }]),
    ...(group === null ? [] : [{ label: 'Conversation', value: group }]),
    ...attachments.map((value) => ({ label: 'Attached file', value })),
    ...facts,
  ];
}

function besideOf(draft: ItemDraft): string | null {
  const words = besideWords(draft);
  return words.length === 0 ? null : words.map(({ value }) => value).join('\n');
}

/** What a query of items joins and selects so that `itemNow` can lay people's work over what was read. */
export const NOW_JOINS = `LEFT JOIN item_time ON item_time.number = item.number
  LEFT JOIN item_reworded ON item_reworded.number = item.number`;
export const NOW_COLUMNS = `item.body, item_time.moment AS settled_time, item_reworded.text AS new_text,
  item_reworded.regions AS new_regions`;

const Regions = z.array(TextRegion);

/** The item of a row with its time as settled and its words as corrected. Nothing of what was read changes. */
export function itemNow(row: Row): ItemDraft {
  const read = json(row, 'body', ItemDraft);
  const sentAt = jsonOrNull(row, 'settled_time', Moment) ?? read.sentAt;
  const newText = textOrNull(row, 'new_text');
  if (newText === null) return { ...read, sentAt };
  return { ...read, sentAt, text: newText, regions: jsonOrNull(row, 'new_regions', Regions) ?? [] };
}

const STORED_COLUMNS = `item.id, item.number, item.evidence_id, item.reading_id, item.ordinal, ${NOW_COLUMNS}`;

function toStoredItem(row: Row): StoredItem {
  return { ...placeOf(row), item: itemNow(row) };
}

function placeOf(row: Row) {
  return {
    id: text(row, 'id'),
    number: integer(row, 'number'),
    evidenceId: text(row, 'evidence_id'),
    readingId: text(row, 'reading_id'),
    ordinal: integer(row, 'ordinal'),
  };
}

export function itemById(db: ReadableDb, id: string): StoredItem | null {
  const row = db.get(`SELECT ${STORED_COLUMNS} FROM open_item AS item ${NOW_JOINS} WHERE item.id = ?`, id);
  return row === null ? null : toStoredItem(row);
}

/** An item as its reader found it, whatever people made of it since. */
export function itemAsRead(db: ReadableDb, id: string): StoredItem | null {
  const row = db.get('SELECT id, number, evidence_id, reading_id, ordinal, body FROM open_item WHERE id = ?', id);
  return row === null ? null : { ...placeOf(row), item: json(row, 'body', ItemDraft) };
}

/** All items in the order of number, a batch at a time, so that a large case never stands in memory whole. */
export function* allItems(db: ReadableDb, batch = 500): Generator<StoredItem> {
  let last = 0;
  for (;;) {
    const rows = db.all(
      `SELECT ${STORED_COLUMNS} FROM open_item AS item ${NOW_JOINS} WHERE item.number > ? ORDER BY item.number LIMIT ?`,
      last,
      batch,
    );
    if (rows.length === 0) return;
    for (const row of rows) yield toStoredItem(row);
    const end = rows.at(-1);
    if (end === undefined) return;
    last = integer(end, 'number');
  }
}

/** Items that their owner did not agree to hand over: for nobody to see, and for one screen to look at. */
export function* itemsBeyond(db: ReadableDb): Generator<StoredItem> {
  for (const row of db.all('SELECT DISTINCT item_id AS id FROM beyond_agreement')) {
    const found = db.get(`SELECT ${STORED_COLUMNS} FROM item ${NOW_JOINS} WHERE item.id = ?`, text(row, 'id'));
    if (found !== null) yield toStoredItem(found);
  }
}

/** The messages before one in its conversation, oldest first; none for an item outside a conversation. */
export function itemsBefore(db: ReadableDb, stored: StoredItem, most: number): readonly StoredItem[] {
  if (stored.item.thread === null) return [];
  return db
    .all(
      `SELECT ${STORED_COLUMNS} FROM open_item AS item ${NOW_JOINS}
       WHERE item.reading_id = ? AND item.thread_id = ? AND item.ordinal < ? ORDER BY item.ordinal DESC LIMIT ?`,
      stored.readingId,
      stored.item.thread.id,
      stored.ordinal,
      most,
    )
    .map(toStoredItem)
    .toReversed();
}
