/**
 * How long the real window stands still while 3,000 mails and a recording of 100 MB come in: `npm run bench:window`. The page
 * itself notes the time between two frames and every task of more than 50 ms; both are printed and nothing is asserted.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { evenhand } from '../window/fixtures/command-line.ts';
import { dropFiles, expect, handOver, type Page, test } from '../window/fixtures/window.ts';
import { writeMailbox, writeNoise } from './intake-material.ts';
import { printGoals, printLoad } from './measure.ts';

const MAILS = 3_000;
const BYTES = 100_000_000;

interface Stalls {
  /** Milliseconds, longest first. */
  readonly frames: readonly number[];
  readonly tasks: readonly number[];
}

/** Runs in the page, as text, since the types of tests know no window. */
const WATCH = `{
  const seen = { frames: [], tasks: [] };
  globalThis.stalls = seen;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.tasks.push(duration);
  }).observe({ entryTypes: ['longtask'] });
  let last = performance.now();
  const frame = () => {
    const now = performance.now();
    seen.frames.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}`;

const stallsOf = (page: Page): Promise<Stalls> =>
  page.evaluate(() => {
    const seen: { frames: number[]; tasks: number[] } = Reflect.get(globalThis, 'stalls');
    return { frames: seen.frames.toSorted((a, b) => b - a), tasks: seen.tasks.toSorted((a, b) => b - a) };
  });

test('the window during an import', { tag: '@policy-met' }, async ({ start, folder }) => {
  const file = join(folder, 'Bench.evenhand');
  evenhand(join(folder, 'maker'), ['new', file, '--title', 'Bench', '--no-passphrase', '--district', 'sound-shore']);
  const inbox = join(folder, 'inbox');
  mkdirSync(inbox);
  writeMailbox(join(inbox, 'mails.mbox'), MAILS);
  writeNoise(join(inbox, 'recording.bin'), BYTES, 'recording');
  for (const path of [file, inbox]) handOver(path);
  const { app, page } = await start(file);
  await page.getByRole('navigation').getByText('Evidence', { exact: true }).click();
  // The trace takes pictures of the window, which would be measured with it.
  await app.context().tracing.stop();
  await page.evaluate(WATCH);
  const begun = performance.now();
  await dropFiles(page, 'main', [inbox]);
  await page.getByRole('button', { name: 'Read now, write the receipt later' }).click();
  const bar = page.getByRole('region', { name: 'State of the case' });
  await expect(bar.getByText(/\d+ read/)).toBeVisible({ timeout: 550_000 });
  const { frames, tasks } = await stallsOf(page);
  const shown = (values: readonly number[]): string =>
    values
      .slice(0, 5)
      .map((ms) => ms.toFixed(0))
      .join(', ');
  console.log(
    `\n${MAILS} mails and ${BYTES / 1e6} MB in ${((performance.now() - begun) / 1000).toFixed(0)} s, ${frames.length} frames`,
  );
  console.log(`longest between two frames: ${shown(frames)} ms; longest tasks: ${shown(tasks)} ms`);
  printGoals([
    { what: 'longest time between two frames', is: frames[0] ?? 0, atMost: 100, unit: ' ms' },
    { what: 'longest task of the page', is: tasks[0] ?? 0, atMost: 100, unit: ' ms' },
  ]);
  printLoad();
});
