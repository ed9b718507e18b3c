import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { textOf } from '../referral/pdf-tools.ts';
import { evenhand } from './fixtures/command-line.ts';
import { axeViolations, expect, handOver, type Page, test } from './fixtures/window.ts';

const reason = 'The union was asked by telephone.';

const person = {
  name: 'Dana Whitcombe',
  caseRole: 'respondent',
  occupation: 'teacher',
  position: 'English teacher',
  unit: 'teachers',
  workingHours: [],
  accounts: [],
  relatives: [],
  note: null,
};

test('the steps of a case are worked by keyboard: a gate met and passed over, a snow day, all taken back, all printed', async ({
  start,
  folder,
}) => {
  test.setTimeout(240_000);
  const home = join(folder, 'desk');
  mkdirSync(home);
  const file = join(folder, 'Steps.evenhand');
  evenhand(home, ['new', file, '--title', 'A post', '--no-passphrase', '--district', 'sound-shore']);
  evenhand(home, ['call', file, 'person.add'], person);
  handOver(file);

  const started = await start(file);
  const { page } = started;
  const press = (key: string) => page.keyboard.press(key);
  const rail = page.getByRole('region', { name: 'Steps for Dana Whitcombe' });
  const gate = rail.locator('li.gate').filter({ hasText: 'Question the employee' });

  await expect(page.getByText('A post').first()).toBeVisible();
  await press('Control+8');
  await expect(page.getByRole('heading', { name: 'Steps', level: 1 })).toBeVisible();

  await test.step('record the complaint and the notice; the rail says in one sentence what is next', async () => {
    await record(page, 'A complaint was received', '03092026', '0900AM');
    await expect(rail.locator('.rail-next')).toHaveText(/^Next: .{20,}[.]$/);
    await expect(rail).toContainText('if the article says so');
    await record(page, 'The notice of investigation was served', '03112026', '1100AM');
    await record(page, 'The interview was set', '03122026', '0100PM');
    await expect(rail.getByRole('heading', { name: /^Done/ })).toBeVisible();
  });

  await test.step('meet the gate: it is closed and says what is missing', async () => {
    await expect(gate).toContainText('Closed');
    await expect(gate).toContainText('The question of a representative is open');
  });

  await test.step('pass it over with a reason', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Override with a reason: Question the employee' }));
    await press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.type(reason);
    await press('Control+Enter');
    await expect(gate).toContainText('Overridden');
    await expect(gate).toContainText(reason);
  });

  const due = page.getByRole('region', { name: /^(Late|Today|Within|Later)/ });
  await test.step('every deadline opens its counting, the late ones first', async () => {
    await view(page, 'Deadlines');
    const first = due.first().getByRole('listitem').first();
    await first.getByText('Why this date?').focus();
    await press('Enter');
    await expect(first.getByText('the day of the event is not counted').first()).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  });

  await test.step('the overview of what was passed over', async () => {
    await view(page, 'Records');
    await expect(page.getByRole('region', { name: 'Gates passed over' })).toContainText(reason);
    expect(await axeViolations(page)).toEqual([]);
  });

  await test.step('a snow day that is added later moves deadlines and says which', async () => {
    await view(page, 'Calendar');
    const snow = page.getByRole('region', { name: 'Snow day', exact: true });
    await tabTo(page, snow.getByRole('textbox', { name: 'Day' }));
    await page.keyboard.type('03132026');
    await tabTo(page, snow.getByRole('button', { name: 'Add the snow day' }));
    await press('Enter');
    await expect(page.getByText(/open deadlines? moved:|No open deadline moved/)).toBeVisible();
    await tabTo(page, snow.getByRole('textbox', { name: 'Day' }));
    await page.keyboard.type('03172026');
    await expect(snow.getByRole('textbox', { name: 'Day' })).toHaveValue('2026-03-17');
    await tabTo(page, snow.getByRole('button', { name: 'Add the snow day' }));
    await press('Enter');
    await expect(page.getByText(/^\d+ open deadlines? moved:$/)).toBeVisible();
    await expect(
      page
        .getByRole('main')
        .getByText(/Dana Whitcombe\. .+ → /)
        .first(),
    ).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  });

  await test.step('counsel’s worksheet and the agreements are without violations', async () => {
    await view(page, 'Just cause');
    await expect(page.getByText(/^Counsel’s compartment/)).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await view(page, 'Agreements');
    await expect(page.getByRole('heading', { name: 'In force here' })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  });

  await test.step('HR confirms an article: its doubt goes', async () => {
    await tabTo(page, page.getByRole('button', { name: /^Open Example teachers/ }), 120);
    await press('Enter');
    await tabTo(page, page.getByRole('button', { name: /^Confirm against the contract: Article 9\.1/ }), 120);
    await press('Enter');
    await page.keyboard.type('Ines Roth, Human Resources');
    await press('Tab');
    await page.keyboard.type('02022026');
    await tabTo(page, page.getByRole('dialog').getByLabel(/^Page/));
    await page.keyboard.type('9');
    await press('Enter');
    await expect(page.getByText('Confirmed by Ines Roth, Human Resources on 2 Feb 2026, page 9')).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  });

  await test.step('the timeline is printed, with what was passed over', async () => {
    await view(page, 'Deadlines');
    await tabTo(page, page.getByRole('button', { name: 'Timeline of Dana Whitcombe' }));
    await press('Enter');
    await expect(page.getByRole('heading', { name: 'Documents', level: 1 })).toBeVisible();
    await press('Control+Enter');
    await expect(page.getByText(/^Draft, \d+ pages?/).first()).toBeVisible({ timeout: 30_000 });
  });

  await test.step('everything is taken back, one after the other', async () => {
    await press('Control+8');
    await view(page, 'Calendar');
    await press('Control+Alt+z'); // the confirmation
    await press('Control+Alt+z'); // the second snow day
    await press('Control+Alt+z'); // the first
    await expect(page.getByText('As it came with the district’s settings.')).toBeVisible();
    await view(page, 'What is next');
    await press('Control+Alt+z');
    await expect(gate).toContainText('Closed');
    for (let events = 3; events > 0; events -= 1) {
      const rows = page.getByRole('table', { name: 'Recorded events' }).getByRole('row');
      await expect(rows).toHaveCount(events + 1);
      await press('Control+Alt+z');
    }
    await expect(page.getByText('Nothing is recorded yet.', { exact: false })).toBeVisible();
  });

  await test.step('repeated, it stands on paper', async () => {
    for (let line = 0; line < 4; line += 1) {
      await press('Control+Alt+y');
      await page.waitForTimeout(200);
    }
    await expect(gate).toContainText('Overridden');
  });
  await started.close();
  const paper = join(folder, 'timeline.pdf');
  evenhand(home, ['document', file, 'step-timeline', '--out', paper]);
  expect(textOf(paper).replace(/\s+/g, ' ')).toContain(reason);
});

/** Records an event by keys alone: the form, the kind by typing, the day, the time. */
async function record(page: Page, kind: string, day: string, time: string): Promise<void> {
  await page.keyboard.press('Control+Shift+a');
  const form = page.getByRole('region', { name: 'Record what happened' });
  await expect(form).toBeVisible();
  await tabTo(
    page,
    form.getByRole('combobox', { name: 'What happened' }).or(form.getByLabel('What happened')).first(),
    160,
  );
  await page.keyboard.type(kind);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, form.getByLabel('Whom it concerns'));
  await page.keyboard.type('Dana');
  await tabTo(page, form.getByLabel('Day').first());
  await page.keyboard.type(day);
  await tabTo(page, form.getByLabel('Time').first());
  await page.keyboard.type(time);
  await tabTo(page, form.getByRole('button', { name: 'Record it' }));
  await page.keyboard.press('Enter');
  await expect(form).toBeHidden();
}

/** A view of the room, by the palette. */
async function view(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(`Steps ${name}`);
  await expect(page.getByRole('dialog').getByText(`Steps: ${name}`)).toBeVisible();
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
