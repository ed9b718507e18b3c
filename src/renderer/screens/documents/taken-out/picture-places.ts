import type { CallInput, CallOutput } from '../../../../contract/calls.ts';

export type Picture = CallOutput<'redaction.view'>['pictures'][number];

/** Places that are about to be decided. */
export type Places = Pick<CallInput<'redaction.mark'>, 'boxes' | 'decision' | 'what' | 'foundBy'>;
