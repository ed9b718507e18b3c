import type { z } from 'zod';
import { must, raise } from '../../contract/errors.ts';
import type { ItemDraft } from '../../contract/item.ts';
import { Mapping, type NewMapping, Passage } from '../../contract/mapping.ts';
import { flag, json, type ReadableDb, type Row, text, textOrNull, type WritableDb } from '../case-file/index.ts';

const COLUMNS = 'id, item_id, policy, clause, element, weighs, passage, allegation_id, reason, at, by, withdrawn';

export interface MappingFilter {
  readonly itemId: string | null;
  readonly allegationId: string | null;
  readonly policy: string | null;
  readonly clause: string | null;
}

/** Links between passages and elements, oldest first. Withdrawn ones are told for one item only, where they are struck through. */
export function mappings(db: ReadableDb, filter: MappingFilter): readonly Mapping[] {
  return db
    .all(
      `SELECT ${COLUMNS} FROM mapping WHERE item_id NOT IN (SELECT id FROM hidden_item) AND (withdrawn = 0 OR ?1 IS NOT NULL)
         AND (?1 IS NULL OR item_id = ?1) AND (?2 IS NULL OR allegation_id = ?2)
         AND (?3 IS NULL OR policy = ?3) AND (?4 IS NULL OR clause = ?4) ORDER BY rowid`,
      filter.itemId,
      filter.allegationId,
      filter.policy,
      filter.clause,
    )
    .map(toMapping);
}

export function addMapping(
  db: WritableDb,
  input: z.infer<typeof NewMapping>,
  made: { id: string; at: string; by: string },
): Mapping {
  const row = db.get(
    `INSERT INTO mapping (id, item_id, policy, clause, element, weighs, passage, allegation_id, reason, at, by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING ${COLUMNS}`,
    made.id,
    input.itemId,
    input.policy,
    input.clause,
    input.element,
    input.weighs,
    JSON.stringify(input.passage),
    input.allegationId,
    input.reason,
    made.at,
    made.by,
  );
  return toMapping(must(row, 'addMapping: one row comes back'));
}

/** @throws not-found, already-retracted */
export function withdrawMapping(db: WritableDb, id: string, reason: string): Mapping {
  const known = db.get('SELECT withdrawn FROM mapping WHERE id = ?', id);
  if (known === null) raise('not-found', { what: 'link' });
  if (flag(known, 'withdrawn')) raise('already-retracted');
  const row = db.get(
    `UPDATE mapping SET withdrawn = 1, withdrawn_reason = ? WHERE id = ? RETURNING ${COLUMNS}`,
    reason,
    id,
  );
  return toMapping(must(row, 'withdrawMapping: one row comes back'));
}

/** What is quoted must stand in the item, letter for letter, at the place that is given. @throws passage-not-found */
export function assertPassage(item: ItemDraft, passage: Passage): void {
  if (passage.kind === 'words' && item.text.slice(passage.start, passage.end) !== passage.text)
    raise('passage-not-found');
  if (passage.kind === 'box') {
    const { x, y, width, height } = passage.box;
    const inside = x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 1.001 && y + height <= 1.001;
    if (!inside) raise('passage-not-found');
  }
}

function toMapping(row: Row): Mapping {
  return Mapping.parse({
    id: text(row, 'id'),
    itemId: text(row, 'item_id'),
    policy: text(row, 'policy'),
    clause: text(row, 'clause'),
    element: text(row, 'element'),
    weighs: text(row, 'weighs'),
    passage: json(row, 'passage', Passage),
    allegationId: textOrNull(row, 'allegation_id'),
    reason: textOrNull(row, 'reason'),
    at: text(row, 'at'),
    by: text(row, 'by'),
    withdrawn: flag(row, 'withdrawn'),
  });
}
