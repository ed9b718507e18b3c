import { integer, type ReadableDb, type Row, text, textOrNull } from '../case-file/index.ts';
import { personById } from '../people/index.ts';
import { type Charge, type Charged, type Entry, itemOf } from './charged.ts';
import { soundsAmused, soundsTakenBack } from './telling-words.ts';

/**
 * Words that may speak against an allegation, looked for with the same effort as those for it: what the words held against
 * the employee answered, how they went on, how they were taken by those who were there, and what the employee took back.
 * Other copies of the same words are looked around as well. Whatever somebody linked or set aside under the clause is
 * decided and no longer found.
 */
export function foundWords(of: Charged): readonly Entry[] {
  return of.charges.flatMap((charge) => {
    const anchors = anchorsOf(of, charge);
    const decided = decidedOf(of, charge);
    const seen = new Set(anchors.map(({ id }) => id));
    // What takes something back is named so, wherever it stands.
    return [...takenBack(of, anchors), ...anchors.flatMap((anchor) => around(of.db, anchor))]
      .filter(({ placed: { id } }) => {
        const isNew = !seen.has(id) && !decided.has(id);
        seen.add(id);
        return isNew;
      })
      .sort((a, b) => a.placed.number - b.placed.number)
      .map(({ placed, why }) => entryOf(of, charge, placed, why));
  });
}

/** An item, with its place in its conversation. */
interface Placed {
  readonly id: string;
  readonly number: number;
  readonly kind: string;
  readonly readingId: string;
  readonly threadId: string | null;
  readonly ordinal: number;
  /** Name and handle as one; empty where the author is not known. */
  readonly author: string;
  readonly words: string;
}

type Why = 'answered' | 'went-on' | 'taken' | 'taken-back';

interface Found {
  readonly placed: Placed;
  readonly why: Why;
}

const SENTENCES: Readonly<Record<Why, string>> = {
  answered: 'what those words stood under or answered',
  'went-on': 'how the same person went on',
  taken: 'how somebody who was there took it',
  'taken-back': 'words that correct, explain, take back or apologize',
};

function entryOf({ db }: Charged, { allegation }: Charge, { id, words }: Placed, why: Why): Entry {
  return {
    key: `found ${allegation.id} ${id}`,
    kind: 'may-speak-against',
    allegations: [allegation.number],
    words: `Found by the program, and decided by nobody yet: ${SENTENCES[why]}.`,
    quote: words.slice(0, MOST_LETTERS),
    item: itemOf(db, id),
  };
}

const MOST_LETTERS = 600;
const COLUMNS = 'id, number, kind, reading_id, thread_id, ordinal, author, author_handle, text';

/** Items held against the employee, and other copies of the words that are. */
function anchorsOf({ db, links }: Charged, charge: Charge): readonly Placed[] {
  const wanted = new Set(charge.elements.flatMap((element) => element.for));
  const own = links.filter(({ id }) => wanted.has(id));
  const ids = new Set(own.map(({ itemId }) => itemId));
  for (const { passage } of own) for (const copy of copiesOf(db, passage.text)) ids.add(copy);
  return [...ids].flatMap((id) => {
    const row = db.get(`SELECT ${COLUMNS} FROM open_item WHERE id = ?`, id);
    return row === null ? [] : [toPlaced(row)];
  });
}

/** So many words say the same only where it is the same. */
const FEWEST_WORDS = 5;
const WORDS_COMPARED = 8;

function copiesOf(db: ReadableDb, passage: string): readonly string[] {
  const words = (passage.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, WORDS_COMPARED);
  if (words.length < FEWEST_WORDS) return [];
  return db
    .all(
      `SELECT id FROM open_item WHERE derived IS NULL
         AND number IN (SELECT rowid FROM item_words WHERE item_words MATCH ?) ORDER BY number LIMIT 20`,
      `text : "${words.join(' ')}"`,
    )
    .map((row) => text(row, 'id'));
}

/** Messages after the words that are looked at. */
const NEXT = 4;

/** What stands around an item in its conversation. */
function around(db: ReadableDb, anchor: Placed): readonly Found[] {
  const same = 'reading_id = ? AND thread_id IS ? AND derived IS NULL';
  const before = db
    .all(
      `SELECT ${COLUMNS} FROM open_item WHERE ${same} AND ordinal < ? ORDER BY ordinal DESC LIMIT 30`,
      anchor.readingId,
      anchor.threadId,
      anchor.ordinal,
    )
    .map(toPlaced);
  const after = db
    .all(
      `SELECT ${COLUMNS} FROM open_item WHERE ${same} AND ordinal > ? ORDER BY ordinal LIMIT ?`,
      anchor.readingId,
      anchor.threadId,
      anchor.ordinal,
      NEXT,
    )
    .map(toPlaced);
  const answered = isAnswer(anchor) ? (before.find(({ kind }) => kind === 'post') ?? before[0]) : undefined;
  return [
    ...(answered === undefined ? [] : [{ placed: answered, why: 'answered' as const }]),
    ...after.flatMap((placed): Found[] => {
      if (isSame(placed, anchor)) return [{ placed, why: 'went-on' }];
      return soundsAmused(placed.words) ? [{ placed, why: 'taken' }] : [];
    }),
  ];
}

/** A post stands for itself; whatever else was written was written to something. */
function isAnswer({ kind, threadId }: Placed): boolean {
  return kind === 'comment' || kind === 'reply' || threadId !== null;
}

/** Who takes something back does so soon, in days; later sorrow is about something else. */
const SOON = 30;

/** Words of the same people that take something back, wherever they stand in the case, after the words or with no time. */
function takenBack({ db, respondentId }: Charged, anchors: readonly Placed[]): readonly Found[] {
  if (anchors.length === 0) return [];
  const own = personById(db, respondentId).name;
  const authors = new Set(anchors.map(({ author }) => author).filter((author) => author !== ''));
  const ids = JSON.stringify(anchors.map(({ id }) => id));
  const rows = db.all(
    `WITH held AS (SELECT min(substr(sort_time, 1, 10)) AS first, max(substr(sort_time, 1, 10)) AS last
       FROM open_item WHERE id IN (SELECT value FROM json_each(?1)))
     SELECT ${COLUMNS} FROM open_item, held WHERE derived IS NULL AND (author = ?2
       OR coalesce(author, '') || ' ' || coalesce(author_handle, '') IN (SELECT value FROM json_each(?3)))
       AND (sort_time IS NULL OR first IS NULL
         OR (substr(sort_time, 1, 10) >= first AND substr(sort_time, 1, 10) <= date(last, '+${SOON} days')))
     ORDER BY number`,
    ids,
    own,
    JSON.stringify([...authors]),
  );
  return rows
    .map(toPlaced)
    .filter(({ words }) => soundsTakenBack(words))
    .map((placed) => ({ placed, why: 'taken-back' }));
}

function isSame(one: Placed, other: Placed): boolean {
  return one.author !== '' && one.author === other.author;
}

/** Items under the clause about which somebody has decided. */
function decidedOf({ db, links }: Charged, { allegation }: Charge): ReadonlySet<string> {
  const { policy, clause } = allegation;
  const linked = links.filter((link) => link.policy === policy && link.clause === clause).map(({ itemId }) => itemId);
  const setAside = db
    .all(
      `SELECT DISTINCT item_id FROM suggestion_decision
       WHERE withdrawn = 0 AND decision = 'not-relevant' AND policy = ? AND clause = ?`,
      policy,
      clause,
    )
    .map((row) => text(row, 'item_id'));
  return new Set([...linked, ...setAside]);
}

function toPlaced(row: Row): Placed {
  const [name, handle] = [textOrNull(row, 'author') ?? '', textOrNull(row, 'author_handle') ?? ''];
  return {
    id: text(row, 'id'),
    number: integer(row, 'number'),
    kind: text(row, 'kind'),
    readingId: text(row, 'reading_id'),
    threadId: textOrNull(row, 'thread_id'),
    ordinal: integer(row, 'ordinal'),
    author: name === '' && handle === '' ? '' : `${name} ${handle}`,
    words: text(row, 'text'),
  };
}
