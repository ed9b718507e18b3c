import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { type Limits, limits } from '../../src/engine/intake/limits.ts';
import { type ChildLike, startNodeWorker } from '../../src/engine/workers/host.ts';
import { createReadPool, type ReadEvent, type ReadPool } from '../../src/engine/workers/pool.ts';
import { floating } from './made/collect.ts';
import { mail, multipart } from './made/mails.ts';
import { makeZip } from './made/zips.ts';

const entry = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const realWorker = entry('../../src/engine/workers/read-worker.ts');
const badWorker = entry('./workers/bad-worker.ts');

const pools: ReadPool[] = [];
const pids: number[] = [];

function poolOf(worker: string, some: Partial<Limits> = {}, size = 1): ReadPool {
  const pool = createReadPool({
    startWorker: () => {
      const child: ChildLike = startNodeWorker(worker);
      if (child.pid !== undefined) pids.push(child.pid);
      return child;
    },
    limits: { ...limits, ...some },
    size,
  });
  pools.push(pool);
  return pool;
}

afterEach(() => {
  for (const pool of pools.splice(0)) pool.close();
  pids.splice(0);
});

const file = (name: string, content: string | Uint8Array = 'words') => ({
  name,
  sha256: '0',
  bytes: typeof content === 'string' ? Buffer.from(content) : content,
});

async function all(events: AsyncIterable<ReadEvent>): Promise<ReadEvent[]> {
  const found: ReadEvent[] = [];
  for await (const event of events) found.push(event);
  return found;
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

async function until(what: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !what(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(what()).toBe(true);
}

describe('reading in a process of its own', () => {
  test('tells the format, the items and one end', async () => {
    const events = await all(poolOf(realWorker).read(file('note.txt', 'one line'), floating));
    expect(events.map((event) => event.kind)).toEqual(['recognised', 'item', 'done']);
    expect(events[0]).toMatchObject({ reader: 'text', version: 1, format: 'text', nameDisagrees: false });
  });

  test('says what an unknown file begins with, and that an empty one is empty', async () => {
    const pool = poolOf(realWorker);
    const [unknown] = await all(pool.read(file('x.bin', Buffer.from([0, 1, 2, 0xff])), floating));
    expect(unknown).toMatchObject({ kind: 'refused', because: expect.stringContaining('00 01 02 ff') });
    const [empty] = await all(pool.read(file('x.txt', ''), floating));
    expect(empty).toMatchObject({ kind: 'refused', because: expect.stringContaining('empty (0 bytes)') });
  });

  test('uses one process again for file after file', async () => {
    const pool = poolOf(realWorker);
    for (let number = 0; number < 5; number += 1) await all(pool.read(file(`${number}.txt`), floating));
    expect(pids).toHaveLength(1);
  });

  test('carries small and large members byte for byte, in the order of the container', async () => {
    const sizes = [1, 65_535, 65_536, 65_537, 0, 3, 200_000, 2];
    const contents = sizes.map((size, at) => Buffer.alloc(size, `member ${at} `));
    const archive = makeZip(contents.map((content, at) => ({ name: `${at}.txt`, content, method: 0 })));
    const events = await all(poolOf(realWorker).read(file('a.zip', archive), floating));
    const members = events.filter((event) => event.kind === 'member');
    expect(members.map(({ name }) => name)).toEqual(sizes.map((_, at) => `${at}.txt`));
    expect(members.map(({ bytes }, at) => Buffer.compare(bytes, contents[at] ?? archive))).toEqual(sizes.map(() => 0));
  });

  test.each([65_535, 65_536, 65_537])('hands a file of %i bytes over whole', async (size) => {
    const words = 'words of a file, '.repeat(4000).slice(0, size - 1);
    const events = await all(poolOf(realWorker).read(file('a.txt', `${words}.`), floating));
    const texts = events.flatMap((event) => (event.kind === 'item' ? [event.item.text] : []));
    expect(texts.join('').replace(/\s/g, '')).toBe(`${words}.`.replace(/\s/g, ''));
  });

  test('carries members whole, larger than one piece', async () => {
    const big = Buffer.alloc(9_000_001, 'abcdefg');
    const archive = makeZip([
      { name: 'big.txt', content: big, method: 0 },
      { name: 'none.txt', content: '', method: 0 },
    ]);
    const events = await all(poolOf(realWorker).read(file('a.zip', archive), floating));
    const members = events.filter((event) => event.kind === 'member');
    expect(members.map((member) => [member.name, member.bytes.length])).toEqual([
      ['big.txt', 9_000_001],
      ['none.txt', 0],
    ]);
    expect(Buffer.compare(members[0]?.bytes ?? Buffer.alloc(0), big)).toBe(0);
  });

  test('stops a reading that takes too long, and reads the next file in a fresh process', async () => {
    const pool = poolOf(badWorker, { readTime: 500, readTimePerMegabyte: 0 });
    const events = await all(pool.read(file('hang'), floating));
    expect(events.at(-1)).toMatchObject({ kind: 'stopped', cause: 'time' });
    await until(() => !isAlive(pids[0] ?? 0));
    expect((await all(pool.read(file('fine'), floating))).at(-1)).toEqual({ kind: 'done' });
    expect(pids).toHaveLength(2);
  });

  test('gives a larger file more time', async () => {
    const pool = poolOf(badWorker, { readTime: 300, readTimePerMegabyte: 1_000 });
    const before = performance.now();
    await all(pool.read(file('silent', Buffer.alloc(1_000_000)), floating));
    expect(performance.now() - before).toBeGreaterThan(1_200);
  });

  test.skipIf(process.platform !== 'linux')('stops a reading that takes too much memory', async () => {
    const events = await all(poolOf(badWorker, { readMemory: 250_000_000 }).read(file('hoard'), floating));
    expect(events.at(-1)).toMatchObject({ kind: 'stopped', cause: 'memory' });
    await until(() => !isAlive(pids[0] ?? 0));
  });

  test('keeps what came before a process died, and ends that one file', async () => {
    const pool = poolOf(badWorker);
    const events = await all(pool.read(file('die'), floating));
    expect(events.map((event) => event.kind)).toEqual(['recognised', 'warning', 'stopped']);
    expect(events.at(-1)).toMatchObject({ cause: 'died', because: expect.stringContaining('The file is kept') });
    expect((await all(pool.read(file('fine'), floating))).at(-1)).toEqual({ kind: 'done' });
  });

  test.each(['garbage', 'recant', 'overfill', 'huge', 'smuggle'])(
    'believes nothing more of a process that breaks the rules (%s)',
    async (deed) => {
      const events = await all(poolOf(badWorker).read(file(deed), floating));
      expect(events.map((event) => event.kind)).toEqual(['recognised', 'stopped']);
      await until(() => !isAlive(pids[0] ?? 0));
    },
  );

  test('calls a defect of a reader a fault of the program', async () => {
    const events = await all(poolOf(badWorker).read(file('broken'), floating));
    expect(events.at(-1)).toMatchObject({ cause: 'broken', because: expect.stringContaining('fault of the program') });
  });

  test('ends at once when it is cancelled', async () => {
    const cancel = new AbortController();
    setTimeout(() => cancel.abort(), 300);
    const before = performance.now();
    const events = await all(poolOf(badWorker).read(file('hang'), floating, cancel.signal));
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(events.at(-1)).toMatchObject({ kind: 'stopped', cause: 'cancelled' });
    await until(() => !isAlive(pids[0] ?? 0));
  });

  test('does not begin a reading that was cancelled before its turn', async () => {
    const events = await all(poolOf(badWorker).read(file('fine'), floating, AbortSignal.abort()));
    expect(events).toMatchObject([{ kind: 'stopped', cause: 'cancelled' }]);
    expect(pids).toEqual([]);
  });

  test('survives the killing of a real reading process in the middle of a file', async () => {
    const pool = poolOf(realWorker);
    const chat = Array.from({ length: 20_000 }, (_, index) => `13/03/2024, 08:00 - Ana: ${index}`).join('\n');
    let items = 0;
    let end: ReadEvent | null = null;
    for await (const event of pool.read(file('chat.txt', chat), floating)) {
      if (event.kind === 'item') items += 1;
      if (items === 50) process.kill(pids[0] ?? 0, 'SIGKILL');
      end = event;
    }
    expect(end).toMatchObject({ kind: 'stopped', cause: 'died' });
    expect(items).toBeGreaterThanOrEqual(50);
    expect(items).toBeLessThan(20_000);
    const again = await all(pool.read(file('chat.txt', chat), floating));
    expect(again.filter((event) => event.kind === 'item')).toHaveLength(20_000);
  });

  test('waits for a slow taker instead of piling results up, and does not count the waiting as work', async () => {
    const pool = poolOf(realWorker, { readTime: 3_000, readTimePerMegabyte: 0 });
    const chat = Array.from({ length: 3_000 }, (_, index) => `13/03/2024, 08:00 - Ana: ${index}`).join('\n');
    let items = 0;
    let end: ReadEvent | null = null;
    for await (const event of pool.read(file('chat.txt', chat), floating)) {
      if (event.kind === 'item') items += 1;
      if (event.kind === 'item' && items === 1) await new Promise((resolve) => setTimeout(resolve, 4_000));
      end = event;
    }
    expect([items, end?.kind]).toEqual([3_000, 'done']);
  });

  test('leaving the loop early ends the process', async () => {
    const pool = poolOf(realWorker);
    for await (const event of pool.read(file('note.txt'), floating)) {
      if (event.kind === 'recognised') break;
    }
    await until(() => !isAlive(pids[0] ?? 0));
    expect((await all(pool.read(file('note.txt'), floating))).at(-1)).toEqual({ kind: 'done' });
  });

  test('reads no more files at the same time than it has seats', async () => {
    const pool = poolOf(realWorker, {}, 2);
    await Promise.all(Array.from({ length: 8 }, (_, index) => all(pool.read(file(`${index}.txt`), floating))));
    expect(pids).toHaveLength(2);
  });

  test('does not read a file beyond the size limit, and says so', async () => {
    const events = await all(
      poolOf(realWorker, { fileBytes: 10 }).read(file('a.txt', 'more than ten bytes'), floating),
    );
    expect(events).toMatchObject([{ kind: 'refused', because: expect.stringContaining('kept as evidence') }]);
  });

  test('ends a process that could not even start', async () => {
    const events = await all(poolOf(entry('./workers/no-such-worker.ts')).read(file('a.txt'), floating));
    expect(events).toMatchObject([{ kind: 'stopped', cause: 'died' }]);
  });

  test('writes nothing into the working folder, even for words of a picture', async () => {
    const { drawChat } = await import('./made/pictures.ts');
    const bubbles = [{ words: 'hello there', fill: '#0a84ff', ink: '#ffffff', side: 'right' as const }];
    const context = { zone: null, ocrLanguages: ['eng', 'spa'] };
    const picture = await drawChat('#ffffff', bubbles);
    const [before, home] = [process.cwd(), mkdtempSync(join(tmpdir(), 'reading-'))];
    process.chdir(home);
    const events = await all(poolOf(realWorker).read(file('a.png', picture), context)).finally(() =>
      process.chdir(before),
    );
    const item = events.find((event) => event.kind === 'item');
    expect(item?.kind === 'item' ? item.item.text : '').toContain('hello there');
    expect(readdirSync(home)).toEqual([]);
  }, 60_000);

  test('reads a mail through the process as without it', async () => {
    const content = mail({
      headers: ['Content-Type: multipart/mixed; boundary=x'],
      body: multipart('x', ['\r\nwords', 'Content-Type: text/csv; name=a.csv\r\n\r\na,b']),
    });
    const events = await all(poolOf(realWorker).read(file('a.eml', content), floating));
    expect(events.map((event) => event.kind)).toEqual(['recognised', 'item', 'member', 'done']);
  });
});
