import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import Database from 'better-sqlite3';
import type { ItemDraft } from '../../src/contract/item.ts';
import { emailMessage } from '../../src/engine/intake/readers/email-message.ts';
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
  #batch: ItemDraft[] = [];
  #files = 0;

  constructor(path: string) {
    this.#db = new Database(path);
    for (const setting of settings) this.#db.pragma(setting);
    this.#db.exec(`CREATE TABLE chunk (sha256 TEXT, ordinal INTEGER, data BLOB, PRIMARY KEY (sha256, ordinal)) STRICT;
      CREATE TABLE item (number INTEGER PRIMARY KEY, text TEXT, title TEXT, people TEXT, body TEXT, digest TEXT) STRICT;
      CREATE VIRTUAL TABLE item_words USING fts5 (text, title, people, content = 'item', content_rowid = 'number',
        tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
      BEGIN`);
  }

  /** Stores one file; so many files, or so many mails, share a transaction. */
  store(path: string): Buffer {
    const bytes = readFileSync(path);
    this.#keepBytes(bytes);
    this.#files += 1;
    if (this.#files % BATCH === 0 || bytes.length > CHUNK) this.#commit();
    return bytes;
  }

  /** Reads a mailbox or a mail with the program's own reader and indexes what is in it. @returns how many mails */
  async index(path: string, bytes: Buffer): Promise<number> {
    const reader = path.endsWith('.mbox') ? mailbox : emailMessage;
    let count = 0;
    for await (const value of reader.read(
      { name: basename(path), sha256: '', bytes },
      { zone: null, ocrLanguages: [] },
    )) {
      if (value.kind === 'member') this.#keepBytes(value.bytes);
      if (value.kind !== 'item') continue;
      // As the program counts: a signature or a quoted answer is part of its mail.
      if (value.item.derived === null) count += 1;
      this.#batch.push(value.item);
      if (this.#batch.length < BATCH) continue;
      this.#keepItems();
      this.#commit();
    }
    return count;
  }

  close(): void {
    this.#keepItems();
    this.#db.exec('COMMIT');
    this.#db.close();
  }

  #commit(): void {
    this.#db.exec('COMMIT; BEGIN');
  }

  #keepBytes(bytes: Uint8Array): void {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const insert = this.#db.prepare('INSERT INTO chunk VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
    for (let ordinal = 0; ordinal * CHUNK < bytes.length; ordinal++) {
      const chunk = bytes.subarray(ordinal * CHUNK, (ordinal + 1) * CHUNK);
      const packed = deflateRawSync(chunk, { level: 3 });
      insert.run(sha256, ordinal, packed.length < (chunk.length * 7) / 8 ? packed : chunk);
    }
  }

  #keepItems(): void {
    const item = this.#db.prepare('INSERT INTO item (text, title, people, body, digest) VALUES (?, ?, ?, ?, ?)');
    const found = this.#db.prepare('INSERT INTO item_words (rowid, text, title, people) VALUES (?, ?, ?, ?)');
    for (const draft of this.#batch) {
      const body = JSON.stringify(draft);
      const people = [draft.author, ...draft.recipients].map((one) => `${one?.name ?? ''} ${one?.handle ?? ''}`);
      const searched = [draft.text, draft.title, people.join(' ')];
      const digest = createHash('sha256').update(body).digest('hex');
      const { lastInsertRowid } = item.run(...searched, body, digest);
      found.run(lastInsertRowid, ...searched);
    }
    this.#batch = [];
  }
}
