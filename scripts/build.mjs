// Builds the window's side (main, preload, renderer) and the engine's side (engine, workers, command line) into out/.
import './guard.mjs';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'out', '.built-from');
const inputs = ['src', 'package.json', 'package-lock.json', 'electron.vite.config.ts', 'vite.engine.config.ts'];

/** @returns {boolean} whether both builds went through */
export function build() {
  const steps = [
    ['electron-vite', 'build', '--logLevel', 'warn'],
    ['vite', 'build', '-c', 'vite.engine.config.ts', '--logLevel', 'warn'],
  ];
  const before = fingerprint();
  const done = steps.every((words) => run(words));
  if (done) {
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, before);
  }
  return done;
}

/** @param {(line: string) => void} say @returns {boolean} whether an up-to-date build is there */
export function buildIfStale(say) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()) return true;
  say('Building Evenhand …');
  return build();
}

/**
 * Runs a program of node_modules/.bin on this very Node and shows what it says.
 * @param {readonly string[]} words
 */
function run(words) {
  const [program = '', ...args] = words;
  const onWindows = process.platform === 'win32';
  const path = join(root, 'node_modules', '.bin', onWindows ? `${program}.cmd` : program);
  return spawnSync(path, args, { cwd: root, stdio: 'inherit', shell: onWindows }).status === 0;
}

/** Size and time of every file that goes into a build: cheap, and wrong only in the harmless direction. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const path of inputs.flatMap((name) => filesUnder(join(root, name)))) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesUnder(join(path, entry.name)));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exit(build() ? 0 : 1);
