import { z } from 'zod';
import type { Blob, BlobRequest, EngineEvent, Reply } from './wire.ts';

/** The workers that the engine may ask its host to start. */
export const WorkerName = z.enum(['read', 'render', 'picture', 'encode']);
export type WorkerName = z.infer<typeof WorkerName>;

/** What a process that runs the engine is told when it starts, as JSON in its one argument. */
export const EngineSettings = z.strictObject({
  resourcesDir: z.string().min(1),
  profileDir: z.string().min(1),
  version: z.string().min(1),
});
export type EngineSettings = z.infer<typeof EngineSettings>;

const data = z.unknown();
const page = z.int().positive();
const worker = z.int().positive();

/**
 * The envelopes between main and the engine's process. A page has a lane of its own, numbered anew whenever the page is
 * loaded again; what lies in `data` is nobody's business on the way. Under `utilityProcess` a page's lane is a port that
 * goes straight to the engine, and only the opening of it passes here.
 */
export const ToEngine = z.discriminatedUnion('lane', [
  z.strictObject({ lane: z.literal('page-opened'), page }),
  z.strictObject({ lane: z.literal('page'), page, data }),
  z.strictObject({ lane: z.literal('main'), data }),
  z.strictObject({ lane: z.literal('worker-started'), worker, pid: z.int() }),
  z.strictObject({ lane: z.literal('worker'), worker, data }),
  z.strictObject({ lane: z.literal('worker-ended'), worker, code: z.int().nullable() }),
]);
export type ToEngine = z.infer<typeof ToEngine>;

export const FromEngine = z.discriminatedUnion('lane', [
  z.strictObject({ lane: z.literal('page'), page, data }),
  z.strictObject({ lane: z.literal('main'), data }),
  z.strictObject({ lane: z.literal('start-worker'), worker, name: WorkerName }),
  z.strictObject({ lane: z.literal('worker'), worker, data }),
  z.strictObject({ lane: z.literal('kill-worker'), worker }),
]);
export type FromEngine = z.infer<typeof FromEngine>;

/** What the engine answers on a page's lane. */
export interface PageLane {
  call(name: string, input: unknown): Promise<Reply>;
}

/** What a page hears on its lane. */
export interface PageEars {
  event(event: EngineEvent): void;
}

/** What the engine answers on main's lane. */
export interface MainLane {
  blob(request: BlobRequest): Promise<Blob | null>;
  /** Ends jobs and closes the case file as one clean file. */
  close(): Promise<void>;
}
