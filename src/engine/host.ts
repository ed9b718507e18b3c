import type { VerifyReport } from '../contract/case.ts';
import type { ChildLike } from './workers/host.ts';

type Cell = string | number | bigint | Uint8Array | null;

/** Rows of a query, for the independent check. */
export interface SqlReader {
  all(sql: string, ...values: readonly Cell[]): readonly Readonly<Record<string, Cell>>[];
}

/** What the engine is given by whoever runs it; it asks for nothing else from the outside. */
export interface EngineHost {
  /** This moment as `2026-03-10T10:42:00.000-04:00`, in the computer's own zone. */
  readonly now: () => string;
  /** A new unique id, lower case. */
  readonly newId: () => string;
  /** Folder with policies, agreements, districts, templates, migrations and samples. */
  readonly resourcesDir: string;
  /** Folder of this computer's own things: identity, last fingerprints seen. Never evidence. */
  readonly profileDir: string;
  /** Starts a worker process; hostile bytes are opened only there. */
  readonly startWorker: (name: 'read' | 'render' | 'picture' | 'encode') => ChildLike;
  /** One line for the log: never words of evidence, never names. */
  readonly log: (line: string) => void;
  /** The independent check, handed in because the engine shares no code with it. */
  readonly verifyCase: (
    db: SqlReader,
    expect: string | null,
    /** What this computer saw last of the case, outside the case file. */
    seen: { readonly entries: number; readonly fingerprint: string } | null,
  ) => Omit<VerifyReport, 'signedBy' | 'notTested' | 'removed'> & {
    readonly signedBy: readonly string[];
    readonly notTested: readonly string[];
    readonly removed: readonly string[];
  };
  /** The independent check of a copy for others; null where the folder is none. */
  readonly verifyBag: (
    folder: string,
    expect: string | null,
  ) => Promise<{ readonly ok: boolean; readonly words: readonly string[] } | null>;
  /** The independent check of an authority's answer to a time-stamp request; in words why it is none. */
  readonly checkTimeStamp: (
    response: Uint8Array,
    fingerprint: string,
    request: Uint8Array,
  ) => { readonly stampedAt: string; readonly authority: string } | { readonly refused: string };
  /** The product's version, as in package.json. */
  readonly version: string;
}
