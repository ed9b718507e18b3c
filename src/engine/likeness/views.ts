import { type ReadableDb, text } from '../case-file/index.ts';

export interface AlikeItem {
  readonly itemId: string;
  readonly kind: 'picture' | 'message';
  readonly because: string;
}

/** Items that look or say the same as this one, in other sources. */
export function alikeTo(db: ReadableDb, itemId: string): readonly AlikeItem[] {
  return db
    .all(
      `SELECT CASE a.one WHEN ?1 THEN a.other ELSE a.one END AS id, a.kind, a.because FROM item_alike a
       WHERE ?1 IN (a.one, a.other) AND a.one NOT IN (SELECT id FROM hidden_item) AND a.other NOT IN (SELECT id FROM hidden_item)
       ORDER BY a.kind, id`,
      itemId,
    )
    .map((row) => ({
      itemId: text(row, 'id'),
      kind: text(row, 'kind') === 'picture' ? 'picture' : 'message',
      because: text(row, 'because'),
    }));
}
