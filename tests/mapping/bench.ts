/**
 * Measures the suggestions against the labelled items: `npm run bench:mapping` prints the half that may be learned from,
 * `npm run bench:mapping -- --held-out` the other half too. Whoever looks at single held-out items spoils it.
 */
import { fileURLToPath } from 'node:url';
import { loadPolicies, suggestFor, toWire } from '../../src/engine/policy/index.ts';
import { readEvaluation, readSplit, type TwiceLabelled } from './items.ts';
import { kappaOf, type Rate, type Score, scoreOf, type Tally } from './score.ts';
import { truthOf } from './truth.ts';

const folder = fileURLToPath(new URL('evaluation', import.meta.url));
const packs = loadPolicies(fileURLToPath(new URL('../../resources', import.meta.url)));
const items = readEvaluation(folder);
const heldOut = new Set(readSplit(folder).heldOut);

function percent(value: number | null): string {
  return (value === null ? '–' : (value * 100).toFixed(1)).padStart(6);
}

function tallyLine(name: string, one: Tally, kappa = ''): string {
  const counts = [one.hits, one.misses, one.falseAlarms].map((count) => String(count).padStart(6)).join('');
  return `${name.padEnd(34)}${percent(one.precision)} ${percent(one.recall)} ${percent(one.f1)}${counts}${kappa}`;
}

function rateLine(name: string, one: Rate): string {
  return `${name.padEnd(34)}${percent(one.rate)}   ${one.held} of ${one.of}`;
}

function measure(half: readonly TwiceLabelled[]): Score {
  return scoreOf(
    half.map((one) => ({
      truth: truthOf(one),
      kind: one.first.kind,
      output: toWire(suggestFor({ id: one.first.id, item: one.first.item, context: one.first.context }, packs)),
    })),
  );
}

function print(title: string, half: readonly TwiceLabelled[]): void {
  const score = measure(half);
  console.log(`\n${title}: ${score.items} items\n`);
  console.log(`${''.padEnd(36)}prec    rec     f1   hit  miss false  kappa`);
  for (const [key, one] of score.clauses)
    console.log(tallyLine(key, one, (kappaOf(half, key)?.toFixed(2) ?? '–').padStart(7)));
  const { macro } = score;
  console.log(
    `${`mean of ${macro.clauses} clauses`.padEnd(34)}${percent(macro.precision)} ${percent(macro.recall)} ${percent(macro.f1)}`,
  );
  console.log(tallyLine('all together', score.micro));
  console.log(tallyLine('protected speech', score.protectedSpeech));
  console.log(tallyLine('mandated report', score.mandatedReport));
  console.log(rateLine('silent where nothing is expected', score.silence));
  console.log(rateLine('silent on everyday items', score.everydaySilence));
  console.log(rateLine('points to the right words', score.spans));
  console.log(rateLine('exceptions surfaced', score.exceptions));
}

/** Items a second over several rounds, after one that warms up. */
function speed(): number {
  const rounds = 5;
  const once = (): void => {
    for (const { first } of items) suggestFor({ id: first.id, item: first.item, context: first.context }, packs);
  };
  once();
  const began = process.hrtime.bigint();
  for (let round = 0; round < rounds; round += 1) once();
  return (rounds * items.length) / (Number(process.hrtime.bigint() - began) / 1e9);
}

print(
  'Development half',
  items.filter(({ first }) => !heldOut.has(first.id)),
);
if (process.argv.includes('--held-out'))
  print(
    'Held-out half',
    items.filter(({ first }) => heldOut.has(first.id)),
  );
console.log(`\n${Math.round(speed())} items a second`);
