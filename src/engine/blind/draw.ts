import type { BlindPurpose } from '../../contract/blind.ts';
import { type ReadableDb, sha256Of, text } from '../case-file/index.ts';

/**
 * Chooses at random and so that anybody can do it again: items stand in the order of SHA-256 over seed and id, and the first
 * ones are taken. They come back in the order in which they were given, which says nothing about the draw.
 */
export function chooseBySeed(seed: string, ids: readonly string[], size: number): readonly string[] {
  const chosen = new Set(
    ids
      .map((id) => ({ id, place: sha256Of(`${seed} ${id}`) }))
      .toSorted((a, b) => (a.place < b.place ? -1 : 1))
      .slice(0, size)
      .map(({ id }) => id),
  );
  return ids.filter((id) => chosen.has(id));
}

const SUGGESTED = 'SELECT item_id FROM inside_suggestion WHERE set_aside = 0';
const OPEN = `SELECT id FROM open_item WHERE derived IS NULL AND trim(text) <> ''`;

/** Items of which the machine suggested nothing and to which nobody linked anything, by number. */
export function unsuggested(db: ReadableDb): readonly string[] {
  return idsOf(
    db,
    `${OPEN} AND id NOT IN (${SUGGESTED}) AND id NOT IN (SELECT item_id FROM mapping WHERE withdrawn = 0) ORDER BY number`,
  );
}

function suggested(db: ReadableDb): readonly string[] {
  return idsOf(db, `${OPEN} AND id IN (${SUGGESTED}) ORDER BY number`);
}

/** The items that a sample of this kind is drawn from. */
export function populationOf(db: ReadableDb, purpose: BlindPurpose): number {
  return purpose === 'missed' ? unsuggested(db).length : idsOf(db, OPEN).length;
}

/**
 * The items of a sample. For a second reading half comes from what is suggested and half from the rest, as far as there is
 * any: among everyday items alone two people would agree on nothing but silence.
 */
export function drawItems(db: ReadableDb, purpose: BlindPurpose, seed: string, size: number): readonly string[] {
  if (purpose === 'missed') return chooseBySeed(seed, unsuggested(db), size);
  const all = idsOf(db, `${OPEN} ORDER BY number`);
  const inside = suggested(db);
  const rest = all.filter((id) => !inside.includes(id));
  const fromInside = Math.min(inside.length, Math.max(Math.ceil(size / 2), size - rest.length));
  const chosen = new Set([
    ...chooseBySeed(seed, inside, fromInside),
    ...chooseBySeed(seed, rest, Math.max(0, size - fromInside)),
  ]);
  return all.filter((id) => chosen.has(id));
}

function idsOf(db: ReadableDb, sql: string): readonly string[] {
  return db.all(sql).map((row) => text(row, 'id'));
}
