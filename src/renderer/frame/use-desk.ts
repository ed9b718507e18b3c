import { useEffect } from 'react';
import type { CaseState } from '../../contract/case.ts';
import type { StepsView, StepView } from '../../contract/step-view.ts';
import { useOs } from '../engine/os.tsx';
import { useQueryCall } from '../engine/use-call.ts';

/** Tells the start screen's list what is due next in this case. Without a keychain only the file's place is kept there. */
export function useDesk(state: CaseState): void {
  const os = useOs();
  const steps = useQueryCall('steps.view', {}, { keepPrevious: true });
  const people = useQueryCall('person.list', {}, { keepPrevious: true });
  const { path, number } = state;
  const isCopy = state.readOnly?.why === 'copy';
  const next = steps.value === null ? null : nextStep(steps.value);
  const unit = (people.value ?? []).find(({ caseRole }) => caseRole === 'respondent')?.unit ?? null;
  const ready = steps.value !== null && people.value !== null && !isCopy;
  const unitName = steps.value?.units.find(({ code }) => code === unit)?.name ?? unit;
  const nextTitle = next?.title ?? null;
  const due = next?.due ?? null;
  useEffect(() => {
    if (ready) void os.rememberCase(path, { number, unit: unitName, nextStep: nextTitle, due });
  }, [ready, os, path, number, unitName, nextTitle, due]);
}

/** The open step with the earliest date; one that is late comes first by its date. */
function nextStep({ steps }: StepsView): StepView | null {
  const dated = steps.filter((step) => (step.state === 'due' || step.state === 'late') && step.due !== null);
  return dated.sort((one, other) => ((one.due ?? '') < (other.due ?? '') ? -1 : 1))[0] ?? null;
}
