import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Connection } from '../../src/engine/case-file/connection.ts';
import { loadContentAside, packFile, sha256Of, storingSteps } from '../../src/engine/case-file/content.ts';
import { othersFirst } from '../../src/engine/others-first.ts';
import { Desk } from './desk.ts';

const MEGABYTE = 1_048_576;

describe('one transaction in steps', () => {
  let connection: Connection;

  beforeEach(() => {
    connection = new Connection(new Database(':memory:'), () => undefined);
    connection.exec('CREATE TABLE note (words TEXT NOT NULL) STRICT');
  });
  afterEach(() => connection.close());

  const write = (words: string) => connection.transaction((db) => db.run('INSERT INTO note VALUES (?)', words));
  const written = () => connection.readable.all('SELECT words FROM note ORDER BY rowid').map(({ words }) => words);
  const steps = (...words: readonly string[]) =>
    words.map((one) => (db: Parameters<Parameters<Connection['transaction']>[0]>[0]) => {
      db.run('INSERT INTO note VALUES (?)', one);
    });

  test('whoever writes between two steps goes first, and all steps are taken anew', async () => {
    let breaths = 0;
    await connection.transactionInSteps(
      () => steps('a', 'b'),
      () => write('the end'),
      async () => {
        breaths += 1;
        if (breaths === 2) write('somebody else');
      },
    );
    expect(written()).toEqual(['somebody else', 'a', 'b', 'the end']);
  });

  test('somebody who writes at every breath does not keep the steps from their end', async () => {
    let others = 0;
    await connection.transactionInSteps(
      () => steps('a', 'b'),
      () => write('the end'),
      async () => {
        others += 1;
        write(`other ${others}`);
      },
    );
    expect(others).toBeGreaterThan(1);
    expect(written()).toEqual([...Array.from({ length: others }, (_, at) => `other ${at + 1}`), 'a', 'b', 'the end']);
  });

  test('a step or an end that fails leaves nothing behind, and what others wrote stays', async () => {
    const fails = () => {
      throw new Error('no more');
    };
    const once = async () => undefined;
    await expect(
      connection.transactionInSteps(
        () => [...steps('a'), fails],
        () => 0,
        once,
      ),
    ).rejects.toThrow('no more');
    write('somebody else');
    await expect(connection.transactionInSteps(() => steps('a'), fails, once)).rejects.toThrow('no more');
    expect(written()).toEqual(['somebody else']);
  });

  test('closing in the middle leaves nothing behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'evenhand-steps-'));
    const path = join(folder, 'a.db');
    const own = new Connection(new Database(path), () => undefined);
    own.exec('CREATE TABLE note (words TEXT NOT NULL) STRICT');
    const cut = own.transactionInSteps(
      () => steps('a', 'b'),
      () => 0,
      async () => own.close(),
    );
    await expect(cut).rejects.toThrow();
    const again = new Database(path);
    expect(again.prepare('SELECT count(*) AS n FROM note').get()).toEqual({ n: 0 });
    again.close();
    rmSync(folder, { recursive: true });
  });
});

describe('a large file', () => {
  let desk: Desk;

  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => desk.end());

  /** Packed or not, around the size of a chunk. */
  const contents = [0, 1, MEGABYTE - 1, MEGABYTE, MEGABYTE + 1, 3 * MEGABYTE + 7].flatMap((size) => [
    ['noise', randomBytes(size)] as const,
    ['words', Buffer.alloc(size, 'The board met on Friday. ')] as const,
  ]);

  test.each(contents)('of %s comes out of the case as it went in', async (_, content) => {
    const packed = await packFile(desk.write('large.bin', content));
    expect(packed).toMatchObject({ sha256: sha256Of(content), bytes: content.length });
    const connection = new Connection(new Database(':memory:'), () => undefined);
    connection.exec(`CREATE TABLE content (sha256 TEXT PRIMARY KEY, bytes INTEGER, chunks INTEGER) STRICT;
      CREATE TABLE content_chunk (sha256 TEXT, ordinal INTEGER, encoding TEXT, data BLOB) STRICT`);
    const store = () =>
      connection.transactionInSteps(
        () => storingSteps(connection.readable, packed),
        () => 0,
        othersFirst,
      );
    await store();
    await store();
    const loaded = await loadContentAside(connection.readable, packed.sha256, othersFirst);
    expect(Buffer.from(loaded).equals(content)).toBe(true);
    connection.close();
  });

  test('is received whole while somebody goes on working, and every line of the record holds', async () => {
    await desk.newCase();
    desk.write('recording.bin', randomBytes(12 * MEGABYTE));
    const reading = desk.import('recording.bin');
    for (const words of ['One.', 'Two.', 'Three.', 'Four.']) {
      await othersFirst();
      await desk.ask('fact.record', { itemId: null, words });
    }
    const job = await reading;
    expect(job).toMatchObject({ state: 'done', result: '0 read, 1 not read.' });
    const [row] = await desk.ask('evidence.list', {});
    expect(row).toMatchObject({ bytes: 12 * MEGABYTE });
    expect(await desk.ask('fact.list', { itemId: null })).toHaveLength(4);
    expect(await desk.ask('ledger.verify', { expect: null })).toMatchObject({ ok: true });
  });
});
