import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { evenhand } from './fixtures/command-line.ts';
import { answerDialogs, axeViolations, expect, handOver, type Page, test } from './fixtures/window.ts';

const employee = {
  name: 'Owen Farrell',
  caseRole: 'respondent',
  occupation: 'teacher',
  position: 'Science teacher',
  unit: 'teachers',
  workingHours: [],
  accounts: [{ handle: 'ofarrell', platform: 'facebook', owner: 'personal', disclaimer: null }],
  relatives: [],
  note: null,
};
const roster = `Last Name,First Name,Job Title,Unit,E-mail
Lindgren,Beth,Attendance secretary,,bl@hollowbrook.example
Farrell,Owen,Science teacher,teachers,
,,Vacant,,
Montgomery-Featherstonehaugh-Okonkwo,Alexandrina Wilhelmina,Teacher,welders,
`;

test('a complaint is corrected, two entries become one, a list is brought in, and what is missing opens its form', async ({
  start,
  folder,
}) => {
  test.setTimeout(120_000);
  const path = join(folder, 'People.evenhand');
  const call = (name: string, input: unknown) => evenhand(folder, ['call', path, name], input);
  evenhand(folder, ['new', path, '--title', 'A case', '--no-passphrase', '--district', 'hollow-brook']);
  call('person.add', employee);
  call('person.add', { ...employee, name: 'O. Farrell', position: null, accounts: [] });
  call('complaint.record', {
    receivedAt: '2026-03-11T08:00:00-04:00',
    channel: 'letter',
    complainant: null,
    words: 'He posts during class.',
    about: [],
    receivedBy: 'Front office',
    promised: null,
  });
  const list = join(folder, 'staff.csv');
  writeFileSync(list, roster);
  handOver(path);
  const { app, page } = await start(path);

  await test.step('what is missing stands on the overview and opens the form that mends it', async () => {
    const missing = page.getByRole('region', { name: 'Never asked, requested or examined' });
    await missing.getByRole('button', { name: /^Show all/ }).click();
    await missing.getByRole('button', { name: /^Say about whom: Complaint 1 names nobody/ }).click();
    const form = page.getByRole('region', { name: 'Correct what is recorded of complaint 1' });
    await form.getByRole('checkbox', { name: 'Owen Farrell' }).check();
    await form.getByRole('radio', { name: 'Was shown it by somebody' }).check();
    await form.getByRole('button', { name: 'Record the correction' }).click();
    await expect(form.getByText('Say why it is corrected.')).toBeVisible();
    await form.getByRole('textbox', { name: 'Why it is corrected' }).fill('The letter names him by his room.');
    expect(await axeViolations(page)).toEqual([]);
    await form.getByRole('button', { name: 'Record the correction' }).click();
    const complaint = page.getByRole('article', { name: 'Complaint 1' });
    await expect(complaint.getByText('Owen Farrell')).toBeVisible();
    await expect(complaint.getByText(/^Corrected .*The letter names him by his room\.$/)).toBeVisible();
  });

  await test.step('two entries that may be one person are merged with a reason, and the merge is reversed', async () => {
    await go(page, 'People');
    await page.getByRole('button', { name: 'Look at them' }).click();
    await page.getByRole('button', { name: 'Merge Owen Farrell and O. Farrell' }).click();
    const dialog = page.getByRole('dialog', { name: 'Two entries, one person' });
    await dialog.getByRole('textbox', { name: 'Why they are one person' }).fill('The same classroom and hours.');
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Merge the two entries' }).click();
    await expect(page.getByText('1 person', { exact: true })).toBeVisible();
    await expect(page.getByText(/^O\. Farrell was taken up in Owen Farrell/)).toBeVisible();
    await page.getByRole('button', { name: /^Reverse/ }).click();
    await expect(page.getByText('2 people', { exact: true })).toBeVisible();
  });

  await test.step('a list is mapped, each row that cannot be taken is named, and what was chosen is taken', async () => {
    await answerDialogs(app, list);
    await page.getByRole('button', { name: 'Bring in a list' }).click();
    await page.getByRole('button', { name: 'Choose the file' }).click();
    await expect(page.getByRole('combobox', { name: 'What “Last Name” holds' })).toHaveValue('last-name');
    await page.getByRole('button', { name: 'Look through the rows' }).click();
    const rows = page.getByRole('table', { name: 'Rows of the list' });
    await expect(rows.getByRole('row', { name: /Cannot be taken There is no name\./ })).toBeVisible();
    await expect(rows.getByRole('row', { name: /Owen Farrell In the case already/ })).toBeVisible();
    await expect(rows.getByText('“welders” is no unit of this district: the unit stays open.')).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await rows.getByRole('checkbox', { name: /^Take row 5/ }).uncheck();
    await page.getByRole('button', { name: 'Take 1 person' }).click();
    await expect(page.getByText('1 person was added. It can be reversed in one go.')).toBeVisible();
    await page.getByRole('button', { name: 'Back to the people' }).click();
    await expect(page.getByRole('button', { name: 'Beth Lindgren', exact: true })).toBeVisible();
  });

  await test.step('a proof of notice and a conflict of interest are kept beside the person', async () => {
    await page.getByRole('button', { name: 'Owen Farrell', exact: true }).click();
    const onFile = page.getByRole('region', { name: 'On file about Owen Farrell' });
    await onFile.getByRole('button', { name: 'Record a proof' }).click();
    await expect(onFile.getByRole('combobox', { name: 'Policy' })).toHaveValue('4118.51');
    await onFile.getByLabel('On', { exact: true }).fill('2025-08-26');
    await onFile.getByRole('button', { name: 'Record a proof' }).click();
    await expect(onFile.getByText('Signed acknowledgement, 26 Aug 2025')).toBeVisible();
    await onFile.getByRole('button', { name: 'Record a conflict' }).click();
    await onFile.getByRole('textbox', { name: 'In a sentence' }).fill('He coaches the investigator’s son.');
    expect(await axeViolations(page)).toEqual([]);
    await onFile.getByRole('button', { name: 'Record a conflict' }).click();
    await expect(onFile.getByText('Nothing yet')).toBeVisible();
    await go(page, 'Overview');
    await page.getByRole('button', { name: /^Show all/ }).click();
    await expect(
      page.getByText('A conflict of interest of Owen Farrell is open: He coaches the investigator’s son.'),
    ).toBeVisible();
  });
});

async function go(page: Page, room: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Rooms of the case' })
    .getByRole('button', { name: room, exact: true })
    .click();
}
