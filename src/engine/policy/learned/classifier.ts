import type { Scene } from '../scene/scene.ts';
import type { Hit, TextField } from '../text/passage.ts';
import { sentenceAt } from '../text/passage.ts';
import { type Known, type Vector, vectorOf } from './vector.ts';
import { classifiers, vocabulary } from './weights.ts';

interface Classifier {
  readonly concern: string;
  readonly bias: number;
  /** What a scene has to reach, on the scale of the sum. */
  readonly threshold: number;
  /** What the words alone have to reach: circumstances by themselves suggest nothing. */
  readonly leastWords: number;
  readonly weights: Int8Array;
  readonly scale: number;
}

const known: ReadonlyMap<string, Known> = new Map(
  vocabulary.split('\n').map((line, index) => {
    const cut = line.lastIndexOf('\t');
    return [line.slice(0, cut), { index, rarity: Number(line.slice(cut + 1)) / 100 }];
  }),
);

const byConcern: ReadonlyMap<string, Classifier> = new Map(
  classifiers.map(({ weights, ...one }) => {
    const bytes = Buffer.from(weights, 'base64');
    return [one.concern, { ...one, weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) }];
  }),
);

export interface Judgement {
  /** How far above (positive) or below the threshold, in log-odds. */
  readonly margin: number;
  /** The words of the item that carry it most, in reading order. */
  readonly hits: readonly Hit[];
}

const vectors = new WeakMap<Scene, Vector>();

/** Judges a scene for a concern. @throws Error where the concern was never trained. */
export function judge(scene: Scene, concern: string): Judgement {
  const classifier = byConcern.get(concern);
  if (classifier === undefined) throw new Error(`No classifier was trained for ${concern}.`);
  const vector = vectors.get(scene) ?? vectorOf(scene, known);
  vectors.set(scene, vector);
  const shares = vector.indexes.map(
    (index, at) => (classifier.weights[index] ?? 0) * classifier.scale * (vector.values[at] ?? 0),
  );
  const all = shares.reduce((sum, share) => sum + share, classifier.bias) - classifier.threshold;
  const fromWords = shares.reduce((sum, share, at) => sum + (vector.sources[at] ? share : 0), 0);
  const margin = Math.min(all, fromWords - classifier.leastWords);
  return { margin, hits: margin < 0 ? [] : carryingWords(vector, shares) };
}

/** Words whose share is at least half of the greatest, at most four, neighbours joined. */
function carryingWords(vector: Vector, shares: readonly number[]): readonly Hit[] {
  const perWord = new Map<string, { field: TextField; start: number; end: number; share: number }>();
  for (const [at, source] of vector.sources.entries()) {
    const share = (shares[at] ?? 0) / (source?.words.length ?? 1);
    for (const { word, start, end } of source?.words ?? []) {
      if (source?.field == null || word === '' || share <= 0) continue;
      const key = `${source.field.name} ${start}`;
      perWord.set(key, { field: source.field, start, end, share: (perWord.get(key)?.share ?? 0) + share });
    }
  }
  const ranked = [...perWord.values()].sort((a, b) => b.share - a.share || a.start - b.start);
  const least = (ranked[0]?.share ?? 0) / 2;
  return ranked
    .slice(0, 4)
    .filter(({ share }) => share >= least)
    .flatMap(({ field, start, end }) => {
      const at = sentenceAt(field, start);
      return at === null ? [] : [{ field, sentence: at.sentence, sentenceIndex: at.index, start, end }];
    })
    .sort((a, b) => a.start - b.start);
}
