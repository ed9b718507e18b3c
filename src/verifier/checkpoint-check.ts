import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { type LedgerEnd, sha256 } from './ledger-check.ts';
import { Found, numberOf, type SqlReader, textOf } from './reader.ts';

const NOTHING_BEFORE = '0'.repeat(64);

export interface Signatures {
  readonly fingerprints: ReadonlySet<string>;
  readonly last: string;
  /** `name, role: key fingerprint`, in the order of first use. */
  readonly signedBy: readonly string[];
}

/** Checks every checkpoint: its text, its place in the chain, the one before, and the signature of a key the case knows. */
export function checkCheckpoints(db: SqlReader, ledger: LedgerEnd): Signatures {
  const keys = knownKeys(db);
  const fingerprints = new Set<string>();
  const signers = new Set<string>();
  let previous = NOTHING_BEFORE;
  let last = 0;
  for (const row of db.all('SELECT seq, body, signature, fingerprint FROM checkpoint ORDER BY seq')) {
    const seq = numberOf(row, 'seq');
    const where = `checkpoint of entry ${seq}`;
    const body = textOf(row, 'body');
    const fields = fieldsOf(body);
    if (sha256(body) !== textOf(row, 'fingerprint')) throw new Found('a checkpoint was changed', where, seq);
    const line = ledger.lines.get(seq);
    if (line === undefined || fields.get('entries') !== String(seq) || fields.get('head') !== line.hash) {
      throw new Found('a checkpoint does not fit its entry', where, seq);
    }
    if (fields.get('at') !== line.at) throw new Found('a checkpoint does not fit its entry', where, seq);
    if (fields.get('case') !== ledger.caseId) throw new Found('a checkpoint belongs to another case', where, seq);
    if (fields.get('previous') !== previous) throw new Found('a checkpoint is missing', `before entry ${seq}`, seq);
    const keyId = fields.get('key') ?? '';
    if (keyId !== line.by) throw new Found('an entry is signed by somebody else than it names', where, seq);
    const signer = keys.get(keyId);
    if (signer === undefined)
      throw new Found('a checkpoint is signed by a key that the case does not know', where, seq);
    if (!verify(null, Buffer.from(body, 'utf8'), signer.key, Buffer.from(textOf(row, 'signature'), 'base64'))) {
      throw new Found('a signature does not hold', where, seq);
    }
    signers.add(`${signer.name}: ${keyId}`);
    previous = textOf(row, 'fingerprint');
    fingerprints.add(previous);
    last = seq;
  }
  if (last !== ledger.entries)
    throw new Found('the end of the evidence record is not signed', `entry ${ledger.entries}`, ledger.entries);
  return { fingerprints, last: previous, signedBy: [...signers] };
}

/** `name value` a line, after the first line, which says what it is. */
function fieldsOf(body: string): ReadonlyMap<string, string> {
  const [head, ...lines] = body.split('\n');
  if (head !== 'evenhand checkpoint 1') return new Map();
  return new Map(
    lines
      .filter((line) => line !== '')
      .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]),
  );
}

function knownKeys(db: SqlReader): ReadonlyMap<string, { key: KeyObject; name: string }> {
  const keys = new Map<string, { key: KeyObject; name: string }>();
  for (const row of db.all('SELECT id, name, role, public_key FROM actor')) {
    const id = textOf(row, 'id');
    let key: KeyObject;
    try {
      key = createPublicKey(textOf(row, 'public_key'));
    } catch {
      throw new Found('a public key cannot be read', id);
    }
    const fingerprint = createHash('sha256')
      .update(key.export({ type: 'spki', format: 'der' }))
      .digest('hex');
    if (fingerprint.slice(0, 32) !== id)
      throw new Found('a public key was exchanged', `${textOf(row, 'name')} (${id})`);
    keys.set(id, { key, name: `${textOf(row, 'name')}, ${textOf(row, 'role')}` });
  }
  return keys;
}
