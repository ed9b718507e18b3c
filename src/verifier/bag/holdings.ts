import { Found } from '../reader.ts';
import type { Chain } from './chain.ts';
import type { Seals } from './seals.ts';
import { parseJson, Shape } from './shape.ts';
import { type Folder, type Hasher, linesOf, sha256, type Tools, textOf } from './tools.ts';

const ITEMS = 'data/record/items.jsonl';
const ORIGINALS = 'data/originals.json';
const DOCUMENTS = 'data/documents.json';
const RECORDS = /^data\/records\/([a-z_]+)\.json$/;

/** Every item that is given whole must have its digest, and each line's digest over its items must hold. */
export async function checkItems(folder: Folder, tools: Tools, chain: Chain): Promise<number> {
  const sums = new Map<number, { hasher: Hasher; count: number }>();
  let items = 0;
  let last = 0;
  for await (const text of linesOf(folder, ITEMS)) {
    const item = Shape.parse(text, ITEMS);
    const number = item.number('number');
    const seq = item.number('seq');
    if (number <= last) throw new Found('an item stands in another place', `item #${number}`, seq);
    last = number;
    items += 1;
    if (!item.has('body')) {
      // Given in words only: its line is withheld, and the signature of the copy alone vouches for it.
      if (!chain.withheld.has(seq)) throw new Found('an item was altered', `item #${number}`, seq);
      continue;
    }
    const digest = item.text('digest');
    if (sha256(tools, item.text('body')) !== digest) throw new Found('an item was altered', `item #${number}`, seq);
    const sum = sums.get(seq) ?? { hasher: tools.hasher(), count: 0 };
    const parts = [
      number,
      item.text('id'),
      item.text('evidence'),
      item.text('reading'),
      item.number('ordinal'),
      digest,
    ];
    sum.hasher.update(new TextEncoder().encode(`${parts.join(' ')}\n`));
    sums.set(seq, { ...sum, count: sum.count + 1 });
  }
  for (const [seq, told] of chain.items) {
    const sum = sums.get(seq);
    if (sum === undefined || sum.count !== told.count) {
      throw new Found('items of an entry are missing or added', `entry ${seq}`, seq);
    }
    if (sum.hasher.digest() !== told.digest) throw new Found('items of an entry were altered', `entry ${seq}`, seq);
  }
  const stray = [...sums.keys()].find((seq) => !chain.items.has(seq) && !chain.withheld.has(seq));
  if (stray !== undefined) throw new Found('an item stands under no entry', `entry ${stray}`, stray);
  return items;
}

/** Every record that is given whole must stand as the chain left it; in a complete copy none may be missing. */
export async function checkRecords(folder: Folder, chain: Chain): Promise<void> {
  const seen = new Set<string>();
  const tables = new Set<string>();
  for (const path of folder.paths) {
    const table = RECORDS.exec(path)?.[1];
    if (table === undefined) continue;
    tables.add(table);
    for (const row of Shape.parse(await textOf(folder, path), path).shapes('rows')) {
      const whole = row.text('given') === 'whole';
      const { value } = row.shape('row');
      const key = `${table} ${String(value['id'])}`;
      seen.add(key);
      const recorded = chain.rows.get(key);
      // Where lines are withheld, a row may have been changed by one of them.
      const settled = chain.lastWithheld < (recorded?.seq ?? 0);
      if (recorded === undefined && chain.withheld.size === 0) {
        throw new Found('a record was added outside the evidence record', `${path}, ${key}`);
      }
      if (whole && recorded !== undefined && settled && canonical(value) !== canonical(unfolded(recorded.after))) {
        throw new Found('a record differs from what the evidence record says', `${path}, ${key}`, recorded.seq);
      }
    }
  }
  if (chain.withheld.size > 0) return;
  const gone = [...chain.rows].find(([key]) => !seen.has(key));
  if (gone !== undefined) throw new Found('a record was removed', gone[0], gone[1].seq);
}

/** A row's text with its JSON columns unfolded: a text that is a JSON object or list is shown as one. */
function unfolded(text: string): Readonly<Record<string, unknown>> {
  const { value } = Shape.parse(text, 'data/record/ledger.jsonl');
  return Object.fromEntries(Object.entries(value).map(([name, cell]) => [name, unfold(cell)]));
}

function unfold(cell: unknown): unknown {
  if (typeof cell !== 'string' || !/^[[{]/.test(cell)) return cell;
  try {
    return JSON.parse(cell);
  } catch {
    return cell;
  }
}

/** Members in the order of their names, those that are null left out. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(
      Object.entries(part)
        .filter(([, cell]) => cell !== null)
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  });
}

export interface Sources {
  readonly count: number;
  /** SHA-256 of every source in the chain, by its exhibit number (`A-1`). */
  readonly exhibits: ReadonlyMap<string, string>;
}

/** The originals: each is the very file that the chain received under its hash, and every one is there or withheld. */
export async function checkOriginals(
  folder: Folder,
  chain: Chain,
  found: ReadonlyMap<string, string>,
): Promise<Sources> {
  const listed = Shape.parse(await textOf(folder, ORIGINALS), ORIGINALS).shapes('sources');
  for (const source of listed) checkSource(chain, source, found);
  const accounted = new Set(
    listed
      .filter((source) => source.textOrNull('file') !== null || source.has('withheld'))
      .map((source) => source.text('id')),
  );
  const sources = [...chain.rows].filter(([key]) => key.startsWith('evidence '));
  for (const [, { after, seq }] of sources) {
    const row = Shape.parse(after, ORIGINALS, seq);
    if (!accounted.has(row.text('id'))) {
      throw new Found('source bytes are missing', `source ${row.number('number')} (${row.text('name')})`, seq);
    }
  }
  return { count: Math.max(sources.length, listed.length), exhibits: exhibitsOf(chain) };
}

function checkSource(chain: Chain, source: Shape, found: ReadonlyMap<string, string>): void {
  const where = `source ${source.number('number')} (${source.textOrNull('name') ?? 'name withheld'})`;
  const row = chain.rows.get(`evidence ${source.text('id')}`);
  if (row === undefined && chain.withheld.size === 0) throw new Found('a source stands in no entry', where);
  const file = source.textOrNull('file');
  if (file === null) return;
  const sha256 = source.text('sha256');
  const recorded = row === undefined ? sha256 : Shape.parse(row.after, ORIGINALS, row.seq).text('sha256');
  if (found.get(`data/${file}`) !== sha256 || recorded !== sha256) {
    throw new Found('source bytes differ', where, row?.seq ?? null);
  }
}

function exhibitsOf(chain: Chain): ReadonlyMap<string, string> {
  const exhibits = new Map<string, string>();
  for (const [key, { after, seq }] of chain.rows) {
    if (!key.startsWith('exhibit ')) continue;
    const row = Shape.parse(after, ORIGINALS, seq);
    const evidence = chain.rows.get(`evidence ${row.text('evidence_id')}`);
    if (evidence === undefined) continue;
    exhibits.set(`A-${row.number('number')}`, Shape.parse(evidence.after, ORIGINALS, evidence.seq).text('sha256'));
  }
  return exhibits;
}

/** Issued documents: bytes, frozen input, the fingerprint that each prints, and the exhibits that it names. */
export async function checkDocuments(
  folder: Folder,
  chain: Chain,
  seals: Seals,
  found: ReadonlyMap<string, string>,
  exhibits: ReadonlyMap<string, string>,
): Promise<number> {
  const listed = Shape.parse(await textOf(folder, DOCUMENTS), DOCUMENTS).shapes('documents');
  for (const document of listed) {
    const where = `document ${document.number('number')} (${document.text('title')})`;
    const row = chain.rows.get(`document ${document.text('id')}`);
    if (row === undefined && chain.withheld.size === 0) throw new Found('a document stands in no entry', where);
    holdDocument(
      document,
      row === undefined ? null : Shape.parse(row.after, DOCUMENTS, row.seq),
      found,
      where,
      row?.seq ?? null,
    );
    const input = document.textOrNull('input');
    if (input !== null) await checkExhibits(folder, `data/${input}`, exhibits, where, row?.seq ?? null);
    const printed = seals.byFingerprint.get(document.text('fingerprint'));
    if (printed === undefined || (row !== undefined && printed.seq >= row.seq)) {
      throw new Found('a document prints a fingerprint that is not in the record', where, row?.seq ?? null);
    }
  }
  const ids = new Set(listed.map((document) => document.text('id')));
  const gone = [...chain.rows].find(([key]) => key.startsWith('document ') && !ids.has(key.slice('document '.length)));
  if (gone !== undefined) throw new Found('a document is missing', gone[0], gone[1].seq);
  return listed.length;
}

/** The bytes of a document and of its input are those whose hashes stand in the list and in the record. */
function holdDocument(
  document: Shape,
  recorded: Shape | null,
  found: ReadonlyMap<string, string>,
  where: string,
  seq: number | null,
): void {
  const parts = [
    [document.textOrNull('file'), document.text('sha256'), recorded?.text('output_sha256')],
    [document.textOrNull('input'), document.textOrNull('inputSha256'), recorded?.text('input_sha256')],
  ] as const;
  for (const [path, listed, inRecord] of parts) {
    if (path === null) continue;
    const bytes = found.get(`data/${path}`);
    if (bytes !== listed || (inRecord !== undefined && inRecord !== bytes)) {
      throw new Found('document bytes differ', where, seq);
    }
  }
  const printed = recorded?.text('fingerprint');
  if (printed !== undefined && printed !== document.text('fingerprint')) {
    throw new Found('a document is listed otherwise than it was recorded', where, seq);
  }
}

/** A document lists the hashes of its exhibits: each must be that of the source which bears the number in the record. */
async function checkExhibits(
  folder: Folder,
  path: string,
  exhibits: ReadonlyMap<string, string>,
  where: string,
  seq: number | null,
): Promise<void> {
  const input = new Shape(parseJson(await textOf(folder, path), path), path);
  if (!input.has('exhibits')) return;
  for (const exhibit of input.shapes('exhibits')) {
    if (!exhibit.has('sha256') || !exhibit.has('number')) continue;
    const recorded = exhibits.get(exhibit.text('number'));
    if (recorded !== undefined && recorded !== exhibit.text('sha256')) {
      throw new Found('an exhibit of a document differs', `${where}, exhibit ${exhibit.text('number')}`, seq);
    }
  }
}
