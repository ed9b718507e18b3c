import type { FileOutcome } from '../../../src/contract/evidence.ts';

/** A word in the hostile files that must turn up nowhere but in the case and in what was asked for. */
export const needle = 'quillfeather';

/** One file made to do harm, and what must become of it. */
export interface HostileCase {
  /** Name of the file, unique in the suite. */
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly outcome: readonly FileOutcome['outcome'][];
  /** What its error or one of its warnings must say. */
  readonly says?: RegExp;
}

export const read: readonly FileOutcome['outcome'][] = ['imported', 'imported-with-warnings'];
export const warned: readonly FileOutcome['outcome'][] = ['imported-with-warnings'];
export const rejected: readonly FileOutcome['outcome'][] = ['rejected'];
export const anything: readonly FileOutcome['outcome'][] = ['imported', 'imported-with-warnings', 'rejected'];
