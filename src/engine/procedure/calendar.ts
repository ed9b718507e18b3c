import type { StepCalendar } from '../../contract/steps.ts';
import { answerDeadline, loadCalendar } from '../agreement/index.ts';
import type { EngineCore } from '../core.ts';

/** The district's calendar; null where the case has no district or the district has none. */
export function sessionCalendar(engine: EngineCore): StepCalendar | null {
  const id = engine.session.district?.calendar ?? null;
  return id === null ? null : loadCalendar(engine.host.resourcesDir, id);
}

/** Says of days whether students attend; null where the calendar cannot tell. Answers are remembered. */
export function schoolDays(calendar: StepCalendar | null): (day: string) => boolean | null {
  const known = new Map<string, boolean | null>();
  return (day) => {
    const before = known.get(day);
    if (before !== undefined) return before;
    const answer = calendar === null ? null : isSchoolDay(calendar, day);
    known.set(day, answer);
    return answer;
  };
}

/** The first school day counted from a day, itself included, is that day exactly when school is held on it. */
function isSchoolDay(calendar: StepCalendar, day: string): boolean | null {
  const answer = answerDeadline({
    id: day,
    rule: { days: 1, dayKind: 'school', excludeTriggerDay: false },
    trigger: day,
    calendar,
  });
  return 'due' in answer ? answer.due === day : null;
}
