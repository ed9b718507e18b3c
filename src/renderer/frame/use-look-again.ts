import { useEffect, useRef } from 'react';
import type { CallOutput } from '../../contract/calls.ts';
import type { JobState } from '../../contract/wire.ts';
import { useLink } from '../engine/engine-provider.tsx';
import { ask, type EngineLink } from '../engine/link.ts';
import { useChangeMade, useJobs } from '../engine/use-call.ts';
import { useWords } from '../words/use-words.ts';
import { useActions } from './actions.tsx';
import { tellDone } from './notices.ts';

/** Changes that make the machine see the same items with other eyes: who is who, whose phone it was, what is known. */
const changesEyes: readonly string[] = [
  'person.add',
  'person.update',
  'evidence.set-owner',
  'fact.record',
  'time.settle',
  'time.withdraw',
  'correction.record',
  'correction.withdraw',
  'transcript.record',
  'transcript.withdraw',
];
/** A reversed or repeated change tells in words what it was. */
const namesSuch =
  /\bperson\b|\bphone or account\b|\bfact\b|\bdates of file\b|\bthe words of\b|\btranscript\b|\bdescription\b|\blimit/i;
/** Changes often come several in a row; milliseconds of quiet after which the items are looked through. */
const QUIET = 1200;
/** Looking through takes the engine a while in a larger case; there a person says when. */
const MOST_ITEMS = 5000;

/**
 * Looks through the items again, without being asked, after a change that can alter what is suggested, and says so only
 * where the suggestions came out differently.
 */
export function useLookAgain(items: number): void {
  const words = useWords().frame.lookAgain;
  const link = useLink();
  const jobs = useJobs();
  const now = { items, busy: jobs.some((job) => job.state === 'running' || job.state === 'paused') };
  const latest = useRef(now);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    latest.current = now;
  });
  const look = async (asked: boolean) => {
    const { come, gone } = await lookAgain(link);
    if (come + gone > 0) tellDone(words.changed(come, gone));
    else if (asked) tellDone(words.same);
  };
  const lookSoon = () => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      timer.current = null;
      if (latest.current.items === 0) return;
      if (latest.current.busy) lookSoon();
      else void look(false).catch(() => undefined); // what was suggested before stands; the palette asks again
    }, QUIET);
  };
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  useChangeMade((name, answer) => {
    if (!changesEyes.includes(name) && !(name.startsWith('history.') && namesSuch.test(wordsOf(answer)))) return;
    if (latest.current.items > MOST_ITEMS) tellDone(words.later);
    else lookSoon();
  });
  useActions([{ id: 'frame.look-again', label: words.action, group: 'case', run: () => void look(true) }]);
}

function wordsOf(answer: unknown): string {
  return typeof answer === 'object' && answer !== null && 'what' in answer ? String(answer.what) : '';
}

async function lookAgain(link: EngineLink): Promise<{ come: number; gone: number }> {
  const before = namesOf(await ask(link, 'suggestion.list', { itemId: null, open: true }));
  const job = await ask(link, 'suggestion.refresh', {});
  await ended(link, job);
  const after = namesOf(await ask(link, 'suggestion.list', { itemId: null, open: true }));
  return {
    come: [...after].filter((name) => !before.has(name)).length,
    gone: [...before].filter((name) => !after.has(name)).length,
  };
}

function namesOf({ suggestions }: CallOutput<'suggestion.list'>): ReadonlySet<string> {
  return new Set(suggestions.map(({ itemId, policy, clause }) => `${itemId} ${policy} ${clause}`));
}

/** Waits for a job's end, which may have come before anybody could listen. */
async function ended(link: EngineLink, job: JobState): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = link.subscribe((event) => {
      if (event.kind !== 'job' || event.job.id !== job.id || event.job.state === 'running') return;
      stop();
      resolve();
    });
    void ask(link, 'job.list', {}).then((jobs) => {
      const state = jobs.find((one) => one.id === job.id)?.state;
      if (state === 'running') return;
      stop();
      resolve();
    });
  });
}
