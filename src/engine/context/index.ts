import type { ContextRequest, ContextState, ContextView, FullerSource } from '../../contract/context.ts';
import { raise } from '../../contract/errors.ts';
import { type ReadableDb, text } from '../case-file/index.ts';
import { itemById, type StoredItem } from '../items/index.ts';
import { people, Recognition } from '../people/index.ts';
import { fullerSources } from './fuller.ts';
import { contextRequests } from './requests.ts';

export { answerContext, askForContext } from './requests.ts';

/** What a picture leaves out: fuller sources with the omitted messages in their places, or whom somebody asked. @throws not-found */
export function contextView(db: ReadableDb, itemId: string): ContextView {
  const stored = itemById(db, itemId) ?? raise('not-found', { what: 'item' });
  return viewOf(db, stored, new Recognition(people(db)));
}

/** Every picture that shows a conversation or is said to be cropped, with how it stands with the rest of it. */
export function contextList(db: ReadableDb): readonly ContextView[] {
  const recognition = new Recognition(people(db));
  return db
    .all(
      `SELECT item.id FROM open_item AS item JOIN evidence ON evidence.id = item.evidence_id
       WHERE item.kind = 'picture' AND item.derived IS NULL AND ${NEEDS_CONTEXT} ORDER BY evidence.number, item.ordinal`,
    )
    .flatMap((row) => {
      const stored = itemById(db, text(row, 'id'));
      return stored === null ? [] : [viewOf(db, stored, recognition)];
    });
}

/** A picture of a conversation, or one whose receipt sheet says that it is cropped. */
const NEEDS_CONTEXT = `(EXISTS (SELECT 1 FROM item m WHERE m.reading_id = item.reading_id AND m.derived = 'pictured-message')
  OR EXISTS (SELECT 1 FROM receipt r WHERE r.id = evidence.receipt_id AND r.withdrawn = 0 AND r.completeness = 'cropped'))`;

function viewOf(db: ReadableDb, stored: StoredItem, recognition: Recognition): ContextView {
  const needs = db.get(
    `SELECT evidence.name, ${NEEDS_CONTEXT} AS needed FROM item JOIN evidence ON evidence.id = item.evidence_id WHERE item.id = ?`,
    stored.id,
  );
  const requests = [...contextRequests(db, stored.evidenceId)];
  const needed = stored.item.kind === 'picture' && needs?.['needed'] === 1;
  const sources = needed ? fullerSources(db, stored, recognition) : [];
  return {
    itemId: stored.id,
    evidenceId: stored.evidenceId,
    evidenceName: needs === null ? '' : text(needs, 'name'),
    state: needed ? stateOf(sources, requests) : 'not-needed',
    sources,
    requests,
  };
}

function stateOf(sources: readonly FullerSource[], requests: readonly ContextRequest[]): ContextState {
  if (sources.length > 0) return 'found';
  if (requests.length === 0) return 'not-obtained';
  return requests.some(({ answer }) => answer === 'waiting') ? 'asked' : 'answered';
}
