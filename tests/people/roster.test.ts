import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RosterOrder } from '../../src/contract/roster.ts';
import { clockOf } from '../../src/engine/roster/rows.ts';
import { Desk, teacher } from '../engine/desk.ts';
import { makeXlsx } from '../readers/made/office.ts';

let desk: Desk;
beforeEach(async () => {
  desk = new Desk();
  await desk.newCase();
});
afterEach(() => desk.end());

const list = `Last Name,First Name,Job Title,Bargaining Unit,Email,Days,Start,End,Locker
Farrell,Owen,Science Teacher,teachers,ofarrell@hollowbrook.example,Mon-Fri,7:40 AM,2:50 PM,12
"Dubois, Jr.",Marc,PE Teacher,Teachers,,Mon-Fri,07:40,14:50,
Kowalczyk,Rita,Head Cook,cafeteria,rk@hollowbrook.example,Mon-Fri,6am,late,4
,,Vacant,teachers,,,,,
Farrell,Owen,Coach,,OFARRELL@hollowbrook.example,,,,
#REF!,,Clerk,,,,,,
Nandakumar,Priya,School Nurse,nurses,,,7:30,15:00,
Teague,A.,Secretary,,,,,,,slipped
`;

const workbook = makeXlsx({
  sheets: [
    {
      name: 'Staff',
      rows: [
        ['Employee', 'Assignment'],
        ['Lindgren, Beth', 'Attendance secretary'],
        ['Robin Vale', 'Teacher'],
      ],
    },
    { name: 'Empty', rows: [] },
  ],
});

function order(path: string, more: Partial<RosterOrder> = {}): RosterOrder {
  return {
    path,
    sheet: null,
    columns: ['last-name', 'first-name', 'position', 'unit', 'email', 'days', 'from', 'to', null],
    caseRole: 'witness',
    ...more,
  };
}

test('a list of people is read, and what its columns hold is proposed', async () => {
  const path = desk.write('staff.csv', list);
  const { name, tables } = await desk.ask('roster.read', { path });
  expect(name).toBe('staff.csv');
  expect(tables).toMatchObject([
    {
      rows: 8,
      headings: [
        'Last Name',
        'First Name',
        'Job Title',
        'Bargaining Unit',
        'Email',
        'Days',
        'Start',
        'End',
        'Locker',
        '',
      ],
      proposed: ['last-name', 'first-name', 'position', 'unit', 'email', 'days', 'from', 'to', null, null],
    },
  ]);
  expect(tables[0]?.sample[0]?.slice(0, 2)).toEqual(['Farrell', 'Owen']);
});

test('a dry run names each row that cannot be taken and what stays open, and takes nothing', async () => {
  const path = desk.write('staff.csv', list);
  const lines = await desk.lines();
  const { rows } = await desk.ask('roster.check', order(path));
  expect(rows.map(({ row, name, outcome, because }) => [row, name, outcome, because])).toEqual([
    [2, 'Owen Farrell', 'new', null],
    [3, 'Marc Dubois, Jr.', 'new', null],
    [4, 'Rita Kowalczyk', 'new', null],
    [5, null, 'cannot-be-taken', 'There is no name.'],
    [6, 'Owen Farrell', 'twice-in-the-list', 'The same name or address stands in row 2.'],
    [7, null, 'cannot-be-taken', 'The name is an error of the workbook: #REF!.'],
    [8, 'Priya Nandakumar', 'new', null],
    [9, null, 'cannot-be-taken', 'The row has more cells than there are headings: something has slipped.'],
  ]);
  expect(rows[0]?.person).toMatchObject({
    occupation: 'teacher',
    unit: 'teachers',
    caseRole: 'witness',
    workingHours: [{ days: 'Mon-Fri', from: '07:40', to: '14:50' }],
    accounts: [{ handle: 'ofarrell@hollowbrook.example', platform: 'email', owner: 'unknown' }],
  });
  expect(rows[2]?.notes).toEqual(['The hours “6am” to “late” were not understood: they stay open.']);
  expect(rows[6]?.notes).toEqual([
    '“nurses” is no unit of this district: the unit stays open.',
    'Hours are given without days: they stay open.',
  ]);
  expect(rows[6]?.person).toMatchObject({ occupation: 'nurse', unit: null, workingHours: [] });
  expect(await desk.lines()).toBe(lines);
  expect(await desk.ask('person.list', {})).toEqual([]);
});

test('the rows that were chosen are taken in one line, and all of them go again when it is reversed', async () => {
  const path = desk.write('staff.csv', list);
  const { name, rows } = await desk.ask('roster.check', order(path));
  const chosen = rows.flatMap(({ row, outcome, person }) =>
    outcome === 'new' && person !== null ? [{ row, person }] : [],
  );
  const lines = await desk.lines();
  expect(await desk.ask('roster.take', { name, rows: chosen })).toEqual({ added: 4 });
  expect(await desk.lines()).toBe(lines + 1);
  expect((await desk.ask('person.list', {})).map((person) => person.name)).toEqual([
    'Owen Farrell',
    'Marc Dubois, Jr.',
    'Rita Kowalczyk',
    'Priya Nandakumar',
  ]);
  expect((await desk.ask('roster.check', order(path))).rows[0]).toMatchObject({
    outcome: 'in-the-case',
    because: 'Owen Farrell is there already.',
  });
  await desk.ask('history.reverse', {});
  expect(await desk.ask('person.list', {})).toEqual([]);
});

test('nothing is half taken: one row that does not fit refuses them all and is named', async () => {
  await desk.ask('person.add', teacher);
  const person = { ...teacher, caseRole: 'witness', name: 'Somebody New' } as const;
  const error = await desk.refused('roster.take', {
    name: 'staff.csv',
    rows: [
      { row: 2, person },
      { row: 3, person: { ...person, name: 'Another', unit: 'welders' } },
      { row: 4, person: { ...person, name: 'OWEN FARRELL' } },
      { row: 5, person },
    ],
  });
  expect(error.title).toContain('row 3: welders is no unit of this district.');
  expect(error.title).toContain('row 4: OWEN FARRELL is in the case already.');
  expect(error.title).toContain('row 5: Somebody New stands in row 2 already.');
  expect(await desk.ask('person.list', {})).toHaveLength(1);
});

test('a workbook is read in a process of its own, each sheet a table', async () => {
  const path = desk.write('staff.xlsx', workbook);
  const { tables } = await desk.ask('roster.read', { path });
  expect(tables.map(({ sheet, rows, proposed }) => [sheet, rows, proposed])).toEqual([
    ['Staff', 2, ['name', 'position']],
  ]);
  const { rows } = await desk.ask('roster.check', order(path, { sheet: 'Staff', columns: ['name', 'position'] }));
  expect(rows.map(({ row, name, outcome }) => [row, name, outcome])).toEqual([
    [2, 'Beth Lindgren', 'new'],
    [3, 'Robin Vale', 'new'],
  ]);
});

test('files that hold no list are refused in plain words', async () => {
  expect((await desk.refused('roster.read', { path: desk.at('nowhere.csv') })).title).toContain('cannot be read');
  expect((await desk.refused('roster.read', { path: desk.write('empty.csv', '') })).title).toContain('no table');
  const page = desk.write('page.xlsx', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0]));
  expect((await desk.refused('roster.read', { path: page })).title).toContain('page.xlsx');
  const path = desk.write('staff.csv', list);
  expect((await desk.refused('roster.check', order(path, { columns: [null, null] }))).title).toContain(
    'hold the names',
  );
});

test('lists with semicolons, tabs, Windows letters and UTF-16 are read as they were written', async () => {
  const umlaut = 'Name;Position\r\nZo\u00eb Bell;Teacher\r\n';
  const forms: readonly Uint8Array[] = [
    Buffer.from(umlaut, 'latin1'),
    Buffer.from(`\uFEFF${umlaut}`, 'utf16le'),
    Buffer.from(umlaut.replaceAll(';', '\t'), 'utf8'),
  ];
  for (const [index, bytes] of forms.entries()) {
    const path = desk.write(`list-${index}.csv`, bytes);
    const { rows } = await desk.ask('roster.check', order(path, { columns: ['name', 'position'] }));
    expect(rows).toMatchObject([{ row: 2, name: 'Zoë Bell', outcome: 'new' }]);
  }
});

test('every clock time of a list is read as the same minute however it is written', () => {
  fc.assert(
    fc.property(fc.nat(23), fc.nat(59), (hour, minute) => {
      const two = (n: number) => String(n).padStart(2, '0');
      const wanted = `${two(hour)}:${two(minute)}`;
      const half = hour < 12 ? 'am' : 'pm';
      const twelve = hour % 12 === 0 ? 12 : hour % 12;
      expect(clockOf(`${hour}:${two(minute)}`)).toBe(wanted);
      expect(clockOf(`${twelve}.${two(minute)} ${half.toUpperCase()}`)).toBe(wanted);
      if (minute === 0) expect(clockOf(`${twelve}${half}`)).toBe(wanted);
    }),
  );
  for (const wrong of ['25:00', '7', '13pm', '0am', '7:60', 'noon', '']) expect(clockOf(wrong)).toBeNull();
});
