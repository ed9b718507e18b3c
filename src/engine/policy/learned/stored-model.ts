import { z } from 'zod';
import stored from '../../../../resources/mapping/model.json' with { type: 'json' };
import type { KnownWord, Layout } from './inputs.ts';
import type { Network } from './network.ts';

/** Numbers of one byte each, row by row, with what one step is worth in each row. */
const Packed = z.strictObject({ steps: z.array(z.number()), bytes: z.base64() });

const Head = z.strictObject({
  /** `clause 4118.51 2`, `any`, `speech union-activity`, `mandated-report`. */
  id: z.string(),
  /** The concern that the clause is about; null for the screens. */
  concern: z.string().nullable(),
});

const Limits = z.strictObject({
  /** Log-odds become a probability by 1 / (1 + e^-(slope · x + shift)). */
  slope: z.number(),
  shift: z.number(),
  /** Probability from which on it is said; more than 1 where it never is. */
  least: z.number(),
  /** Probability below which a rule alone is not enough. */
  floor: z.number(),
  /** Probability from which on it is said whatever the item seems to be as a whole; more than 1 where it never is. */
  sure: z.number(),
});
export type Limits = z.infer<typeof Limits>;

const Variant = z.strictObject({
  hidden: z.int(),
  first: Packed,
  firstBias: Packed,
  second: Packed,
  direct: Packed,
  sparse: Packed,
  bias: z.array(z.number()),
  limits: z.array(Limits),
});

/** The file that `npm run train:mapping` writes. */
export const StoredModel = z.strictObject({
  trainedOn: z.strictObject({ items: z.int(), sha256: z.string() }),
  heads: z.array(Head),
  ordinary: z.string(),
  words: z.string(),
  circumstances: z.array(z.string()),
  evidence: z.array(z.string()),
  projection: z.strictObject({ size: z.int(), parts: z.int(), rows: Packed }),
  /** With the encoder's numbers, and without them. */
  encoded: Variant,
  plain: Variant,
});
export type StoredModel = z.infer<typeof StoredModel>;

export interface TrainedVariant {
  readonly layout: Layout;
  readonly network: Network;
  readonly limits: readonly Limits[];
}

export interface TrainedModel {
  readonly trainedOn: StoredModel['trainedOn'];
  readonly heads: StoredModel['heads'];
  readonly ordinary: ReadonlySet<string>;
  readonly encoded: TrainedVariant;
  readonly plain: TrainedVariant;
}

let read: TrainedModel | null = null;

/** The model that comes with the program, read once. */
export function trainedModel(): TrainedModel {
  read ??= openModel(StoredModel.parse(stored));
  return read;
}

export function openModel(model: StoredModel): TrainedModel {
  const words = new Map<string, KnownWord>(
    model.words.split('\n').map((line, index) => {
      const cut = line.lastIndexOf('\t');
      return [line.slice(0, cut), { index, rarity: Number(line.slice(cut + 1)) / 100 }];
    }),
  );
  const { size, parts, rows } = model.projection;
  const shared = { words, circumstances: numbered(model.circumstances), evidence: numbered(model.evidence) };
  const outputs = model.heads.length;
  const variant = (one: z.infer<typeof Variant>, projection: Layout['projection']): TrainedVariant => {
    const first = unpack(one.first);
    return {
      layout: { ...shared, projection },
      network: {
        inputs: first.length / one.hidden,
        hidden: one.hidden,
        outputs,
        first,
        firstBias: unpack(one.firstBias),
        second: unpack(one.second),
        direct: unpack(one.direct),
        sparse: unpack(one.sparse),
        bias: Float32Array.from(one.bias),
      },
      limits: one.limits,
    };
  };
  // Mostly only one of the two is ever asked.
  let encoded: TrainedVariant | null = null;
  let plain: TrainedVariant | null = null;
  return {
    trainedOn: model.trainedOn,
    heads: model.heads,
    ordinary: new Set(model.ordinary.split(' ')),
    get encoded() {
      encoded ??= variant(model.encoded, { size, parts, rows: unpack(rows) });
      return encoded;
    },
    get plain() {
      plain ??= variant(model.plain, null);
      return plain;
    },
  };
}

function numbered(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, index) => [name, index]));
}

/** Rows of whole numbers from -127 to 127 and the worth of one step in each row. */
export function pack(values: Float32Array, rows: number): z.infer<typeof Packed> {
  const width = values.length / rows;
  const bytes = new Int8Array(values.length);
  const steps = Array.from({ length: rows }, (_, row) => {
    const one = values.subarray(row * width, (row + 1) * width);
    const step = Number((one.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127 || 1).toPrecision(6));
    for (const [at, value] of one.entries()) bytes[row * width + at] = Math.round(value / step);
    return step;
  });
  return { steps, bytes: Buffer.from(bytes.buffer).toString('base64') };
}

function unpack({ steps, bytes }: z.infer<typeof Packed>): Float32Array {
  const buffer = Buffer.from(bytes, 'base64');
  const whole = new Int8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  const width = whole.length / steps.length;
  const values = new Float32Array(whole.length);
  for (const [row, step] of steps.entries())
    for (let at = row * width; at < (row + 1) * width; at += 1) values[at] = (whole[at] ?? 0) * step;
  return values;
}
