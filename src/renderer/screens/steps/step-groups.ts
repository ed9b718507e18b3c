import type { StepView } from '../../../contract/step-view.ts';

export interface StepGroups {
  readonly done: readonly StepView[];
  /** What is late, and what is due first: the thing to do now. */
  readonly now: readonly StepView[];
  readonly next: readonly StepView[];
  readonly blocked: readonly StepView[];
  readonly away: readonly StepView[];
}

/** Still to be done, or not recorded in time. */
export function isOpen({ state }: StepView): boolean {
  return state === 'due' || state === 'late' || state === 'blocked';
}

/** The steps of one employee in the order of the rail: done, now, next, blocked; what does not apply apart. */
export function groupSteps(steps: readonly StepView[]): StepGroups {
  const due = steps.filter(({ state }) => state === 'due').sort(byDueDate);
  const first = due[0];
  const late = steps.filter(({ state }) => state === 'late').sort(byDueDate);
  const isFirst = (step: StepView) => step === first || (step.due !== null && step.due === first?.due);
  return {
    done: steps.filter(({ state }) => state === 'done' || state === 'waived' || state === 'overridden'),
    now: [...late, ...due.filter(isFirst)],
    next: due.filter((step) => !isFirst(step)),
    blocked: steps.filter(({ state }) => state === 'blocked').sort(byDueDate),
    away: steps.filter(({ state }) => state === 'not-applicable'),
  };
}

/** Earliest first; what has no date comes last and keeps its order. */
function byDueDate(one: StepView, other: StepView): number {
  if (one.due === other.due) return 0;
  if (one.due === null) return 1;
  if (other.due === null) return -1;
  return one.due < other.due ? -1 : 1;
}

/** Plain words for the ids that a step waits for: a step, a gate, or a kind of event. */
export function namesOf(
  ids: readonly string[],
  known: { readonly steps: readonly StepView[]; readonly gates: readonly Named[]; readonly kinds: readonly Kind[] },
): readonly string[] {
  return ids.map((id) => {
    const step = known.steps.find((one) => one.step === id)?.title;
    const gate = known.gates.find((one) => one.gate === id)?.title;
    const kind = known.kinds.find((one) => one.kind === id)?.title;
    return step ?? gate ?? kind ?? id.replaceAll('-', ' ');
  });
}

interface Named {
  readonly gate: string;
  readonly title: string;
}

interface Kind {
  readonly kind: string;
  readonly title: string;
}
