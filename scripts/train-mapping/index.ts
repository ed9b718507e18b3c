/**
 * Trains the learned layer of the mapping: `npm run train:mapping` reads corpus/mapping/*.jsonl and writes
 * resources/mapping/model.json. The evaluation items never teach; the limits from which on something is said are chosen on
 * items that the fit had not seen and on the development half. The same corpus gives the same file. With `--curve` it writes
 * nothing and prints what a quarter, a half, three quarters and all of the corpus reach on the development half.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pack, type StoredModel } from '../../src/engine/policy/learned/stored-model.ts';
import { readCorpus } from './corpus.ts';
import { printCurve } from './curve.ts';
import { heads } from './heads.ts';
import { chooseLimits, disturbed, recallOf } from './limits.ts';
import { prepare } from './prepare.ts';
import { fitVariant, storedVariant } from './variant.ts';

const budget = { harmless: 0.076, speech: 0.05, report: 0.05 };

const root = fileURLToPath(new URL('../..', import.meta.url));
const corpus = readCorpus(join(root, 'corpus', 'mapping'));
const prepared = await prepare(root, corpus);
console.log(`${corpus.items.length} items, ${prepared.words.length} words and pairs`);

if (process.argv.includes('--curve')) {
  printCurve(prepared);
  process.exit(0);
}

const [encoded, plain] = [true, false].map((withEncoder) => {
  const fitted = fitVariant(prepared, withEncoder);
  const chosen = chooseLimits(fitted.unseen, fitted.development, budget);
  for (const [name, rows] of Object.entries({ unseen: fitted.unseen, development: fitted.development }))
    console.log(
      `${withEncoder ? 'with' : 'without'} the encoder, ${name}: recall ${recallOf(rows, chosen).toFixed(3)}, harmless with a suggestion ${disturbed(rows, chosen).toFixed(3)}`,
    );
  return storedVariant(fitted, chosen);
});
if (encoded === undefined || plain === undefined) throw new Error('nothing was trained');

const model: StoredModel = {
  trainedOn: { items: corpus.items.length, sha256: corpus.sha256 },
  heads: heads.map(({ id, concern }) => ({ id, concern })),
  ordinary: prepared.ordinary.join(' '),
  words: prepared.words.map(({ name, rarity }) => `${name}\t${rarity}`).join('\n'),
  circumstances: [...prepared.circumstances],
  evidence: [...prepared.evidenceNames],
  projection: { ...prepared.projection, rows: pack(prepared.projection.rows, prepared.projection.parts) },
  encoded,
  plain,
};
const written = `${JSON.stringify(model)}\n`;
writeFileSync(join(root, 'resources', 'mapping', 'model.json'), written);
console.log(`${Math.round(written.length / 1000)} kB written`);
