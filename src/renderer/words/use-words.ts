import { createContext, useContext } from 'react';
import { english, type Words } from './index.ts';

/** The catalogue of the language chosen; English until another is given. */
export const WordsContext = createContext<Words>(english);

/** Every word on a screen comes from here. */
export function useWords(): Words {
  return useContext(WordsContext);
}
