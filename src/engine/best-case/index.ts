import type { BestCase, BestCaseStanding } from '../../contract/best-case.ts';
import { raise } from '../../contract/errors.ts';
import type { ReadableDb, WritableDb } from '../case-file/index.ts';
import { personById } from '../people/index.ts';
import type { Session } from '../session.ts';
import { type Charge, charged, type Entry } from './charged.ts';
import { entriesOf } from './entries.ts';
import { keepReading, type Reading, readingsOf } from './readings.ts';

export { keptApart } from './kept-apart.ts';

/** The employee's best case as it stands now. @param reader id of the acting person's key */
export function bestCase(
  session: Session,
  db: ReadableDb,
  respondentId: string,
  charges: readonly Charge[],
  reader: string,
): BestCase {
  const entries = entriesOf(charged(session, db, respondentId, charges));
  const readings = readingsOf(db, respondentId);
  const last = readings.at(-1);
  return {
    respondentId,
    respondent: personById(db, respondentId).name,
    entries: entries.map((entry) => ({ ...entry, isNew: last !== undefined && !last.keys.has(entry.key) })),
    readings: readings.map(({ id, at, by, entries: n, sha256 }) => ({ id, at, by, entries: n, sha256 })),
    readByYou: hasRead(readings, entries, reader),
  };
}

/**
 * Records that the best case was read as it stands. What was on the reader's screen must be what stands now.
 * @throws best-case-changed
 */
export function signBestCase(
  session: Session,
  db: WritableDb,
  input: { readonly respondentId: string; readonly keys: readonly string[] },
  charges: readonly Charge[],
  made: { readonly id: string; readonly at: string; readonly by: string; readonly reader: string },
): number {
  const entries = entriesOf(charged(session, db, input.respondentId, charges));
  const seen = new Set(input.keys);
  const unseen = entries.filter(({ key }) => !seen.has(key));
  if (unseen.length > 0) raise('best-case-changed', { n: entryCount(unseen.length) });
  keepReading(db, input.respondentId, entries, made);
  return entries.length;
}

/** How the best case stands for one allegation: what of it was read, and what came since. */
export function bestCaseStanding(session: Session, db: ReadableDb, charge: Charge): BestCaseStanding {
  const { respondentId } = charge.allegation;
  const entries = entriesOf(charged(session, db, respondentId, [charge])).filter(bearsOn(charge));
  const last = readingsOf(db, respondentId).at(-1);
  return {
    entries: entries.length,
    read: last === undefined ? null : { at: last.at, by: last.by },
    since: last === undefined ? [] : entries.filter(({ key }) => !last.keys.has(key)).map(({ words }) => words),
  };
}

/** Whether this person has read all of the best case that bears on an allegation. */
export function hasReadBestCase(session: Session, db: ReadableDb, charge: Charge, reader: string): boolean {
  const { respondentId } = charge.allegation;
  const entries = entriesOf(charged(session, db, respondentId, [charge])).filter(bearsOn(charge));
  return hasRead(readingsOf(db, respondentId), entries, reader);
}

function bearsOn(charge: Charge): (entry: Entry) => boolean {
  const { number } = charge.allegation;
  return ({ allegations }) => allegations.length === 0 || allegations.includes(number);
}

function hasRead(readings: readonly Reading[], entries: readonly Entry[], reader: string): boolean {
  const own = readings.filter((reading) => reading.reader === reader);
  return own.some(({ keys }) => entries.every(({ key }) => keys.has(key)));
}

export function entryCount(n: number): string {
  return n === 1 ? '1 entry' : `${n} entries`;
}
