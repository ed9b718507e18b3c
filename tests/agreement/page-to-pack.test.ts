import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { StepEvent } from '../../src/contract/steps.ts';
import { checkPackText, liveDiscipline, loadCalendars, parsePack } from '../../src/engine/agreement/index.ts';
import { event, gate, laws, line, resources } from './case.ts';

const text = readFileSync(join(import.meta.dirname, 'fixtures', 'quillmere-teachers.yaml'), 'utf8');
const pack = parsePack(text, 'quillmere-teachers');

function scene(events: readonly StepEvent[], now: string, unit = 'quillmere-teachers') {
  return { events, now, packs: [pack, ...laws], respondents: [{ name: 'Dana Reyes', unit }] };
}

function due(events: readonly StepEvent[], now: string, step: string): string | null {
  return line(scene(events, now), step).due;
}

describe('a pack that was written from docs/agreements.md alone, for two units of one book', () => {
  test('has nothing wrong with it', () => {
    expect(checkPackText(text, { packs: laws, calendars: loadCalendars(resources) }).faults).toEqual([]);
  });

  test('gives ten school days for a first warning, from the meeting of Wed 25 Feb 2026', () => {
    // 26 27 (2), 2-6 March (7), 9 10 11 (10)
    expect(due([event('predisciplinary-meeting-held', '2026-02-25')], '2026-02-26', 'warning')).toBe('2026-03-11');
  });

  test('counts a grievance up to arbitration in school days, past a staff day, Good Friday, the recess and Memorial Day', () => {
    const issued = event('discipline-issued', '2026-03-02');
    // 3-6 (4), 9-12 (8), 16-20 (13), 23-27 (18), 30-31 1-2 (22), 6-10 (27), 20-24 (32), 27-1 May (37), 4-8 (42), 11-13 (45)
    expect(due([issued], '2026-03-03', 'grievance-1-filing')).toBe('2026-05-13');
    const first = [issued, event('grievance-filed', '2026-03-09', { level: 1 })];
    // 10 11 12 (3), 13 is staff only, 16 17 (5)
    expect(due(first, '2026-03-10', 'grievance-1-answer')).toBe('2026-03-17');
    const answered = [...first, event('grievance-answered', '2026-03-12', { level: 1 })];
    // 16-20 (5), 23-27 (10), 30-31 1-2 (14), 3 April is Good Friday, 6 (15)
    expect(due(answered, '2026-03-13', 'grievance-2-filing')).toBe('2026-04-06');
    const second = [...answered, event('grievance-filed', '2026-03-16', { level: 2 })];
    // 17-20 (4), 23-27 (9), 30 (10)
    expect(due(second, '2026-03-17', 'grievance-2-meeting')).toBe('2026-03-30');
    const met = [...second, event('grievance-meeting-held', '2026-03-30', { level: 2 })];
    // 31 1 2 (3), 6-10 (8), 20-24 (13), 27-1 May (18), 4 5 (20)
    expect(due(met, '2026-03-31', 'grievance-2-answer')).toBe('2026-05-05');
    const decided = [...met, event('grievance-answered', '2026-05-05', { level: 2 })];
    // 6-8 (3), 11-15 (8), 18-22 (13), 25 is Memorial Day, 26 27 (15)
    expect(due(decided, '2026-05-06', 'arbitration-demand')).toBe('2026-05-27');
  });

  test('asks for the meeting before discipline, and for a copy to the union without a number of days', () => {
    const complaint = event('complaint-received', '2026-02-20');
    const closed = gate(scene([complaint], '2026-02-23', 'quillmere-staff'), 'discipline');
    expect(closed.missing).toContain('The meeting has been neither held nor waived.');
    const issued = line(scene([complaint, event('discipline-issued', '2026-03-02')], '2026-03-03'), 'copy-to-union');
    expect([issued.state, issued.due]).toEqual(['due', null]);
  });

  test('lets a warning age after three years', () => {
    const item = { id: 'w', item: 'warning', on: '2023-03-02', subject: null, conduct: [], moveRequestedOn: null };
    const on = (day: string) => liveDiscipline([item], pack, day)[0];
    expect(on('2026-03-02')).toMatchObject({ live: true, lastDay: '2026-03-02', article: '29-9' });
    expect(on('2026-03-03')).toMatchObject({ live: false, mode: 'not-relied-on' });
  });
});

/** What the checker says of the pack after one change, as `line place: problem`. */
function saidOf(from: string, to: string): readonly string[] {
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  const { faults } = checkPackText(changed, { packs: laws, calendars: null });
  return faults.map(({ line: at, where, problem }) => `${at} ${where}: ${problem}`);
}

/** The line, from 1, on which a piece of the pack stands. */
function lineOf(piece: string): number {
  return text.slice(0, text.indexOf(piece)).split('\n').length;
}

describe('the checker says in words what to do', () => {
  test.each([
    ['version: "2015"', 'version: 2015', 'version', 'needs a text: put it in quotes (it was read as 2015)'],
    ['status: part-read', 'status: some', 'status', 'must be one of example, form, part-read, read, law'],
    ['id: quillmere-teachers', 'id: Quillmere', 'id', 'may hold only small letters, figures and hyphens'],
    [
      'to: 2019-06-30',
      'to: June 30, 2019',
      'inForce',
      '; a text with a comma inside { } or [ ] has to stand in quotes',
    ],
    ['ageing:', 'aging:', 'aging', 'is no field that is known here; docs/agreements.md lists them'],
    ['mutualWritten: false', 'mutualWritten: null', 'mutualWritten', 'needs true or false; null is not taken here'],
    ['days: 10, from', 'days: ten, from', 'days', 'needs a number in figures'],
    ['outside: []', 'outside: termination', 'outside', 'needs a list: in square brackets'],
    [
      'n: 45, kind: school',
      'n: 45, kind: day',
      'kind',
      'must be one of calendar, school, duty, working, business, hours',
    ],
    ['kind: agreement', 'kind: agreement\nkind: agreement', 'the text', 'Map keys must be unique'],
    [
      'say: The meeting has been',
      'say: The meeting: been',
      'the text',
      'a colon and a blank in it has to stand in quotes',
    ],
    ['step: predisciplinary-meeting, ', 'stp: predisciplinary-meeting, ', 'requires 1', 'has none of the forms'],
    [', say: The meeting has been neither held nor waived.', '', 'requires 1, say', 'is missing'],
    ['notHappened: closed-', 'notHappened: shut-', 'notHappened', 'is not a kind of event that is known'],
  ])('%s → %s', (from, to, where, problem) => {
    const found = saidOf(from, to).find((each) => each.includes(problem));
    expect(found, saidOf(from, to).join('\n')).toContain(where);
    const at = Number(found?.split(' ')[0]);
    expect(Math.abs(at - lineOf(from))).toBeLessThanOrEqual(1);
  });

  test('a field that is left out is missing, and is not said to be of the wrong kind', () => {
    expect(saidOf('  role: Not told in what was read\n', '')).toEqual([
      `${lineOf('representation:')} representation, role: is missing`,
    ]);
    expect(saidOf('    actor: employee\n', '')[0]).toContain('actor: is missing; it must be one of employee, union,');
  });

  test('one slip in the indentation is one problem', () => {
    expect(saidOf('    title: Grievance', '\ttitle: Grievance')).toEqual([
      `${lineOf('    title: Grievance')} the text: Tabs are not allowed as indentation; use blanks`,
    ]);
  });

  test('a level of the grievance is named where it is written, with what to do about a number that is not there', () => {
    const [said = ''] = saidOf('answer: { n: 20, kind: school }', 'answer: { n: null, kind: null }');
    expect(said).toMatch(/^\d+ step grievance-2-answer: .*set the meeting or the answer itself to null$/);
    expect(Number.parseInt(said, 10)).toBe(lineOf('{ level: 2'));
    expect(saidOf('limits: [{ days: 10,', 'limits: [{ days: null,')[0]).toMatch(/name the beginning in startsWith$/);
  });

  test('a level that runs from one that does not come before it is refused', () => {
    expect(saidOf('from: level-1-answer', 'from: level-3-answer')).toEqual([
      `${lineOf('{ level: 2')} grievance level 2: its filing runs from level 3, which is none of the levels before it (1)`,
    ]);
    expect(saidOf('from: level-2-answer', 'from: level-4-answer')[0]).toContain(
      'arbitration: its filing runs from level 4',
    );
    expect(saidOf('{ level: 2', '{ level: 1')[0]).toContain('grievance level 1: stands twice');
  });
});
