import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { axeViolations, expect, handOver, type Page, test } from './fixtures/window.ts';

const kept = mkdtempSync(join(tmpdir(), 'evenhand-reasoning-'));
const made = join(kept, 'Reasoning.evenhand');
handOver(kept);

test.beforeAll(() => {
  test.setTimeout(120_000);
  // A process of its own: the runner's way of loading TypeScript reaches no engine.
  const maker = join(import.meta.dirname, 'fixtures/make-reasoning-case.ts');
  const { status, stderr } = spawnSync(process.execPath, [maker, made], { encoding: 'utf8' });
  expect(stderr.replaceAll(/^.*[Ww]arning.*$/gm, '').trim()).toBe('');
  expect(status).toBe(0);
});
test.afterAll(() => rmSync(kept, { recursive: true, force: true }));

const asked = 'Did you write this during third period?';
const answer = 'No, I wrote it at lunch, in the staff room, and nobody was there but Mr. Pell and the coffee machine.';

test('an interview is taken live by keyboard, outlives a kill in the middle of a word, and is signed', async ({
  start,
  folder,
}) => {
  test.setTimeout(120_000);
  const path = join(folder, 'Reasoning.evenhand');
  copyFileSync(made, path);
  handOver(path);
  const first = await start(path);
  let { page } = first;
  await view(page, 'Interviews and statements');
  await tabTo(page, page.getByRole('button', { name: 'Take or write down an interview' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Begin now' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Question 1' })).toBeFocused();
  await page.keyboard.type(asked);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('textbox', { name: 'Answer 1' })).toBeFocused();
  await page.keyboard.type(answer);
  await page.keyboard.press('Alt+b');
  await expect(page.getByText(/^Break since \d\d:\d\d$/)).toBeVisible();
  await page.keyboard.press('Alt+b');
  await page.keyboard.type(' Half a sen');
  await expect(page.getByText(/^asked \d\d:\d\d$/)).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  // Longer than words wait for the disk, and no longer.
  await page.waitForTimeout(600);
  first.app.process().kill('SIGKILL');

  ({ page } = await start(path));
  await view(page, 'Interviews and statements');
  await tabTo(page, page.getByRole('button', { name: 'Take or write down an interview' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/typed on .* and not recorded yet/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Answer 1' })).toHaveValue(`${answer} Half a sen`);
  await page.getByRole('button', { name: 'End the interview' }).click();
  await page.getByRole('button', { name: 'Record the interview' }).click();
  const card = page.getByRole('article', { name: 'Interview 1: Owen Farrell' });
  await expect(card).toContainText(asked);
  await expect(card).toContainText(/Breaks: \d\d:\d\d to \d\d:\d\d/);
  await card.getByRole('button', { name: 'Sign and lock interview 1' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('Dana Ruiz, Investigator');
  await page.getByRole('dialog').getByRole('button', { name: 'Sign and lock' }).click();
  await expect(card).toContainText('Signed by Dana Ruiz, Investigator');
  await expect(card.getByRole('button', { name: /Go on writing/ })).toHaveCount(0);
  // What was recorded is no longer waiting to be recorded.
  await page.getByRole('button', { name: 'Take or write down an interview' }).click();
  await expect(page.getByRole('textbox', { name: 'Answer 1' })).toHaveValue('');
});

test('by mouse a specification is built from marked passages, two accounts are weighed side by side, and a finding is refused and then recorded', async ({
  start,
  folder,
}) => {
  test.setTimeout(120_000);
  const path = join(folder, 'Reasoning.evenhand');
  copyFileSync(made, path);
  handOver(path);
  const { page } = await start(path);

  await test.step('a specification from a marked passage: its words, its time, its day', async () => {
    await page.getByRole('button', { name: 'Findings', exact: true }).click();
    await page.getByRole('button', { name: 'New allegation' }).click();
    await page.getByRole('button', { name: /4118\.51 6\b/ }).click();
    await page.getByRole('button', { name: 'Bring it in: “vote no”' }).click();
    await expect(page.getByRole('textbox', { name: 'What was done or said' })).toHaveValue(
      /wrote: “vote no” \(item 1\)/,
    );
    await expect(page.getByRole('textbox', { name: /^When/ })).toHaveValue(/10 Mar 2026, 18:42/);
    await expect(page.getByLabel('Day of the conduct')).toHaveValue('2026-03-10');
    await page.getByRole('textbox', { name: 'Where', exact: true }).fill('Facebook');
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Record the allegation' }).click();
    await expect(page.getByRole('heading', { name: 'Allegation 2: Owen Farrell' })).toBeVisible();
  });

  await test.step('two accounts side by side, with the reasons to believe each under it', async () => {
    await page.getByText('Weighing', { exact: true }).click();
    await page.getByRole('button', { name: 'Open a disputed fact' }).first().click();
    await page.getByRole('combobox', { name: 'Allegation' }).selectOption({ index: 1 });
    await page.getByRole('textbox', { name: /as a question/ }).fill('Was it written during third period?');
    await page.getByRole('button', { name: 'Open it' }).click();
    await putAccount(page, /response/, 'At lunch.', 'I wrote it at lunch');
    await putAccount(page, /^Statement 1/, 'In third period.', 'in third period');
    await expect(page.getByRole('region', { name: 'Response of Owen Farrell' })).toContainText('I wrote it at lunch');
    await expect(page.getByRole('region', { name: 'Statement 1 of Ines Duarte' })).toContainText('in third period');
    for (const where of ['Response of Owen Farrell', 'Statement 1 of Ines Duarte']) {
      await page
        .getByRole('group', { name: `Plausibility, ${where}` })
        .getByRole('radio', { name: 'Not known' })
        .click();
      await page.getByRole('textbox', { name: `Why: Plausibility, ${where}` }).fill('The phone was not looked at.');
      await page.getByRole('button', { name: `Record plausibility of ${where}` }).click();
      await expect(page.getByRole('button', { name: `Record plausibility of ${where}` })).toBeHidden();
    }
    await page.getByRole('radio', { name: 'None is preferred' }).click();
    await page.getByRole('textbox', { name: 'Reasons' }).fill('Nothing bears out either.');
    await page.getByRole('button', { name: 'Record what is believed' }).click();
    await expect(page.getByRole('article', { name: 'What is believed, and why' })).toContainText('None is preferred');
    expect(await axeViolations(page)).toEqual([]);
  });

  await test.step('sustained is refused with what is missing; not sustained takes no more clicks', async () => {
    await page.getByText('Allegations', { exact: true }).first().click();
    await page.getByRole('button', { name: /^Allegation 1/ }).click();
    const sustained = await find(page, 'Sustained');
    const refusal = page.getByRole('alert').filter({ hasText: 'cannot be recorded yet' });
    await expect(refusal).toContainText('has not been examined');
    await expect(refusal).toContainText('best case has not been read');
    await expect(page.getByRole('textbox', { name: 'Reasons' }).last()).toHaveValue('Nobody saw it.');
    const notSustained = await find(page, 'Not sustained');
    const record = page.getByRole('article', { name: /not proved/i });
    await expect(record).toContainText('Nobody saw it.');
    expect(notSustained).toBeLessThanOrEqual(sustained);
    await page.getByRole('button', { name: 'Supersede with a new finding' }).click();
    const exonerated = await find(page, 'It happened, and was no breach');
    expect(exonerated).toBeLessThanOrEqual(sustained);
    await expect(page.getByRole('article', { name: /no breach/i })).toBeVisible();
  });
});

/** Makes a finding from its starting point to the record button, and counts the clicks. */
async function find(page: Page, start: string): Promise<number> {
  const form = page
    .getByRole('region', { name: /finding/i })
    .filter({ has: page.getByRole('button', { name: 'Record the finding' }) })
    .last();
  const clicked = [
    form.getByRole('button', { name: start, exact: true }),
    form.getByRole('button', { name: 'Record the finding' }),
  ];
  await clicked[0]?.click();
  await form.getByRole('textbox', { name: 'Reasons' }).fill('Nobody saw it.');
  await clicked[1]?.click();
  return clicked.length;
}

async function putAccount(page: Page, source: RegExp, says: string, quote: string): Promise<void> {
  await page.getByRole('button', { name: 'Put an account here' }).click();
  const form = page.getByRole('region', { name: 'Put an account here' });
  const choice = form.getByRole('combobox', { name: 'Where it was said' });
  const label = (await choice.getByRole('option').allTextContents()).find((one) => source.test(one)) ?? '';
  await choice.selectOption({ label });
  await form.getByRole('textbox', { name: /in one sentence/ }).fill(says);
  await form.getByRole('textbox', { name: /Exact words/ }).fill(quote);
  await form.getByRole('button', { name: 'Put it here' }).click();
  await expect(form).toBeHidden();
}

/** A view of the findings, by the palette. */
async function view(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Rooms of the case' })).toBeVisible();
  await page.keyboard.press('Control+5');
  await expect(page.getByRole('heading', { name: 'Findings', level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type(`Findings ${name}`);
  await expect(page.getByRole('dialog').getByText(`Findings: ${name}`)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name, exact: true })).toBeChecked();
}

async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    if ((await target.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`tabTo: the Tab key never reached ${target}`);
}
