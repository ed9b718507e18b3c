import type { z } from 'zod';
import {
  CountRule,
  type DeadlineAnswer,
  DeadlineCalendar,
  DeadlineQuestion,
  SchoolYear,
} from '../../../contract/deadline.ts';
import { CannotAnswer } from './cannot-answer.ts';
import { computeDeadline } from './compute.ts';

const QUESTION_FIELDS = Object.keys(DeadlineQuestion.shape);
const RULE_FIELDS = Object.keys(CountRule.shape);
const CALENDAR_FIELDS = Object.keys(DeadlineCalendar.shape);
const YEAR_FIELDS = Object.keys(SchoolYear.shape);

/** `snow_days` and `SnowDay` are both meant for `snowDays`. */
function skeleton(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/s$/, '');
}

function closest(name: string, known: readonly string[]): string | undefined {
  return known.find((field) => skeleton(field) === skeleton(name));
}

/** Fields that are not of the vocabulary: a slip of the pen is refused, anything else is named as not read. */
function strangers(value: object, known: readonly string[], where: string): readonly string[] {
  const notes: string[] = [];
  for (const name of Object.keys(value)) {
    if (known.includes(name)) continue;
    const meant = closest(name, known);
    if (meant !== undefined) throw new CannotAnswer(`${where} has a field ${name}; ${meant} is meant.`, [meant]);
    const ofRule = where === 'The question' ? closest(name, RULE_FIELDS) : undefined;
    if (ofRule !== undefined) throw new CannotAnswer(`${name} belongs inside rule.`, [`rule.${ofRule}`]);
    notes.push(`${where} has a field ${name}, which was not read.`);
  }
  return notes;
}

function notRead(question: DeadlineQuestion): readonly string[] {
  return [
    ...strangers(question, QUESTION_FIELDS, 'The question'),
    ...strangers(question.calendar, CALENDAR_FIELDS, 'The calendar'),
    ...question.calendar.years.flatMap((year) => strangers(year, YEAR_FIELDS, 'A school year')),
  ];
}

type Issue = z.core.$ZodIssue;

function pathOf(issue: Issue): string {
  return issue.path.map(String).join('.');
}

function sentenceOf(issue: Issue): string {
  const where = pathOf(issue) || 'the question';
  if (issue.code === 'unrecognized_keys') return `${where} has a field that is not known: ${issue.keys.join(', ')}`;
  return `${where} ${issue.message.replace(/^Invalid input: /, 'is not as it should be: ')}`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Reflect.get(at, key);
  }
  return at;
}

function idOf(value: unknown): string | number | null {
  const id = valueAt(value, ['id']);
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

/**
 * Answers one question of `evenhand deadline`: the due date with its arithmetic, or `{id, error, missing}` where the
 * question is malformed or the calendar cannot answer it. Never throws for anything a question can hold.
 */
export function answerDeadline(question: unknown): DeadlineAnswer {
  const id = idOf(question);
  const parsed = DeadlineQuestion.safeParse(question);
  if (!parsed.success) {
    const { issues } = parsed.error;
    const missing = issues.filter((issue) => valueAt(question, issue.path) === undefined).map(pathOf);
    const sentences = [...new Set(issues.map(sentenceOf))].join('; ');
    return {
      id,
      error: `The question cannot be read: ${sentences}.`,
      missing: [...new Set(missing)].filter((path) => path !== ''),
    };
  }
  try {
    const notes = notRead(parsed.data);
    const { due, arithmetic } = computeDeadline(parsed.data);
    const answer = { id, due, arithmetic: [...arithmetic] };
    return notes.length === 0 ? answer : { ...answer, notes: [...notes] };
  } catch (error) {
    if (error instanceof CannotAnswer) return { id, error: error.message, missing: [...error.missing] };
    if (error instanceof RangeError)
      return { id, error: `A date of the question is out of range: ${error.message}`, missing: [] };
    throw error;
  }
}
