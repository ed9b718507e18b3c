// npm start [-- CASE.evenhand]: builds when something changed, finds an Electron, opens the window.
import './guard.mjs';
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { buildIfStale, root } from './build.mjs';
import { electronRuntime } from './electron-runtime.mjs';

/** @param {string} line */
const say = (line) => process.stderr.write(`${line}\n`);

/** Paths are meant from where the command was typed; npm runs scripts in the package's folder. @param {string} word */
function fromWhereTyped(word) {
  return word.startsWith('-') ? word : resolve(process.env['INIT_CWD'] ?? process.cwd(), word);
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

function start() {
  if (!hasDisplay()) {
    say('There is no display here, so no window can be opened.');
    say('Without one, "npm run demo" does the main job, and "npm run -s evenhand -- --help" lists the commands.');
    return 1;
  }
  let runtime;
  try {
    runtime = electronRuntime({ say });
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return 1;
  }
  if (!buildIfStale(say)) {
    say('The build failed; its own words stand above. Nothing was opened.');
    return 1;
  }
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  if (asRoot)
    say('Started as root, Chromium cannot use its sandbox. For real cases start Evenhand as an ordinary user.');
  const flags = asRoot ? ['--no-sandbox', '--disable-gpu'] : [];
  const child = spawn(runtime.executable, [...flags, root, ...process.argv.slice(2).map(fromWhereTyped)], {
    stdio: 'inherit',
    // For an Electron too old for the native modules, the engine runs on this Node.
    env: { ...process.env, EVENHAND_NODE: process.execPath },
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
  return null;
}

const code = start();
if (code !== null) process.exit(code);
