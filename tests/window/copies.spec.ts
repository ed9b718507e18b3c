import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answerDialogs, axeViolations, expect, handOver, test } from './fixtures/window.ts';

const commandLine = fileURLToPath(new URL('../../src/cli/index.ts', import.meta.url));

test('a copy for the union is made in the window, by name and place, and holds when it is checked', async ({
  start,
  folder,
}) => {
  const run = (...words: readonly string[]) =>
    spawnSync(process.execPath, [commandLine, ...words], {
      env: { ...process.env, INIT_CWD: folder, EVENHAND_PROFILE: join(folder, 'profile') },
      encoding: 'utf8',
    });
  expect(run('new', 'a.evenhand', '--title', 'A', '--no-passphrase').status).toBe(0);
  handOver(join(folder, 'a.evenhand'));
  const place = join(folder, 'for others');
  mkdirSync(place);
  handOver(place);
  const { app, page } = await start(join(folder, 'a.evenhand'));
  await page
    .getByRole('link', { name: 'Evidence record' })
    .or(page.getByRole('button', { name: 'Evidence record' }))
    .first()
    .click();
  await page.getByText('Proof for others', { exact: true }).click();
  await page.getByRole('button', { name: 'Make a copy', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Make a copy for others' });
  await dialog.getByRole('button', { name: 'Make the copy' }).click();
  await expect(dialog.getByText('Choose for whom the copy is made.')).toBeVisible();
  await expect(dialog.getByText('The copy is not encrypted.')).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);

  // A complete copy says that it is one, and needs a name.
  await dialog.getByRole('radio', { name: /^Complete copy/ }).check();
  await expect(dialog.getByText('This is a complete copy, and it is not encrypted.')).toBeVisible();
  await answerDialogs(app, place);
  await dialog.getByRole('button', { name: 'Choose a folder' }).click();
  await dialog.getByRole('button', { name: 'Make the copy' }).click();
  await expect(dialog.getByText('Say who receives the complete copy.')).toBeVisible();

  await dialog.getByRole('radio', { name: /^Employee and union/ }).check();
  await dialog.getByLabel('Who receives it').fill('Rosa Delgado');
  const shown = (await dialog.getByText(/-employee-union$/).textContent()) ?? '';
  expect(shown.startsWith(place)).toBe(true);
  await dialog.getByRole('button', { name: 'Make the copy' }).click();
  await expect(page.getByText('Received by Rosa Delgado.')).toBeVisible({ timeout: 20_000 });
  expect(existsSync(join(shown, 'check-this-copy.html'))).toBe(true);
  expect(readFileSync(join(shown, 'bag-info.txt'), 'utf8')).toContain('Evenhand-Recipient: Rosa Delgado');
  const { status, stdout } = run('verify', shown);
  expect(stdout).toMatch(/^Unchanged since/);
  expect(status).toBe(0);
});
