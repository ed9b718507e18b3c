import type { z } from 'zod';
import { useKeptState } from '../frame/kept.tsx';

export interface FormDraft<Draft> {
  readonly draft: Draft;
  /** True where the form holds words that are not recorded yet. */
  readonly started: boolean;
  readonly change: (part: Partial<Draft>) => void;
  /** Back to the blank form, as after recording. */
  readonly forget: () => void;
}

/**
 * A form's values that outlive the form: another screen may be opened and come back from, and nothing typed is lost.
 * They stay in memory while the case is open. Give the component the same `key` as is given here, so that another key
 * starts another form.
 *
 * @param key what the form is about: `finding/a7`
 */
export function useFormDraft<Draft extends object>(
  key: string,
  shape: z.ZodType<Draft>,
  blank: Draft,
): FormDraft<Draft> {
  const isDraft = (kept: unknown): kept is Draft | null => kept === null || shape.safeParse(kept).success;
  const [kept, keep] = useKeptState<Draft | null>(`form/${key}`, null, isDraft);
  const draft = kept ?? blank;
  return {
    draft,
    started: kept !== null,
    change: (part) => keep({ ...draft, ...part }),
    forget: () => keep(null),
  };
}
