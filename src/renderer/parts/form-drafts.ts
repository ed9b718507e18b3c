import { useCallback, useState } from 'react';

/** Where one kind of form keeps what was typed and not recorded yet: in memory only, until Evenhand is closed. */
export interface DraftSlot<Draft> {
  read(key: string): Draft | null;
  write(key: string, draft: Draft): void;
  forget(key: string): void;
}

/** Makes the slot of one form; call it once, outside any component. */
export function draftSlot<Draft>(): DraftSlot<Draft> {
  const kept = new Map<string, Draft>();
  return {
    read: (key) => kept.get(key) ?? null,
    write: (key, draft) => {
      kept.set(key, draft);
    },
    forget: (key) => {
      kept.delete(key);
    },
  };
}

export interface FormDraft<Draft> {
  readonly draft: Draft;
  /** True where the form holds words that are not recorded yet. */
  readonly started: boolean;
  change(part: Partial<Draft>): void;
  forget(): void;
}

/**
 * A form's values that outlive the form: another screen may be opened and come back from, and nothing typed is lost.
 * The component has to carry the same `key` as is given here, so that another key starts another form.
 *
 * @param key the case's id and what the form is about: `c1/allegation/a7`
 */
export function useFormDraft<Draft extends object>(slot: DraftSlot<Draft>, key: string, blank: Draft): FormDraft<Draft> {
  const [draft, setDraft] = useState<Draft | null>(() => slot.read(key));
  const shown = draft ?? blank;
  const change = useCallback(
    (part: Partial<Draft>) => {
      const next = { ...(slot.read(key) ?? blank), ...part };
      slot.write(key, next);
      setDraft(next);
    },
    [slot, key, blank],
  );
  const forget = useCallback(() => {
    slot.forget(key);
    setDraft(null);
  }, [slot, key]);
  return { draft: shown, started: draft !== null, change, forget };
}
