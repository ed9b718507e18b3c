import type { Network, Sparse } from '../../src/engine/policy/learned/network.ts';

/** One item in numbers, with what each output should say: 1 expected, 0 not, -1 left open. */
export interface Example {
  readonly dense: Float64Array;
  readonly sparse: Sparse;
  readonly targets: Int8Array;
}

export interface Shape {
  readonly inputs: number;
  readonly sparse: number;
  readonly outputs: number;
}

const hidden = 128;
const rounds = 14;
const batch = 32;
const rate = 2e-3;
const pull = 1e-4;
const dropInputs = 0.2;
const dropHidden = 0.3;
const sparseRate = 0.025;

/** Adam over one block of weights. */
class Block {
  readonly weights: Float32Array;
  readonly slopes: Float32Array;
  readonly #mean: Float32Array;
  readonly #square: Float32Array;

  constructor(size: number, fill: (at: number) => number) {
    this.weights = Float32Array.from({ length: size }, (_, at) => fill(at));
    this.slopes = new Float32Array(size);
    this.#mean = new Float32Array(size);
    this.#square = new Float32Array(size);
  }

  step(count: number, speed: number): void {
    const { weights, slopes } = this;
    const [mean, square] = [this.#mean, this.#square];
    const [early, earlySquare] = [1 - 0.9 ** count, 1 - 0.999 ** count];
    for (let at = 0; at < weights.length; at += 1) {
      const slope = slopes[at] ?? 0;
      const m = (mean[at] ?? 0) * 0.9 + slope * 0.1;
      const s = (square[at] ?? 0) * 0.999 + slope * slope * 0.001;
      mean[at] = m;
      square[at] = s;
      weights[at] =
        (weights[at] ?? 0) * (1 - speed * pull * 10) - (speed * (m / early)) / (Math.sqrt(s / earlySquare) + 1e-8);
      slopes[at] = 0;
    }
  }
}

/** Trains the network on examples; the same examples and seed give the same weights. */
export function trainNetwork(examples: readonly Example[], shape: Shape, seed: number): Network {
  const next = generator(seed);
  const learner = new Learner(examples, shape, next);
  const order = examples.map((_, index) => index);
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, next);
    for (let from = 0; from < order.length; from += batch) {
      const some = order.slice(from, from + batch).flatMap((index) => examples[index] ?? []);
      for (const example of some) learner.learn(example, some.length);
      learner.step(rate * (1 - round / rounds) + 1e-5);
    }
  }
  return learner.network();
}

/** The weights while they are being learned. */
class Learner {
  readonly #shape: Shape;
  readonly #next: () => number;
  readonly #first: Block;
  readonly #firstBias = new Block(hidden, () => 0);
  readonly #second: Block;
  readonly #direct: Block;
  readonly #bias: Block;
  readonly #sparse: Float32Array;
  readonly #sparseSquares: Float32Array;
  readonly #units = new Float64Array(hidden);
  readonly #unitSlopes = new Float64Array(hidden);
  readonly #errors: Float64Array;
  #steps = 0;

  constructor(examples: readonly Example[], shape: Shape, next: () => number) {
    const { inputs, outputs } = shape;
    this.#shape = shape;
    this.#next = next;
    this.#first = new Block(hidden * inputs, () => (next() * 2 - 1) / Math.sqrt(inputs));
    this.#second = new Block(outputs * hidden, () => (next() * 2 - 1) / Math.sqrt(hidden));
    this.#direct = new Block(outputs * inputs, () => 0);
    this.#bias = new Block(outputs, (output) => logOdds(examples, output));
    this.#sparse = new Float32Array(shape.sparse * outputs);
    this.#sparseSquares = new Float32Array(shape.sparse * outputs).fill(0.05);
    this.#errors = new Float64Array(outputs);
  }

  /** Adds one example's slopes. @param share how many examples are learned from together */
  learn(example: Example, share: number): void {
    const kept = this.#keptInputs(example.dense);
    this.#runUnits(kept);
    const sums = this.#sumsOf(kept, example.sparse);
    for (let output = 0; output < this.#shape.outputs; output += 1) {
      const target = example.targets[output] ?? -1;
      // What was left open teaches neither way.
      this.#errors[output] = target < 0 ? 0 : (1 / (1 + Math.exp(-(sums[output] ?? 0))) - target) / share;
    }
    this.#slopesOfOutputs(kept);
    this.#slopesOfUnits(kept);
    this.#stepSparse(example.sparse, share);
  }

  step(speed: number): void {
    this.#steps += 1;
    for (const block of [this.#first, this.#firstBias, this.#second, this.#direct, this.#bias])
      block.step(this.#steps, speed);
  }

  network(): Network {
    return {
      inputs: this.#shape.inputs,
      hidden,
      outputs: this.#shape.outputs,
      first: this.#first.weights,
      firstBias: this.#firstBias.weights,
      second: this.#second.weights,
      direct: this.#direct.weights,
      sparse: this.#sparse,
      bias: this.#bias.weights,
    };
  }

  /** Some inputs are left out at random, so that no single one is relied on. */
  #keptInputs(dense: Float64Array): Kept {
    const at: number[] = [];
    const values: number[] = [];
    for (const [index, value] of dense.entries()) {
      if (value === 0 || this.#next() < dropInputs) continue;
      at.push(index);
      values.push(value / (1 - dropInputs));
    }
    return { at: Int32Array.from(at), values: Float64Array.from(values) };
  }

  #runUnits(kept: Kept): void {
    for (let unit = 0; unit < hidden; unit += 1) {
      const sum = (this.#firstBias.weights[unit] ?? 0) + rowTimes(this.#first.weights, unit * this.#shape.inputs, kept);
      this.#units[unit] = sum > 0 && this.#next() >= dropHidden ? sum / (1 - dropHidden) : 0;
    }
  }

  #sumsOf(kept: Kept, sparse: Sparse): Float64Array {
    const { inputs, outputs } = this.#shape;
    const sums = Float64Array.from(this.#bias.weights);
    for (let output = 0; output < outputs; output += 1) {
      let sum = sums[output] ?? 0;
      for (let unit = 0; unit < hidden; unit += 1)
        sum += (this.#units[unit] ?? 0) * (this.#second.weights[output * hidden + unit] ?? 0);
      sums[output] = sum + rowTimes(this.#direct.weights, output * inputs, kept);
    }
    for (const [place, feature] of sparse.indexes.entries()) {
      const value = sparse.values[place] ?? 0;
      for (let output = 0; output < outputs; output += 1)
        sums[output] = (sums[output] ?? 0) + value * (this.#sparse[feature * outputs + output] ?? 0);
    }
    return sums;
  }

  #slopesOfOutputs(kept: Kept): void {
    this.#unitSlopes.fill(0);
    for (const [output, error] of this.#errors.entries()) {
      if (error === 0) continue;
      this.#bias.slopes[output] = (this.#bias.slopes[output] ?? 0) + error;
      addToRow(this.#direct.slopes, output * this.#shape.inputs, kept, error);
      for (let unit = 0; unit < hidden; unit += 1) {
        const active = this.#units[unit] ?? 0;
        if (active === 0) continue;
        const at = output * hidden + unit;
        this.#second.slopes[at] = (this.#second.slopes[at] ?? 0) + error * active;
        this.#unitSlopes[unit] =
          (this.#unitSlopes[unit] ?? 0) + (error * (this.#second.weights[at] ?? 0)) / (1 - dropHidden);
      }
    }
  }

  #slopesOfUnits(kept: Kept): void {
    for (const [unit, slope] of this.#unitSlopes.entries()) {
      if (slope === 0) continue;
      this.#firstBias.slopes[unit] = (this.#firstBias.slopes[unit] ?? 0) + slope;
      addToRow(this.#first.slopes, unit * this.#shape.inputs, kept, slope);
    }
  }

  /** Words are rare, so each has a step of its own that shortens with use. */
  #stepSparse(sparse: Sparse, share: number): void {
    const { outputs } = this.#shape;
    const [weights, squares] = [this.#sparse, this.#sparseSquares];
    for (const [place, feature] of sparse.indexes.entries()) {
      const value = sparse.values[place] ?? 0;
      for (let output = 0; output < outputs; output += 1) {
        const at = feature * outputs + output;
        const slope = (this.#errors[output] ?? 0) * share * value + pull * (weights[at] ?? 0);
        squares[at] = (squares[at] ?? 0) + slope * slope;
        weights[at] = (weights[at] ?? 0) - (sparseRate * slope) / Math.sqrt(squares[at] ?? 1);
      }
    }
  }
}

interface Kept {
  readonly at: Int32Array;
  readonly values: Float64Array;
}

function rowTimes(weights: Float32Array, row: number, { at, values }: Kept): number {
  let sum = 0;
  for (let place = 0; place < at.length; place += 1)
    sum += (weights[row + (at[place] ?? 0)] ?? 0) * (values[place] ?? 0);
  return sum;
}

function addToRow(slopes: Float32Array, row: number, { at, values }: Kept, factor: number): void {
  for (let place = 0; place < at.length; place += 1) {
    const index = row + (at[place] ?? 0);
    slopes[index] = (slopes[index] ?? 0) + factor * (values[place] ?? 0);
  }
}

function logOdds(examples: readonly Example[], output: number): number {
  const share =
    (examples.filter(({ targets }) => targets[output] === 1).length + 1) /
    (examples.filter(({ targets }) => targets[output] !== -1).length + 2);
  return Math.log(share / (1 - share));
}

function shuffle(order: number[], next: () => number): void {
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = Math.floor(next() * (index + 1));
    [order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0];
  }
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
