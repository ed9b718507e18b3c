import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ExceptionId } from '../../src/contract/policy.ts';
import { ProtectedSpeechKind } from '../../src/contract/suggest.ts';

/** The clauses of the two given policies, as keys `policy clause`. */
export const clauseKeys: readonly string[] = [
  ...['1', '2', '3', '4', '5', '6', '7', '8', 'general-detrimental', 'general-professionalism'].map(
    (clause) => `4118.51 ${clause}`,
  ),
  ...[
    ...['general-mission', 'general-confidentiality', 'general-demeaning', 'general-goodwill'],
    ...['general-misrepresentation', 'A1', 'A2', 'A3', 'A4', 'A5', 'B1', 'B2', 'B3', 'B4', 'B5', 'C1', 'C2'],
  ].map((clause) => `norwalk ${clause}`),
];

const Clauses = z.object({ '4118.51': z.array(z.string()), norwalk: z.array(z.string()) });
const Excepted = z.object({ policy: z.string(), clause: z.string(), exception: ExceptionId });

/** What one person wrote about one item. */
const Labels = z.object({
  id: z.string(),
  expect: Clauses,
  may: Clauses,
  setAside: z.array(Excepted),
  exceptions: z.array(Excepted),
  protectedSpeech: z.array(ProtectedSpeechKind),
  mandatedReport: z.boolean(),
  words: z.record(z.string(), z.array(z.string())),
});
export type Labels = z.infer<typeof Labels>;

/** One item of the evaluation with the first person's labels. */
export const LabelledItem = Labels.extend({
  item: z.looseObject({ text: z.string() }),
  context: z.looseObject({}),
  kind: z.enum(['positive', 'near-miss', 'everyday']),
  difficulty: z.enum(['plain', 'circumstance', 'figurative', 'noisy']),
  language: z.enum(['en', 'es', 'pt', 'ht']),
});
export type LabelledItem = z.infer<typeof LabelledItem>;

/** An item as both people saw it. */
export interface TwiceLabelled {
  readonly first: LabelledItem;
  readonly second: Labels;
}

/**
 * The whole evaluation, ordered by id.
 * @throws Error where a line does not parse or an item has no second label.
 */
export function readEvaluation(folder: string): readonly TwiceLabelled[] {
  const seconds = new Map(
    readLines(join(folder, 'second')).map((line) => {
      const labels = Labels.parse(line);
      return [labels.id, labels] as const;
    }),
  );
  return readLines(folder)
    .map((line) => {
      const first = LabelledItem.parse(line);
      const second = seconds.get(first.id);
      if (second === undefined) throw new Error(`${first.id} was labelled by one person only`);
      return { first, second };
    })
    .sort((a, b) => (a.first.id < b.first.id ? -1 : 1));
}

function readLines(folder: string): readonly unknown[] {
  return readdirSync(folder)
    .filter((name) => /^part-\d+\.jsonl$/.test(name))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}

/** The frozen halves: which ids are held out, and the seed that chose them. */
export const Split = z.strictObject({ seed: z.string(), heldOut: z.array(z.string()) });
export type Split = z.infer<typeof Split>;

export function readSplit(folder: string): Split {
  return Split.parse(JSON.parse(readFileSync(join(folder, 'split.json'), 'utf8')));
}

/** The half of the ids whose SHA-256 of `seed:id` comes first, in the order of the ids: nothing about an item takes part. */
export function halfByHash(ids: readonly string[], seed: string): readonly string[] {
  const ranked = ids
    .map((id) => ({ id, rank: createHash('sha256').update(`${seed}:${id}`).digest('hex') }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1));
  return ranked
    .slice(0, Math.floor(ids.length / 2))
    .map(({ id }) => id)
    .sort();
}
