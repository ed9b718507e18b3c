import { app, type Session, type WebContents } from 'electron';

/** Schemes whose requests never leave this computer. DevTools are there in builds from source only. */
const localSchemes = new Set(['app:', 'evidence:', 'data:', 'blob:', 'devtools:']);

/** What is decided before the app is ready. @param say takes one line for the log */
export function lockApp(say: (line: string) => void): void {
  // As root (--no-sandbox) enableSandbox() would win over the switch, and every child process would end at once.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // A second wall behind the refusal of requests: no name is ever looked up, and nothing is called in the background.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('no-pings');
  app.on('session-created', (session) => lockSession(session, say));
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
  app.on('login', (event) => event.preventDefault());
  app.on('certificate-error', (_event, _contents, _url, _error, _certificate, answer) => answer(false));
  app.on('select-client-certificate', (event) => event.preventDefault());
}

/** Holds for every page and frame, whoever made it. */
function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Refuses every permission and every request that could leave this computer. */
function lockSession(session: Session, say: (line: string) => void): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((request, answer) => {
    const { protocol } = new URL(request.url);
    const cancel = !localSchemes.has(protocol) || (protocol === 'devtools:' && app.isPackaged);
    // Only the scheme: an address may be evidence.
    if (cancel) say(`refused a request (${protocol} ${request.resourceType})`);
    answer({ cancel });
  });
}
