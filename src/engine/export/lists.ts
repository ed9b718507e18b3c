import { type ReadableDb, text } from '../case-file/index.ts';
import type { Selection } from './selection.ts';
import { type Image, standing } from './snapshot.ts';

export interface ListedSource {
  readonly number: number;
  readonly exhibit: string | null;
  /** How it is called where it is given; null where even the name is withheld. */
  readonly name: string | null;
  readonly given: 'original' | 'words' | 'nothing';
  readonly ground: string | null;
  /** True where it stands here for completeness and is counted in another list. */
  readonly countedElsewhere: boolean;
}

export interface Lists {
  readonly reliedOn: readonly ListedSource[];
  readonly contrary: readonly ListedSource[];
  readonly considered: readonly ListedSource[];
  readonly withheld: readonly ListedSource[];
  readonly total: number;
  /** The sum, in words. */
  readonly reconciles: string;
}

/**
 * Every source stands in exactly one list that counts it: withheld first, then relied on (something in it was linked for
 * an element of a clause, or it is an exhibit), contrary (linked against only), considered (everything else). What is
 * relied on and has passages against as well stands among the contrary once more, and is not counted there.
 */
export function listsOf(db: ReadableDb, selection: Selection): Lists {
  const weights = weightsOf(db, selection);
  const exhibits = new Map(
    standing(selection.snapshot, 'exhibit').map((row) => [String(row['evidence_id']), `A-${row['number']}`]),
  );
  const lists = { reliedOn: [], contrary: [], considered: [], withheld: [] } as Record<
    'reliedOn' | 'contrary' | 'considered' | 'withheld',
    ListedSource[]
  >;
  const sources = [...(selection.snapshot.tables.get('evidence')?.values() ?? [])].map(({ image }) => image);
  for (const source of sources) {
    const id = String(source['id']);
    const listed = listedSource(selection, source, exhibits.get(id) ?? null);
    if (listed.given === 'nothing') {
      lists.withheld.push(listed);
      continue;
    }
    const { isFor, isAgainst } = { isFor: weights.for.has(id) || exhibits.has(id), isAgainst: weights.against.has(id) };
    if (isFor) lists.reliedOn.push(listed);
    if (isAgainst) lists.contrary.push({ ...listed, countedElsewhere: isFor });
    if (!isFor && !isAgainst) lists.considered.push(listed);
  }
  const [relied, contrary, considered, withheld] = [
    lists.reliedOn,
    lists.contrary,
    lists.considered,
    lists.withheld,
  ].map((list) => list.filter(({ countedElsewhere }) => !countedElsewhere).length);
  return {
    ...lists,
    total: sources.length,
    reconciles: `relied on ${relied} + contrary ${contrary} + considered ${considered} + withheld ${withheld} = ${sources.length} sources in the case`,
  };
}

function listedSource(selection: Selection, source: Image, exhibit: string | null): ListedSource {
  const id = String(source['id']);
  const number = Number(source['number']);
  const withheld = selection.source(id);
  if (withheld !== null) {
    return { number, exhibit: null, name: null, given: 'nothing', ground: withheld, countedElsewhere: false };
  }
  const ground = selection.original(id);
  const name = String(source['name']);
  return {
    number,
    exhibit,
    name: selection.students === null ? name : selection.students.replace(name),
    given: ground === null ? 'original' : 'words',
    ground,
    countedElsewhere: false,
  };
}

function weightsOf(db: ReadableDb, selection: Selection) {
  const weights = { for: new Set<string>(), against: new Set<string>() };
  for (const link of standing(selection.snapshot, 'mapping')) {
    const row = db.get('SELECT evidence_id FROM item WHERE id = ?', String(link['item_id']));
    if (row === null) continue;
    weights[link['weighs'] === 'against' ? 'against' : 'for'].add(text(row, 'evidence_id'));
  }
  return weights;
}
