import { z } from 'zod';
import { useFormDraft } from '../../parts/form-drafts.ts';

const Typed = z.object({ words: z.record(z.string(), z.string()) });

export interface TypedWords {
  /** Words that are typed and not kept in the case yet, by part. */
  readonly words: Readonly<Record<string, string>>;
  readonly type: (part: string, words: string) => void;
  readonly forget: (part: string) => void;
}

/** What is being written into one document; it outlives the screen, so that nothing typed is lost. */
export function useTypedWords(document: string): TypedWords {
  const { draft, change, forget: forgetAll } = useFormDraft(`document/${document}`, Typed, { words: {} });
  return {
    words: draft.words,
    type: (part, words) => change({ words: { ...draft.words, [part]: words } }),
    forget: (part) => {
      const left = Object.fromEntries(Object.entries(draft.words).filter(([name]) => name !== part));
      if (Object.keys(left).length === 0) forgetAll();
      else change({ words: left });
    },
  };
}
