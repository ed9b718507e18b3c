/**
 * Searching and leafing through a case of 50,000 mails: `npm run bench:search`. Words were planted in a known number of them,
 * so that the counts can be held against the truth. `-- --mails 5000` measures with less.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { CommandLineEngine } from '../../src/engine/index.ts';
import { ask, engineWithCase } from './bench-engine.ts';
import { PLANTED, writeMailbox } from './intake-material.ts';
import { median, printGoals, printLoad } from './measure.ts';

const TIMES = 15;
const Counted = z.object({ total: z.number() });

interface Timed {
  readonly what: string;
  /** Milliseconds: the middle one, and the longest. */
  readonly mid: number;
  readonly longest: number;
  readonly answer: unknown;
}

async function timed(engine: CommandLineEngine, what: string, call: string, input: unknown): Promise<Timed> {
  const took: number[] = [];
  let answer: unknown;
  for (let time = 0; time < TIMES; time++) {
    const start = performance.now();
    answer = await ask(engine, call, input);
    took.push(performance.now() - start);
  }
  return { what, mid: median(took), longest: Math.max(...took), answer };
}

function print({ what, mid, longest }: Timed, more = ''): void {
  console.log(`${what.padEnd(44)}${mid.toFixed(1).padStart(8)} ms${longest.toFixed(1).padStart(9)} ms  ${more}`);
}

const { values } = parseArgs({
  options: { mails: { type: 'string', default: '50000' }, sources: { type: 'boolean', default: false } },
});
const mails = Number(values.mails);
const folder = mkdtempSync(join(tmpdir(), 'evenhand-bench-'));
try {
  const path = join(folder, 'mails.mbox');
  writeMailbox(path, mails);
  const engine = await engineWithCase(folder, { built: !values.sources });
  let read = (): void => undefined;
  const allRead = new Promise<void>((resolve) => {
    read = resolve;
  });
  engine.subscribe((event) => {
    if (event.kind === 'job' && event.job.current === 'looking through the items') read();
  });
  const order = { paths: [{ path, shown: 'mails.mbox' }], receiptId: null, zone: null };
  const imported = engine.importFiles(order, () => undefined);
  await Promise.race([imported, allRead]);
  // The rest of the import, the look through the items, is another measurement's.
  await ask(engine, 'intake.cancel', {});
  await imported;
  console.log(`\n${mails} mails${''.padEnd(36)}      middle    longest\n`);
  const searches: number[] = [];
  let wrong = 0;
  for (const [word, every] of Object.entries(PLANTED)) {
    const found = await timed(engine, `search: a word in one of ${every}`, 'item.search', { words: word, limit: 50 });
    const { total } = Counted.parse(found.answer);
    const truth = Math.ceil(mails / every);
    if (total !== truth) wrong += 1;
    searches.push(found.mid);
    print(found, `${total} found, ${truth} planted`);
  }
  for (const words of ['ba', 'marlstone quillon', '"marlstone quillon"', 'marlstone -quillon']) {
    const found = await timed(engine, `search: ${words}`, 'item.search', { words, limit: 50 });
    searches.push(found.mid);
    print(found, `${Counted.parse(found.answer).total} found`);
  }
  print(await timed(engine, 'search: a word in every mail', 'item.search', { words: 'mail', limit: 50 }));
  const end = mails - 100;
  print(await timed(engine, 'table: first rows', 'item.page', { sort: 'time', limit: 100 }));
  print(await timed(engine, 'table: last rows', 'item.page', { sort: 'time', offset: end, limit: 100 }));
  print(
    await timed(engine, 'table: by author, the middle', 'item.page', { sort: 'author', offset: end / 2, limit: 100 }),
  );
  const filter = { words: 'marlstone' };
  print(await timed(engine, 'table: narrowed to a word', 'item.page', { sort: 'time', limit: 100, filter }));
  print(await timed(engine, 'state of the case', 'case.state', {}));
  print(await timed(engine, 'list of sources', 'evidence.list', {}));
  await engine.close();
  printGoals([
    { what: 'median of the searches', is: median(searches), atMost: 50, unit: ' ms' },
    { what: 'planted words counted wrongly', is: wrong, atMost: 0 },
  ]);
  printLoad();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
