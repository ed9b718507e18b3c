// npm run check: format and lint, types, the walls between the rooms, dead code. Each check counts as one test.
import './guard.mjs';
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './build.mjs';

/**
 * @typedef {{ name: string, ok: boolean, output: string }} Outcome
 * @typedef {{ code: number, output: string }} Run
 */

/** @type {readonly { name: string, run: () => Promise<Run> }[]} */
const checks = [
  { name: 'format and lint', run: () => program('biome', ['check', '--error-on-warnings', '--colors=off', '.']) },
  { name: 'types of the contract', run: () => program('tsc', ['-p', 'tsconfig.contract.json']) },
  { name: 'types of engine, command line, main and tests', run: () => program('tsc', ['-p', 'tsconfig.json']) },
  { name: 'types of the preload', run: () => program('tsc', ['-p', 'tsconfig.preload.json']) },
  { name: 'types of the renderer', run: () => program('tsc', ['-p', 'tsconfig.renderer.json']) },
  { name: 'types of the window tests', run: () => program('tsc', ['-p', 'tsconfig.window.json']) },
  { name: 'walls between the rooms', run: walls },
  { name: 'walls refuse a planted import', run: plantedImport },
  { name: 'no dead code', run: () => program('knip', ['--no-progress']) },
];

/**
 * Runs all checks, two at a time.
 * @param {(outcome: Outcome) => void} tell
 * @returns {Promise<Outcome[]>}
 */
export async function runChecks(tell) {
  /** @type {Outcome[]} */
  const outcomes = [];
  const waiting = [...checks];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { code, output } = await next.run();
      const outcome = { name: next.name, ok: code === 0, output };
      outcomes.push(outcome);
      tell(outcome);
    }
  };
  await Promise.all([lane(), lane()]);
  return outcomes;
}

/**
 * @param {string} name a program of node_modules/.bin
 * @param {readonly string[]} args
 * @param {string} [cwd]
 * @returns {Promise<Run>}
 */
function program(name, args, cwd = root) {
  const onWindows = process.platform === 'win32';
  const path = join(root, 'node_modules', '.bin', onWindows ? `${name}.cmd` : name);
  return new Promise((resolve) => {
    const child = spawn(path, args, { cwd, shell: onWindows, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (bytes) => (output += bytes));
    child.stderr.on('data', (bytes) => (output += bytes));
    child.on('error', (error) => resolve({ code: 1, output: `${name} could not be started: ${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * @param {string} cwd folder that holds `src`
 * @returns {Promise<{ modules: number, broken: { rule: string, from: string, to: string, comment: string }[] } | null>}
 */
async function cruise(cwd) {
  const config = join(root, '.dependency-cruiser.cjs');
  const { output } = await program('depcruise', ['src', '--config', config, '--output-type', 'json'], cwd);
  try {
    const { summary } = JSON.parse(output.slice(output.indexOf('{')));
    /** @type {{ name: string, comment?: string }[]} */
    const rules = [...(summary.ruleSetUsed?.forbidden ?? []), ...(summary.ruleSetUsed?.required ?? [])];
    const comments = new Map(rules.map((rule) => [rule.name, rule.comment ?? '']));
    return {
      modules: summary.totalCruised,
      broken: summary.violations.map((/** @type {any} */ found) => ({
        rule: found.rule.name,
        from: found.from,
        to: found.to,
        comment: comments.get(found.rule.name) ?? '',
      })),
    };
  } catch {
    return null;
  }
}

/** Without a parser that knows the syntax, the tool looks at no module and is content: so the modules are counted. */
async function walls() {
  const result = await cruise(root);
  if (!result) return { code: 1, output: 'dependency-cruiser gave no report.' };
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  const lines = result.broken.map(({ rule, from, to, comment }) => `${rule}: ${from} → ${to}\n    ${comment}`);
  if (result.modules < sources.length) {
    lines.push(`Only ${result.modules} modules were looked at, though src holds ${sources.length}.`);
  }
  return { code: lines.length === 0 ? 0 : 1, output: lines.join('\n') };
}

/** A wall that lets everything through looks the same as a clean house: these imports must be refused, each by its rule. */
async function plantedImport() {
  const result = await cruise(join(root, 'tests', 'house', 'fixtures', 'planted'));
  const expected = [
    'contract-is-pure',
    'engine-without-electron',
    'no-network',
    'renderer-sees-contract-only',
    'rooms-by-their-door',
  ];
  const found = new Set(result?.broken.map(({ rule }) => rule) ?? []);
  const missed = expected.filter((rule) => !found.has(rule));
  return {
    code: missed.length === 0 ? 0 : 1,
    output: missed.map((rule) => `The rule ${rule} let a planted import through.`).join('\n'),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const outcomes = await runChecks(({ name, ok, output }) => {
    console.log(`${ok ? 'passed' : 'FAILED'}  ${name}`);
    if (!ok) console.log(output.trimEnd().replace(/^/gm, '    '));
  });
  const failed = outcomes.filter(({ ok }) => !ok).length;
  console.log(`${outcomes.length - failed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
