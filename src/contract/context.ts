import { z } from 'zod';
import { Id, Timestamp } from './case.ts';
import { ItemRow } from './item-view.ts';

/** Asking somebody for what a picture leaves out. */
export const AskForContext = z.strictObject({
  evidenceId: Id,
  whom: z.string().trim().min(1).max(200),
  askedAt: Timestamp,
  note: z.string().trim().max(2000).nullable(),
});

export const ContextAnswer = z.enum(['waiting', 'handed-over', 'refused', 'no-longer-there']);

export const AnswerContext = z.strictObject({
  id: Id,
  answer: ContextAnswer.exclude(['waiting']),
  answeredAt: Timestamp,
  note: z.string().trim().max(2000).nullable(),
});

export const ContextRequest = z.strictObject({
  id: Id,
  evidenceId: Id,
  whom: z.string(),
  askedAt: Timestamp,
  answer: ContextAnswer,
  answeredAt: Timestamp.nullable(),
  note: z.string().nullable(),
  by: z.string(),
});
export type ContextRequest = z.infer<typeof ContextRequest>;

/**
 * How it stands with what a picture leaves out. `found`: a fuller source is in the case. `not-obtained`: none is, and nobody
 * was asked. `not-needed`: the picture shows no conversation, and nobody said that it is cropped.
 */
export const ContextState = z.enum(['not-needed', 'found', 'not-obtained', 'asked', 'answered']);
export type ContextState = z.infer<typeof ContextState>;

/** A conversation of another source in which the picture's words were found again. */
export const FullerSource = z.strictObject({
  evidenceId: Id,
  evidenceName: z.string(),
  threadTitle: z.string().nullable(),
  /** From some messages before the first that the picture shows to some after the last. */
  messages: z.array(
    z.strictObject({
      row: ItemRow,
      place: z.enum(['before', 'shown', 'left-out', 'after']),
    }),
  ),
  shown: z.int(),
  /** Messages between two shown ones that the picture does not have. */
  leftOut: z.int(),
  moreBefore: z.int(),
  moreAfter: z.int(),
});
export type FullerSource = z.infer<typeof FullerSource>;

export const ContextView = z.strictObject({
  itemId: Id,
  evidenceId: Id,
  evidenceName: z.string(),
  state: ContextState,
  sources: z.array(FullerSource),
  requests: z.array(ContextRequest),
});
export type ContextView = z.infer<typeof ContextView>;
