import { isAbsolute } from 'node:path';
import { app, clipboard, type IpcMainInvokeEvent, ipcMain, nativeTheme, shell } from 'electron';
import type { z } from 'zod';
import { type About, type OsCallName, osInputs } from '../contract/os.ts';
import type { BlobRequest } from '../contract/wire.ts';
import { chooseCase, chooseFile, chooseFiles, chooseFolder, placeCase, placeDocument } from './dialogs.ts';
import { ownOrigin } from './policies.ts';
import type { Profile } from './profile.ts';
import { saveWhole } from './save-whole.ts';
import type { CaseWindow } from './window.ts';

/** Answers one call: checks what came, then does it. */
type Handler = (from: CaseWindow, input: unknown) => unknown;

/** What the handlers need beside the window that asks. */
export interface OsServices {
  readonly profile: Profile;
  readonly engineKind: About['engine'];
  readonly newWindow: () => void;
  readonly windowOf: (event: IpcMainInvokeEvent) => CaseWindow | null;
}

/** Registers the whole list; there is no other way from a window to the operating system. */
export function answerOsCalls(services: OsServices): void {
  for (const [name, handle] of Object.entries(handlersFor(services))) {
    ipcMain.handle(name, async (event, input: unknown) => handle(ownWindow(event, services), input ?? null));
  }
}

/** Only the main frame of one of our own windows is answered. */
function ownWindow(event: IpcMainInvokeEvent, services: OsServices): CaseWindow {
  const from = services.windowOf(event);
  const frame = event.senderFrame;
  // Not `origin`: Node's URL knows none for schemes of our own.
  const isOwn = from && frame === from.window.webContents.mainFrame && frame?.url.startsWith(`${ownOrigin}/`);
  if (!isOwn) throw new Error('refused: not one of Evenhand’s windows');
  return from;
}

function checked<Value>(schema: z.ZodType<Value>, handle: (from: CaseWindow, input: Value) => unknown): Handler {
  return (from, input) => {
    const parsed = schema.safeParse(input);
    if (!parsed.success) throw new Error('refused: not asked as it must be');
    return handle(from, parsed.data);
  };
}

function handlersFor({ profile, engineKind, newWindow }: OsServices): Readonly<Record<OsCallName, Handler>> {
  const remembered = (from: CaseWindow, path: string | null) => {
    if (path) from.ownPaths.add(path);
    return path;
  };
  return {
    'choose-files': checked(osInputs['choose-files'], (from) => chooseFiles(from.window)),
    'choose-folder': checked(osInputs['choose-folder'], (from, purpose) => chooseFolder(from.window, purpose)),
    'choose-file': checked(osInputs['choose-file'], (from, purpose) => chooseFile(from.window, purpose)),
    'choose-case': checked(osInputs['choose-case'], async (from) => remembered(from, await chooseCase(from.window))),
    'place-case': checked(osInputs['place-case'], async (from, { suggestedName }) =>
      remembered(from, await placeCase(from.window, suggestedName)),
    ),
    'save-document': checked(osInputs['save-document'], async (from, { kind, id, suggestedName, format }) => {
      const request: BlobRequest = kind === 'document' ? { kind, documentId: id } : { kind, draftId: id };
      const blob = await from.engine.blob(request);
      if (!blob) throw new Error('refused: there is no such document');
      const path = await placeDocument(from.window, suggestedName, format);
      if (path) await saveWhole(path, blob.bytes);
      return remembered(from, path);
    }),
    'show-in-folder': checked(osInputs['show-in-folder'], (from, { path }) => {
      const known = from.ownPaths.has(path) || profile.recentCases().some((recent) => recent.path === path);
      if (known) shell.showItemInFolder(path);
      return known;
    }),
    'copy-text': checked(osInputs['copy-text'], (_from, { text }) => clipboard.writeText(text)),
    'recent-list': checked(osInputs['recent-list'], () => profile.recentCases()),
    'recent-remember': checked(osInputs['recent-remember'], (_from, { path, about }) => {
      if (isAbsolute(path) && path.endsWith('.evenhand')) profile.rememberCase(path, about);
    }),
    'recent-forget': checked(osInputs['recent-forget'], (_from, { path }) => profile.forgetCase(path)),
    'theme-view': checked(osInputs['theme-view'], () => profile.settings().theme),
    'theme-choose': checked(osInputs['theme-choose'], (_from, { theme }) => {
      nativeTheme.themeSource = theme;
      profile.keep({ theme });
    }),
    print: checked(osInputs.print, (from) => from.window.webContents.print()),
    about: checked(
      osInputs.about,
      (): About => ({
        version: app.getVersion(),
        electron: process.versions.electron ?? '',
        chrome: process.versions['chrome'] ?? '',
        platform: process.platform === 'win32' ? 'windows' : process.platform === 'darwin' ? 'mac' : 'linux',
        engine: engineKind,
        keychain: profile.sealed,
        sandboxed: !app.commandLine.hasSwitch('no-sandbox'),
      }),
    ),
    'case-to-open': checked(osInputs['case-to-open'], (from) => from.takeCaseToOpen()),
    'new-window': checked(osInputs['new-window'], () => newWindow()),
    'engine-connect': checked(osInputs['engine-connect'], (from) => from.engine.connectPage()),
    'engine-restart': checked(osInputs['engine-restart'], (from) => from.engine.restart()),
  };
}
