import { useEffect } from 'react';
import { useNavigation } from '../../../frame/navigation.tsx';

/** The palette asks for one part of this view through the address (`open=passphrase`): it is opened once. */
export function useAsked(part: string, open: () => void): void {
  const { place, set } = useNavigation();
  const asked = place.params['open'] === part;
  useEffect(() => {
    if (!asked) return;
    set({ open: null });
    open();
  });
}
