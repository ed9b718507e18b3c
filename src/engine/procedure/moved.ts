import type { MovedDeadline } from '../../contract/school-calendar.ts';
import { steps } from '../agreement/index.ts';
import type { ReadableDb } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { respondents } from '../people/index.ts';
import { stepsInput } from './steps-input.ts';

type Open = ReadonlyMap<string, Omit<MovedDeadline, 'from' | 'to'> & { readonly due: string | null }>;

const OPEN: ReadonlySet<string> = new Set(['due', 'late', 'blocked']);

/** The deadlines that are open now, by respondent, unit and step. */
export function openDeadlines(engine: EngineCore, db: ReadableDb): Open {
  const ids = new Map(respondents(db).map(({ name, id }) => [name, id]));
  return new Map(
    steps(stepsInput(engine, db))
      .filter(({ state }) => OPEN.has(state))
      .map((line) => [
        JSON.stringify([line.respondent, line.unit, line.pack, line.step]),
        {
          respondentId: ids.get(line.respondent) ?? '',
          respondent: line.respondent,
          title: line.title,
          article: line.article,
          due: line.due,
        },
      ]),
  );
}

/** Which open deadlines stand elsewhere than before, the earliest first. */
export function movedDeadlines(before: Open, after: Open): MovedDeadline[] {
  const moved = [...after].flatMap(([key, { due, ...line }]) => {
    const old = before.get(key);
    return old === undefined || old.due === due ? [] : [{ ...line, from: old.due, to: due }];
  });
  return moved.sort((a, b) => ((a.to ?? '9') < (b.to ?? '9') ? -1 : 1));
}
