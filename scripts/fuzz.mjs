// npm run fuzz -- --seconds 60: changed files for every reader and every loader of packs; findings go to tests/fuzz/found.
import './guard.mjs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './build.mjs';

const { status } = spawnSync(process.execPath, [join(root, 'tests', 'fuzz', 'run.ts'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);
