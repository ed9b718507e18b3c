import { clauseKeys, type Labels, type TwiceLabelled } from './items.ts';

/** What two labels say together: `open` counts neither as a hit nor as a false alarm. */
export type Verdict = 'expected' | 'open' | 'none';

/** What an item should lead to, as far as two people agree. */
export interface Truth {
  readonly id: string;
  /** Clauses that are expected or open; every other one is `none`. */
  readonly clauses: ReadonlyMap<string, Verdict>;
  /** For each expected clause, the words that either person marked; empty where circumstances decide. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** `policy clause exception`, where both people wrote it. */
  readonly exceptions: readonly string[];
  readonly protectedSpeech: Verdict;
  readonly mandatedReport: Verdict;
}

/** Puts two people's labels together: expected where both expect, open where they differ about it or either left it open. */
export function truthOf({ first, second }: TwiceLabelled): Truth {
  const clauses = new Map<string, Verdict>();
  const words = new Map<string, readonly string[]>();
  for (const key of clauseKeys) {
    const verdict = together(stateOf(first, key), stateOf(second, key));
    if (verdict !== 'none') clauses.set(key, verdict);
    if (verdict === 'expected')
      words.set(key, [...new Set([...(first.words[key] ?? []), ...(second.words[key] ?? [])])]);
  }
  const others = exceptionsOf(second);
  return {
    id: first.id,
    clauses,
    words,
    exceptions: exceptionsOf(first).filter((exception) => others.includes(exception)),
    protectedSpeech: agreed(first.protectedSpeech.length > 0, second.protectedSpeech.length > 0),
    mandatedReport: agreed(first.mandatedReport, second.mandatedReport),
  };
}

/** One person's label of a clause. */
export function stateOf(labels: Labels, key: string): Verdict {
  const [policy, clause] = key.split(' ');
  const within = (clauses: Labels['expect']): boolean =>
    (policy === 'norwalk' ? clauses.norwalk : clauses['4118.51']).includes(clause ?? '');
  return within(labels.expect) ? 'expected' : within(labels.may) ? 'open' : 'none';
}

function together(one: Verdict, other: Verdict): Verdict {
  if (one === other) return one;
  return 'open';
}

function agreed(one: boolean, other: boolean): Verdict {
  return one === other ? (one ? 'expected' : 'none') : 'open';
}

function exceptionsOf(labels: Labels): readonly string[] {
  return [...labels.setAside, ...labels.exceptions].map(
    ({ policy, clause, exception }) => `${policy} ${clause} ${exception}`,
  );
}
