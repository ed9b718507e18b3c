import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { MIXED_FILES, writeMixedFolder } from './fixtures/mixed-folder.ts';
import {
  answerDialogs,
  axeViolations,
  dropFiles,
  expect,
  handOver,
  type Page,
  type StartedApp,
  test,
} from './fixtures/window.ts';

/** Files inside the ten archives of the folder are evidence of their own. */
const ALL_FILES = MIXED_FILES + 10;

const title =
  'three hundred mixed files come in, and a person settles, corrects and writes down what the machine left open';

// The saved page asks for things from outside, which its policy refuses and the browser complains of.
test(title, { tag: '@policy-met' }, async ({ start, folder }) => {
  test.setTimeout(300_000);
  const inbox = join(folder, 'inbox');
  mkdirSync(inbox);
  await writeMixedFolder(inbox);
  handOver(inbox);
  const started = await start();
  const { page } = started;

  await test.step('make a case', () => newCase(started, join(folder, 'Intake.evenhand')));
  await test.step('drop the folder: outcomes come in, the import rests and goes on', () => dropped(page, inbox));
  await test.step('settle dates that can be read two ways', () => settleDates(page));
  await test.step('write down a voicemail', () => writeDown(page));
  await test.step('correct what was read in a picture', () => correctPicture(page));
  await test.step('a chat as a conversation', () => conversation(page));
  await test.step('a mail as a mail, with its pictures blocked', () => mail(page));
  await test.step('a PDF as pages with boxes', () => pages(page));
  await test.step('a saved page, inert', () => savedPage(started));
  await test.step('the table is narrowed and sorted', () => narrowed(page));
  await test.step('translate an item, reverse it and repeat it', () => translated(page));
});

async function newCase({ app, page }: StartedApp, caseFile: string): Promise<void> {
  await answerDialogs(app, caseFile);
  await page.getByRole('button', { name: /New case/ }).click();
  await page.getByLabel('Title of the case').fill('A folder of everything');
  await page.getByRole('button', { name: 'Choose a place' }).click();
  await page.getByRole('radio', { name: /Sound Shore/ }).check();
  await page.getByRole('radio', { name: /Encrypt with a passphrase/ }).check();
  await page.getByLabel('Passphrase', { exact: true }).fill('four quiet herons wade');
  await page.getByLabel('Passphrase again').fill('four quiet herons wade');
  await page.getByRole('button', { name: 'Create the case' }).click();
  await page.getByRole('button', { name: 'Copy the key' }).click();
  await page.getByRole('checkbox', { name: /kept in a safe place/ }).check();
  await page.getByRole('button', { name: 'Go on to the first questions' }).click();
  await page.getByRole('navigation').getByText('Evidence', { exact: true }).click();
}

async function dropped(page: Page, inbox: string): Promise<void> {
  await dropFiles(page, 'main', [inbox]);
  await page.getByRole('button', { name: 'Read now, write the receipt later' }).click();
  const bar = page.getByRole('region', { name: 'State of the case' });
  await bar.getByRole('button', { name: 'Pause' }).click();
  await expect(bar.getByText(/^Paused\. Importing evidence: \d+ of \d+/)).toBeVisible();
  await bar.getByRole('button', { name: 'Go on' }).click();
  // Quick files are read, and found, while pictures still wait.
  await expect(page.getByRole('row', { name: /WhatsApp Chat with Rosa Vale\.txt.*Read/ })).toBeVisible({
    timeout: 60_000,
  });
  await expect(bar.getByText(/\d+ read.*1 not read\./)).toBeVisible({ timeout: 200_000 });
  await expect(page.getByText(`${ALL_FILES} files`).first()).toBeVisible();
  await expect(bar.getByText('2 not read by machine')).toBeVisible();
  await expect(bar.getByText('1 file with dates to settle')).toBeVisible();
}

async function settleDates(page: Page): Promise<void> {
  await page.getByRole('button', { name: '1 file with dates to settle' }).click();
  await page.getByRole('row', { name: /Rosa Vale.*3 dates open|Rosa Vale.*4 dates open/ }).click();
  await expect(page.getByText('3/4/26, 9:12:05').first()).toBeVisible();
  await expect(page.getByText(/Read so, all of it lies within 4 days/)).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('radio', { name: /Day first, then the month/ }).check();
  await page.getByRole('textbox', { name: 'Why' }).fill('She showed the phone; it is set to English (UK).');
  await page.getByRole('button', { name: 'Settle the dates of this file' }).click();
  await expect(page.getByRole('heading', { name: 'Settled so' })).toBeVisible();
  await expect(page.getByRole('button', { name: '1 file with dates to settle' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Show its items' }).click();
  await expect(page.getByRole('row', { name: /3 Apr 2026, 09:12.*seating list/ })).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
}

async function writeDown(page: Page): Promise<void> {
  await page.getByRole('button', { name: '2 not read by machine' }).click();
  await page.getByRole('row', { name: /voicemail\.wav/ }).click();
  const player = page.locator('audio');
  await expect(player).toBeVisible();
  await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => audio.duration)).toBe(3);
  await page.getByRole('button', { name: 'Write down what is heard or seen' }).click();
  await page
    .getByRole('textbox', { name: 'Words' })
    .fill('0:00 Caller: The otter was seen at the harbor.\n0:02 Call me.');
  await expect(page.getByText('2 lines, 2 with a time')).toBeVisible();
  await page.getByRole('button', { name: 'Record it' }).click();
  await expect(page.getByRole('button', { name: 'Play from 0:02' })).toBeVisible();
  await expect(page.getByText('2 not read by machine, 1 of them described by a person').first()).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await items(page);
  await search(page, 'otter harbor');
  await expect(page.getByRole('row', { name: /Caller.*otter was seen/ })).toBeVisible();
}

async function correctPicture(page: Page): Promise<void> {
  await search(page, 'grades');
  await page
    .getByRole('row', { name: /Bring the grades along/ })
    .first()
    .click();
  await page.getByRole('checkbox', { name: 'Show recognised lines' }).check();
  await expect(page.locator('.picture-line').first()).toBeVisible();
  await page.getByRole('button', { name: 'Correct the line “Bring the grades along”' }).click();
  await page.getByRole('textbox', { name: 'What stands there' }).fill('Bring the gravy along');
  await page.getByRole('button', { name: 'Record the words' }).click();
  await expect(page.getByText('The machine read: Bring the grades along').first()).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await search(page, 'gravy');
  await expect(page.getByRole('row', { name: /gravy/ })).toHaveCount(1);
}

async function conversation(page: Page): Promise<void> {
  await open(page, 'seating', /seating list/);
  const talk = page.getByRole('list').filter({ hasText: 'I am still in class' });
  await expect(talk.getByText('thank you for last night')).toBeVisible();
  await expect(page.getByText('3 Apr 2026', { exact: true })).toBeVisible();
}

async function mail(page: Page): Promise<void> {
  await open(page, 'forms', /Please bring the forms|The bus leaves/);
  await expect(page.getByRole('heading', { name: 'The bus to the field trip' })).toBeVisible();
  await expect(
    page.getByText(/from 2 servers were not fetched: tracker\.example\.com, img\.example\.net/),
  ).toBeVisible();
}

async function pages(page: Page): Promise<void> {
  await open(page, 'Dear parents', /Dear parents/);
  await expect(page.getByText('Page 1 of 2')).toBeVisible();
  await page.getByRole('button', { name: 'Mark the line “the bus leaves at seven.”' }).click();
  await expect(page.getByRole('tab', { name: 'Mark a passage' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText('the bus leaves at seven.').last()).toBeVisible();
}

async function savedPage({ page, log }: StartedApp): Promise<void> {
  await open(page, 'refs', /refs/);
  await page.getByText('Page as it was saved').click();
  const frame = page.frameLocator('iframe[title*="post.html"]');
  await expect(frame.getByText('We lost because of the "refs".')).toBeVisible();
  await expect(frame.getByText('hidden by its class')).toBeHidden();
  // Nothing runs in it: the frame has an origin of its own and no rights.
  expect(await page.locator('iframe').getAttribute('sandbox')).toBe('');
  const refused = log().filter((line) => /Refused to/.test(line));
  expect(refused.filter((line) => !/example\.(?:org|com|io|net)/.test(line))).toEqual([]);
  expect(refused.some((line) => line.includes('tracker.example.com'))).toBe(true);
  await page.getByText('Words', { exact: true }).last().click();
}

async function narrowed(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByRole('button', { name: /^Time/ }).click();
  await page.getByLabel('From day').fill('2026-04-01');
  await page.getByLabel('To day').fill('2026-04-30');
  await page.keyboard.press('Escape');
  await expect(page.getByText(/, 4 shown/)).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByRole('combobox', { name: 'Show', exact: true }).click();
  await page.getByRole('option', { name: 'Words corrected by a person' }).click();
  await expect(page.getByText(/, 1 shown/)).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByRole('columnheader', { name: 'From' }).getByRole('button').first().click();
  await expect(page.getByRole('columnheader', { name: 'From' })).toHaveAttribute('aria-sort', 'ascending');
}

async function translated(page: Page): Promise<void> {
  await open(page, 'seating', /seating list/);
  await page.getByRole('tab', { name: 'Reading' }).click();
  await page.getByRole('button', { name: 'Add a translation' }).click();
  await page.getByRole('textbox', { name: 'What it says' }).fill('¿Me mandas la lista?');
  await page.getByRole('textbox', { name: 'Translated from' }).fill('English');
  await page.getByRole('textbox', { name: 'Translator' }).fill('Irene Solano, interpreter');
  await page.getByRole('button', { name: 'Record the translation' }).click();
  await expect(page.getByText('From English, by Irene Solano, interpreter')).toBeVisible();
  await page.getByRole('button', { name: /^Reverse: Recorded a translation/ }).click();
  await expect(page.getByText('Nobody has translated it.')).toBeVisible();
  await page.getByRole('button', { name: /^Repeat: Recorded a translation/ }).click();
  await expect(page.getByText('From English, by Irene Solano, interpreter')).toBeVisible();
}

async function items(page: Page): Promise<void> {
  await page.getByText('Items', { exact: true }).first().click();
}

async function search(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox').first().fill(words);
}

async function open(page: Page, words: string, row: RegExp): Promise<void> {
  await search(page, words);
  await page.getByRole('row', { name: row }).first().click();
}
