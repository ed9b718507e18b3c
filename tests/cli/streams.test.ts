import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import { Terminal } from './evenhand.ts';
import { DeadlineLine, StepLine, SuggestLine } from './schemas.ts';

const terminal = new Terminal();
afterAll(() => terminal.end());

const text = {
  id: 'x1',
  item: {
    kind: 'sms',
    author: { name: 'Ray', role: 'coach', unit: 'non-certified' },
    recipients: [{ name: 'Mia', role: 'student', isRelativeOfAuthor: false }],
    audience: 'individual',
    text: 'hey, you up?',
  },
};

test('suggest answers each line before it reads the next', async () => {
  const child = terminal.start('suggest');
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  for (const id of ['first', 'second', 'third']) {
    child.stdin.write(`${JSON.stringify({ ...text, id })}\n`);
    const { value } = await answers.next();
    expect(SuggestLine.parse(JSON.parse(String(value))).id).toBe(id);
  }
  child.stdin.end();
  const [code] = await once(child, 'close');
  expect(code).toBe(0);
}, 30_000);

test('suggest takes both given policies, or the one that is named, and --all prints what passes no threshold', async () => {
  const both = await terminal.run(['suggest'], JSON.stringify(text));
  const line = SuggestLine.parse(both.lines[0]);
  expect(line.suggestions.map(({ clause }) => clause)).toContain('C2');
  const one = SuggestLine.parse(
    (await terminal.run(['suggest', '--policy', '4118.51'], JSON.stringify(text))).lines[0],
  );
  expect(one.suggestions.every(({ policy }) => policy === '4118.51')).toBe(true);
  const all = SuggestLine.parse((await terminal.run(['suggest', '--all'], JSON.stringify(text))).lines[0]);
  expect(all.suggestions.length).toBeGreaterThanOrEqual(line.suggestions.length);
  const unknown = await terminal.run(['suggest', '--policy', 'atlantis'], JSON.stringify(text));
  expect([unknown.code, unknown.stdout]).toEqual([2, '']);
});

test('a byte order mark before the first line, as PowerShell sends it, is no part of it', async () => {
  expect((await terminal.run(['suggest'], '\uFEFF{"id":"first"}\n')).lines).toMatchObject([{ id: 'first' }]);
});

test('suggest reads what fields there are, and says of a line that is no JSON that it is none', async () => {
  const { code, lines } = await terminal.run(
    ['suggest'],
    '{"id":"empty"}\n\n{"id": nonsense}\n{"id":"last","item":{"text":null}}\n',
  );
  expect(code).toBe(1);
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatchObject({ id: 'empty', suggestions: [] });
  expect(lines[1]).toMatchObject({ id: null, error: expect.stringContaining('Line 2') });
  expect(lines[2]).toMatchObject({ id: 'last' });
});

const calendar = {
  timeZone: 'America/New_York',
  years: [
    {
      firstTeacherDay: '2025-08-21',
      firstStudentDay: '2025-08-26',
      lastStudentDay: '2026-06-17',
      lastTeacherDay: '2026-06-18',
      noSchool: [
        { date: '2025-11-04', reason: 'Professional development' },
        { date: '2026-02-16', reason: "Presidents' Day" },
      ],
      staffOnly: [{ date: '2025-11-04', reason: 'Professional development' }],
    },
  ],
  legalHolidays: [{ date: '2026-02-12', reason: 'Lincoln Day' }],
  contractHolidays: [],
  snowDays: ['2026-01-27'],
};
const question = { id: 'd1', rule: { days: 5, dayKind: 'school' }, trigger: '2026-02-12T09:30:00-05:00', calendar };

test('deadline answers with its arithmetic, or with what the calendar lacks', async () => {
  const far = { ...question, id: 'd2', trigger: '2027-02-12T09:30:00-05:00' };
  const { code, lines } = await terminal.run(['deadline'], `${JSON.stringify(question)}\n${JSON.stringify(far)}\n`);
  expect(code).toBe(1);
  const [due, open] = lines.map((line) => DeadlineLine.parse(line));
  expect(due).toMatchObject({ id: 'd1', due: '2026-02-20' });
  expect(open).toMatchObject({ id: 'd2', missing: [expect.stringContaining('2027')] });
  const alone = await terminal.run(['deadline'], JSON.stringify(question));
  expect(alone.code).toBe(0);
  const { arithmetic } = due as { arithmetic: string[] };
  expect(arithmetic.slice(0, 3)).toEqual([
    'Thu 12 Feb 2026: the day of the event is not counted',
    'Fri 13 Feb: day 1',
    'Sat 14 Feb: no school',
  ]);
  expect(arithmetic).toContain('Fri 20 Feb: day 5');
});

test('deadline says of a line that is no question that it is none, and goes on', async () => {
  const { code, lines } = await terminal.run(['deadline'], `nonsense\n{"id":"d3"}\n${JSON.stringify(question)}\n`);
  expect(code).toBe(1);
  expect(lines.map((line) => 'due' in DeadlineLine.parse(line))).toEqual([false, false, true]);
  expect(lines[1]).toMatchObject({ id: 'd3' });
});

test('steps come from a case or from stdin, the same of both', async () => {
  await terminal.newCase('case.evenhand', '--district', 'hollow-brook');
  const person = {
    name: 'Owen Farrell',
    caseRole: 'respondent',
    occupation: 'teacher',
    position: null,
    unit: 'teachers',
    workingHours: [],
    accounts: [],
    relatives: [],
    note: null,
  };
  await terminal.call('person.add', person);
  const fromCase = await terminal.run(['steps', 'case.evenhand', '--json']);
  expect(fromCase.code, fromCase.stderr).toBe(0);
  const lines = fromCase.lines.map((line) => StepLine.parse(line));
  expect(lines.length).toBeGreaterThan(10);
  expect(new Set(lines.map(({ respondent }) => respondent))).toEqual(new Set(['Owen Farrell']));
  const input = await terminal.call('steps.input', {});
  const fromStdin = await terminal.run(['steps', '--stdin'], JSON.stringify(input));
  expect(fromStdin.lines.map((line) => StepLine.parse(line).step)).toEqual(lines.map(({ step }) => step));
  const nobody = await terminal.run(['steps', 'case.evenhand', '--respondent', 'Nobody']);
  expect([nobody.code, nobody.stdout]).toEqual([2, '']);
  expect(nobody.stderr).toContain('Owen Farrell');
  const words = await terminal.run(['steps', 'case.evenhand', '--respondent', 'Owen Farrell']);
  expect(words.stdout).toContain('Owen Farrell: ');
}, 60_000);

test('steps without a case, or with input that is none, are wrong usage', async () => {
  expect((await terminal.run(['steps'])).code).toBe(2);
  const broken = await terminal.run(['steps', '--stdin'], '{"events": 1}');
  expect([broken.code, broken.stdout]).toEqual([2, '']);
});
