import { useEffect, useRef } from 'react';
import { type JobState, sampleJobTitle } from '../../contract/wire.ts';
import { useJobs } from '../engine/use-call.ts';
import { useWords } from '../words/use-words.ts';
import { tellDone } from './notices.ts';

/** The job that makes the copy of a sample incident ready; null when none is running. */
export function useSampleJob(): JobState | null {
  return useJobs().find((job) => job.title === sampleJobTitle && job.state === 'running') ?? null;
}

/** Says once, wherever one is by then, that the sample incident is ready. */
export function useTellSampleReady(): void {
  const words = useWords().overview.carrying;
  const state = useJobs().find((job) => job.title === sampleJobTitle)?.state ?? null;
  const before = useRef(state);
  useEffect(() => {
    if (before.current === 'running' && state === 'done') tellDone(words.ready);
    before.current = state;
  }, [state, words]);
}
