import { type CallName, type CallOutput, calls } from '../../contract/calls.ts';
import { EvenhandError, wordsOf } from '../../contract/errors.ts';
import type { CallError, EngineEvent, Reply } from '../../contract/wire.ts';

/** What the window needs of the engine, however it is reached. */
export interface EngineLink {
  call(name: string, input: unknown): Promise<Reply>;
  /** @returns a function that ends the subscription. */
  subscribe(listener: (event: EngineEvent) => void): () => void;
}

/** A failed call as something that can be thrown through the cache; its words are in `error`. */
export class CallFailure extends Error {
  override readonly name = 'CallFailure';
  readonly error: CallError;
  constructor(error: CallError) {
    super(error.title);
    this.error = error;
  }
}

/**
 * Makes one call and checks its answer against the contract.
 * @throws CallFailure with the engine's own words, or `internal-fault` where the answer is not what the contract says.
 */
export async function ask<Name extends CallName>(
  link: EngineLink,
  name: Name,
  input: unknown,
): Promise<CallOutput<Name>> {
  const reply = await link.call(name, input).catch((fault: unknown) => failed('engine-stopped', fault));
  if (!reply.ok) throw new CallFailure(reply.error);
  if (isAnswer(name, reply.value)) return reply.value;
  throw new CallFailure(failed('internal-fault', name).error);
}

/** The words of any fault that reached a screen. */
export function errorOf(fault: unknown): CallError {
  if (fault instanceof CallFailure) return fault.error;
  const reply = failed('internal-fault', fault);
  return reply.error;
}

function isAnswer<Name extends CallName>(name: Name, value: unknown): value is CallOutput<Name> {
  return calls[name].output.safeParse(value).success;
}

function failed(kind: 'internal-fault' | 'engine-stopped', fault: unknown): { ok: false; error: CallError } {
  const words = wordsOf(new EvenhandError(kind));
  const ref = fault instanceof Error ? fault.name : typeof fault === 'string' ? fault : 'window';
  return { ok: false, error: { kind, ...words, ref } };
}
