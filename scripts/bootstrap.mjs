// Runs before every npm script of this project, on whatever Node is there (20 or newer), before any dependency exists:
// Node's own modules only. Afterwards the scripts see the project's own Node 24, which comes with the dependencies.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.evenhand-set-up');
const lock = join(modules, '.evenhand-setting-up');
const quiet = process.argv.includes('--quiet');
const needsNode = 20;
const ownNode = 24;

/** Everything is said on stderr: a program may be reading stdout. @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`);
}

/** @param {string[]} lines @returns {never} */
function giveUp(...lines) {
  say('');
  say('Evenhand could not be set up.');
  for (const line of lines) say(`  ${line}`);
  process.exit(1);
}

/** What an installation depends on: another lock file, machine or Node means installing again. */
function wanted() {
  const path = join(root, 'package-lock.json');
  const hash = createHash('sha256').update(existsSync(path) ? readFileSync(path) : '');
  return `${hash.digest('hex')} ${process.platform} ${process.arch} node-${ownNode}`;
}

function ownNodePath() {
  return join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** The version of the Node that came with the dependencies, or null where its install script did not run. */
function ownNodeVersion() {
  if (!existsSync(ownNodePath())) return null;
  const run = spawnSync(ownNodePath(), ['--version'], { encoding: 'utf8' });
  return run.status === 0 ? run.stdout.trim() : null;
}

function isSetUp() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted() && existsSync(ownNodePath());
}

/** Two commands typed at once must not install into each other: the second waits for the first. */
function takeTurn() {
  mkdirSync(modules, { recursive: true });
  const until = Date.now() + 10 * 60_000;
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      process.on('exit', () => rmSync(lock, { force: true }));
      return;
    } catch {
      if (isAbandoned() || Date.now() > until) rmSync(lock, { force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    }
  }
}

function isAbandoned() {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    if (!Number.isInteger(pid) || pid <= 0) return Date.now() - statSync(lock).mtimeMs > 5_000;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'EPERM');
  }
}

/**
 * @param {readonly string[]} args
 * @param {boolean} scripts whether packages may run their install scripts
 */
function npm(args, scripts) {
  const path = process.env['npm_execpath'];
  const env = { ...process.env, npm_config_ignore_scripts: String(!scripts), npm_config_engine_strict: 'false' };
  /** @type {import('node:child_process').SpawnSyncOptionsWithStringEncoding} */
  const options = { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' };
  // npm hands its own path to scripts; without it (typed by hand) the shell finds npm, on Windows npm.cmd.
  return path?.endsWith('.js')
    ? spawnSync(process.execPath, [path, ...args], options)
    : spawnSync(`npm ${args.join(' ')}`, { ...options, shell: true });
}

/**
 * Installs without any package's install script, then runs the one that is needed: it fetches the project's own Node.
 * The database driver carries its binaries; left to itself npm would try to compile it and ask for a compiler and headers.
 */
function npmInstall() {
  const run = npm(['install', '--no-audit', '--no-fund', '--loglevel=error'], false);
  return run.status === 0 ? npm(['rebuild', 'node', '--loglevel=error'], true) : run;
}

function setUp() {
  const started = Date.now();
  say(
    'Setting up Evenhand: installing its dependencies (about 500 packages, roughly a minute; later runs skip this) …',
  );
  const run = npmInstall();
  if (run.status !== 0) {
    giveUp(
      `npm install ended with ${run.error ? run.error.message : `code ${run.status ?? run.signal}`}; its own words stand above.`,
      'Needed: a connection to an npm registry, about 1.5 GB of free disk space, and the right to write here:',
      root,
      'Then run the same command again; what was downloaded already is not downloaded twice.',
    );
  }
  const version = ownNodeVersion();
  if (!version?.startsWith(`v${ownNode}.`)) {
    giveUp(
      `The project's own Node ${ownNode} is missing${version ? ` (found ${version})` : ''}: its install script did not run.`,
      'Run "npm rebuild node", and check that "ignore-scripts" is not set ("npm config get ignore-scripts").',
      'Then run the same command again.',
    );
  }
  // npm may have touched the lock file: the stamp is taken afterwards.
  writeFileSync(stamp, wanted());
  say(`Set up in ${Math.round((Date.now() - started) / 1000)} s (Node ${version.slice(1)} for all scripts).`);
}

function main() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < needsNode) {
    giveUp(
      `This is Node ${process.versions.node}; Node ${needsNode} or newer is needed.`,
      'Install it from your usual source, then run the same command again.',
    );
  }
  if (isSetUp()) {
    if (!quiet && process.env['EVENHAND_SAY'] === '1') say('Evenhand is set up.');
    return;
  }
  takeTurn();
  if (!isSetUp()) setUp();
}

main();
