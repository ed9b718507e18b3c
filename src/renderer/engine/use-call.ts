import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { CallInput, CallOutput } from '../../contract/calls.ts';
import type { CallError, JobState } from '../../contract/wire.ts';
import { jobsKey, startAfresh, useLink } from './engine-provider.tsx';
import { ask, errorOf } from './link.ts';
import type { ChangeName, QueryName } from './topics.ts';

export type QueryState<Value> =
  | { readonly state: 'loading'; readonly value: null; readonly error: null }
  | { readonly state: 'ready'; readonly value: Value; readonly error: null }
  | { readonly state: 'failed'; readonly value: null; readonly error: CallError };

export interface QueryOptions {
  /** False waits: the state stays `loading` until it becomes true. */
  readonly enabled?: boolean;
  /** Shows the answer to the previous input until the new one is here, so that nothing flickers. */
  readonly keepPrevious?: boolean;
}

/** One question to the engine, asked again by itself whenever the engine says that the answer may have changed. */
export function useQueryCall<Name extends QueryName>(
  name: Name,
  input: CallInput<Name>,
  options: QueryOptions = {},
): QueryState<CallOutput<Name>> {
  const link = useLink();
  const answer = useQuery<CallOutput<Name>>({
    queryKey: [name, input],
    queryFn: () => ask(link, name, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  });
  return stateOf(answer.data, answer.error);
}

function stateOf<Value>(value: Value | undefined, fault: Error | null): QueryState<Value> {
  if (fault !== null) return { state: 'failed', value: null, error: errorOf(fault) };
  if (value === undefined) return { state: 'loading', value: null, error: null };
  return { state: 'ready', value, error: null };
}

export interface CommandCall<Name extends ChangeName> {
  /** Resolves with the engine's answer, or with null where it failed: then `error` has the words. */
  readonly run: (input: CallInput<Name>) => Promise<CallOutput<Name> | null>;
  readonly busy: boolean;
  readonly error: CallError | null;
  readonly clear: () => void;
}

/** One change asked of the engine. Whatever shows the outcome is asked again when the engine tells of the change. */
export function useCommandCall<Name extends ChangeName>(name: Name): CommandCall<Name> {
  const link = useLink();
  const cache = useQueryClient();
  const change = useMutation<CallOutput<Name>, Error, CallInput<Name>>({
    mutationKey: [name],
    mutationFn: (input) => ask(link, name, input),
    // The case's name, counts and what can be reversed stand in the frame: never let them lag behind a change.
    onSuccess: () => void cache.invalidateQueries({ queryKey: ['case.state'] }),
  });
  return {
    run: (input) => change.mutateAsync(input).catch(() => null),
    busy: change.isPending,
    error: change.error === null ? null : errorOf(change.error),
    clear: change.reset,
  };
}

/** All jobs of the engine, kept up to date by its own events. */
export function useJobs(): readonly JobState[] {
  const link = useLink();
  const jobs = useQuery<readonly JobState[]>({ queryKey: jobsKey, queryFn: () => ask(link, 'job.list', {}) });
  return jobs.data ?? [];
}

/** Tells of every change that this window asked for and got, with the engine's answer. */
export function useChangeMade(onMade: (name: string, answer: unknown) => void): void {
  const cache = useQueryClient();
  const latest = useRef(onMade);
  useEffect(() => {
    latest.current = onMade;
  });
  useEffect(
    () =>
      cache.getMutationCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'success') return;
        latest.current(String(event.mutation.options.mutationKey?.[0]), event.action.data);
      }),
    [cache],
  );
}

/** Forgets all answers and asks which case is open, as after one was closed. */
export function useAskAllAgain(): () => void {
  const cache = useQueryClient();
  return () => startAfresh(cache);
}
