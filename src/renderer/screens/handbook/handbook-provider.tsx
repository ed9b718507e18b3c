import { createContext, type ReactNode, useContext, useState } from 'react';
import { must } from '../../../contract/errors.ts';
import { useActions } from '../../frame/actions.tsx';
import { useWords } from '../../words/use-words.ts';
import { HandbookDialog } from './handbook-dialog.tsx';

const HandbookContext = createContext<(() => void) | null>(null);

/** Keeps the handbook within reach of every screen, with a case open or without one. */
export function HandbookProvider({ children }: { readonly children: ReactNode }) {
  const words = useWords().handbook;
  const [opened, setOpened] = useState(false);
  const open = () => setOpened(true);
  useActions([{ id: 'handbook.open', label: words.open, group: 'view', keys: 'shift+F1', run: open }]);
  return (
    <HandbookContext value={open}>
      {children}
      <HandbookDialog opened={opened} onClose={() => setOpened(false)} />
    </HandbookContext>
  );
}

/** Opens the handbook. */
export function useHandbook(): () => void {
  return must(useContext(HandbookContext), 'useHandbook: HandbookProvider must stand above');
}
