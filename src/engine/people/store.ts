import { z } from 'zod';
import { must, raise } from '../../contract/errors.ts';
import { Employment, NewPerson, Person } from '../../contract/person.ts';
import {
  integer,
  json,
  jsonOrNull,
  type ReadableDb,
  type Row,
  text,
  textOrNull,
  type WritableDb,
} from '../case-file/index.ts';

const COLUMNS =
  'id, number, name, case_role, occupation, position, unit, pseudonym, working_hours, accounts, relatives, note, employment';

export function people(db: ReadableDb): readonly Person[] {
  return db.all(`SELECT ${COLUMNS} FROM person WHERE withdrawn = 0 ORDER BY number`).map(toPerson);
}

export function respondents(db: ReadableDb): readonly Person[] {
  return people(db).filter(({ caseRole }) => caseRole === 'respondent');
}

/** @throws not-found */
export function personById(db: ReadableDb, id: string): Person {
  const row = db.get(`SELECT ${COLUMNS} FROM person WHERE id = ? AND withdrawn = 0`, id);
  return row === null ? raise('not-found', { what: 'person' }) : toPerson(row);
}

export function addPerson(db: WritableDb, id: string, input: z.infer<typeof NewPerson>): Person {
  const row = db.get(
    `INSERT INTO person (id, number, name, case_role, occupation, position, unit, pseudonym, working_hours, accounts,
       relatives, note, employment)
     VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM person), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     RETURNING ${COLUMNS}`,
    id,
    input.name,
    input.caseRole,
    input.occupation,
    input.position,
    input.unit,
    needsPseudonym(input) ? nextPseudonym(db) : null,
    JSON.stringify(input.workingHours),
    JSON.stringify(input.accounts),
    JSON.stringify(input.relatives),
    input.note,
    input.employment === null ? null : JSON.stringify(input.employment),
  );
  return toPerson(must(row, 'addPerson: one row comes back'));
}

/** @throws not-found */
export function updatePerson(db: WritableDb, id: string, input: z.infer<typeof NewPerson>): Person {
  const old = personById(db, id);
  const row = db.get(
    `UPDATE person SET name = ?, case_role = ?, occupation = ?, position = ?, unit = ?, pseudonym = ?,
       working_hours = ?, accounts = ?, relatives = ?, note = ?, employment = ? WHERE id = ?
     RETURNING ${COLUMNS}`,
    input.name,
    input.caseRole,
    input.occupation,
    input.position,
    input.unit,
    needsPseudonym(input) ? (old.pseudonym ?? nextPseudonym(db)) : old.pseudonym,
    JSON.stringify(input.workingHours),
    JSON.stringify(input.accounts),
    JSON.stringify(input.relatives),
    input.note,
    input.employment === null ? null : JSON.stringify(input.employment),
    id,
  );
  return toPerson(must(row, 'updatePerson: one row comes back'));
}

function needsPseudonym(input: z.infer<typeof NewPerson>): boolean {
  return input.caseRole === 'student' || input.occupation === 'student';
}

/** `Student A` … `Student Z`, `Student AA` …: given once, so that all documents agree. */
function nextPseudonym(db: ReadableDb): string {
  const used = integer(
    must(db.get('SELECT count(*) AS used FROM person WHERE pseudonym IS NOT NULL'), 'a count comes back'),
    'used',
  );
  let letters = '';
  for (let n = used; n >= 0; n = Math.floor(n / 26) - 1) letters = String.fromCharCode(65 + (n % 26)) + letters;
  return `Student ${letters}`;
}

function toPerson(row: Row): Person {
  return Person.parse({
    id: text(row, 'id'),
    number: integer(row, 'number'),
    name: text(row, 'name'),
    caseRole: text(row, 'case_role'),
    occupation: text(row, 'occupation'),
    position: textOrNull(row, 'position'),
    unit: textOrNull(row, 'unit'),
    pseudonym: textOrNull(row, 'pseudonym'),
    workingHours: json(row, 'working_hours', NewPerson.shape.workingHours),
    accounts: json(row, 'accounts', NewPerson.shape.accounts),
    relatives: json(row, 'relatives', z.array(z.string())),
    note: textOrNull(row, 'note'),
    employment: jsonOrNull(row, 'employment', Employment),
  });
}
