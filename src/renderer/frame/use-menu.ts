import { spotlight } from '@mantine/spotlight';
import { useEffect } from 'react';
import type { MenuCommand } from '../../contract/os.ts';
import { useOs } from '../engine/os.tsx';
import { useNavigation } from './navigation.tsx';
import type { CaseCommands } from './use-case-commands.ts';

/** Does what the window's menu asks for while a case is open; new and open are the start screen's. */
export function useMenu(commands: CaseCommands, showKeys: () => void): void {
  const os = useOs();
  const { go } = useNavigation();
  useEffect(() => {
    const doers: Readonly<Record<MenuCommand, () => void>> = {
      'new-case': () => void os.newWindow(),
      'open-case': () => void os.newWindow(),
      'close-case': commands.close,
      'lock-case': commands.lock,
      // Heard where the time for it is known.
      'computer-locked': () => undefined,
      'case-file': () => go('record', { view: 'file' }),
      'import-files': () => go('evidence', { add: 'files' }),
      'import-folder': () => go('evidence', { add: 'folder' }),
      palette: () => spotlight.open(),
      search: () => spotlight.open(),
      reverse: commands.reverse,
      repeat: commands.repeat,
      keys: showKeys,
    };
    return os.onMenu((command) => doers[command]());
  });
}
