import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Desk, teacher } from '../engine/desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = new Desk();
  await desk.newCase('sound-shore');
});
afterEach(() => desk.end());

async function withOpenDeadline() {
  const person = await desk.ask('person.add', teacher);
  await desk.ask('event.record', {
    kind: 'complaint-received',
    at: '2026-03-09T09:00:00-04:00',
    respondentId: person.id,
    details: {},
    note: null,
  });
  return person;
}

async function dueOf(step: string): Promise<string | null> {
  const view = await desk.ask('steps.view', {});
  return view.steps.find((one) => one.step === step)?.due ?? null;
}

describe('a snow day that is added later', () => {
  test('moves open deadlines, says which, and moves them back when it is reversed', async () => {
    const person = await withOpenDeadline();
    const before = await dueOf('notice-of-investigation');
    const { moved, view } = await desk.ask('calendar.add-snow-day', { date: '2026-03-11', reason: 'Snow' });
    const found = moved.find(({ from }) => from === before);
    expect(found).toMatchObject({ respondentId: person.id, respondent: teacher.name, from: before });
    expect(found?.to).toBe(await dueOf('notice-of-investigation'));
    expect((found?.to ?? '') > (before ?? '')).toBe(true);
    expect(view.asShipped).toBe(false);
    expect((await desk.lastLine())?.words).toMatch(/^Added the snow day 2026-03-11 \(\d+ open deadlines? moved\)$/);
    await desk.ask('history.reverse', {});
    expect(await dueOf('notice-of-investigation')).toBe(before);
    expect((await desk.ask('calendar.view', {}))?.asShipped).toBe(true);
    await desk.ask('history.repeat', {});
    expect(await dueOf('notice-of-investigation')).toBe(found?.to);
  });

  test('is kept when the case is closed and opened again', async () => {
    await withOpenDeadline();
    await desk.ask('calendar.add-snow-day', { date: '2026-03-11', reason: 'Snow' });
    const due = await dueOf('notice-of-investigation');
    await desk.reopen();
    expect(await dueOf('notice-of-investigation')).toBe(due);
  });

  test('is refused twice', async () => {
    await desk.ask('calendar.add-snow-day', { date: '2026-03-11', reason: 'Snow' });
    const error = await desk.refused('calendar.add-snow-day', { date: '2026-03-11', reason: 'Snow' });
    expect(error.title).toContain('a snow day already');
  });
});

const ICS = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'BEGIN:VEVENT',
  'DTSTART;VALUE=DATE:20260827',
  'SUMMARY:First day of school for stu',
  ' dents',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'DTSTART;VALUE=DATE:20270611',
  'SUMMARY:Last day of school',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'DTSTART;VALUE=DATE:20261223',
  'DTEND;VALUE=DATE:20270102',
  'SUMMARY:Winter recess\\, schools closed',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'DTSTART;VALUE=DATE:20270118',
  'SUMMARY:Martin Luther King Jr. Day',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'DTSTART;VALUE=DATE:20261103',
  'SUMMARY:Professional development\\, no school for students',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'DTSTART:20261120T120000',
  'SUMMARY:Early dismissal',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'DTSTART;VALUE=DATE:20260901',
  'RRULE:FREQ=WEEKLY',
  'SUMMARY:Staff meeting',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

describe('a calendar from a file', () => {
  test('iCalendar: folded lines, ranges without their end and without weekends, rules named and left out', async () => {
    const path = desk.write('year.ics', ICS);
    const { entries, notes } = await desk.ask('calendar.read-file', { path });
    expect(entries.find(({ date }) => date === '2026-08-27')?.marks).toEqual(['first-student-day']);
    const recess = entries.filter(({ words }) => words.startsWith('Winter recess'));
    expect(recess.map(({ date }) => date)).toEqual([
      '2026-12-23',
      '2026-12-24',
      '2026-12-25',
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
    ]);
    expect(recess[0]?.words).toBe('Winter recess, schools closed');
    expect(entries.find(({ date }) => date === '2027-01-18')?.marks).toEqual(['no-school', 'legal-holiday']);
    expect(entries.find(({ date }) => date === '2026-11-03')?.marks).toEqual(['no-school', 'staff-only']);
    expect(entries.find(({ date }) => date === '2026-11-20')?.marks).toEqual(['ignore']);
    expect(notes).toEqual(['“Staff meeting” repeats by a rule, which is not read; enter its days by hand.']);
  });

  test('the whole year is brought in, replaces an earlier version of it, and leaves other years alone', async () => {
    const path = desk.write('year.ics', ICS);
    const { entries } = await desk.ask('calendar.read-file', { path });
    const before = await desk.ask('calendar.view', {});
    await desk.ask('calendar.import', { entries, from: 'year.ics' });
    const { view } = await desk.ask('calendar.import', {
      entries: entries.filter(({ date }) => date !== '2026-11-03'),
      from: 'year.ics, mended',
    });
    const years = view.calendar.years;
    const added = years.find(({ firstStudentDay }) => firstStudentDay === '2026-08-27');
    expect(added?.lastStudentDay).toBe('2027-06-11');
    expect(added?.noSchool.some(({ date }) => date === '2026-11-03')).toBe(false);
    expect(added?.noSchool.some(({ date }) => date === '2026-12-24')).toBe(true);
    const [first] = before?.calendar.years ?? [];
    expect(years.find(({ firstStudentDay }) => firstStudentDay === first?.firstStudentDay)).toEqual(first);
    expect(view.calendar.legalHolidays.some(({ date }) => date === '2027-01-18')).toBe(true);
  });

  test('a table: month first as in the United States, named columns, kinds by word, rows that cannot be read named', async () => {
    const csv = [
      '\uFEFFDate,End,Kind,Reason',
      '8/30/2027,,first student day,Students begin',
      '"Sep 6, 2027",,,Labor Day',
      '2/14/2028,2/18/2028,no school,Recess',
      'soon,,,Field day',
    ].join('\n');
    const { entries, notes } = await desk.ask('calendar.read-file', { path: desk.write('year.csv', csv) });
    expect(entries.map(({ date, marks }) => `${date} ${marks.join('+')}`)).toEqual([
      '2027-08-30 first-student-day',
      '2027-09-06 no-school+legal-holiday',
      ...['14', '15', '16', '17', '18'].map((day) => `2028-02-${day} no-school`),
    ]);
    expect(notes).toEqual(['Row 5 has no date that can be read: soon, , , Field day']);
  });

  test('a year whose first student day nobody gave is refused by name', async () => {
    const error = await desk.refused('calendar.import', {
      entries: [{ date: '2029-11-11', words: 'Veterans Day', marks: ['no-school'] }],
      from: 'a list',
    });
    expect(error.title).toContain('2029-2030');
  });

  test('a calendar that contradicts itself is refused and nothing changes', async () => {
    const before = await desk.ask('calendar.view', {});
    const calendar = before?.calendar;
    if (calendar === undefined) throw new Error('there is a calendar');
    const [year] = calendar.years;
    if (year === undefined) throw new Error('there is a year');
    const wrong = { ...calendar, years: [{ ...year, lastStudentDay: '2025-01-01' }] };
    await desk.refused('calendar.save', { calendar: wrong, about: 'A slip' });
    expect(await desk.ask('calendar.view', {})).toEqual(before);
  });
});

test('deadlines go out as a calendar file with the case number and nobody’s name', async () => {
  await withOpenDeadline();
  const { path, name } = await desk.ask('deadline.save-calendar', { folder: desk.folder });
  const { readFileSync } = await import('node:fs');
  const ics = readFileSync(path, 'utf8');
  const { number } = await desk.ask('case.state', {});
  expect(name).toBe(`deadlines-${number}.ics`);
  const due = await dueOf('notice-of-investigation');
  expect(ics).toContain(`DTSTART;VALUE=DATE:${due?.replaceAll('-', '')}`);
  expect(ics).toContain(`Case ${number}`);
  expect(ics).not.toContain('Farrell');
  expect(ics.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const again = await desk.ask('deadline.save-calendar', { folder: desk.folder });
  expect(again.name).toBe(`deadlines-${number} (2).ics`);
});
