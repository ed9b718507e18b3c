import { must } from '../contract/errors.ts';
import type { JobState } from '../contract/wire.ts';

/** Long work beside the calls: told of by events, cancelled between two pieces, never lost without a word. */
export interface Job {
  readonly signal: AbortSignal;
  /** True from the moment somebody asked for a pause until it goes on. */
  readonly paused: boolean;
  update(change: Partial<Pick<JobState, 'done' | 'total' | 'current' | 'bytes' | 'secondsLeft'>>): void;
  /** Resolves at once, or when a pause ends; a cancel ends it too. To be awaited between two pieces of work. */
  resumed(): Promise<void>;
}

interface Running {
  state: JobState;
  readonly abort: AbortController;
  readonly finished: Promise<void>;
  readonly pause: Pause;
}

/** A gate that a piece of work passes before it begins. */
class Pause {
  #closed = false;
  readonly #waiting: (() => void)[] = [];

  get closed(): boolean {
    return this.#closed;
  }

  close(): void {
    this.#closed = true;
  }

  open(): void {
    this.#closed = false;
    for (const go of this.#waiting.splice(0)) go();
  }

  opened(): Promise<void> {
    return this.#closed ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve();
  }
}

/** Ended jobs are kept for the status bar until so many newer ones have ended. */
const KEPT = 20;

export class Jobs {
  readonly #tell: (job: JobState) => void;
  readonly #newId: () => string;
  readonly #wordsFor: (title: string, error: unknown) => string;
  readonly #all = new Map<string, Running>();

  /** @param wordsFor what a person is told of an error that ended a job */
  constructor(tell: (job: JobState) => void, newId: () => string, wordsFor: (title: string, error: unknown) => string) {
    this.#tell = tell;
    this.#newId = newId;
    this.#wordsFor = wordsFor;
  }

  list(): readonly JobState[] {
    return [...this.#all.values()].map(({ state }) => state);
  }

  running(title: string): JobState | null {
    return this.list().find((job) => job.title === title && isOpen(job)) ?? null;
  }

  /** Starts `work`; its words at the end become the job's result. */
  start(title: string, work: (job: Job) => Promise<string>): JobState {
    const id = this.#newId();
    const abort = new AbortController();
    const pause = new Pause();
    const state: JobState = {
      id,
      title,
      state: 'running',
      done: 0,
      total: 0,
      current: null,
      bytes: null,
      secondsLeft: null,
      result: null,
    };
    const set = (change: Partial<JobState>) => {
      const running = this.#all.get(id);
      if (running === undefined) return;
      running.state = { ...running.state, ...change };
      this.#tell(running.state);
    };
    const finished = Promise.resolve()
      .then(() =>
        work({
          signal: abort.signal,
          get paused() {
            return pause.closed;
          },
          update: set,
          resumed: () => pause.opened(),
        }),
      )
      .then(
        (result) =>
          set({ state: abort.signal.aborted ? 'cancelled' : 'done', current: null, secondsLeft: null, result }),
        (error: unknown) => {
          const state = abort.signal.aborted ? 'cancelled' : 'failed';
          set({ state, current: null, secondsLeft: null, result: this.#wordsFor(title, error) });
        },
      );
    this.#all.set(id, { state, abort, finished, pause });
    this.#forgetOld();
    this.#tell(state);
    return state;
  }

  /** Resolves with a job's last state when it has ended. */
  async finished(id: string): Promise<JobState> {
    const running = must(this.#all.get(id), 'the job is known');
    await running.finished;
    return running.state;
  }

  cancel(): void {
    for (const { state, abort, pause } of this.#all.values()) {
      if (!isOpen(state)) continue;
      abort.abort();
      pause.open();
    }
  }

  /** Lets a running job rest after the piece at hand, or go on. @returns its state, null where none of that title runs */
  setPaused(title: string, paused: boolean): JobState | null {
    const job = [...this.#all.values()].find(({ state }) => state.title === title && isOpen(state));
    if (job === undefined) return null;
    job.state = { ...job.state, state: paused ? 'paused' : 'running' };
    if (paused) job.pause.close();
    else job.pause.open();
    this.#tell(job.state);
    return job.state;
  }

  async stopAll(): Promise<void> {
    this.cancel();
    await this.idle();
  }

  /** Resolves when nothing runs any more. */
  async idle(): Promise<void> {
    await Promise.all([...this.#all.values()].map(({ finished }) => finished));
  }

  #forgetOld(): void {
    const ended = [...this.#all].filter(([, { state }]) => !isOpen(state));
    for (const [id] of ended.slice(0, Math.max(0, ended.length - KEPT))) this.#all.delete(id);
  }
}

function isOpen({ state }: JobState): boolean {
  return state === 'running' || state === 'paused';
}
