import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { must } from '../../contract/errors.ts';
import { useCommandCall, useQueryCall } from '../engine/use-call.ts';

const KeptContext = createContext<Map<string, unknown> | null>(null);

/** Where what was typed waits in the case file while the case is closed or locked: encrypted as the case is. */
const PLACE = 'window/kept';
const Kept = z.record(z.string(), z.unknown());

interface KeptProviderProps {
  /** False where nothing can be written into the case. */
  readonly writable: boolean;
  readonly children: ReactNode;
}

/** Holds what was typed and chosen while one case is open; give it the case's id as `key`, so that cases never mix. */
export function KeptProvider({ writable, children }: KeptProviderProps) {
  const kept = useRef(new Map<string, unknown>());
  const filled = useRef(false);
  const before = useQueryCall('unsaved.view', { place: PLACE });
  const keep = useCommandCall('unsaved.keep');
  const emptied = useRef(false);
  useEffect(() => {
    // Taken out once it is back in the window: what is recorded meanwhile must not come back as a half-written form.
    if (before.value === null || !writable || emptied.current) return;
    emptied.current = true;
    void keep.run({ place: PLACE, body: null });
  });
  if (before.state === 'loading') return null;
  if (!filled.current) {
    filled.current = true;
    for (const [key, value] of Object.entries(keptIn(before.value?.body ?? null))) kept.current.set(key, value);
  }
  return <KeptContext value={kept.current}>{children}</KeptContext>;
}

function keptIn(body: string | null): Readonly<Record<string, unknown>> {
  if (body === null) return {};
  try {
    return Kept.parse(JSON.parse(body));
  } catch {
    return {};
  }
}

/** Lays what was typed into the case file, to be there again when the case is opened anew. */
export function useLayAside(): () => Promise<unknown> {
  const map = must(useContext(KeptContext), 'useLayAside: KeptProvider must stand above');
  const keep = useCommandCall('unsaved.keep');
  return async () => {
    const started = [...map].filter(([, value]) => value !== null);
    if (started.length > 0) await keep.run({ place: PLACE, body: JSON.stringify(Object.fromEntries(started)) });
  };
}

/**
 * Like useState, but the value is still there when the screen is come back to: filters, places in lists, half-written
 * forms.
 * @param isValue tells whether a kept value is still of the right shape.
 */
export function useKeptState<Value>(
  key: string,
  initial: Value,
  isValue: (kept: unknown) => kept is Value,
): readonly [Value, (next: Value) => void] {
  const map = must(useContext(KeptContext), 'useKeptState: KeptProvider must stand above');
  const before = map.get(key);
  const [value, setValue] = useState<Value>(isValue(before) ? before : initial);
  const keep = (next: Value) => {
    map.set(key, next);
    setValue(next);
  };
  return [value, keep];
}
