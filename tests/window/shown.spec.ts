import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeCaptures } from './fixtures/captures.ts';
import { evenhand } from './fixtures/command-line.ts';
import { axeViolations, expect, handOver, type Page, type StartedApp, test } from './fixtures/window.ts';

test('a captured page is seen as it looked, a film is played with its captions, and an archive is settled once', async ({
  start,
  folder,
}) => {
  test.setTimeout(180_000);
  const inbox = join(folder, 'inbox');
  const caseFile = join(folder, 'Captures.evenhand');
  mkdirSync(inbox);
  await writeCaptures(inbox);
  const home = join(folder, 'desk');
  evenhand(home, ['new', caseFile, '--title', 'Captures', '--no-passphrase']);
  evenhand(home, ['import', caseFile, inbox]);
  handOver(caseFile);
  const started = await start(caseFile);
  const { page } = started;
  await page.getByRole('navigation').getByText('Evidence', { exact: true }).click();

  await test.step('a captured page, inert, with the picture that was captured with it', () => captured(started));
  await test.step('a film, by keyboard, with its captions over it and beside it', () => film(page));
  await test.step('words beside an item are found, and it is said where', () => beside(page));
  await test.step('the dates of an archive are settled for both its chats', () => archive(page));
  await test.step('the table is sorted by one column after another', () => sorted(page));
});

async function captured({ page }: StartedApp): Promise<void> {
  await search(page, 'outing');
  await page.getByRole('row', { name: /outing is on Thursday/ }).click();
  await page.getByText('Page as it was saved').click();
  const frame = page.frameLocator('iframe[title*="wall.mhtml"]');
  const heading = frame.getByRole('heading', { name: 'The outing is on Thursday' });
  await expect(heading).toHaveCSS('color', 'rgb(1, 2, 3)');
  const width = (alt: string) => frame.getByAltText(alt).evaluate((image: HTMLImageElement) => image.naturalWidth);
  await expect.poll(() => width('Banner')).toBeGreaterThan(100);
  expect(await width('from outside')).toBe(0);
  expect(await page.locator('iframe').getAttribute('sandbox')).toBe('');
  expect(await axeViolations(page)).toEqual([]);
  await page.getByText('Words', { exact: true }).last().click();
}

async function film(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByRole('row', { name: /clip\.webm/ }).click();
  const video = page.getByLabel('Video clip.webm');
  await expect.poll(() => video.evaluate((film: HTMLVideoElement) => Math.round(film.duration))).toBe(6);
  // The first picture stands before anything is played.
  expect(await video.evaluate((film: HTMLVideoElement) => film.videoWidth)).toBe(160);
  const shown = () =>
    video.evaluate((film: HTMLVideoElement) => {
      const cues = [...film.textTracks].flatMap((track) => [...(track.activeCues ?? [])]);
      return cues.map((cue) => ('text' in cue ? String(cue.text) : ''));
    });
  await expect.poll(shown).toEqual(['Watch the corner']);
  await page.getByRole('button', { name: '00:00:03' }).click();
  await expect.poll(() => video.evaluate((film: HTMLVideoElement) => film.currentTime)).toBeGreaterThanOrEqual(3);
  await video.focus();
  await page.keyboard.press('Space');
  await expect.poll(shown).toEqual(['Now it turns']);
  await expect(page.locator('li[data-now="true"]')).toContainText('Now it turns');
  await page.keyboard.press('Space');
  await expect.poll(() => video.evaluate((film: HTMLVideoElement) => film.paused)).toBe(true);
  expect(await axeViolations(page)).toEqual([]);
}

async function beside(page: Page): Promise<void> {
  await search(page, 'chatter');
  await expect(page.getByRole('row', { name: /Web address: .*chatter\.example\.com/ })).toBeVisible();
}

async function archive(page: Page): Promise<void> {
  await page.getByRole('button', { name: '2 files with dates to settle' }).click();
  await page.getByRole('row', { name: /phone\.zip \(in 2 files\).*4 dates open/ }).click();
  await expect(page.getByText('What is settled here holds for every file in this archive')).toBeVisible();
  await page.getByRole('radio', { name: /Day first, then the month/ }).check();
  await page.getByRole('textbox', { name: 'Why' }).fill('He showed the phone; it is set to English (UK).');
  await page.getByRole('button', { name: 'Settle the dates of all its files' }).click();
  await expect(page.getByRole('heading', { name: 'Settled so' })).toBeVisible();
  await expect(page.getByRole('button', { name: /dates to settle/ })).toHaveCount(0);
  await page
    .getByRole('row', { name: /Rosa Vale\/_chat\.txt/ })
    .first()
    .click();
  await expect(page.getByText(/Settled with phone\.zip/)).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
}

async function sorted(page: Page): Promise<void> {
  await page.getByText('Items', { exact: true }).first().click();
  const first = page.getByRole('row').nth(1);
  const sort = async (column: string, way: 'ascending' | 'descending') => {
    const header = page.getByRole('columnheader', { name: column, exact: true });
    await header.getByRole('button').first().click();
    await expect(header).toHaveAttribute('aria-sort', way);
  };
  await search(page, '');
  await sort('From', 'ascending');
  await expect(first).toContainText('Ines Park');
  await sort('From', 'descending');
  await expect(first).toContainText('Theo Lund');
  await sort('No.', 'ascending');
  await expect(first).toHaveText(/^1(?!\d)/);
}

async function search(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox').first().fill(words);
}
