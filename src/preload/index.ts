import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { bridgeChannels, enginePortMessage } from '../contract/bridge.ts';
import type { DroppedFile, OsCallName, WindowBridge } from '../contract/os.ts';

// Passes messages and knows nothing: every name is spelled out, so that no page can ask for another.
const ask = (name: OsCallName, input: unknown = null) => ipcRenderer.invoke(name, input);

/** The event itself stays here: it would hand the page the way to every channel. */
function heard<Value>(channel: string, listener: (value: Value) => void): () => void {
  const listen = (_event: unknown, value: Value) => listener(value);
  ipcRenderer.on(channel, listen);
  return () => ipcRenderer.removeListener(channel, listen);
}

function pathOf(file: DroppedFile): string | null {
  const utils: typeof webUtils | undefined = webUtils; // Electron 29 and newer; before it, the file itself has its path
  if (utils) return file instanceof File ? utils.getPathForFile(file) || null : null;
  return 'path' in file && typeof file.path === 'string' && file.path !== '' ? file.path : null;
}

const bridge: WindowBridge = {
  chooseFiles: () => ask('choose-files'),
  chooseFolder: (purpose) => ask('choose-folder', purpose ?? null),
  chooseFile: (purpose) => ask('choose-file', purpose),
  chooseCase: () => ask('choose-case'),
  placeCase: (suggestedName) => ask('place-case', { suggestedName }),
  saveDocument: (request) => ask('save-document', request),
  showInFolder: (path) => ask('show-in-folder', { path }),
  copyText: (text) => ask('copy-text', { text }),
  recentCases: () => ask('recent-list'),
  rememberCase: (path, about) => ask('recent-remember', { path, about }),
  forgetCase: (path) => ask('recent-forget', { path }),
  theme: () => ask('theme-view'),
  chooseTheme: (theme) => ask('theme-choose', { theme }),
  print: () => ask('print'),
  about: () => ask('about'),
  caseToOpen: () => ask('case-to-open'),
  newWindow: () => ask('new-window'),
  pathOf,
  onMenu: (listener) => heard(bridgeChannels.menu, listener),
  onEngineState: (listener) => heard(bridgeChannels.state, listener),
  connectEngine: () => ask('engine-connect'),
  restartEngine: () => ask('engine-restart'),
};

// Ports cannot cross the bridge as values; a window message carries them to the page, which is of our own origin only.
ipcRenderer.on(bridgeChannels.port, (event) => {
  window.postMessage(enginePortMessage, location.origin, event.ports);
});

contextBridge.exposeInMainWorld('evenhand', Object.freeze(bridge));
