import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { evenhand } from './fixtures/command-line.ts';
import { answerDialogs, axeViolations, expect, handOver, type Page, test } from './fixtures/window.ts';

const person = {
  name: 'Owen Farrell',
  caseRole: 'respondent',
  occupation: 'teacher',
  position: 'Science teacher',
  unit: 'teachers',
  workingHours: [],
  accounts: [],
  relatives: [],
  note: null,
};

/** A case with one allegation that a passage is linked to, made by the same calls as the window makes. */
function makeCase(home: string, file: string): void {
  const call = (name: string, input: unknown) => JSON.parse(evenhand(home, ['call', file, name], input));
  evenhand(home, ['new', file, '--title', 'A post', '--no-passphrase', '--district', 'hollow-brook']);
  const owen = call('person.add', person).id;
  call('complaint.record', {
    receivedAt: '2026-03-11T08:00:00-04:00',
    channel: 'email',
    complainant: 'A parent',
    words: 'Please look at his page.',
    about: [owen],
    receivedBy: null,
    promised: null,
  });
  const post = join(home, 'post.csv');
  writeFileSync(post, 'From,Date,Post\nofarrell,2026-03-10T10:42:00-04:00,Posted in class\n');
  evenhand(home, ['import', file, post]);
  const [item] = call('item.page', { sort: 'number', limit: 5 }).rows;
  const allegation = call('allegation.add', {
    policy: '4118.51',
    clause: '8',
    respondentId: owen,
    conductOn: '2026-03-10',
    specification: { what: 'Posted in class', when: '10 March 2026', where: 'Facebook', toWhom: null },
    policyKnown: null,
  });
  call('mapping.add', {
    policy: '4118.51',
    clause: '8',
    itemId: item.id,
    element: 'update',
    weighs: 'for',
    passage: { kind: 'words', start: 0, end: 6, text: 'Posted' },
    allegationId: allegation.id,
    reason: null,
  });
}

test('a letter is chosen, written beside its pages, checked for its words, and issued as a Word file', async ({
  start,
  folder,
}) => {
  test.setTimeout(180_000);
  const home = join(folder, 'desk');
  mkdirSync(home);
  const file = join(folder, 'Letters.evenhand');
  makeCase(home, file);
  handOver(file);
  const { app, page } = await start(file);
  await page.getByRole('navigation').getByText('Documents', { exact: true }).click();

  await test.step('choose the request to cease; its pages come', async () => {
    await page.getByLabel('Document', { exact: true }).selectOption({ label: 'Request to cease' });
    await page.getByRole('button', { name: 'Make a draft' }).click();
    await expect(page.getByText(/^Draft, \d pages/)).toBeVisible({ timeout: 30_000 });
    await expect(pages(page)).toContainText('This is a request.');
  });

  const opening = page.getByRole('textbox', { name: 'Opening' });
  await test.step('what is typed stands on the pages before it is kept', async () => {
    await opening.fill('You must look at this post. ');
    await expect(page.getByText('Not kept yet; it is kept when you leave the field')).toBeVisible();
    await expect(pages(page)).toContainText('You must look at this post.', { timeout: 30_000 });
  });

  await test.step('an exhibit is cited, and the words are kept when the field is left', async () => {
    await opening.press('End');
    await page.getByLabel('Cite an exhibit').first().selectOption({ index: 1 });
    await expect(opening).toHaveValue(/\[A-1\]/);
    await opening.blur();
    await expect(page.getByText(/^Written by .*, /)).toBeVisible();
    await expect(pages(page)).toContainText('[Ex. A', { timeout: 30_000 });
  });

  await test.step('words that have no place in a request are named, with the reason', async () => {
    await expect(page.getByText('It says “must”. The policy gives a power to request, not to order.')).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Take the drafted words again' }).click();
    await expect(page.getByText('It says “must”', { exact: false })).toBeHidden();
    await page.getByRole('button', { name: 'Reverse', exact: false }).first().click();
    await expect(opening).toHaveValue(/You must look/);
  });

  await test.step('issue a record hold as a Word file and save it', async () => {
    await page.getByLabel('Document', { exact: true }).selectOption({ label: 'Record hold' });
    await page.getByRole('radio', { name: 'Word' }).check();
    await page.getByRole('button', { name: 'Issue (final)' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Issue it for good' }).click();
    await expect(page.getByText('Document 1, Record hold, is issued.')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('Issued as a Word file')).toBeVisible();
    const saved = join(folder, 'Hold.docx');
    await answerDialogs(app, saved);
    await page.locator('.pages-pane').getByRole('button', { name: 'Save as…' }).click();
    await expect.poll(() => existsSync(saved)).toBe(true);
    expect(readFileSync(saved).subarray(0, 2).toString()).toBe('PK');
  });

  await test.step('a closure letter in Spanish', async () => {
    await page.getByLabel('Document', { exact: true }).selectOption({ label: 'Closure letter' });
    await page.getByRole('radio', { name: 'Spanish' }).check();
    await page.getByRole('button', { name: 'Make a draft' }).click();
    await expect(pages(page)).toContainText('Carta de cierre', { timeout: 30_000 });
  });
});

/** The text layer of the pages as they are shown. */
function pages(page: Page) {
  return page.getByRole('region', { name: 'Pages of the document' });
}
