import { must } from '../../contract/errors.ts';
import type { FileOutcome } from '../../contract/evidence.ts';
import type { ItemDraft } from '../../contract/item.ts';
import { integer, loadContentAside, sha256Of, type WritableDb } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { keepItems } from '../items/index.ts';
import { keepPrint } from '../likeness/index.ts';
import { othersFirst } from '../others-first.ts';
import type { ReadEnd, ReadEvent, ReadPool } from '../workers/pool.ts';
import type { Companies } from './company.ts';
import type { Nestings } from './nestings.ts';
import { memberAlreadyKept, memberKnown, nextMemberOrdinal, type OpenReading, receive } from './receive.ts';
import { Summary } from './summary.ts';
import { settingOver } from './times/governing.ts';
import { renewTimes } from './times/settings.ts';

/**
 * A batch goes into the case file in one transaction when it holds so many items, members, or bytes of members. Whoever works
 * in the window waits as long as that takes.
 */
const BATCH = { items: 250, members: 100, bytes: 4_000_000 } as const;
const NONE: ReadonlySet<string> = new Set();
const OCR_LANGUAGES = ['eng', 'spa'];

/** What reading one file leads to: its line, the members to be read next, and lines of members that need no reading. */
export interface ReadingDone {
  readonly outcome: FileOutcome;
  readonly members: readonly OpenReading[];
  readonly told: readonly FileOutcome[];
}

/** A reading that came to its end; its last batch and its outcome wait to be committed, alone or with others. */
export interface EndedReading {
  readonly reading: OpenReading;
  readonly outcome: FileOutcome;
  /** `file 12`: the log line names no file, since names are often people. */
  readonly label: string;
  /** What waits to be committed, as a measure of the transaction. */
  readonly items: number;
  readonly bytes: number;
  /** Writes all that is left, in the caller's transaction. */
  write(db: WritableDb, seq: number): ReadingDone;
}

/**
 * Reads one piece of evidence in a worker and keeps what it finds, in batches, each with its ledger line. A reading that
 * was cut off is taken up where it stopped: readers yield the same values for the same bytes, so that the ones kept
 * before are passed over. The last batch is left to the caller, who must have it written before the outcome is told.
 * @returns null when the reading was cancelled; it stays open for the next time
 */
export async function readEvidence(
  engine: EngineCore,
  pool: ReadPool,
  nestings: Nestings,
  companies: Companies,
  reading: OpenReading,
  signal: AbortSignal,
): Promise<EndedReading | null> {
  const run = new ReadingRun(engine, reading);
  const start = performance.now();
  let end: ReadEnd | null = null;
  const bytes = await loadContentAside(run.db, reading.sha256, othersFirst);
  const file = { name: reading.name, sha256: reading.sha256, bytes };
  run.begin();
  const nesting = nestings.of(run.db, reading.evidenceId);
  const beside = companies.of(run.db, reading);
  const password = reading.again?.password ?? null;
  const context = {
    zone: reading.zone,
    ocrLanguages: OCR_LANGUAGES,
    ...(nesting === null ? {} : { nesting }),
    ...(beside === null ? {} : { beside }),
    ...(password === null ? {} : { password }),
  };
  for await (const event of pool.read(file, context, signal)) {
    if (event.kind === 'done' || event.kind === 'refused' || event.kind === 'stopped') end = event;
    else if (run.take(event)) nestings.forget();
  }
  const last = must(end, 'every file ends with one end');
  if (last.kind === 'stopped' && last.cause === 'cancelled') return null;
  return run.ended(last, performance.now() - start);
}

interface Member {
  readonly ordinal: number;
  readonly name: string;
  readonly role: 'attachment' | 'entry';
  readonly bytes: Uint8Array;
}

const lastPart = (path: string): string => path.split('/').at(-1) ?? path;

const LONGEST_SHOWN = 200;

/** A name in a sentence: long ones are cut, so that the reason after them can be read. */
const shown = (name: string): string => (name.length > LONGEST_SHOWN ? `${name.slice(0, LONGEST_SHOWN)}…` : name);

class ReadingRun {
  readonly #engine: EngineCore;
  readonly #reading: OpenReading;
  readonly #summary: Summary;
  readonly #members: OpenReading[] = [];
  readonly #told: FileOutcome[] = [];
  #items: ItemDraft[] = [];
  #arrived: Member[] = [];
  #arrivedBytes = 0;
  #kept = 0;
  #seen = 0;
  #memberOrdinal = 0;

  constructor(engine: EngineCore, reading: OpenReading) {
    this.#engine = engine;
    this.#reading = reading;
    this.#summary = new Summary(reading.path, reading.sha256);
  }

  get db() {
    return this.#engine.session.file.connection.readable;
  }

  begin(): void {
    const row = this.db.get('SELECT count(*) AS n FROM item WHERE reading_id = ?', this.#reading.readingId);
    this.#kept = integer(must(row, 'a count comes back'), 'n');
  }

  /** @returns whether a batch was committed */
  take(event: Exclude<ReadEvent, ReadEnd>): boolean {
    switch (event.kind) {
      case 'recognised':
        this.#summary.recognised(event.format, event.reader, event.version);
        if (event.nameDisagrees) {
          this.#summary.warning(`The name ends like another kind of file; the content is: ${event.label}.`);
        }
        break;
      case 'item':
        this.#item(event.item);
        break;
      case 'member':
        this.#member(event);
        break;
      case 'refused-member':
        this.#summary.warning(`${shown(event.name)} was not taken: ${event.because}`);
        break;
      case 'unreadable':
        this.#summary.unread(event.where, event.because);
        break;
      case 'warning':
        this.#summary.warning(event.text);
        break;
      case 'facts':
        this.#summary.facts(event.facts);
        break;
    }
    const full =
      this.#items.length >= BATCH.items || this.#arrived.length >= BATCH.members || this.#arrivedBytes >= BATCH.bytes;
    if (full) this.#keep();
    return full;
  }

  #item(item: ItemDraft): void {
    this.#summary.item(item);
    this.#seen += 1;
    if (this.#seen > this.#kept) this.#items.push(item);
  }

  #member({ name, role, bytes }: { name: string; role: 'attachment' | 'entry'; bytes: Uint8Array }): void {
    this.#summary.member(role);
    const ordinal = this.#memberOrdinal++;
    if (this.#isKnown(ordinal, name, bytes)) return;
    this.#arrived.push({ ordinal, name, role, bytes });
    this.#arrivedBytes += bytes.length;
  }

  #isKnown(ordinal: number, name: string, bytes: Uint8Array): boolean {
    const { evidenceId, again } = this.#reading;
    if (again === undefined) return memberAlreadyKept(this.db, evidenceId, ordinal);
    return memberKnown(this.db, evidenceId, lastPart(name), sha256Of(bytes));
  }

  #keep(): void {
    const { items, members } = { items: this.#items.length, members: this.#arrived.length };
    const did = items > 0 ? 'reading.keep' : 'evidence.receive';
    const parts = [...(items > 0 ? [`${items} items`] : []), ...(members > 0 ? [`${members} members`] : [])];
    this.#engine.record({ did, about: `Kept ${parts.join(' and ')} of ${this.#label()}` }, (db, seq) =>
      this.#write(db, seq),
    );
    this.#engine.changed('evidence', 'items');
  }

  /** Writes the batch in the caller's transaction and begins the next one. */
  #write(db: WritableDb, seq: number): void {
    const { evidenceId, readingId } = this.#reading;
    const { newId } = this.#engine.host;
    if (this.#items.length > 0) {
      keepItems(db, seq, { evidenceId, readingId, firstOrdinal: this.#kept }, this.#items, newId);
    }
    const now = this.#engine.host.now();
    for (const member of this.#arrived) this.#receive(db, member, now);
    this.#kept += this.#items.length;
    this.#items = [];
    this.#arrived = [];
    this.#arrivedBytes = 0;
  }

  #receive(db: WritableDb, member: Member, now: string): void {
    const { ordinal, role, bytes } = member;
    const { zone, receiptId } = this.#reading;
    const path = `${this.#reading.path}!/${member.name}`;
    const name = lastPart(member.name);
    const { evidenceId: parentId, again } = this.#reading;
    const parent = {
      evidenceId: parentId,
      ordinal: again === undefined ? ordinal : nextMemberOrdinal(db, parentId),
      role,
    };
    const arriving = { path, name, bytes, receiptId, zone, parent };
    const received = receive(db, arriving, { newId: this.#engine.host.newId, now }, NONE);
    if (received.kind === 'duplicate') {
      this.#told.push(received.outcome);
      return;
    }
    const { evidenceId, readingId, sha256 } = received;
    this.#members.push({ evidenceId, readingId, path, name, sha256, zone, receiptId, bytes: bytes.length });
  }

  ended(end: ReadEnd, ms: number): EndedReading {
    const outcome = this.#summary.outcome(end, ms);
    return {
      reading: this.#reading,
      outcome,
      label: this.#label(),
      items: this.#items.length + this.#arrived.length,
      bytes: this.#arrivedBytes,
      write: (db, seq) => {
        this.#write(db, seq);
        this.#complete(db, outcome);
        return { outcome, members: this.#members, told: this.#told };
      },
    };
  }

  #complete(db: WritableDb, outcome: FileOutcome): void {
    const { readingId } = this.#reading;
    this.#summary.unreadable.forEach(({ where, because }, ordinal) => {
      db.run(
        `INSERT INTO unreadable (id, reading_id, ordinal, place, because) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (reading_id, ordinal) DO NOTHING`,
        this.#engine.host.newId(),
        readingId,
        ordinal,
        where,
        because,
      );
    });
    keepPrint(db, this.#reading.evidenceId, this.#summary.print);
    db.run(
      `UPDATE reading SET state = 'complete', reader = ?, reader_version = ?, outcome = ? WHERE id = ?`,
      this.#summary.reader?.id ?? null,
      this.#summary.reader?.version ?? null,
      JSON.stringify(outcome),
      readingId,
    );
    // A source whose dates were settled while it was still being read keeps what was settled.
    if (settingOver(db, this.#reading.evidenceId) !== null) renewTimes(db, this.#reading.evidenceId);
  }

  #label(): string {
    const row = this.db.get('SELECT number FROM evidence WHERE id = ?', this.#reading.evidenceId);
    return `file ${integer(must(row, 'the evidence is there'), 'number')}`;
  }
}
