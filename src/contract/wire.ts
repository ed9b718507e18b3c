import { z } from 'zod';
import { ErrorKind } from './errors.ts';

/** What a failed call tells: the kind's own words, filled in, plus a reference that finds the cause in the log. */
export const CallError = z.strictObject({
  kind: ErrorKind,
  /** What happened. */
  title: z.string(),
  /** What was kept or left unchanged. */
  kept: z.string(),
  /** What to do next. */
  next: z.string(),
  ref: z.string(),
});
export type CallError = z.infer<typeof CallError>;

export type Reply<Value = unknown> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: CallError };

/** Which lists a change touched, so that a window asks again for what it shows. */
export const ChangedTopic = z.enum([
  'case',
  'complaint',
  'people',
  'evidence',
  'items',
  'suggestions',
  'mappings',
  'allegations',
  'findings',
  'steps',
  'documents',
  'protection',
  'ledger',
]);
export type ChangedTopic = z.infer<typeof ChangedTopic>;

export const JobState = z.strictObject({
  id: z.string(),
  /** What is being done, in words for the status bar. */
  title: z.string(),
  state: z.enum(['running', 'paused', 'done', 'cancelled', 'failed']),
  /** Units done and in all; `total` grows while containers are opened. */
  done: z.int(),
  total: z.int(),
  /** The file or thing at hand, null between two. */
  current: z.string().nullable(),
  /** Bytes of the files that were read, and of all that are known of; null where bytes say nothing about the work. */
  bytes: z.strictObject({ done: z.number(), total: z.number() }).nullable(),
  /** A guess from the pace so far; null where there is none. */
  secondsLeft: z.int().nullable(),
  /** Plain words when finished, null before. */
  result: z.string().nullable(),
});
export type JobState = z.infer<typeof JobState>;

/** The title of the job that carries a sample incident through, by which a window knows that the case is still growing. */
export const sampleJobTitle = 'Carrying the sample incident through';

export type EngineEvent =
  | { readonly kind: 'changed'; readonly topics: readonly ChangedTopic[] }
  | { readonly kind: 'job'; readonly job: JobState }
  | { readonly kind: 'case-closed' };

/** A blob the window may show through `evidence://`; never sent as part of a call. */
export const BlobRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('evidence'), evidenceId: z.string() }),
  /** A picture made safe for the screen: decoded and encoded anew in a worker. */
  z.strictObject({ kind: z.literal('picture'), evidenceId: z.string(), maxWidth: z.int().min(16).max(4096) }),
  /** A piece of a recording, for a player: in bytes from its beginning. */
  z.strictObject({
    kind: z.literal('media'),
    evidenceId: z.string(),
    from: z.int().min(0),
    length: z.int().min(1).max(4_194_304),
  }),
  /**
   * A saved web page, for a frame in which nothing runs and from which nothing is asked: as it came, or, of a capture in one
   * file, made inert with its own pictures. `itemId` says which page of a web archive.
   */
  z.strictObject({ kind: z.literal('page'), evidenceId: z.string(), itemId: z.string().nullable().default(null) }),
  z.strictObject({ kind: z.literal('document'), documentId: z.string() }),
  /** The last draft made of a document, held in memory only. */
  z.strictObject({ kind: z.literal('draft'), draftId: z.string() }),
]);
export type BlobRequest = z.infer<typeof BlobRequest>;

export interface Blob {
  readonly mime: string;
  readonly bytes: Uint8Array;
  /** Bytes of the whole, where `bytes` is a piece of it. */
  readonly of?: number;
}

/** The one interface of the engine, the same for windows, the command line and tests. */
export interface EngineApi {
  call(name: string, input: unknown): Promise<Reply>;
  /** @returns null where there is no such blob or it may not be shown. */
  blob(request: BlobRequest): Promise<Blob | null>;
  /** @returns a function that ends the subscription. */
  subscribe(listener: (event: EngineEvent) => void): () => void;
  /** Ends jobs, signs a checkpoint, closes the case file as one clean file. */
  close(): Promise<void>;
}
