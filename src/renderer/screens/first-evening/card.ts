import { FirstQuestion } from '../../../contract/complaint.ts';
import type { Words } from '../../words/index.ts';

export const eveningQuestions = [...FirstQuestion.options, 'may-disappear', 'talk-planned'] as const;
export type EveningQuestion = (typeof eveningQuestions)[number];
export type EveningAnswer = 'yes' | 'no' | 'not-known';
/** Null is not answered yet. */
export type EveningAnswers = Readonly<Record<EveningQuestion, EveningAnswer | null>>;

/** The page: whom to call, what tonight, what on the next working day, what never, and where each part comes from. */
export interface EveningCard {
  readonly who: readonly string[];
  readonly tonight: readonly string[];
  readonly monday: readonly string[];
  readonly never: readonly string[];
  readonly sources: readonly string[];
  readonly open: number;
}

interface Part {
  readonly who: readonly string[];
  readonly tonight: readonly string[];
  readonly monday: readonly string[];
  readonly never: readonly string[];
  readonly source: string;
}

/**
 * Lays the page from the answers. “Not known yet” asks to find out, and until then for what a yes would ask. The gravest
 * comes first, in the order of the questions; a line that another answer rules out gives way to it.
 */
export function eveningCard(answers: EveningAnswers, words: Words): EveningCard {
  const text = words.firstEvening;
  const counts = (question: EveningQuestion) => answers[question] === 'yes' || answers[question] === 'not-known';
  const parts = eveningQuestions.filter(counts).map((question) => partOf(question, counts, words));
  const findOut = eveningQuestions
    .filter((question) => answers[question] === 'not-known')
    .map((question) => text.findOut(textOf(question, words).question));
  const never = text.always.never;
  return {
    who: unique(parts.flatMap((part) => part.who)),
    tonight: unique([...findOut, ...parts.flatMap((part) => part.tonight), ...Object.values(text.always.tonight)]),
    monday: unique([
      ...parts.flatMap((part) => part.monday),
      caseLine(counts, words),
      text.always.monday.tellSuperintendent,
    ]),
    never: unique([never.alone, never.logIns, never.forward, ...parts.flatMap((part) => part.never)]),
    sources: unique([...parts.map((part) => part.source), text.always.source]),
    open: eveningQuestions.filter((question) => answers[question] === null).length,
  };
}

/** The question, why it is asked, and what a yes asks for. */
export function textOf(
  question: EveningQuestion,
  words: Words,
): Part & { readonly question: string; readonly why: string } {
  return question === 'may-disappear' || question === 'talk-planned'
    ? words.firstEvening.list[question]
    : words.questions.list[question];
}

function partOf(question: EveningQuestion, counts: (question: EveningQuestion) => boolean, words: Words): Part {
  const part = textOf(question, words);
  // Who may copy nothing, or must collect nothing more, is not told to save pages.
  if (question === 'may-disappear' && (counts('minor-unclothed') || counts('police-or-dcf'))) {
    return { ...part, who: [], tonight: [words.firstEvening.saveNothing], monday: part.monday.slice(0, 1) };
  }
  return part;
}

function caseLine(counts: (question: EveningQuestion) => boolean, words: Words): string {
  const { monday } = words.firstEvening.always;
  if (counts('conflict-of-interest')) return monday.handOver;
  return counts('minor-unclothed') || counts('police-or-dcf') ? monday.makeCaseInWords : monday.makeCase;
}

function unique(lines: readonly string[]): readonly string[] {
  return [...new Set(lines)];
}
