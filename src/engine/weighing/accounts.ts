import type { z } from 'zod';
import { raise } from '../../contract/errors.ts';
import { Interview } from '../../contract/interview.ts';
import { Passage } from '../../contract/mapping.ts';
import {
  Account,
  type AccountSource,
  CredibilityFactor,
  type NewAccount,
  type WeighFactor,
} from '../../contract/weighing.ts';
import {
  integer,
  integerOrNull,
  json,
  type ReadableDb,
  type Row,
  text,
  textOrNull,
  type WritableDb,
} from '../case-file/index.ts';
import { itemById } from '../items/index.ts';
import type { Made } from '../made.ts';
import { people, Recognition } from '../people/index.ts';
import { compelledSources, isCompelledItem } from '../statement/index.ts';

const COLUMNS = 'id, interview_id, line, statement_id, response_id, mapping_id, says, quote';

/** What is said on one disputed fact, in the order in which it was put there. */
export function accountsOf(db: ReadableDb, factId: string): Account[] {
  return db
    .all(`SELECT ${COLUMNS} FROM account WHERE fact_id = ? AND withdrawn = 0 ORDER BY rowid`, factId)
    .flatMap((row) => {
      const source = sourceOf(row);
      const told = tellerOf(db, source);
      // A source that was withdrawn or is closed says nothing any more.
      if (told === null) return [];
      const { where, speaker, compelled } = told;
      const [says, quote] = [text(row, 'says'), textOrNull(row, 'quote')];
      return [
        Account.parse({
          id: text(row, 'id'),
          source,
          where,
          speaker,
          compelled,
          says,
          quote,
          factors: factorsOf(db, text(row, 'id')),
        }),
      ];
    });
}

/** @throws not-found where the source is none; passage-not-found where the quoted words do not stand in it */
export function addAccount(db: WritableDb, input: z.output<typeof NewAccount>, made: Made): void {
  const { source } = input;
  const told = tellerOf(db, source) ?? raise('not-found', { what: source.kind });
  if (input.quote !== null && !told.words.includes(input.quote)) raise('passage-not-found');
  db.run(
    `INSERT INTO account (id, fact_id, person_id, interview_id, line, statement_id, response_id, mapping_id, says, quote,
       at, by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    made.id,
    input.factId,
    told.personId,
    source.kind === 'interview' ? source.id : null,
    source.kind === 'interview' ? source.line : null,
    source.kind === 'statement' ? source.id : null,
    source.kind === 'response' ? source.id : null,
    source.kind === 'passage' ? source.id : null,
    input.says,
    input.quote,
    made.at,
    made.by,
  );
}

/** @returns the disputed fact that it belonged to. @throws not-found; bad-input where it is the one that was believed */
export function withdrawAccount(db: WritableDb, id: string, reason: string): string {
  const factId = factOfAccount(db, id);
  if (db.get('SELECT 1 AS there FROM disputed_fact WHERE believed = ? AND withdrawn = 0', id) !== null) {
    raise('bad-input', { why: 'this account was believed; conclude anew before it is withdrawn.' });
  }
  db.run('UPDATE account SET withdrawn = 1, withdrawn_reason = ? WHERE id = ?', reason, id);
  return factId;
}

/**
 * Says which way a factor speaks for an account, and why. How somebody seemed comes last: it misleads most.
 * @returns the disputed fact that it belongs to. @throws not-found, weighing-not-ready for demeanour before the others
 */
export function weighFactor(db: WritableDb, input: z.output<typeof WeighFactor>, made: Made): string {
  const factId = factOfAccount(db, input.accountId);
  if (input.factor === 'demeanour') {
    const weighed = new Set(factorsOf(db, input.accountId).map(({ factor }) => factor));
    const before = CredibilityFactor.options.filter((one) => one !== 'demeanour' && !weighed.has(one));
    if (before.length > 0) {
      const missing = `Demeanour is weighed last. For this account say first what there is to say of ${before.join(', ')}; “not known” with a reason is an answer.`;
      raise('weighing-not-ready', { missing });
    }
  }
  db.run(
    `INSERT INTO credibility_factor (id, account_id, factor, speaks, reason, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (account_id, factor) DO UPDATE SET speaks = excluded.speaks, reason = excluded.reason,
       at = excluded.at, by = excluded.by, withdrawn = 0`,
    made.id,
    input.accountId,
    input.factor,
    input.speaks,
    input.reason,
    made.at,
    made.by,
  );
  return factId;
}

function factOfAccount(db: ReadableDb, id: string): string {
  const row = db.get('SELECT fact_id FROM account WHERE id = ? AND withdrawn = 0', id);
  return row === null ? raise('not-found', { what: 'account' }) : text(row, 'fact_id');
}

function factorsOf(db: ReadableDb, accountId: string): Account['factors'] {
  const rows = db.all(
    'SELECT factor, speaks, reason, at, by FROM credibility_factor WHERE account_id = ? AND withdrawn = 0',
    accountId,
  );
  const { factors } = Account.shape;
  const order: readonly string[] = CredibilityFactor.options;
  return factors
    .parse(
      rows.map((row) => ({
        factor: text(row, 'factor'),
        speaks: text(row, 'speaks'),
        reason: text(row, 'reason'),
        at: text(row, 'at'),
        by: text(row, 'by'),
      })),
    )
    .sort((one, other) => order.indexOf(one.factor) - order.indexOf(other.factor));
}

function sourceOf(row: Row): AccountSource {
  const named = [
    ['interview', 'interview_id'],
    ['statement', 'statement_id'],
    ['response', 'response_id'],
  ] as const;
  for (const [kind, column] of named) {
    const id = textOrNull(row, column);
    if (id === null) continue;
    return kind === 'interview' ? { kind, id, line: integerOrNull(row, 'line') } : { kind, id };
  }
  return { kind: 'passage', id: text(row, 'mapping_id') };
}

/** Who tells it, where it stands, and every word that can be quoted from there. */
interface Teller {
  readonly personId: string | null;
  readonly speaker: string | null;
  readonly where: string;
  readonly words: string;
  readonly compelled: boolean;
}

function tellerOf(db: ReadableDb, source: AccountSource): Teller | null {
  switch (source.kind) {
    case 'interview':
      return fromInterview(db, source.id, source.line);
    case 'statement':
      return fromStatement(db, source.id);
    case 'response':
      return fromResponse(db, source.id);
    case 'passage':
      return fromPassage(db, source.id);
  }
}

function fromInterview(db: ReadableDb, id: string, line: number | null): Teller | null {
  const row = db.get(
    `SELECT i.number, i.manner, i.lines, p.id AS person_id, p.name FROM interview i JOIN person p ON p.id = i.respondent_id
     WHERE i.id = ? AND i.withdrawn = 0`,
    id,
  );
  if (row === null) return null;
  const lines = json(row, 'lines', Interview.shape.lines);
  const meant = line === null ? lines : lines.slice(line - 1, line);
  if (meant.length === 0) return null;
  const at = line === null ? '' : `, question ${line}`;
  return {
    personId: text(row, 'person_id'),
    speaker: text(row, 'name'),
    where: `Interview ${integer(row, 'number')} with ${text(row, 'name')}${at}`,
    words: meant.flatMap(({ answer }) => answer ?? []).join('\n'),
    compelled: text(row, 'manner') === 'compelled',
  };
}

function fromStatement(db: ReadableDb, id: string): Teller | null {
  const row = db.get(
    `SELECT s.number, s.manner, s.words, p.id AS person_id, p.name FROM witness_statement s
     JOIN person p ON p.id = s.person_id WHERE s.id = ? AND s.withdrawn = 0`,
    id,
  );
  if (row === null) return null;
  return {
    personId: text(row, 'person_id'),
    speaker: text(row, 'name'),
    where: `Statement ${integer(row, 'number')} of ${text(row, 'name')}`,
    words: text(row, 'words'),
    compelled: text(row, 'manner') === 'compelled',
  };
}

function fromResponse(db: ReadableDb, id: string): Teller | null {
  const row = db.get(
    `SELECT r.words, p.id AS person_id, p.name FROM response r JOIN person p ON p.id = r.respondent_id
     WHERE r.id = ? AND r.withdrawn = 0 AND r.state = 'received'`,
    id,
  );
  if (row === null) return null;
  const name = text(row, 'name');
  return {
    personId: text(row, 'person_id'),
    speaker: name,
    where: `Response of ${name}`,
    words: textOrNull(row, 'words') ?? '',
    compelled: false,
  };
}

function fromPassage(db: ReadableDb, id: string): Teller | null {
  const row = db.get('SELECT item_id, passage FROM open_mapping WHERE id = ? AND withdrawn = 0', id);
  if (row === null) return null;
  const itemId = text(row, 'item_id');
  const stored = itemById(db, itemId);
  if (stored === null) return null;
  const { name, handle } = stored.item.author ?? { name: null, handle: null };
  const person = name === null && handle === null ? null : new Recognition(people(db)).find(name, handle);
  return {
    personId: person?.id ?? null,
    speaker: person?.name ?? name ?? handle,
    where: `Item ${stored.number}`,
    words: json(row, 'passage', Passage).text,
    compelled: isCompelledItem(db, compelledSources(db), itemId),
  };
}
