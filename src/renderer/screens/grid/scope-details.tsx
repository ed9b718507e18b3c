import { useState } from 'react';
import type { ScopeClause, ScopeView } from '../../../contract/scope.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { ClauseCode } from '../../parts/clause-code.tsx';
import { TimestampText } from '../../parts/moment-text.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { useWords } from '../../words/use-words.ts';
import { AgreedLimits } from './agreed-limits.tsx';

/** On asking: which clauses stand inside and why, when the outside was opened, and what sources are limited to. */
export function ScopeDetails({ scope }: { readonly scope: ScopeView }) {
  const words = useWords().inquiry;
  const [leaving, setLeaving] = useState<string | null>(null);
  const narrow = useCommandCall('scope.narrow');
  const stop = () => {
    narrow.clear();
    setLeaving(null);
  };
  return (
    <details className="scope-details">
      <summary>{words.scope.details}</summary>
      <div className="stack">
        {scope.beyondWithDanger === 0 ? null : (
          <p className="scope-danger">{words.limit.danger(scope.beyondWithDanger)}</p>
        )}
        {scope.notAdopted === 0 ? null : <p className="quiet">{words.scope.notAdopted(scope.notAdopted)}</p>}
        <ul className="stack-close">
          {scope.clauses.map((clause) => (
            <ClauseLine key={`${clause.policy} ${clause.clause}`} clause={clause} onLeave={setLeaving} />
          ))}
        </ul>
        {scope.openings.length === 0 ? null : (
          <section className="stack-close">
            <h3>{words.scope.openings}</h3>
            <ul className="stack-close">
              {scope.openings.map((opening) => (
                <li key={opening.id}>
                  {words.scope.opening(opening.by, opening.items)}, <TimestampText at={opening.at} />: {opening.reason}
                </li>
              ))}
            </ul>
          </section>
        )}
        <AgreedLimits limits={scope.limits} />
      </div>
      <ReasonDialog
        opened={leaving !== null}
        title={words.scope.narrowTitle}
        about={words.scope.narrowAbout}
        action={words.scope.narrow}
        busy={narrow.busy}
        error={narrow.error}
        onCancel={stop}
        onReason={(reason) => {
          if (leaving === null) return;
          void narrow.run({ id: leaving, reason }).then((done) => {
            if (done !== null) stop();
          });
        }}
      />
    </details>
  );
}

function ClauseLine({ clause, onLeave }: { readonly clause: ScopeClause; readonly onLeave: (id: string) => void }) {
  const words = useWords().inquiry.scope;
  const { widened } = clause;
  return (
    <li>
      <ClauseCode policy={clause.policy} clause={clause.clause} />: {clause.label}{' '}
      <span className="quiet">
        {clause.allegations.length === 0 ? null : words.alleged(clause.allegations)}
        {widened === null ? null : `${words.widened(widened.by)}: ${widened.reason}`}
      </span>{' '}
      {widened === null ? null : (
        <button type="button" className="link-button" onClick={() => onLeave(widened.id)}>
          {words.narrow}
        </button>
      )}
    </li>
  );
}
