import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeEvidenceCase } from '../custody/evidence-case.ts';
import { verify } from '../custody/raw-case.ts';
import { Desk } from '../engine/desk.ts';
import { textOf } from '../referral/pdf-tools.ts';
import { Terminal } from './evenhand.ts';

const terminal = new Terminal();
beforeAll(async () => {
  const desk = new Desk();
  await makeEvidenceCase(desk);
  await desk.ask('case.close', {});
  copyFileSync(desk.path, terminal.at('case.evenhand'));
  await desk.end();
}, 60_000);
afterAll(() => terminal.end());

test('document --list prints a kind a line', async () => {
  const { code, stdout } = await terminal.run(['document', '--list']);
  expect(code).toBe(0);
  expect(stdout.trim().split('\n')).toEqual(
    expect.arrayContaining(['disciplinary-referral', 'notice-of-investigation']),
  );
});

test('a draft goes to the kind’s name where it was typed, changes nothing and prints the latest checkpoint', async () => {
  const before = readFileSync(terminal.at('case.evenhand'));
  const { fingerprint } = verify(terminal.at('case.evenhand'));
  const { code, stdout, stderr } = await terminal.run(['document', 'case.evenhand', 'disciplinary-referral']);
  expect(code, stderr).toBe(0);
  expect(stdout).toBe('');
  expect(textOf(terminal.at('disciplinary-referral.pdf')).replace(/\s/g, '')).toContain(fingerprint);
  expect(readFileSync(terminal.at('case.evenhand')).equals(before)).toBe(true);
}, 30_000);

test('--freeze issues it, for a respondent by name, in the standard and file that were asked for', async () => {
  const words = [
    'document',
    'case.evenhand',
    'disciplinary-referral',
    '--freeze',
    '--respondent',
    'Owen Farrell',
    '--standard',
    'ua-1',
    '--out',
    'out.pdf',
    '--json',
  ];
  const { code, lines, stderr } = await terminal.run(words);
  expect(code, stderr).toBe(0);
  expect(lines).toMatchObject([{ frozen: true, path: terminal.at('out.pdf') }]);
  expect(readFileSync(terminal.at('out.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  const documents = await terminal.call('document.list', {});
  expect(documents).toMatchObject([{ number: 1 }, { number: 2, standard: 'ua-1' }]);
  expect(verify(terminal.at('case.evenhand')).ok).toBe(true);
}, 30_000);

test('--freeze is refused while the gate is closed, a draft never', async () => {
  const people = await terminal.call('person.list', {});
  expect(people).toHaveLength(2);
  const second = {
    name: 'Marc Dubois',
    caseRole: 'respondent',
    occupation: 'teacher',
    position: null,
    unit: 'teachers',
    workingHours: [],
    accounts: [],
    relatives: [],
    note: null,
  };
  const { id } = (await terminal.call('person.add', second)) as { id: string };
  const allegation = {
    respondentId: id,
    policy: '4118.51',
    clause: '8',
    conductOn: '2026-03-10',
    specification: { what: 'w', when: 'w', where: 'w', toWhom: null },
    policyKnown: null,
  };
  await terminal.call('allegation.add', allegation);
  const words = [
    'document',
    'case.evenhand',
    'disciplinary-referral',
    '--respondent',
    'Marc Dubois',
    '--out',
    'closed.pdf',
  ];
  const frozen = await terminal.run([...words, '--freeze']);
  expect(frozen.code).toBe(1);
  expect(frozen.stderr).toContain('cannot be issued yet');
  expect(existsSync(terminal.at('closed.pdf'))).toBe(false);
  expect((await terminal.run(words)).code).toBe(0);
}, 60_000);

test.each([
  ['no kind', ['document', 'case.evenhand']],
  ['a kind that there is not', ['document', 'case.evenhand', 'poem']],
  ['a respondent who is none', ['document', 'case.evenhand', 'disciplinary-referral', '--respondent', 'Nobody']],
  ['a standard that there is not', ['document', 'case.evenhand', 'disciplinary-referral', '--standard', 'x-4']],
  ['a folder that there is not', ['document', 'case.evenhand', 'disciplinary-referral', '--out', 'no/where.pdf']],
  ['a format that there is not', ['document', 'case.evenhand', 'disciplinary-referral', '--format', 'odt']],
  ['a language that there is not', ['document', 'case.evenhand', 'closure-letter', '--language', 'fr']],
])(
  '%s is wrong usage and leaves no file',
  async (_, words) => {
    const { code, stdout, stderr } = await terminal.run(words);
    expect(code, stderr).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trim().length).toBeGreaterThan(10);
  },
  30_000,
);
