import { createContext, type ReactNode, useContext, useRef, useState } from 'react';
import { must } from '../../contract/errors.ts';

const KeptContext = createContext<Map<string, unknown> | null>(null);

/** Holds what was typed and chosen while one case is open; give it the case's id as `key`, so that cases never mix. */
export function KeptProvider({ children }: { readonly children: ReactNode }) {
  const kept = useRef(new Map<string, unknown>());
  return <KeptContext value={kept.current}>{children}</KeptContext>;
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
