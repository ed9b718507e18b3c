// What tests need from the operating system, and how it gets here: through apt, where this is Debian or Ubuntu and root.
// The product itself, and `npm run demo`, need none of it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

/**
 * @typedef {object} Need
 * @property {'program' | 'library' | 'font'} kind
 * @property {string} name the program's name, the library's file name, or a folder of fonts
 * @property {readonly string[]} packages Debian's names for it, newest distribution last
 * @property {'window' | 'documents'} tests which tests cannot run without it
 */

/** @type {readonly Need[]} */
const needs = [
  { kind: 'program', name: 'Xvfb', packages: ['xvfb'], tests: 'window' },
  { kind: 'library', name: 'libgtk-3.so.0', packages: ['libgtk-3-0', 'libgtk-3-0t64'], tests: 'window' },
  { kind: 'library', name: 'libnss3.so', packages: ['libnss3'], tests: 'window' },
  { kind: 'library', name: 'libgbm.so.1', packages: ['libgbm1'], tests: 'window' },
  { kind: 'library', name: 'libasound.so.2', packages: ['libasound2', 'libasound2t64'], tests: 'window' },
  { kind: 'library', name: 'libXss.so.1', packages: ['libxss1'], tests: 'window' },
  {
    kind: 'library',
    name: 'libatk-bridge-2.0.so.0',
    packages: ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
    tests: 'window',
  },
  { kind: 'library', name: 'libdrm.so.2', packages: ['libdrm2'], tests: 'window' },
  { kind: 'library', name: 'libxkbcommon.so.0', packages: ['libxkbcommon0'], tests: 'window' },
  { kind: 'library', name: 'libcups.so.2', packages: ['libcups2', 'libcups2t64'], tests: 'window' },
  { kind: 'font', name: 'liberation', packages: ['fonts-liberation'], tests: 'window' },
  { kind: 'program', name: 'qpdf', packages: ['qpdf'], tests: 'documents' },
  { kind: 'program', name: 'pdftotext', packages: ['poppler-utils'], tests: 'documents' },
  { kind: 'program', name: 'soffice', packages: ['libreoffice-writer-nogui'], tests: 'documents' },
];

/**
 * Installs what is missing, where that can be done without asking anybody.
 * @param {(line: string) => void} say
 * @returns {readonly Need[]} what is still missing
 */
export function installSystemPackages(say) {
  if (process.platform !== 'linux') return [];
  const missing = needs.filter((need) => !isThere(need));
  if (missing.length === 0) return [];
  const names = missing.map((need) => need.packages[0]).join(' ');
  if (process.getuid?.() !== 0 || !onPath('apt-get')) {
    say(`Missing for some tests: ${missing.map((need) => need.name).join(', ')}.`);
    say(`On Debian or Ubuntu this installs them: sudo apt-get install --no-install-recommends ${names}`);
    return missing;
  }
  say(`Installing Debian packages that tests need: ${names} …`);
  apt(['update']);
  // One at a time if all at once is refused: one unknown name must not keep the others away.
  if (!apt(['install', ...missing.map((need) => need.packages[0] ?? '')])) {
    for (const need of missing) need.packages.some((name) => isThere(need) || apt(['install', name]));
  }
  const still = needs.filter((need) => !isThere(need));
  if (still.length > 0) {
    say(`Not to be had from apt: ${still.map((need) => need.name).join(', ')}. The tests that need them are skipped.`);
  }
  return still;
}

/** @param {readonly string[]} args */
function apt(args) {
  const flags = ['-qq', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Dpkg::Use-Pty=0'];
  const install = args[0] === 'install' ? ['-y', '--no-install-recommends'] : [];
  const run = spawnSync('apt-get', [...flags, ...args, ...install], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return run.status === 0;
}

/** @param {Need} need */
function isThere(need) {
  if (need.kind === 'program') return onPath(need.name);
  if (need.kind === 'library') return libraries().includes(need.name);
  const folder = '/usr/share/fonts/truetype';
  return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith(need.name));
}

/** @param {string} program */
export function onPath(program) {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/bin', '/usr/sbin', '/sbin'];
  return folders.some((folder) => folder !== '' && existsSync(`${folder}/${program}`));
}

function libraries() {
  for (const program of ['ldconfig', '/sbin/ldconfig']) {
    const run = spawnSync(program, ['-p'], { encoding: 'utf8' });
    if (run.status === 0) return run.stdout;
  }
  return '';
}
