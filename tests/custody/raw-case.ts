import { copyFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { openCase, type Report, verifyCase } from '../../src/verifier/index.ts';

/** A case file as another program sees it that keeps to no rule of Evenhand. */
export class RawCase {
  readonly db: Database.Database;

  constructor(path: string) {
    this.db = new Database(path);
    this.db.pragma('foreign_keys = OFF');
  }

  all(sql: string, ...values: readonly unknown[]): Record<string, unknown>[] {
    return this.db.prepare(sql).all(...values) as Record<string, unknown>[];
  }

  text(sql: string, ...values: readonly unknown[]): string {
    return String(
      this.db
        .prepare(sql)
        .pluck()
        .get(...values),
    );
  }

  number(sql: string, ...values: readonly unknown[]): number {
    return Number(
      this.db
        .prepare(sql)
        .pluck()
        .get(...values),
    );
  }

  run(sql: string, ...values: readonly unknown[]): void {
    const { changes } = this.db.prepare(sql).run(...values);
    if (changes === 0) throw new Error(`nothing was tampered with: ${sql}`);
  }
}

/** Changes a case with its protections taken out, and puts those back so that nothing else shows. */
export function tamper(path: string, change: (raw: RawCase) => void): void {
  const raw = new RawCase(path);
  const triggers = raw.all("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
  for (const { name } of triggers) raw.db.exec(`DROP TRIGGER "${String(name)}"`);
  change(raw);
  for (const { sql } of triggers) raw.db.exec(String(sql));
  raw.db.close();
}

export function verify(path: string, expect: string | null = null, passphrase: string | null = null): Report {
  const opened = openCase(path, passphrase);
  try {
    return verifyCase(opened, expect);
  } finally {
    opened.close();
  }
}

/** Every row of every recorded table, by table and id: what a copy made between two commands holds. */
export function rowsOf(path: string, copy: string): ReadonlyMap<string, string> {
  copyFileSync(path, copy);
  const db = new Database(copy, { readonly: true });
  const rows = new Map<string, string>();
  const tables = db
    .prepare(
      `SELECT t.name FROM pragma_table_list t WHERE t.schema = 'main' AND t.type = 'table' AND t.name <> 'actor'
       AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) WHERE name = 'withdrawn') ORDER BY t.name`,
    )
    .pluck()
    .all();
  for (const table of tables) {
    for (const row of db.prepare(`SELECT * FROM "${String(table)}"`).all() as Record<string, unknown>[]) {
      rows.set(`${String(table)} ${String(row['id'])}`, JSON.stringify(row));
    }
  }
  db.close();
  return rows;
}
