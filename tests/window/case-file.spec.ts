import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { evenhand } from './fixtures/command-line.ts';
import { answerDialogs, axeViolations, expect, handOver, type Page, test } from './fixtures/window.ts';

const passphrase = 'four unrelated garden words';
const second = 'seven quiet lanterns by a pond';
/** Opening and closing an encrypted case takes a second or two of key derivation each. */
const slow = { timeout: 20_000 };

function makeCase(folder: string): string {
  const path = join(folder, 'Wintergreen.evenhand');
  const secret = join(folder, 'passphrase.txt');
  writeFileSync(secret, passphrase);
  evenhand(join(folder, 'maker'), ['new', path, '--title', 'Juniper matter', '--passphrase-file', secret]);
  handOver(path);
  return path;
}

async function open(page: Page, words: string): Promise<void> {
  await page.getByLabel('Passphrase').fill(words);
  await page.getByRole('button', { name: 'Open the case' }).click();
  await expect(page.getByText('Juniper matter').first()).toBeVisible(slow);
}

async function room(page: Page, view: string): Promise<void> {
  await page
    .getByRole('link', { name: 'Evidence record' })
    .or(page.getByRole('button', { name: 'Evidence record' }))
    .first()
    .click();
  await page.getByText(view, { exact: true }).first().click();
}

test('a locked window shows nothing of the case, and its passphrase leads back to the room with what was typed', async ({
  start,
  folder,
}) => {
  test.setTimeout(90_000);
  const { page } = await start(makeCase(folder));
  await page.clock.install();
  await open(page, passphrase);
  await page.keyboard.press('Control+8');
  await page.getByRole('button', { name: 'Record an event' }).first().click();
  const note = page.getByRole('textbox').last();
  await note.fill('Half a sentence');
  const place = page.url();

  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible(slow);
  expect(await page.locator('body').innerText()).not.toMatch(/Juniper|Wintergreen|Half a sentence/);
  expect(page.url()).not.toBe(place);
  expect(await page.title()).not.toContain('Juniper');
  expect(await axeViolations(page)).toEqual([]);
  await page.getByLabel('Passphrase').fill('not the passphrase');
  await page.getByRole('button', { name: 'Open it again' }).click();
  await expect(page.getByText('does not open this case file')).toBeVisible(slow);
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Open it again' }).click();
  await expect(page.getByText('Juniper matter').first()).toBeVisible(slow);
  expect(page.url()).toBe(place);
  await page.getByRole('button', { name: 'Record an event' }).first().click();
  await expect(page.getByRole('textbox').last()).toHaveValue('Half a sentence');

  // Nobody touches it: a warning that any key puts off, and then the lock.
  await page.clock.fastForward('14:20');
  await expect(page.getByRole('dialog', { name: 'The case is about to lock' })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Shift');
  await expect(page.getByRole('dialog', { name: 'The case is about to lock' })).toBeHidden();
  await page.clock.fastForward('15:30');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible(slow);
});

async function newWindow(app: ElectronApplication, page: Page): Promise<Page> {
  const [another] = await Promise.all([app.waitForEvent('window'), page.evaluate(() => window.evenhand.newWindow())]);
  await another.waitForURL('app://evenhand/', { waitUntil: 'load', timeout: 10_000 });
  return another;
}

test('whoever finds a case open is told who has it, and looks at a copy in which nothing can be changed', async ({
  start,
  folder,
}) => {
  test.setTimeout(90_000);
  const path = makeCase(folder);
  const { app, page } = await start(path);
  await open(page, passphrase);
  const other = await newWindow(app, page);
  await answerDialogs(app, path);
  await other.getByRole('button', { name: /^Open case/ }).click();
  await other.getByLabel('Passphrase').fill(passphrase);
  await other.getByRole('button', { name: 'Open the case' }).click();
  await expect(other.getByText(/This case is open already, by .+ since/)).toBeVisible(slow);
  await other.getByRole('button', { name: 'Look at a copy' }).click();
  const strip = other.getByRole('region', { name: 'Read only' });
  await expect(strip).toContainText('This is a copy to look at', slow);
  expect(await axeViolations(other)).toEqual([]);
  await room(other, 'Case file');
  await expect(other.getByRole('button', { name: 'Change the passphrase' })).toBeDisabled();
  await expect(other.getByRole('button', { name: 'Hand the case over' })).toBeDisabled();
  await other.keyboard.press('Control+Shift+l');
  await expect(other.getByRole('heading', { name: 'Evenhand' })).toBeVisible(slow);
});

test('the passphrase is changed, a backup is made and opened, and the case is handed over, all in the window', async ({
  start,
  folder,
}) => {
  test.setTimeout(120_000);
  const path = makeCase(folder);
  const { app, page } = await start(path);
  await open(page, passphrase);
  await room(page, 'Case file');
  expect(await axeViolations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Print the recovery sheet' }).click();
  const sheet = page.getByRole('dialog', { name: 'Print the recovery sheet' });
  await sheet.getByLabel('Passphrase').fill(passphrase);
  await sheet.getByRole('button', { name: 'Show the key' }).click();
  await expect(sheet.getByRole('radio', { name: /^First half/ })).toBeVisible(slow);
  expect(await axeViolations(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Done' }).click();

  await page.getByRole('button', { name: 'Make a backup now' }).click();
  await expect(page.getByRole('list', { name: 'Backups of this case' }).getByRole('listitem')).toHaveCount(1, slow);

  await page.getByRole('button', { name: 'Change the passphrase' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the passphrase' });
  await dialog.getByRole('button', { name: 'Write the file anew' }).click();
  await expect(dialog.getByText('Type the present passphrase.')).toBeVisible();
  await dialog.getByLabel('Present passphrase').fill(passphrase);
  await dialog.getByLabel('New passphrase', { exact: true }).fill(second);
  await dialog.getByLabel('New passphrase again').fill(second);
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Write the file anew' }).click();
  await expect(page.getByText('The case opens with the new passphrase now.').first()).toBeVisible(slow);

  await page.getByRole('button', { name: 'Hand the case over' }).click();
  const over = page.getByRole('dialog', { name: 'Hand the case over' });
  await over.getByLabel('Who takes over').fill('Iris Vale');
  await over.getByLabel('Their position').fill('HR director');
  await over.getByLabel('Their signing key').fill('0123 4567 89ab cdef 0123 4567 89ab cdef');
  await over.getByLabel('How you know that this key is theirs').fill('Read aloud on the telephone');
  expect(await axeViolations(page)).toEqual([]);
  await over.getByRole('button', { name: 'Hand over' }).click();
  await expect(page.getByRole('region', { name: 'Read only' })).toContainText('handed over to Iris Vale, HR director');
  expect(await axeViolations(page)).toEqual([]);
  await page.getByText('Proof for others', { exact: true }).click();
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Control+Shift+l');

  await expect(page.getByRole('heading', { name: 'Evenhand' })).toBeVisible(slow);
  await answerDialogs(app, path, join(folder, 'From the backup.evenhand'));
  await page.getByRole('button', { name: 'Open a backup' }).click();
  // One made by hand, and one on closing.
  await expect(page.getByRole('button', { name: /^Open the backup of/ })).toHaveCount(2);
  expect(await axeViolations(page)).toEqual([]);
  await page
    .getByRole('button', { name: /^Open the backup of/ })
    .last()
    .click();
  await open(page, passphrase);
  await expect(page.getByRole('region', { name: 'Read only' })).toHaveCount(0);
});
