import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawChat } from '../readers/made/pictures.ts';
import { evenhand } from './fixtures/command-line.ts';
import { axeViolations, dropFiles, expect, handOver, type Page, test } from './fixtures/window.ts';

test('what may not be looked at is kept out of sight: barred until counsel decides, stopped at the door, veiled, locked', async ({
  start,
  folder,
}) => {
  test.setTimeout(180_000);
  const inbox = join(folder, 'inbox');
  const caseFile = join(folder, 'Kept out.evenhand');
  mkdirSync(inbox);
  writeFileSync(join(inbox, 'barred.txt'), 'The heron list was in her private account.');
  writeFileSync(join(inbox, 'IMG_0042.png'), 'never opened');
  const bubbles = [{ side: 'left', words: 'What happened at the harbor', fill: '#e5e5ea', ink: '#000000' }] as const;
  writeFileSync(join(inbox, 'harbor.png'), await drawChat('#ffffff', bubbles));
  handOver(inbox);
  const desk = join(folder, 'desk');
  evenhand(desk, ['new', caseFile, '--title', 'Kept out', '--no-passphrase']);
  evenhand(desk, ['import', caseFile, join(inbox, 'harbor.png')]);
  handOver(caseFile);
  const { page } = await start(caseFile);
  await page.getByRole('navigation').getByText('Evidence', { exact: true }).click();

  await test.step('a log-in was demanded: set apart, found by nothing', () => barred(page, join(inbox, 'barred.txt')));
  await test.step('counsel releases it', () => released(page));
  await test.step('a picture that must not be kept is stopped', () => stopped(page, join(inbox, 'IMG_0042.png')));
  await test.step('a graphic picture is veiled until somebody asks', () => veiled(page));
  await test.step('a file is locked at once', () => locked(page));
});

async function barred(page: Page, path: string): Promise<void> {
  await dropFiles(page, 'main', [path]);
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('From whom').fill('The supervisor');
  await sheet.getByRole('button', { name: 'Just now' }).click();
  await sheet.getByRole('combobox', { name: 'How it was obtained' }).click();
  await page.getByRole('option', { name: 'The employee was asked for a log-in' }).click();
  await expect(sheet.getByRole('note')).toContainText('31-40x');
  await sheet.getByRole('button', { name: 'Record the receipt and read the files' }).click();
  await view(page, 'Files');
  await expect(page.getByRole('row', { name: /barred\.txt.*Set apart for counsel/ })).toBeVisible();
  await view(page, 'Items');
  await search(page, 'heron');
  await expect(page.getByText(/, 0 shown/)).toBeVisible();
  await expect(page.getByRole('row', { name: /heron/ })).toHaveCount(0);
  await view(page, 'Kept out of sight');
  await expect(page.getByRole('heading', { name: 'Set apart for counsel' })).toBeVisible();
  await expect(page.getByText('Counsel has not decided')).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
}

async function released(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Record counsel’s decision' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Release it').click();
  await dialog.getByLabel('Who decided').fill('Ada Brook, counsel');
  await dialog.getByLabel(/^On\b/).fill('2026-03-12');
  await dialog.getByLabel('Reason').fill('The account was the district’s own.');
  await dialog.getByRole('button', { name: 'Record the decision' }).click();
  await expect(page.getByText('Released by counsel')).toBeVisible();
  await view(page, 'Items');
  await search(page, 'heron');
  await expect(page.getByRole('row', { name: /heron list/ })).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
}

async function stopped(page: Page, path: string): Promise<void> {
  await dropFiles(page, 'main', [path]);
  await page.getByRole('button', { name: 'It may show an unclothed minor' }).click();
  const stop = page.getByRole('alert').filter({ hasText: 'Do not open, copy, send, print or describe it.' });
  await expect(stop).toContainText('DCF Careline');
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Record that it was not taken in' }).click();
  await view(page, 'Kept out of sight');
  await expect(page.getByRole('heading', { name: 'Never taken in' })).toBeVisible();
  await expect(page.getByText('IMG_0042.png').first()).toBeVisible();
}

async function veiled(page: Page): Promise<void> {
  await view(page, 'Files');
  await page.getByRole('row', { name: /harbor\.png/ }).click();
  await page.getByRole('button', { name: 'Veil the picture' }).click();
  await expect(page.getByRole('button', { name: 'Take the veil off for good' })).toBeVisible();
  await view(page, 'Items');
  await page
    .getByRole('row', { name: /harbor/ })
    .first()
    .click();
  const picture = page.locator('img[src^="evidence://picture"]');
  await expect(page.getByText('Veiled: a graphic picture')).toBeVisible();
  await expect(picture).toHaveCount(0);
  await page.getByRole('button', { name: 'Show it once' }).click();
  await expect(picture.first()).toBeVisible();
  await page.getByRole('button', { name: 'Veil it again' }).click();
  await expect(picture).toHaveCount(0);
}

async function locked(page: Page): Promise<void> {
  await view(page, 'Files');
  await page.getByRole('row', { name: /harbor\.png/ }).click();
  await page.getByRole('button', { name: 'Lock this file' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Why' }).click();
  await page.getByRole('option', { name: 'It does not belong to this case' }).click();
  await dialog.getByRole('button', { name: 'Lock it now' }).click();
  await view(page, 'Items');
  await expect(page.getByRole('row', { name: /harbor/ })).toHaveCount(0);
  await view(page, 'Kept out of sight');
  await expect(page.getByRole('button', { name: 'Lift the lock' })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
}

async function view(page: Page, name: string): Promise<void> {
  await page.getByText(name, { exact: true }).first().click();
}

async function search(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox').first().fill(words);
}
