import type { WorkingHours } from '../../contract/district.ts';
import { NewPerson } from '../../contract/person.ts';
import type { RosterField, RosterRow } from '../../contract/roster.ts';
import { foldWord } from './columns.ts';
import type { FileTable } from './file.ts';

/** What a list is held against: the district's units, and who is in the case already (or on the district's own list). */
export interface Known {
  readonly units: readonly { readonly code: string; readonly name: string }[];
  readonly people: readonly { readonly name: string; readonly handles: readonly string[] }[];
}

/**
 * What would become of each row of a list: a new person, somebody who is there already, one who stands in the list twice, or
 * a row that cannot be taken, with its reason. Nothing is guessed: what is not understood stays open and is named.
 * @param columns what each column holds, in their order
 */
export function checkRows(
  table: FileTable,
  columns: readonly (RosterField | null)[],
  caseRole: NewPerson['caseRole'],
  known: Known,
): readonly RosterRow[] {
  const seen = new Map<string, number>();
  return table.rows.slice(1).map(({ number, cells }) => {
    const row = readRow(cells, columns, caseRole, known);
    const base = { row: number, name: row.name, notes: row.notes };
    if (row.because !== null) return { ...base, outcome: 'cannot-be-taken', because: row.because, person: null };
    const { person } = row;
    const there = known.people.find((one) => isSame(one, person));
    if (there !== undefined)
      return { ...base, outcome: 'in-the-case', because: `${there.name} is there already.`, person };
    const keys = [foldWord(person.name), ...person.accounts.map(({ handle }) => handle.toLowerCase())];
    const first = keys.map((key) => seen.get(key)).find((at) => at !== undefined);
    for (const key of keys) if (!seen.has(key)) seen.set(key, number);
    if (first !== undefined) {
      return {
        ...base,
        outcome: 'twice-in-the-list',
        because: `The same name or address stands in row ${first}.`,
        person,
      };
    }
    return { ...base, outcome: 'new', because: null, person };
  });
}

function isSame(one: Known['people'][number], person: NewPerson): boolean {
  const handles = new Set(one.handles.map((handle) => handle.toLowerCase()));
  return (
    foldWord(one.name) === foldWord(person.name) ||
    person.accounts.some(({ handle }) => handles.has(handle.toLowerCase()))
  );
}

type Read =
  | { readonly name: string | null; readonly notes: string[]; readonly because: string; readonly person: null }
  | { readonly name: string; readonly notes: string[]; readonly because: null; readonly person: NewPerson };

function readRow(
  cells: readonly string[],
  columns: readonly (RosterField | null)[],
  caseRole: NewPerson['caseRole'],
  known: Known,
): Read {
  const notes: string[] = [];
  const cell = (field: RosterField): string => (cells[columns.indexOf(field)] ?? '').trim();
  const refused = (because: string, name: string | null = null): Read => ({ name, notes, because, person: null });
  const extra = cells.slice(columns.length).filter((value) => value.trim() !== '');
  if (extra.length > 0) return refused('The row has more cells than there are headings: something has slipped.');
  const name = nameOf(cell);
  if (name === '') return refused('There is no name.');
  if (/^#(REF|N\/A|VALUE|NAME\?|DIV)/i.test(name)) return refused(`The name is an error of the workbook: ${name}.`);
  if (!/\p{L}/u.test(name)) return refused(`“${name}” is no name.`);
  const person = NewPerson.safeParse({
    name,
    caseRole,
    occupation: occupationFrom(cell('occupation'), cell('position'), notes),
    position: orNull(cell('position')),
    unit: unitFrom(cell('unit'), known, notes),
    workingHours: hoursFrom(cell('days'), cell('from'), cell('to'), notes),
    accounts: accountsFrom(cell('email'), cell('phone')),
    relatives: [],
    note: orNull(cell('note')),
  });
  if (!person.success) {
    const [issue] = person.error.issues;
    return refused(
      `${issue?.path.join(' ') ?? 'A cell'} does not fit: ${issue?.message ?? 'unknown'}.`,
      name.slice(0, 200),
    );
  }
  return { name, notes, because: null, person: person.data };
}

/** `Vale, Robin` is turned round. */
function nameOf(cell: (field: RosterField) => string): string {
  const parts = [cell('first-name'), cell('last-name')].filter((part) => part !== '').join(' ');
  const written = parts === '' ? cell('name') : parts;
  const comma = /^([^,]+),\s*([^,]+)$/.exec(written);
  const turned =
    comma === null || /^(jr|sr|ii|iii|iv|phd|esq)\b/i.test(comma[2] ?? '') ? written : `${comma[2]} ${comma[1]}`;
  return turned.replace(/\s+/g, ' ').trim();
}

const OCCUPATIONS: readonly (readonly [RegExp, NewPerson['occupation']])[] = [
  [/\b(bus driver|driver|monitor on bus)\b/, 'bus-driver'],
  [/\b(para\w*|teacher s? ?aide|teaching assistant|instructional assistant|aide)\b/, 'paraprofessional'],
  [
    /\b(assistant principal|principal|superintendent|director|dean|administrator|supervisor|headmaster)\b/,
    'administrator',
  ],
  [/\b(coach)\b/, 'coach'],
  [/\b(nurse)\b/, 'nurse'],
  [/\b(custodian|janitor|maintenance|maintainer)\b/, 'custodian'],
  [/\b(secretary|clerk|administrative assistant|office manager|bookkeeper)\b/, 'secretary'],
  [/\b(advisor|adviser|counselor|counsellor)\b/, 'advisor'],
  [/\b(teacher|librarian|media specialist|psychologist|social worker|certified)\b/, 'teacher'],
  [/\b(student|pupil)\b/, 'student'],
  [/\b(parent|guardian|mother|father)\b/, 'parent'],
];

function occupationFrom(role: string, position: string, notes: string[]): NewPerson['occupation'] {
  for (const said of [role, position]) {
    const folded = foldWord(said);
    const found = OCCUPATIONS.find(([words]) => words.test(folded));
    if (found !== undefined) return found[1];
  }
  if (role !== '') notes.push(`What “${role}” does at a school is not known here: the occupation stays open.`);
  return 'unknown';
}

function unitFrom(written: string, { units }: Known, notes: string[]): string | null {
  if (written === '') return null;
  const folded = foldWord(written);
  const unit =
    units.find(({ code }) => foldWord(code) === folded) ??
    units.find(({ name }) => foldWord(name) === folded || foldWord(name).startsWith(`${folded} `));
  if (unit === undefined) notes.push(`“${written}” is no unit of this district: the unit stays open.`);
  return unit?.code ?? null;
}

function hoursFrom(days: string, from: string, to: string, notes: string[]): WorkingHours[] {
  if (from === '' && to === '') return [];
  const [start, end] = [clockOf(from), clockOf(to)];
  if (start === null || end === null || start >= end) {
    notes.push(`The hours “${from}” to “${to}” were not understood: they stay open.`);
    return [];
  }
  if (days === '') {
    notes.push('Hours are given without days: they stay open.');
    return [];
  }
  return [{ days, from: start, to: end }];
}

/** `7:30`, `7.30 AM`, `3pm`, `07:30:00`, as `HH:MM`; null where it is no time of the day. */
export function clockOf(written: string): string | null {
  const match = /^(\d{1,2})(?:[:.](\d\d))?(?:[:.]\d\d)?\s*(?:([ap])\.?m\.?)?$/i.exec(written.trim());
  if (match === null || (match[2] === undefined && match[3] === undefined)) return null;
  const half = match[3]?.toLowerCase();
  const hour = Number(match[1]);
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  const of24 = half === 'p' && hour < 12 ? hour + 12 : half === 'a' && hour === 12 ? 0 : hour;
  const minute = Number(match[2] ?? '0');
  if (of24 > 23 || minute > 59) return null;
  return `${String(of24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Addresses and numbers of the list, owner unknown: a list does not say whose telephone it is. */
function accountsFrom(email: string, phone: string) {
  const of = (handle: string, platform: string) => ({
    handle,
    platform,
    owner: 'unknown' as const,
    disclaimer: null,
    howKnown: 'From a list of people.',
  });
  return [
    ...(/^\S+@\S+$/.test(email) ? [of(email, 'email')] : []),
    ...(phone.replace(/\D/g, '').length >= 7 ? [of(phone, 'phone')] : []),
  ];
}

function orNull(words: string): string | null {
  return words === '' ? null : words;
}
