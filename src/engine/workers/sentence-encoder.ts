import { EncodeAnswer, vectorSize } from './encode-job.ts';
import type { ChildLike } from './host.ts';

/** Sentences that go to the process in one message; the numbers of a sentence do not depend on its neighbours. */
const BATCH = 32;
/** One batch may take so long, in milliseconds; then its process is ended. */
const LONGEST = 60_000;
/** Sentences whose numbers are kept: about 60 MB. */
const KEPT = 30_000;
/** The encoder reads no further, in code units: longer sentences would only cost time. */
const LONGEST_SENTENCE = 600;
/** After so many failures the encoder is left alone: the words decide without it. */
const MOST_FAILURES = 3;

/** So long, in milliseconds, the process stays for the next sentences: it takes seconds to start. */
const LINGERS = 20_000;

export interface EncodeProgress {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Brings sentences to numbers in a process of its own, each sentence once. */
export class SentenceEncoder {
  readonly #startWorker: () => ChildLike;
  readonly #known = new Map<string, Float32Array>();
  readonly #waiting = new Map<number, (vectors: Float32Array | null) => void>();
  #child: ChildLike | null = null;
  #next = 1;
  #failures = 0;
  #lingering: NodeJS.Timeout | null = null;

  constructor(startWorker: () => ChildLike) {
    this.#startWorker = startWorker;
  }

  /** The numbers of a sentence that was encoded and is still kept; null else. */
  readonly vectorOf = (sentence: string): Float32Array | null => this.#known.get(sentence) ?? null;

  /** True while the encoder can be had. */
  get works(): boolean {
    return this.#failures < MOST_FAILURES;
  }

  /** Starts the process before the first sentence comes: it reads its weights meanwhile. */
  warmUp(): void {
    this.#worker();
  }

  /** Encodes what is not known yet. Where the process fails, the sentences stay unknown. */
  async encode(sentences: readonly string[], { signal, onProgress }: EncodeProgress = {}): Promise<void> {
    const missing = [...new Set(sentences)].filter((one) => !this.#known.has(one));
    // Sentences of a like length in one batch: the shorter ones are not stretched.
    missing.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    for (let from = 0; from < missing.length && this.works && signal?.aborted !== true; from += BATCH) {
      const batch = missing.slice(from, from + BATCH);
      const vectors = await this.#ask(batch.map((one) => one.slice(0, LONGEST_SENTENCE)));
      if (vectors === null) this.#failures += 1;
      else this.#keep(batch, vectors);
      onProgress?.(Math.min(from + BATCH, missing.length), missing.length);
    }
  }

  /** Ends the process after a while in which nothing is asked of it. */
  restSoon(): void {
    this.#stay();
    this.#lingering = setTimeout(() => this.rest(), LINGERS);
    this.#lingering.unref();
  }

  /** Ends the process and keeps the numbers; the next sentence starts it again. */
  rest(): void {
    this.#stay();
    this.#child?.kill();
    this.#child = null;
  }

  close(): void {
    this.rest();
    this.#known.clear();
  }

  #keep(batch: readonly string[], vectors: Float32Array): void {
    for (const [index, one] of batch.entries())
      this.#known.set(one, vectors.slice(index * vectorSize, (index + 1) * vectorSize));
    if (this.#known.size <= KEPT) return;
    for (const old of [...this.#known.keys()].slice(0, this.#known.size - KEPT)) this.#known.delete(old);
  }

  #ask(sentences: readonly string[]): Promise<Float32Array | null> {
    const child = this.#worker();
    const id = this.#next++;
    return new Promise((resolve) => {
      const timer = setTimeout(() => child.kill(), LONGEST);
      this.#waiting.set(id, (vectors) => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        resolve(vectors);
      });
      child.send({ id, sentences }).catch(() => this.#waiting.get(id)?.(null));
    });
  }

  #stay(): void {
    if (this.#lingering !== null) clearTimeout(this.#lingering);
    this.#lingering = null;
  }

  #worker(): ChildLike {
    this.#stay();
    if (this.#child !== null) return this.#child;
    const child = this.#startWorker();
    this.#child = child;
    child.onMessage((message) => {
      const answer = EncodeAnswer.parse(message);
      this.#waiting.get(answer.id)?.(answer.vectors);
    });
    child.onExit(() => {
      if (this.#child === child) this.#child = null;
      for (const settle of [...this.#waiting.values()]) settle(null);
    });
    return child;
  }
}
