import type { StepEvent, StepsInput } from '../../../contract/steps.ts';
import { orderOf } from '../days/order.ts';
import { covers } from '../packs/choose.ts';
import { grievanceSteps } from '../packs/grievance-steps.ts';
import { eventClause } from './words.ts';

type Known = {
  readonly names: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
  readonly steps: ReadonlySet<string>;
  readonly gates: ReadonlySet<string>;
  readonly timeZone: string;
  readonly now: number;
};

function knownOf(input: StepsInput): Known {
  const timeZone = input.calendars[0]?.timeZone ?? 'UTC';
  return {
    names: new Set(input.respondents.map(({ name }) => name)),
    ids: new Set(input.events.map(({ id }) => id)),
    steps: new Set(input.packs.flatMap((pack) => [...pack.steps, ...grievanceSteps(pack)].map(({ id }) => id))),
    gates: new Set(input.packs.flatMap((pack) => pack.gates.map(({ id }) => id))),
    timeZone,
    now: orderOf(input.now, timeZone),
  };
}

const ABOUT_A_STEP: ReadonlySet<string> = new Set(['step-waived', 'extension-agreed', 'extension-taken']);

function stepRemark(event: StepEvent, known: Known): string | null {
  if (!ABOUT_A_STEP.has(event.kind)) return null;
  if (!event.step) return 'does not say which step it is about';
  if (!known.steps.has(event.step)) return `names a step that no pack has: ${event.step}`;
  if (event.kind === 'extension-agreed' && !event.due) return 'does not say until when';
  return event.kind === 'extension-taken' && !event.side ? 'does not say which side took it' : null;
}

function gateRemark(event: StepEvent, known: Known): string | null {
  if (event.kind !== 'gate-overridden') return null;
  if (!event.gate) return 'does not say which gate it is about';
  return known.gates.has(event.gate) ? null : `names a gate that no pack has: ${event.gate}`;
}

function personRemark(event: StepEvent, known: Known): string | null {
  if (!event.respondent || known.names.has(event.respondent)) return null;
  return `is about ${event.respondent}, who is no respondent of this case, and counts for nobody`;
}

function correctionRemark(event: StepEvent, known: Known): string | null {
  const needed = event.kind === 'event-corrected' || event.kind === 'event-withdrawn';
  if (!event.corrects) return needed ? 'does not say which event it is about' : null;
  if (!known.ids.has(event.corrects)) return `is about an event that is not here: ${event.corrects}`;
  return event.kind === 'event-corrected' && !event.correctAt
    ? 'gives no other time, so the event is taken as withdrawn'
    : null;
}

function timeRemark(event: StepEvent, known: Known): string | null {
  return orderOf(event.at, known.timeZone) > known.now
    ? 'lies in the future; a meeting that is set says so with "for"'
    : null;
}

const CHECKS = [personRemark, stepRemark, gateRemark, correctionRemark, timeRemark] as const;

function eventRemarks(event: StepEvent, known: Known): readonly string[] {
  return CHECKS.flatMap((check) => {
    const remark = check(event, known);
    return remark === null ? [] : [`Event ${event.id} (${eventClause(event.kind)}) ${remark}.`];
  });
}

function unitRemarks(input: StepsInput): readonly string[] {
  return input.respondents
    .filter((respondent) => !input.packs.some((pack) => pack.kind !== 'law' && covers(pack, respondent)))
    .map(({ name, unit }) => `No pack covers ${name} (unit ${unit ?? 'not known'}): only steps of the law are shown.`);
}

function repeatedIds(events: readonly StepEvent[]): readonly string[] {
  const ids = events.map(({ id }) => id);
  const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...twice].map((id) => `Two events have the id ${id}; corrections of it cannot be told apart.`);
}

/**
 * What is odd about the facts themselves, a sentence each: events about nobody in the case, about steps or gates that do
 * not exist, in the future, or without what their kind needs. Nothing is refused for it.
 */
export function stepRemarks(input: StepsInput): readonly string[] {
  const known = knownOf(input);
  return [
    ...unitRemarks(input),
    ...repeatedIds(input.events),
    ...input.events.flatMap((event) => eventRemarks(event, known)),
  ];
}
