import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { axeViolations, expect, handOver, type Page, type StartedApp, test } from './fixtures/window.ts';

const kept = mkdtempSync(join(tmpdir(), 'evenhand-review-'));
const made = join(kept, 'Review.evenhand');
handOver(kept);

test.beforeAll(() => {
  test.setTimeout(180_000);
  // A process of its own: the runner's way of loading TypeScript reaches no engine.
  const maker = join(import.meta.dirname, 'fixtures/make-review-case.ts');
  const { status, stderr } = spawnSync(process.execPath, [maker, made], { encoding: 'utf8' });
  expect(stderr.replaceAll(/^.*[Ww]arning.*$/gm, '').trim()).toBe('');
  expect(status).toBe(0);
});
test.afterAll(() => rmSync(kept, { recursive: true, force: true }));

test('a hundred suggestions are reviewed by keyboard alone, and all of it is taken back', async ({ start, folder }) => {
  test.setTimeout(240_000);
  const { page } = await open(start, folder);
  const press = (key: string) => page.keyboard.press(key);
  const status = page.getByRole('status').filter({ hasText: /open$/ });

  await test.step('go to the suggestions', async () => {
    await press('F1');
    await tabTo(page, page.getByRole('switch', { name: 'Single-letter keys' }));
    await press('Space');
    await press('Escape');
    await press('Control+3');
    await expect(page.getByRole('heading', { name: 'Clause grid', level: 1 })).toBeVisible();
    await tabTo(page, page.getByRole('radio', { name: 'Grid', exact: true }));
    await press('ArrowRight');
    await expect(status).toHaveText('100 suggestions are open');
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    expect(await axeViolations(page)).toEqual([]);
  });

  await test.step('decide ninety of them one by one, every tenth as not relevant', async () => {
    for (let left = 100; left > 10; left -= 1) {
      await expect(page.getByText(/^1 of /)).toHaveText(`1 of ${left}`);
      await expect(page.getByRole('heading', { name: /^May breach/ })).toBeVisible();
      if (left % 10 === 0) {
        await press('r');
        await expect(page.getByRole('dialog')).toBeVisible();
        await page.keyboard.type('It was the planning period.');
        await press('Control+Enter');
        await expect(page.getByRole('dialog')).toBeHidden();
      } else await press('a');
      await expect(status).toHaveText(left === 2 ? '1 suggestion is open' : `${left - 1} suggestions are open`);
    }
  });

  await test.step('decide the last ten in one entry', async () => {
    await press('x');
    await expect(page.getByText('1 chosen')).toBeVisible();
    await press('x');
    await tabTo(page, page.getByRole('button', { name: 'Choose all shown' }));
    await press('Enter');
    await expect(page.getByText('10 chosen')).toBeVisible();
    await tabTo(page, page.getByRole('button', { name: 'Relevant, to be examined', exact: true }).first());
    await press('Enter');
    await expect(page.getByText('Nothing is left to look at')).toBeVisible();
  });

  await test.step('none returns unasked when the machine looks again', async () => {
    await palette(page, 'Look through all items again');
    await expect(
      page.getByText(/The machine looked through the items again: the suggestions are the same/).first(),
    ).toBeVisible({
      timeout: 30_000,
    });
    await expect(page.getByText('Nothing is left to look at')).toBeVisible();
  });

  await test.step('all of it is taken back', async () => {
    await press('Control+Alt+z');
    await expect(status).toHaveText('10 suggestions are open');
    for (let left = 11; left <= 100; left += 1) {
      await press('Control+Alt+z');
      await expect(status).toHaveText(`${left} suggestions are open`);
    }
  });
});

test('words of a message, a part of a picture and a line of a PDF are marked, and a missing fact is answered', async ({
  start,
  folder,
}) => {
  test.setTimeout(120_000);
  const { page } = await open(start, folder);
  await page.keyboard.press('Control+2');
  const links = page.getByRole('tab', { name: /^Links/ });

  await test.step('words in a message', async () => {
    await page.getByRole('row', { name: /number 0/ }).click();
    await quote(page, 'updating my page');
    await link(page);
    await expect(links).toHaveAccessibleName(/1/);
  });

  await test.step('a fact that was missing changes what is suggested at once', async () => {
    await page.getByRole('row', { name: /number 1\b/ }).click();
    const card = page.getByRole('region', { name: /^May breach/ });
    await expect(card).toContainText('points to a school project');
    await card
      .getByRole('button', { name: /^Answer/ })
      .first()
      .click();
    await card.getByRole('textbox').fill('This was a class project that the principal had approved.');
    await card.locator('form button[type=submit]').click();
    await expect(card).not.toContainText('Nothing in the words or the notes points to a school project');
  });

  await test.step('a part of a picture', async () => {
    await openFrom(page, /Screenshot_20260118/, /20:33/);
    await page.getByRole('button', { name: 'Draw a box' }).click();
    const picture = page.locator('.picture-drawing');
    await picture.scrollIntoViewIfNeeded();
    const area = await picture.boundingBox();
    if (area === null) throw new Error('the picture has a place');
    await page.mouse.move(area.x + area.width * 0.1, area.y + 8);
    await page.mouse.down();
    await page.mouse.move(area.x + area.width * 0.9, area.y + 90, { steps: 5 });
    await page.mouse.up();
    await link(page);
    await expect(links).toHaveAccessibleName(/1/);
  });

  await test.step('a line of a PDF', async () => {
    await openFrom(page, /Whitcombe facebook page/, /Teaches English/);
    await quote(page, 'So proud of Theo Brandvold tonight.');
    await link(page);
    await expect(links).toHaveAccessibleName(/1/);
  });

  await test.step('each of it is taken back', async () => {
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+Alt+z');
    await expect(links).not.toHaveAccessibleName(/1/);
    await expect(page.getByRole('button', { name: /^Reverse: Widened the inquiry/ })).toBeVisible();
  });
});

async function open(start: (...args: string[]) => Promise<StartedApp>, folder: string): Promise<StartedApp> {
  const path = join(folder, 'Review.evenhand');
  copyFileSync(made, path);
  handOver(path);
  const started = await start(path);
  await expect(started.page.getByRole('navigation', { name: 'Rooms of the case' })).toBeVisible();
  return started;
}

/** The items of one file alone, and one of them opened. */
async function openFrom(page: Page, file: RegExp, row: RegExp): Promise<void> {
  await page.getByText('Files', { exact: true }).click();
  await page.getByRole('row', { name: file }).click();
  await page.getByRole('button', { name: /^Show \d+ items?/ }).click();
  await page.getByRole('row', { name: row }).first().click();
}

async function quote(page: Page, words: string): Promise<void> {
  await page.getByRole('tab', { name: /Mark a passage/ }).click();
  await page.getByRole('textbox', { name: 'Or type a quotation' }).fill(words);
  await page.getByRole('button', { name: 'Find it' }).click();
}

/** Links what is marked to the first element of clause 8. */
async function link(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Clause' }).last().click();
  await page.getByRole('option', { name: /^8 / }).click();
  await page.getByRole('combobox', { name: 'Element' }).click();
  await page.getByRole('option').first().click();
  await page.getByRole('radio', { name: /^For/ }).check({ force: true });
  await page.getByRole('button', { name: 'Link the passage' }).click();
  await expect(page.getByText(/^Linked to/).first()).toBeVisible();
}

async function palette(page: Page, action: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('textbox', { name: 'Search and actions' })).toBeFocused();
  await page.keyboard.type(action);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** Moves the focus by the Tab key alone. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 250; presses += 1) {
    if ((await target.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`tabTo: the Tab key never reached ${target}`);
}
