import { z } from 'zod';
import { DocumentAudience } from '../../contract/document.ts';
import { must, raise } from '../../contract/errors.ts';
import type { Box } from '../../contract/item.ts';
import { type DecideRegions, type DecideWords, FoundFace, RedactionWord } from '../../contract/redaction.ts';
import { json, jsonOrNull, type ReadableDb, type Row, text, type WritableDb } from '../case-file/index.ts';
import { keyOf } from '../leaks/index.ts';

interface Made {
  readonly newId: () => string;
  readonly at: string;
  readonly by: string;
}

const AudienceList = z.array(DocumentAudience);
const WORD = 'id, key, words, decision, what, shown, reason, ground, audiences, at, by';

/** Every decision about words that holds for an audience. */
export function decidedWords(db: ReadableDb, audience: DocumentAudience): readonly RedactionWord[] {
  return db
    .all(`SELECT ${WORD} FROM redaction_word WHERE withdrawn = 0 ORDER BY at, id`)
    .map(toWord)
    .filter(({ audiences }) => audiences === null || audiences.includes(audience));
}

/** Keeps what a person decided about words; what was decided of them before stays in the evidence record. */
export function keepDecision(
  db: WritableDb,
  order: z.output<typeof DecideWords>,
  shown: string,
  { newId, at, by }: Made,
): RedactionWord {
  const audiences = order.audiences === null ? null : JSON.stringify(order.audiences);
  const row = db.get(
    `INSERT INTO redaction_word (id, key, words, decision, what, shown, reason, ground, audiences, at, by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET withdrawn = 0, words = excluded.words, decision = excluded.decision,
       what = excluded.what, shown = excluded.shown, reason = excluded.reason, ground = excluded.ground,
       audiences = excluded.audiences, at = excluded.at, by = excluded.by
     RETURNING ${WORD}`,
    newId(),
    order.key ?? keyOf(order.words),
    order.words,
    order.decision,
    order.what,
    shown,
    order.reason,
    order.ground,
    audiences,
    at,
    by,
  );
  return toWord(must(row, 'keepDecision: one row comes back'));
}

/** @throws not-found */
export function withdrawDecision(db: WritableDb, id: string): void {
  const changed = db.run('UPDATE redaction_word SET withdrawn = 1 WHERE id = ? AND withdrawn = 0', id);
  if (changed === 0) raise('not-found', { what: 'decision' });
}

function toWord(row: Row): RedactionWord {
  return RedactionWord.parse({ ...row, audiences: jsonOrNull(row, 'audiences', AudienceList) });
}

const REGION = 'id, evidence_id, x, y, width, height, decision, what, found_by, reason, ground, audiences, at, by';

const StoredRegion = z.object({
  id: z.string(),
  evidenceId: z.string(),
  box: z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
  decision: z.enum(['remove', 'keep']),
  what: z.enum(['face', 'words', 'other']),
  foundBy: z.enum(['drawn', 'lines', 'face-finder']),
  reason: z.string(),
  ground: z.string(),
  audiences: AudienceList.nullable(),
  at: z.string(),
  by: z.string(),
});
export type StoredRegion = z.infer<typeof StoredRegion>;

/** Every decision about places of pictures that holds. */
export function decidedRegions(db: ReadableDb): readonly StoredRegion[] {
  return db.all(`SELECT ${REGION} FROM redaction_region WHERE withdrawn = 0 ORDER BY at, id`).map(toRegion);
}

function toRegion(row: Row): StoredRegion {
  const { x, y, width, height } = row;
  return StoredRegion.parse({
    ...row,
    evidenceId: text(row, 'evidence_id'),
    box: { x, y, width, height },
    foundBy: text(row, 'found_by'),
    audiences: jsonOrNull(row, 'audiences', AudienceList),
  });
}

/** Keeps a person's decision about places; a face that was decided before is decided anew. */
export function keepRegions(db: WritableDb, order: z.output<typeof DecideRegions>, { newId, at, by }: Made): void {
  const audiences = order.audiences === null ? null : JSON.stringify(order.audiences);
  const before = order.what === 'face' ? decidedRegions(db) : [];
  for (const box of order.boxes) {
    for (const old of before) {
      const same = old.evidenceId === order.evidenceId && old.what === 'face' && overlap(old.box, box) > 0.5;
      if (same) db.run('UPDATE redaction_region SET withdrawn = 1 WHERE id = ?', old.id);
    }
    db.run(
      `INSERT INTO redaction_region (id, evidence_id, x, y, width, height, decision, what, found_by, reason, ground,
         audiences, at, by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      newId(),
      order.evidenceId,
      box.x,
      box.y,
      box.width,
      box.height,
      order.decision,
      order.what,
      order.foundBy,
      order.reason,
      order.ground,
      audiences,
      at,
      by,
    );
  }
}

/** @throws not-found */
export function withdrawRegion(db: WritableDb, id: string): void {
  const changed = db.run('UPDATE redaction_region SET withdrawn = 1 WHERE id = ? AND withdrawn = 0', id);
  if (changed === 0) raise('not-found', { what: 'place' });
}

/** Share (0–1) of the smaller box that lies in the other. */
export function overlap(one: Box, other: Box): number {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  if (across <= 0 || down <= 0) return 0;
  return (across * down) / Math.max(1e-9, Math.min(one.width * one.height, other.width * other.height));
}

/** What the finder saw, by source; a source that it did not look at is not there. */
export function faceLooks(db: ReadableDb): ReadonlyMap<string, readonly FoundFace[]> {
  return new Map(
    db
      .all('SELECT evidence_id, faces FROM face_look WHERE withdrawn = 0')
      .map((row) => [text(row, 'evidence_id'), json(row, 'faces', z.array(FoundFace))]),
  );
}

export function keepLook(
  db: WritableDb,
  look: { readonly evidenceId: string; readonly finder: string; readonly faces: readonly FoundFace[] },
  { newId, at, by }: Made,
): void {
  db.run(
    `INSERT INTO face_look (id, evidence_id, finder, faces, at, by) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (evidence_id) DO UPDATE SET withdrawn = 0, finder = excluded.finder, faces = excluded.faces,
       at = excluded.at, by = excluded.by`,
    newId(),
    look.evidenceId,
    look.finder,
    JSON.stringify(look.faces),
    at,
    by,
  );
}
