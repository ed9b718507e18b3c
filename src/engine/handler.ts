import type { CallName, CallOutput, CallParsed } from '../contract/calls.ts';
import type { ChangedTopic } from '../contract/wire.ts';
import type { ReadableDb, WritableDb } from './case-file/index.ts';
import type { EngineCore } from './core.ts';
import type { Session } from './session.ts';

/** What a query is given: an open case that it may only read. */
export interface ReadContext {
  readonly engine: EngineCore;
  readonly session: Session;
  readonly db: ReadableDb;
  readonly now: string;
}

/** What a command is given: the same case inside the transaction of its ledger line. */
export interface ChangeContext extends ReadContext {
  readonly db: WritableDb;
  /** The acting person as lines and records show them: `Name, role`. */
  readonly by: string;
  /** The ledger line that is being written: items that a command makes belong to it. */
  readonly seq: number;
  readonly newId: () => string;
}

/** What a command did: its answer, and the line's words for the activity log. */
export interface Done<Value> {
  readonly value: Value;
  /** `Linked #12 to norwalk C2 (for)`; no words of evidence. */
  readonly about: string;
}

export type Handler<Name extends CallName> =
  | {
      readonly kind: 'read';
      run(context: ReadContext, input: CallParsed<Name>): CallOutput<Name> | Promise<CallOutput<Name>>;
    }
  | {
      readonly kind: 'change';
      /** Receiving, issuing, signing, serving and exporting are never reversed. */
      readonly reversible: boolean;
      readonly topics: readonly ChangedTopic[];
      run(context: ChangeContext, input: CallParsed<Name>): Done<CallOutput<Name>>;
    }
  | {
      /** Opens, closes, starts or reaches beyond one transaction; sees to its own ledger lines. */
      readonly kind: 'engine';
      run(engine: EngineCore, input: CallParsed<Name>): CallOutput<Name> | Promise<CallOutput<Name>>;
    };

export type Handlers = { readonly [Name in CallName]: Handler<Name> };
export type HandlersFor<Prefix extends string> = Pick<Handlers, Extract<CallName, `${Prefix}.${string}`>>;
