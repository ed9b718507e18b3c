import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';
import { raise } from '../../contract/errors.ts';
import type { SalvagedSource, SalvageReport } from '../../contract/salvage.ts';
import type { JobState } from '../../contract/wire.ts';
import { type DamagedFile, integer, text } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { safeName } from '../export/index.ts';
import type { Job } from '../jobs.ts';
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
  const saved: SalvageReport['tables'] = [];
  mkdirSync(join(folder, 'records'));
  for (const table of tables) {
    await next(table.name);
    saved.push(await saveTable(file, table, join(folder, 'records')));
  }
  const written = new Map<string, string>();
  const sources = namesOf(file, 'evidence', 'sha256', 'name');
  const documents = namesOf(file, 'document', 'output_sha256', 'title');
  const inputs = inputsOf(file);
  const unnamed: string[] = [];
  for (const [sha256, where] of pieces) {
    if (inputs.has(sha256)) continue;
    await next(sha256.slice(0, 12));
    const whole = wholeContent(file, sha256, where);
    if (whole === null) continue;
    const place = placeOf(sha256, sources, documents);
    if (place.folder === 'unnamed') unnamed.push(sha256);
    mkdirSync(join(folder, place.folder), { recursive: true });
    writeFileSync(join(folder, place.folder, place.name), whole);
    written.set(sha256, `${place.folder}/${place.name}`);
  }
  const told = (rows: readonly Named[]): SalvagedSource[] =>
    rows.map((row) => ({ ...row, file: written.get(row.sha256) ?? null }));
  return { sources: told(sources), documents: told(documents), unnamed, tables: saved };
}

interface Named {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
}

/** Rows of a table that name stored bytes, in the order of their numbers. */
function namesOf(file: DamagedFile, table: string, hash: string, name: string): readonly Named[] {
  const rows: Named[] = [];
  readAround(
    (rowid, limit) => file.rowsFrom(table, `number, "${name}", "${hash}"`, rowid, limit),
    (row) => rows.push({ number: integer(row, 'number'), name: text(row, name), sha256: text(row, hash) }),
  );
  // What was removed on a written instruction names no bytes.
  return rows.filter(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256)).sort((a, b) => a.number - b.number);
}

/** What documents were made of lies in their records as well; it is no file that anybody was given. */
function inputsOf(file: DamagedFile): ReadonlySet<string> {
  const all = new Set<string>();
  readAround(
    (rowid, limit) => file.rowsFrom('document', 'input_sha256', rowid, limit),
    (row) => all.add(text(row, 'input_sha256')),
  );
  return all;
}

function placeOf(sha256: string, sources: readonly Named[], documents: readonly Named[]) {
  const source = sources.find((one) => one.sha256 === sha256);
  if (source) return { folder: 'originals', name: safeName(source.number, sha256, source.name) };
  const document = documents.find((one) => one.sha256 === sha256);
  if (document) return { folder: 'documents', name: safeName(document.number, sha256, 'document.pdf') };
  return { folder: 'unnamed', name: `${sha256}.original` };
}

function summary({ sources, tables }: SalvageReport, folder: string): string {
  const whole = sources.filter(({ file }) => file !== null).length;
  const broken = tables.filter((table) => !table.whole).length;
  const records =
    broken === 0 ? 'every record could be read' : `records are missing in ${broken} of ${tables.length} lists`;
  return `${whole} of ${sources.length} received files are whole, and ${records}. What is gone is listed in ${join(folder, 'what-was-saved.txt')}`;
}
