import type { Scene } from '../scene/scene.ts';
import type { SentenceVectors } from './encoder.ts';
import { circumstancesOf, wordsOfScene } from './features.ts';
import { fieldCount } from './fields-of-meaning.ts';
import type { Sparse } from './network.ts';
import { meaningOf, type PlainScene, type PlainSentence, vectorBlocks } from './reading.ts';

/** What is known of a word or pair of words from training. */
export interface KnownWord {
  readonly index: number;
  /** How telling it is, 0–1: rare ones tell more. */
  readonly rarity: number;
}

/** Where every number of the input stands. */
export interface Layout {
  readonly words: ReadonlyMap<string, KnownWord>;
  readonly circumstances: ReadonlyMap<string, number>;
  readonly evidence: ReadonlyMap<string, number>;
  /** `size` numbers of the encoder become `parts` here, row by row; null without an encoder. */
  readonly projection: { readonly size: number; readonly parts: number; readonly rows: Float32Array } | null;
}

const blocks = 5;
/** Chosen before training, so that no part of the input drowns another. */
const vectorWeight = 3;
const circumstanceWeight = 0.5;
const wordsWeight = 3;
const meaningWeight = 1.5;
/** Shorter texts are not stretched to length 1: one word alone says little. */
const leastLength = 3;

/** How many dense numbers a scene becomes. */
export function denseSize(layout: Layout): number {
  return (
    (layout.projection === null ? 0 : blocks * layout.projection.parts) +
    3 * fieldCount +
    layout.circumstances.size +
    layout.evidence.size
  );
}

/** Where the fields of meaning of the item itself begin. */
export function meaningStart(layout: Layout): number {
  return layout.projection === null ? 0 : blocks * layout.projection.parts;
}

export interface Surroundings {
  readonly scene: Scene;
  readonly plain: PlainScene;
  readonly evidence: ReadonlyMap<string, number>;
  readonly vectors: SentenceVectors | null;
}

/** A scene in dense numbers; with `own`, as if the item held these sentences alone. */
export function denseOf(
  layout: Layout,
  around: Surroundings,
  own: readonly PlainSentence[] = around.plain.own,
): Float64Array {
  const { scene, plain, evidence, vectors } = around;
  const dense = new Float64Array(denseSize(layout));
  let at = 0;
  if (layout.projection !== null) {
    const { projection } = layout;
    const known = new Map<string, Float32Array | null>();
    const projected: SentenceVectors = (sentence) => {
      const seen = known.get(sentence);
      if (seen !== undefined) return seen;
      const vector = vectors?.(sentence) ?? null;
      const made = vector === null ? null : project(projection, vector);
      known.set(sentence, made);
      return made;
    };
    for (const block of vectorBlocks(plain, projected, projection.parts, own)) {
      for (const [index, value] of block.entries()) dense[at + index] = value * vectorWeight;
      at += projection.parts;
    }
  }
  const meaning = meaningOf(plain, own);
  for (const [index, value] of meaning.entries()) dense[at + index] = value * meaningWeight;
  at += meaning.length;
  for (const name of circumstancesOf(scene)) {
    const index = layout.circumstances.get(name);
    if (index !== undefined) dense[at + index] = circumstanceWeight;
  }
  at += layout.circumstances.size;
  for (const [name, strength] of evidence) {
    const index = layout.evidence.get(name);
    if (index !== undefined) dense[at + index] = strength;
  }
  return dense;
}

function project({ size, parts, rows }: NonNullable<Layout['projection']>, vector: Float32Array): Float32Array {
  const made = new Float32Array(parts);
  for (let part = 0; part < parts; part += 1) {
    let sum = 0;
    for (let at = 0; at < size; at += 1) sum += (rows[part * size + at] ?? 0) * (vector[at] ?? 0);
    made[part] = sum;
  }
  return made;
}

/** A scene's known words and pairs of words, brought to one length. */
export function sparseOf(layout: Layout, plain: PlainScene, own: readonly PlainSentence[] = plain.own): Sparse {
  const found = new Map<number, number>();
  for (const { name, weight } of wordsOfScene(plain, (one) => layout.words.has(one), own)) {
    const one = layout.words.get(name);
    if (one === undefined) continue;
    found.set(one.index, Math.max(weight * one.rarity, found.get(one.index) ?? 0));
  }
  const length = Math.max(Math.sqrt([...found.values()].reduce((sum, value) => sum + value * value, 0)), leastLength);
  return { indexes: [...found.keys()], values: [...found.values()].map((value) => (value / length) * wordsWeight) };
}
