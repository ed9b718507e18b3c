import type { Limits } from '../../src/engine/policy/learned/stored-model.ts';
import { heads } from './heads.ts';

/** One item as the limits are chosen from it. */
export interface Row {
  /** Probability of each head, from a fit that had not seen the item. */
  readonly probabilities: readonly number[];
  /** What each head should have said: 1, 0, or -1 where it was left open. */
  readonly targets: Int8Array;
  /** Heads that the rules alone would say. */
  readonly byRule: ReadonlySet<number>;
  readonly bound: boolean;
}

/** Shares (0–1) that the limits keep to, on the training items and on the development half each. */
export interface Budget {
  /** Of items that expect nothing, how many may get any suggestion. */
  readonly harmless: number;
  readonly speech: number;
  readonly report: number;
}

/** How much a wrong suggestion costs, where a right one gains 1: nobody is judged by a suggestion, but each takes time. */
const wrongCosts = 0.4;
/** How many times a twice-labelled item counts beside one that was labelled once. */
const twiceLabelledCounts = 4;
const anyHead = heads.findIndex(({ id }) => id === 'any');
const clauseHeads = heads.flatMap(({ id }, head) => (id.startsWith('clause ') ? [head] : []));

export type Chosen = readonly Pick<Limits, 'least' | 'floor'>[];

/** Chooses from which probability on each head speaks. */
export function chooseLimits(unseen: readonly Row[], development: readonly Row[], budget: Budget): Chosen {
  const sets = [unseen, development];
  // Two people agree about the development half; the training items have one person's labels.
  const weighed = [unseen, ...Array.from({ length: twiceLabelledCounts }, () => development)];
  const rows = weighed.flat();
  let best: Chosen = heads.map(() => ({ least: 1.1, floor: 0 }));
  let found = -1;
  for (let any = 0.05; any < 0.95; any += 0.01) {
    const chosen = withGate(rows, any);
    if (sets.some((set) => disturbed(set, chosen) > budget.harmless)) continue;
    const hits = recallOf(rows, chosen);
    if (hits > found) [best, found] = [chosen, hits];
  }
  return best.map((one, head) => {
    const { label } = heads[head] ?? { label: { kind: 'any' } };
    if (label.kind === 'speech') return screenLimits(sets, head, budget.speech);
    if (label.kind === 'mandated-report') return screenLimits(sets, head, budget.report);
    return one;
  });
}

function withGate(rows: readonly Row[], any: number): Chosen {
  return heads.map((_, head) => {
    if (head === anyHead) return { least: any, floor: 0 };
    if (!clauseHeads.includes(head)) return { least: 1.1, floor: 0 };
    const least = bestLimit(
      rows.filter((row) => (row.probabilities[anyHead] ?? 0) >= any && !row.byRule.has(head)),
      head,
      0.12,
    );
    const floor = bestLimit(
      rows.filter((row) => row.byRule.has(head) && !speaks(row, head, least, any)),
      head,
      0,
    );
    return { least, floor: Math.min(floor, 0.3) };
  });
}

/** The limit with which right ones outweigh wrong ones most; the lowest of equals. */
function bestLimit(rows: readonly Row[], head: number, lowest: number): number {
  const order = rows
    .filter((row) => row.bound && row.targets[head] !== -1)
    .map((row) => ({ p: row.probabilities[head] ?? 0, right: row.targets[head] === 1 }))
    .sort((a, b) => b.p - a.p);
  let [gain, most, limit] = [0, 0, 0.6];
  for (const { p, right } of order) {
    gain += right ? 1 : -wrongCosts;
    if (gain >= most) [most, limit] = [gain, p];
  }
  return Math.min(Math.max(limit, lowest), 0.6);
}

function speaks(row: Row, head: number, least: number, any: number): boolean {
  return (row.probabilities[head] ?? 0) >= least && (row.probabilities[anyHead] ?? 0) >= any;
}

/** Whether the whole, rules and learned layer, would suggest the clause. */
export function suggests(row: Row, head: number, chosen: Chosen): boolean {
  const one = chosen[head];
  if (one === undefined || !row.bound) return false;
  if (speaks(row, head, one.least, chosen[anyHead]?.least ?? 1)) return true;
  return row.byRule.has(head) && (row.probabilities[head] ?? 0) >= one.floor;
}

/** Of the items that expect nothing, the share (0–1) that gets a suggestion nobody left open. */
export function disturbed(rows: readonly Row[], chosen: Chosen): number {
  const quiet = rows.filter(({ targets }) => !clauseHeads.some((head) => targets[head] === 1));
  const loud = quiet.filter((row) =>
    clauseHeads.some((head) => row.targets[head] === 0 && suggests(row, head, chosen)),
  );
  return quiet.length === 0 ? 0 : loud.length / quiet.length;
}

export function recallOf(rows: readonly Row[], chosen: Chosen): number {
  const expected = rows.flatMap((row) =>
    clauseHeads.filter((head) => row.targets[head] === 1).map((head) => suggests(row, head, chosen)),
  );
  return expected.length === 0 ? 0 : expected.filter(Boolean).length / expected.length;
}

/** The lowest limit that keeps the false ones within the budget in every set, rules counted too. */
function screenLimits(
  sets: readonly (readonly Row[])[],
  head: number,
  budget: number,
): Pick<Limits, 'least' | 'floor'> {
  const least = Math.max(
    ...sets.map((set) => {
      const wrong = set
        .filter((row) => row.targets[head] === 0)
        .map((row) => row.probabilities[head] ?? 0)
        .sort((a, b) => b - a);
      return wrong[Math.floor(wrong.length * budget)] ?? 0;
    }),
  );
  return { least: Math.min(Math.max(least, 0.02), 0.9), floor: Math.min(least / 4, 0.05) };
}
