import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const require = createRequire(import.meta.url);

const Manifest = z
  .array(
    z.object({
      weights: z.array(
        z.object({
          name: z.string(),
          shape: z.array(z.int()),
          dtype: z.literal('float32'),
          quantization: z.object({ dtype: z.literal('uint8'), scale: z.number(), min: z.number() }),
        }),
      ),
    }),
  )
  .length(1);

export type Weights = ReadonlyMap<string, Float32Array>;

/** The numbers of the small face network, as they lie in their package: a byte each, brought back by scale and offset. */
export function readWeights(): Weights {
  const folder = join(dirname(require.resolve('@vladmandic/face-api/package.json')), 'model');
  const manifest = Manifest.parse(
    JSON.parse(readFileSync(join(folder, 'tiny_face_detector_model-weights_manifest.json'), 'utf8')),
  );
  const bytes = readFileSync(join(folder, 'tiny_face_detector_model.bin'));
  const weights = new Map<string, Float32Array>();
  let at = 0;
  for (const { name, shape, quantization } of manifest.flatMap((part) => part.weights)) {
    const size = shape.reduce((product, side) => product * side, 1);
    const { scale, min } = quantization;
    weights.set(
      name,
      Float32Array.from(bytes.subarray(at, at + size), (byte) => byte * scale + min),
    );
    at += size;
  }
  return weights;
}
