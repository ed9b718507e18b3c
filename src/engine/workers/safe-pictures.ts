import type { ChildLike } from './host.ts';
import { type PageJob, PictureAnswer, type PictureJob } from './picture-job.ts';

/** One picture may take so long, in milliseconds; then its process is ended. */
const LONGEST = 15_000;
/** Pictures kept ready for going back and forth. */
const KEPT = 12;

/** Pictures made safe for the screen: decoded in a process of their own, encoded anew, kept in memory only. */
export class SafePictures {
  readonly #startWorker: () => ChildLike;
  readonly #ready = new Map<string, Uint8Array>();
  readonly #waiting = new Map<number, (bytes: Uint8Array | null) => void>();
  #child: ChildLike | null = null;
  #next = 1;

  constructor(startWorker: () => ChildLike) {
    this.#startWorker = startWorker;
  }

  /** @param key content hash; @returns PNG bytes, null where the picture cannot be decoded */
  async get(key: string, maxWidth: number, load: () => Uint8Array): Promise<Uint8Array | null> {
    const name = `${key} ${maxWidth}`;
    const ready = this.#ready.get(name);
    if (ready !== undefined) return ready;
    const bytes = await this.#decode({ id: this.#next++, bytes: load(), maxWidth });
    if (bytes !== null) this.#keep(name, bytes);
    return bytes;
  }

  /** @param key names the page among all; @returns a page in which nothing runs or is asked for, null where there is none */
  async page(key: string, job: Omit<PageJob, 'id' | 'bytes'>, load: () => Uint8Array): Promise<Uint8Array | null> {
    const ready = this.#ready.get(key);
    if (ready !== undefined) return ready;
    const bytes = await this.#decode({ id: this.#next++, bytes: load(), ...job });
    if (bytes !== null) this.#keep(key, bytes);
    return bytes;
  }

  /** Lets go of every picture kept ready. */
  forget(): void {
    this.#ready.clear();
  }

  close(): void {
    this.#child?.kill();
    this.#child = null;
    this.#ready.clear();
  }

  #keep(name: string, bytes: Uint8Array): void {
    this.#ready.set(name, bytes);
    for (const old of [...this.#ready.keys()].slice(0, -KEPT)) this.#ready.delete(old);
  }

  #decode(job: PictureJob | PageJob): Promise<Uint8Array | null> {
    const child = this.#worker();
    return new Promise((resolve) => {
      const timer = setTimeout(() => child.kill(), LONGEST);
      this.#waiting.set(job.id, (bytes) => {
        clearTimeout(timer);
        this.#waiting.delete(job.id);
        resolve(bytes);
      });
      child.send(job).catch(() => this.#waiting.get(job.id)?.(null));
    });
  }

  #worker(): ChildLike {
    if (this.#child !== null) return this.#child;
    const child = this.#startWorker();
    this.#child = child;
    child.onMessage((message) => {
      const answer = PictureAnswer.parse(message);
      this.#waiting.get(answer.id)?.(answer.bytes);
    });
    child.onExit(() => {
      if (this.#child === child) this.#child = null;
      for (const settle of [...this.#waiting.values()]) settle(null);
    });
    return child;
  }
}
