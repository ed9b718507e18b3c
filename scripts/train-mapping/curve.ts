import { forward } from '../../src/engine/policy/learned/network.ts';
import { trainNetwork } from './fit.ts';
import { heads } from './heads.ts';
import type { Prepared } from './prepare.ts';
import { examplesOf } from './variant.ts';

/** Prints how the figures on the development half grow with the corpus: one fit each, limits left aside. */
export function printCurve(prepared: Prepared): void {
  const { exampleOf, taughtBy, shape } = examplesOf(prepared, true);
  const development = prepared.development.map((one) => exampleOf(one));
  const any = heads.findIndex(({ id }) => id === 'any');
  const clauses = heads.flatMap(({ id }, head) => (id.startsWith('clause ') ? [head] : []));
  console.log('corpus   mean average precision   found where 8 % of harmless items are disturbed');
  for (const share of [0.25, 0.5, 0.75, 1]) {
    const taught = taughtBy((index) => (Math.imul(index + 1, 2654435761) >>> 0) / 2 ** 32 < share);
    const network = trainNetwork(taught, shape, 1);
    const judged = development.map(({ dense, sparse, targets }) => ({
      sums: forward(network, dense, sparse),
      targets,
    }));
    const pairs = (head: number): readonly Pair[] =>
      judged.flatMap(({ sums, targets }) =>
        targets[head] === -1 ? [] : [{ sum: sums[head] ?? 0, expected: targets[head] === 1 }],
      );
    const precisions = clauses.map((head) => averagePrecision(pairs(head))).filter((one) => one !== null);
    const mean = precisions.reduce((sum, one) => sum + one, 0) / precisions.length;
    console.log(`${`${share * 100} %`.padEnd(9)}${mean.toFixed(3).padEnd(25)}${foundAt(pairs(any), 0.08).toFixed(3)}`);
  }
}

interface Pair {
  readonly sum: number;
  readonly expected: boolean;
}

/** Mean of the precision at each expected item, in the order of the sums; null where none is expected. */
function averagePrecision(pairs: readonly Pair[]): number | null {
  const order = [...pairs].sort((a, b) => b.sum - a.sum);
  let hits = 0;
  let sum = 0;
  for (const [place, { expected }] of order.entries()) {
    if (!expected) continue;
    hits += 1;
    sum += hits / (place + 1);
  }
  return hits === 0 ? null : sum / hits;
}

/** The share of expected ones above what this share of the others stays below. */
function foundAt(pairs: readonly Pair[], share: number): number {
  const others = pairs
    .filter(({ expected }) => !expected)
    .map(({ sum }) => sum)
    .sort((a, b) => b - a);
  const limit = others[Math.floor(others.length * share)] ?? 0;
  const wanted = pairs.filter(({ expected }) => expected);
  return wanted.length === 0 ? 0 : wanted.filter(({ sum }) => sum > limit).length / wanted.length;
}
