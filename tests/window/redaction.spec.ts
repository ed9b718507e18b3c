import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textOf } from '../referral/pdf-tools.ts';
import { evenhand } from './fixtures/command-line.ts';
import { answerDialogs, axeViolations, expect, handOver, type Page, test } from './fixtures/window.ts';

const kept = mkdtempSync(join(tmpdir(), 'evenhand-redaction-'));
const made = join(kept, 'Union.evenhand');
handOver(kept);

test.beforeAll(() => {
  test.setTimeout(120_000);
  // A process of its own: the runner's way of loading TypeScript reaches no engine.
  const maker = join(import.meta.dirname, 'fixtures/make-redaction-case.ts');
  const { status, stderr } = spawnSync(process.execPath, [maker, made], { encoding: 'utf8' });
  expect(stderr.replaceAll(/^.*[Ww]arning.*$/gm, '').trim()).toBe('');
  expect(status).toBe(0);
});
test.afterAll(() => rmSync(kept, { recursive: true, force: true }));

test('a face and a name are taken out, by mouse and by keyboard, and the packet for the union is issued', async ({
  start,
  folder,
}) => {
  test.setTimeout(300_000);
  const file = join(folder, 'Union.evenhand');
  copyFileSync(made, file);
  handOver(file);
  const { app, page } = await start(file);
  await page.getByRole('navigation').getByText('Documents', { exact: true }).click();

  await test.step('choose the binder and for whom it is: what goes is listed with its reason and ground', async () => {
    await page.getByLabel('Document', { exact: true }).selectOption({ label: 'Exhibit binder' });
    await page.getByLabel('For', { exact: true }).selectOption({ label: 'The employee and the union' });
    const list = takenOut(page);
    await expect(list.getByText('Printed as [Student A].', { exact: false })).toBeVisible({ timeout: 30_000 });
    await expect(list.getByText('Names a student. 20 U.S.C. 1232g; 34 CFR 99.3').first()).toBeVisible();
    await expect(page.getByText('2 pictures were not looked through for faces', { exact: true })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  });

  await test.step('words of one’s own are taken out, with a reason', async () => {
    await page.getByText('Take out other words').click();
    await page.getByLabel('Words to take out').fill('blue dinosaur');
    await page.keyboard.press('Enter');
    await decide(page, 'By it everybody at school knows the child');
    await expect(takenOut(page).getByText('blue dinosaur', { exact: true })).toBeVisible({ timeout: 30_000 });
  });

  await test.step('a document is not issued before its faces are decided', async () => {
    await page.getByRole('button', { name: 'Issue (final)' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Issue it for good' }).click();
    await expect(page.getByRole('dialog').getByText(/is not decided yet/)).toBeVisible({ timeout: 60_000 });
    await page.keyboard.press('Escape');
  });

  await test.step('faces are found, and taken out by keyboard alone', async () => {
    await page.getByRole('button', { name: 'Look for faces' }).click();
    await expect(page.getByText('3 faces were found. Decide about each one.')).toBeVisible({ timeout: 60_000 });
    await page.getByRole('button', { name: /^Open the picture of exhibit A-1/ }).press('Enter');
    await page.getByRole('button', { name: 'Take out all 3 faces to decide…' }).press('Enter');
    await decide(page, 'Shows students');
    await expect(page.getByRole('region', { name: 'What was decided' }).getByText('Face, taken out')).toHaveCount(3);
    expect(await axeViolations(page)).toEqual([]);
  });

  await test.step('a place is drawn with the mouse, and another placed by its figures', async () => {
    await page.getByRole('button', { name: 'Draw a box' }).click();
    const frame = page.locator('.picture-drawing');
    await frame.hover({ position: { x: 40, y: 40 } });
    await page.mouse.down();
    await frame.hover({ position: { x: 120, y: 100 } });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Take this place out…' }).click();
    await decide(page, 'A name tag');
    await page.getByRole('button', { name: 'Place a box by keyboard' }).press('Enter');
    await expect(page.getByLabel('From the left')).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(page.getByLabel('From the left')).toHaveValue('41 %');
    await page.getByRole('button', { name: 'Take this place out…' }).press('Enter');
    await decide(page, 'A tattoo');
    await expect(
      page.getByRole('region', { name: 'What was decided' }).getByText('Drawn place, taken out'),
    ).toHaveCount(2);
  });

  await test.step('a line is chosen from the list of words in another picture', async () => {
    await page.getByRole('button', { name: /^Open the picture of exhibit A-3/ }).click();
    await page.getByRole('checkbox', { name: /locker/i }).check();
    await page.getByRole('button', { name: 'Take out 1 chosen line…' }).press('Enter');
    await decide(page, 'Tells where a student is found');
    await expect(page.getByRole('region', { name: 'What was decided' }).getByText('Words, taken out')).toHaveCount(1);
  });

  await test.step('the binder is issued for the union, and its pages name no student', async () => {
    await issue(page);
    await expect(page.getByRole('article', { name: 'No. 1 Exhibit binder' })).toBeVisible({ timeout: 90_000 });
    await expect(pages(page)).toContainText('[Student A]', { timeout: 30_000 });
    await expect(pages(page)).not.toContainText(/Marisol|Griffith|dinosaur|locker/i);
    await expect(page.getByText('For: The employee and the union')).toBeVisible();
  });

  await test.step('the packet for the union is issued, saved, and the case still verifies', async () => {
    await page.getByLabel('Document', { exact: true }).selectOption({ label: 'Disclosure to employee and union' });
    await expect(page.getByLabel('For', { exact: true })).toHaveValue('employee-union');
    await issue(page);
    await expect(page.getByRole('article', { name: 'No. 2 Disclosure to employee and union' })).toBeVisible({
      timeout: 90_000,
    });
    const saved = join(folder, 'Packet.pdf');
    await answerDialogs(app, saved);
    await page.locator('.pages-pane').getByRole('button', { name: 'Save as…' }).click();
    await expect.poll(() => existsSync(saved)).toBe(true);
    const words = textOf(saved);
    expect(words).toMatch(/Exhibits with something\s+taken out/);
    expect(words).not.toMatch(/Marisol|Griffith|dinosaur/i);
  });

  await app.close();
  const home = join(folder, 'reader');
  expect(evenhand(home, ['verify', file])).toMatch(/./);
});

const takenOut = (page: Page) => page.getByRole('region', { name: 'What is taken out' });
/** The text layer of the pages as they are shown. */
const pages = (page: Page) => page.getByRole('region', { name: 'Pages of the document' });

async function decide(page: Page, reason: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name: 'Take out', exact: true }).press('Enter');
  await expect(dialog).toBeHidden();
}

async function issue(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Issue (final)' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Issue it for good' }).click();
}
