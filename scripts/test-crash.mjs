// npm run test:crash -- --kills 500: kills the program while it imports, maps, issues, migrates, changes a passphrase and makes
// backups; then each case must open, verify, and hold everything that was acknowledged.
import './guard.mjs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './build.mjs';

const { status } = spawnSync(process.execPath, [join(root, 'tests', 'crash', 'run.ts'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);
