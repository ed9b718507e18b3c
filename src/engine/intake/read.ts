import { must } from '../../contract/errors.ts';
import type { FileOutcome } from '../../contract/evidence.ts';
import type { ItemDraft } from '../../contract/item.ts';
import { integer, loadContent, sha256Of } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { keepItems } from '../items/index.ts';
import type { ReadEnd, ReadEvent, ReadPool } from '../workers/pool.ts';
import { memberAlreadyKept, nestingOf, type OpenReading, receive } from './receive.ts';
import { Summary } from './summary.ts';

/** Items that go into the case file in one transaction; each batch is on disk before the next. */
const BATCH = 500;
const NONE: ReadonlySet<string> = new Set();
const OCR_LANGUAGES = ['eng', 'spa'];

/** What reading one file leads to: its line, the members to be read next, and lines of members that need no reading. */
export interface ReadingDone {
  readonly outcome: FileOutcome;
  readonly members: readonly OpenReading[];
  readonly told: readonly FileOutcome[];
}

/**
 * Reads one piece of evidence in a worker and keeps what it finds, in batches, each with its ledger line. A reading that
 * was cut off is taken up where it stopped: readers yield the same values for the same bytes, so that the ones kept
 * before are passed over.
 * @returns null when the reading was cancelled; it stays open for the next time
 */
export async function readEvidence(
  engine: EngineCore,
  pool: ReadPool,
  reading: OpenReading,
  signal: AbortSignal,
): Promise<ReadingDone | null> {
  const run = new ReadingRun(engine, reading);
  const start = performance.now();
  let end: ReadEnd | null = null;
  const file = { name: reading.name, sha256: reading.sha256, bytes: loadContent(run.db, reading.sha256) };
  run.begin();
  const nesting = nestingOf(run.db, reading.evidenceId);
  const context = { zone: reading.zone, ocrLanguages: OCR_LANGUAGES, ...(nesting === null ? {} : { nesting }) };
  for await (const event of pool.read(file, context, signal)) {
    if (event.kind === 'done' || event.kind === 'refused' || event.kind === 'stopped') end = event;
    else run.take(event);
  }
  const last = must(end, 'every file ends with one end');
  if (last.kind === 'stopped' && last.cause === 'cancelled') return null;
  return run.finish(last, performance.now() - start);
}

class ReadingRun {
  readonly #engine: EngineCore;
  readonly #reading: OpenReading;
  readonly #summary: Summary;
  readonly #members: OpenReading[] = [];
  readonly #told: FileOutcome[] = [];
  #batch: ItemDraft[] = [];
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

  take(event: Exclude<ReadEvent, ReadEnd>): void {
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
        this.#summary.warning(`${event.name} was not taken: ${event.because}`);
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
  }

  #item(item: ItemDraft): void {
    this.#summary.item(item);
    this.#seen += 1;
    if (this.#seen <= this.#kept) return;
    this.#batch.push(item);
    if (this.#batch.length >= BATCH) this.#keep();
  }

  #keep(): void {
    if (this.#batch.length === 0) return;
    const drafts = this.#batch;
    const { evidenceId, readingId } = this.#reading;
    this.#engine.record({ did: 'reading.keep', about: `Kept ${drafts.length} items of ${this.#label()}` }, (db, seq) =>
      keepItems(db, seq, { evidenceId, readingId, firstOrdinal: this.#kept }, drafts, this.#engine.host.newId),
    );
    this.#kept += drafts.length;
    this.#batch = [];
    this.#engine.changed('items');
  }

  #member(member: { name: string; role: 'attachment' | 'entry'; bytes: Uint8Array }): void {
    this.#keep();
    this.#summary.member(member.role);
    const ordinal = this.#memberOrdinal++;
    if (memberAlreadyKept(this.db, this.#reading.evidenceId, ordinal)) return;
    const path = `${this.#reading.path}!/${member.name}`;
    const arriving = {
      path,
      name: member.name.split('/').at(-1) ?? member.name,
      bytes: member.bytes,
      receiptId: this.#reading.receiptId,
      zone: this.#reading.zone,
      parent: { evidenceId: this.#reading.evidenceId, ordinal, role: member.role },
    };
    const { host } = this.#engine;
    const received = this.#engine.record(
      { did: 'evidence.receive', about: `Took a member of ${this.#label()}` },
      (db) => receive(db, arriving, { newId: host.newId, now: host.now() }, NONE),
    );
    if (received.kind !== 'duplicate') {
      const { evidenceId, readingId } = received;
      const { zone, receiptId, name, bytes } = arriving;
      const sha256 = sha256Of(bytes);
      this.#members.push({ evidenceId, readingId, path, name, sha256, zone, receiptId, bytes: bytes.length });
    } else {
      this.#told.push(received.outcome);
    }
  }

  finish(end: ReadEnd, ms: number): ReadingDone {
    this.#keep();
    const outcome = this.#summary.outcome(end, ms);
    const { host } = this.#engine;
    this.#engine.record({ did: 'reading.complete', about: `Read ${this.#label()}: ${outcome.outcome}` }, (db) => {
      this.#summary.unreadable.forEach(({ where, because }, ordinal) => {
        db.run(
          `INSERT INTO unreadable (id, reading_id, ordinal, place, because) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (reading_id, ordinal) DO NOTHING`,
          host.newId(),
          this.#reading.readingId,
          ordinal,
          where,
          because,
        );
      });
      db.run(
        `UPDATE reading SET state = 'complete', reader = ?, reader_version = ?, outcome = ? WHERE id = ?`,
        this.#summary.reader?.id ?? null,
        this.#summary.reader?.version ?? null,
        JSON.stringify(outcome),
        this.#reading.readingId,
      );
    });
    this.#engine.changed('evidence', 'items');
    return { outcome, members: this.#members, told: this.#told };
  }

  /** `file 12`: the log line names no file, since names are often people. */
  #label(): string {
    const row = this.db.get('SELECT number FROM evidence WHERE id = ?', this.#reading.evidenceId);
    return `file ${integer(must(row, 'the evidence is there'), 'number')}`;
  }
}
