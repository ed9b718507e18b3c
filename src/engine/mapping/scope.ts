import type { z } from 'zod';
import { raise } from '../../contract/errors.ts';
import type { OutsideOpening, ScopeClause, ScopeView, WidenScope } from '../../contract/scope.ts';
import { integer, type ReadableDb, text, textOrNull, type WritableDb } from '../case-file/index.ts';
import type { Made } from '../made.ts';
import type { Session } from '../session.ts';
import { agreedLimits } from './limits.ts';

/** What the inquiry is about, how much is suggested outside of it, and what nobody agreed to hand over. */
export function scopeView(session: Session, db: ReadableDb): ScopeView {
  const clauses = scopeClauses(session, db);
  return {
    narrowed: clauses.length > 0,
    clauses: [...clauses],
    inside: countOf(db, 'inside_suggestion'),
    outside: countOutside(db),
    notAdopted: numberOf(
      db,
      `SELECT count(*) AS n FROM open_suggestion WHERE set_aside = 0
         AND id NOT IN (SELECT id FROM adopted_suggestion)`,
    ),
    openings: [...openings(db)],
    limits: [...agreedLimits(db)],
    beyondWithDanger: numberOf(
      db,
      `SELECT count(DISTINCT item_id) AS n FROM screen_flag WHERE screen = 'mandated-report'
         AND item_id IN (SELECT item_id FROM beyond_agreement)`,
    ),
  };
}

function scopeClauses(session: Session, db: ReadableDb): readonly ScopeClause[] {
  const labelOf = (policy: string, clause: string) =>
    session.policies.findLast(({ id }) => id === policy)?.clauses.find(({ id }) => id === clause)?.label ?? clause;
  return db
    .all('SELECT policy, clause FROM scope_now ORDER BY policy, clause')
    .map((row) => ({ policy: text(row, 'policy'), clause: text(row, 'clause') }))
    .map(({ policy, clause }) => ({
      policy,
      clause,
      label: labelOf(policy, clause),
      allegations: db
        .all(
          'SELECT number FROM allegation WHERE withdrawn = 0 AND policy = ? AND clause = ? ORDER BY number',
          policy,
          clause,
        )
        .map((row) => integer(row, 'number')),
      widened: wideningOf(db, policy, clause),
    }));
}

function wideningOf(db: ReadableDb, policy: string, clause: string): ScopeClause['widened'] {
  const row = db.get(
    `SELECT id, reason, at, by FROM scope_clause WHERE withdrawn = 0 AND policy = ? AND clause = ?
     ORDER BY rowid DESC LIMIT 1`,
    policy,
    clause,
  );
  if (row === null) return null;
  return { id: text(row, 'id'), reason: text(row, 'reason'), at: text(row, 'at'), by: text(row, 'by') };
}

/** Widens the inquiry to a clause, with the reason. @throws bad-input where it stands inside already */
export function widenScope(db: WritableDb, input: z.infer<typeof WidenScope>, made: Made): void {
  const inside = db.get('SELECT 1 AS there FROM scope_now WHERE policy = ? AND clause = ?', input.policy, input.clause);
  if (inside !== null) raise('bad-input', { why: 'this clause stands inside the inquiry already.' });
  db.run(
    'INSERT INTO scope_clause (id, policy, clause, reason, at, by) VALUES (?, ?, ?, ?, ?, ?)',
    made.id,
    input.policy,
    input.clause,
    input.reason,
    made.at,
    made.by,
  );
}

/** Takes a widening back, with a reason; it stays in the record. @throws not-found, already-retracted */
export function narrowScope(db: WritableDb, id: string, reason: string): { policy: string; clause: string } {
  const row = db.get('SELECT policy, clause, withdrawn FROM scope_clause WHERE id = ?', id);
  if (row === null) raise('not-found', { what: 'widening' });
  if (integer(row, 'withdrawn') === 1) raise('already-retracted');
  db.run('UPDATE scope_clause SET withdrawn = 1, withdrawn_reason = ? WHERE id = ?', reason, id);
  return { policy: text(row, 'policy'), clause: text(row, 'clause') };
}

/** Every time that what lies outside the complaint was opened, oldest first. */
export function openings(db: ReadableDb): readonly OutsideOpening[] {
  return db
    .all(
      `SELECT id, reason, items, suggestions, at, by, closed_at FROM outside_opening WHERE withdrawn = 0 ORDER BY rowid`,
    )
    .map((row) => ({
      id: text(row, 'id'),
      reason: text(row, 'reason'),
      items: integer(row, 'items'),
      suggestions: integer(row, 'suggestions'),
      at: text(row, 'at'),
      by: text(row, 'by'),
      closedAt: textOrNull(row, 'closed_at'),
    }));
}

/** Opens what is suggested outside the complaint. @throws bad-input where it is open already */
export function openOutside(db: WritableDb, reason: string, made: Made): OutsideOpening {
  if (openings(db).some(({ closedAt }) => closedAt === null)) {
    raise('bad-input', { why: 'what lies outside the complaint is open already.' });
  }
  const { items, suggestions } = countOutside(db);
  db.run(
    'INSERT INTO outside_opening (id, reason, items, suggestions, at, by) VALUES (?, ?, ?, ?, ?, ?)',
    made.id,
    reason,
    items,
    suggestions,
    made.at,
    made.by,
  );
  return { id: made.id, reason, items, suggestions, at: made.at, by: made.by, closedAt: null };
}

/** Closes it again; that it was open, and why, stays on record. @throws not-found */
export function closeOutside(db: WritableDb, now: string): void {
  const open = openings(db).findLast(({ closedAt }) => closedAt === null);
  if (open === undefined) raise('not-found', { what: 'opening' });
  db.run('UPDATE outside_opening SET closed_at = ? WHERE id = ?', now, open.id);
}

/** How much is suggested outside the complaint: counted, not shown. */
export function countOutside(db: ReadableDb): { readonly items: number; readonly suggestions: number } {
  const row = db.get(
    `SELECT count(DISTINCT item_id) AS items, count(*) AS suggestions FROM adopted_suggestion
     WHERE set_aside = 0 AND id NOT IN (SELECT id FROM inside_suggestion)`,
  );
  return row === null
    ? { items: 0, suggestions: 0 }
    : { items: integer(row, 'items'), suggestions: integer(row, 'suggestions') };
}

function countOf(db: ReadableDb, view: 'inside_suggestion'): { items: number; suggestions: number } {
  const row = db.get(
    `SELECT count(DISTINCT item_id) AS items, count(*) AS suggestions FROM ${view} WHERE set_aside = 0`,
  );
  return row === null
    ? { items: 0, suggestions: 0 }
    : { items: integer(row, 'items'), suggestions: integer(row, 'suggestions') };
}

function numberOf(db: ReadableDb, sql: string): number {
  const row = db.get(sql);
  return row === null ? 0 : integer(row, 'n');
}
