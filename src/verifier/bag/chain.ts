import { Found } from '../reader.ts';
import { Shape } from './shape.ts';
import { type Folder, linesOf, sha256, type Tools } from './tools.ts';

export const LEDGER = 'data/record/ledger.jsonl';
const NOTHING_BEFORE = '0'.repeat(64);

interface Line {
  readonly hash: string;
  /** Null where the line's text is withheld. */
  readonly at: string | null;
  readonly by: string | null;
}

interface RowState {
  /** The row's text as its last change left it. */
  readonly after: string;
  readonly seq: number;
}

export interface Chain {
  readonly entries: number;
  readonly caseId: string | null;
  readonly lines: ReadonlyMap<number, Line>;
  /** By table and id. */
  readonly rows: ReadonlyMap<string, RowState>;
  /** What each line says of the items that it kept. */
  readonly items: ReadonlyMap<number, { readonly count: number; readonly digest: string }>;
  readonly withheld: ReadonlySet<number>;
  /** The last line whose text is withheld; 0 where none is. */
  readonly lastWithheld: number;
}

interface Walk {
  readonly lines: Map<number, Line>;
  readonly rows: Map<string, RowState>;
  readonly items: Map<number, { count: number; digest: string }>;
  readonly withheld: Set<number>;
  caseId: string | null;
  prev: string;
  lastWithheld: number;
}

/**
 * Walks the lines of the record: numbers without gaps, each hash made of its line's text, each line naming the one
 * before, each change with the texts that the line names by their hashes. A withheld line has its hash only, which the
 * next line and its own checkpoint name.
 */
export async function checkChain(folder: Folder, tools: Tools): Promise<Chain> {
  const walk: Walk = {
    lines: new Map(),
    rows: new Map(),
    items: new Map(),
    withheld: new Set(),
    caseId: null,
    prev: NOTHING_BEFORE,
    lastWithheld: 0,
  };
  let expected = 1;
  for await (const text of linesOf(folder, LEDGER)) {
    const entry = Shape.parse(text, LEDGER, expected);
    const seq = entry.number('seq');
    if (seq !== expected) {
      throw new Found(
        seq > expected ? 'an entry is missing' : 'an entry stands in another place',
        `entry ${expected}`,
        expected,
      );
    }
    const hash = entry.text('hash');
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Found('an entry was changed', `entry ${seq}`, seq);
    if (entry.has('body')) checkLine(tools, walk, entry, seq);
    else passWithheld(walk, entry, seq);
    walk.prev = hash;
    expected += 1;
  }
  if (walk.lines.size === 0) throw new Found('the evidence record is empty', 'entry 1', 1);
  return { ...walk, entries: walk.lines.size };
}

function passWithheld(walk: Walk, entry: Shape, seq: number): void {
  entry.shape('withheld').text('ground');
  walk.lines.set(seq, { hash: entry.text('hash'), at: null, by: null });
  walk.withheld.add(seq);
  walk.lastWithheld = seq;
}

function checkLine(tools: Tools, walk: Walk, entry: Shape, seq: number): void {
  const body = entry.text('body');
  const hash = entry.text('hash');
  if (sha256(tools, body) !== hash) throw new Found('an entry was changed', `entry ${seq}`, seq);
  const line = Shape.parse(body, LEDGER, seq);
  if (line.number('seq') !== seq) throw new Found('an entry stands in another place', `entry ${seq}`, seq);
  if (line.text('prev') !== walk.prev) {
    throw new Found('the chain is broken', `entry ${seq} does not follow entry ${seq - 1}`, seq);
  }
  if (walk.caseId !== null && line.text('case') !== walk.caseId) {
    throw new Found('an entry belongs to another case', `entry ${seq}`, seq);
  }
  walk.caseId = line.text('case');
  walk.lines.set(seq, { hash, at: line.text('at'), by: line.text('by') });
  const items = line.shape('items');
  if (items.number('count') > 0) {
    walk.items.set(seq, { count: items.number('count'), digest: items.text('digest') });
  }
  checkChanges(tools, walk, entry.shapes('changes'), line.shapes('changes'), seq);
}

function checkChanges(tools: Tools, walk: Walk, texts: readonly Shape[], named: readonly Shape[], seq: number): void {
  if (texts.length !== named.length) throw new Found('changes of an entry are missing or added', `entry ${seq}`, seq);
  named.forEach((change, index) => {
    const text = texts[index] ?? change.unreadable();
    const key = `${change.text('table')} ${change.text('row')}`;
    const before = text.textOrNull('before');
    const after = text.text('after');
    const same =
      (before === null ? null : sha256(tools, before)) === change.textOrNull('before') &&
      sha256(tools, after) === change.text('after');
    if (!same) throw new Found('a recorded change was altered', `entry ${seq}, ${key}`, seq);
    const last = walk.rows.get(key);
    // A withheld line in between may have changed the row; what came before it is then no longer the text before.
    const unsure = walk.lastWithheld > (last?.seq ?? 0);
    if (!unsure && !sameText(last?.after ?? null, before)) {
      throw new Found('a recorded change does not follow the one before', `entry ${seq}, ${key}`, seq);
    }
    walk.rows.set(key, { after, seq });
  });
}

/** A column that a later version added is absent from earlier texts, and null in the rows that they tell of. */
function sameText(one: string | null, other: string | null): boolean {
  if (one === other) return true;
  return one !== null && other !== null && withoutNulls(one) === withoutNulls(other);
}

function withoutNulls(text: string): string {
  const { value } = Shape.parse(text, LEDGER);
  return JSON.stringify(Object.entries(value).filter(([, cell]) => cell !== null));
}
