import { sha256 } from './ledger-check.ts';
import { Found, numberOf, type Row, type SqlReader, textOf } from './reader.ts';
import { EMPTIED, type Removals } from './removals.ts';
import { hasColumn } from './settled-check.ts';

interface Party {
  readonly name: string | null;
  readonly handle: string | null;
}

/** The parts of an item's text that stand in columns as well. */
interface ItemText {
  readonly kind: string;
  readonly platform: string | null;
  readonly author: Party | null;
  readonly recipients: readonly Party[];
  readonly thread: { readonly id: string; readonly title: string | null } | null;
  readonly derived: string | null;
  readonly sentAt: {
    readonly local: string | null;
    readonly instant: string | null;
    readonly certainty: string;
  } | null;
  readonly title: string | null;
  readonly text: string;
  readonly url: string | null;
  readonly attachments: readonly string[];
  readonly facts: readonly { readonly value: string }[];
}

const COLUMNS = `number, seq, evidence_id, kind, platform, author, author_handle, thread_id, derived, sort_time, ambiguous, title, people,
  text, body, digest`;

/** Every item's stored text must have the digest beside it, and its columns must say what that text says. */
export function checkItems(db: SqlReader, removals: Removals): number {
  let checked = 0;
  let after = 0;
  // Formats before the tenth kept nothing beside the words.
  const columns = hasColumn(db, 'item', 'beside') ? `${COLUMNS}, beside` : COLUMNS;
  for (;;) {
    const rows = db.all(`SELECT ${columns} FROM item WHERE number > ? ORDER BY number LIMIT 1000`, after);
    if (rows.length === 0) break;
    for (const row of rows) {
      after = numberOf(row, 'number');
      if (removals.isEmptied('evidence', textOf(row, 'evidence_id'))) checkEmptied(row);
      else checkItem(row);
      checked += 1;
    }
  }
  checkSearch(db);
  return checked;
}

function checkItem(row: Row): void {
  const where = `item #${numberOf(row, 'number')}`;
  const seq = numberOf(row, 'seq');
  const body = textOf(row, 'body');
  if (sha256(body) !== textOf(row, 'digest')) throw new Found('an item was altered', where, seq);
  const told = columnsOf(JSON.parse(body) as ItemText);
  const different = Object.entries(told).find(([column, value]) => column in row && row[column] !== value);
  if (different !== undefined) {
    throw new Found('an item is shown otherwise than it was read', `${where}, ${different[0]}`, seq);
  }
}

/** Of a removed source the items keep their places and nothing else. */
function checkEmptied(row: Row): void {
  const words = ['platform', 'author', 'author_handle', 'thread_id', 'sort_time', 'title', 'beside'].some(
    (column) => (row[column] ?? null) !== null,
  );
  if (words || row['body'] !== EMPTIED || row['text'] !== '' || row['people'] !== '') {
    throw new Found('a removal left words behind', `item #${numberOf(row, 'number')}`, numberOf(row, 'seq'));
  }
}

function columnsOf(item: ItemText): Readonly<Record<string, string | number | null>> {
  const parties = item.author === null ? item.recipients : [item.author, ...item.recipients];
  return {
    kind: item.kind,
    platform: item.platform,
    author: item.author?.name ?? null,
    author_handle: item.author?.handle ?? null,
    thread_id: item.thread?.id ?? null,
    derived: item.derived,
    sort_time: item.sentAt?.local ?? item.sentAt?.instant ?? null,
    ambiguous: item.sentAt?.certainty === 'ambiguous' ? 1 : 0,
    title: item.title,
    people: parties.flatMap(({ name, handle }) => [name, handle].filter((word) => word !== null)).join(' '),
    text: item.text,
    beside: besideOf(item),
  };
}

/** What search finds beside the words: address, name of the conversation, attached files and the reader's facts. */
function besideOf({ url, thread, title, attachments, facts }: ItemText): string | null {
  const group = thread === null || thread.title === (title ?? '') ? null : thread.title;
  const words = [url, group, ...attachments, ...facts.map(({ value }) => value)].filter((word) => word !== null);
  return words.length === 0 ? null : words.join('\n');
}

/** An item that the search does not know would never be found. */
function checkSearch(db: SqlReader): void {
  const lost = db.all(
    'SELECT number, seq FROM item WHERE number NOT IN (SELECT id FROM item_words_docsize) LIMIT 1',
  )[0];
  if (lost !== undefined) {
    throw new Found('an item is missing from the search', `item #${numberOf(lost, 'number')}`, numberOf(lost, 'seq'));
  }
  const extra = db.all('SELECT id FROM item_words_docsize WHERE id NOT IN (SELECT number FROM item) LIMIT 1')[0];
  if (extra !== undefined)
    throw new Found('the search knows an item that is not there', `item #${numberOf(extra, 'id')}`);
}
