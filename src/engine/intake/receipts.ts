import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { packFile, sha256Of, storingSteps } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { othersFirst } from '../others-first.ts';
import type { Found } from './gather-files.ts';
import { limits } from './limits.ts';
import { type Arriving, emptyOutcome, membersOf, type Received, receive } from './receive.ts';
import { lockedAlready, stopFile } from './stop.ts';
import type { Tally } from './tally.ts';

/** Short files share a commit when they are so many, hold so many bytes, or the first has waited so long (ms). */
const MOST = { files: 100, bytes: 4_000_000, wait: 50 } as const;
/** From so many bytes on a file is stored in steps, between which others are answered. */
const LARGE = 2_000_000;

/** Files and folders as they are handed over together. */
export interface IntakeOrder {
  readonly paths: readonly { readonly path: string; readonly shown: string }[];
  readonly receiptId: string | null;
  readonly zone: string | null;
  /** The files show what nobody may keep: each leaves its name and nothing else. */
  readonly mustNotKeep?: boolean;
}

type Given = Omit<Arriving, 'bytes'>;

/**
 * Receives files as they are handed over. A commit is forced to disk, which takes longer than storing a short file; short
 * files share one, with one line of the record that names the row of each. Nothing is told of a file before its commit.
 */
export class Receipts {
  readonly #engine: EngineCore;
  readonly #order: IntakeOrder;
  readonly #tally: Tally;
  #waiting: (Given & { readonly bytes: Uint8Array })[] = [];
  #bytes = 0;
  #since = 0;

  constructor(engine: EngineCore, order: IntakeOrder, tally: Tally) {
    this.#engine = engine;
    this.#order = order;
    this.#tally = tally;
  }

  /** Takes a file in, or tells why not. Short ones may wait for the next `commit`. */
  async take(found: Found): Promise<void> {
    const tally = this.#tally;
    tally.total += 1;
    const refusal = found.refusal ?? ownFile(this.#engine, found.path) ?? tooLarge(found.path);
    if (refusal !== null) this.#refuse(found, refusal);
    else if (this.#order.mustNotKeep === true) {
      tally.add(stopFile(this.#engine, { ...found, receiptId: this.#order.receiptId }));
    } else if (statSync(found.path).size < LARGE) this.#takeShort(found);
    else await this.#takeLarge(found);
  }

  /** Receives what waits, in one transaction with one line. */
  commit(): void {
    const given = this.#waiting;
    if (given.length === 0) return;
    this.#waiting = [];
    this.#bytes = 0;
    this.#tell(this.#receive(given));
  }

  #takeShort(found: Found): void {
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(found.path);
    } catch (error) {
      this.#refuse(found, notOpened(error));
      return;
    }
    const locked = lockedAlready(this.#engine, found.shown, () => sha256Of(bytes));
    if (locked !== null) {
      this.#tally.add(locked);
      return;
    }
    if (this.#waiting.length === 0) this.#since = performance.now();
    this.#waiting.push({ ...this.#given(found), bytes });
    this.#bytes += bytes.length;
    const full = this.#waiting.length >= MOST.files || this.#bytes >= MOST.bytes;
    if (full || performance.now() - this.#since >= MOST.wait) this.commit();
  }

  async #takeLarge(found: Found): Promise<void> {
    // In the order in which they were handed over.
    this.commit();
    const content = await packFile(found.path).catch((error: unknown) => notOpened(error));
    if (typeof content === 'string') {
      this.#refuse(found, content);
      return;
    }
    const locked = lockedAlready(this.#engine, found.shown, () => content.sha256);
    if (locked !== null) {
      this.#tally.add(locked);
      return;
    }
    const { connection } = this.#engine.session.file;
    const received = await connection.transactionInSteps(
      () => storingSteps(connection.readable, content),
      () => this.#receive([{ ...this.#given(found), bytes: content }]),
      othersFirst,
    );
    this.#tell(received);
  }

  #given(found: Found): Given {
    const { receiptId, zone } = this.#order;
    return { path: found.shown, name: found.name, receiptId, zone, parent: null };
  }

  #refuse(found: Found, why: string): void {
    this.#tally.add({ ...emptyOutcome(found.shown, null), outcome: 'rejected', kept: false, error: why });
  }

  #receive(given: readonly Arriving[]): readonly Received[] {
    const { host } = this.#engine;
    const about = given.length === 1 ? 'Received a file' : `Received ${given.length} files`;
    return this.#engine.record({ did: 'evidence.receive', about }, (db) => {
      // A twin in the same commit is a twin as well, and not a file that a crash cut off.
      const mine = new Set(this.#tally.mine);
      return given.map((arriving) => {
        const received = receive(db, arriving, { newId: host.newId, now: host.now() }, mine);
        if (received.kind !== 'duplicate') mine.add(received.readingId);
        return received;
      });
    });
  }

  #tell(received: readonly Received[]): void {
    const tally = this.#tally;
    this.#engine.changed('evidence');
    for (const one of received) {
      if (one.kind === 'duplicate') tally.add(one.outcome);
      else tally.mine.add(one.readingId);
      if (one.kind !== 'to-read') takeUpMembers(this.#engine, one.evidenceId, one.kind === 'taken-up', tally);
    }
  }
}

/**
 * Members of a container that a crash cut off are this import's, since their container was given again. The finished ones
 * of a container that is taken up are told now: their lines may have died with the process that wrote them.
 */
function takeUpMembers(engine: EngineCore, evidenceId: string, tellFinished: boolean, tally: Tally): void {
  for (const { readingId, outcome } of membersOf(engine.session.file.connection.readable, evidenceId)) {
    if (outcome === null) tally.mine.add(readingId);
    else if (tellFinished) tally.add(outcome);
  }
}

function notOpened(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return `The file could not be opened (${code}). Nothing was taken. Check that it can be opened, then import it again.`;
}

/** The open case is no evidence of itself; and opening it a second time would loosen this process's hold on it. */
function ownFile(engine: EngineCore, path: string): string | null {
  const own = statSync(engine.session.file.path, { throwIfNoEntry: false });
  const given = statSync(path, { throwIfNoEntry: false });
  const same = own !== undefined && given !== undefined && own.ino === given.ino && own.dev === given.dev;
  const journal = resolve(path) === resolve(`${engine.session.file.path}-journal`);
  return same || journal ? 'This is the case file that is open. Nothing was taken.' : null;
}

function tooLarge(path: string): string | null {
  const size = statSync(path).size;
  if (size <= limits.fileBytes) return null;
  return `The file holds ${Math.ceil(size / 1_000_000)} MB, more than the ${Math.floor(limits.fileBytes / 1_000_000)} MB that one file may have. Nothing was taken. Keep the original where it is, write down its SHA-256, and import a part of it.`;
}
