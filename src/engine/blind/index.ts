import type { z } from 'zod';
import type {
  AnswerBlind,
  BlindPurpose,
  BlindSample,
  BlindView,
  DrawSample,
  SampleSizes,
} from '../../contract/blind.ts';
import { raise } from '../../contract/errors.ts';
import type { ClauseRef } from '../../contract/mapping.ts';
import type { ReadableDb, WritableDb } from '../case-file/index.ts';
import { itemById } from '../items/index.ts';
import type { Session } from '../session.ts';
import { compare, keyOf } from './compare.ts';
import { drawItems, populationOf } from './draw.ts';
import { exactInterval } from './interval.ts';
import { type Answered, answersOf, type Drawn, keepAnswer, keepSample, sampleById, samples } from './store.ts';

const CONFIDENCE = 0.95;
const OFFERED = [20, 40, 60, 100, 150, 200, 300];

/** How large a sample can be, and what each size could say. */
export function sampleSizes(db: ReadableDb, purpose: BlindPurpose): z.infer<typeof SampleSizes> {
  const population = populationOf(db, purpose);
  const sizes = [...OFFERED.filter((size) => size < population), population].filter((size) => size > 0 && size <= 2000);
  return {
    population,
    sizes: sizes.map((size) => ({ size, atMost: size === population ? 0 : exactInterval(0, size, CONFIDENCE).high })),
  };
}

/** Draws a sample and keeps its seed. @param clauses those that its readers answer about @throws bad-input where nothing is there to draw */
export function drawSample(
  db: WritableDb,
  input: z.infer<typeof DrawSample>,
  clauses: readonly ClauseRef[],
  made: { readonly id: string; readonly at: string; readonly by: string },
): BlindSample {
  const population = populationOf(db, input.purpose);
  const seed = input.seed ?? made.id;
  const itemIds = drawItems(db, input.purpose, seed, input.size);
  if (itemIds.length === 0) raise('bad-input', { why: 'there is no item to draw from.' });
  return toView(keepSample(db, input, { seed, population, clauses, itemIds }, made));
}

export function blindSamples(db: ReadableDb): readonly BlindSample[] {
  return samples(db).map(toView);
}

/** One sample as one of its readers may see it: the items, their own answers, and what came of it once nobody can be swayed. */
export function blindView(session: Session, db: ReadableDb, id: string, reader: string): BlindView {
  const drawn = sampleById(db, id);
  const answers = answersOf(db, id);
  const mine = new Map(answers.filter(({ by }) => by === reader).map((one) => [one.itemId, one]));
  const finished = finishedReaders(drawn, answers);
  return {
    sample: toView(drawn),
    items: drawn.itemIds.flatMap((itemId) => {
      const stored = itemById(db, itemId);
      if (stored === null) return [];
      const { author, recipients, sentAt, text } = stored.item;
      const answer = mine.get(itemId);
      return [
        {
          id: itemId,
          number: stored.number,
          author: author?.name ?? author?.handle ?? null,
          to: recipients.map(({ name, handle }) => name ?? handle ?? '').join(', ') || null,
          sentAt,
          text,
          answer: answer === undefined ? null : { clauses: [...answer.clauses], note: answer.note },
        },
      ];
    }),
    estimate: drawn.purpose === 'missed' ? estimateOf(drawn, answers, finished[0]) : null,
    comparison: drawn.purpose === 'second-reading' ? compare(session, db, drawn, answers, finished) : null,
  };
}

/** @throws not-found, clause-unknown */
export function answerBlind(
  db: WritableDb,
  input: z.infer<typeof AnswerBlind>,
  made: { readonly id: string; readonly at: string; readonly by: string },
): { readonly sample: number; readonly item: number } {
  const drawn = sampleById(db, input.sampleId);
  if (!drawn.itemIds.includes(input.itemId)) raise('not-found', { what: 'item' });
  const asked = new Set(drawn.clauses.map(keyOf));
  const foreign = input.clauses.find((one) => !asked.has(keyOf(one)));
  if (foreign !== undefined) raise('clause-unknown', { policy: foreign.policy, clause: foreign.clause });
  keepAnswer(db, input, made);
  const item = itemById(db, input.itemId) ?? raise('not-found', { what: 'item' });
  return { sample: drawn.number, item: item.number };
}

/** Those who have answered about every item, in the order in which they began. */
function finishedReaders(drawn: Drawn, answers: readonly Answered[]): readonly string[] {
  return [...new Set(answers.map(({ by }) => by))].filter((reader) => {
    const answered = new Set(answers.filter(({ by }) => by === reader).map(({ itemId }) => itemId));
    return drawn.itemIds.every((id) => answered.has(id));
  });
}

function estimateOf(drawn: Drawn, answers: readonly Answered[], reader: string | undefined): BlindView['estimate'] {
  if (reader === undefined) return null;
  const missed = answers.filter(({ by, clauses }) => by === reader && clauses.length > 0).length;
  const examined = drawn.itemIds.length;
  const whole = examined === drawn.population;
  const point = missed / examined;
  const { low, high } = whole ? { low: point, high: point } : exactInterval(missed, examined, CONFIDENCE);
  const { population } = drawn;
  return {
    examined,
    missed,
    rate: { point, low, high },
    // What was found is there for certain; what was examined and is nothing cannot have been missed.
    items: {
      point: Math.round(point * population),
      low: Math.max(missed, Math.floor(low * population)),
      high: Math.min(population - (examined - missed), Math.ceil(high * population)),
    },
    method: whole
      ? 'Every item was examined; nothing is estimated.'
      : 'Exact binomial interval of Clopper and Pearson (1934), 95 %. Drawn by SHA-256 over seed and item.',
  };
}

function toView({ itemIds: _, ...sample }: Drawn): BlindSample {
  return sample;
}
