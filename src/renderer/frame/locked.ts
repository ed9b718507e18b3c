import { useSyncExternalStore } from 'react';

/** A case that was locked in this window: where it lies and where one was in it. In memory only, and never shown. */
export interface Locked {
  readonly path: string;
  /** It was a copy to look at. */
  readonly look: boolean;
  readonly encrypted: boolean;
  /** The address of the room. */
  readonly place: string;
}

let locked: Locked | null = null;
const listeners = new Set<() => void>();

export function setLocked(next: Locked | null): void {
  locked = next;
  for (const listener of listeners) listener();
}

export function useLocked(): Locked | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => locked,
  );
}
