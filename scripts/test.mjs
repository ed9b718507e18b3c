// npm test: everything, on a machine that may have only Node and npm. Runs each runner, adds up what each reported,
// and ends with the plain line `N passed, N failed, N skipped`. A runner that dies before its report counts as a failure.
import './guard.mjs';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, root } from './build.mjs';
import { runChecks } from './check.mjs';
import { installSystemPackages } from './system-packages.mjs';
import { runWindowTests } from './window-tests.mjs';

/** @typedef {import('./window-tests.mjs').Totals} Totals */

// Runners take a pipe for a terminal under npm; a log with colour codes is hard to read.
if (!process.stdout.isTTY) process.env['NO_COLOR'] = '1';

const results = join(root, 'test-results');
const unitReport = join(results, 'unit.json');
const totalsFile = join(results, 'totals.txt');

/** @param {string} line */
const say = (line) => console.log(line);

/** @returns {Promise<Totals>} */
async function checks() {
  const outcomes = await runChecks(({ name, ok, output }) => {
    say(`${ok ? '  passed' : '  FAILED'}  ${name}`);
    if (!ok) say(output.trimEnd().replace(/^/gm, '      '));
  });
  const failed = outcomes.filter(({ ok }) => !ok).length;
  return { passed: outcomes.length - failed, failed, skipped: 0, note: null };
}

/** @returns {Promise<Totals>} */
async function unitTests() {
  const onWindows = process.platform === 'win32';
  const path = join(root, 'node_modules', '.bin', onWindows ? 'vitest.cmd' : 'vitest');
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unitReport}`];
  const code = await new Promise((resolve) => {
    const child = spawn(path, args, { cwd: root, shell: onWindows, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => resolve(1));
    child.on('close', (status) => resolve(status ?? 1));
  });
  if (!existsSync(unitReport)) {
    return { passed: 0, failed: 1, skipped: 0, note: 'vitest ended without a report: that counts as a failure.' };
  }
  const report = JSON.parse(readFileSync(unitReport, 'utf8'));
  // A file that could not be loaded has no tests to count, and is a failure all the same.
  const broken = report.testResults.filter(
    (/** @type {any} */ file) =>
      file.status === 'failed' && file.assertionResults.every((/** @type {any} */ one) => one.status !== 'failed'),
  ).length;
  const failed = report.numFailedTests + broken;
  const skipped = report.numPendingTests + report.numTodoTests;
  const unexplained = code !== 0 && failed === 0;
  return {
    passed: report.numPassedTests,
    failed: unexplained ? 1 : failed,
    skipped,
    note: unexplained ? `vitest ended with code ${code} (an error outside any test; it stands above).` : null,
  };
}

/** @returns {Promise<Totals>} */
async function builds() {
  const ok = build();
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, note: null };
}

/** @type {readonly { name: string, run: () => Promise<Totals> }[]} */
const stages = [
  { name: 'Checks: format, types, walls, dead code', run: checks },
  { name: 'Build', run: builds }, // before the tests that look at what was built
  { name: 'Unit, property and integration tests', run: unitTests },
  { name: 'Tests in a real window', run: () => runWindowTests([], say) },
];

async function main() {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  installSystemPackages(say);
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { name, run } of stages) {
    say(`\n── ${name}`);
    const started = Date.now();
    const part = await run().catch((error) => ({
      passed: 0,
      failed: 1,
      skipped: 0,
      note: `This part broke off: ${error instanceof Error ? error.stack : error}`,
    }));
    if (part.note) say(part.note);
    say(`   ${line(part)} in ${Math.round((Date.now() - started) / 1000)} s`);
    sum.passed += part.passed;
    sum.failed += part.failed;
    sum.skipped += part.skipped;
  }
  writeFileSync(totalsFile, `${line(sum)}\n`);
  say('');
  say(line(sum));
  process.exit(sum.failed === 0 && sum.passed > 0 ? 0 : 1);
}

/** @param {{ passed: number, failed: number, skipped: number }} count */
function line({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

await main();
