import type { PolicyPack } from '../../contract/policy.ts';
import type { SuggestResult } from '../../contract/suggest.ts';
import type { ChildLike } from '../workers/host.ts';
import { SentenceEncoder } from '../workers/sentence-encoder.ts';
import { sentencesFor, suggestFor } from './suggest.ts';

/** Items whose sentences are brought to numbers together. */
const TOGETHER = 32;

/**
 * Suggestions with the sentence encoder, which runs in a process of its own. What is suggested for an item depends on that
 * item alone: neither on its neighbours nor on how many come at once. Without the process the words decide alone.
 */
export class Suggester {
  readonly #encoder: SentenceEncoder;
  readonly #packs: readonly PolicyPack[];

  constructor(startWorker: () => ChildLike, packs: readonly PolicyPack[]) {
    this.#encoder = new SentenceEncoder(startWorker);
    this.#packs = packs;
    this.#encoder.warmUp();
  }

  /** False once the encoder failed too often. */
  get works(): boolean {
    return this.#encoder.works;
  }

  /** Results in the order of the inputs. */
  async suggest(inputs: readonly unknown[]): Promise<readonly SuggestResult[]> {
    const results: SuggestResult[] = [];
    for (let from = 0; from < inputs.length; from += TOGETHER) {
      const some = inputs.slice(from, from + TOGETHER);
      await this.#encoder.encode(some.flatMap(sentencesFor));
      for (const input of some) results.push(suggestFor(input, this.#packs, { vectors: this.#encoder.vectorOf }));
    }
    return results;
  }

  close(): void {
    this.#encoder.close();
  }
}
