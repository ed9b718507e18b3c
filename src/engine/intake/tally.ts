import type { FileOutcome } from '../../contract/evidence.ts';

/** Called for every file and member, once, after its commit. */
export type TellOutcome = (outcome: FileOutcome) => void;

/** Counts what came of the files of one import, and tells of each. */
export class Tally {
  total = 0;
  done = 0;
  /** Bytes of files that have their outcome, and of all that are known of. */
  bytesDone = 0;
  bytesTotal = 0;
  /** Readings that this import gave. */
  readonly mine = new Set<string>();
  readonly #tell: TellOutcome;
  readonly #counts = { imported: 0, 'imported-with-warnings': 0, rejected: 0, duplicate: 0 };

  constructor(tell: TellOutcome) {
    this.#tell = tell;
  }

  add(outcome: FileOutcome, told = true): void {
    this.done += 1;
    this.#counts[outcome.outcome] += 1;
    if (told) this.#tell(outcome);
  }

  words(cancelled: boolean): string {
    const { imported, rejected, duplicate } = this.#counts;
    const warned = this.#counts['imported-with-warnings'];
    const parts = [
      `${imported} read`,
      ...(warned > 0 ? [`${warned} read with warnings`] : []),
      ...(duplicate > 0 ? [`${duplicate} there already`] : []),
      ...(rejected > 0 ? [`${rejected} not read`] : []),
    ];
    return `${cancelled ? 'Stopped: ' : ''}${parts.join(', ')}.`;
  }
}
