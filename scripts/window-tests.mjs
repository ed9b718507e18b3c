// npm run test:window [-- ARGUMENTS OF PLAYWRIGHT]: the tests in a real Electron window, with Chromium's sandbox on.
//
// Chromium has no sandbox for root. Where the machine is root's, Playwright stays root but the program under test is
// started as the user `nobody`, with a home of its own; if that user may not read this checkout, it gets a copy.
import './guard.mjs';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfStale, root } from './build.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { onPath } from './system-packages.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number, note: string | null }} Totals
 * @typedef {{ uid: number, gid: number }} Person
 */

const reportFile = join(root, 'test-results', 'window.json');

/**
 * @param {readonly string[]} args passed on to Playwright
 * @param {(line: string) => void} say
 * @returns {Promise<Totals>}
 */
export async function runWindowTests(args, say) {
  if (!buildIfStale(say))
    return { passed: 0, failed: 1, skipped: 0, note: 'The build failed, so no window was tested.' };
  const cleanUp = /** @type {(() => void)[]} */ ([]);
  try {
    const runtime = anElectron(say);
    const display = await startDisplay(cleanUp);
    const env = { ...process.env, ...display, ...programUnderTest(runtime.executable, say, cleanUp) };
    say(`Window tests: Electron ${runtime.version} from ${runtime.from}.`);
    rmSync(reportFile, { force: true });
    const code = await playwright(['test', ...args], env);
    return totals(code);
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    const note = `The window tests were skipped. ${error.message}`;
    return { passed: 0, failed: 0, skipped: await countSpecs(), note };
  } finally {
    for (const step of cleanUp.reverse()) step();
  }
}

class CannotRun extends Error {}

/** @param {(line: string) => void} say */
function anElectron(say) {
  try {
    return electronRuntime({ say });
  } catch (error) {
    throw new CannotRun(error instanceof Error ? error.message : String(error));
  }
}

/**
 * A screen of our own on Linux, so that nothing depends on whose desktop this is.
 * @param {(() => void)[]} cleanUp
 * @returns {Promise<Record<string, string>>} environment
 */
function startDisplay(cleanUp) {
  if (process.platform !== 'linux') return Promise.resolve({});
  if (!onPath('Xvfb')) {
    if (process.env['DISPLAY']) return Promise.resolve({});
    throw new CannotRun('There is no display, and Xvfb is not installed (on Debian: apt-get install xvfb).');
  }
  // Access control off: the program under test is another user; the server listens on a local socket only.
  const args = ['-displayfd', '1', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-ac'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  cleanUp.push(() => server.kill());
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new CannotRun('Xvfb did not start within 20 seconds.')), 20_000);
    server.on('error', () => reject(new CannotRun('Xvfb could not be started.')));
    server.stdout.once('data', (bytes) => {
      clearTimeout(late);
      resolve({ DISPLAY: `:${String(bytes).trim()}` });
    });
  });
}

/**
 * What the fixtures start: EVENHAND_TEST_ELECTRON (a program), EVENHAND_TEST_APP (a folder), EVENHAND_TEST_NODE (for the
 * engine), and EVENHAND_TEST_USER (`uid:gid`) where it is another user than the tests'.
 * @param {string} electron
 * @param {(line: string) => void} say
 * @param {(() => void)[]} cleanUp
 * @returns {Record<string, string>}
 */
function programUnderTest(electron, say, cleanUp) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    return { EVENHAND_TEST_ELECTRON: electron, EVENHAND_TEST_APP: root, EVENHAND_TEST_NODE: process.execPath };
  }
  const person = unprivilegedUser();
  const app = readableApp(person, say, cleanUp);
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-start-'));
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755);
  const program = readableBy(person, dirname(electron))
    ? electron
    : join(copied(dirname(electron), folder), 'electron');
  const wrapper = join(folder, 'electron');
  const as = `setpriv --reuid=${person.uid} --regid=${person.gid} --clear-groups`;
  // exec keeps the process: Playwright's signals and pipes reach the program itself.
  writeFileSync(wrapper, `#!/bin/sh\nexec ${as} -- '${program}' "$@"\n`, { mode: 0o755 });
  say(`The window runs as user ${person.uid}, so that Chromium's sandbox is on.`);
  return {
    EVENHAND_TEST_ELECTRON: wrapper,
    EVENHAND_TEST_APP: app,
    EVENHAND_TEST_NODE: join(app, 'node_modules', 'node', 'bin', 'node'),
    EVENHAND_TEST_USER: `${person.uid}:${person.gid}`,
  };
}

/** @returns {Person} */
function unprivilegedUser() {
  if (!onPath('setpriv'))
    throw new CannotRun('setpriv (util-linux) is missing, which starts a program as another user.');
  const id = (/** @type {string} */ flag) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout);
  const person = { uid: id('-u'), gid: id('-g') };
  if (!person.uid || !person.gid) throw new CannotRun('There is no user "nobody" to run the window as.');
  if (as(person, ['unshare', '--user', 'true']).status !== 0) {
    throw new CannotRun('This machine lets ordinary users make no user namespaces, which Chromium’s sandbox needs.');
  }
  return person;
}

/** @param {Person} person @param {readonly string[]} words */
function as(person, words) {
  return spawnSync('setpriv', [`--reuid=${person.uid}`, `--regid=${person.gid}`, '--clear-groups', '--', ...words], {
    encoding: 'utf8',
    cwd: '/',
  });
}

const appParts = ['package.json', 'out', 'resources', 'node_modules'];

/** @param {Person} person @param {(line: string) => void} say @param {(() => void)[]} cleanUp */
function readableApp(person, say, cleanUp) {
  if (appParts.every((part) => readableBy(person, join(root, part)))) return root;
  say('The checkout can be read by root only: the window gets a copy of it …');
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-app-'));
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755);
  for (const part of appParts) copied(join(root, part), folder);
  return folder;
}

/** Everything below a path, found by that user with their own eyes. @param {Person} person @param {string} path */
function readableBy(person, path) {
  const look = as(person, ['find', path, '-not', '-type', 'l', '-not', '-readable', '-print', '-quit']);
  return look.status === 0 && look.stdout === '' && look.stderr === '';
}

/** @param {string} path @param {string} folder @returns {string} */
function copied(path, folder) {
  const target = join(folder, path.split('/').at(-1) ?? '');
  // Hard links would be quicker and would carry the very rights that are the trouble.
  cpSync(path, target, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', target]);
  return target;
}

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {'inherit' | 'ignore'} [shown]
 * @returns {Promise<number>}
 */
function playwright(args, env, shown = 'inherit') {
  const onWindows = process.platform === 'win32';
  const path = join(root, 'node_modules', '.bin', onWindows ? 'playwright.cmd' : 'playwright');
  return new Promise((resolve) => {
    const child = spawn(path, args, { cwd: root, env, shell: onWindows, stdio: ['ignore', shown, shown] });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** @param {number} code @returns {Totals} */
function totals(code) {
  if (!existsSync(reportFile)) {
    return { passed: 0, failed: 1, skipped: 0, note: 'Playwright ended without a report: that counts as a failure.' };
  }
  const { stats, errors = [] } = JSON.parse(readFileSync(reportFile, 'utf8'));
  const failed = stats.unexpected + errors.length;
  // A test that only passed at the second try has not passed.
  const counted = { passed: stats.expected, failed: failed + stats.flaky, skipped: stats.skipped };
  if (code !== 0 && counted.failed === 0) return { ...counted, failed: 1, note: `Playwright ended with code ${code}.` };
  return { ...counted, note: null };
}

async function countSpecs() {
  rmSync(reportFile, { force: true });
  mkdirSync(dirname(reportFile), { recursive: true });
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile };
  await playwright(['test', '--list', '--reporter=json'], env, 'ignore');
  if (!existsSync(reportFile)) return 1;
  const report = JSON.parse(readFileSync(reportFile, 'utf8'));
  /** @param {{ specs?: unknown[], suites?: any[] }} suite @returns {number} */
  const count = (suite) =>
    (suite.specs?.length ?? 0) + (suite.suites ?? []).reduce((sum, inner) => sum + count(inner), 0);
  return count(report);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { passed, failed, skipped, note } = await runWindowTests(process.argv.slice(2), (line) => console.error(line));
  if (note) console.error(note);
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exit(failed === 0 ? 0 : 1);
}
