import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { must } from '../../contract/errors.ts';
import type { ChangedTopic, JobState } from '../../contract/wire.ts';
import type { EngineLink } from './link.ts';
import { isTouched } from './topics.ts';

const LinkContext = createContext<EngineLink | null>(null);

/** A change shows after this long (milliseconds); what comes meanwhile is asked for in the same go. */
const ASK_AGAIN_AFTER = 250;
/** During a job the engine tells of many changes a second and has better things to do than to answer for each. */
const ASK_AGAIN_IN_JOB = 1500;

export const jobsKey = ['job.list', {}] as const;

function newCache(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Without `always` the cache would wait for a network, which Evenhand neither has nor wants.
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Gives all screens the engine, and keeps what they show in step with what the engine says has changed. */
export function EngineProvider({ link, children }: { readonly link: EngineLink; readonly children: ReactNode }) {
  const [cache] = useState(newCache);
  useEffect(() => followEngine(link, cache), [link, cache]);
  return (
    <LinkContext value={link}>
      <QueryClientProvider client={cache}>{children}</QueryClientProvider>
    </LinkContext>
  );
}

export function useLink(): EngineLink {
  return must(useContext(LinkContext), 'useLink: EngineProvider must stand above');
}

function followEngine(link: EngineLink, cache: QueryClient): () => void {
  const touched = new Set<ChangedTopic>();
  const running = new Set<string>();
  let waiting: ReturnType<typeof setTimeout> | null = null;
  const askAgain = () => {
    waiting = null;
    const topics = new Set(touched);
    touched.clear();
    void cache.invalidateQueries({ predicate: (query) => isTouched(String(query.queryKey[0]), topics) });
  };
  const stop = link.subscribe((event) => {
    if (event.kind === 'job') {
      cache.setQueryData<readonly JobState[]>(jobsKey, (jobs) => withJob(jobs ?? [], event.job));
      if (event.job.state === 'running') running.add(event.job.id);
      else if (running.delete(event.job.id) && waiting !== null) {
        clearTimeout(waiting);
        waiting = setTimeout(askAgain, ASK_AGAIN_AFTER);
      }
      return;
    }
    if (event.kind === 'case-closed') {
      startAfresh(cache);
      return;
    }
    for (const topic of event.topics) touched.add(topic);
    waiting ??= setTimeout(askAgain, running.size === 0 ? ASK_AGAIN_AFTER : ASK_AGAIN_IN_JOB);
  });
  return () => {
    stop();
    if (waiting !== null) clearTimeout(waiting);
  };
}

/**
 * Forgets every answer, so that nothing of one case is ever shown in another, and asks which case is open. What the next
 * screen needs it asks for itself.
 */
export function startAfresh(cache: QueryClient): void {
  for (const query of cache.getQueryCache().findAll()) query.reset();
  void cache.refetchQueries({ queryKey: ['case.state'] });
}

function withJob(jobs: readonly JobState[], job: JobState): readonly JobState[] {
  const others = jobs.filter((other) => other.id !== job.id);
  return [...others, job];
}
