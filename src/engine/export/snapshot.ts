import { z } from 'zod';
import { must } from '../../contract/errors.ts';
import { integer, type ReadableDb, text, textOrNull } from '../case-file/index.ts';

export const Image = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
export type Image = z.infer<typeof Image>;

export interface RowState {
  readonly image: Image;
  /** The line that left it so. */
  readonly seq: number;
}

/** The case as it stood after one line, read off the record itself: work that goes on meanwhile changes nothing in it. */
export interface Snapshot {
  readonly entries: number;
  readonly fingerprint: string;
  /** By table, then by id, in the order in which the rows came into being. */
  readonly tables: ReadonlyMap<string, ReadonlyMap<string, RowState>>;
}

/** Rows and lines are read so many at a time, with a pause in between for whoever works in the window. */
export const PAGE = 400;

export async function takeSnapshot(db: ReadableDb): Promise<Snapshot> {
  const end = must(
    db.get('SELECT seq, fingerprint FROM checkpoint ORDER BY seq DESC LIMIT 1'),
    'a case has a checkpoint',
  );
  const entries = integer(end, 'seq');
  const tables = new Map<string, Map<string, RowState>>();
  for await (const change of changesUpTo(db, entries)) {
    const rows = tables.get(change.table) ?? new Map<string, RowState>();
    rows.set(change.row, { image: imageOf(change.after), seq: change.seq });
    tables.set(change.table, rows);
  }
  return { entries, fingerprint: text(end, 'fingerprint'), tables };
}

export interface Change {
  readonly seq: number;
  readonly table: string;
  readonly row: string;
  readonly before: string | null;
  readonly after: string;
}

/** Every recorded change, in order. */
export async function* changesUpTo(db: ReadableDb, entries: number): AsyncGenerator<Change> {
  for (let from = 1; from <= entries; from += PAGE) {
    yield* changesOf(db, from, Math.min(entries, from + PAGE - 1));
    await pause();
  }
}

export function changesOf(db: ReadableDb, from: number, to: number): readonly Change[] {
  return db
    .all(
      'SELECT seq, tbl, row_id, before, after FROM ledger_change WHERE seq BETWEEN ? AND ? ORDER BY seq, ordinal',
      from,
      to,
    )
    .map((row) => ({
      seq: integer(row, 'seq'),
      table: text(row, 'tbl'),
      row: text(row, 'row_id'),
      before: textOrNull(row, 'before'),
      after: text(row, 'after'),
    }));
}

export function imageOf(written: string): Image {
  return Image.parse(JSON.parse(written));
}

/** Rows of a table that stand: neither withdrawn nor emptied by a removal. */
export function standing(snapshot: Snapshot, table: string): readonly Image[] {
  return [...(snapshot.tables.get(table)?.values() ?? [])]
    .map(({ image }) => image)
    .filter((image) => image['id'] !== undefined && image['withdrawn'] !== 1);
}

export function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
