import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { JobState } from '../../src/contract/wire.ts';
import { Pace, ReadingQueue } from '../../src/engine/intake/pace.ts';
import { plainPicture } from '../readers/made/pictures.ts';
import { Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = new Desk();
  await desk.newCase(null);
});
afterEach(() => desk.end());

const job = async () => (await desk.ask('job.list', {})).at(-1);
const read = async () => (await desk.ask('evidence.list', {})).filter(({ outcome }) => outcome !== null).length;
const quiet = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Resolves when a told state of the import fits. */
function until(fits: (state: JobState) => boolean): Promise<JobState> {
  return new Promise((resolve) => {
    const stop = desk.engine.subscribe((event) => {
      if (event.kind !== 'job' || !fits(event.job)) return;
      stop();
      resolve(event.job);
    });
  });
}

async function started(): Promise<void> {
  for (let n = 0; n < 4; n += 1) {
    desk.write(`inbox/${n}.txt`, `words of file ${n}`);
    desk.write(
      `inbox/${n}.png`,
      await plainPicture(900 + n, 700)
        .png()
        .toBuffer(),
    );
    desk.write(
      `inbox/more/${n}.png`,
      await plainPicture(950 + n, 700)
        .png()
        .toBuffer(),
    );
  }
  await desk.ask('intake.start', { paths: [desk.at('inbox')], receiptId: null, zone: null });
}

test('a paused import rests after the files at hand, what is read can be searched, and it goes on to the end', async () => {
  const some = until(({ done }) => done >= 4);
  await started();
  await some;
  expect(await desk.ask('intake.pause', {})).toMatchObject({ state: 'paused' });
  await quiet(2500); // the two at hand come to their end
  const resting = await read();
  expect(resting).toBeLessThan(12);
  expect((await desk.ask('item.search', { words: 'words', limit: 100 })).total).toBe(4);
  await quiet(800);
  expect(await read()).toBe(resting);
  // A second import waits its turn.
  expect((await desk.refused('intake.start', { paths: [desk.at('inbox')], receiptId: null, zone: null })).kind).toBe(
    'job-running',
  );

  expect(await desk.ask('intake.resume', {})).toMatchObject({ state: 'running' });
  await desk.engine.idle();
  expect(await job()).toMatchObject({ state: 'done', done: 12, total: 12, secondsLeft: null });
  expect((await job())?.bytes?.done).toBe((await job())?.bytes?.total);
});

test('a paused import can be cancelled, and what was read stays', async () => {
  const some = until(({ done }) => done >= 3);
  await started();
  await some;
  await desk.ask('intake.pause', {});
  await desk.ask('intake.cancel', {});
  await desk.engine.idle();
  expect((await job())?.state).toBe('cancelled');
  expect(await read()).toBeGreaterThan(2);
});

test('with nothing to pause, pausing and going on do nothing', async () => {
  expect(await desk.ask('intake.pause', {})).toBeNull();
  expect(await desk.ask('intake.resume', {})).toBeNull();
});

test('quick files come before large ones, those before pages, and pictures last; each in the order of receipt', () => {
  const names = fc.constantFrom('chat.txt', 'mail.eml', 'page.PDF', 'shot.png', 'IMG.HEIC', 'store.pst');
  fc.assert(
    fc.property(fc.array(fc.record({ name: names, bytes: fc.integer({ min: 0, max: 40_000_000 }) })), (files) => {
      const queue = new ReadingQueue<{ name: string; bytes: number; at: number }>();
      queue.push(files.map((file, at) => ({ ...file, at })));
      const ranks = { txt: 0, eml: 0, pst: 0, pdf: 2, png: 3, heic: 3 };
      let last = { rank: -1, at: -1 };
      for (let file = queue.next(); file !== undefined; file = queue.next()) {
        const ending = file.name.split('.')[1]?.toLowerCase() as keyof typeof ranks;
        const rank = ranks[ending] === 0 && file.bytes >= 16_000_000 ? 1 : ranks[ending];
        expect(rank > last.rank || (rank === last.rank && file.at > last.at)).toBe(true);
        last = { rank, at: file.at };
      }
      expect(queue.size).toBe(0);
    }),
  );
});

test('the time left falls as files are read, and follows the pace of their kind', () => {
  const queue = new ReadingQueue<{ name: string; bytes: number }>();
  queue.push([...Array(100)].map(() => ({ name: 'shot.png', bytes: 1 })));
  const pace = new Pace(2);
  const first = queue.secondsLeft(pace, []);
  for (let n = 0; n < 50; n += 1) {
    const file = queue.next();
    if (file !== undefined) pace.read(file, 400);
  }
  expect(first).toBe(90);
  expect(queue.secondsLeft(pace, [])).toBeLessThan(15);
});
