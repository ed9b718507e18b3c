import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { raise } from '../../contract/errors.ts';
import type { JobState } from '../../contract/wire.ts';
import type { EngineCore } from '../core.ts';
import { hasItemsNotLookedThrough, startLookThrough } from '../mapping/index.ts';
import { receiptById } from './evidence.ts';
import { type Found, gatherFiles } from './gather-files.ts';
import { limits } from './limits.ts';
import { readOpen } from './read-open.ts';
import { emptyOutcome, membersOf, openReadings, receive } from './receive.ts';
import { lockedAlready, stopFile } from './stop.ts';
import { Tally, type TellOutcome } from './tally.ts';
import { assertZone } from './zone.ts';

export const IMPORT_TITLE = 'Importing evidence';

export interface IntakeOrder {
  readonly paths: readonly { readonly path: string; readonly shown: string }[];
  readonly receiptId: string | null;
  readonly zone: string | null;
  /** The files show what nobody may keep: each leaves its name and nothing else. */
  readonly mustNotKeep?: boolean;
}

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
      await job.resumed();
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
