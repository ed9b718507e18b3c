import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import Database from 'better-sqlite3';
import type { ItemDraft } from '../../src/contract/item.ts';
import { mailbox } from '../../src/engine/intake/readers/mailbox.ts';

/** As in the case file, so that only what the program adds to it is measured. */
const CHUNK = 1_048_576;
const BATCH = 500;
const settings = [
  `cipher = 'aegis'`,
  `key = "raw:${randomBytes(48).toString('hex')}"`,
  'locking_mode = EXCLUSIVE',
  'journal_mode = TRUNCATE',
  'synchronous = EXTRA',
  'temp_store = MEMORY',
  'secure_delete = ON',
];

/**
 * The least that must be done with evidence: hash, deflate where it pays, store encrypted, read, and index the words. No
 * process of its own for hostile bytes, no record of changes, no resumption.
 */
export class Floor {
  readonly #db: Database.Database;

  constructor(path: string) {
    this.#db = new Database(path);
    for (const setting of settings) this.#db.pragma(setting);
    this.#db.exec(`CREATE TABLE chunk (sha256 TEXT, ordinal INTEGER, data BLOB, PRIMARY KEY (sha256, ordinal)) STRICT;
      CREATE TABLE item (number INTEGER PRIMARY KEY, text TEXT, title TEXT, people TEXT, body TEXT, digest TEXT) STRICT;
      CREATE VIRTUAL TABLE item_words USING fts5 (text, title, people, content = 'item', content_rowid = 'number',
        tokenize = "unicode61 remove_diacritics 2", prefix = '2 3')`);
  }

  /** Stores one file in one transaction. */
  store(path: string): Buffer {
    const bytes = readFileSync(path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const insert = this.#db.prepare('INSERT INTO chunk VALUES (?, ?, ?)');
    this.#db.transaction(() => {
      for (let ordinal = 0; ordinal * CHUNK < bytes.length; ordinal++) {
        const chunk = bytes.subarray(ordinal * CHUNK, (ordinal + 1) * CHUNK);
        const packed = deflateRawSync(chunk, { level: 3 });
        insert.run(sha256, ordinal, packed.length < (chunk.length * 7) / 8 ? packed : chunk);
      }
    })();
    return bytes;
  }

  /** Reads a mailbox with the program's own reader and indexes its mails. @returns how many */
  async index(path: string, bytes: Buffer): Promise<number> {
    const file = { name: basename(path), sha256: '', bytes };
    let batch: ItemDraft[] = [];
    let count = 0;
    for await (const value of mailbox.read(file, { zone: null, ocrLanguages: [] })) {
      if (value.kind !== 'item') continue;
      count += 1;
      batch.push(value.item);
      if (batch.length < BATCH) continue;
      this.#keep(batch);
      batch = [];
    }
    this.#keep(batch);
    return count;
  }

  close(): void {
    this.#db.close();
  }

  #keep(batch: readonly ItemDraft[]): void {
    const item = this.#db.prepare('INSERT INTO item (text, title, people, body, digest) VALUES (?, ?, ?, ?, ?)');
    const found = this.#db.prepare('INSERT INTO item_words (rowid, text, title, people) VALUES (?, ?, ?, ?)');
    this.#db.transaction(() => {
      for (const draft of batch) {
        const body = JSON.stringify(draft);
        const people = [draft.author, ...draft.recipients].map((one) => `${one?.name ?? ''} ${one?.handle ?? ''}`);
        const searched = [draft.text, draft.title, people.join(' ')];
        const digest = createHash('sha256').update(body).digest('hex');
        const { lastInsertRowid } = item.run(...searched, body, digest);
        found.run(lastInsertRowid, ...searched);
      }
    })();
  }
}
