import type Database from 'better-sqlite3';

type Value = string | number | bigint | Uint8Array | null;
export type Row = Readonly<Record<string, Value>>;

declare const readable: unique symbol;
declare const writable: unique symbol;

/** A connection that may only be read from: what queries are given. */
export interface ReadableDb {
  readonly [readable]: true;
  all(sql: string, ...values: readonly Value[]): readonly Row[];
  get(sql: string, ...values: readonly Value[]): Row | null;
  iterate(sql: string, ...values: readonly Value[]): IterableIterator<Row>;
}

/** A connection inside a transaction: what commands are given. Writable is also readable, never the reverse. */
export interface WritableDb extends ReadableDb {
  readonly [writable]: true;
  /** Runs one writing statement and states how many rows it must have changed. */
  run(sql: string, ...values: readonly Value[]): number;
}

/** Work in steps gives way to others so often; then it is done in one go, since somebody who works without a rest must not stop it. */
const MOST_TRIES = 3;

/** Any statement slower than this is named in the log, so that slow queries announce themselves. */
const SLOW_MS = 40;

export class Connection {
  readonly #db: Database.Database;
  readonly #log: (line: string) => void;
  readonly #statements = new Map<string, Database.Statement>();
  /** The transaction that is open between two steps; null where none is. */
  #inSteps: object | null = null;
  /** Whether changes are refused by the database itself; see `lockWrites`. */
  #locked = false;

  constructor(db: Database.Database, log: (line: string) => void) {
    this.#db = db;
    this.#log = log;
  }

  get readable(): ReadableDb {
    return this.#face(false);
  }

  /** The second wall of a case that may only be read: whatever tries to write all the same fails in the database. */
  lockWrites(locked: boolean): void {
    if (locked === this.#locked) return;
    this.pragma(`query_only = ${locked ? 'ON' : 'OFF'}`);
    this.#locked = locked;
  }

  /** Lets one piece of work write into a locked case. */
  unlocked<T>(work: () => T): T {
    const before = this.#locked;
    this.lockWrites(false);
    try {
      return work();
    } finally {
      this.lockWrites(before);
    }
  }

  /** Runs `work` in one IMMEDIATE transaction; any error leaves nothing of it behind. */
  transaction<T>(work: (db: WritableDb) => T): T {
    this.#giveWay();
    const face = this.#face(true);
    return this.#db.transaction(() => work(face)).immediate();
  }

  /**
   * Runs `steps` and then `last`, whose own `transaction` joins in, as one transaction that others are answered between: bytes
   * of a large file would hold them up for seconds. Whoever writes meanwhile goes first: then everything is rolled back and
   * begun anew, so that neither waits for the other and nothing is ever kept by half.
   * @param steps makes the steps anew for each try; none may read what another writes
   * @param breath resolves when others were answered
   */
  async transactionInSteps<T>(
    steps: () => Iterable<(db: WritableDb) => void>,
    last: () => T,
    breath: () => Promise<unknown>,
  ): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      const own = {};
      await this.#stepped(own, steps(), tries < MOST_TRIES ? breath : null);
      // Asked again here, since others run between an awaited end and what follows it.
      if (this.#inSteps !== own) continue;
      try {
        this.#inSteps = null;
        const value = last();
        this.#db.exec('COMMIT');
        return value;
      } catch (error) {
        if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
        throw error;
      }
    }
  }

  exec(sql: string): void {
    this.#giveWay();
    this.#db.exec(sql);
  }

  pragma(text: string): unknown {
    this.#giveWay();
    return this.#db.pragma(text, { simple: true });
  }

  close(): void {
    this.#giveWay();
    this.lockWrites(false);
    this.#statements.clear();
    this.#db.close();
  }

  /** Takes the steps of one try, as long as nobody else writes. @param own tells this try from others */
  async #stepped(
    own: object,
    steps: Iterable<(db: WritableDb) => void>,
    breath: (() => Promise<unknown>) | null,
  ): Promise<void> {
    this.#giveWay();
    const face = this.#face(true);
    this.#db.exec('BEGIN IMMEDIATE');
    this.#inSteps = own;
    try {
      for (const step of steps) {
        step(face);
        if (breath !== null) await breath();
        if (this.#inSteps !== own) return;
      }
    } catch (error) {
      if (this.#inSteps === own) this.#giveWay();
      throw error;
    }
  }

  #giveWay(): void {
    if (this.#inSteps === null) return;
    this.#inSteps = null;
    // A full disk has rolled it back already.
    if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
  }

  #prepare(sql: string): Database.Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #timed<T>(sql: string, work: () => T): T {
    const start = performance.now();
    const value = work();
    const took = performance.now() - start;
    if (took > SLOW_MS) this.#log(`slow statement, ${took.toFixed(0)} ms: ${sql.replace(/\s+/g, ' ').slice(0, 120)}`);
    return value;
  }

  #face(writes: boolean): WritableDb {
    const reading = (sql: string): Database.Statement => {
      const statement = this.#prepare(sql);
      if (!statement.reader) throw new Error('broken belief: a query must return rows');
      if (!writes && !statement.readonly) throw new Error('broken belief: a query may not write');
      return statement;
    };
    const face = {
      all: (sql: string, ...values: readonly Value[]) =>
        this.#timed(sql, () => reading(sql).all(...bound(sql, values)) as Row[]),
      get: (sql: string, ...values: readonly Value[]) =>
        this.#timed(sql, () => (reading(sql).get(...bound(sql, values)) as Row | undefined) ?? null),
      iterate: (sql: string, ...values: readonly Value[]) =>
        reading(sql).iterate(...bound(sql, values)) as IterableIterator<Row>,
      run: (sql: string, ...values: readonly Value[]) =>
        this.#timed(sql, () => this.#prepare(sql).run(...bound(sql, values)).changes),
    };
    // The brands exist for the compiler only.
    return face as unknown as WritableDb;
  }
}

/** The driver takes numbered parameters (`?1`) by name and plain ones (`?`) by place. */
function bound(sql: string, values: readonly Value[]): readonly unknown[] {
  if (!/\?\d/.test(sql)) return values;
  return [Object.fromEntries(values.map((value, index) => [String(index + 1), value]))];
}
