// npm run demo [-- --out DIR]: the main job on the bundled sample incidents, through the command line.
// Needs no system package and no display.
import './guard.mjs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './build.mjs';
import { electronRuntime } from './electron-runtime.mjs';

const words = process.argv.slice(2);
const run = spawnSync(process.execPath, [join(root, 'src', 'cli', 'index.ts'), 'demo', ...words], { stdio: 'inherit' });
if (run.status === 0 && windowCanOpen()) {
  process.stderr.write('\nTo look at a case in the window:  npm start -- PATH-OF-THE-CASE-FILE\n');
}
process.exit(run.status ?? 1);

/** Whether a window could be opened at once: a display, and an Electron that is here already. */
function windowCanOpen() {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return false;
  try {
    return electronRuntime({ mayFetch: false }).executable !== '';
  } catch {
    return false;
  }
}
