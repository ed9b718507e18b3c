import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { answerDialogs, axeViolations, expect, handOver, type Page, type StartedApp, test } from './fixtures/window.ts';

/** One copy of the sample for all tests of this file: made by the first, taken over as a file by the others. */
const kept = mkdtempSync(join(tmpdir(), 'evenhand-rooms-'));
const sample = join(kept, 'Sample.evenhand');
handOver(kept);

test.describe.configure({ mode: 'serial' });
test.afterAll(() => rmSync(kept, { recursive: true, force: true }));

const rooms = [
  'Overview',
  'Evidence',
  'Clause grid',
  'People',
  'Findings',
  'Best case',
  'Steps',
  'Documents',
  'Evidence record',
  'First questions',
] as const;

test('a sample incident is carried through in sight, and says when it is ready', async ({ started }) => {
  test.setTimeout(120_000);
  const { app, page } = started;
  await answerDialogs(app, sample);
  await page.getByRole('button', { name: /^Open a copy of the sample “Harbor Point/ }).click();
  await expect(page.getByRole('heading', { name: 'The sample incident is being made ready' })).toBeVisible();
  await expect(page.getByText(/of 9 parts done/)).toBeVisible();
  await expect(page.getByText('The sample incident is ready. What comes next is named under Overview.')).toBeVisible({
    timeout: 90_000,
  });
  await expect(page.getByText('38 files · 212 items · 9 allegations')).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Look at \d+ suggestions$/ })).toBeVisible();
});

test('every room is without violations in light and in dark, and never wider than the window', async ({
  start,
  folder,
}) => {
  const { app, page } = await open(start, folder);
  for (const scheme of ['Light', 'Dark'] as const) {
    await page.getByRole('button', { name: /^Colours/ }).click();
    await page.getByRole('menuitem', { name: scheme, exact: true }).click();
    for (const room of rooms) {
      await test.step(`${room}, ${scheme.toLowerCase()}`, async () => {
        await go(page, room);
        await something(page, room);
        expect(await axeViolations(page)).toEqual([]);
      });
    }
  }
  for (const zoom of [1, 2]) {
    await resize(app, zoom);
    for (const room of rooms) {
      await test.step(`${room} at 1280×720, ${zoom * 100} %`, async () => {
        await go(page, room);
        expect(await tooWide(page)).toEqual([]);
      });
    }
  }
});

test('the evidence is worked through by keyboard alone', async ({ start, folder }) => {
  const { page } = await open(start, folder);
  const press = (key: string) => page.keyboard.press(key);
  const item = page.getByRole('article');

  await test.step('switch the single-letter keys on', async () => {
    await press('F1');
    await tabTo(page, page.getByRole('switch', { name: 'Single-letter keys' }));
    await press('Space');
    await press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  await test.step('go to what is suggested, and from one to the next', async () => {
    await press('Control+2');
    await expect(page.getByRole('heading', { name: 'Evidence', level: 1 })).toBeVisible();
    await palette(page, 'Show items with a suggestion');
    await press('j');
    await expect(item.getByText(/^1 of \d+$/)).toBeVisible();
    await press('j');
    await expect(item.getByText(/^2 of \d+$/)).toBeVisible();
    await press('k');
    await expect(item.getByText(/^1 of \d+$/)).toBeVisible();
  });

  await test.step('one is relevant, the next is not, with a reason', async () => {
    await press('a');
    await expect(page.getByText(/found it relevant, to be examined/)).toBeVisible();
    await press('j');
    await expect(page.getByRole('heading', { name: /^May breach/ }).first()).toBeVisible();
    await press('r');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.type('It was written to the whole team.');
    await press('Control+Enter');
    await expect(page.getByText(/found it not relevant.*It was written to the whole team\./)).toBeVisible();
  });

  await test.step('words are linked by a typed quotation, and the link is reversed', async () => {
    await press('m');
    await tabTo(page, page.getByRole('textbox', { name: 'Or type a quotation' }));
    const words = (await item.locator('[data-own="true"] .talk-words').innerText()).split(' ').slice(0, 2).join(' ');
    await page.keyboard.type(words);
    await press('Enter');
    await expect(page.getByRole('button', { name: 'Mark something else' })).toBeFocused();
    await press('1');
    await tabTo(page, page.getByRole('combobox', { name: 'Element' }));
    await press('ArrowDown');
    await press('Enter');
    await tabTo(page, page.getByRole('radio', { name: /^For/ }));
    await press('Space');
    await tabTo(page, page.getByRole('button', { name: 'Link the passage' }));
    await press('Enter');
    await expect(page.getByText(/^Linked to/).first()).toBeVisible();
    const links = page.getByRole('tab', { name: /^Links/ });
    await expect(links).toHaveAccessibleName(/1/);
    await press('Control+Alt+z');
    await expect(links).not.toHaveAccessibleName(/1/);
  });
});

test('whose phone a file came from decides who sent its lines, and the machine looks again by itself', async ({
  start,
  folder,
}) => {
  const { page } = await open(start, folder);
  await go(page, 'Evidence');
  await page.getByText('Files', { exact: true }).click();
  await page.getByRole('row', { name: /Messages - Coach Ray\.csv/ }).click();
  const owner = page.getByRole('combobox', { name: 'Whose phone or account it was taken from' });
  await expect(owner).toHaveValue(/^Mateo Reyes/);
  await owner.click();
  await page.getByRole('option', { name: /^Jordan Tolliver/ }).click();
  await expect(page.getByText(/the machine looked through the items again: .*fewer/)).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: /^Show 45 items/ }).click();
  await expect(page.getByRole('row', { name: /Jordan Tolliver.*ok coach/ })).toBeVisible();
});

async function open(start: (...args: string[]) => Promise<StartedApp>, folder: string): Promise<StartedApp> {
  const path = join(folder, 'Sample.evenhand');
  copyFileSync(sample, path);
  handOver(path);
  const started = await start(path);
  await expect(started.page.getByRole('heading', { level: 1 })).toContainText('Harbor Point High School');
  return started;
}

async function go(page: Page, room: (typeof rooms)[number]): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Rooms of the case' })
    .getByRole('button', { name: room, exact: true })
    .click();
  await expect(page.getByRole('main', { name: room })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Opens what a room shows beside its list, so that it is looked at too. */
async function something(page: Page, room: (typeof rooms)[number]): Promise<void> {
  if (room === 'Evidence') {
    await page.getByRole('row', { name: /Nice work today/ }).click();
    await expect(page.getByRole('heading', { name: /^May breach/ })).toBeVisible();
  }
  if (room === 'Clause grid') {
    await page
      .getByRole('button', { name: /^One-to-one/ })
      .first()
      .click();
    await expect(page.getByText('The clause, word for word')).toBeVisible();
  }
}

/** The window at 1280×720, the smallest it is made for, at this zoom. */
async function resize(app: StartedApp['app'], zoom: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, factor) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(1280, 720);
    window?.webContents.setZoomFactor(factor);
  }, zoom);
}

/** The page and each of its panes that could only be read by moving it sideways; a table may move by itself. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const panes = [...document.querySelectorAll('body *')].filter((pane) => {
      const table = pane.matches('.data-scroller') || pane.querySelector(':scope > .plain-table') !== null;
      return !table && ['auto', 'scroll'].includes(getComputedStyle(pane).overflowX);
    });
    return [document.documentElement, ...panes]
      .filter((pane) => pane.scrollWidth > pane.clientWidth + 1)
      .map((pane) => `${pane.className || pane.tagName}: ${pane.scrollWidth} in ${pane.clientWidth}`);
  });
}

/** Runs an action of the palette by typing its name. */
async function palette(page: Page, action: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('textbox', { name: 'Search and actions' })).toBeFocused();
  await page.keyboard.type(action);
  await expect(page.getByRole('button', { name: new RegExp(`^${action}`) })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** Moves the focus by the Tab key alone. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await target.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`tabTo: the Tab key never reached ${target}`);
}
