import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen, session, type WebPreferences } from 'electron';
import { bridgeChannels } from '../contract/bridge.ts';
import type { EngineState } from '../contract/os.ts';
import { serveWindow } from './app-protocol.ts';
import type { StartEngine } from './engine-hosts.ts';
import { type EngineProcess, runEngine } from './engine-process.ts';
import { serveEvidence } from './evidence-protocol.ts';
import { ownOrigin } from './policies.ts';
import type { Profile, WindowPlace } from './profile.ts';

/** One window, its engine and its case: nothing of one window can answer for another. */
export interface CaseWindow {
  readonly window: BrowserWindow;
  readonly engine: EngineProcess;
  /** The case this window was opened for, handed out once. */
  takeCaseToOpen(): string | null;
  /** Paths that a dialog or a save of this window named: the only ones it may show in the file manager. */
  readonly ownPaths: Set<string>;
}

const smallest = { width: 960, height: 600 };
const usual = { width: 1440, height: 900 };
let opened = 0;

/** The only place where a window is made. */
export function openCaseWindow(
  start: StartEngine,
  profile: Profile,
  say: (line: string) => void,
  caseToOpen: string | null,
): CaseWindow {
  opened += 1;
  // In memory and of its own: two windows share nothing, and nothing of a case is left on the disk.
  const own = session.fromPartition(`case-window-${opened}`, { cache: false });
  const window = new BrowserWindow({
    ...placeFor(profile.settings().place, BrowserWindow.getAllWindows().length),
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'Evenhand',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1c1b19' : '#faf9f7',
    webPreferences: { ...preferences(), session: own },
  });
  const tell = (channel: string, ...values: unknown[]) => {
    if (!window.isDestroyed()) window.webContents.send(channel, ...values);
  };
  const engine = runEngine(
    start,
    {
      port: (port) => {
        if (!window.isDestroyed()) window.webContents.postMessage(bridgeChannels.port, null, [port]);
      },
      state: (state: EngineState) => tell(bridgeChannels.state, state),
    },
    () => Date.now(),
  );
  own.protocol.handle('app', serveWindow(join(app.getAppPath(), 'out', 'renderer')));
  own.protocol.handle(
    'evidence',
    serveEvidence((request) => engine.blob(request)),
  );
  window.once('ready-to-show', () => window.show());
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    say(`the window's page ended (${reason})`);
    if (reason !== 'clean-exit' && !window.isDestroyed()) window.reload();
  });
  window.webContents.on('console-message', (...words: unknown[]) => say(`page: ${consoleWords(words)}`));
  closeInOrder(window, engine, profile);
  void window.loadURL(`${ownOrigin}/`);
  let waiting = caseToOpen;
  return {
    window,
    engine,
    ownPaths: new Set(),
    takeCaseToOpen() {
      const path = waiting;
      waiting = null;
      return path;
    },
  };
}

/** Every setting written out: a default that changes with Electron's version must not open anything. */
export function preferences(): WebPreferences {
  return {
    preload: join(app.getAppPath(), 'out', 'preload', 'index.cjs'),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    safeDialogs: true,
    disableBlinkFeatures: 'Auxclick', // a middle click opens nothing
    devTools: !app.isPackaged,
  };
}

/** The case is closed before the window goes, so that what is left is one clean file. */
function closeInOrder(window: BrowserWindow, engine: EngineProcess, profile: Profile): void {
  let closing = false;
  window.on('close', (event) => {
    profile.keep({ place: { ...window.getNormalBounds(), maximized: window.isMaximized() } });
    event.preventDefault();
    if (closing) return;
    closing = true;
    void engine.close().finally(() => window.destroy());
  });
}

/** The remembered place if some screen still shows it; each further window a little beside. */
function placeFor(
  place: WindowPlace | null,
  others: number,
): { width: number; height: number; x?: number; y?: number } {
  const area = screen.getPrimaryDisplay().workAreaSize;
  if (!place) return { width: Math.min(usual.width, area.width), height: Math.min(usual.height, area.height) };
  const { maximized: _, ...bounds } = place;
  const shown = screen.getAllDisplays().some(({ workArea }) => {
    const right = bounds.x < workArea.x + workArea.width && bounds.x + bounds.width > workArea.x;
    return right && bounds.y < workArea.y + workArea.height && bounds.y + bounds.height > workArea.y;
  });
  if (!shown) return { width: bounds.width, height: bounds.height };
  return { ...bounds, x: bounds.x + 28 * others, y: bounds.y + 28 * others };
}

/** Electron changed the arguments of this event between the versions that this runs on. */
function consoleWords(words: readonly unknown[]): string {
  const [event, , message] = words;
  if (typeof message === 'string') return message;
  const text = typeof event === 'object' && event !== null && 'message' in event ? event.message : '';
  return String(text);
}
