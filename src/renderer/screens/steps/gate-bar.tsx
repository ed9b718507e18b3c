import { Button } from '@mantine/core';
import { IconArrowForwardUp, IconLock, IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import type { GateView } from '../../../contract/step-view.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { timestampWords } from '../../parts/moment-words.ts';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { useWords } from '../../words/use-words.ts';

/** A gate across the rail: open, or closed with what is missing and the way to pass it over with a reason. */
export function GateBar({ gate, post }: { readonly gate: GateView; readonly post: string | null }) {
  const all = useWords();
  const words = all.steps.gates;
  const state = stateOf(gate);
  const Icon = { open: IconLockOpen, closed: IconLock, overridden: IconArrowForwardUp }[state];
  return (
    <li className="gate" data-state={state}>
      <div className="gate-beam" aria-hidden="true" />
      <div className="gate-body stack-close">
        <div className="row-apart">
          <p className="gate-title">
            {gate.title}
            {post === null ? null : <span className="small quiet"> {all.procedure.unit(post)}</span>}
          </p>
          <span className="chip" data-tone={{ open: 'done', closed: 'blocked', overridden: 'attention' }[state]}>
            <Icon size={12} aria-hidden /> {words.states[state]}
          </span>
        </div>
        {gate.overridden === null ? null : (
          <p className="small">
            {words.overridden(gate.overridden.by, timestampWords(gate.overridden.at, all.parts.moment))}:{' '}
            {gate.overridden.reason}
          </p>
        )}
        {gate.missing.length === 0 ? null : (
          <div className="small">
            {words.missing}:
            <ul className="dash-list">
              {gate.missing.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
        )}
        {state === 'closed' ? <Override gate={gate} /> : null}
      </div>
    </li>
  );
}

function stateOf(gate: GateView): 'open' | 'closed' | 'overridden' {
  if (gate.overridden !== null) return 'overridden';
  return gate.open ? 'open' : 'closed';
}

function Override({ gate }: { readonly gate: GateView }) {
  const words = useWords().steps.gates;
  const override = useCommandCall('gate.override');
  const [asking, setAsking] = useState(false);
  return (
    <div>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={words.overrideOf(gate.title)}
        onClick={() => setAsking(true)}
      >
        {words.override}
      </Button>
      <ReasonDialog
        opened={asking}
        title={words.overrideTitle(gate.title)}
        about={words.overrideWhy}
        action={words.overrideButton}
        busy={override.busy}
        error={override.error}
        onCancel={() => setAsking(false)}
        onReason={(reason) =>
          void override.run({ respondentId: gate.respondentId, gate: gate.gate, reason }).then((done) => {
            if (done !== null) setAsking(false);
          })
        }
      />
    </div>
  );
}
