import { type ReadableDb, text, type WritableDb } from './case-file/index.ts';
import type { EngineCore } from './core.ts';
import { renewTimes } from './intake/index.ts';
import { itemAsRead, renewPersonWords, renewWords } from './items/index.ts';
import { lookThroughItems } from './mapping/index.ts';

/**
 * Works out anew what rests on rows that line `seq` changed and that were put back since: times of items, corrected words
 * and what the search knows of them. Part of the reversal's own transaction.
 */
export function renewDerived(engine: EngineCore, db: WritableDb, seq: number): void {
  for (const evidenceId of touched(db, seq, 'time_reading', 'evidence_id')) renewTimes(db, evidenceId);
  for (const itemId of touched(db, seq, 'word_correction', 'item_id')) renewWords(db, itemId);
  for (const itemId of touched(db, seq, 'translation', 'item_id')) {
    const item = itemAsRead(db, itemId);
    if (item !== null) renewPersonWords(db, item.number);
  }
  lookThroughItems(engine, db, touched(db, seq, 'fact', 'item_id'));
}

function touched(db: ReadableDb, seq: number, table: string, column: string): readonly string[] {
  return db
    .all(
      `SELECT DISTINCT json_extract(after, '$.' || ?1) AS id FROM ledger_change
       WHERE seq = ?2 AND tbl = ?3 AND json_extract(after, '$.' || ?1) IS NOT NULL`,
      column,
      seq,
      table,
    )
    .map((row) => text(row, 'id'));
}
