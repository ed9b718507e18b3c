import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, BrowserWindow, type IpcMainInvokeEvent, Menu, nativeTheme, powerMonitor, protocol } from 'electron';
import { z } from 'zod';
import { bridgeChannels } from '../contract/bridge.ts';
import type { EngineSettings } from '../contract/lanes.ts';
import type { MenuCommand } from '../contract/os.ts';
import { onNode, onUtilityProcess, type StartEngine } from './engine-hosts.ts';
import { lockApp } from './lockdown.ts';
import { menuTemplate } from './menu.ts';
import { answerOsCalls } from './os-calls.ts';
import { ownSchemes } from './policies.ts';
import { openProfile, type Profile } from './profile.ts';
import { systemSealer } from './sealer.ts';
import { type CaseWindow, openCaseWindow } from './window.ts';

const windows = new Map<number, CaseWindow>();
const caseEnding = '.evenhand';
const TrialMark = z.object({ node: z.string() });
/** A case that macOS asked for before the app was ready. */
let askedEarly: string | null = null;

lockApp(say);
protocol.registerSchemesAsPrivileged(ownSchemes);
if (app.requestSingleInstanceLock()) begin();
else app.quit();

function begin(): void {
  app.on('open-file', (event, path) => {
    event.preventDefault();
    askedEarly = path;
  });
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(() => {
    const profile = openProfile(
      join(app.getPath('userData'), 'profile'),
      () => new Date().toISOString(),
      systemSealer(),
    );
    const { start, kind } = engineFor(profile);
    const open = (path: string | null) => keep(openCaseWindow(start, profile, say, path));
    nativeTheme.themeSource = profile.settings().theme;
    answerOsCalls({ profile, engineKind: kind, newWindow: () => open(null), windowOf });
    Menu.setApplicationMenu(menu(() => open(null)));
    // Whoever locks the computer or shuts its lid leaves it: every window decides for its own case.
    powerMonitor.on('lock-screen', tellLocked);
    powerMonitor.on('suspend', tellLocked);
    app.removeAllListeners('open-file');
    app.on('open-file', (event, path) => {
      event.preventDefault();
      open(path);
    });
    app.on('second-instance', (_event, words, folder) => open(caseIn(words.slice(1), folder)));
    app.on('activate', () => {
      if (windows.size === 0) open(null);
    });
    open(askedEarly ?? caseIn(process.argv.slice(1), process.cwd()));
  });
}

/**
 * The engine needs Node-API 10 for the database driver. Where this Electron has it, the engine runs in Electron's own
 * helper process; where it is older (a test machine's), on the Node whose path came with the start, or with the mark of a
 * package that was made to try the packaging. What is shipped never looks at either.
 */
function engineFor(profile: Profile): { start: StartEngine; kind: 'utility' | 'node' } {
  const root = app.getAppPath();
  // In a package the engine lies beside the archive: native code and other processes cannot look into one.
  const engineDir = join(app.isPackaged ? join(process.resourcesPath, 'app.asar.unpacked') : root, 'out', 'engine');
  const settings: EngineSettings = {
    resourcesDir: app.isPackaged ? join(process.resourcesPath, 'resources') : join(root, 'resources'),
    profileDir: profile.folder,
    version: app.getVersion(),
  };
  if (Number(process.versions['napi']) >= 10) {
    return { kind: 'utility', start: () => onUtilityProcess(engineDir, settings) };
  }
  const node = app.isPackaged ? nodeOfTrial() : process.env['EVENHAND_NODE'];
  if (!node)
    throw new Error('This Electron is too old to run the engine, and no Node was named for it. Start by "npm start".');
  return { kind: 'node', start: () => onNode(node, engineDir, settings) };
}

/** The Node that a package not meant for users runs its engine on; it stands in the mark that makes it one. */
function nodeOfTrial(): string | null {
  const mark = join(process.resourcesPath, 'not-for-users.json');
  if (!existsSync(mark)) return null;
  return TrialMark.parse(JSON.parse(readFileSync(mark, 'utf8'))).node;
}

function tellLocked(): void {
  for (const { window } of windows.values())
    window.webContents.send(bridgeChannels.menu, 'computer-locked' satisfies MenuCommand);
}

function keep(opened: CaseWindow): void {
  const id = opened.window.webContents.id;
  windows.set(id, opened);
  opened.window.on('closed', () => windows.delete(id));
}

function windowOf(event: IpcMainInvokeEvent): CaseWindow | null {
  return windows.get(event.sender.id) ?? null;
}

function menu(newWindow: () => void): Menu {
  const inFront = () => BrowserWindow.getFocusedWindow()?.webContents;
  const actions = {
    command: (command: MenuCommand) => inFront()?.send(bridgeChannels.menu, command),
    newWindow,
    print: () => inFront()?.print(),
  };
  return Menu.buildFromTemplate(menuTemplate(actions, process.platform === 'darwin', !app.isPackaged));
}

/** A case named on the command line or by a double click. */
function caseIn(words: readonly string[], folder: string): string | null {
  const path = words.find((word) => !word.startsWith('-') && word.endsWith(caseEnding));
  return path ? resolve(folder, path) : null;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
