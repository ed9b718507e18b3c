import type { FullerSource } from '../../contract/context.ts';
import { integer, type ReadableDb, text, textOrNull } from '../case-file/index.ts';
import { itemById, itemRowById, type StoredItem } from '../items/index.ts';
import type { Recognition } from '../people/index.ts';
import { align, wordsFor } from './align.ts';

/** The rarest-looking words of a picture, by which conversations are sought. */
const SOUGHT = 14;
/** Conversations that are looked at closely, and messages of one that are held against the picture. */
const CLOSELY = 4;
const LONGEST = 1_200;
/** Messages shown before the first and after the last that the picture has. */
const AROUND = 5;

/** Conversations of other sources in which the words of a picture are found again, the fullest first. */
export function fullerSources(db: ReadableDb, picture: StoredItem, recognition: Recognition): FullerSource[] {
  const words = wordsFor(picture.item.text);
  return candidates(db, picture)
    .flatMap((thread) => fullerSource(db, words, thread, recognition) ?? [])
    .sort((a, b) => b.shown - a.shown || b.messages.length - a.messages.length);
}

interface Thread {
  readonly readingId: string;
  readonly threadId: string;
  /** The message by which it was found: the window of a long conversation lies around it. */
  readonly ordinal: number;
}

/** Conversations that share the most of the picture's longer words. */
function candidates(db: ReadableDb, picture: StoredItem): readonly Thread[] {
  const longer = [...new Set(picture.item.text.match(/\p{L}{4,}/gu) ?? [])]
    .sort((a, b) => b.length - a.length)
    .slice(0, SOUGHT);
  if (longer.length === 0) return [];
  return db
    .all(
      `SELECT item.reading_id, item.thread_id, count(*) AS n, min(item.ordinal) AS ordinal
       FROM item_words JOIN open_item AS item ON item.number = item_words.rowid
       WHERE item_words MATCH ? AND item.evidence_id <> ? AND item.thread_id IS NOT NULL
         AND (item.derived IS NULL OR item.derived = 'pictured-message') AND item.evidence_id NOT IN (
           SELECT o.evidence_id FROM item_alike a JOIN item o ON o.id IN (a.one, a.other) WHERE a.kind = 'picture' AND ? IN (a.one, a.other))
       GROUP BY item.reading_id, item.thread_id ORDER BY n DESC, item.reading_id LIMIT ?`,
      `{text} : (${longer.map((word) => `"${word}"`).join(' OR ')})`,
      picture.evidenceId,
      picture.id,
      CLOSELY,
    )
    .map((row) => ({
      readingId: text(row, 'reading_id'),
      threadId: text(row, 'thread_id'),
      ordinal: integer(row, 'ordinal'),
    }));
}

function fullerSource(
  db: ReadableDb,
  picture: readonly string[],
  thread: Thread,
  recognition: Recognition,
): FullerSource | null {
  const rows = db.all(
    `SELECT item.id, item.text, item.evidence_id, evidence.name FROM open_item AS item JOIN evidence ON evidence.id = item.evidence_id
     WHERE item.reading_id = ? AND item.thread_id = ? AND item.ordinal >= ?
       AND (item.derived IS NULL OR item.derived = 'pictured-message') ORDER BY item.ordinal LIMIT ?`,
    thread.readingId,
    thread.threadId,
    Math.max(0, thread.ordinal - LONGEST / 2),
    LONGEST,
  );
  const found = align(
    picture,
    rows.map((row) => wordsFor(textOrNull(row, 'text') ?? '')),
  );
  const [first] = rows;
  // Another picture of the same few lines tells nothing more.
  if (found === null || first === undefined || found.shown.every(Boolean)) return null;
  const from = Math.max(0, found.first - AROUND);
  const until = Math.min(rows.length, found.last + 1 + AROUND);
  const messages = rows.slice(from, until).flatMap((row, index) => {
    const at = from + index;
    const shownRow = itemRowById(db, text(row, 'id'), recognition);
    if (shownRow === null) return [];
    const place =
      at < found.first ? 'before' : at > found.last ? 'after' : found.shown[at] === true ? 'shown' : 'left-out';
    return [{ row: shownRow, place } as const];
  });
  return {
    evidenceId: text(first, 'evidence_id'),
    evidenceName: text(first, 'name'),
    threadTitle: itemById(db, text(first, 'id'))?.item.thread?.title ?? null,
    messages,
    shown: found.shown.filter(Boolean).length,
    leftOut: messages.filter(({ place }) => place === 'left-out').length,
    moreBefore: from,
    moreAfter: rows.length - until,
  };
}
