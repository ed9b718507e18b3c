// npm run fuzz: changed files for every reader and every loader of packs, `--seconds 60` each, `--only pdf,zip`. What is found is
// kept under tests/fuzz/found, by target and number, to become a fixture.
import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readers } from '../../src/engine/intake/readers/registry.ts';
import { loaders } from './loaders.ts';
import { writeSeeds } from './seeds.ts';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, only: { type: 'string' } },
});
/** In the program a reading process is ended after a minute; here nothing may take this long. */
const HANGS_AFTER_MS = 30_000;
const MEGABYTES = 1024;
const script = join(import.meta.dirname, 'target.ts');
const seedFolder = mkdtempSync(join(tmpdir(), 'evenhand-fuzz-'));
const found = join(import.meta.dirname, 'found');

interface Outcome {
  readonly tries: number;
  readonly seeds: number;
  readonly findings: readonly string[];
}

interface Message {
  readonly n?: number;
  readonly wrong?: string;
  readonly bytes?: string;
  readonly ended?: number;
  readonly seeds?: number;
}

function keep(id: string, n: number, what: string, bytes: Uint8Array): string {
  mkdirSync(found, { recursive: true });
  writeFileSync(join(found, `${id}-${n}`), bytes);
  return `${id}-${n}: ${what}`;
}

function started(...words: readonly string[]) {
  const execArgv = [`--max-old-space-size=${MEGABYTES}`];
  return fork(script, [seedFolder, ...words], { execArgv, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
}

/** The bytes of one try, made again. */
function bytesOf(id: string, n: number): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const child = started(id, '0', '0', String(n));
    child.on('message', (message: Message) => resolve(Buffer.from(message.bytes ?? '', 'base64')));
    child.on('close', () => resolve(new Uint8Array()));
  });
}

async function fuzz(id: string, seconds: number): Promise<Outcome> {
  const findings: string[] = [];
  const kinds = new Set<string>();
  const until = performance.now() + seconds * 1000;
  let next = 0;
  let seeds = 0;
  while (performance.now() < until) {
    const left = Math.max(0, (until - performance.now()) / 1000);
    const child = started(id, String(left), String(next));
    let at = next;
    let over = false;
    let complaint = '';
    let watch: NodeJS.Timeout | undefined;
    const wind = () => {
      clearTimeout(watch);
      watch = setTimeout(() => child.kill('SIGKILL'), HANGS_AFTER_MS);
    };
    wind();
    child.stderr?.on('data', (piece) => {
      complaint = `${complaint}${String(piece)}`.slice(-600);
    });
    child.on('message', (message: Message) => {
      wind();
      if (message.ended !== undefined) {
        over = true;
        at = message.ended;
        seeds = message.seeds ?? 0;
      } else if (message.n !== undefined) at = message.n;
      if (message.wrong === undefined || kinds.has(message.wrong)) return;
      kinds.add(message.wrong);
      findings.push(keep(id, at, message.wrong, Buffer.from(message.bytes ?? '', 'base64')));
    });
    const [, signal] = await new Promise<[number | null, string | null]>((resolve) =>
      child.on('close', (code, ended) => resolve([code, ended])),
    );
    clearTimeout(watch);
    if (!over) {
      const what =
        signal === 'SIGKILL' ? `no end within ${HANGS_AFTER_MS / 1000} s` : `its process ended: ${complaint}`;
      findings.push(keep(id, at, what, await bytesOf(id, at)));
    }
    next = at + 1;
  }
  return { tries: next, seeds, findings };
}

const wanted = values.only?.split(',');
const targets = [...readers, ...loaders]
  .map(({ id }) => id)
  .filter((id) => wanted === undefined || wanted.includes(id));
let wrong = 0;
await writeSeeds(seedFolder);
for (const id of targets) {
  const { tries, seeds, findings } = await fuzz(id, Number(values.seconds));
  wrong += findings.length;
  const own = seeds === 0 ? 'no file of its own' : `${seeds} files`;
  console.log(`${id}: ${tries} tries from ${own}, ${findings.length} findings`);
  for (const words of findings) console.log(`  ${words}`);
}
console.log(`${targets.length} targets, ${wrong} findings`);
rmSync(seedFolder, { recursive: true });
process.exit(wrong === 0 ? 0 : 1);
