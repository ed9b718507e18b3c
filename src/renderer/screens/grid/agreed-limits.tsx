import { useState } from 'react';
import type { AgreedLimit } from '../../../contract/scope.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { useWords } from '../../words/use-words.ts';
import { LimitForm } from './limit-form.tsx';

/** What owners of sources agreed to hand over, and the form that limits another one. */
export function AgreedLimits({ limits }: { readonly limits: readonly AgreedLimit[] }) {
  const words = useWords().inquiry.limit;
  const [adding, setAdding] = useState(false);
  const [lifting, setLifting] = useState<string | null>(null);
  const lift = useCommandCall('limit.lift');
  const stop = () => {
    lift.clear();
    setLifting(null);
  };
  return (
    <section className="stack-close">
      <h3>{words.title}</h3>
      <p className="quiet">{words.about}</p>
      {limits.length === 0 ? <p>{words.none}</p> : null}
      <ul className="stack-close">
        {limits.map((limit) => (
          <li key={limit.id}>
            {words.line(limit.evidenceName, limit.beyond)}{' '}
            <span className="quiet">{words.agreed(limit.agreedWith, limit.agreedOn)}</span>{' '}
            <button type="button" className="link-button" onClick={() => setLifting(limit.id)}>
              {words.lift}
            </button>
          </li>
        ))}
      </ul>
      {adding ? (
        <LimitForm onDone={() => setAdding(false)} />
      ) : (
        <div>
          <button type="button" className="link-button" onClick={() => setAdding(true)}>
            {words.add}
          </button>
        </div>
      )}
      <ReasonDialog
        opened={lifting !== null}
        title={words.liftTitle}
        about={words.liftAbout}
        action={words.lift}
        busy={lift.busy}
        error={lift.error}
        onCancel={stop}
        onReason={(reason) => {
          if (lifting === null) return;
          void lift.run({ id: lifting, reason }).then((done) => {
            if (done !== null) stop();
          });
        }}
      />
    </section>
  );
}
