import type { AgreementPack, Condition, Step } from '../../../contract/agreement.ts';
import { gatesNamed, stepsNamed } from '../steps/conditions.ts';

type Problem = { readonly where: string; readonly problem: string };

function repeated(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

function unknownNames(conditions: readonly Condition[], beside: readonly AgreementPack[]): readonly string[] {
  const steps = new Set(beside.flatMap((pack) => pack.steps.map((step) => step.id)));
  const gates = new Set(beside.flatMap((pack) => pack.gates.map((gate) => gate.id)));
  return [
    ...stepsNamed(conditions)
      .filter((id) => !steps.has(id))
      .map((id) => `asks for a step that no pack has: ${id}`),
    ...gatesNamed(conditions)
      .filter((id) => !gates.has(id))
      .map((id) => `asks for a gate that no pack has: ${id}`),
  ];
}

/** Why a step can never be due, or never be done: each of these is a step that nobody will ever see move. */
function deadReasons(step: Step, pack: AgreementPack, beside: readonly AgreementPack[]): readonly string[] {
  const reasons: string[] = [];
  const begins = [...step.limits.flatMap((limit) => limit.from), ...step.startsWith];
  if (begins.length > 0 && begins.every((kind) => step.doneBy.includes(kind))) {
    reasons.push('is dead: the event that begins it is the one that completes it');
  }
  const wanted = step.appliesWhen.flatMap((condition) => ('happened' in condition ? [condition.happened] : []));
  // An event that is barred only where it says something particular may well have happened otherwise.
  const barred = step.appliesWhen.flatMap((condition) =>
    'notHappened' in condition && condition.where === undefined ? [condition.notHappened] : [],
  );
  if (wanted.some((kind) => barred.includes(kind))) {
    reasons.push('is dead: it applies only when the same event has and has not happened');
  }
  const noUnion = pack.kind !== 'law' && pack.units.length > 0 && pack.units.every((unit) => unit.union === null);
  const needsUnion = step.appliesWhen.some(
    (condition) => 'respondent' in condition && condition.respondent === 'represented' && condition.is,
  );
  if (noUnion && needsUnion) reasons.push('is dead: it needs a union, and no unit of the pack has one');
  if (barred.some((kind) => step.limits.some((limit) => limit.from.length === 1 && limit.from[0] === kind))) {
    reasons.push('is dead: the event that begins it takes it away');
  }
  const gates = new Set(beside.flatMap((each) => each.gates.map((gate) => gate.id)));
  if (step.behind && !gates.has(step.behind)) reasons.push(`stands behind a gate that no pack has: ${step.behind}`);
  return reasons;
}

function asked(step: Step, beside: readonly AgreementPack[]): boolean {
  return beside.some(
    (pack) =>
      pack.gates.some((gate) => stepsNamed(gate.requires).includes(step.id)) ||
      pack.steps.some((other) => stepsNamed(other.needs).includes(step.id)),
  );
}

function stepProblems(step: Step, pack: AgreementPack, beside: readonly AgreementPack[]): readonly Problem[] {
  const problems = [...deadReasons(step, pack, beside), ...unknownNames([...step.needs, ...step.appliesWhen], beside)];
  if (step.onLapse === 'block' && !asked(step, beside)) {
    problems.push('is said to block, but no gate and no step asks for it');
  }
  return problems.map((problem) => ({ where: `step ${step.id}`, problem }));
}

function representationProblems(pack: AgreementPack): readonly Problem[] {
  if (pack.representation?.duty !== 'advise') return [];
  const told = pack.steps.some((step) => step.doneBy.includes('representation-notice-given'));
  return told ? [] : [{ where: 'representation', problem: 'the duty is to advise, but no step says so' }];
}

/** Steps and gates that name what does not exist, stand twice, block nothing or can never move. */
export function checkPackSteps(pack: AgreementPack, beside: readonly AgreementPack[]): readonly Problem[] {
  const units = repeated(pack.units.map((unit) => unit.code));
  const noUnit = pack.kind !== 'law' && pack.units.length === 0;
  return [
    ...repeated(pack.steps.map((step) => step.id)).map((id) => ({ where: `step ${id}`, problem: 'stands twice' })),
    ...repeated(pack.gates.map((gate) => gate.id)).map((id) => ({ where: `gate ${id}`, problem: 'stands twice' })),
    ...units.map((code) => ({ where: `unit ${code}`, problem: 'stands twice' })),
    ...(noUnit ? [{ where: 'units', problem: 'the pack covers no unit' }] : []),
    ...pack.steps.flatMap((step) => stepProblems(step, pack, beside)),
    ...pack.gates.flatMap((gate) =>
      unknownNames(gate.requires, beside).map((problem) => ({ where: `gate ${gate.id}`, problem })),
    ),
    ...pack.gates
      .filter((gate) => gate.guards.length === 0 && !gate.id.startsWith('document:'))
      .map((gate) => ({
        where: `gate ${gate.id}`,
        problem: 'guards nothing: it stands before no fact and no document',
      })),
    ...representationProblems(pack),
  ];
}
