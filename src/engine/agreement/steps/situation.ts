import type { AgreementPack } from '../../../contract/agreement.ts';
import type { DeadlineCalendar } from '../../../contract/deadline.ts';
import type { StepCalendar, StepRespondent, StepsInput } from '../../../contract/steps.ts';
import type { Day } from '../days/day.ts';
import { isoOf } from '../days/day.ts';
import { orderOf } from '../days/order.ts';
import { readTrigger } from '../days/trigger.ts';
import { type ChosenSteps, chooseSteps, covers, withUnitFacts } from '../packs/choose.ts';
import { type Fact, type Facts, factsAbout, factsOf, factsUntil } from './facts.ts';
import { withSilence } from './silence.ts';

/** Everything that the rules look at for one respondent under one unit, at one moment. */
export type Situation = {
  readonly respondent: StepRespondent;
  readonly facts: Facts;
  readonly chosen: ChosenSteps;
  readonly packs: readonly AgreementPack[];
  readonly calendar: DeadlineCalendar | null;
  readonly timeZone: string;
  readonly now: { readonly written: string; readonly order: number; readonly day: Day };
};

function calendarOf(respondent: StepRespondent, calendars: readonly StepCalendar[]): StepCalendar | null {
  const named = calendars.find((calendar) => calendar.id && calendar.id === respondent.calendar);
  return named ?? (respondent.calendar ? null : (calendars[0] ?? null));
}

function situationOf(
  respondent: StepRespondent,
  input: StepsInput,
  facts: readonly Fact[],
  timeZone: string,
): Situation {
  const known = withUnitFacts(respondent, input.packs);
  const day = readTrigger(input.now, timeZone).day;
  const calendar = calendarOf(respondent, input.calendars);
  const recorded = factsAbout(facts, known, timeZone);
  const covering = input.packs.filter((pack) => covers(pack, known));
  const own = withSilence(recorded, covering, calendar, input.now);
  return {
    respondent: known,
    facts: own,
    chosen: chooseSteps(input.packs, known, own, isoOf(day)),
    packs: input.packs,
    calendar,
    timeZone,
    now: { written: input.now, order: orderOf(input.now, timeZone), day },
  };
}

/** One situation for each respondent, in the order given. Without any calendar, days are read in UTC. */
export function situationsOf(input: StepsInput): readonly Situation[] {
  const factsByZone = new Map<string, readonly Fact[]>();
  return input.respondents.map((respondent) => {
    const timeZone = calendarOf(respondent, input.calendars)?.timeZone ?? input.calendars[0]?.timeZone ?? 'UTC';
    const facts = factsByZone.get(timeZone) ?? factsOf(input.events, timeZone);
    factsByZone.set(timeZone, facts);
    return situationOf(respondent, input, facts, timeZone);
  });
}

/** The same respondent as matters stood at an earlier moment. */
export function situationAt(situation: Situation, order: number): Situation {
  return { ...situation, facts: factsUntil(situation.facts, order) };
}
