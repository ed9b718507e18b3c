import type { AgreementPack, EventKind, Step } from '../../../contract/agreement.ts';
import type { DeadlineCalendar } from '../../../contract/deadline.ts';
import { CannotAnswer } from '../days/cannot-answer.ts';
import { computeDeadline } from '../days/compute.ts';
import { dayOf, isoOf, wordsOf } from '../days/day.ts';
import { orderOf } from '../days/order.ts';
import { readTrigger } from '../days/trigger.ts';
import { versionOn } from '../packs/choose.ts';
import { GRIEVABLE, grievanceSteps } from '../packs/grievance-steps.ts';
import { type Fact, type Facts, occurrences, occurrencesOfAny, withFacts } from './facts.ts';
import { dueOf, ruleOf } from './limits.ts';
import { matching } from './matches.ts';

type Silence = {
  readonly pack: AgreementPack;
  readonly calendar: DeadlineCalendar;
  /** The day on which the question is asked. */
  readonly today: number;
};

/** A fact that follows from silence; it stands at the end of the day on which the time ran out. */
function deemed(kind: EventKind, due: string, timeZone: string, details: object, reason: string): Fact {
  const next = isoOf(dayOf(due) + 1);
  const event = { id: `${kind} by silence ${due}`, kind, at: `${due}T00:00:00`, ...details, deemed: true, reason };
  return { event, order: orderOf(next, timeZone) - 1, remark: null };
}

/** The last day of a step that has passed without the step being done; null while there is time, or where it was done. */
function passedDay(step: Step | undefined, facts: Facts, silence: Silence): string | null {
  if (step === undefined) return null;
  if (matching(occurrencesOfAny(facts, step.doneBy), step.doneWhere).length > 0) return null;
  const due = dueOf(step, silence.pack, facts, silence.calendar);
  if (due.kind !== 'known' || due.due.includes('T')) return null;
  return dayOf(due.due) < silence.today ? due.due : null;
}

function happened(facts: Facts, kind: EventKind, level: number): boolean {
  return matching(occurrences(facts, kind), { level }).length > 0;
}

function answerReason(pack: AgreementPack, due: string): string {
  const ended = `No answer came by ${wordsOf(dayOf(due), true)}`;
  switch (pack.extensions.boardSilent) {
    case 'advance':
      return `${ended}; the agreement moves the grievance up by itself.`;
    case 'denied':
      return `${ended}; the agreement takes that as a denial.`;
    default:
      return `${ended}; the agreement does not say what that means.`;
  }
}

/** The last day of a meeting that was never held, unless the answer came by then without one. */
function missedMeeting(level: number, step: Step | undefined, facts: Facts, silence: Silence): string | null {
  const day = passedDay(step, facts, silence);
  const answer = matching(occurrences(facts, 'grievance-answered'), { level })[0];
  if (day === null || answer === undefined) return day;
  return readTrigger(answer.event.at, facts.timeZone).day > dayOf(day) ? day : null;
}

/** What follows where a meeting or an answer did not come in time. */
function afterBoardSilence(level: number, facts: Facts, silence: Silence): Facts {
  const { pack, calendar } = silence;
  const steps = grievanceSteps(pack);
  const find = (id: string) => steps.find((step) => step.id === id);
  let current = facts;
  if (!happened(current, 'grievance-filed', level) || happened(current, 'grievance-filed', level + 1)) return current;
  const met = missedMeeting(level, find(`grievance-${level}-meeting`), current, silence);
  if (met !== null) {
    const reason = `No meeting was held by ${wordsOf(dayOf(met), true)}.`;
    current = withFacts(current, [deemed('grievance-meeting-lapsed', met, calendar.timeZone, { level }, reason)]);
  }
  const due = passedDay(find(`grievance-${level}-answer`), current, silence);
  if (due === null) return current;
  const reason = answerReason(pack, due);
  const filing = find(`grievance-${level + 1}-filing`) ?? find('arbitration-demand');
  const counted = filing?.limits.some(
    (limit) => limit.from.length === 1 && limit.from[0] === 'grievance-answer-lapsed',
  );
  if (pack.extensions.boardSilent === 'none' && counted !== true) return current;
  const lapse = deemed('grievance-answer-lapsed', due, calendar.timeZone, { level }, reason);
  const moves = pack.extensions.boardSilent === 'advance' && find(`grievance-${level + 1}-filing`) !== undefined;
  const filed = deemed('grievance-filed', due, calendar.timeZone, { level: level + 1 }, reason);
  return withFacts(current, moves ? [lapse, filed] : [lapse]);
}

/** A union that let its time pass, under an agreement that lets the time run once more. */
function afterUnionSilence(step: Step | undefined, facts: Facts, silence: Silence): Facts {
  const { pack, calendar } = silence;
  if (step === undefined || pack.extensions.unionSilent !== 'extended') return facts;
  const first = passedDay(step, facts, silence);
  const rule = step.limits[0] === undefined ? null : ruleOf(step.limits[0], pack);
  if (first === null || rule === null) return facts;
  const { due } = computeDeadline({ rule: { ...rule, receiptCutoff: null }, trigger: first, calendar });
  const reason = `the time ended unused on ${wordsOf(dayOf(first), true)}, and the agreement lets it run once more.`;
  return withFacts(facts, [deemed('extension-agreed', first, calendar.timeZone, { step: step.id, due }, reason)]);
}

function withSilenceOf(facts: Facts, silence: Silence): Facts {
  const steps = grievanceSteps(silence.pack);
  const levels = silence.pack.grievance?.levels.map(({ level }) => level) ?? [];
  try {
    const after = levels.reduce((current, level) => {
      const filing = steps.find((step) => step.id === `grievance-${level}-filing`);
      return afterBoardSilence(level, afterUnionSilence(filing, current, silence), silence);
    }, facts);
    return afterUnionSilence(
      steps.find((step) => step.id === 'arbitration-demand'),
      after,
      silence,
    );
  } catch (error) {
    // Without the days nothing is taken from silence; the step itself says what the calendar lacks.
    if (error instanceof CannotAnswer) return facts;
    throw error;
  }
}

/**
 * The facts with what an agreement takes from silence in its grievance procedure: an answer that did not come is a denial
 * or moves the grievance up, and a union's time may run once more. What was really recorded always comes first.
 */
export function withSilence(
  facts: Facts,
  packs: readonly AgreementPack[],
  calendar: DeadlineCalendar | null,
  now: string,
): Facts {
  const first = occurrencesOfAny(facts, GRIEVABLE)[0];
  if (calendar === null || first === undefined) return facts;
  const today = readTrigger(now, facts.timeZone).day;
  const date = isoOf(readTrigger(first.event.at, facts.timeZone).day);
  const ids = [...new Set(packs.filter((pack) => pack.grievance).map((pack) => pack.id))];
  return ids.reduce((current, id) => {
    const pack = versionOn(
      packs.filter((each) => each.id === id),
      date,
    );
    return pack === null ? current : withSilenceOf(current, { pack, calendar, today });
  }, facts);
}
