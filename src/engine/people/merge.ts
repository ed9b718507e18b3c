import { z } from 'zod';
import { must, raise } from '../../contract/errors.ts';
import type { MergePeople, PeopleParted, Person, PersonMerge } from '../../contract/person.ts';
import { json, type ReadableDb, text, type WritableDb } from '../case-file/index.ts';
import type { Made } from '../made.ts';
import { fold } from './recognition.ts';
import { personById, updatePerson } from './store.ts';

/** One cell that was changed by a merge. */
const Moved = z.strictObject({
  table: z.string(),
  id: z.string(),
  column: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
type Moved = z.infer<typeof Moved>;

/** Records that never change again once they were signed: they keep naming whom they named. */
const LOCKED_WHERE: Readonly<Record<string, string>> = {
  interview: 'signed_at IS NOT NULL',
  witness_statement: 'settled IS NOT NULL',
};
const LOCKED_WORDS: Readonly<Record<string, string>> = {
  interview: 'a signed interview',
  witness_statement: 'a signed statement',
};

/** Columns that hold ids of people as a list. */
const LISTS = [
  { table: 'complaint', column: 'about' },
  { table: 'person', column: 'relatives' },
] as const;

/** Merges that stand, oldest first. */
export function merges(db: ReadableDb): readonly PersonMerge[] {
  return db
    .all(
      `SELECT m.id, m.kept_id, m.merged_id, p.name, m.moved, m.reason, m.at, m.by
       FROM person_merge m JOIN person p ON p.id = m.merged_id WHERE m.withdrawn = 0 ORDER BY m.at, m.id`,
    )
    .map((row) => ({
      id: text(row, 'id'),
      kept: text(row, 'kept_id'),
      merged: { id: text(row, 'merged_id'), name: text(row, 'name') },
      moved: recordsOf(json(row, 'moved', z.array(Moved))),
      reason: text(row, 'reason'),
      at: text(row, 'at'),
      by: text(row, 'by'),
    }));
}

/** Rows that named the other person, the two entries themselves not counted. */
function recordsOf(moved: readonly Moved[]): number {
  return new Set(moved.filter(({ table }) => table !== 'person').map(({ table, id }) => `${table} ${id}`)).size;
}

/**
 * Takes one entry up in another: every record that names it names the other from then on, and what is known of it is added to
 * what is known of the other. Nothing of it is lost: the entry stays, withdrawn, and the merge holds each cell it changed.
 * @throws not-found, and bad-input where something signed names the entry that would go, or both entries hold
 * what only one can
 */
export function mergePeople(db: WritableDb, { kept, merged, reason }: z.infer<typeof MergePeople>, made: Made): Person {
  if (kept === merged) raise('bad-input', { why: 'a person cannot be merged with themselves.' });
  const into = personById(db, kept);
  const from = personById(db, merged);
  assertUnlocked(db, from, into);
  const before = cellsOf(db, kept);
  const moved: Moved[] = [...moveReferences(db, from, into), ...moveLists(db, merged, kept)];
  updatePerson(db, kept, together(personById(db, kept), from));
  if (into.pseudonym === null && from.pseudonym !== null) {
    // The pseudonym that documents already print goes along.
    db.run('UPDATE person SET pseudonym = ? WHERE id = ?', from.pseudonym, kept);
  }
  db.run('UPDATE person SET withdrawn = 1 WHERE id = ?', merged);
  const after = cellsOf(db, kept);
  for (const [column, value] of Object.entries(after)) {
    const old = before[column] ?? null;
    if (old !== value) moved.push({ table: 'person', id: kept, column, before: old, after: value });
  }
  db.run(
    'INSERT INTO person_merge (id, kept_id, merged_id, moved, reason, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)',
    made.id,
    kept,
    merged,
    JSON.stringify(moved),
    reason,
    made.at,
    made.by,
  );
  return personById(db, kept);
}

/**
 * Parts two people again, also long after they were merged. What somebody changed meanwhile stays with the one who was kept,
 * and is named. @throws not-found
 */
export function partPeople(db: WritableDb, id: string): z.infer<typeof PeopleParted> {
  const row = db.get('SELECT kept_id, merged_id, moved FROM person_merge WHERE id = ? AND withdrawn = 0', id);
  if (row === null) raise('not-found', { what: 'merge of two people' });
  const kept = text(row, 'kept_id');
  const parted = text(row, 'merged_id');
  if (db.get('SELECT 1 AS there FROM person WHERE id = ? AND withdrawn = 0', kept) === null) {
    raise('bad-input', { why: 'the person who was kept was merged with another one since: part those two first.' });
  }
  db.run('UPDATE person_merge SET withdrawn = 1 WHERE id = ?', id);
  db.run('UPDATE person SET withdrawn = 0 WHERE id = ?', parted);
  const stayed: string[] = [];
  const restored: Moved[] = [];
  for (const cell of json(row, 'moved', z.array(Moved)).toReversed()) {
    // Columns and tables come from the schema itself, by way of the merge.
    const done = db.get(
      `UPDATE "${cell.table}" SET "${cell.column}" = ? WHERE id = ? AND "${cell.column}" IS ? RETURNING id`,
      cell.before,
      cell.id,
      cell.after,
    );
    if (done === null) stayed.push(`${wordsOf(cell.table)}: ${cell.column.replaceAll('_', ' ')}`);
    else restored.push(cell);
  }
  return { kept, parted, moved: recordsOf(restored), stayed: [...new Set(stayed)] };
}

function wordsOf(table: string): string {
  return table === 'person' ? 'the entry of the person who was kept' : table.replaceAll('_', ' ');
}

function cellsOf(db: ReadableDb, id: string): Readonly<Record<string, string | null>> {
  const row = must(
    db.get(
      `SELECT name, case_role, occupation, position, unit, pseudonym, working_hours, accounts, relatives, note, employment
       FROM person WHERE id = ?`,
      id,
    ),
    'cellsOf: the person is there',
  );
  return z.record(z.string(), z.string().nullable()).parse({ ...row });
}

interface Reference {
  readonly table: string;
  readonly column: string;
}

/** Columns of recorded tables that name one person, read off the schema, so that none can be forgotten. */
function references(db: ReadableDb): readonly Reference[] {
  return db
    .all(
      `SELECT t.name AS tbl, f."from" AS col FROM sqlite_schema t, pragma_foreign_key_list(t.name) f
       WHERE t.type = 'table' AND f."table" = 'person' AND t.name <> 'person_merge' AND EXISTS (
         SELECT 1 FROM pragma_table_info(t.name) c WHERE c.name = 'withdrawn') ORDER BY t.name, f."from"`,
    )
    .map((row) => ({ table: text(row, 'tbl'), column: text(row, 'col') }));
}

function assertUnlocked(db: ReadableDb, from: Person, into: Person): void {
  const held = references(db).filter(({ table, column }) => {
    const locked = LOCKED_WHERE[table];
    if (locked === undefined) return false;
    return db.get(`SELECT 1 AS there FROM "${table}" WHERE "${column}" = ? AND ${locked} LIMIT 1`, from.id) !== null;
  });
  const [first] = held;
  if (first === undefined) return;
  raise('bad-input', {
    why: `${LOCKED_WORDS[first.table] ?? first.table} names ${from.name} and can never be changed. Keep ${from.name} and merge ${into.name} into that entry.`,
  });
}

function moveReferences(db: WritableDb, from: Person, into: Person): readonly Moved[] {
  const moved: Moved[] = [];
  for (const { table, column } of references(db)) {
    for (const row of db.all(`SELECT id FROM "${table}" WHERE "${column}" = ? ORDER BY id`, from.id)) {
      const id = text(row, 'id');
      try {
        db.run(`UPDATE "${table}" SET "${column}" = ? WHERE id = ?`, into.id, id);
      } catch (error) {
        if (!(error instanceof Error) || !/UNIQUE|CHECK/.test(error.message)) throw error;
        raise('bad-input', {
          why: `${from.name} and ${into.name} both have an entry under ${table.replaceAll('_', ' ')} of which there can be one. Withdraw one of the two first.`,
        });
      }
      moved.push({ table, id, column, before: from.id, after: into.id });
    }
  }
  return moved;
}

function moveLists(db: WritableDb, from: string, into: string): readonly Moved[] {
  return LISTS.flatMap(({ table, column }) =>
    db
      .all(
        `SELECT id, "${column}" AS list FROM "${table}" WHERE EXISTS (SELECT 1 FROM json_each("${column}") WHERE value = ?)
           AND id NOT IN (?, ?)`,
        from,
        from,
        into,
      )
      .map((row): Moved => {
        const ids = json(row, 'list', z.array(z.string()));
        const after = JSON.stringify([...new Set(ids.map((id) => (id === from ? into : id)))]);
        db.run(`UPDATE "${table}" SET "${column}" = ? WHERE id = ?`, after, text(row, 'id'));
        return { table, id: text(row, 'id'), column, before: text(row, 'list'), after };
      }),
  );
}

/** What is known of both: of what only one can be, the kept entry's where it says anything. */
function together(kept: Person, merged: Person): Omit<Person, 'id' | 'number' | 'pseudonym'> {
  const { id: _id, number: _number, pseudonym: _pseudonym, ...rest } = kept;
  return {
    ...rest,
    // Allegations and steps rest on a respondent: that entry's part in the case goes first.
    caseRole: merged.caseRole === 'respondent' || kept.caseRole === 'other' ? merged.caseRole : kept.caseRole,
    occupation: kept.occupation === 'unknown' ? merged.occupation : kept.occupation,
    position: kept.position ?? merged.position,
    unit: kept.unit ?? merged.unit,
    workingHours: kept.workingHours.length > 0 ? kept.workingHours : merged.workingHours,
    accounts: accountsOf(kept, merged),
    relatives: [...new Set([...kept.relatives, ...merged.relatives])].filter(
      (id) => id !== kept.id && id !== merged.id,
    ),
    note:
      [kept.note, merged.note]
        .filter((note) => note !== null)
        .join('\n')
        .slice(0, 4000) || null,
    employment: kept.employment ?? merged.employment,
  };
}

/** The other entry's name is a name under which the evidence shows this person. */
function accountsOf(kept: Person, merged: Person): Person['accounts'] {
  const accounts = [...kept.accounts];
  const known = new Set(accounts.map(({ handle, platform }) => `${platform ?? ''} ${fold(handle)}`));
  const asName = {
    handle: merged.name,
    platform: null,
    owner: 'unknown',
    disclaimer: null,
    since: null,
    until: null,
    howKnown: null,
    disclaimers: [],
  } as const;
  for (const account of [
    ...merged.accounts,
    ...(fold(merged.name) === fold(kept.name) ? [] : [{ ...asName, disclaimers: [] }]),
  ]) {
    const key = `${account.platform ?? ''} ${fold(account.handle)}`;
    if (known.has(key)) continue;
    known.add(key);
    accounts.push(account);
  }
  return accounts;
}
