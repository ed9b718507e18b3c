/** One example: which features, how much of each, and whether the concern was expected. */
export interface Example {
  readonly indexes: readonly number[];
  readonly values: readonly number[];
  /** Null where a circumstance is the source. */
  readonly sources: readonly unknown[];
  readonly expected: boolean;
}

export interface Fitted {
  readonly bias: number;
  readonly weights: Float64Array;
}

const rounds = 15;
const rate = 0.1;
const pull = 1e-4;

/** Logistic regression by stochastic gradient descent with a step per feature; the same examples give the same weights. */
export function trainOn(examples: readonly Example[], features: number): Fitted {
  const weights = new Float64Array(features);
  const squares = new Float64Array(features).fill(1e-2);
  let bias = -2;
  let biasSquares = 1;
  const order = examples.map((_, index) => index);
  const next = generator(7);
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, next);
    for (const index of order) {
      const example = examples[index];
      if (example === undefined) continue;
      const sum = sumOf(example, { bias, weights });
      const error = 1 / (1 + Math.exp(-sum)) - (example.expected ? 1 : 0);
      biasSquares += error * error;
      bias -= (rate * error) / Math.sqrt(biasSquares);
      for (const [at, feature] of example.indexes.entries()) {
        const weight = weights[feature] ?? 0;
        const slope = error * (example.values[at] ?? 0) + pull * weight;
        squares[feature] = (squares[feature] ?? 0) + slope * slope;
        weights[feature] = weight - (rate * slope) / Math.sqrt(squares[feature] ?? 1);
      }
    }
  }
  return { bias, weights };
}

export function sumOf(example: Omit<Example, 'expected'>, { bias, weights }: Fitted): number {
  return example.indexes.reduce((sum, feature, at) => sum + (weights[feature] ?? 0) * (example.values[at] ?? 0), bias);
}

/** The part of the sum that the words carry, without bias and circumstances. */
function wordSumOf(example: Example, { weights }: Fitted): number {
  return example.indexes.reduce(
    (sum, feature, at) => sum + (example.sources[at] ? (weights[feature] ?? 0) * (example.values[at] ?? 0) : 0),
    0,
  );
}

/** Sums for examples that the fit has not seen: five folds of blocks of 40, since neighbours were written together. */
export function unseenSums(
  examples: readonly Example[],
  features: number,
): { readonly all: readonly number[]; readonly words: readonly number[] } {
  const folds = 5;
  const foldOf = (index: number): number => Math.floor(index / 40) % folds;
  const fits = Array.from({ length: folds }, (_, fold) =>
    trainOn(
      examples.filter((_example, index) => foldOf(index) !== fold),
      features,
    ),
  );
  const unseen = (index: number): Fitted => fits[foldOf(index)] ?? { bias: 0, weights: new Float64Array() };
  return {
    all: examples.map((example, index) => sumOf(example, unseen(index))),
    words: examples.map((example, index) => wordSumOf(example, unseen(index))),
  };
}

/** The lowest sum from which on at least this share (0–1) is expected, and the most are found; null where there is none. */
export function thresholdFor(sums: readonly number[], examples: readonly Example[], precision: number): number | null {
  const order = sums.map((_, index) => index).sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0));
  let hits = 0;
  let threshold: number | null = null;
  for (const [place, index] of order.entries()) {
    if (examples[index]?.expected) hits += 1;
    if (hits / (place + 1) >= precision) threshold = sums[index] ?? null;
  }
  return threshold;
}

function shuffle(order: number[], next: () => number): void {
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = Math.floor(next() * (index + 1));
    [order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0];
  }
}

/** What this share (0–1) of the expected examples stays below. */
export function quantile(sums: readonly number[], examples: readonly Example[], share: number): number {
  const expected = sums.filter((_, index) => examples[index]?.expected).sort((a, b) => a - b);
  return expected[Math.floor(expected.length * share)] ?? 0;
}

/** Mulberry32: numbers from 0 up to 1, the same for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
