import { readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { raise } from '../../contract/errors.ts';
import type { FileOutcome } from '../../contract/evidence.ts';
import type { JobState } from '../../contract/wire.ts';
import type { EngineCore } from '../core.ts';
import type { Job } from '../jobs.ts';
import { hasItemsNotLookedThrough, lookThrough, startLookThrough } from '../mapping/index.ts';
import { createReadPool } from '../workers/pool.ts';
import { type CommittedReading, EndedReadings } from './ended-readings.ts';
import { receiptById } from './evidence.ts';
import { type Found, gatherFiles } from './gather-files.ts';
import { limits } from './limits.ts';
import { Nestings } from './nestings.ts';
import { readEvidence } from './read.ts';
import { emptyOutcome, membersOf, type OpenReading, openReadings, receive } from './receive.ts';
import { lockedAlready, stopFile } from './stop.ts';
import { assertZone } from './zone.ts';

export const IMPORT_TITLE = 'Importing evidence';

export interface IntakeOrder {
  readonly paths: readonly { readonly path: string; readonly shown: string }[];
  readonly receiptId: string | null;
  readonly zone: string | null;
  /** The files show what nobody may keep: each leaves its name and nothing else. */
  readonly mustNotKeep?: boolean;
}

/** Called for every file and member, once, after its commit. */
export type TellOutcome = (outcome: FileOutcome) => void;

/**
 * Receives every file first, each in one transaction, then reads them in worker processes.
 * @throws no-case-open, job-running, not-found for a receipt sheet that is not there, bad-input for a zone that is none
 */
export function startIntake(engine: EngineCore, order: IntakeOrder, tell: TellOutcome = () => undefined): JobState {
  if (engine.jobs.running(IMPORT_TITLE) !== null) raise('job-running');
  const { readable } = engine.session.file.connection;
  if (order.receiptId !== null) receiptById(readable, order.receiptId);
  if (order.zone !== null) assertZone(order.zone);
  return engine.jobs.start(IMPORT_TITLE, async (job) => {
    const tally = new Tally(tell);
    for (const found of gatherFiles(order.paths)) {
      if (job.signal.aborted) break;
      takeIn(engine, found, order, tally);
      job.update({ total: tally.total, current: found.name });
      // Lets calls of the window in between.
      await new Promise((resolve) => setImmediate(resolve));
    }
    await readOpen(engine, job, tally);
    return tally.words(job.signal.aborted);
  });
}

/** Takes up the readings, or the look through the items, that a crash or a cancel cut off; null when there are none. */
export function resumeReadings(engine: EngineCore): JobState | null {
  const { readable } = engine.session.file.connection;
  if (openReadings(readable).length === 0) return hasItemsNotLookedThrough(readable) ? startLookThrough(engine) : null;
  return engine.jobs.start(IMPORT_TITLE, async (job) => {
    const tally = new Tally(() => undefined);
    await readOpen(engine, job, tally);
    return tally.words(job.signal.aborted);
  });
}

function takeIn(engine: EngineCore, found: Found, order: IntakeOrder, tally: Tally): void {
  tally.total += 1;
  const refusal = found.refusal ?? ownFile(engine, found.path) ?? tooLarge(found.path);
  if (refusal !== null) {
    tally.add({ ...emptyOutcome(found.shown, null), outcome: 'rejected', kept: false, error: refusal });
    return;
  }
  if (order.mustNotKeep === true) {
    tally.add(stopFile(engine, { ...found, receiptId: order.receiptId }));
    return;
  }
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(found.path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const why = `The file could not be opened (${code}). Nothing was taken. Check that it can be opened, then import it again.`;
    tally.add({ ...emptyOutcome(found.shown, null), outcome: 'rejected', kept: false, error: why });
    return;
  }
  const locked = lockedAlready(engine, found.shown, bytes);
  if (locked !== null) {
    tally.add(locked);
    return;
  }
  const arriving = {
    path: found.shown,
    name: found.name,
    bytes,
    receiptId: order.receiptId,
    zone: order.zone,
    parent: null,
  };
  const { host } = engine;
  const received = engine.record({ did: 'evidence.receive', about: 'Received a file' }, (db) =>
    receive(db, arriving, { newId: host.newId, now: host.now() }, tally.mine),
  );
  engine.changed('evidence');
  if (received.kind === 'duplicate') tally.add(received.outcome);
  else tally.mine.add(received.readingId);
  if (received.kind !== 'to-read') takeUpMembers(engine, received.evidenceId, received.kind === 'taken-up', tally);
}

/**
 * Members of a container that a crash cut off are this import's, since their container was given again. The finished ones
 * of a container that is taken up are told now: their lines may have died with the process that wrote them.
 */
function takeUpMembers(engine: EngineCore, evidenceId: string, tellFinished: boolean, tally: Tally): void {
  for (const { readingId, outcome } of membersOf(engine.session.file.connection.readable, evidenceId)) {
    if (outcome === null) tally.mine.add(readingId);
    else if (tellFinished) tally.add(outcome);
  }
}

/** The open case is no evidence of itself; and opening it a second time would loosen this process's hold on it. */
function ownFile(engine: EngineCore, path: string): string | null {
  const own = statSync(engine.session.file.path, { throwIfNoEntry: false });
  const given = statSync(path, { throwIfNoEntry: false });
  const same = own !== undefined && given !== undefined && own.ino === given.ino && own.dev === given.dev;
  const journal = resolve(path) === resolve(`${engine.session.file.path}-journal`);
  return same || journal ? 'This is the case file that is open. Nothing was taken.' : null;
}

function tooLarge(path: string): string | null {
  const size = statSync(path).size;
  if (size <= limits.fileBytes) return null;
  return `The file holds ${Math.ceil(size / 1_000_000)} MB, more than the ${Math.floor(limits.fileBytes / 1_000_000)} MB that one file may have. Nothing was taken. Keep the original where it is, write down its SHA-256, and import a part of it.`;
}

/** Two readings at a time leave the machine usable; more would only press each other for memory. */
const READERS = Math.max(1, Math.min(2, availableParallelism()));

async function readOpen(engine: EngineCore, job: Job, tally: Tally): Promise<void> {
  const { startWorker } = engine.host;
  const pool = createReadPool({ startWorker: () => startWorker('read'), limits, size: READERS });
  const queue = [...openReadings(engine.session.file.connection.readable)].sort(quickFirst);
  tally.total = Math.max(tally.total, tally.done + queue.length);
  const running = new Set<Promise<void>>();
  const ended = new EndedReadings(engine);
  const nestings = new Nestings();
  const next = (): void => {
    const reading = queue.shift();
    if (reading === undefined) return;
    job.update({ done: tally.done, total: tally.total, current: reading.name });
    const one = readEvidence(engine, pool, nestings, reading, job.signal)
      .then((end) => (end === null ? undefined : ended.add(end)))
      .finally(() => running.delete(one));
    running.add(one);
  };
  const commit = (): void => {
    const members = ended.commit().flatMap((done) => tellOf(done, tally));
    if (members.length > 0) nestings.forget();
    queue.push(...members);
    queue.sort(quickFirst);
    job.update({ done: tally.done, total: tally.total });
  };
  try {
    while (!job.signal.aborted && queue.length + running.size + ended.count > 0) {
      while (queue.length > 0 && running.size < READERS) next();
      if (running.size > 0) await firstOf(running, ended.dueIn);
      // With nothing left to begin, waiting would only keep what is read from being found.
      if (queue.length === 0 || (ended.dueIn ?? 1) <= 0) commit();
    }
    await Promise.all(running);
    commit();
  } finally {
    pool.close();
  }
  if (!job.signal.aborted) lookThrough(engine);
}

/** Waits for the first of these, at most so many milliseconds. */
async function firstOf(running: ReadonlySet<Promise<void>>, atMost: number | null): Promise<void> {
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

/** Pictures and PDF pages wait for the words of everything else; otherwise the order of receipt. */
function quickFirst(a: OpenReading, b: OpenReading): number {
  return slowness(a) - slowness(b);
}

function slowness(reading: OpenReading): number {
  if (/\.(png|jpe?g|webp|gif|tiff?|bmp|heic)$/i.test(reading.name)) return 2;
  return /\.pdf$/i.test(reading.name) ? 1 : 0;
}

class Tally {
  total = 0;
  done = 0;
  /** Readings that this import gave. */
  readonly mine = new Set<string>();
  readonly #tell: TellOutcome;
  readonly #counts = { imported: 0, 'imported-with-warnings': 0, rejected: 0, duplicate: 0 };

  constructor(tell: TellOutcome) {
    this.#tell = tell;
  }

  add(outcome: FileOutcome, told = true): void {
    this.done += 1;
    this.#counts[outcome.outcome] += 1;
    if (told) this.#tell(outcome);
  }

  words(cancelled: boolean): string {
    const { imported, rejected, duplicate } = this.#counts;
    const warned = this.#counts['imported-with-warnings'];
    const parts = [
      `${imported} read`,
      ...(warned > 0 ? [`${warned} read with warnings`] : []),
      ...(duplicate > 0 ? [`${duplicate} there already`] : []),
      ...(rejected > 0 ? [`${rejected} not read`] : []),
    ];
    return `${cancelled ? 'Stopped: ' : ''}${parts.join(', ')}.`;
  }
}
