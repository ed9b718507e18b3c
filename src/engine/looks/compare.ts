import { statSync } from 'node:fs';
import { z } from 'zod';
import type { Comparison, CopySide } from '../../contract/case-file-calls.ts';
import { must, raise } from '../../contract/errors.ts';
import { integer, json, openCopyToLook, type ReadableDb, text } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { lastCheckpoint, plainWords } from '../custody/index.ts';
import { newLookFolder } from './folders.ts';

/** More lines than anybody reads; the counts say how many there are. */
const MOST_LINES = 500;

const Body = z.looseObject({ at: z.string(), about: z.string() });
const ActorThen = z.looseObject({ name: z.string(), role: z.string() });

/**
 * Compares the open case with another copy of it: the last line that both have, and what each has after it. Where both went
 * on after the same line, the record has parted. The other copy is not touched.
 * @throws those of opening a copy to look at
 */
export async function compareCopies(engine: EngineCore, path: string, passphrase: string | null): Promise<Comparison> {
  const { host, by, session } = engine;
  // Opening and closing the open file a second time in this process would give up the lock on it.
  if (isSameFile(path, session.file.path)) raise('case-already-open');
  const options = { path, passphrase, resourcesDir: host.resourcesDir, now: host.now(), by, log: host.log };
  const other = await openCopyToLook(options, newLookFolder(host));
  try {
    const here = session.file.connection.readable;
    const there = other.connection.readable;
    const sameCase = caseIdOf(here) === caseIdOf(there);
    const common = sameCase ? lastCommon(here, there) : 0;
    const sides = { here: sideOf(here, common, sameCase), there: sideOf(there, common, sameCase) };
    return { relation: sameCase ? relationOf(sides, common) : 'other-case', common, ...sides };
  } finally {
    other.close();
  }
}

function isSameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => statSync(path, { throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}

function caseIdOf(db: ReadableDb): string {
  return text(
    must(db.get("SELECT case_id FROM case_info WHERE id = 'case'"), 'a file says which case it is'),
    'case_id',
  );
}

/** Every line holds the hash of the one before: where one is the same, all before it are. */
function lastCommon(here: ReadableDb, there: ReadableDb): number {
  let low = 0;
  let high = Math.min(linesOf(here), linesOf(there));
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (hashAt(here, middle) === hashAt(there, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function hashAt(db: ReadableDb, seq: number): string {
  return text(must(db.get('SELECT hash FROM ledger WHERE seq = ?', seq), 'a line is there'), 'hash');
}

function linesOf(db: ReadableDb): number {
  return count(db, 'SELECT count(*) AS n FROM ledger');
}

function count(db: ReadableDb, sql: string): number {
  return integer(must(db.get(sql), 'a count comes back'), 'n');
}

function relationOf({ here, there }: { here: CopySide; there: CopySide }, common: number): Comparison['relation'] {
  if (here.entries === common) return there.entries === common ? 'same' : 'behind';
  return there.entries === common ? 'ahead' : 'fork';
}

/** @param told whether its lines are shown: those of another case are nobody's business here */
function sideOf(db: ReadableDb, common: number, told: boolean): CopySide {
  const rows = told
    ? db.all(
        `SELECT l.seq, l.body,
           (SELECT c.after FROM ledger_change c WHERE c.tbl = 'actor' AND c.row_id = json_extract(l.body, '$.by')
              AND c.seq <= l.seq ORDER BY c.seq DESC LIMIT 1) AS actor
         FROM ledger l WHERE l.seq > ? ORDER BY l.seq LIMIT ?`,
        common,
        MOST_LINES,
      )
    : [];
  return {
    entries: linesOf(db),
    items: count(db, 'SELECT count(*) AS n FROM item'),
    documents: count(db, 'SELECT count(*) AS n FROM document WHERE withdrawn = 0'),
    fingerprint: lastCheckpoint(db)?.fingerprint ?? '',
    lines: rows.map((row) => {
      const { at, about } = json(row, 'body', Body);
      const { name, role } = json(row, 'actor', ActorThen);
      return { seq: integer(row, 'seq'), at, by: `${name}, ${role}`, words: plainWords(about) };
    }),
  };
}
