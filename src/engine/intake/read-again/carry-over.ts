import { integer, type ReadableDb, text, type WritableDb } from '../../case-file/index.ts';
import { renewWords } from '../../items/index.ts';

/** What people attached to an item, and which moves to the item of the new reading that says the same. */
const ATTACHED = ['mapping', 'fact', 'suggestion_decision', 'report_clock', 'translation', 'word_correction'] as const;

/**
 * Items of an old reading and of a new one that say the same, word for word, by the same author and of the same kind;
 * where several do, the first goes with the first.
 */
const SAME = `WITH
  before AS (SELECT id, kind, author, text, row_number() OVER (PARTITION BY kind, author, text ORDER BY ordinal) AS turn
    FROM item WHERE reading_id = ?1),
  after AS (SELECT id, kind, author, text, row_number() OVER (PARTITION BY kind, author, text ORDER BY ordinal) AS turn
    FROM item WHERE reading_id = ?2)
  SELECT before.id AS old_id, after.id AS new_id FROM before
    JOIN after ON after.text = before.text AND after.kind = before.kind AND after.author IS before.author AND after.turn = before.turn`;

/** Moves what people attached to items of an old reading to those of a new one, where the words are the same. @returns how many links were moved */
export function carryOver(db: WritableDb, oldReading: string, newReading: string): number {
  const attached = attachedTo(db, oldReading);
  if (attached.size === 0) return 0;
  let links = 0;
  for (const row of db.all(SAME, oldReading, newReading)) {
    const [oldId, newId] = [text(row, 'old_id'), text(row, 'new_id')];
    if (!attached.has(oldId)) continue;
    for (const table of ATTACHED) {
      const moved = db.run(`UPDATE ${table} SET item_id = ? WHERE item_id = ?`, newId, oldId);
      if (table === 'mapping') links += moved;
      if (table === 'word_correction' && moved > 0) renewWords(db, newId);
    }
  }
  return links;
}

function attachedTo(db: ReadableDb, readingId: string): ReadonlySet<string> {
  const each = ATTACHED.map((table) => `SELECT item_id FROM ${table}`).join(' UNION ');
  const rows = db.all(`SELECT id FROM item WHERE reading_id = ? AND id IN (${each})`, readingId);
  return new Set(rows.map((row) => text(row, 'id')));
}

/** Links that stand on words of an earlier reading which the reading in force does not have, oldest first. */
export function leftBehind(db: ReadableDb) {
  return db
    .all(
      `SELECT m.id, m.item_id, m.policy, m.clause, m.passage ->> '$.text' AS words, e.id AS evidence_id, e.number, e.name
       FROM mapping m JOIN item i ON i.id = m.item_id JOIN reading r ON r.id = i.reading_id JOIN evidence e ON e.id = i.evidence_id
       WHERE m.withdrawn = 0 AND r.withdrawn = 1 AND e.id NOT IN (SELECT evidence_id FROM hidden_evidence) ORDER BY m.rowid`,
    )
    .map((row) => ({
      mappingId: text(row, 'id'),
      itemId: text(row, 'item_id'),
      evidenceId: text(row, 'evidence_id'),
      evidenceNumber: integer(row, 'number'),
      name: text(row, 'name'),
      policy: text(row, 'policy'),
      clause: text(row, 'clause'),
      words: text(row, 'words'),
    }));
}
