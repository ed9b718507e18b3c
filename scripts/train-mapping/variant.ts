import { denseOf, denseSize, type Layout, sparseOf } from '../../src/engine/policy/learned/inputs.ts';
import { forward, type Network } from '../../src/engine/policy/learned/network.ts';
import { type Limits, pack, type StoredModel } from '../../src/engine/policy/learned/stored-model.ts';
import { calibrate } from './calibrate.ts';
import { type Example, trainNetwork } from './fit.ts';
import { heads } from './heads.ts';
import type { Chosen, Row } from './limits.ts';
import type { Prepared, PreparedItem } from './prepare.ts';

export interface Fitted {
  readonly network: Network;
  readonly calibration: readonly { readonly slope: number; readonly shift: number }[];
  /** The training items, each judged by a fit that had not seen it. */
  readonly unseen: readonly Row[];
  readonly development: readonly Row[];
}

const folds = 5;
/** Neighbours were written together and must not stand on both sides. */
const foldBlock = 40;
/** Networks that are joined to one; each begins elsewhere. */
const seeds = [1, 2];

/** Reads the items as examples, with the encoder's numbers or without. */
export function examplesOf(prepared: Prepared, withEncoder: boolean) {
  const layout: Layout = {
    words: new Map(prepared.words.map(({ name, rarity }, index) => [name, { index, rarity: rarity / 100 }])),
    circumstances: new Map(prepared.circumstances.map((name, index) => [name, index])),
    evidence: new Map(prepared.evidenceNames.map((name, index) => [name, index])),
    projection: withEncoder ? prepared.projection : null,
  };
  const exampleOf = (one: PreparedItem, own = one.plain.own): Example => ({
    dense: denseOf(layout, { ...one, vectors: prepared.vectors }, own),
    sparse: sparseOf(layout, one.plain, own),
    targets: one.targets,
  });
  const shape = { inputs: denseSize(layout), sparse: prepared.words.length, outputs: heads.length };
  const examples = prepared.training.map((one) => exampleOf(one));
  const diluted = prepared.dilutions.map(({ index, own }) => {
    const one = prepared.training[index];
    return one === undefined ? [] : [{ index, example: exampleOf(one, own) }];
  });
  const taughtBy = (takes: (index: number) => boolean): readonly Example[] => [
    ...examples.filter((_, index) => takes(index)),
    ...diluted.flat().flatMap(({ index, example }) => (takes(index) ? [example] : [])),
  ];
  return { exampleOf, examples, taughtBy, shape };
}

/** Fits the network, with the encoder's numbers or without, and judges unseen items with it. */
export function fitVariant(prepared: Prepared, withEncoder: boolean): Fitted {
  const { exampleOf, examples, taughtBy, shape } = examplesOf(prepared, withEncoder);
  const sums: Float64Array[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const isOut = (index: number): boolean => Math.floor(index / foldBlock) % folds === fold;
    const network = trainNetwork(
      taughtBy((index) => !isOut(index)),
      shape,
      7,
    );
    for (const [index, { dense, sparse }] of examples.entries())
      if (isOut(index)) sums[index] = forward(network, dense, sparse);
  }
  const calibration = heads.map((_, head) =>
    calibrate(
      sums.map((one) => one[head] ?? 0),
      examples.map(({ targets }) => targets[head] ?? -1),
    ),
  );
  const network = joined(
    seeds.map((seed) =>
      trainNetwork(
        taughtBy(() => true),
        shape,
        seed,
      ),
    ),
  );
  const rowOf = (one: PreparedItem, sum: Float64Array | undefined): Row => ({
    probabilities: calibration.map(
      ({ slope, shift }, head) => 1 / (1 + Math.exp(-(slope * (sum?.[head] ?? 0) + shift))),
    ),
    targets: one.targets,
    byRule: one.byRule,
    bound: one.bound,
    isEveryday: one.isEveryday,
  });
  return {
    network,
    calibration,
    unseen: prepared.training.map((one, index) => rowOf(one, sums[index])),
    development: prepared.development.map((one) => {
      const { dense, sparse } = exampleOf(one);
      return rowOf(one, forward(network, dense, sparse));
    }),
  };
}

/** One network that says the mean of several: their hidden units side by side, the direct lines averaged. */
function joined(networks: readonly Network[]): Network {
  const [one] = networks;
  if (one === undefined) throw new Error('no network to join');
  const count = networks.length;
  const mean = (of: (network: Network) => Float32Array): Float32Array =>
    of(one).map((_, at) => networks.reduce((sum, network) => sum + (of(network)[at] ?? 0), 0) / count);
  const hidden = one.hidden * count;
  const second = new Float32Array(one.outputs * hidden);
  for (const [place, network] of networks.entries())
    for (let output = 0; output < one.outputs; output += 1)
      for (let unit = 0; unit < one.hidden; unit += 1)
        second[output * hidden + place * one.hidden + unit] = (network.second[output * one.hidden + unit] ?? 0) / count;
  return {
    inputs: one.inputs,
    hidden,
    outputs: one.outputs,
    first: Float32Array.from(networks.flatMap((network) => [...network.first])),
    firstBias: Float32Array.from(networks.flatMap((network) => [...network.firstBias])),
    second,
    direct: mean((network) => network.direct),
    sparse: mean((network) => network.sparse),
    bias: mean((network) => network.bias),
  };
}

export function storedVariant({ network, calibration }: Fitted, chosen: Chosen): StoredModel['encoded'] {
  const { hidden, outputs } = network;
  const short = (value: number): number => Number(value.toPrecision(6));
  return {
    hidden,
    first: pack(network.first, hidden),
    firstBias: pack(network.firstBias, 1),
    second: pack(network.second, outputs),
    direct: pack(network.direct, outputs),
    sparse: pack(network.sparse, network.sparse.length / outputs),
    bias: [...network.bias].map(short),
    limits: calibration.map(({ slope, shift }, head): Limits => {
      const { least, floor, sure } = chosen[head] ?? { least: 1.1, floor: 0, sure: 1.1 };
      return { slope: short(slope), shift: short(shift), least: short(least), floor: short(floor), sure: short(sure) };
    }),
  };
}
