import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../contract/os.ts';

/** What the menu needs from the program; the window in front gets the commands. */
export interface MenuActions {
  command(command: MenuCommand): void;
  newWindow(): void;
  print(): void;
}

/**
 * The menu, as data. A key listed here works only where the page has not used the key press itself, so that the window's
 * own keys go first. Undo and redo are those of text fields; a change to the case is reversed, which stays in the log.
 */
export function menuTemplate(
  actions: MenuActions,
  isMac: boolean,
  withDevTools: boolean,
): MenuItemConstructorOptions[] {
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator ? { accelerator } : {}),
    click: () => actions.command(command),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        item('&New case…', 'new-case', 'CmdOrCtrl+N'),
        item('&Open a case…', 'open-case', 'CmdOrCtrl+O'),
        { label: 'New &window', accelerator: 'CmdOrCtrl+Shift+N', click: actions.newWindow },
        line,
        item('&Import files…', 'import-files', 'CmdOrCtrl+I'),
        item('Import a &folder…', 'import-folder'),
        line,
        { label: '&Print…', click: actions.print },
        line,
        item('Case &file and backups', 'case-file'),
        item('&Lock now', 'lock-case', 'CmdOrCtrl+L'),
        item('&Close the case', 'close-case'),
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        item('&Reverse the last change', 'reverse', 'CmdOrCtrl+Alt+Z'),
        item('Re&peat the reversed change', 'repeat', 'CmdOrCtrl+Alt+Y'),
        line,
        { role: 'undo', label: 'Undo typing' },
        { role: 'redo', label: 'Redo typing' },
        line,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        line,
        item('&Search', 'search', 'CmdOrCtrl+F'),
        item('&Find a command…', 'palette', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom', label: 'Normal size' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        line,
        { role: 'togglefullscreen' },
        ...(withDevTools ? [line, { role: 'toggleDevTools', accelerator: 'F12' } as const] : []),
      ],
    },
    { role: 'windowMenu' },
    { label: '&Help', role: 'help', submenu: [item('&Keys', 'keys'), { role: 'about' }] },
  ];
}
