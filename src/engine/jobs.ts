import { must } from '../contract/errors.ts';
import type { JobState } from '../contract/wire.ts';

/** Long work beside the calls: told of by events, cancelled between two pieces, never lost without a word. */
export interface Job {
  readonly signal: AbortSignal;
  update(change: Partial<Pick<JobState, 'done' | 'total' | 'current'>>): void;
}

interface Running {
  state: JobState;
  readonly abort: AbortController;
  readonly finished: Promise<void>;
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
    return this.list().find((job) => job.title === title && job.state === 'running') ?? null;
  }

  /** Starts `work`; its words at the end become the job's result. */
  start(title: string, work: (job: Job) => Promise<string>): JobState {
    const id = this.#newId();
    const abort = new AbortController();
    const state: JobState = { id, title, state: 'running', done: 0, total: 0, current: null, result: null };
    const set = (change: Partial<JobState>) => {
      const running = this.#all.get(id);
      if (running === undefined) return;
      running.state = { ...running.state, ...change };
      this.#tell(running.state);
    };
    const finished = Promise.resolve()
      .then(() => work({ signal: abort.signal, update: set }))
      .then(
        (result) => set({ state: abort.signal.aborted ? 'cancelled' : 'done', current: null, result }),
        (error: unknown) => {
          const state = abort.signal.aborted ? 'cancelled' : 'failed';
          set({ state, current: null, result: this.#wordsFor(title, error) });
        },
      );
    this.#all.set(id, { state, abort, finished });
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
    for (const { state, abort } of this.#all.values()) if (state.state === 'running') abort.abort();
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
    const ended = [...this.#all].filter(([, { state }]) => state.state !== 'running');
    for (const [id] of ended.slice(0, Math.max(0, ended.length - KEPT))) this.#all.delete(id);
  }
}
