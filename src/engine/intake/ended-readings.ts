import { must } from '../../contract/errors.ts';
import type { EngineCore } from '../core.ts';
import type { EndedReading, ReadingDone } from './read.ts';

/** Ended readings are committed together when they are so many, hold so much, or the first has waited so long (ms). */
const MOST = { readings: 100, items: 250, bytes: 4_000_000, wait: 100 } as const;

export interface CommittedReading extends ReadingDone {
  readonly readingId: string;
}

/**
 * Readings that ended and wait for their commit. Each commit is forced to disk, which costs more than reading a short
 * file; short files that end within a tenth of a second share one. Nothing is told of a file before its commit.
 */
export class EndedReadings {
  readonly #engine: EngineCore;
  #waiting: EndedReading[] = [];
  #items = 0;
  #bytes = 0;
  #since = 0;

  constructor(engine: EngineCore) {
    this.#engine = engine;
  }

  get count(): number {
    return this.#waiting.length;
  }

  add(ended: EndedReading): void {
    if (this.#waiting.length === 0) this.#since = performance.now();
    this.#waiting.push(ended);
    this.#items += ended.items;
    this.#bytes += ended.bytes;
  }

  /** Milliseconds until the waiting ones must be committed; none or less when that is now, null when none wait. */
  get dueIn(): number | null {
    if (this.#waiting.length === 0) return null;
    const full = this.#waiting.length >= MOST.readings || this.#items >= MOST.items || this.#bytes >= MOST.bytes;
    return full ? 0 : this.#since + MOST.wait - performance.now();
  }

  /** Commits what waits in one transaction with one ledger line. */
  commit(): readonly CommittedReading[] {
    const ended = this.#waiting;
    if (ended.length === 0) return [];
    this.#waiting = [];
    this.#items = 0;
    this.#bytes = 0;
    const done = this.#engine.record({ did: 'reading.complete', about: aboutAll(ended) }, (db, seq) =>
      ended.map((one) => ({ ...one.write(db, seq), readingId: one.reading.readingId })),
    );
    this.#engine.changed('evidence', 'items');
    return done;
  }
}

function aboutAll(ended: readonly EndedReading[]): string {
  const only = must(ended[0], 'one has ended');
  if (ended.length === 1) return `Read ${only.label}: ${only.outcome.outcome}`;
  const counts = new Map<string, number>();
  for (const { outcome } of ended) counts.set(outcome.outcome, (counts.get(outcome.outcome) ?? 0) + 1);
  return `Read ${ended.length} files: ${[...counts].map(([outcome, n]) => `${n} ${outcome}`).join(', ')}`;
}
