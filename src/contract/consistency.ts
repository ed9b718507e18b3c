import { z } from 'zod';
import { Id } from './case.ts';
import { ClauseRef } from './mapping.ts';

export const ConsistencyKind = z.enum([
  'not-in-force',
  'not-bound',
  'other-day',
  'element-without-passage',
  'nothing-against',
  'one-source',
  'nobody-alleged',
]);
export type ConsistencyKind = z.infer<typeof ConsistencyKind>;

/** Something in the case that does not hold together, or rests on one side only. */
export const ConsistencyPoint = z.strictObject({
  kind: ConsistencyKind,
  words: z.string(),
  clause: ClauseRef,
  allegation: z.strictObject({ id: Id, number: z.int() }).nullable(),
  element: z.string().nullable(),
});
export type ConsistencyPoint = z.infer<typeof ConsistencyPoint>;
