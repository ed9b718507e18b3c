import type { AgreementPack } from '../contract/agreement.ts';
import type { PolicyPack } from '../contract/policy.ts';
import type { ChangedTopic, EngineApi } from '../contract/wire.ts';
import type { CaseFile, WritableDb } from './case-file/index.ts';
import type { Actor } from './custody/index.ts';
import type { EngineHost } from './host.ts';
import type { Jobs } from './jobs.ts';
import type { Session } from './session.ts';

/** One change outside a single command, as the ledger will have it. */
export interface Recorded {
  readonly did: string;
  readonly about: string;
  readonly reversible?: boolean;
  /** The line that this one reverses. */
  readonly reverses?: number;
}

/** The engine as its rooms and handlers see it: what is open, who acts, and how a change is recorded. */
export interface EngineCore extends Pick<EngineApi, 'call'> {
  readonly host: EngineHost;
  readonly jobs: Jobs;
  actor: Actor;
  /** The acting person as records show them: `Name, role`. */
  readonly by: string;
  /** @throws no-case-open */
  readonly session: Session;
  readonly hasSession: boolean;
  readonly policies: readonly PolicyPack[];
  readonly agreements: readonly AgreementPack[];
  readonly laws: readonly AgreementPack[];
  /** @throws case-already-open */
  openSession(session: Session): void;
  closeSession(): Promise<void>;
  /** Closes the case's file for a piece of work that gives it back open; queries and changes wait so long. */
  rest<T extends { readonly file: CaseFile }>(work: (file: CaseFile) => Promise<T>): Promise<T>;
  /** Lets this computer remember the chain's end, outside the case file. */
  rememberEnd(): void;
  /** @throws case-read-only where a change of that name is refused: for work that writes outside `record` */
  refuseIfReadOnly(did: string): void;
  /** Tells windows which lists to ask for again. */
  changed(...topics: readonly ChangedTopic[]): void;
  /** One transaction with its ledger line, for work that is not a single command: receiving, reading, issuing. */
  record<T>(entry: Recorded, work: (db: WritableDb, seq: number) => T): T;
}
