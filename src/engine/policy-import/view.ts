import type { DraftClause, DraftProblem, DraftSource, PolicyDraft } from '../../contract/policy-import.ts';
import { isLookedFor } from '../policy/index.ts';
import type { DraftState, StateClause, StatePassage } from './draft-state.ts';
import { sentencesIn } from './sentences.ts';
import { versionOf } from './to-pack.ts';

export interface DraftAround {
  readonly id: string;
  readonly source: DraftSource;
  readonly problems: readonly DraftProblem[];
  readonly takeBack: string | null;
  readonly doAgain: string | null;
  readonly before: string | null;
}

/** A draft as a window shows it: the text with its passages, and every clause with what was proposed and why. */
export function draftView(state: DraftState, around: DraftAround): PolicyDraft {
  const passages = new Map(state.passages.map((passage) => [passage.key, passage]));
  const quotedBy = new Map<string, string[]>();
  for (const one of state.clauses) {
    for (const key of one.passages) quotedBy.set(key, [...(quotedBy.get(key) ?? []), one.key]);
  }
  return {
    ...around,
    problems: [...around.problems],
    head: state.head,
    version: versionOf(state.head),
    text: state.text,
    passages: state.passages.map(({ key, role, start, end, words, page }) => ({
      key,
      role,
      start,
      end,
      words,
      page,
      clauses: quotedBy.get(key) ?? [],
    })),
    clauses: state.clauses.map((one) => clauseView(state.text, one, passages)),
  };
}

function clauseView(text: string, one: StateClause, passages: ReadonlyMap<string, StatePassage>): DraftClause {
  const { key, clause, proposals, confirmed } = one;
  const splits = clause.limb !== null ? [] : one.passages.flatMap((each) => splitsOf(text, passages.get(each)));
  return {
    key,
    clause,
    passages: one.passages,
    proposals,
    silent: ['guideline', 'general', 'duty'].includes(clause.kind) && !clause.concerns.some(isLookedFor),
    confirmed,
    splits,
  };
}

/** Where a clause may part: at its sentences, and at items within a sentence. */
function splitsOf(text: string, passage: StatePassage | undefined): DraftClause['splits'] {
  if (passage === undefined) return [];
  const { words: start, end } = passage;
  const places = new Set(sentencesIn(text, { start, end }).map((sentence) => sentence.start));
  for (const found of text.slice(start, end).matchAll(/(?:;\s+(?:and\s+|or\s+)?|\s(?=\([a-z0-9]{1,3}\)\s))/g)) {
    places.add(start + found.index + found[0].length);
  }
  return [...places]
    .filter((at) => at > start && at < end)
    .sort((a, b) => a - b)
    .slice(0, 60)
    .map((at) => ({
      at,
      words: text
        .slice(at, Math.min(end, at + 60))
        .replace(/\s+/g, ' ')
        .trim(),
    }));
}
