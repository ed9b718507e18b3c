import Database from 'better-sqlite3';
import { Connection } from './connection.ts';
import { keyed } from './key.ts';

/** What the record's last line is, by which two copies of a case are told apart. */
export function lastLineOf(connection: Connection): string {
  const row = connection.readable.get('SELECT hash FROM ledger ORDER BY seq DESC LIMIT 1');
  return String(row?.['hash'] ?? '');
}

/**
 * Opens a copy of the open case without writing into it, and looks through all of its pages.
 * @param lastLine that the copy must end with; @returns why it is no whole copy, null where it is one
 */
export function problemOfCopy(
  path: string,
  key: Uint8Array | null,
  salt: Uint8Array | null,
  lastLine: string,
): string | null {
  try {
    const database = new Database(path, { readonly: true, timeout: 200 });
    const copy = new Connection(database, () => undefined);
    try {
      if (key !== null && salt !== null) {
        copy.pragma(`cipher = 'aegis'`);
        copy.pragma(`key = "${keyed(key, salt)}"`);
      }
      if (copy.pragma('quick_check') !== 'ok') return 'its pages do not fit together';
      return lastLineOf(copy) === lastLine ? null : 'it ends with another line';
    } finally {
      copy.close();
    }
  } catch {
    return 'it does not open';
  }
}
