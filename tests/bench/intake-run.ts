/**
 * One import, in a process of its own: `node intake-run.ts evenhand-built|evenhand|floor FOLDER PATH…`. It ends when
 * everything given is stored, read and can be found, and prints what did not count towards that.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { engineWithCase } from './bench-engine.ts';
import { Floor } from './intake-floor.ts';

const [who = '', folder = '', ...paths] = process.argv.slice(2);

async function byEvenhand(built: boolean): Promise<void> {
  const engine = await engineWithCase(folder, { built });
  const before = secondsUsed();
  const start = performance.now();
  let [items, wall] = [0, 0];
  const looksThrough = new Promise<void>((resolve) => {
    engine.subscribe((event) => {
      if (event.kind === 'job' && event.job.current === 'looking through the items') resolve();
    });
  });
  const order = { paths: paths.map((path) => ({ path, shown: path })), receiptId: null, zone: null };
  const imported = engine.importFiles(order, (outcome) => {
    items += outcome.items;
    wall = (performance.now() - start) / 1000;
  });
  // What follows, the look for what is alike and what the policies may have to do with it, is no part of what a floor does.
  await Promise.race([looksThrough, imported]);
  await engine.close();
  const end = await imported;
  if (end.state === 'failed') throw new Error(end.result ?? 'the import failed');
  console.log(JSON.stringify({ wall, before, count: items }));
}

async function byFloor(): Promise<void> {
  const before = secondsUsed();
  const start = performance.now();
  const floor = new Floor(join(folder, 'floor.db'));
  let count = 0;
  for (const path of paths.flatMap(filesAt)) {
    const bytes = floor.store(path);
    if (!path.endsWith('.bin')) count += await floor.index(path, bytes);
  }
  floor.close();
  console.log(JSON.stringify({ wall: (performance.now() - start) / 1000, before, count }));
}

function filesAt(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesAt(join(path, name)));
}

function secondsUsed(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}

if (who === 'floor') await byFloor();
else await byEvenhand(who === 'evenhand-built');
process.exit(0);
