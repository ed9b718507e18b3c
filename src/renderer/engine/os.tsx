import { createContext, type ReactNode, useContext } from 'react';
import { must } from '../../contract/errors.ts';
import type { WindowBridge } from '../../contract/os.ts';

const OsContext = createContext<WindowBridge | null>(null);

export function OsProvider({ os, children }: { readonly os: WindowBridge; readonly children: ReactNode }) {
  return <OsContext value={os}>{children}</OsContext>;
}

/** File dialogs, recent cases and the rest of what a window may ask of the operating system. */
export function useOs(): WindowBridge {
  return must(useContext(OsContext), 'useOs: OsProvider must stand above');
}
