import { z } from 'zod';
import { integer, type ReadableDb, text } from '../case-file/index.ts';
import type { BagWriter } from './bag-writer.ts';
import type { LineItem, Selection } from './selection.ts';
import { type Change, changesOf, imageOf, PAGE, pause, standing } from './snapshot.ts';
import type { Tally } from './tally.ts';

const About = z.looseObject({ about: z.string() });

/**
 * Writes the evidence record: every line with the texts of what it changed, every item, every checkpoint, the public
 * keys. Of a line that may not be given only the hash is written, which the line after it and its own checkpoint name.
 * @returns the lines that were given whole
 */
export async function writeRecord(
  bag: BagWriter,
  db: ReadableDb,
  selection: Selection,
  tally: Tally,
  step: (lines: number) => void,
): Promise<ReadonlySet<number>> {
  const { entries } = selection.snapshot;
  const given = new Set<number>();
  const ledger = await bag.open('data/record/ledger.jsonl');
  for (let from = 1; from <= entries; from += PAGE) {
    const to = Math.min(entries, from + PAGE - 1);
    const changes = Map.groupBy(changesOf(db, from, to), ({ seq }) => seq);
    const items = Map.groupBy(lineItems(db, selection, from, to), ({ seq }) => seq);
    for (const row of db.all('SELECT seq, body, hash FROM ledger WHERE seq BETWEEN ? AND ? ORDER BY seq', from, to)) {
      const seq = integer(row, 'seq');
      const line = { body: text(row, 'body'), changes: changes.get(seq) ?? [], items: items.get(seq) ?? [] };
      const ground = selection.line(About.parse(JSON.parse(line.body)).about, line.changes, line.items);
      if (ground === null) given.add(seq);
      else tally.add('entry', ground);
      await ledger.write(`${JSON.stringify(lineOf(seq, text(row, 'hash'), line, ground))}\n`);
    }
    step(to);
    await pause();
  }
  await ledger.end();
  await writeItems(bag, db, selection, given, tally);
  await writeCheckpoints(bag, db, entries);
  await writeKeys(bag, db, entries);
  return given;
}

function lineOf(
  seq: number,
  hash: string,
  line: { readonly body: string; readonly changes: readonly Change[] },
  ground: string | null,
): unknown {
  if (ground !== null) return { seq, hash, withheld: { ground } };
  return { seq, hash, body: line.body, changes: line.changes.map(({ before, after }) => ({ before, after })) };
}

/** What lines kept; the words are only needed where they are looked through for names. */
function lineItems(
  db: ReadableDb,
  selection: Selection,
  from: number,
  to: number,
): readonly (LineItem & { seq: number })[] {
  const body = selection.students === null ? "''" : 'body';
  return db
    .all(`SELECT seq, id, evidence_id, ${body} AS body FROM item WHERE seq BETWEEN ? AND ? ORDER BY number`, from, to)
    .map((row) => ({
      seq: integer(row, 'seq'),
      id: text(row, 'id'),
      evidenceId: text(row, 'evidence_id'),
      body: text(row, 'body'),
    }));
}

/** Items of a line that is given stand there whole, with their digests; others in words, where they may be given at all. */
async function writeItems(
  bag: BagWriter,
  db: ReadableDb,
  selection: Selection,
  given: ReadonlySet<number>,
  tally: Tally,
): Promise<void> {
  const file = await bag.open('data/record/items.jsonl');
  const { entries } = selection.snapshot;
  for (let after = 0; ; ) {
    const rows = db.all(
      `SELECT number, id, evidence_id, reading_id, ordinal, seq, digest, body FROM item
       WHERE number > ? AND seq <= ? ORDER BY number LIMIT ?`,
      after,
      entries,
      PAGE,
    );
    if (rows.length === 0) break;
    for (const row of rows) {
      after = integer(row, 'number');
      const ground = selection.item(text(row, 'evidence_id'), text(row, 'id'));
      if (ground !== null) {
        tally.add('item', ground);
        continue;
      }
      const place = {
        number: after,
        id: text(row, 'id'),
        evidence: text(row, 'evidence_id'),
        reading: text(row, 'reading_id'),
        ordinal: integer(row, 'ordinal'),
        seq: integer(row, 'seq'),
      };
      const body = text(row, 'body');
      const whole = given.has(place.seq);
      if (whole) await file.write(`${JSON.stringify({ ...place, digest: text(row, 'digest'), body })}\n`);
      else await file.write(`${JSON.stringify({ ...place, words: inWords(selection, body) })}\n`);
    }
    await pause();
  }
  await file.end();
}

function inWords(selection: Selection, body: string): unknown {
  const item: unknown = JSON.parse(body);
  return selection.students === null ? item : selection.students.replaceIn(item);
}

async function writeCheckpoints(bag: BagWriter, db: ReadableDb, entries: number): Promise<void> {
  const file = await bag.open('data/record/checkpoints.jsonl');
  for (let from = 1; from <= entries; from += PAGE) {
    const rows = db.all(
      'SELECT seq, fingerprint, body, signature FROM checkpoint WHERE seq BETWEEN ? AND ? ORDER BY seq',
      from,
      Math.min(entries, from + PAGE - 1),
    );
    for (const row of rows) {
      const checkpoint = {
        seq: integer(row, 'seq'),
        fingerprint: text(row, 'fingerprint'),
        body: text(row, 'body'),
        signature: text(row, 'signature'),
      };
      await file.write(`${JSON.stringify(checkpoint)}\n`);
    }
    await pause();
  }
  await file.end();
}

/** Every key that signed a line of this copy. */
async function writeKeys(bag: BagWriter, db: ReadableDb, entries: number): Promise<void> {
  const rows = db.all(
    `SELECT after FROM ledger_change WHERE tbl = 'actor' AND seq <= ? AND before IS NULL ORDER BY seq, ordinal`,
    entries,
  );
  for (const row of rows) {
    const actor = imageOf(text(row, 'after'));
    await bag.add(`data/record/keys/${String(actor['id'])}.pem`, String(actor['public_key']));
  }
}

/** Time-stamps of others over checkpoints of this copy: request and answer, for `openssl ts`. @returns the stamped fingerprints */
export async function writeTimeStamps(
  bag: BagWriter,
  db: ReadableDb,
  selection: Selection,
): Promise<readonly string[]> {
  const stamped: string[] = [];
  for (const stamp of standing(selection.snapshot, 'time_stamp')) {
    const row = db.get('SELECT seq FROM checkpoint WHERE fingerprint = ?', String(stamp['fingerprint']));
    if (row === null || typeof stamp['response'] !== 'string') continue;
    const stem = `data/record/time-stamps/${String(integer(row, 'seq')).padStart(6, '0')}-${stamp['number']}`;
    await bag.add(`${stem}.tsq`, Buffer.from(String(stamp['request']), 'base64'));
    await bag.add(`${stem}.tsr`, Buffer.from(stamp['response'], 'base64'));
    stamped.push(String(stamp['fingerprint']));
  }
  return stamped;
}

/** The checkpoints that left the building, and the last, as files that `sha256sum` and `openssl` can be pointed at. */
export async function writeSignedFiles(bag: BagWriter, db: ReadableDb, fingerprints: Iterable<string>): Promise<void> {
  for (const fingerprint of new Set(fingerprints)) {
    const row = db.get('SELECT seq, body, signature FROM checkpoint WHERE fingerprint = ?', fingerprint);
    if (row === null) continue;
    const stem = `data/record/signed/${String(integer(row, 'seq')).padStart(6, '0')}`;
    await bag.add(`${stem}.txt`, text(row, 'body'));
    await bag.add(`${stem}.sig`, Buffer.from(text(row, 'signature'), 'base64'));
  }
}
