import { type EventKind, eventKinds } from '../../../contract/agreement.ts';
import { wordsOf } from '../days/day.ts';
import { clockOf, readTrigger } from '../days/trigger.ts';

/** `Thu 12 Feb 2026, 09:30` of a moment in a zone; the time only where it is known. */
export function momentWords(written: string, timeZone: string): string {
  const { day, time } = readTrigger(written, timeZone);
  return time === null ? wordsOf(day, true) : `${wordsOf(day, true)}, ${clockOf(time)}`;
}

/** What an event is called inside a sentence: `the notice of investigation was served`. */
export function eventClause(kind: EventKind): string {
  const words = eventKinds[kind];
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** `a`, `a or b`, `a, b or c`. */
export function eitherOf(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words[words.length - 1] ?? ''}`;
}
