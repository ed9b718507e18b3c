import type { AgreementPack, EventKind } from '../../src/contract/agreement.ts';
import { type GateLine, type StepEvent, type StepLine, StepsInput } from '../../src/contract/steps.ts';
import { gates, loadAgreements, loadCalendar, loadLaws, steps } from '../../src/engine/agreement/index.ts';

export const resources = new URL('../../resources', import.meta.url).pathname;
export const agreements = loadAgreements(resources);
export const laws = loadLaws(resources);
export const soundShore = loadCalendar(resources, 'sound-shore');

export const teacher = { name: 'Dana Reyes', unit: 'teachers' };
export const coach = { name: 'Kit Marlow', unit: 'coaches' };

type Details = Partial<StepEvent> & Record<string, string | number | boolean | null | undefined>;

/** An event whose id is its kind and its moment: enough to name it in a test. */
export function event(kind: EventKind, at: string, details: Details = {}): StepEvent {
  return StepsInput.shape.events.element.parse({ id: `${kind} ${at}`, kind, at, respondent: null, ...details });
}

type Scene = {
  readonly events: readonly StepEvent[];
  readonly now: string;
  readonly respondents?: readonly { readonly name: string; readonly unit: string | null }[];
  readonly packs?: readonly AgreementPack[];
};

export function inputOf(scene: Scene): StepsInput {
  return {
    events: [...scene.events],
    packs: [...(scene.packs ?? [...agreements, ...laws])],
    calendars: [soundShore],
    respondents: [...(scene.respondents ?? [teacher])],
    now: scene.now,
  };
}

export function linesOf(scene: Scene): readonly StepLine[] {
  return steps(inputOf(scene));
}

export function gatesOf(scene: Scene): readonly GateLine[] {
  return gates(inputOf(scene));
}

/** One line; throws where the step does not exist. */
export function line(scene: Scene, step: string, respondent = teacher.name, unit?: string): StepLine {
  const found = linesOf(scene).find(
    (each) => each.step === step && each.respondent === respondent && (unit === undefined || each.unit === unit),
  );
  if (found === undefined) throw new Error(`no step ${step}`);
  return found;
}

export function gate(scene: Scene, id: string, respondent = teacher.name): GateLine {
  const found = gatesOf(scene).find((each) => each.gate === id && each.respondent === respondent);
  if (found === undefined) throw new Error(`no gate ${id}`);
  return found;
}

/** The state of every step that applies, as `step: state due` lines. */
export function table(scene: Scene, respondent: string): readonly string[] {
  return linesOf(scene)
    .filter((each) => each.respondent === respondent && each.state !== 'not-applicable')
    .map((each) => `${each.step}: ${each.state}${each.due === null ? '' : ` ${each.due}`}`);
}

/*
 * A whole case. March and April 2026 at Sound Shore: no students on Fri 13 March (staff only), Fri 3 April, and in the
 * recess of 13-17 April.
 */
export const beginning: readonly StepEvent[] = [
  event('complaint-received', '2026-03-09T09:00:00-04:00', { channel: 'email' }),
  event('evidence-captured', '2026-03-09T11:00:00-04:00'),
  event('mandated-report-screened', '2026-03-09T12:00:00-04:00'),
];

export const teacherPath: readonly StepEvent[] = [
  ...beginning,
  event('notice-of-investigation-served', '2026-03-11T11:00:00-04:00', { how: 'by hand', proof: 'signed receipt' }),
  event('union-notified', '2026-03-12T09:00:00-04:00', { how: 'e-mail', proof: 'read receipt' }),
  event('interview-scheduled', '2026-03-12T12:00:00-04:00', { for: '2026-03-24T14:00:00-04:00' }),
  event('representation-notice-given', '2026-03-18T10:00:00-04:00', { proof: 'signed receipt' }),
  event('interview-notice-served', '2026-03-18T10:00:00-04:00', { proof: 'signed receipt' }),
  event('representation-requested', '2026-03-18T10:05:00-04:00'),
  event('representative-arrived', '2026-03-24T13:55:00-04:00'),
  event('interview-held', '2026-03-24T14:00:00-04:00'),
];
