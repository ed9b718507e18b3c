import { z } from 'zod';
import { must, raise } from '../../contract/errors.ts';
import { AgreedLimit, type LimitChoices, type NewAgreedLimit } from '../../contract/scope.ts';
import {
  integer,
  jsonOrNull,
  type ReadableDb,
  type Row,
  text,
  textOrNull,
  type WritableDb,
} from '../case-file/index.ts';

const Threads = z.array(z.string());

const SELECT = `SELECT l.id, l.evidence_id, e.name, l.from_day, l.to_day, l.threads, l.agreed_with, l.agreed_on, l.note,
  l.at, l.by, (SELECT count(DISTINCT item_id) FROM beyond_agreement b WHERE b.evidence_id = l.evidence_id) AS beyond
  FROM agreed_limit l JOIN evidence e ON e.id = l.evidence_id`;

/** What owners of sources agreed to hand over, oldest first, with how many items no agreement covers. */
export function agreedLimits(db: ReadableDb): readonly AgreedLimit[] {
  return db.all(`${SELECT} WHERE l.withdrawn = 0 ORDER BY l.rowid`).map(toLimit);
}

/** Keeps what was agreed; an earlier agreement on the same source gives way to it. @throws not-found */
export function setLimit(
  db: WritableDb,
  input: z.infer<typeof NewAgreedLimit>,
  made: { readonly id: string; readonly at: string; readonly by: string },
): AgreedLimit {
  if (db.get('SELECT 1 AS there FROM evidence WHERE id = ?', input.evidenceId) === null) {
    raise('not-found', { what: 'file' });
  }
  db.run(
    `UPDATE agreed_limit SET withdrawn = 1, withdrawn_reason = 'A later agreement took its place.'
     WHERE evidence_id = ? AND withdrawn = 0`,
    input.evidenceId,
  );
  db.run(
    `INSERT INTO agreed_limit (id, evidence_id, from_day, to_day, threads, agreed_with, agreed_on, note, at, by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    made.id,
    input.evidenceId,
    input.from,
    input.to,
    input.threads === null ? null : JSON.stringify(input.threads),
    input.agreedWith,
    input.agreedOn,
    input.note,
    made.at,
    made.by,
  );
  return limitById(db, made.id);
}

/** @throws not-found, already-retracted */
export function liftLimit(db: WritableDb, id: string, reason: string): AgreedLimit {
  const known = db.get('SELECT withdrawn FROM agreed_limit WHERE id = ?', id);
  if (known === null) raise('not-found', { what: 'limit' });
  if (integer(known, 'withdrawn') === 1) raise('already-retracted');
  db.run('UPDATE agreed_limit SET withdrawn = 1, withdrawn_reason = ? WHERE id = ?', reason, id);
  return limitById(db, id);
}

function limitById(db: ReadableDb, id: string): AgreedLimit {
  return toLimit(must(db.get(`${SELECT} WHERE l.id = ?`, id), 'limitById: the row is there'));
}

const UNDER = `WITH RECURSIVE under (id) AS (
  SELECT ? UNION SELECT e.id FROM under u JOIN evidence e ON e.parent_id = u.id)`;
const OF_SOURCE = `FROM item LEFT JOIN item_time t ON t.number = item.number
  WHERE item.evidence_id IN (SELECT id FROM under) AND item.derived IS NULL`;

/** The days and conversations of a source and its members, with how many items each has, and none of their words. */
export function limitChoices(db: ReadableDb, evidenceId: string): z.infer<typeof LimitChoices> {
  const day = 'substr(coalesce(t.sort_time, item.sort_time), 1, 10)';
  const span = must(
    db.get(
      `${UNDER} SELECT count(*) AS items, min(${day}) AS first_day, max(${day}) AS last_day,
         coalesce(sum(${day} IS NULL), 0) AS without_day ${OF_SOURCE}`,
      evidenceId,
    ),
    'counts come back',
  );
  const threads = db.all(
    `${UNDER} SELECT item.thread_id AS id, max(json_extract(item.body, '$.thread.title')) AS title, count(*) AS items
       ${OF_SOURCE} AND item.thread_id IS NOT NULL GROUP BY item.thread_id ORDER BY items DESC, id LIMIT 5000`,
    evidenceId,
  );
  return {
    items: integer(span, 'items'),
    firstDay: textOrNull(span, 'first_day'),
    lastDay: textOrNull(span, 'last_day'),
    withoutDay: integer(span, 'without_day'),
    threads: threads.map((row) => ({
      id: text(row, 'id'),
      title: textOrNull(row, 'title'),
      items: integer(row, 'items'),
    })),
  };
}

function toLimit(row: Row): AgreedLimit {
  return AgreedLimit.parse({
    id: text(row, 'id'),
    evidenceId: text(row, 'evidence_id'),
    evidenceName: text(row, 'name'),
    from: textOrNull(row, 'from_day'),
    to: textOrNull(row, 'to_day'),
    threads: jsonOrNull(row, 'threads', Threads),
    agreedWith: text(row, 'agreed_with'),
    agreedOn: text(row, 'agreed_on'),
    note: textOrNull(row, 'note'),
    at: text(row, 'at'),
    by: text(row, 'by'),
    beyond: integer(row, 'beyond'),
  });
}
