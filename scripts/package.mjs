// npm run package [-- --dir]: an installable Evenhand for this system under dist/, with the list of its parts and the hashes.
//
// It takes the official Electron of package.json. Where that cannot be had, an unpacked folder is made from the runtime that the
// window tests use, marked as not for users, so that the packaging itself can be tried.
import './guard.mjs';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build, root } from './build.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { readFuses } from './read-fuses.mjs';
import { smokePackage } from './smoke-package.mjs';

const BUILDER = 'electron-builder@26.17.0';
const dist = join(root, 'dist');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);

/** The fuses that a package must have, as electron-builder.cjs sets them. */
const WANTED = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
};

async function main() {
  refuseWithoutTypst();
  if (!build()) throw new Error('The build failed; its own words stand above. Nothing was packaged.');
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  const runtime = electronRuntime({ say });
  const official = runtime.version === manifest.devDependencies.electron;
  const env = official ? process.env : trialOf(runtime);
  const onlyFolder = !official || process.argv.includes('--dir');
  packageWith(env, onlyFolder);
  const unpacked = join(dist, folderOf());
  const fuses = readFuses(join(unpacked, 'evenhand'));
  for (const [name, on] of Object.entries(WANTED)) {
    if (fuses[name] !== on)
      throw new Error(`The fuse ${name} is ${fuses[name]}, and must be ${on}. Do not hand this out.`);
  }
  say(
    `Fuses read back: ${Object.entries(fuses)
      .map(([name, on]) => `${name} ${on ? 'on' : 'off'}`)
      .join(', ')}.`,
  );
  writeBill();
  const size = writeHashes(unpacked);
  say(`${relative(root, unpacked)}: ${(size / 1_000_000).toFixed(0)} MB.`);
  if (process.platform === 'linux') await smokePackage(unpacked, say);
  else say('The packaged program was not started: that is done on Linux.');
  if (!official) {
    say(`Made from Electron ${runtime.version} (${runtime.from}) instead of ${manifest.devDependencies.electron}.`);
    say('This build is NOT FOR USERS: it shows that the packaging works, and needs the Node that made it.');
  }
}

/** A package without the binary that makes the documents would be found out only at the first referral. */
function refuseWithoutTypst() {
  const folder = join(root, 'node_modules', '@myriaddreamin');
  const wanted = process.platform === 'linux' ? `linux-${process.arch}` : `${process.platform}-${process.arch}`;
  if (readdirSync(folder).some((name) => name.includes(`compiler-${wanted}`))) return;
  throw new Error(
    `The part that makes the documents is not here for ${wanted}. Add it first: ` +
      `npm install --no-save @myriaddreamin/typst-ts-node-compiler-${wanted}…@${manifest.dependencies['@myriaddreamin/typst-ts-node-compiler']}`,
  );
}

/** @param {import('./electron-runtime.mjs').ElectronRuntime} runtime */
function trialOf(runtime) {
  const copy = join(dist, 'electron-trial');
  cpSync(dirname(runtime.executable), copy, { recursive: true });
  // The runtime carries a default app that would be packed beside ours.
  rmSync(join(copy, 'resources', 'app'), { recursive: true, force: true });
  const mark = { why: 'A build to try the packaging on. Not for users.', node: process.execPath };
  writeFileSync(join(dist, 'not-for-users.json'), `${JSON.stringify(mark, null, 2)}\n`);
  return { ...process.env, EVENHAND_TRIAL_DIST: copy, EVENHAND_TRIAL_VERSION: runtime.version };
}

/** @param {NodeJS.ProcessEnv} env @param {boolean} onlyFolder */
function packageWith(env, onlyFolder) {
  const system = process.platform === 'win32' ? '--win' : process.platform === 'darwin' ? '--mac' : '--linux';
  const words = [
    system,
    ...(onlyFolder ? ['dir'] : []),
    '--config',
    'packaging/electron-builder.cjs',
    '--publish',
    'never',
  ];
  const args = ['exec', '--yes', `--package=${BUILDER}`, '--', 'electron-builder', ...words];
  const npm = process.env['npm_execpath'];
  const done = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, env, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, env, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) throw new Error('electron-builder failed; its own words stand above.');
}

function folderOf() {
  const found = readdirSync(dist).find((name) => /-unpacked$|^mac/.test(name));
  if (!found) throw new Error('electron-builder left no unpacked folder.');
  return found;
}

/** The bill of materials (CycloneDX): what runs, what is built into the window, and the tools, which npm marks as development. */
function writeBill() {
  const npm = process.env['npm_execpath'];
  const args = ['sbom', '--sbom-format', 'cyclonedx'];
  const made = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, encoding: 'utf8', maxBuffer: 64_000_000 })
    : spawnSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 64_000_000 });
  const bill = JSON.parse(made.stdout);
  writeFileSync(join(dist, 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
  say(`Bill of materials: ${bill.components.length} components (dist/sbom.cdx.json).`);
}

/** SHA-256 of every file, in a form that `sha256sum -c` checks. @param {string} folder @returns {number} bytes in all */
function writeHashes(folder) {
  let bytes = 0;
  const lines = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = readFileSync(path);
    bytes += content.length;
    lines.push(`${createHash('sha256').update(content).digest('hex')}  ${relative(dist, path).replaceAll('\\', '/')}`);
  }
  writeFileSync(join(dist, 'SHA256SUMS'), `${lines.sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join('\n')}\n`);
  return bytes;
}

if (!existsSync(join(root, 'node_modules'))) throw new Error('Run this by "npm run package".');
await main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
