import type { StepCalendar, StepEvent, StepLine } from '../../src/contract/steps.ts';
import { steps } from '../../src/engine/agreement/index.ts';
import { inputOf } from './case.ts';

export type Person = { readonly name: string; readonly unit: string; readonly tenured?: boolean };

/** One thing that happens, or a day on which somebody looks, or a calendar that was corrected. */
export type Turn = { readonly event: StepEvent } | { readonly look: string } | { readonly calendar: StepCalendar };

function stateOf(line: StepLine): string {
  const due = line.due === null ? '' : ` ${line.due.slice(0, 16)}`;
  return `${line.state}${due}${line.doneLate ? ' (late)' : ''}`;
}

function tableOf(people: readonly Person[], events: readonly StepEvent[], now: string, calendar: StepCalendar | null) {
  const input = inputOf({ events, now });
  const lines = steps({
    ...input,
    respondents: people.map((person) => ({ ...person })),
    calendars: calendar === null ? input.calendars : [calendar],
  });
  const many = people.length > 1;
  return new Map(lines.map((line) => [many ? `${line.unit} ${line.step}` : line.step, stateOf(line)]));
}

/**
 * Plays a case from its first event to its last. For each turn: every step whose state or date changed by it, as
 * `step: state date`; what does not apply, before and after, is left out. `now` is the moment of the turn.
 */
export function play(
  people: readonly Person[],
  turns: readonly Turn[],
): readonly (readonly [string, readonly string[]])[] {
  const events: StepEvent[] = [];
  let calendar: StepCalendar | null = null;
  let before = new Map<string, string>();
  let now = '';
  return turns.map((turn) => {
    let name: string;
    if ('event' in turn) {
      events.push(turn.event);
      now = turn.event.at;
      name = `${turn.event.at.slice(0, 16)} ${turn.event.kind}`;
    } else if ('look' in turn) {
      now = turn.look;
      name = `${turn.look} a look`;
    } else {
      calendar = turn.calendar;
      name = 'the calendar is corrected';
    }
    const after = tableOf(people, events, now, calendar);
    const changed = [...after].filter(([step, state]) => state !== (before.get(step) ?? 'not-applicable'));
    before = after;
    return [name, changed.map(([step, state]) => `${step}: ${state}`)] as const;
  });
}
