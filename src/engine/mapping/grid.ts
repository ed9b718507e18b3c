import type { ElementState, GridRow } from '../../contract/mapping.ts';
import { integer, type ReadableDb, text } from '../case-file/index.ts';
import type { Session } from '../session.ts';
import { clauseViews } from './clauses.ts';

/** Clauses by elements with what is linked, what was suggested and where each element stands. */
export function gridView(session: Session, db: ReadableDb, undetected: ReadonlySet<string>): readonly GridRow[] {
  const suggested = suggestionCounts(db);
  const links = linkCounts(db);
  const states = statesByElement(db);
  return clauseViews(session, undetected).map((clause) => {
    const key = `${clause.policy} ${clause.clause}`;
    return {
      policy: clause.policy,
      clause: clause.clause,
      label: clause.label,
      force: clause.force,
      detected: clause.detected,
      ...(suggested.get(key) ?? { suggested: 0, relevant: 0, notRelevant: 0, setAside: 0 }),
      elements: clause.elements.map(({ id, label }) => ({
        id,
        label,
        for: links.get(`${key} ${id} for`) ?? 0,
        against: links.get(`${key} ${id} against`) ?? 0,
        states: states.get(`${key} ${id}`) ?? [],
      })),
    };
  });
}

function suggestionCounts(db: ReadableDb) {
  const rows = db.all(
    `SELECT s.policy, s.clause,
       sum(s.set_aside = 0 AND d.id IS NULL) AS suggested, sum(d.decision IS 'relevant') AS relevant,
       sum(d.decision IS 'not-relevant') AS not_relevant, sum(s.set_aside = 1) AS set_aside
     FROM shown_suggestion s LEFT JOIN suggestion_decision d ON d.item_id = s.item_id AND d.policy = s.policy
       AND d.clause = s.clause AND d.withdrawn = 0
     GROUP BY s.policy, s.clause`,
  );
  return new Map(
    rows.map((row) => [
      `${text(row, 'policy')} ${text(row, 'clause')}`,
      {
        suggested: integer(row, 'suggested'),
        relevant: integer(row, 'relevant'),
        notRelevant: integer(row, 'not_relevant'),
        setAside: integer(row, 'set_aside'),
      },
    ]),
  );
}

function linkCounts(db: ReadableDb): ReadonlyMap<string, number> {
  return new Map(
    db
      .all(
        `SELECT policy || ' ' || clause || ' ' || element || ' ' || weighs AS key, count(*) AS n FROM open_mapping
         WHERE withdrawn = 0 GROUP BY policy, clause, element, weighs`,
      )
      .map((row) => [text(row, 'key'), integer(row, 'n')]),
  );
}

function statesByElement(db: ReadableDb): ReadonlyMap<string, { allegation: number; state: ElementState }[]> {
  const states = new Map<string, { allegation: number; state: ElementState }[]>();
  const rows = db.all(
    `SELECT a.policy || ' ' || a.clause || ' ' || e.element AS key, a.number, e.state
     FROM element_decision e JOIN allegation a ON a.id = e.allegation_id AND a.withdrawn = 0
     WHERE e.withdrawn = 0 ORDER BY a.number`,
  );
  for (const row of rows) {
    const entry = { allegation: integer(row, 'number'), state: text(row, 'state') as ElementState };
    states.set(text(row, 'key'), [...(states.get(text(row, 'key')) ?? []), entry]);
  }
  return states;
}
