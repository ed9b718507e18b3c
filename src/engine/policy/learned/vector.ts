import type { Scene } from '../scene/scene.ts';
import { type Feature, featuresOf } from './features.ts';

/** How much a circumstance counts beside all words together, which have length 1. Fixed before training. */
const circumstanceWeight = 0.25;

/** Shorter texts are not stretched to length 1: one word alone says little. */
const leastLength = 3;

/** What is known of a feature from training. */
export interface Known {
  readonly index: number;
  /** How telling a feature is, 0–1: rare ones tell more. */
  readonly rarity: number;
}

/** A scene in numbers: which known features it has, how much of each, and where they come from. */
export interface Vector {
  readonly indexes: readonly number[];
  readonly values: readonly number[];
  /** Null where a circumstance is the source. */
  readonly sources: readonly (Feature | null)[];
}

/** Brings a scene's features to numbers over a vocabulary. */
export function vectorOf(scene: Scene, known: ReadonlyMap<string, Known>): Vector {
  const { words, circumstances } = featuresOf(scene, (name) => known.has(name));
  const found = new Map<number, { readonly value: number; readonly feature: Feature }>();
  for (const feature of words) {
    const one = known.get(feature.name);
    if (one === undefined) continue;
    const value = feature.weight * one.rarity;
    if (value > (found.get(one.index)?.value ?? 0)) found.set(one.index, { value, feature });
  }
  const length = Math.max(
    Math.sqrt([...found.values()].reduce((sum, { value }) => sum + value * value, 0)),
    leastLength,
  );
  const around = circumstances.flatMap((name) => known.get(name)?.index ?? []);
  return {
    indexes: [...found.keys(), ...around],
    values: [...[...found.values()].map(({ value }) => value / length), ...around.map(() => circumstanceWeight)],
    sources: [...[...found.values()].map(({ feature }) => feature), ...around.map(() => null)],
  };
}
