import { type Day, partsOf, wordsOf } from './day.ts';

/** One day of the arithmetic and what it was taken for. */
export type TraceLine =
  | { readonly kind: 'day'; readonly day: Day; readonly words: string }
  | { readonly kind: 'remark'; readonly words: string };

export function onDay(day: Day, words: string): TraceLine {
  return { kind: 'day', day, words };
}

export function remark(words: string): TraceLine {
  return { kind: 'remark', words };
}

/** The arithmetic as lines for people: `Fri 13 Feb: day 1`. The year stands where it first appears or changes. */
export function linesOf(trace: readonly TraceLine[]): readonly string[] {
  let yearShown: number | null = null;
  return trace.map((line) => {
    if (line.kind === 'remark') return line.words;
    const year = partsOf(line.day).year;
    const words = `${wordsOf(line.day, year !== yearShown)}: ${line.words}`;
    yearShown = year;
    return words;
  });
}
