import { randomBytes } from 'node:crypto';
import { must } from '../../contract/errors.ts';
import {
  type Connection,
  integer,
  type ReadableDb,
  type Row,
  sha256Of,
  text,
  textOrNull,
  type WritableDb,
} from '../case-file/index.ts';
import type { Actor } from './identity.ts';

/** What stands before the first line: 64 zeros. */
export const NO_LINE_BEFORE = '0'.repeat(64);

export interface Entry {
  /** The call that was made: `mapping.add`. */
  readonly did: string;
  /** `2026-03-10T10:42:00.000-04:00`. */
  readonly at: string;
  readonly by: Actor;
  /** What it was about, in plain words, without words of evidence; `work` may say it better once it is done. */
  readonly about: string;
  /** Receiving, issuing, signing and serving are never reversed, only retracted or succeeded. */
  readonly reversible: boolean;
  /** The line that this one reverses; null for any other. */
  readonly reverses: number | null;
}

/**
 * Runs `work` and appends its ledger line and a signed checkpoint in the same transaction. Where nothing was changed no
 * line is written.
 *
 * The line's text names every changed row by the SHA-256 of its text before and after, and every item that was read by
 * one digest over all; its hash is made of exactly that text, which holds the hash of the line before.
 * docs/custody.md describes it byte by byte.
 */
export function inLedger<T>(
  connection: Connection,
  caseId: string,
  entry: Entry,
  work: (db: WritableDb, seq: number, say: (about: string) => void) => T,
): T {
  return connection.transaction((db) => {
    let about = entry.about;
    const last = lastLine(db);
    const seq = (last?.seq ?? 0) + 1;
    db.run('DELETE FROM acting');
    db.run('INSERT INTO acting (seq) VALUES (?)', seq);
    const value = work(db, seq, (words) => {
      about = words;
    });
    const changes = db.all('SELECT tbl, row_id, before, after FROM ledger_change WHERE seq = ? ORDER BY ordinal', seq);
    const items = db.all(
      'SELECT number, id, evidence_id, reading_id, ordinal, digest FROM item WHERE seq = ? ORDER BY number',
      seq,
    );
    db.run('DELETE FROM acting');
    if (changes.length === 0 && items.length === 0) return value;
    // A line that only made a person known holds nothing to put back.
    const reversible = entry.reversible && changes.some((change) => text(change, 'tbl') !== 'actor');
    const body = JSON.stringify({
      v: 2,
      case: caseId,
      seq,
      at: entry.at,
      by: entry.by.keyId,
      did: entry.did,
      about,
      reversible,
      reverses: entry.reverses,
      changes: changes.map((change) => {
        const before = textOrNull(change, 'before');
        return {
          table: text(change, 'tbl'),
          row: text(change, 'row_id'),
          before: before === null ? null : sha256Of(before),
          after: sha256Of(text(change, 'after')),
        };
      }),
      items: { count: items.length, digest: digestOf(items) },
      prev: last?.hash ?? NO_LINE_BEFORE,
      // Where only the hash of a line is given to somebody, nobody can guess its text and try.
      salt: randomBytes(16).toString('hex'),
    });
    const hash = sha256Of(body);
    db.run(
      'INSERT INTO ledger (seq, did, reversible, reverses, body, hash) VALUES (?, ?, ?, ?, ?, ?)',
      seq,
      entry.did,
      reversible ? 1 : 0,
      entry.reverses,
      body,
      hash,
    );
    writeCheckpoint(db, { caseId, seq, head: hash, at: entry.at, by: entry.by });
    return value;
  });
}

/** SHA-256 over a line for each item: which it is, of which source, at which place, and the digest of its text. */
function digestOf(items: readonly Row[]): string {
  const lines = items.map((row) =>
    [
      integer(row, 'number'),
      text(row, 'id'),
      text(row, 'evidence_id'),
      text(row, 'reading_id'),
      integer(row, 'ordinal'),
      text(row, 'digest'),
    ].join(' '),
  );
  return sha256Of(lines.map((line) => `${line}\n`).join(''));
}

export function lastLine(db: ReadableDb): { seq: number; hash: string } | null {
  const row = db.get('SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1');
  return row === null ? null : { seq: integer(row, 'seq'), hash: text(row, 'hash') };
}

export interface Checkpoint {
  readonly seq: number;
  /** SHA-256 over the checkpoint's text, 64 hex digits: what documents print. */
  readonly fingerprint: string;
}

export function lastCheckpoint(db: ReadableDb): Checkpoint | null {
  const row = db.get('SELECT seq, fingerprint FROM checkpoint ORDER BY seq DESC LIMIT 1');
  return row === null ? null : { seq: integer(row, 'seq'), fingerprint: text(row, 'fingerprint') };
}

function writeCheckpoint(
  db: WritableDb,
  end: { caseId: string; seq: number; head: string; at: string; by: Actor },
): void {
  const previous = lastCheckpoint(db);
  const body = [
    'evenhand checkpoint 1',
    `case ${end.caseId}`,
    `entries ${end.seq}`,
    `head ${end.head}`,
    `previous ${previous?.fingerprint ?? NO_LINE_BEFORE}`,
    `at ${end.at}`,
    `key ${end.by.keyId}`,
    '',
  ].join('\n');
  db.run(
    'INSERT INTO checkpoint (seq, body, signature, fingerprint) VALUES (?, ?, ?, ?)',
    end.seq,
    body,
    end.by.sign(body),
    sha256Of(body),
  );
}

/** Makes the acting person known to the case: name, role and public key. Part of whatever line they write first. */
export function ensureActor(db: WritableDb, actor: Actor, at: string): void {
  const known = db.get('SELECT name, role FROM actor WHERE id = ?', actor.keyId);
  if (known === null) {
    db.run(
      'INSERT INTO actor (id, name, role, public_key, vouched_by, first_seen_at) VALUES (?, ?, ?, ?, NULL, ?)',
      actor.keyId,
      actor.name,
      actor.role,
      actor.publicKeyPem,
      at,
    );
  } else if (text(known, 'name') !== actor.name || text(known, 'role') !== actor.role) {
    db.run('UPDATE actor SET name = ?, role = ? WHERE id = ?', actor.name, actor.role, actor.keyId);
  }
}

/** The fingerprint of the chain's end. Every case has one from its first line on. */
export function currentFingerprint(db: ReadableDb): string {
  return must(lastCheckpoint(db), 'a case has a checkpoint from its first line').fingerprint;
}
