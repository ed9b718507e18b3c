import { availableParallelism } from 'node:os';
import type { EngineCore } from '../core.ts';
import type { Job } from '../jobs.ts';
import { linkAlike } from '../likeness/index.ts';
import { ENCODED_AT_IMPORT, lookThrough } from '../mapping/index.ts';
import { createReadPool } from '../workers/pool.ts';
import { Companies } from './company.ts';
import { type CommittedReading, EndedReadings } from './ended-readings.ts';
import { limits } from './limits.ts';
import { Nestings } from './nestings.ts';
import { Pace, ReadingQueue } from './pace.ts';
import { readEvidence } from './read.ts';
import { type OpenReading, openReadings } from './receive.ts';
import type { Tally } from './tally.ts';

/** Two readings at a time leave the machine usable; more would only press each other for memory. */
const READERS = Math.max(1, Math.min(2, availableParallelism()));

/** Reads everything that waits, quick files first, and looks through the items at the end. What is committed can be searched at once. */
export async function readOpen(engine: EngineCore, job: Job, tally: Tally): Promise<void> {
  const { startWorker } = engine.host;
  const pool = createReadPool({ startWorker: () => startWorker('read'), limits, size: READERS });
  const open = openReadings(engine.session.file.connection.readable);
  const queue = new ReadingQueue<OpenReading>();
  queue.push(open);
  tally.total = Math.max(tally.total, tally.done + open.length);
  tally.bytesTotal = tally.bytesDone + bytesOf(open);
  const running = new Map<Promise<void>, OpenReading>();
  const ended = new EndedReadings(engine);
  const nestings = new Nestings();
  const companies = new Companies();
  const pace = new Pace(READERS);
  const tell = (current: string | null): void => {
    job.update({
      done: tally.done,
      total: tally.total,
      bytes: { done: tally.bytesDone, total: tally.bytesTotal },
      secondsLeft: queue.secondsLeft(pace, [...running.values()]),
      ...(current === null ? {} : { current }),
    });
  };
  const next = (): void => {
    const reading = queue.next();
    if (reading === undefined) return;
    const start = performance.now();
    const one = readEvidence(engine, pool, nestings, companies, reading, job.signal)
      .then((end) => {
        if (end === null) return;
        pace.read(reading, performance.now() - start);
        tally.bytesDone += reading.bytes;
        ended.add(end);
      })
      .finally(() => running.delete(one));
    running.set(one, reading);
    tell(reading.name);
  };
  const commit = (): void => {
    const members = ended.commit().flatMap((done) => tellOf(done, tally));
    if (members.length > 0) nestings.forget();
    tally.bytesTotal += bytesOf(members);
    queue.push(members);
    tell(null);
  };
  try {
    while (!job.signal.aborted && queue.size + running.size + ended.count > 0) {
      if (job.paused && running.size === 0) {
        commit();
        await job.resumed();
      }
      while (!job.paused && queue.size > 0 && running.size < READERS) next();
      if (running.size > 0) await firstOf(running.keys(), ended.dueIn);
      // With nothing left to begin, waiting would only keep what is read from being found.
      if (queue.size === 0 || (ended.dueIn ?? 1) <= 0) commit();
    }
    await Promise.all(running.keys());
    commit();
  } finally {
    pool.close();
  }
  if (!job.signal.aborted) {
    job.update({ secondsLeft: null, current: 'looking through the items' });
    await linkAlike(engine, job.signal);
    await lookThrough(engine, job, ENCODED_AT_IMPORT);
  }
}

function bytesOf(readings: readonly OpenReading[]): number {
  return readings.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Waits for the first of these, at most so many milliseconds. */
async function firstOf(running: Iterable<Promise<void>>, atMost: number | null): Promise<void> {
  if (atMost === null) return Promise.race(running);
  let timer: NodeJS.Timeout | undefined;
  const due = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, atMost));
  });
  return Promise.race([...running, due]).finally(() => clearTimeout(timer));
}

/** Tells of a committed reading. @returns its members, to be read next */
function tellOf(done: CommittedReading, tally: Tally): readonly OpenReading[] {
  // A reading that an earlier import left open is finished too, but told of only where it was given again.
  const mine = tally.mine.has(done.readingId);
  tally.add(done.outcome, mine);
  tally.total += done.members.length + done.told.length;
  for (const outcome of done.told) tally.add(outcome, mine);
  if (mine) for (const member of done.members) tally.mine.add(member.readingId);
  return done.members;
}
