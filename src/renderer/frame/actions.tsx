import { createContext, type ReactNode, useContext, useEffect, useId, useRef } from 'react';
import { must } from '../../contract/errors.ts';
import type { Words } from '../words/index.ts';
import { useSingleKeys } from './preferences.ts';

/** Something that can be done now: shown in the palette, on the sheet of keys, and set off by its key. */
export interface Action {
  /** Unique on the screen, such as `evidence.next`. */
  readonly id: string;
  readonly label: string;
  readonly group: keyof Words['frame']['groups'];
  /** `mod+k` (Ctrl or Cmd), `shift+…`, `alt+…`, `F1`, or one character, which works only once a person switched that on. */
  readonly keys?: string;
  readonly run: () => void;
}

class ActionRegistry {
  readonly #sets = new Map<string, readonly Action[]>();

  put(owner: string, actions: readonly Action[]): void {
    this.#sets.set(owner, actions);
  }

  remove(owner: string): void {
    this.#sets.delete(owner);
  }

  /** All actions, those of the screen at hand first. */
  all(): readonly Action[] {
    return [...this.#sets.values()].reverse().flat();
  }
}

const RegistryContext = createContext<ActionRegistry | null>(null);

export function ActionsProvider({ children }: { readonly children: ReactNode }) {
  const registry = useRef(new ActionRegistry());
  const [singleKeys] = useSingleKeys();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const action = registry.current.all().find((one) => isPressed(one, event, singleKeys));
      if (action === undefined) return;
      event.preventDefault();
      action.run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [singleKeys]);
  return <RegistryContext value={registry.current}>{children}</RegistryContext>;
}

/** Offers these actions for as long as the component is shown. */
export function useActions(actions: readonly Action[]): void {
  const registry = useRegistry();
  const owner = useId();
  useEffect(() => registry.put(owner, actions));
  useEffect(() => () => registry.remove(owner), [registry, owner]);
}

/** The actions on offer at this moment; ask when a palette or sheet is opened. */
export function useRegistry(): ActionRegistry {
  return must(useContext(RegistryContext), 'useActions: ActionsProvider must stand above');
}

const arrows: Readonly<Record<string, string>> = { arrowdown: '↓', arrowup: '↑', arrowleft: '←', arrowright: '→' };

/** A key as people read it: `Ctrl K`, `J`. */
export function keyWords(keys: string): string {
  const mod = navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl';
  return keys
    .split('+')
    .map((part) => (part === 'mod' ? mod : (arrows[part] ?? (part.length === 1 ? part.toUpperCase() : capital(part)))))
    .join(' ');
}

export function isSingleKey(keys: string): boolean {
  return keys.length === 1;
}

function isPressed(action: Action, event: KeyboardEvent, singleKeys: boolean): boolean {
  if (action.keys === undefined || event.isComposing || event.defaultPrevented) return false;
  if (isSingleKey(action.keys)) {
    return singleKeys && !isTyping(event) && !hasModifier(event) && event.key.toLowerCase() === action.keys;
  }
  const parts = action.keys.toLowerCase().split('+');
  const key = parts.at(-1);
  if (event.key.toLowerCase() !== key) return false;
  const mod = event.ctrlKey || event.metaKey;
  return (
    mod === parts.includes('mod') &&
    event.shiftKey === parts.includes('shift') &&
    event.altKey === parts.includes('alt')
  );
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}

/** In a field the keys belong to the words being typed; in a dialog, to the dialog. */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return target.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="listbox"]') !== null;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
