import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import type { ExportOrder } from '../../contract/custody.ts';
import { EvenhandError, raise } from '../../contract/errors.ts';
import type { JobState } from '../../contract/wire.ts';
import { type ReadableDb, sha256Of, text } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import type { Job } from '../jobs.ts';
import { holdsCompelled } from '../statement/index.ts';
import { RULES } from './audiences.ts';
import { BagWriter } from './bag-writer.ts';
import { fingerprintsGiven } from './given.ts';
import { pretty, writeDocuments, writeOriginals, writeRecords } from './holdings.ts';
import { listsOf } from './lists.ts';
import { bagInfo, type CopyFacts, custodyStatement, forTheHearing, readMe } from './read-me.ts';
import { writeRecord, writeSignedFiles, writeTimeStamps } from './record-files.ts';
import { Selection } from './selection.ts';
import { takeSnapshot } from './snapshot.ts';
import { Tally } from './tally.ts';

type Order = z.output<typeof ExportOrder>;

const TITLE = 'Making a copy of the case';
const PAGES = ['check-this-copy.html', 'check-this-copy.mjs'];

/**
 * Writes a copy of the case for an audience: a BagIt folder (docs/custody.md). It goes as far as the record does when it
 * starts; the line that names the copy and its manifest is written when it is whole.
 * @throws export-needs-recipient, export-compelled, export-folder-taken, export-running, case-folder-missing
 */
export async function startExport(engine: EngineCore, order: Order): Promise<JobState> {
  if (order.audience === 'full' && order.to === null) raise('export-needs-recipient');
  if (engine.jobs.running(TITLE) !== null) raise('export-running');
  assertNotForPolice(engine, order);
  const target = resolve(order.folder);
  const bag = await BagWriter.at(target);
  return engine.jobs.start(TITLE, async (job) => {
    try {
      return await write(engine, order, bag, job, target);
    } catch (error) {
      await bag.giveUp();
      throw asDiskError(error);
    }
  });
}

/** Who works on criminal cases, as people write it. */
const POLICE =
  /\b(police|prosecut\w*|detective|sheriff|troopers?|state[’']?s attorney|district attorney|constable|marshal)\b/i;

/** Garrity v. New Jersey, 385 U.S. 493: what was said under orders goes to nobody who prosecutes. @throws export-compelled */
function assertNotForPolice({ session }: EngineCore, { audience, to }: Order): void {
  if (to === null || !POLICE.test(to) || !RULES[audience].compartments.has('compelled-statement')) return;
  if (holdsCompelled(session.file.connection.readable)) raise('export-compelled', { to });
}

async function write(engine: EngineCore, order: Order, bag: BagWriter, job: Job, target: string): Promise<string> {
  const { session, host } = engine;
  const db = session.file.connection.readable;
  const rules = RULES[order.audience];
  const snapshot = await takeSnapshot(db);
  const selection = await Selection.for(db, snapshot, rules);
  const facts: CopyFacts = {
    title: rules.title,
    caseNumber: session.number,
    audience: order.audience,
    to: order.to,
    at: host.now(),
    by: engine.by,
    entries: snapshot.entries,
    fingerprint: snapshot.fingerprint,
    version: host.version,
  };
  const tally = new Tally();
  const sources = snapshot.tables.get('evidence')?.size ?? 0;
  const progress = progressOf(job, snapshot.entries + sources);
  await writeRecord(bag, db, selection, tally, (lines) => progress.lines(lines));
  await writeOriginals(bag, db, selection, tally, (name) => progress.source(name));
  await writeDocuments(bag, db, selection, tally);
  await writeRecords(bag, selection, tally);
  await writeStatements(bag, db, selection, tally, facts);
  await writeTags(bag, facts, join(host.resourcesDir, 'verifier'));
  progress.stopIfAsked();
  return sign(engine, order, bag, facts, tally, target);
}

function progressOf(job: Job, total: number) {
  let lines = 0;
  let sources = 0;
  const stopIfAsked = () => {
    if (job.signal.aborted) throw new EvenhandError('export-cancelled');
  };
  const tell = (current: string | null) => {
    stopIfAsked();
    job.update({ done: lines + sources, total, current });
  };
  return {
    stopIfAsked,
    lines: (done: number) => {
      lines = done;
      tell(null);
    },
    source: (name: string) => {
      sources += 1;
      tell(name);
    },
  };
}

async function writeStatements(
  bag: BagWriter,
  db: ReadableDb,
  selection: Selection,
  tally: Tally,
  facts: CopyFacts,
): Promise<void> {
  const given = fingerprintsGiven(db, selection);
  const lists = listsOf(db, selection);
  const stamped = await writeTimeStamps(bag, db, selection);
  const left = [...given.map(({ fingerprint }) => fingerprint), ...stamped, facts.fingerprint];
  await writeSignedFiles(bag, db, left);
  await bag.add('data/record/fingerprints.json', pretty({ about: ABOUT_FINGERPRINTS, given }));
  await bag.add('data/lists.json', pretty({ about: ABOUT_LISTS, sources: lists, leftOut: tally.all }));
  await bag.add('data/custody-statement.txt', custodyStatement(facts, given, tally.all, lists));
  await bag.add('data/for-the-hearing.txt', forTheHearing(facts));
}

const ABOUT_FINGERPRINTS = 'Every fingerprint that is recorded to have left the building before this copy was made.';
const ABOUT_LISTS =
  'Every source of the case is counted in one list. “given”: its bytes (original), its items in words, or nothing. “leftOut” counts everything else that is not in this copy, by kind and ground.';

async function writeTags(bag: BagWriter, facts: CopyFacts, pages: string): Promise<void> {
  await bag.add('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  await bag.add('bag-info.txt', bagInfo(facts, bag.payload));
  await bag.add('READ-ME-FIRST.txt', readMe(facts));
  for (const page of PAGES) await bag.add(page, readFileSync(join(pages, page)));
}

/** Writes the line that names the copy, puts it beside the copy with its signature, signs the list of files, and moves the copy to its place. */
async function sign(
  engine: EngineCore,
  order: Order,
  bag: BagWriter,
  facts: CopyFacts,
  tally: Tally,
  target: string,
): Promise<string> {
  const { manifest } = bag;
  const { files, bytes } = bag.payload;
  await bag.add('signed-by.pem', engine.actor.publicKeyPem);
  await bag.add('manifest-sha256.txt', manifest);
  const { actor, host } = engine;
  const about = `Made a copy of the case as far as line ${facts.entries} (${order.audience})`;
  const line = engine.record({ did: 'case.export', about }, (db, seq) => {
    db.run(
      `INSERT INTO copy_made (id, number, audience, recipient, at, by, entries, fingerprint, manifest_sha256, tags_sha256,
         files, bytes, withheld)
       VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM copy_made), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      host.newId(),
      order.audience,
      order.to,
      facts.at,
      facts.by,
      facts.entries,
      facts.fingerprint,
      sha256Of(manifest),
      sha256Of(bag.tagManifest),
      files,
      bytes,
      JSON.stringify(tally.all),
    );
    return seq;
  });
  await writeCopyLine(bag, engine.session.file.connection.readable, line);
  const tags = bag.tagManifest;
  await bag.add('tagmanifest-sha256.txt', tags);
  await bag.add('tagmanifest-sha256.txt.sig', Buffer.from(actor.sign(tags), 'base64'));
  await bag.finish();
  engine.changed();
  const left = tally.all.reduce((sum, { count }) => sum + count, 0);
  return `The copy is at ${target}: ${files} files, as far as line ${facts.entries}. ${left === 0 ? 'Nothing was left out.' : `Left out: ${left} things, listed in data/lists.json with their grounds.`} It is not encrypted.`;
}

async function writeCopyLine(bag: BagWriter, db: ReadableDb, seq: number): Promise<void> {
  const row = db.get(
    `SELECT l.body AS entry, c.after AS copy, p.body AS checkpoint, p.signature AS signature
     FROM ledger l JOIN ledger_change c ON c.seq = l.seq AND c.tbl = 'copy_made' JOIN checkpoint p ON p.seq = l.seq
     WHERE l.seq = ?`,
    seq,
  );
  if (row === null) throw new Error('broken belief: the line that was just written is there');
  await bag.add('signed/entry.json', text(row, 'entry'));
  await bag.add('signed/copy.json', text(row, 'copy'));
  await bag.add('signed/checkpoint.txt', text(row, 'checkpoint'));
  await bag.add('signed/checkpoint.sig', Buffer.from(text(row, 'signature'), 'base64'));
}

function asDiskError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EACCES', 'EPERM'].includes(code)
    ? new EvenhandError('export-disk-full', {}, error)
    : error;
}
