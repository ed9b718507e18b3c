/**
 * Measures the import against a bare floor: `npm run bench:intake`. Evenhand and the floor take turns, each time in a
 * new process and on a new encrypted file; medians of three and their ratios are printed. Nothing is asserted, since a
 * machine that is busy with something else would fail it. Measured is the time until everything given is stored, read and
 * can be found; the look through the items under the policies, which comes after it, is no part of what the floor does.
 *
 * `-- --mails 10000 --megabytes 2000` measures with more; `--built` takes the worker as it is shipped (after
 * `npm run build`), which begins sooner than one whose types are stripped first.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createEngine, hostOnNode, startNodeWorker, workerEntry } from '../../src/engine/index.ts';
import { Floor } from './intake-floor.ts';
import { writeMailbox, writeNoise } from './intake-material.ts';

const ROUNDS = 3;
const FILE_MEGABYTES = 50;
const root = fileURLToPath(new URL('../..', import.meta.url));

const Measured = z.strictObject({
  /** Seconds. */
  wall: z.number(),
  /** Seconds of this process and, on Linux, of its ended worker processes. */
  cpu: z.number(),
  /** Megabytes that the process held at most, without its workers; making the key of a case alone takes 256 MiB. */
  memory: z.number(),
  items: z.number(),
});
type Measured = z.infer<typeof Measured>;

/** CPU seconds of child processes that have ended; 0 where the system does not tell. */
function cpuOfEndedChildren(): number {
  if (process.platform !== 'linux') return 0;
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

/** @param work calls `findable` whenever more of what was given can be found; the last call counts */
async function measured(
  work: (findable: () => void) => Promise<number>,
  settle: () => Promise<void>,
): Promise<Measured> {
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  let wall = 0;
  let { user, system } = cpuBefore;
  const items = await work(() => {
    wall = (performance.now() - start) / 1000;
    ({ user, system } = process.cpuUsage(cpuBefore));
  });
  await settle();
  const cpu = (user + system) / 1_000_000 + cpuOfEndedChildren();
  return { wall, cpu, memory: process.resourceUsage().maxRSS / 1024, items };
}

type Workers = 'built' | 'sources';

async function importByEvenhand(folder: string, paths: readonly string[], workers: Workers): Promise<Measured> {
  const host = hostOnNode(
    { resourcesDir: join(root, 'resources'), profileDir: join(folder, 'profile'), version: '0.0.0-bench' },
    (name) =>
      startNodeWorker(
        workerEntry(join(root, workers === 'built' ? 'out' : 'src', 'engine'), name, workers === 'built'),
      ),
    () => undefined,
  );
  const engine = createEngine(host);
  const made = await engine.call('case.create', {
    path: join(folder, 'case.evenhand'),
    title: 'Bench',
    passphrase: 'a passphrase for measuring',
    district: null,
  });
  if (!made.ok) throw new Error(made.error.title);
  const order = { paths: paths.map((path) => ({ path, shown: path })), receiptId: null, zone: null };
  let items = 0;
  const work = async (findable: () => void): Promise<number> => {
    const end = await engine.importFiles(order, (outcome) => {
      items += outcome.items;
      findable();
    });
    if (end.state !== 'done') throw new Error(end.result ?? 'the import ended early');
    return items;
  };
  return measured(work, async () => {
    await engine.close();
    // The workers were told to end; their time is known once they have.
    await new Promise((resolve) => setTimeout(resolve, 500));
  });
}

async function importByFloor(folder: string, paths: readonly string[]): Promise<Measured> {
  const floor = new Floor(join(folder, 'floor.db'));
  const work = async (findable: () => void): Promise<number> => {
    let items = 0;
    for (const path of paths) {
      const bytes = floor.store(path);
      if (path.endsWith('.mbox')) items += await floor.index(path, bytes);
    }
    findable();
    return items;
  };
  return measured(work, async () => floor.close());
}

/** Runs one measurement in a process of its own, so that neither warms up or fills the memory of the other. */
function apart(who: string, paths: readonly string[], workers: Workers): Measured {
  const mode = workers === 'built' ? ['--built'] : [];
  const self = fileURLToPath(import.meta.url);
  const { stdout, stderr } = spawnSync(process.execPath, [self, '--one', who, ...mode, ...paths], {
    encoding: 'utf8',
  });
  const line = stdout.trim();
  if (line === '') throw new Error(stderr);
  return Measured.parse(JSON.parse(line));
}

const medianOf = (runs: readonly Measured[], what: keyof Measured): number =>
  runs.map((run) => run[what]).toSorted((a, b) => a - b)[Math.floor(runs.length / 2)] ?? Number.NaN;

function compare(title: string, paths: readonly string[], workers: Workers): void {
  const evenhand: Measured[] = [];
  const floor: Measured[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    floor.push(apart('floor', paths, workers));
    evenhand.push(apart('evenhand', paths, workers));
  }
  console.log(`\n${title} (${medianOf(evenhand, 'items')} items, floor ${medianOf(floor, 'items')})\n`);
  console.log(`${''.padEnd(12)}${'wall s'.padStart(9)}${'CPU s'.padStart(9)}${'peak MB'.padStart(9)}`);
  for (const [name, runs] of [['Evenhand', evenhand] as const, ['floor', floor] as const]) {
    const cells = [
      medianOf(runs, 'wall').toFixed(2),
      medianOf(runs, 'cpu').toFixed(2),
      medianOf(runs, 'memory').toFixed(0),
    ];
    console.log(`${name.padEnd(12)}${cells.map((cell) => cell.padStart(9)).join('')}`);
  }
  const ratios = (['wall', 'cpu', 'memory'] as const).map((what) =>
    (medianOf(evenhand, what) / medianOf(floor, what)).toFixed(2).padStart(9),
  );
  console.log(`${'ratio'.padEnd(12)}${ratios.join('')}`);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      mails: { type: 'string', default: '2000' },
      megabytes: { type: 'string', default: '200' },
      one: { type: 'string' },
      built: { type: 'boolean', default: false },
    },
  });
  const workers = values.built ? 'built' : 'sources';
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-bench-'));
  try {
    if (values.one !== undefined) {
      const run =
        values.one === 'floor' ? importByFloor(folder, positionals) : importByEvenhand(folder, positionals, workers);
      console.log(JSON.stringify(await run));
      return;
    }
    const mails = join(folder, 'mails.mbox');
    writeMailbox(mails, Number(values.mails));
    compare(`${values.mails} mails: stored, hashed, read, recorded and indexed`, [mails], workers);
    const files = Math.ceil(Number(values.megabytes) / FILE_MEGABYTES);
    const noise = Array.from({ length: files }, (_, n) => join(folder, `recording-${n}.bin`));
    noise.forEach((path, n) => {
      writeNoise(path, Math.round((Number(values.megabytes) / files) * 1_000_000), `recording ${n}`);
    });
    compare(`${values.megabytes} MB that nothing can read: hashed and stored`, noise, workers);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
