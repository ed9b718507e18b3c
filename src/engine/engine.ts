import { userInfo } from 'node:os';
import type { AgreementPack } from '../contract/agreement.ts';
import { type CallName, calls, isCallName } from '../contract/calls.ts';
import { EvenhandError, must, raise, wordsOf } from '../contract/errors.ts';
import type { PolicyPack } from '../contract/policy.ts';
import type { Blob, BlobRequest, ChangedTopic, EngineApi, EngineEvent, Reply } from '../contract/wire.ts';
import { loadAgreements, loadLaws } from './agreement/index.ts';
import { type CaseFile, named, type WritableDb } from './case-file/index.ts';
import type { EngineCore, Recorded } from './core.ts';
import {
  type Actor,
  ensureActor,
  inLedger,
  lastCheckpoint,
  namedIdentity,
  ownIdentity,
  rememberFingerprint,
} from './custody/index.ts';
import { mayStillDo, readOnlyOf } from './hand-over/index.ts';
import type { Handler, Handlers } from './handler.ts';
import type { EngineHost } from './host.ts';
import { Jobs } from './jobs.ts';
import { loadPolicies } from './policy/index.ts';
import { ownPolicies } from './policy-import/index.ts';
import type { Session } from './session.ts';

/** What the handlers and blobs of the engine are; handed in so that rooms stay below it. */
export interface EngineParts {
  readonly handlers: Handlers;
  readonly blob: (engine: EngineCore, request: BlobRequest) => Promise<Blob | null>;
  /** Runs when a case was opened or made: takes up what a crash cut off. */
  readonly afterOpen: (engine: EngineCore) => void;
  /** Runs when a case is about to be closed and nothing else is under way any more. */
  readonly beforeClose: (engine: EngineCore) => Promise<void>;
}

export class Engine implements EngineApi, EngineCore {
  readonly host: EngineHost;
  readonly jobs: Jobs;
  readonly #parts: EngineParts;
  readonly #listeners = new Set<(event: EngineEvent) => void>();
  #actor: Actor;
  #session: Session | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  /** Pending while the case's file is written anew; queries and changes wait for it. */
  #awake: Promise<void> | null = null;
  #policies: readonly PolicyPack[] | null = null;
  #agreements: readonly AgreementPack[] | null = null;
  #laws: readonly AgreementPack[] | null = null;

  constructor(host: EngineHost, parts: EngineParts, by: { name: string; role: string } | null) {
    this.host = host;
    this.#parts = parts;
    this.#actor =
      by === null ? ownIdentity(host.profileDir, userName()) : namedIdentity(host.profileDir, by.name, by.role);
    this.jobs = new Jobs(
      (job) => this.emit({ kind: 'job', job }),
      host.newId,
      (title, error) => {
        const told = this.#told(title, error);
        return `${told.title} ${told.kept} ${told.next} (reference ${told.ref})`;
      },
    );
  }

  get actor(): Actor {
    return this.#actor;
  }

  set actor(actor: Actor) {
    this.#actor = actor;
  }

  get by(): string {
    return `${this.#actor.name}, ${this.#actor.role}`;
  }

  /** @throws no-case-open */
  get session(): Session {
    if (this.#awake !== null) raise('case-resting');
    return this.#session ?? raise('no-case-open');
  }

  get hasSession(): boolean {
    return this.#session !== null;
  }

  get policies(): readonly PolicyPack[] {
    this.#policies ??= loadPolicies(this.host.resourcesDir);
    // Own policies are few, and may be saved at any time.
    return [...this.#policies, ...ownPolicies(this).map(({ pack }) => pack)];
  }

  get agreements(): readonly AgreementPack[] {
    this.#agreements ??= loadAgreements(this.host.resourcesDir);
    return this.#agreements;
  }

  get laws(): readonly AgreementPack[] {
    this.#laws ??= loadLaws(this.host.resourcesDir);
    return this.#laws;
  }

  async call(name: string, input: unknown): Promise<Reply> {
    try {
      if (!isCallName(name)) raise('unknown-call', { name });
      const parsed = calls[name].input.safeParse(input);
      if (!parsed.success) raise('bad-input', { why: inputProblem(parsed.error.issues) });
      return { ok: true, value: await this.#run(name, parsed.data) };
    } catch (error) {
      return { ok: false, error: this.#told(name, error) };
    }
  }

  async blob(request: BlobRequest): Promise<Blob | null> {
    await this.#awake;
    return this.#session === null ? null : this.#parts.blob(this, request);
  }

  subscribe(listener: (event: EngineEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(event: EngineEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  changed(...topics: readonly ChangedTopic[]): void {
    this.emit({ kind: 'changed', topics: [...topics, 'ledger', 'case'] });
  }

  async close(): Promise<void> {
    if (this.#session !== null) await this.closeSession();
  }

  /** Makes an opened case file this engine's case. @throws case-already-open */
  openSession(session: Session): void {
    if (this.#session !== null) raise('case-already-open');
    this.#session = this.#standing(session);
    if (this.#session.readOnly === null) this.#parts.afterOpen(this);
  }

  /** Ends running work at its last finished piece and closes the case as one clean file. */
  async closeSession(): Promise<void> {
    if (this.#session === null) raise('no-case-open');
    await this.jobs.stopAll();
    await this.#parts.beforeClose(this);
    // Whatever wrote the file anew has ended: this is the file to close.
    const session = this.session;
    // A copy that was looked at may be older than what this computer saw of the case itself.
    if (session.lookOf === null) this.rememberEnd();
    this.#session = null;
    session.file.close();
    this.emit({ kind: 'case-closed' });
  }

  async rest<T extends { readonly file: CaseFile }>(work: (file: CaseFile) => Promise<T>): Promise<T> {
    const session = this.session;
    if (session.lookOf !== null) this.#refuse(session);
    let wake = (): void => undefined;
    this.#awake = new Promise((resolve) => {
      wake = resolve;
    });
    try {
      const done = await work(session.file);
      this.#session = this.#standing({ ...session, file: done.file });
      return done;
    } catch (error) {
      // No file is open any more: the case counts as closed, and can be opened again.
      this.#session = null;
      this.emit({ kind: 'case-closed' });
      throw error;
    } finally {
      this.#awake = null;
      wake();
    }
  }

  rememberEnd(): void {
    const { caseId, file } = this.session;
    const end = must(lastCheckpoint(file.connection.readable), 'a case has a checkpoint');
    rememberFingerprint(this.host.profileDir, caseId, end.seq, end.fingerprint);
  }

  record<T>(entry: Recorded, work: (db: WritableDb, seq: number) => T): T {
    const { session, actor } = this;
    const at = this.host.now();
    const line = {
      did: entry.did,
      about: entry.about,
      at,
      by: actor,
      reversible: entry.reversible ?? false,
      reverses: entry.reverses ?? null,
    };
    return this.#writing(entry.did, () =>
      inLedger(session.file.connection, session.caseId, line, (db, seq) => {
        ensureActor(db, actor, at);
        return work(db, seq);
      }),
    );
  }

  refuseIfReadOnly(did: string): void {
    const { session } = this;
    if (session.readOnly !== null && !mayStillDo(session.readOnly, did)) this.#refuse(session);
  }

  /** Every change goes through here: one that a case only to be read refuses, or after which it may be read only. */
  #writing<T>(did: string, work: () => T): T {
    this.refuseIfReadOnly(did);
    const value = this.session.file.connection.unlocked(work);
    this.#session = this.#standing(this.session);
    return value;
  }

  #standing(session: Session): Session {
    const { connection } = session.file;
    const readOnly = readOnlyOf(connection.readable, this.#actor, session.lookOf);
    connection.lockWrites(readOnly !== null);
    // The same session as long as nothing of it changed: work under way and what is kept in memory hang on it.
    return JSON.stringify(readOnly) === JSON.stringify(session.readOnly) ? session : { ...session, readOnly };
  }

  #refuse({ readOnly }: Session): never {
    raise('case-read-only', { words: readOnly?.words ?? '' });
  }

  async #run(name: CallName, input: unknown): Promise<unknown> {
    // The table's types tie each name to its handler; here the name is only known at run time.
    const handler = this.#parts.handlers[name] as Handler<CallName>;
    if (handler.kind !== 'engine') await this.#awake;
    switch (handler.kind) {
      case 'read':
        return handler.run(this.#reading(), input as never);
      case 'change':
        return this.#change(name, handler, input);
      case 'engine': {
        if (BEGINS_WRITING.has(name) && this.#session !== null) this.refuseIfReadOnly(name);
        const turn = this.#turn.then(() => handler.run(this, input as never));
        this.#turn = turn.catch(() => undefined);
        return turn;
      }
    }
  }

  #reading() {
    const { session } = this;
    return { engine: this, session, db: session.file.connection.readable, now: this.host.now() };
  }

  #change(name: CallName, handler: Extract<Handler<CallName>, { kind: 'change' }>, input: unknown): unknown {
    const { session, actor } = this;
    const at = this.host.now();
    const line = { did: name, about: '', at, by: actor, reversible: handler.reversible, reverses: null };
    const value = this.#writing(name, () =>
      inLedger(session.file.connection, session.caseId, line, (db, seq, say) => {
        ensureActor(db, actor, at);
        const context = { engine: this, session, db, now: at, by: this.by, seq, newId: this.host.newId };
        const done = handler.run(context, input as never);
        say(done.about);
        return done.value;
      }),
    );
    this.changed(...handler.topics);
    return value;
  }

  /** Work that begins with something else than `record` reaches the database's own refusal. */
  #readOnlyError(thrown: unknown): EvenhandError | null {
    const readOnly = this.#session?.readOnly ?? null;
    const refused = thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('SQLITE_READONLY');
    return refused && readOnly !== null ? new EvenhandError('case-read-only', { words: readOnly.words }, thrown) : null;
  }

  #told(name: string, thrown: unknown): Extract<Reply, { ok: false }>['error'] {
    const error = this.#readOnlyError(thrown) ?? named(thrown, this.#session?.file.path ?? '');
    const ref = this.host.newId().slice(0, 8);
    if (error instanceof EvenhandError) {
      this.host.log(`${ref} ${name}: ${error.kind}`);
      return { kind: error.kind, ...wordsOf(error), ref };
    }
    this.host.log(`${ref} ${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return { kind: 'internal-fault', ...wordsOf(new EvenhandError('internal-fault')), ref };
  }
}

/** Long work that is refused before it begins, and not only where it comes to write. */
const BEGINS_WRITING: ReadonlySet<string> = new Set<CallName>([
  'intake.start',
  'evidence.unlock',
  'evidence.read-again',
  'unsaved.keep',
  'case.export',
  'escrow.seal',
  'history.reverse',
  'history.repeat',
]);

interface InputIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly code?: string | undefined;
  readonly pattern?: string | undefined;
}

function inputProblem(issues: readonly InputIssue[]): string {
  const first = issues[0];
  if (first === undefined) return 'it does not fit.';
  const place = first.path.map(String).join('.');
  return place === '' ? problemWords(first) : `“${place}”: ${problemWords(first)}`;
}

/** A pattern is nothing that a person can read. */
function problemWords(issue: InputIssue): string {
  if (issue.code !== 'invalid_format' || issue.pattern === undefined) return issue.message;
  return issue.pattern.includes('T')
    ? 'a date and time with its offset is expected, such as 2026-03-10T10:42:00-04:00'
    : 'a day is expected, such as 2026-03-10';
}

/** The system's name for whoever is logged in; an account without an entry in the system's list has none. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'Unnamed user';
  }
}
