import { raise } from '../../../contract/errors.ts';
import type { JobState } from '../../../contract/wire.ts';
import { integer, type ReadableDb, text, textOrNull, type WritableDb } from '../../case-file/index.ts';
import type { EngineCore } from '../../core.ts';
import type { Job } from '../../jobs.ts';
import { createReadPool, type ReadPool } from '../../workers/pool.ts';
import { Companies } from '../company.ts';
import { limits } from '../limits.ts';
import { Nestings } from '../nestings.ts';
import { PERSON_READER } from '../person-reader.ts';
import { type ReadingDone, readEvidence } from '../read.ts';
import { readOpen } from '../read-open.ts';
import type { OpenReading } from '../receive.ts';
import { IMPORT_TITLE } from '../start.ts';
import { Tally } from '../tally.ts';
import { carryOver } from './carry-over.ts';

const TITLE = 'Reading again';

export interface ReadAgainOrder {
  readonly evidenceIds: readonly string[];
  /** For files that are encrypted; used for this reading and nowhere kept. */
  readonly password: string | null;
}

/** A file as it is read a second time: beside its reading in force, out of sight until it is whole. */
interface Second {
  readonly reading: OpenReading;
  readonly inForce: string;
  readonly readerBefore: string;
  readonly failedBefore: boolean;
}

/**
 * Reads files a second time, as after a better reader came or with a password. The new reading stands beside the old one
 * and takes its place once it is whole and made more of the file; what people attached moves along where the words are the
 * same. The old reading and its items stay in the file.
 * @throws no-case-open, job-running, not-found for a file that is not there or was never read
 */
export function startReadAgain(engine: EngineCore, order: ReadAgainOrder): JobState {
  const { readable } = engine.session.file.connection;
  for (const title of [TITLE, IMPORT_TITLE]) if (engine.jobs.running(title) !== null) raise('job-running');
  for (const id of order.evidenceIds) if (inForceOf(readable, id) === null) raise('not-found', { what: 'file' });
  return engine.jobs.start(TITLE, async (job) => {
    const { startWorker } = engine.host;
    const pool = createReadPool({ startWorker: () => startWorker('read'), limits, size: 1 });
    const count = { taken: 0, kept: 0, links: 0 };
    job.update({ total: order.evidenceIds.length });
    try {
      for (const [done, id] of order.evidenceIds.entries()) {
        await job.resumed();
        if (job.signal.aborted) break;
        const links = await readOne(engine, job, pool, id, order.password);
        if (links === null) count.kept += 1;
        else {
          count.taken += 1;
          count.links += links;
        }
        job.update({ done: done + 1 });
      }
    } finally {
      pool.close();
    }
    // Files that came out of them wait like any that were received; all is looked through at the end.
    await readOpen(engine, job, new Tally(() => undefined));
    return words(count, order.password !== null);
  });
}

function words(count: { taken: number; kept: number; links: number }, withPassword: boolean): string {
  const taken = count.taken === 1 ? '1 file has a new reading' : `${count.taken} files have a new reading`;
  const links = count.links === 0 ? '' : ` ${count.links} links moved along.`;
  if (withPassword && count.taken === 0)
    return 'Nothing more came out of this file with that password. It is kept as it was.';
  const kept = count.kept === 0 ? '' : ` ${count.kept} keep the one they had: nothing more was found.`;
  return `${taken}.${kept}${links}`;
}

/** @returns how many links moved along, or null where the earlier reading stays in force */
async function readOne(
  engine: EngineCore,
  job: Job,
  pool: ReadPool,
  evidenceId: string,
  password: string | null,
): Promise<number | null> {
  const second = begin(engine, evidenceId);
  job.update({ current: second.reading.name });
  const again = { ...second.reading, again: { password } };
  const ended = await readEvidence(engine, pool, new Nestings(), new Companies(), again, job.signal);
  if (ended === null) return null;
  let links: number | null = null;
  engine.record({ did: 'reading.again', about: `Read ${ended.label} again: ${ended.outcome.outcome}` }, (db, seq) => {
    if (!isBetter(second, ended.write(db, seq), password)) return;
    links = takeItsPlace(db, second);
  });
  engine.changed('evidence', 'items', 'mappings');
  return links;
}

/** A reading that failed never takes the place of one that did not, and the same reader finds the same again. */
function isBetter(second: Second, { outcome, members, told }: ReadingDone, password: string | null): boolean {
  if (outcome.outcome === 'rejected') return false;
  if (password === null) return outcome.reader !== second.readerBefore;
  return second.failedBefore || members.length + told.length > 0;
}

function takeItsPlace(db: WritableDb, { reading, inForce }: Second): number {
  db.run('UPDATE reading SET withdrawn = 1 WHERE id = ?', inForce);
  db.run('UPDATE reading SET withdrawn = 0 WHERE id = ?', reading.readingId);
  return carryOver(db, inForce, reading.readingId);
}

function begin(engine: EngineCore, evidenceId: string): Second {
  const { readable } = engine.session.file.connection;
  const known = inForceOf(readable, evidenceId) ?? raise('not-found', { what: 'file' });
  const readingId = engine.host.newId();
  engine.record({ did: 'reading.again', about: `Began to read file ${known.number} again` }, (db) => {
    db.run(
      `INSERT INTO reading (id, evidence_id, state, withdrawn) VALUES (?, ?, 'waiting', 1)`,
      readingId,
      evidenceId,
    );
  });
  return {
    reading: { ...known.reading, readingId },
    inForce: known.reading.readingId,
    readerBefore: known.reader,
    failedBefore: known.failed,
  };
}

interface InForce {
  readonly reading: OpenReading;
  readonly number: number;
  /** `zip@1`; empty where no reader knew the file. */
  readonly reader: string;
  readonly failed: boolean;
}

function inForceOf(db: ReadableDb, evidenceId: string): InForce | null {
  const row = db.get(
    `SELECT r.outcome ->> '$.outcome' AS outcome, r.id AS reading_id, r.reader, r.reader_version, e.id, e.number, e.path, e.name, e.sha256, e.zone, e.receipt_id, e.bytes
     FROM evidence e JOIN reading r ON r.evidence_id = e.id AND r.withdrawn = 0 AND r.reader IS NOT '${PERSON_READER}'
     WHERE e.id = ? AND r.state = 'complete' AND e.duplicate_of IS NULL
       AND e.id NOT IN (SELECT evidence_id FROM hidden_evidence)`,
    evidenceId,
  );
  if (row === null) return null;
  const reader = textOrNull(row, 'reader');
  return {
    number: integer(row, 'number'),
    failed: textOrNull(row, 'outcome') === 'rejected',
    reader: reader === null ? '' : `${reader}@${integer(row, 'reader_version')}`,
    reading: {
      readingId: text(row, 'reading_id'),
      evidenceId: text(row, 'id'),
      path: text(row, 'path'),
      name: text(row, 'name'),
      sha256: text(row, 'sha256'),
      zone: textOrNull(row, 'zone'),
      receiptId: textOrNull(row, 'receipt_id'),
      bytes: integer(row, 'bytes'),
    },
  };
}
