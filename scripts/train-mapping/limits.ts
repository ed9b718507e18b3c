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
  readonly isEveryday: boolean;
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
/** And where nothing else speaks for the item as a whole. */
const surelyWrongCosts = 1;
/** How many times a twice-labelled item counts beside one that was labelled once. */
const twiceLabelledCounts = 4;
const anyHead = heads.findIndex(({ id }) => id === 'any');
const clauseHeads = heads.flatMap(({ id }, head) => (id.startsWith('clause ') ? [head] : []));

export type Chosen = readonly Pick<Limits, 'least' | 'floor' | 'sure'>[];

/** More than 1: it is never said. */
const never = 1.1;
/** Of what somebody who can breach nothing wrote, only this is asked: what an employee learned from it. */
const receivedHead = heads.findIndex(({ concern }) => concern === 'reportable-concern-learned');

/** Chooses from which probability on each head speaks. */
export function chooseLimits(unseen: readonly Row[], development: readonly Row[], budget: Budget): Chosen {
  const sets = [unseen, development];
  // Two people agree about the development half; the training items have one person's labels.
  const weighed = [unseen, ...Array.from({ length: twiceLabelledCounts }, () => development)];
  const rows = weighed.flat();
  let best: Chosen = heads.map(() => ({ least: never, floor: 0, sure: never }));
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
    if (head === anyHead) return { least: any, floor: 0, sure: never };
    if (!clauseHeads.includes(head)) return { least: never, floor: 0, sure: never };
    const known = rows.filter((row) => row.targets[head] !== -1);
    const bound = known.filter((row) => row.bound);
    const least = bestLimit(
      bound.filter((row) => (row.probabilities[anyHead] ?? 0) >= any && !row.byRule.has(head)),
      head,
      { from: 0.12, to: 0.6, none: 0.6, wrongCosts },
    );
    const quiet = bound.filter((row) => !speaks(row, head, least, any));
    const floor = bestLimit(
      quiet.filter((row) => row.byRule.has(head)),
      head,
      { from: 0, to: 0.3, none: 0.3, wrongCosts },
    );
    const received = head === receivedHead ? known.filter((row) => !row.bound) : [];
    const sure = bestLimit(
      [...quiet, ...received].filter((row) => !row.byRule.has(head)),
      head,
      { from: 0.5, to: 0.97, none: never, wrongCosts: surelyWrongCosts },
    );
    return { least, floor, sure };
  });
}

interface Between {
  readonly from: number;
  readonly to: number;
  /** Where no limit gains anything. */
  readonly none: number;
  readonly wrongCosts: number;
}

/** The limit with which right ones outweigh wrong ones most; the lowest of equals. */
function bestLimit(rows: readonly Row[], head: number, { from, to, none, wrongCosts: cost }: Between): number {
  const order = rows
    .map((row) => ({ p: row.probabilities[head] ?? 0, right: row.targets[head] === 1 }))
    .sort((a, b) => b.p - a.p);
  let [gain, most, limit] = [0, 0, none];
  for (const { p, right } of order) {
    gain += right ? 1 : -cost;
    if (gain > 0 && gain >= most) [most, limit] = [gain, p];
  }
  return most === 0 ? none : Math.min(Math.max(limit, from), to);
}

function speaks(row: Row, head: number, least: number, any: number): boolean {
  return (row.probabilities[head] ?? 0) >= least && (row.probabilities[anyHead] ?? 0) >= any;
}

/** Whether the whole, rules and learned layer, would suggest the clause. */
export function suggests(row: Row, head: number, chosen: Chosen): boolean {
  const one = chosen[head];
  if (one === undefined || (!row.bound && head !== receivedHead)) return false;
  const probability = row.probabilities[head] ?? 0;
  if (probability >= one.sure) return true;
  if (!row.bound) return row.byRule.has(head);
  if (speaks(row, head, one.least, chosen[anyHead]?.least ?? 1)) return true;
  return row.byRule.has(head) && probability >= one.floor;
}

/** Of harmless items, so many (0–1) are everyday life and not near-misses, of which the corpus holds more than any case does. */
const everydayShare = 0.6;

/**
 * Of the items that expect nothing, the share (0–1) that gets a suggestion nobody left open, everyday life and near-misses
 * weighed as they come in life.
 */
export function disturbed(rows: readonly Row[], chosen: Chosen): number {
  const quiet = rows.filter(({ targets }) => !clauseHeads.some((head) => targets[head] === 1));
  const isLoud = (row: Row): boolean =>
    clauseHeads.some((head) => row.targets[head] === 0 && suggests(row, head, chosen));
  const share = (some: readonly Row[]): number => (some.length === 0 ? 0 : some.filter(isLoud).length / some.length);
  const everyday = share(quiet.filter(({ isEveryday }) => isEveryday));
  const nearMisses = share(quiet.filter(({ isEveryday }) => !isEveryday));
  return everyday * everydayShare + nearMisses * (1 - everydayShare);
}

export function recallOf(rows: readonly Row[], chosen: Chosen): number {
  const expected = rows.flatMap((row) =>
    clauseHeads.filter((head) => row.targets[head] === 1).map((head) => suggests(row, head, chosen)),
  );
  return expected.length === 0 ? 0 : expected.filter(Boolean).length / expected.length;
}

/** The lowest limit that keeps the false ones within the budget in every set, rules counted too. */
function screenLimits(sets: readonly (readonly Row[])[], head: number, budget: number): Chosen[number] {
  const least = Math.max(
    ...sets.map((set) => {
      const wrong = set
        .filter((row) => row.targets[head] === 0)
        .map((row) => row.probabilities[head] ?? 0)
        .sort((a, b) => b - a);
      return wrong[Math.floor(wrong.length * budget)] ?? 0;
    }),
  );
  return { least: Math.min(Math.max(least, 0.02), 0.9), floor: Math.min(least / 4, 0.05), sure: never };
}
