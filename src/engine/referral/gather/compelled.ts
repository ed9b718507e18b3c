import { z } from 'zod';
import type { ComposedKindName, DocumentKind } from '../../../contract/document.ts';
import { Interview } from '../../../contract/interview.ts';
import { json, type ReadableDb, text } from '../../case-file/index.ts';
import { compelledSources } from '../../statement/index.ts';

/** The one document that prints what was said under orders; it leaves the district for nobody but counsel. */
export const COMPELLED_RECORD: ComposedKindName = 'compelled-interview-record';

/** How many words in a row make a quotation: fewer stand together by chance. */
const RUN = 6;

/** Words of compelled statements, in runs of six, with the whole of where each stands. */
function compelledRuns(db: ReadableDb): ReadonlySet<string> {
  const told = [...fromInterviews(db), ...fromStatements(db), ...fromSources(db)];
  return new Set(told.flatMap(runsOf));
}

function fromInterviews(db: ReadableDb): string[] {
  const interviews = db
    .all("SELECT lines FROM interview WHERE manner = 'compelled' AND withdrawn = 0")
    .flatMap((row) => json(row, 'lines', Interview.shape.lines).flatMap(({ answer }) => answer ?? []));
  const errata = db.all(
    `SELECT e.words FROM interview_erratum e JOIN interview i ON i.id = e.interview_id
     WHERE i.manner = 'compelled' AND e.withdrawn = 0`,
  );
  return [...interviews, ...errata.map((row) => text(row, 'words'))];
}

function fromStatements(db: ReadableDb): string[] {
  return db
    .all("SELECT words FROM witness_statement WHERE manner = 'compelled' AND withdrawn = 0")
    .map((row) => text(row, 'words'));
}

function fromSources(db: ReadableDb): string[] {
  const sources = JSON.stringify([...compelledSources(db)]);
  return db
    .all('SELECT text FROM item WHERE evidence_id IN (SELECT value FROM json_each(?))', sources)
    .map((row) => text(row, 'text'));
}

function wordsIn(said: string): string[] {
  return said.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function runsOf(said: string): string[] {
  const words = wordsIn(said);
  return words.slice(0, Math.max(0, words.length - RUN + 1)).map((_, at) => words.slice(at, at + RUN).join(' '));
}

/**
 * The first words of a document that were taken from a compelled statement and stand nowhere else in the case; null where
 * there are none. Gathering leaves such statements out; this finds what a person typed off them into a reason or a letter.
 */
export function compelledWordsIn(db: ReadableDb, kind: DocumentKind, input: unknown): string | null {
  if (kind === COMPELLED_RECORD) return null;
  const apart = compelledRuns(db);
  if (apart.size === 0) return null;
  const suspect = [...stringsOf(input)].flatMap(runsOf).filter((run) => apart.has(run));
  if (suspect.length === 0) return null;
  const ordinary = ordinaryRuns(db);
  return suspect.find((run) => !ordinary.has(run)) ?? null;
}

const SAID_ELSEWHERE = [
  'SELECT words FROM complaint WHERE withdrawn = 0',
  'SELECT words FROM response WHERE withdrawn = 0 AND words IS NOT NULL',
  "SELECT words FROM witness_statement WHERE withdrawn = 0 AND manner = 'voluntary'",
  "SELECT lines AS words FROM interview WHERE withdrawn = 0 AND manner = 'voluntary'",
  'SELECT specification AS words FROM allegation WHERE withdrawn = 0',
] as const;

/** What stands in the case by another way as well is nobody's compelled word. Questions are the investigator's own. */
function ordinaryRuns(db: ReadableDb): ReadonlySet<string> {
  const sources = JSON.stringify([...compelledSources(db)]);
  const items = db.iterate('SELECT text FROM item WHERE evidence_id NOT IN (SELECT value FROM json_each(?))', sources);
  const runs = new Set<string>();
  for (const row of items) for (const run of runsOf(text(row, 'text'))) runs.add(run);
  for (const sql of SAID_ELSEWHERE)
    for (const row of db.all(sql)) for (const run of runsOf(text(row, 'words'))) runs.add(run);
  const asked = db
    .all('SELECT lines FROM interview WHERE withdrawn = 0')
    .flatMap((row) => json(row, 'lines', Interview.shape.lines).map(({ question }) => question));
  for (const run of asked.flatMap(runsOf)) runs.add(run);
  return runs;
}

const Inside = z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]);

/** Every text in a value, however deep. */
function* stringsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    yield value;
    return;
  }
  const inside = Inside.safeParse(value);
  if (inside.success) for (const one of Object.values(inside.data)) yield* stringsOf(one);
}
