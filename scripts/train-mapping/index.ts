/**
 * Trains the learned layer of the mapping: `npm run train:mapping` reads corpus/mapping/*.jsonl and writes the weights that
 * src/engine/policy/learned reads. The evaluation items never take part. The same corpus gives the same file.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { SuggestInput } from '../../src/contract/suggest.ts';
import { featuresOf } from '../../src/engine/policy/learned/features.ts';
import { type Known, vectorOf } from '../../src/engine/policy/learned/vector.ts';
import { readScene, type Scene } from '../../src/engine/policy/scene/scene.ts';
import { type Example, quantile, thresholdFor, trainOn, unseenSums } from './fit.ts';

/**
 * The concerns that are switched on: the clause whose labels teach it, the precision (0–1) on unseen training items at which
 * its threshold is set, and how many of the expected items (0–1) are given up because their words alone say too little. Each was chosen on the development half of the evaluation, see docs/mapping-model.md.
 */
const switchedOn = [
  { concern: 'sexual-content', policy: '4118.51', clause: '4', precision: 0.6, wordless: 0.3 },
  {
    concern: 'unprofessional-conduct',
    policy: '4118.51',
    clause: 'general-professionalism',
    precision: 0.6,
    wordless: 0.5,
  },
  { concern: 'tool-suitability', policy: 'norwalk', clause: 'A2', precision: 0.6, wordless: 0.3 },
  { concern: 'parents-informed', policy: 'norwalk', clause: 'A4', precision: 0.6, wordless: 0.3 },
] as const;

/** A feature has to stand in so many items: what only one family of items holds teaches nothing, and a rare name is none. */
const fewestItems = 3;

const Clauses = z.object({ '4118.51': z.array(z.string()), norwalk: z.array(z.string()) });
const TrainingItem = z.object({ item: z.unknown(), context: z.unknown(), expect: Clauses, may: Clauses });
type TrainingItem = z.infer<typeof TrainingItem>;

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'corpus', 'mapping');
const lines = readdirSync(folder)
  .filter((name) => name.endsWith('.jsonl'))
  .sort()
  .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
  .filter((line) => line !== '');
const items = lines.map((line) => TrainingItem.parse(JSON.parse(line)));
const scenes = items.map((item) => readScene(SuggestInput.parse(item), 'America/New_York'));
const known = vocabularyOf(scenes);
const vectors = scenes.map((scene) => vectorOf(scene, known));

function vocabularyOf(all: readonly Scene[]): ReadonlyMap<string, Known> {
  const counts = new Map<string, number>();
  for (const scene of all) {
    const { words, circumstances } = featuresOf(scene);
    for (const name of new Set([...words.map((feature) => feature.name), ...circumstances]))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const kept = [...counts].filter(([name, count]) => count >= fewestItems && !/[\t\n]/.test(name));
  kept.sort(([a], [b]) => (a < b ? -1 : 1));
  const rarity = (count: number): number => Math.round(Math.min(1, Math.log(all.length / count) / 6) * 100) / 100;
  return new Map(kept.map(([name, count], index) => [name, { index, rarity: rarity(count) }]));
}

function examplesFor(policy: keyof TrainingItem['expect'], clause: string): readonly Example[] {
  return items.flatMap((item, at) => {
    const vector = vectors[at];
    // What was left open teaches neither way.
    if (vector === undefined || item.may[policy].includes(clause)) return [];
    return [{ ...vector, expected: item.expect[policy].includes(clause) }];
  });
}

/** Whole numbers from -127 to 127, one byte each. */
function quantised(weights: Float64Array): { readonly scale: number; readonly bytes: Int8Array } {
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127 || 1;
  return { scale, bytes: Int8Array.from(weights, (weight) => Math.round(weight / scale)) };
}

const trained = switchedOn.flatMap(({ concern, policy, clause, precision, wordless }) => {
  const examples = examplesFor(policy, clause);
  const unseen = unseenSums(examples, known.size);
  const threshold = thresholdFor(unseen.all, examples, precision);
  const leastWords = quantile(unseen.words, examples, wordless);
  const expected = examples.filter((example) => example.expected).length;
  console.log(
    `${concern}: ${expected} of ${examples.length} items, threshold ${threshold?.toFixed(2) ?? 'not reached'}`,
  );
  if (threshold === null) return [];
  const { bias, weights } = trainOn(examples, known.size);
  return [{ concern, bias, threshold, leastWords, ...quantised(weights) }];
});

/** Features that carry no weight anywhere are left out. */
const used = [...known].filter(([, { index }]) => trained.some(({ bytes }) => bytes[index] !== 0));
const written = [
  '/** Written by `npm run train:mapping`; docs/mapping-model.md says from what and how well it does. */',
  `export const trainedOn = { items: ${items.length}, sha256: '${createHash('sha256').update(lines.join('\n')).digest('hex')}' };`,
  '',
  '/** Each feature with its rarity in hundredths, a line each. */',
  `export const vocabulary = ${JSON.stringify(used.map(([name, { rarity }]) => `${name}\t${Math.round(rarity * 100)}`).join('\n'))};`,
  '',
  'export const classifiers: readonly {',
  '  readonly concern: string;',
  '  readonly bias: number;',
  '  readonly threshold: number;',
  '  readonly leastWords: number;',
  '  readonly scale: number;',
  '  readonly weights: string;',
  '}[] = [',
  ...trained.map(({ concern, bias, threshold, leastWords, scale, bytes }) => {
    const kept = Int8Array.from(used, ([, { index }]) => bytes[index] ?? 0);
    return `  { concern: '${concern}', bias: ${bias.toFixed(4)}, threshold: ${threshold.toFixed(4)}, leastWords: ${leastWords.toFixed(4)}, scale: ${scale.toFixed(6)}, weights: '${Buffer.from(kept.buffer).toString('base64')}' },`;
  }),
  '];',
  '',
].join('\n');
writeFileSync(join(root, 'src', 'engine', 'policy', 'learned', 'weights.ts'), written);
console.log(`${used.length} features, ${written.length} characters`);
