import type { SuggestOutput } from '../../src/contract/suggest.ts';
import { clauseKeys, type TwiceLabelled } from './items.ts';
import { stateOf, type Truth, type Verdict } from './truth.ts';

/** What was suggested for one item, beside what two people expect. */
export interface Judged {
  readonly truth: Truth;
  readonly output: SuggestOutput;
  readonly kind: 'positive' | 'near-miss' | 'everyday';
}

/** Counts of one question, with open labels left out. Fractions are 0–1; null where there is nothing to divide by. */
export interface Tally {
  readonly hits: number;
  readonly misses: number;
  readonly falseAlarms: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

export interface Rate {
  readonly of: number;
  readonly held: number;
  readonly rate: number | null;
}

export interface Score {
  readonly items: number;
  readonly clauses: ReadonlyMap<string, Tally>;
  /** Means over the clauses with at least one expected item; a clause that was never suggested has precision 0 there. */
  readonly macro: {
    readonly precision: number;
    readonly recall: number;
    readonly f1: number;
    readonly clauses: number;
  };
  /** All clauses counted together. */
  readonly micro: Tally;
  /** Of the items that expect nothing, how many got no suggestion but open ones. */
  readonly silence: Rate;
  readonly everydaySilence: Rate;
  /** Of all items, how many got no suggestion that both people call wrong. */
  readonly withoutWrong: Rate;
  /** Of the hits whose words are labelled, how many point to a labelled piece. */
  readonly spans: Rate;
  /** Of the exceptions both people wrote, how many were set aside or shown. */
  readonly exceptions: Rate;
  readonly protectedSpeech: Tally;
  readonly mandatedReport: Tally;
}

/** Everything that is measured on one set of items. */
export function scoreOf(judged: readonly Judged[]): Score {
  const clauses = new Map(clauseKeys.map((key) => [key, tallyClause(judged, key)]));
  const quiet = judged.filter(({ truth }) => ![...truth.clauses.values()].includes('expected'));
  const everyday = quiet.filter(({ kind }) => kind === 'everyday');
  return {
    items: judged.length,
    clauses,
    macro: macroOf([...clauses.values()]),
    micro: sum([...clauses.values()]),
    silence: rate(quiet, isSilent),
    everydaySilence: rate(everyday, isSilent),
    withoutWrong: rate(judged, ({ truth, output }) => suggested(output).every((key) => truth.clauses.has(key))),
    spans: rate(judged.flatMap(markedHits), pointsToTheWords),
    exceptions: rate(judged.flatMap(expectedExceptions), ({ exception, surfaced }) => surfaced.includes(exception)),
    protectedSpeech: tally(
      judged.map(({ truth, output }) => [truth.protectedSpeech, output.protectedSpeech.length > 0]),
    ),
    mandatedReport: tally(judged.map(({ truth, output }) => [truth.mandatedReport, output.mandatedReport.flag])),
  };
}

function tallyClause(judged: readonly Judged[], key: string): Tally {
  return tally(judged.map(({ truth, output }) => [truth.clauses.get(key) ?? 'none', suggested(output).includes(key)]));
}

function suggested(output: SuggestOutput): readonly string[] {
  return output.suggestions.map(({ policy, clause }) => `${policy} ${clause}`);
}

/** Counts answers against verdicts; an open verdict counts nowhere. */
export function tally(answers: readonly (readonly [Verdict, boolean])[]): Tally {
  const count = (verdict: Verdict, said: boolean): number =>
    answers.filter(([wanted, answer]) => wanted === verdict && answer === said).length;
  return tallyFrom(count('expected', true), count('expected', false), count('none', true));
}

function tallyFrom(hits: number, misses: number, falseAlarms: number): Tally {
  const expected = hits + misses;
  return {
    hits,
    misses,
    falseAlarms,
    precision: hits + falseAlarms === 0 ? null : hits / (hits + falseAlarms),
    recall: expected === 0 ? null : hits / expected,
    f1: expected === 0 ? null : (2 * hits) / (2 * hits + falseAlarms + misses),
  };
}

function sum(tallies: readonly Tally[]): Tally {
  const total = (of: (one: Tally) => number): number => tallies.reduce((all, one) => all + of(one), 0);
  return tallyFrom(
    total((one) => one.hits),
    total((one) => one.misses),
    total((one) => one.falseAlarms),
  );
}

function macroOf(tallies: readonly Tally[]): Score['macro'] {
  const counted = tallies.filter((one) => one.hits + one.misses > 0);
  const mean = (of: (one: Tally) => number | null): number =>
    counted.length === 0 ? 0 : counted.reduce((all, one) => all + (of(one) ?? 0), 0) / counted.length;
  return {
    precision: mean((one) => one.precision),
    recall: mean((one) => one.recall),
    f1: mean((one) => one.f1),
    clauses: counted.length,
  };
}

function isSilent({ truth, output }: Judged): boolean {
  return suggested(output).every((key) => truth.clauses.get(key) === 'open');
}

interface MarkedHit {
  readonly spans: readonly string[];
  readonly words: readonly string[];
}

function markedHits({ truth, output }: Judged): readonly MarkedHit[] {
  return output.suggestions.flatMap(({ policy, clause, spans }) => {
    const words = truth.words.get(`${policy} ${clause}`) ?? [];
    return words.length === 0 ? [] : [{ words, spans: spans.map((span) => span.text) }];
  });
}

/** True where a span and a labelled piece contain one another or share at least half of the shorter one's words. */
function pointsToTheWords({ spans, words }: MarkedHit): boolean {
  return spans.some((span) => words.some((piece) => overlap(span, piece)));
}

function overlap(span: string, piece: string): boolean {
  if (span.includes(piece) || piece.includes(span)) return true;
  const [shorter, longer] = [wordsOf(span), wordsOf(piece)].sort((a, b) => a.length - b.length);
  if (shorter === undefined || longer === undefined || shorter.length === 0) return false;
  return shorter.filter((word) => longer.includes(word)).length * 2 >= shorter.length;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
}

function expectedExceptions({ truth, output }: Judged) {
  const surfaced = [
    ...output.setAside.map(({ policy, clause, exception }) => `${policy} ${clause} ${exception}`),
    ...output.suggestions.flatMap(({ policy, clause, exceptions }) =>
      exceptions.map(({ exception }) => `${policy} ${clause} ${exception}`),
    ),
  ];
  return truth.exceptions.map((exception) => ({ exception, surfaced }));
}

function rate<Value>(values: readonly Value[], holds: (value: Value) => boolean): Rate {
  const held = values.filter(holds).length;
  return { of: values.length, held, rate: values.length === 0 ? null : held / values.length };
}

/** Cohen's kappa of two people on one clause, expected or not; null where neither ever expects it or both always do. */
export function kappaOf(items: readonly TwiceLabelled[], key: string): number | null {
  const pairs = items.map(
    ({ first, second }) => [stateOf(first, key) === 'expected', stateOf(second, key) === 'expected'] as const,
  );
  const share = (holds: (pair: readonly [boolean, boolean]) => boolean): number =>
    pairs.filter(holds).length / pairs.length;
  if (pairs.length === 0) return null;
  const [one, other] = [share(([first]) => first), share(([, second]) => second)];
  const byChance = one * other + (1 - one) * (1 - other);
  return byChance === 1 ? null : (share(([first, second]) => first === second) - byChance) / (1 - byChance);
}
