import type { z } from 'zod';

/** A query reads; a command changes, in one transaction with its ledger line; a job is a command that goes on in the background. */
export interface CallSpec<In extends z.ZodType = z.ZodType, Out extends z.ZodType = z.ZodType> {
  readonly kind: 'query' | 'command' | 'job';
  readonly input: In;
  readonly output: Out;
}

export function query<In extends z.ZodType, Out extends z.ZodType>(input: In, output: Out) {
  return { kind: 'query', input, output } as const;
}

export function command<In extends z.ZodType, Out extends z.ZodType>(input: In, output: Out) {
  return { kind: 'command', input, output } as const;
}

export function job<In extends z.ZodType, Out extends z.ZodType>(input: In, output: Out) {
  return { kind: 'job', input, output } as const;
}
