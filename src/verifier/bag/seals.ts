import { Found } from '../reader.ts';
import type { Chain } from './chain.ts';
import { Shape } from './shape.ts';
import { type Folder, fromBase64, linesOf, publicKey, sha256, type Tools, textOf, utf8 } from './tools.ts';

const CHECKPOINTS = 'data/record/checkpoints.jsonl';
const KEYS = /^data\/record\/keys\/([0-9a-f]{32})\.pem$/;
const NOTHING_BEFORE = '0'.repeat(64);

export interface Seal {
  readonly seq: number;
  readonly at: string;
  readonly key: string;
}

export interface Seals {
  /** Every checkpoint by its fingerprint. */
  readonly byFingerprint: ReadonlyMap<string, Seal>;
  readonly last: string;
  /** Ids of the keys that signed, in the order of first use. */
  readonly signers: readonly string[];
  readonly keys: ReadonlyMap<string, Uint8Array>;
}

/** Checks every checkpoint: its text, its place in the chain, the one before, and the signature of a key of the copy. */
export async function checkSeals(
  folder: Folder,
  tools: Tools,
  chain: Chain,
  told: (done: number, total: number) => void,
): Promise<Seals> {
  const keys = await readKeys(folder, tools);
  const byFingerprint = new Map<string, Seal>();
  const signers = new Set<string>();
  let previous = NOTHING_BEFORE;
  let last = 0;
  let caseId: string | null = chain.caseId;
  for await (const text of linesOf(folder, CHECKPOINTS)) {
    const row = Shape.parse(text, CHECKPOINTS);
    const body = row.text('body');
    const seal = readCheckpoint(body, row.number('seq'));
    const { seq, fields } = seal;
    const where = `checkpoint of entry ${seq}`;
    if (sha256(tools, body) !== row.text('fingerprint')) throw new Found('a checkpoint was changed', where, seq);
    holdToLine(chain, seal, where);
    caseId ??= fields.get('case') ?? null;
    if (fields.get('case') !== caseId) throw new Found('a checkpoint belongs to another case', where, seq);
    if (seq !== last + 1 || fields.get('previous') !== previous) {
      throw new Found('a checkpoint is missing', `before entry ${seq}`, seq);
    }
    await holdSignature(tools, keys, seal, row.text('signature'), where);
    signers.add(seal.key);
    previous = row.text('fingerprint');
    byFingerprint.set(previous, { seq, at: seal.at, key: seal.key });
    last = seq;
    told(last, chain.entries);
  }
  if (last !== chain.entries) {
    throw new Found('the end of the evidence record is not signed', `entry ${chain.entries}`, chain.entries);
  }
  return { byFingerprint, last: previous, signers: [...signers], keys };
}

interface Checkpoint extends Seal {
  readonly body: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** Seven lines, each ended by a line feed: what it is, then `name value`. */
export function readCheckpoint(body: string, seq: number): Checkpoint {
  const [head, ...lines] = body.split('\n');
  const pairs = lines
    .slice(0, -1)
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const);
  const names = pairs.map(([name]) => name).join(' ');
  if (head !== 'evenhand checkpoint 1' || names !== 'case entries head previous at key' || lines.at(-1) !== '') {
    throw new Found('a checkpoint was changed', `checkpoint of entry ${seq}`, seq);
  }
  const fields = new Map(pairs);
  return { seq, body, fields, at: fields.get('at') ?? '', key: fields.get('key') ?? '' };
}

function holdToLine(chain: Chain, { seq, fields, at, key }: Checkpoint, where: string): void {
  const line = chain.lines.get(seq);
  const fits =
    line !== undefined &&
    fields.get('entries') === String(seq) &&
    fields.get('head') === line.hash &&
    (line.at === null || at === line.at);
  if (!fits) throw new Found('a checkpoint does not fit its entry', where, seq);
  if (line.by !== null && key !== line.by) {
    throw new Found('an entry is signed by somebody else than it names', where, seq);
  }
}

async function holdSignature(
  tools: Tools,
  keys: ReadonlyMap<string, Uint8Array>,
  { seq, key: id, body }: Checkpoint,
  signature: string,
  where: string,
): Promise<void> {
  const key = keys.get(id);
  if (key === undefined) throw new Found('a checkpoint is signed by a key that the case does not know', where, seq);
  const bytes = signatureBytes(signature);
  if (bytes === null || !(await tools.signatureHolds(key, utf8(body), bytes))) {
    throw new Found('a signature does not hold', where, seq);
  }
}

function signatureBytes(text: string): Uint8Array | null {
  try {
    const bytes = fromBase64(text);
    return bytes.length === 64 ? bytes : null;
  } catch {
    return null;
  }
}

async function readKeys(folder: Folder, tools: Tools): Promise<ReadonlyMap<string, Uint8Array>> {
  const keys = new Map<string, Uint8Array>();
  for (const path of folder.paths) {
    const id = KEYS.exec(path)?.[1];
    if (id === undefined) continue;
    const found = publicKey(tools, await textOf(folder, path));
    if (found === null) throw new Found('a public key cannot be read', path);
    if (found.id !== id) throw new Found('a public key was exchanged', path);
    keys.set(id, found.key);
  }
  return keys;
}
