// npm run test:histories: two hundred random honest histories, each checked as a case and as a copy for every audience.
import './guard.mjs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './build.mjs';

const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', 'tests/custody/honest-histories.test.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, EVENHAND_HISTORIES: process.argv[2] ?? '200' },
});
process.exit(status ?? 1);
