/**
 * Trains the learned layer of the mapping: `npm run train:mapping` reads corpus/mapping/*.jsonl and writes
 * resources/mapping/model.json. The evaluation items never teach; the limits from which on something is said are chosen on
 * items that the fit had not seen and on the development half. The same corpus gives the same file. With `--curve` it writes
 * nothing and prints what a quarter, a half, three quarters and all of the corpus reach on the development half.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { pack, type StoredModel } from '../../src/engine/policy/learned/stored-model.ts';
import { readCorpus } from './corpus.ts';
import { printCurve } from './curve.ts';
import { heads } from './heads.ts';
import { prepare } from './prepare.ts';
import { trainVariant } from './train-variant.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const corpus = readCorpus(join(root, 'corpus', 'mapping'));
const prepared = await prepare(root, corpus);
console.log(`${corpus.items.length} items, ${prepared.words.length} words and pairs`);

if (process.argv.includes('--curve')) {
  printCurve(prepared);
  process.exit(0);
}

const withoutEncoder = new Promise<StoredModel['plain']>((resolve, reject) => {
  new Worker(new URL('plain-worker.ts', import.meta.url)).once('message', resolve).once('error', reject);
});
const encoded = trainVariant(prepared, true);
const plain = await withoutEncoder;

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
