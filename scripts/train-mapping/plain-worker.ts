/** Trains the weights that do without the encoder, beside the main thread, which trains the others. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { readCorpus } from './corpus.ts';
import { prepare } from './prepare.ts';
import { trainVariant } from './train-variant.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const prepared = await prepare(root, readCorpus(join(root, 'corpus', 'mapping')));
parentPort?.postMessage(trainVariant(prepared, false));
