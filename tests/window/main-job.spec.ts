import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  answerDialogs,
  axeViolations,
  dropFiles,
  expect,
  type Page,
  type StartedApp,
  test,
} from './fixtures/window.ts';

const inbox = join(import.meta.dirname, '..', '..', 'resources', 'samples', 'harbor-night', 'inbox');
const passphrase = 'four quiet herons wade';
const theWords = 'Two years on a 504 plan';

test('an administrator carries a complaint from the first question to an issued referral, and finds it all again', async ({
  start,
  folder,
}) => {
  test.setTimeout(240_000);
  const caseFile = join(folder, 'Two complaints.evenhand');
  const first = await start();
  const { page } = first;

  await test.step('make an encrypted case in a district', () => newCase(first, caseFile));
  await test.step('answer the first questions', () => firstQuestions(page));
  await test.step('name the employee and record the complaint', () => complaint(page));
  await test.step('drop the folder and see what came of every file', () => evidence(page));
  await test.step('find a suggestion relevant and link its words', () => suggestionAndLink(page));
  await test.step('reverse and repeat the link', () => reverseAndRepeat(page));
  await test.step('mark words by hand', () => markByHand(page));
  await test.step('write an allegation, hear the employee, record a finding', () => finding(page));
  await test.step('complete a step, and pass the gate with a reason', () => steps(page));
  await test.step('issue the referral', () => referral(page));
  await test.step('close the case: one file is left', async () => {
    await page.getByRole('button', { name: 'Close the case' }).click();
    await expect(page.getByRole('button', { name: /New case/ })).toBeVisible();
    expect(existsSync(`${caseFile}-journal`)).toBe(false);
  });
  await first.close();

  const second = await start(caseFile);
  await test.step('open it again: everything is there', () => everythingIsThere(second.page));
});

async function newCase({ app, page }: StartedApp, caseFile: string): Promise<void> {
  await answerDialogs(app, caseFile);
  await page.getByRole('button', { name: /New case/ }).click();
  await page.getByLabel('Title of the case').fill('Two complaints at Harbor Point');
  await page.getByRole('button', { name: 'Choose a place' }).click();
  await page.getByRole('radio', { name: /Sound Shore/ }).check();
  await page.getByRole('radio', { name: /Encrypt with a passphrase/ }).check();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Passphrase again').fill(passphrase);
  await page.getByRole('button', { name: 'Create the case' }).click();
  await expect(page.getByRole('heading', { name: 'Keep the recovery key now' })).toBeVisible();
  await page.getByRole('button', { name: 'Copy the key' }).click();
  await page.getByRole('checkbox', { name: /kept in a safe place/ }).check();
  await page.getByRole('button', { name: 'Go on to the first questions' }).click();
}

async function firstQuestions(page: Page): Promise<void> {
  for (let answered = 1; answered <= 5; answered += 1) {
    await page.getByRole('radio', { name: 'No', exact: true }).first().check();
    await page.getByRole('button', { name: 'Record the answer' }).first().click();
    await expect(page.getByRole('tab', { name: new RegExp(`${answered} of 5 answered`) })).toBeVisible();
  }
}

async function complaint(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /Who it is about/ }).click();
  await page.getByRole('button', { name: 'Add Dana Whitcombe as respondent' }).click();
  await page.getByRole('button', { name: 'Add to the case' }).click();
  await expect(page.getByRole('tab', { name: /1 named/ })).toBeVisible();
  await page.getByRole('tab', { name: /The complaint/ }).click();
  await page.getByRole('radio', { name: 'Somebody came in' }).check();
  await page.getByRole('textbox', { name: 'Day' }).fill('2026-01-21');
  await page.getByRole('textbox', { name: 'Time' }).fill('10:15');
  await page.getByRole('textbox', { name: 'Who complained' }).fill('Gordon Pell');
  await page.getByRole('textbox', { name: /What was said/ }).fill('She puts a boy’s 504 plan on Facebook.');
  await page.getByRole('checkbox', { name: /Dana Whitcombe/ }).check();
  await page.getByRole('button', { name: 'Record the complaint' }).click();
  await expect(page.getByRole('tab', { name: /1 recorded/ })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
}

async function evidence(page: Page): Promise<void> {
  await go(page, 'Evidence');
  await dropFiles(page, 'main', [inbox]);
  await page.getByRole('textbox', { name: 'From whom' }).fill('The assistant principal’s folder');
  await page.getByRole('button', { name: 'Just now' }).click();
  await page.getByRole('combobox', { name: 'How it was obtained' }).click();
  await page.getByRole('option', { name: /handed over/i }).click();
  await page.getByRole('button', { name: 'Record the receipt and read the files' }).click();
  await expect(page.getByText(/30 read, 3 read with warnings, 3 there already, 2 not read/)).toBeVisible({
    timeout: 120_000,
  });
  await expect(page.getByText('38 files').first()).toBeVisible();
  await expect(page.getByRole('row', { name: /IMG_4472\.PNG.*Not read/ })).toBeVisible();
  await page.getByText('Items', { exact: true }).first().click();
  await expect(page.getByText(/212 items/).first()).toBeVisible();
}

async function suggestionAndLink(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Show' }).click();
  await page.getByRole('option', { name: 'With a suggestion' }).click();
  await page.getByRole('row', { name: /So proud of Theo/ }).click();
  await page.getByRole('button', { name: 'Relevant, to be examined' }).first().click();
  await expect(page.getByText(/found it relevant, to be examined/).first()).toBeVisible();
  await link(page, theWords, 'B3', 'For');
}

/** Links a typed quotation of the item at hand to the first element of a clause. */
async function link(page: Page, quotation: string, clause: string, weighs: 'For' | 'Against'): Promise<void> {
  await page.getByRole('tab', { name: /Mark a passage/ }).click();
  await page.getByRole('textbox', { name: 'Or type a quotation' }).fill(quotation);
  await page.getByRole('button', { name: 'Find it' }).click();
  await page.getByRole('combobox', { name: 'Clause' }).last().click();
  await page.getByRole('option', { name: new RegExp(`\\b${clause}\\b`) }).click();
  await page.getByRole('combobox', { name: 'Element' }).click();
  await page.getByRole('option').first().click();
  await page.getByRole('radio', { name: new RegExp(`^${weighs}`) }).check({ force: true });
  await page.getByRole('button', { name: 'Link the passage' }).click();
  await expect(page.getByText(/^Linked to/).first()).toBeVisible();
}

async function reverseAndRepeat(page: Page): Promise<void> {
  const links = page.getByRole('tab', { name: /^Links/ });
  await expect(links).toHaveAccessibleName(/1/);
  await page.getByRole('button', { name: /^Reverse: Linked a passage/ }).click();
  await expect(links).not.toHaveAccessibleName(/1/);
  await page.getByRole('button', { name: /^Repeat: Linked a passage/ }).click();
  await expect(links).toHaveAccessibleName(/1/);
}

async function markByHand(page: Page): Promise<void> {
  await link(page, 'read his own poem', 'B3', 'Against');
  await expect(page.getByRole('tab', { name: /^Links/ })).toHaveAccessibleName(/2/);
}

async function finding(page: Page): Promise<void> {
  await go(page, 'Findings');
  await page.getByRole('button', { name: 'New allegation' }).first().click();
  await page.getByRole('radio', { name: /Dana Whitcombe/ }).check();
  await page.getByRole('textbox', { name: 'Day of the conduct' }).fill('2026-01-14');
  await page.getByRole('button', { name: /^norwalk B3 / }).click();
  await page.getByRole('textbox', { name: 'What was done or said' }).fill('She told of a student’s 504 plan.');
  await page.getByRole('textbox', { name: 'When, as it will be printed' }).fill('14 January 2026, 20:52 as shown');
  await page.getByRole('textbox', { name: 'Where' }).fill('Facebook, personal page');
  await page.getByRole('button', { name: 'Record the allegation' }).click();
  await expect(page.getByRole('heading', { name: /Allegation 1: Dana Whitcombe/ })).toBeVisible();

  await test.step('a breach is refused while something is missing, in words', async () => {
    await recordFinding(page, 'Proved', 'Breach');
    await expect(page.getByText(/cannot be recorded yet.*has not been heard/s).first()).toBeVisible();
  });
  await test.step('a finding that is not sustained needs nothing more', async () => {
    await recordFinding(page, 'Not proved', 'Not reached');
    await expect(page.getByText(/Not proved, not reached/i).first()).toBeVisible();
  });
}

async function recordFinding(page: Page, fact: string, policy: string): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`^${fact}\\b`) }).check();
  await page.getByRole('radio', { name: new RegExp(`^${policy}\\b`) }).check();
  await page.getByRole('textbox', { name: 'Reasons' }).fill('The picture shows no author whose account was looked at.');
  await page.getByRole('button', { name: 'Record the finding' }).click();
}

async function steps(page: Page): Promise<void> {
  await go(page, 'Steps');
  await page.getByRole('button', { name: /^Record what happened: Tell the employee in writing that/ }).click();
  await page.getByRole('textbox', { name: 'Day' }).fill('2026-01-22');
  await page.getByRole('textbox', { name: 'Time' }).fill('15:05');
  await page.getByRole('button', { name: 'Record it' }).click();
  await expect(page.getByText('The notice of investigation was served').first()).toBeVisible();
  await page.getByRole('button', { name: 'Override with a reason: Issue the disciplinary referral' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('The Superintendent asked for the file as it stands.');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Override/ })
    .click();
  await expect(page.getByText('The Superintendent asked for the file as it stands.').first()).toBeVisible();
}

async function referral(page: Page): Promise<void> {
  await go(page, 'Documents');
  await page.getByRole('button', { name: 'Make a draft' }).click();
  await expect(page.getByText(/^Draft, \d+ pages/)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Issue (final)' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Issue it for good' }).click();
  await expect(page.getByText('Document 1, Employee disciplinary referral, is issued.')).toBeVisible({
    timeout: 30_000,
  });
  expect(await axeViolations(page)).toEqual([]);
}

async function everythingIsThere(page: Page): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Open the case' }).click();
  await expect(page.getByText('Two complaints at Harbor Point').first()).toBeVisible({ timeout: 15_000 });
  await go(page, 'Findings');
  await expect(page.getByText(/Not proved, not reached/i).first()).toBeVisible();
  await go(page, 'Documents');
  await expect(page.getByText(/No\. 1/).first()).toBeVisible();
  await go(page, 'Evidence record');
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByText('The case file is as it was recorded')).toBeVisible({ timeout: 30_000 });
}

async function go(page: Page, room: string): Promise<void> {
  await page.getByRole('navigation').getByText(room, { exact: true }).first().click();
  await expect(page.getByRole('heading', { name: room, level: 1 })).toBeVisible();
}
