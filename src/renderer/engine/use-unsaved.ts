import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { useLink } from './engine-provider.tsx';
import { ask } from './link.ts';
import { useQueryCall } from './use-call.ts';

/** The longest that typed words wait before the engine has them on the disk. Milliseconds; a few keystrokes of a fast typist. */
const PAUSE = 250;

export interface Unsaved<Draft> {
  readonly draft: Draft;
  /** False until the engine has said what was typed here before. */
  readonly ready: boolean;
  /** When the words of an earlier sitting were kept, null where there were none. */
  readonly found: string | null;
  /** False while the last words are not on the disk: the engine stopped, or the disk is full. */
  readonly kept: boolean;
  readonly change: (part: Partial<Draft>) => void;
  /** Empties the place, as after recording. */
  readonly forget: () => Promise<void>;
}

/**
 * A form whose words are kept in the case file while they are typed, so that neither a crash nor a power cut loses them.
 * Nothing of it is on record: recording is another call.
 * @param place what is being written: `interview/new`
 */
export function useUnsaved<Draft extends object>(place: string, shape: z.ZodType<Draft>, blank: Draft): Unsaved<Draft> {
  const link = useLink();
  const cache = useQueryClient();
  const stored = useQueryCall('unsaved.view', { place });
  const [typed, setTyped] = useState<Draft | null>(null);
  const [kept, setKept] = useState(true);
  const waiting = useRef<{ body: string; timer: number } | null>(null);
  const known = parsed(shape, stored.value?.body ?? null);
  const draft = typed ?? known ?? blank;

  const keep = (body: string | null) =>
    ask(link, 'unsaved.keep', { place, body }).then(
      () => setKept(true),
      () => setKept(false),
    );
  const send = () => {
    const last = waiting.current;
    waiting.current = null;
    if (last === null) return;
    window.clearTimeout(last.timer);
    void keep(last.body);
  };
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  // Whoever leaves the form leaves its words behind.
  useEffect(() => () => latest.current(), []);

  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    const body = JSON.stringify(next);
    setTyped(next);
    cache.setQueryData(['unsaved.view', { place }], { body, at: stored.value?.at ?? '' });
    if (waiting.current === null) waiting.current = { body, timer: window.setTimeout(() => latest.current(), PAUSE) };
    else waiting.current.body = body;
  };
  const forget = async () => {
    if (waiting.current !== null) window.clearTimeout(waiting.current.timer);
    waiting.current = null;
    setTyped(null);
    cache.setQueryData(['unsaved.view', { place }], null);
    await keep(null);
  };
  const at = stored.value?.at ?? '';
  const found = typed === null && known !== null && at !== '' ? at : null;
  return { draft, ready: stored.state !== 'loading', found, kept, change, forget };
}

function parsed<Draft>(shape: z.ZodType<Draft>, body: string | null): Draft | null {
  if (body === null) return null;
  try {
    const read = shape.safeParse(JSON.parse(body));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
