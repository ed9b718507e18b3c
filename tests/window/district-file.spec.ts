import { join } from 'node:path';
import { answerDialogs, axeViolations, expect, test } from './fixtures/window.ts';

test('Human Resources confirms an article once, without a case, and a principal’s case reads it as confirmed', async ({
  page,
  app,
  folder,
}) => {
  test.setTimeout(120_000);
  const file = join(folder, 'gull-island-public-schools.evenhand-district');

  await test.step('begin the file of a new district', async () => {
    await page.getByRole('button', { name: /^District’s file/ }).click();
    await page.getByRole('button', { name: 'Enter the district' }).click();
    await page.getByLabel('Name of the district').fill('Gull Island Public Schools');
    await page.getByLabel('Superintendent, as letters name them').fill('Dr. Ada Moss');
    await page.getByLabel('Letterhead, a line each').fill('Gull Island Public Schools\n1 Pier Road');
    await page.getByRole('checkbox', { name: "Example teachers' agreement, invented", exact: true }).check();
    await page.getByRole('button', { name: 'Begin the file' }).click();
    await expect(page.getByRole('heading', { name: 'Gull Island Public Schools' })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  });

  await test.step('confirm an article, with who, when and the page', async () => {
    await page.getByRole('button', { name: /^Open Example teachers' agreement, invented/ }).click();
    await page.getByRole('button', { name: 'Confirm against the contract: Article 9.1' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Who compared it/).fill('Ines Roth, Director of Human Resources');
    await dialog.getByLabel(/^On/).fill('2026-02-02');
    await dialog.getByLabel(/^Page of the signed contract/).fill('9');
    await dialog.getByRole('button', { name: 'Confirm the article' }).click();
    await expect(
      page.getByText('Confirmed by Ines Roth, Director of Human Resources on 2 Feb 2026, page 9'),
    ).toBeVisible();
    await page.getByRole('button', { name: 'All agreements' }).click();
    await expect(page.getByRole('button', { name: /^Reverse: Confirmed Article 9.1/ })).toBeVisible();
  });

  await test.step('sign and save it', async () => {
    await answerDialogs(app, folder);
    await page.getByRole('button', { name: 'Sign and save the file' }).click();
    await expect(page.getByText('Signed and saved as gull-island-public-schools.evenhand-district')).toBeVisible();
    await page.getByRole('button', { name: 'All district files' }).click();
    await page.getByRole('button', { name: 'Start screen' }).click();
  });

  await test.step('a case that is made with it reads the article as confirmed', async () => {
    await answerDialogs(app, join(folder, 'Case.evenhand'), file);
    await page.getByRole('button', { name: /^New case/ }).click();
    await page.getByLabel('Title of the case').fill('A post');
    await page.getByRole('button', { name: 'Choose a place' }).click();
    await page.getByRole('radio', { name: /A district settings file/ }).check();
    await page.getByRole('button', { name: 'Choose the file' }).click();
    await expect(page.getByText(/signed by .* It carries 1 confirmed article\. Key [0-9a-f]{16}\./)).toBeVisible();
    await page.getByRole('radio', { name: /Without a passphrase/ }).check();
    await page.getByRole('checkbox', { name: /^I choose an unencrypted case file/ }).check();
    await page.getByRole('button', { name: 'Create the case' }).click();
    await expect(page.getByText('A post').first()).toBeVisible();
    await page.keyboard.press('Control+8');
    await page.getByText('Agreements', { exact: true }).click();
    await expect(page.getByText('gull-island-public-schools.evenhand-district, signed by')).toBeVisible();
    await page.getByRole('button', { name: /^Open Example teachers' agreement, invented/ }).click();
    await expect(page.getByText(/Confirmed by Ines Roth.*page 9 \(from the district file\)/)).toBeVisible();
  });
});
