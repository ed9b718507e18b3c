import type { StepView } from '../../../contract/step-view.ts';
import { isOpen } from './step-groups.ts';

export type DeadlineGroupName = 'late' | 'today' | 'week' | 'later' | 'undated';

const MILLISECONDS_PER_DAY = 86_400_000;
const WEEK = 7;
const ORDER: readonly DeadlineGroupName[] = ['late', 'today', 'week', 'later', 'undated'];

function groupOf(step: StepView, today: string): DeadlineGroupName {
  if (step.state === 'late') return 'late';
  if (step.due === null) return 'undated';
  const day = step.due.slice(0, 10);
  if (day <= today) return 'today';
  const until = new Date(Date.parse(`${today}T00:00:00Z`) + WEEK * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
  return day <= until ? 'week' : 'later';
}

/** The open steps by urgency; within a group the earliest first. What waits for something and has no date is left out. */
export function deadlineGroups(
  steps: readonly StepView[],
  today: string,
): readonly { readonly name: DeadlineGroupName; readonly steps: readonly StepView[] }[] {
  const open = steps.filter((step) => isOpen(step) && (step.due !== null || step.state !== 'blocked'));
  return ORDER.flatMap((name) => {
    const own = open
      .filter((step) => groupOf(step, today) === name)
      .sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1));
    return own.length === 0 ? [] : [{ name, steps: own }];
  });
}
