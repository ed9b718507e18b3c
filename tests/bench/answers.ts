/**
 * How long the engine lets a small question wait while it imports: `npm run bench:answers`. A thread asks every 10 ms and
 * waits for the answer, as a window does; the import is of one large mailbox, the same kind of mails as files, and a
 * recording. Printed are the longest waits and what the engine was at. `-- --mails 2000 --megabytes 50` measures with less.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { CommandLineEngine } from '../../src/engine/index.ts';
import { engineWithCase } from './bench-engine.ts';
import { writeMailbox, writeMaildir, writeNoise } from './intake-material.ts';
import { median, memoryOfFamily, printGoals, printLoad } from './measure.ts';

/** Milliseconds that a person does not notice. */
const GOAL = 100;

/** Asks, waits, asks again. The clock of a thread of its own is held up by nothing that the engine does. */
const asker = `
const { parentPort } = require('node:worker_threads');
let asked = 0;
const ask = () => { asked = performance.now(); parentPort.postMessage('ask'); };
parentPort.on('message', () => {
  parentPort.postMessage({ waited: performance.now() - asked });
  setTimeout(ask, 10);
});
ask();
`;

interface Wait {
  readonly ms: number;
  readonly during: string;
}

async function waitsOf(engine: CommandLineEngine, work: () => Promise<unknown>): Promise<readonly Wait[]> {
  let during = '';
  engine.subscribe((event) => {
    if (event.kind === 'job' && event.job.current !== null)
      during = event.job.current.replace(/\d+ of \d+|\d{3,}/g, '…');
  });
  const waits: Wait[] = [];
  const thread = new Worker(asker, { eval: true });
  let before = during;
  thread.on('message', (message: 'ask' | { readonly waited: number }) => {
    if (message === 'ask') {
      void engine.call('job.list', {}).then(() => thread.postMessage('answer'));
      return;
    }
    // What was going on when the question came tells more than what began after it.
    waits.push({ ms: message.waited, during: before });
    before = during;
  });
  await work();
  await thread.terminate();
  return waits;
}

const { values } = parseArgs({
  options: {
    mails: { type: 'string', default: '10000' },
    megabytes: { type: 'string', default: '200' },
    sources: { type: 'boolean', default: false },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'evenhand-bench-'));
try {
  const inbox = join(folder, 'inbox');
  mkdirSync(inbox);
  writeMailbox(join(inbox, 'mails.mbox'), Number(values.mails));
  writeMaildir(join(inbox, 'files'), Math.ceil(Number(values.mails) / 10));
  writeNoise(join(inbox, 'recording.bin'), Number(values.megabytes) * 1_000_000, 'recording');
  const engine = await engineWithCase(folder, { built: !values.sources, district: 'sound-shore' });
  let memory = 0;
  const looking = setInterval(() => {
    memory = Math.max(memory, memoryOfFamily(process.pid));
  }, 200);
  const waits = await waitsOf(engine, () =>
    engine.importFiles({ paths: [{ path: inbox, shown: 'inbox' }], receiptId: null, zone: null }, () => undefined),
  );
  clearInterval(looking);
  await engine.close();
  const ordered = waits.toSorted((a, b) => b.ms - a.ms);
  console.log(`\n${waits.length} questions during an import of ${values.mails} mails and ${values.megabytes} MB\n`);
  console.log(`median ${median(waits.map(({ ms }) => ms)).toFixed(1)} ms`);
  console.log(`99 of 100 within ${(ordered[Math.floor(waits.length / 100)]?.ms ?? 0).toFixed(0)} ms`);
  for (const { ms, during } of ordered.slice(0, 8)) console.log(`${ms.toFixed(0).padStart(8)} ms  ${during}`);
  printGoals([
    { what: 'longest wait', is: ordered[0]?.ms ?? 0, atMost: GOAL, unit: ' ms' },
    { what: 'memory of all processes', is: memory, atMost: 500, unit: ' MB' },
  ]);
  printLoad();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
