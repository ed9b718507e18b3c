import type { Connection } from './connection.ts';
import { text } from './rows.ts';

/**
 * Change capture: every added or changed row of a recorded table leaves its text before and after in `ledger_change`,
 * under the ledger line that is being written (`temp.acting`). The triggers live in the connection, not in the file, and
 * are made from the tables as they are, so that no table can be forgotten. A write outside a ledger line is refused by
 * the NOT NULL of `ledger_change.seq`.
 */
export function installChangeCapture(connection: Connection): void {
  connection.exec('CREATE TEMP TABLE acting (seq INTEGER NOT NULL)');
  for (const table of recordedTables(connection)) connection.exec(triggersFor(table));
}

interface RecordedTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Tables with an `id` and a `withdrawn` column. */
function recordedTables(connection: Connection): readonly RecordedTable[] {
  const db = connection.readable;
  return db
    .all("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .map((row) => text(row, 'name'))
    .map((name) => ({
      name,
      columns: db.all('SELECT name FROM pragma_table_info(?) ORDER BY cid', name).map((row) => text(row, 'name')),
    }))
    .filter(({ columns }) => columns.includes('id') && columns.includes('withdrawn'));
}

function triggersFor({ name, columns }: RecordedTable): string {
  const image = (side: 'OLD' | 'NEW') =>
    `json_object(${columns.map((column) => `'${column}', ${side}."${column}"`).join(', ')})`;
  const line = (before: string) => `INSERT INTO ledger_change (seq, ordinal, tbl, row_id, before, after)
    VALUES ((SELECT seq FROM acting),
            (SELECT coalesce(max(ordinal), -1) + 1 FROM ledger_change WHERE seq = (SELECT seq FROM acting)),
            '${name}', NEW.id, ${before}, ${image('NEW')});`;
  return `
    CREATE TEMP TRIGGER capture_insert_${name} AFTER INSERT ON main."${name}" BEGIN ${line('NULL')} END;
    CREATE TEMP TRIGGER capture_update_${name} AFTER UPDATE ON main."${name}"
      WHEN ${image('OLD')} IS NOT ${image('NEW')} BEGIN ${line(image('OLD'))} END;
    CREATE TEMP TRIGGER capture_delete_${name} BEFORE DELETE ON main."${name}" WHEN NOT EXISTS (
        SELECT 1 FROM main.removal_row r WHERE r.tbl = '${name}' AND r.row_id = OLD.id AND r.fate = 'gone')
      BEGIN SELECT raise(ABORT, 'nothing is deleted: withdraw it'); END;`;
}
