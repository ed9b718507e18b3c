import type { ChildLike } from './workers/host.ts';

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
  readonly startWorker: (name: 'read' | 'render') => ChildLike;
  /** One line for the log: never words of evidence, never names. */
  readonly log: (line: string) => void;
  /** The product's version, as in package.json. */
  readonly version: string;
}
