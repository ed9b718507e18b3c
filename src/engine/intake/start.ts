import { raise } from '../../contract/errors.ts';
import type { JobState } from '../../contract/wire.ts';
import type { EngineCore } from '../core.ts';
import { hasItemsNotLookedThrough, startLookThrough } from '../mapping/index.ts';
import { othersFirst } from '../others-first.ts';
import { receiptById } from './evidence.ts';
import { gatherFiles } from './gather-files.ts';
import { readOpen } from './read-open.ts';
import { type IntakeOrder, Receipts } from './receipts.ts';
import { openReadings } from './receive.ts';
import { Tally, type TellOutcome } from './tally.ts';
import { assertZone } from './zone.ts';

export const IMPORT_TITLE = 'Importing evidence';

/**
 * Receives every file first, short ones together and each large one in a transaction of its own, then reads them in worker
 * processes.
 * @throws no-case-open, job-running, not-found for a receipt sheet that is not there, bad-input for a zone that is none
 */
export function startIntake(engine: EngineCore, order: IntakeOrder, tell: TellOutcome = () => undefined): JobState {
  if (engine.jobs.running(IMPORT_TITLE) !== null) raise('job-running');
  const { readable } = engine.session.file.connection;
  if (order.receiptId !== null) receiptById(readable, order.receiptId);
  if (order.zone !== null) assertZone(order.zone);
  return engine.jobs.start(IMPORT_TITLE, async (job) => {
    const tally = new Tally(tell);
    const receipts = new Receipts(engine, order, tally);
    for (const found of gatherFiles(order.paths)) {
      if (job.paused) receipts.commit();
      await job.resumed();
      if (job.signal.aborted) break;
      await receipts.take(found);
      job.update({ total: tally.total, current: found.name });
      await othersFirst();
    }
    receipts.commit();
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
