import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { answerDialogs, axeViolations, expect, test } from './fixtures/window.ts';

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
