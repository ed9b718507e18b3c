import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerDialogs, axeViolations, dropFiles, expect, test } from './fixtures/window.ts';

test('the window opens, reaches its engine and shows a page that axe finds nothing wrong with', async ({ page }) => {
  await expect(page.getByRole('heading').first()).toBeVisible();
  await expect(page).toHaveTitle(/Evenhand/);
  expect(await axeViolations(page)).toEqual([]);
});

test('the window is remembered and nothing but its own settings lies in the profile', async ({ start, folder }) => {
  const first = await start();
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1111, 777));
  await first.close();
  expect(existsSync(join(folder, 'home', '.config', 'Evenhand', 'profile', 'window.json'))).toBe(true);
  const second = await start();
  const size = await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize());
  expect(size).toEqual([1111, 777]);
});

test('a place for a new case is asked of the person, and gets its ending', async ({ app, page, folder }) => {
  await answerDialogs(app, join(folder, 'A case'));
  expect(await page.evaluate(() => window.evenhand.placeCase('A case'))).toBe(join(folder, 'A case.evenhand'));
  await answerDialogs(app);
  expect(await page.evaluate(() => window.evenhand.placeCase('A case'))).toBeNull();
});

test('a file and a folder that are dropped on the window give their paths, and nothing opens them', async ({
  page,
  folder,
}) => {
  const file = join(folder, 'a message.txt');
  const inbox = join(folder, 'inbox');
  writeFileSync(file, 'Hello');
  mkdirSync(inbox);
  await page.evaluate(() => {
    const dropped: (string | null)[] = [];
    Object.assign(globalThis, { dropped });
    document.addEventListener('dragover', (event) => event.preventDefault(), true);
    document.addEventListener(
      'drop',
      (event) => {
        event.preventDefault();
        event.stopPropagation();
        for (const one of event.dataTransfer?.files ?? []) dropped.push(window.evenhand.pathOf(one));
        dropped.push(window.evenhand.pathOf(new File(['x'], 'made by a page.txt')));
      },
      true,
    );
  });
  await dropFiles(page, 'body', [file, inbox]);
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as { dropped: unknown[] }).dropped))
    .toEqual([file, inbox, null]);
  expect(page.url()).toBe('app://evenhand/');
});

test('what to do tonight is found without a case, by keyboard, and axe finds nothing wrong with the page', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'What to do tonight' }).press('Enter');
  const question = page.getByRole('group', { name: /child is abused/ });
  await question.getByRole('radio', { name: 'Yes', exact: true }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText(/^Find out: Is there reason to suspect/)).toBeVisible();
  await expect(page.getByText(/within 12 hours/)).toBeVisible();
  await expect(page.getByText('6 questions are still open.')).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Make a case now' }).click();
  await expect(page.getByRole('heading', { name: 'New case' })).toBeVisible();
});

test('the handbook opens by its key over whatever is shown, is searched, and axe finds nothing wrong with it', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Handbook' }).waitFor();
  await page.keyboard.press('Shift+F1');
  const dialog = page.getByRole('dialog', { name: 'Handbook' });
  await dialog.getByRole('searchbox').fill('snow day');
  await dialog.getByRole('button', { name: /Steps and deadlines Each deadline opens/ }).click();
  await expect(dialog.getByRole('heading', { name: 'Steps and deadlines' })).toBeVisible();
  await expect(dialog.getByRole('img', { name: 'What comes next, and why this date' })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
