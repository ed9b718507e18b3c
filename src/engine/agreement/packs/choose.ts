import type { AgreementPack, Gate, Step } from '../../../contract/agreement.ts';
import type { StepRespondent } from '../../../contract/steps.ts';
import { isoOf } from '../days/day.ts';
import { compareText } from '../days/order.ts';
import { readTrigger } from '../days/trigger.ts';
import { type Fact, type Facts, occurrencesOfAny } from '../steps/facts.ts';
import { triggerOf } from '../steps/limits.ts';
import { GRIEVABLE, grievanceSteps } from './grievance-steps.ts';

export type PackStep = { readonly pack: AgreementPack; readonly step: Step };
export type PackGate = { readonly pack: AgreementPack; readonly gate: Gate };

/** Whether a pack covers a respondent: a law covers everybody, an agreement its own units. */
export function covers(pack: AgreementPack, respondent: StepRespondent): boolean {
  if (pack.kind === 'law') return true;
  return pack.units.some((unit) => unit.code === respondent.unit);
}

/** A respondent with what their unit's agreement says about the unit, where nobody has said it. */
export function withUnitFacts(respondent: StepRespondent, packs: readonly AgreementPack[]): StepRespondent {
  const unit = packs
    .flatMap((pack) => (pack.kind === 'law' ? [] : pack.units))
    .find((each) => each.code === respondent.unit);
  if (unit === undefined) return respondent;
  return {
    ...respondent,
    certified: respondent.certified ?? unit.certified,
    represented: respondent.represented ?? unit.union !== null,
  };
}

/** The first day of a pack; one whose beginning nobody has looked up sorts before all days. */
function startOf(pack: AgreementPack): string {
  return pack.inForce.from ?? '';
}

function inForceOn(pack: AgreementPack, date: string): boolean {
  return startOf(pack) <= date && (pack.inForce.to === null || date <= pack.inForce.to);
}

/** The version of a pack that governs a date: the one in force, else the last one before it that goes on after its end. */
export function versionOn(versions: readonly AgreementPack[], date: string): AgreementPack | null {
  const inForce = versions.find((pack) => inForceOn(pack, date));
  if (inForce !== undefined) return inForce;
  const heldOver = versions
    .filter((pack) => startOf(pack) <= date && pack.inForce.holdover)
    .toSorted((a, b) => compareText(startOf(b), startOf(a)));
  return heldOver[0] ?? null;
}

/** On the calendar's own clock: an evening in Connecticut is the next day in UTC. */
function dayOfFact(fact: Fact, facts: Facts): string {
  return isoOf(readTrigger(fact.event.at, facts.timeZone).day);
}

/** The version of a pack that governs a day, of several with one id; null where none does. */
export function packVersionOn(packs: readonly AgreementPack[], id: string, date: string): AgreementPack | null {
  return versionOn(
    packs.filter((pack) => pack.id === id),
    date,
  );
}

function dateOfTrigger(step: Step, facts: Facts): string | null {
  for (const limit of step.limits) {
    const trigger = triggerOf(limit, facts);
    if (trigger !== null) return dayOfFact(trigger, facts);
  }
  const begins = occurrencesOfAny(facts, step.startsWith)[0];
  return begins === undefined ? null : dayOfFact(begins, facts);
}

function groupsOf(packs: readonly AgreementPack[]): readonly (readonly AgreementPack[])[] {
  const groups = new Map<string, AgreementPack[]>();
  for (const pack of packs) {
    const group = groups.get(pack.id);
    if (group === undefined) groups.set(pack.id, [pack]);
    else group.push(pack);
  }
  return [...groups.values()];
}

/** Whether the facts are there without which nobody needs a pack's clocks. */
function appears(pack: AgreementPack, facts: Facts): boolean {
  return pack.appearsWith.length === 0 || occurrencesOfAny(facts, pack.appearsWith).length > 0;
}

/** The steps of a pack: its own, and those of its grievance procedure once there is something to grieve. */
function stepsOfPack(pack: AgreementPack, facts: Facts): readonly Step[] {
  return occurrencesOfAny(facts, GRIEVABLE).length === 0 ? pack.steps : [...pack.steps, ...grievanceSteps(pack)];
}

export type ChosenSteps = {
  readonly steps: readonly PackStep[];
  readonly gates: readonly PackGate[];
  /** Steps of a pack of which no version was in force when their clock began, or now. */
  readonly outside: readonly (PackStep & { readonly date: string })[];
};

/** Which steps of one version govern, and which lie outside every version of the pack. */
function stepsOfVersion(pack: AgreementPack, versions: readonly AgreementPack[], facts: Facts, today: string) {
  const steps: PackStep[] = [];
  const outside: (PackStep & { readonly date: string })[] = [];
  for (const step of stepsOfPack(pack, facts)) {
    const date = dateOfTrigger(step, facts) ?? today;
    const governing = versionOn(versions, date);
    if (governing === pack) steps.push({ pack, step });
    else if (governing === null && pack === versions[0]) outside.push({ pack, step, date });
  }
  return { steps, outside };
}

/**
 * The steps and gates that govern a respondent. Where a pack is given in several versions, each step is taken from the
 * version in force on the day of its own trigger, and from today's where nothing has happened yet; gates are today's.
 */
export function chooseSteps(
  packs: readonly AgreementPack[],
  respondent: StepRespondent,
  facts: Facts,
  today: string,
): ChosenSteps {
  const groups = groupsOf(packs.filter((pack) => covers(pack, respondent) && appears(pack, facts)));
  const parts = groups.flatMap((versions) => versions.map((pack) => stepsOfVersion(pack, versions, facts, today)));
  const gates = groups.flatMap((versions) => {
    const current = versionOn(versions, today) ?? versions[versions.length - 1];
    return (current?.gates ?? []).flatMap((gate) => (current === undefined ? [] : [{ pack: current, gate }]));
  });
  return {
    steps: parts.flatMap((part) => part.steps),
    gates,
    outside: parts.flatMap((part) => part.outside),
  };
}
