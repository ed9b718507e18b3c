import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';
import { raise } from '../../contract/errors.ts';
import type { SalvagedSource, SalvageReport } from '../../contract/salvage.ts';
import type { JobState } from '../../contract/wire.ts';
import { type DamagedFile, integer, text } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { safeName } from '../export/index.ts';
import type { Job } from '../jobs.ts';
import { closedSources } from './closed.ts';
import { piecesOf, wholeContent } from './contents.ts';
import { openCopyOf, removeWork } from './open-damaged.ts';
import { readAround } from './rows.ts';
import { sayReport } from './say-report.ts';
import { saveTable, tablesToSave } from './tables.ts';

const TITLE = 'Saving what can be read of a damaged case';

interface Order {
  readonly path: string;
  readonly passphrase: string | null;
  readonly folder: string;
}

/**
 * Gets everything readable out of a damaged case file into a folder, and lists what is gone. The file itself is only read.
 * @throws case-missing, case-needs-passphrase, case-wrong-key, nothing-to-salvage, salvage-folder-taken
 */
export async function startSalvage(engine: EngineCore, { path, passphrase, folder }: Order): Promise<JobState> {
  if (!existsSync(path)) raise('case-missing', { path });
  if (existsSync(folder) && readdirSync(folder).length > 0) raise('salvage-folder-taken', { path: folder });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const work = join(folder, 'damaged-copy.part');
  const file = await openCopyOf(path, passphrase, work);
  return engine.jobs.start(TITLE, async (job) => {
    try {
      const report = await save(file, folder, job);
      writeFileSync(join(folder, 'what-was-saved.json'), `${JSON.stringify(report, null, 2)}\n`);
      writeFileSync(join(folder, 'what-was-saved.txt'), sayReport(report, path));
      return summary(report, folder);
    } finally {
      file.close();
      removeWork(work);
    }
  });
}

async function save(file: DamagedFile, folder: string, job: Job): Promise<SalvageReport> {
  const tables = tablesToSave(file);
  const pieces = piecesOf(file);
  let done = 0;
  const next = async (current: string) => {
    job.signal.throwIfAborted();
    job.update({ done, total: tables.length + pieces.size, current });
    done += 1;
    await breath();
  };
  const closed = closedSources(file);
  // Where it cannot be told any more what is out of sight, no received file is given out.
  const isClosed = (evidenceId: string) => closed === null || closed.has(evidenceId);
  const sources = namesOf(file, 'evidence', 'sha256', 'name');
  const documents = namesOf(file, 'document', 'output_sha256', 'title');
  const inputs = inputsOf(file);
  const hidden = sources.filter(({ id }) => isClosed(id)).flatMap(({ id, sha256 }) => [id, sha256]);
  const shows = documentsThatShow(file, pieces, inputs, hidden);
  const isShown = (id: string) => isClosed(id) || shows.has(id);
  const places = placesOf(sources, documents, isShown);
  // Bytes without a name may be those of something out of sight.
  const mayGiveUnnamed = closed !== null && closed.size === 0;
  const saved: SalvageReport['tables'] = [];
  mkdirSync(join(folder, 'records'));
  for (const table of tables) {
    await next(table.name);
    saved.push(saveTable(file, table, join(folder, 'records'), isClosed));
  }
  const written = new Map<string, string>();
  const unnamed: string[] = [];
  for (const [sha256, where] of pieces) {
    const place = places.get(sha256) ?? null;
    if (place === null && (inputs.has(sha256) || !mayGiveUnnamed)) continue;
    await next(sha256.slice(0, 12));
    const whole = wholeContent(file, sha256, where);
    if (whole === null) continue;
    const path = place ?? `unnamed/${sha256}.original`;
    if (place === null) unnamed.push(sha256);
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), whole);
    written.set(sha256, path);
  }
  const told = (rows: readonly Named[]): SalvagedSource[] =>
    rows.map(({ id, ...row }) => ({ ...row, file: written.get(row.sha256) ?? null, closed: isShown(id) }));
  return { sources: told(sources), documents: told(documents), unnamed, tables: saved };
}

interface Named {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
}

/** Rows of a table that name stored bytes, in the order of their numbers. */
function namesOf(file: DamagedFile, table: string, hash: string, name: string): readonly Named[] {
  const rows: Named[] = [];
  readAround(
    (rowid, limit) => file.rowsFrom(table, `id, number, "${name}", "${hash}"`, rowid, limit),
    (row) =>
      rows.push({
        id: text(row, 'id'),
        number: integer(row, 'number'),
        name: text(row, name),
        sha256: text(row, hash),
      }),
  );
  // What was removed on a written instruction names no bytes.
  return rows.filter(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256)).sort((a, b) => a.number - b.number);
}

/** Where each content goes; what is out of sight goes nowhere, under whatever name it came a second time. */
function placesOf(
  sources: readonly Named[],
  documents: readonly Named[],
  isClosed: (evidenceId: string) => boolean,
): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const { number, sha256 } of documents)
    places.set(sha256, `documents/${safeName(number, sha256, 'document.pdf')}`);
  for (const { number, name, sha256 } of sources) places.set(sha256, `originals/${safeName(number, sha256, name)}`);
  for (const { id, sha256 } of [...documents, ...sources]) if (isClosed(id)) places.delete(sha256);
  return places;
}

/** What documents were made of, each under its document; it lies in their records as well and is no file that anybody was given. */
function inputsOf(file: DamagedFile): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  readAround(
    (rowid, limit) => file.rowsFrom('document', 'id, input_sha256', rowid, limit),
    (row) => all.set(text(row, 'input_sha256'), text(row, 'id')),
  );
  return all;
}

/** Documents that show something out of sight: what each was made of names it. One that cannot be read counts as such. */
function documentsThatShow(
  file: DamagedFile,
  pieces: ReturnType<typeof piecesOf>,
  inputs: ReadonlyMap<string, string>,
  hidden: readonly string[],
): ReadonlySet<string> {
  if (hidden.length === 0) return new Set();
  const shows = [...inputs].filter(([sha256]) => {
    const whole = wholeContent(file, sha256, pieces.get(sha256) ?? []);
    const input = whole === null ? null : Buffer.from(whole).toString('utf8');
    return input === null || hidden.some((name) => input.includes(name));
  });
  return new Set(shows.map(([, id]) => id));
}

function summary({ sources, tables }: SalvageReport, folder: string): string {
  const whole = sources.filter(({ file }) => file !== null).length;
  const broken = tables.filter((table) => !table.whole).length;
  const records =
    broken === 0 ? 'every record could be read' : `records are missing in ${broken} of ${tables.length} lists`;
  return `${whole} of ${sources.length} received files are whole, and ${records}. What is gone is listed in ${join(folder, 'what-was-saved.txt')}`;
}
