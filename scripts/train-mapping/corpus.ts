import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Clauses = z.object({ '4118.51': z.array(z.string()), norwalk: z.array(z.string()) });
const TrainingItem = z.object({
  item: z.unknown(),
  context: z.unknown(),
  expect: Clauses,
  may: Clauses,
  protectedSpeech: z.array(z.string()),
  mandatedReport: z.boolean(),
  kind: z.enum(['positive', 'near-miss', 'everyday']),
  language: z.string(),
});
export type TrainingItem = z.infer<typeof TrainingItem> & {
  /** The file it stands in: items of one file were written together. */
  readonly file: string;
};

export interface Corpus {
  readonly items: readonly TrainingItem[];
  /** Of exactly these lines. */
  readonly sha256: string;
}

/** Reads every training item. @throws Error where a line does not parse */
export function readCorpus(folder: string): Corpus {
  const lines = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => ({ name, line })),
    );
  return {
    items: lines.map(({ name, line }) => ({ ...TrainingItem.parse(JSON.parse(line)), file: name })),
    sha256: createHash('sha256')
      .update(lines.map(({ line }) => line).join('\n'))
      .digest('hex'),
  };
}
