import {
  IconAlertTriangle,
  IconArrowForwardUp,
  IconCheck,
  IconClock,
  IconLock,
  IconMinus,
  IconPlayerTrackNext,
} from '@tabler/icons-react';
import type { StepView } from '../../../contract/step-view.ts';
import { useWords } from '../../words/use-words.ts';

type State = StepView['state'];

const icons = {
  done: IconCheck,
  due: IconClock,
  late: IconAlertTriangle,
  blocked: IconLock,
  waived: IconPlayerTrackNext,
  overridden: IconArrowForwardUp,
  'not-applicable': IconMinus,
} as const;

const tones: Readonly<Record<State, string>> = {
  done: 'done',
  due: 'attention',
  late: 'late',
  blocked: 'blocked',
  waived: 'blocked',
  overridden: 'attention',
  'not-applicable': 'blocked',
};

/** The sign on the rail. */
export function StepNode({ state }: { readonly state: State }) {
  const Icon = icons[state];
  return (
    <span className="step-node" data-tone={tones[state]} aria-hidden="true">
      <Icon size={14} stroke={2} />
    </span>
  );
}

/** The state in a word; the sign beside it says the same. */
export function StepStateChip({ state, detail }: { readonly state: State; readonly detail: string | null }) {
  const words = useWords().steps;
  const Icon = icons[state];
  return (
    <span className="chip" data-tone={tones[state]}>
      <Icon size={12} aria-hidden />
      {words.states[state]}
      {detail === null ? null : `, ${detail}`}
    </span>
  );
}
