import { z } from 'zod';
import type { AnswerBlind, BlindSample, DrawSample } from '../../contract/blind.ts';
import { raise } from '../../contract/errors.ts';
import { ClauseRef } from '../../contract/mapping.ts';
import { integer, json, type ReadableDb, type Row, text, textOrNull, type WritableDb } from '../case-file/index.ts';

const Clauses = z.array(ClauseRef);
const Ids = z.array(z.string());

/** A sample with the items that were drawn. */
export interface Drawn extends BlindSample {
  readonly itemIds: readonly string[];
}

export interface Answered {
  readonly itemId: string;
  readonly by: string;
  readonly clauses: readonly ClauseRef[];
  readonly note: string | null;
}

const COLUMNS = 'id, number, purpose, population, seed, clauses, items, at, by';

/** Every sample that was drawn, oldest first. */
export function samples(db: ReadableDb): readonly Drawn[] {
  return db
    .all(`SELECT ${COLUMNS} FROM blind_sample WHERE withdrawn = 0 ORDER BY number`)
    .map((row) => toSample(db, row));
}

/** @throws not-found */
export function sampleById(db: ReadableDb, id: string): Drawn {
  return samples(db).find((one) => one.id === id) ?? raise('not-found', { what: 'sample' });
}

export function keepSample(
  db: WritableDb,
  input: z.infer<typeof DrawSample>,
  drawn: {
    readonly seed: string;
    readonly population: number;
    readonly clauses: readonly ClauseRef[];
    readonly itemIds: readonly string[];
  },
  made: { readonly id: string; readonly at: string; readonly by: string },
): Drawn {
  db.run(
    `INSERT INTO blind_sample (id, number, purpose, population, seed, clauses, items, at, by)
     VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM blind_sample), ?, ?, ?, ?, ?, ?, ?)`,
    made.id,
    input.purpose,
    drawn.population,
    drawn.seed,
    JSON.stringify(drawn.clauses),
    JSON.stringify(drawn.itemIds),
    made.at,
    made.by,
  );
  return sampleById(db, made.id);
}

/** Everybody's answers to one sample, in the order in which they were first given. */
export function answersOf(db: ReadableDb, sampleId: string): readonly Answered[] {
  return db
    .all(
      'SELECT item_id, by, clauses, note FROM blind_answer WHERE sample_id = ? AND withdrawn = 0 ORDER BY rowid',
      sampleId,
    )
    .map((row) => ({
      itemId: text(row, 'item_id'),
      by: text(row, 'by'),
      clauses: json(row, 'clauses', Clauses),
      note: textOrNull(row, 'note'),
    }));
}

export function keepAnswer(
  db: WritableDb,
  input: z.infer<typeof AnswerBlind>,
  made: { readonly id: string; readonly at: string; readonly by: string },
): void {
  db.run(
    `INSERT INTO blind_answer (id, sample_id, item_id, clauses, note, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (sample_id, item_id, by) DO UPDATE SET clauses = excluded.clauses, note = excluded.note,
       at = excluded.at, withdrawn = 0`,
    made.id,
    input.sampleId,
    input.itemId,
    JSON.stringify(input.clauses),
    input.note,
    made.at,
    made.by,
  );
}

function toSample(db: ReadableDb, row: Row): Drawn {
  const id = text(row, 'id');
  const itemIds = json(row, 'items', Ids);
  const readers = db.all(
    `SELECT by, count(*) AS n FROM blind_answer WHERE sample_id = ? AND withdrawn = 0 GROUP BY by ORDER BY min(rowid)`,
    id,
  );
  return {
    id,
    number: integer(row, 'number'),
    purpose: text(row, 'purpose') === 'missed' ? 'missed' : 'second-reading',
    size: itemIds.length,
    population: integer(row, 'population'),
    seed: text(row, 'seed'),
    clauses: json(row, 'clauses', Clauses),
    at: text(row, 'at'),
    by: text(row, 'by'),
    readers: readers.map((reader) => ({ by: text(reader, 'by'), answered: integer(reader, 'n') })),
    itemIds,
  };
}
