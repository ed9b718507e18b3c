/**
 * Measures the suggestions against the labelled items: `npm run bench:mapping` prints the half that may be learned from,
 * `npm run bench:mapping -- --held-out` the other half too. Whoever looks at single held-out items spoils it.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startNodeWorker, workerEntry } from '../../src/engine/index.ts';
import { loadPolicies, type SuggestOptions, sentencesFor, suggestFor, toWire } from '../../src/engine/policy/index.ts';
import { SentenceEncoder } from '../../src/engine/workers/sentence-encoder.ts';
import { readEvaluation, readSplit, type TwiceLabelled } from './items.ts';
import { kappaOf, type Rate, type Score, scoreOf, type Tally } from './score.ts';
import { truthOf } from './truth.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = fileURLToPath(new URL('evaluation', import.meta.url));
const packs = loadPolicies(join(root, 'resources'));
const items = readEvaluation(folder);
const heldOut = new Set(readSplit(folder).heldOut);
const inputOf = ({ first }: TwiceLabelled) => ({ id: first.id, item: first.item, context: first.context });

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

function measure(half: readonly TwiceLabelled[], options: SuggestOptions): Score {
  return scoreOf(
    half.map((one) => ({
      truth: truthOf(one),
      kind: one.first.kind,
      output: toWire(suggestFor(inputOf(one), packs, options)),
    })),
  );
}

function print(title: string, half: readonly TwiceLabelled[], options: SuggestOptions): void {
  const score = measure(half, options);
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
  console.log(rateLine('nothing plainly wrong', score.withoutWrong));
  console.log(rateLine('points to the right words', score.spans));
  console.log(rateLine('exceptions surfaced', score.exceptions));
}

/** One line for each group of the items, and for each layer of the whole. */
function printGroups(half: readonly TwiceLabelled[], options: SuggestOptions): void {
  const line = (name: string, some: readonly TwiceLabelled[], how: SuggestOptions): void => {
    const { micro, macro, silence } = measure(some, how);
    console.log(
      `${`${name} (${some.length})`.padEnd(34)}${percent(micro.precision)} ${percent(micro.recall)} ${percent(macro.recall)}   ${silence.of - silence.held} of ${silence.of}`,
    );
  };
  console.log(`\n${''.padEnd(36)}prec    rec  macro   harmless with a suggestion`);
  for (const language of ['en', 'es', 'pt', 'ht'] as const)
    line(
      language,
      half.filter(({ first }) => first.language === language),
      options,
    );
  for (const difficulty of ['plain', 'circumstance', 'figurative', 'noisy'] as const)
    line(
      difficulty,
      half.filter(({ first }) => first.difficulty === difficulty),
      options,
    );
  line('rules alone', half, { learned: false });
  line('with words, meanings, examples', half, {});
  line('with the encoder too', half, options);
}

/** How often suggestions of a like score are right, open ones left out: a higher score should be right more often. */
function printCalibration(half: readonly TwiceLabelled[], options: SuggestOptions): void {
  const said = half.flatMap((one) => {
    const { clauses } = truthOf(one);
    return suggestFor(inputOf(one), packs, options).suggestions.flatMap(({ policy, clause, score }) => {
      const verdict = clauses.get(`${policy} ${clause}`) ?? 'none';
      return verdict === 'open' ? [] : [{ score, right: verdict === 'expected' }];
    });
  });
  console.log('\nscore         right   of');
  const steps = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01];
  for (const [index, from] of steps.slice(0, -1).entries()) {
    const some = said.filter(({ score }) => score >= from && score < (steps[index + 1] ?? 2));
    const right = some.filter((one) => one.right).length;
    console.log(
      `${from.toFixed(1)} and more ${percent(some.length === 0 ? null : right / some.length)} ${some.length}`,
    );
  }
}

/** Items a second over several rounds, after one that warms up. */
function speed(options: SuggestOptions): number {
  const rounds = 3;
  const once = (): void => {
    for (const one of items) suggestFor(inputOf(one), packs, options);
  };
  once();
  const began = process.hrtime.bigint();
  for (let round = 0; round < rounds; round += 1) once();
  return (rounds * items.length) / (Number(process.hrtime.bigint() - began) / 1e9);
}

const encoder = new SentenceEncoder(() => startNodeWorker(workerEntry(join(root, 'src', 'engine'), 'encode', false)));
const withHeldOut = process.argv.includes('--held-out');
const measured = items.filter(({ first }) => withHeldOut || !heldOut.has(first.id));
const began = performance.now();
await encoder.encode(measured.flatMap((one) => sentencesFor(inputOf(one))));
const encoding = measured.length / ((performance.now() - began) / 1000);
const options = { vectors: encoder.vectorOf };
const development = items.filter(({ first }) => !heldOut.has(first.id));
print('Development half', development, options);
printGroups(development, options);
printCalibration(development, options);
if (withHeldOut) {
  const half = items.filter(({ first }) => heldOut.has(first.id));
  print('Held-out half', half, options);
  printGroups(half, options);
  printCalibration(half, options);
}
console.log(
  `\nitems a second: ${Math.round(encoding)} encoded, ${Math.round(speed({}))} suggested without the encoder`,
);
encoder.close();
