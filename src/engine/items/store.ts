import { ItemDraft } from '../../contract/item.ts';
import { integer, json, type ReadableDb, type Row, sha256Of, text, type WritableDb } from '../case-file/index.ts';

export interface StoredItem {
  readonly id: string;
  readonly number: number;
  readonly evidenceId: string;
  readonly readingId: string;
  readonly ordinal: number;
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
  drafts.forEach((draft, index) => {
    const body = JSON.stringify(draft);
    const row = db.get(
      `INSERT INTO item (id, evidence_id, reading_id, ordinal, seq, kind, platform, author, author_handle, thread_id,
         derived, sort_time, ambiguous, title, people, text, body, digest)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number`,
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
      peopleOf(draft),
      draft.text,
      body,
      sha256Of(body),
    );
    if (row === null) throw new Error('broken belief: one row comes back');
    db.run(
      'INSERT INTO item_words (rowid, text, title, people) VALUES (?, ?, ?, ?)',
      integer(row, 'number'),
      draft.text,
      draft.title,
      peopleOf(draft),
    );
  });
}

function peopleOf(draft: ItemDraft): string {
  const parties = draft.author === null ? draft.recipients : [draft.author, ...draft.recipients];
  return parties.flatMap(({ name, handle }) => [name, handle].filter((word) => word !== null)).join(' ');
}

const STORED_COLUMNS = 'id, number, evidence_id, reading_id, ordinal, body';

function toStoredItem(row: Row): StoredItem {
  return {
    id: text(row, 'id'),
    number: integer(row, 'number'),
    evidenceId: text(row, 'evidence_id'),
    readingId: text(row, 'reading_id'),
    ordinal: integer(row, 'ordinal'),
    item: json(row, 'body', ItemDraft),
  };
}

export function itemById(db: ReadableDb, id: string): StoredItem | null {
  const row = db.get(`SELECT ${STORED_COLUMNS} FROM open_item WHERE id = ?`, id);
  return row === null ? null : toStoredItem(row);
}

/** All items in the order of number, a batch at a time, so that a large case never stands in memory whole. */
export function* allItems(db: ReadableDb, batch = 500): Generator<StoredItem> {
  let last = 0;
  for (;;) {
    const rows = db.all(
      `SELECT ${STORED_COLUMNS} FROM open_item WHERE number > ? ORDER BY number LIMIT ?`,
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

/** The messages before one in its conversation, oldest first; none for an item outside a conversation. */
export function itemsBefore(db: ReadableDb, stored: StoredItem, most: number): readonly StoredItem[] {
  if (stored.item.thread === null) return [];
  return db
    .all(
      `SELECT ${STORED_COLUMNS} FROM open_item WHERE reading_id = ? AND thread_id = ? AND ordinal < ?
       ORDER BY ordinal DESC LIMIT ?`,
      stored.readingId,
      stored.item.thread.id,
      stored.ordinal,
      most,
    )
    .map(toStoredItem)
    .toReversed();
}
