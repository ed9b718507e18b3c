import { readdirSync, readFileSync } from 'node:fs';
import type { EngineState } from '../../src/contract/os.ts';
import { expect, type Page, type StartedApp, test } from './fixtures/window.ts';

/** The engine's process: the child of the program that runs the engine's entry. */
function engineOf(started: StartedApp): number | null {
  const parent = started.app.process().pid;
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const words = readFileSync(`/proc/${name}/cmdline`, 'utf8');
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      if (words.includes('entry-node.js') && status.includes(`PPid:\t${parent}\n`)) return Number(name);
    } catch {
      // it ended while we looked
    }
  }
  return null;
}

async function watch(page: Page): Promise<() => Promise<{ states: EngineState[]; ports: number }>> {
  await page.evaluate(() => {
    const seen = { states: [] as unknown[], ports: 0 };
    Object.assign(globalThis, { seen });
    window.evenhand.onEngineState((state) => seen.states.push(state));
    window.addEventListener('message', ({ data }) => {
      if (data === 'evenhand-engine-port') seen.ports += 1;
    });
  });
  return () => page.evaluate(() => (globalThis as unknown as { seen: { states: EngineState[]; ports: number } }).seen);
}

test.skip(process.platform !== 'linux', 'the engine’s process is found through /proc');

test('an engine that is killed is replaced, and the page gets a new port to it', async ({ started, page }) => {
  const seen = await watch(page);
  const first = await found(started);
  process.kill(first, 'SIGKILL');
  await expect.poll(async () => (await seen()).states.map(({ state }) => state)).toEqual(['restarting', 'running']);
  expect((await seen()).ports).toBe(1);
  expect(await found(started)).not.toBe(first);
});

test('an engine that ends three times in five minutes stays down with a report, until it is asked for', async ({
  started,
  page,
}) => {
  const seen = await watch(page);
  for (let end = 1; end <= 3; end += 1) {
    process.kill(await found(started), 'SIGKILL');
    await expect.poll(async () => (await seen()).states.length).toBe(end === 3 ? 5 : end * 2);
  }
  const last = (await seen()).states.at(-1);
  expect(last).toMatchObject({ state: 'stopped' });
  expect(last?.state === 'stopped' ? last.report.match(/the engine ended by SIGKILL/g) : null).toHaveLength(3);
  expect(engineOf(started)).toBeNull();
  await page.evaluate(() => window.evenhand.restartEngine());
  await expect.poll(async () => (await seen()).states.at(-1)?.state).toBe('running');
  await found(started);
});

test('no engine outlives the program, however it ends', async ({ started }) => {
  const engine = await found(started);
  started.app.process().kill('SIGKILL');
  await expect.poll(() => isAlive(engine)).toBe(false);
});

async function found(started: StartedApp): Promise<number> {
  await expect.poll(() => engineOf(started)).not.toBeNull();
  return engineOf(started) ?? 0;
}

function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
