import { Button, Checkbox } from '@mantine/core';
import { type Clause, EmployeeRole } from '../../../contract/policy.ts';
import type { DraftClause } from '../../../contract/policy-import.ts';
import { SelectField } from '../../parts/select-field.tsx';
import { useWords } from '../../words/use-words.ts';
import { ClauseActions } from './clause-actions.tsx';
import type { ClauseEditing } from './clause-editing.ts';
import { ConcernsField } from './concerns-field.tsx';
import { joined } from './draft-text.tsx';
import { ElementsField } from './elements-field.tsx';
import { Typed } from './typed-field.tsx';

interface ClausePanelProps extends ClauseEditing {
  readonly onConfirmNext: () => void;
  readonly onChoose: (clause: DraftClause | undefined) => void;
}

const KINDS = ['guideline', 'general', 'duty', 'preamble', 'definition', 'process'] as const;
const FORCES = ['prohibitive', 'mandatory', 'advisory', 'empowering', 'definitional', 'procedural'] as const;

/** The proposal for one clause: everything can be changed, and every change can be taken back. */
export function ClausePanel({ draft, chosen, onEdit, onConfirmNext, onChoose }: ClausePanelProps) {
  const words = useWords().policies;
  const { clause, key, confirmed } = chosen;
  const at = draft.clauses.indexOf(chosen);
  const set = (change: Partial<Clause>) => void onEdit({ do: 'set', clause: key, change });
  const problems = draft.problems.filter((problem) => problem.clause === key);
  return (
    <section className="panel stack" aria-label={words.clause(clause.id, at + 1, draft.clauses.length)}>
      <div className="row-apart">
        <h2>{words.clause(clause.id, at + 1, draft.clauses.length)}</h2>
        <span className="chip" data-tone={confirmed ? 'done' : 'suggested'}>
          {confirmed ? words.done : words.open}
        </span>
      </div>
      {clause.heading === null ? null : <p className="small quiet">{joined(clause.heading)}</p>}
      <blockquote className="reading policy-quote" aria-label={words.words}>
        {joined(clause.words)}
      </blockquote>
      {clause.limb === null ? null : (
        <p>
          <strong>{words.limb}</strong> <span className="reading">{joined(clause.limb)}</span>
        </p>
      )}
      {clause.further.map((further) => (
        <p key={further}>
          <strong>{words.further}</strong> <span className="reading">{joined(further)}</span>
        </p>
      ))}
      {problems.map(({ message, blocking }) => (
        <p key={message} className={blocking ? 'policy-problem' : 'policy-machine'}>
          {message}
        </p>
      ))}
      <div className="form-grid">
        <Typed label={words.id} value={clause.id} onSet={(id) => set({ id })} />
        <Typed label={words.name} value={clause.label} onSet={(label) => set({ label })} />
        <SelectField
          label={words.kind}
          value={clause.kind}
          options={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          onChange={(kind) => set({ kind })}
        />
        <SelectField
          label={words.force}
          value={clause.force}
          options={FORCES.map((value) => ({ value, label: words.forces[value] }))}
          onChange={(force) => set({ force })}
        />
        <Typed
          label={words.modal}
          value={clause.modal ?? ''}
          onSet={(modal) => set({ modal: modal === '' ? null : modal })}
        />
      </div>
      <fieldset className="form-part stack-close">
        <legend className="field-label">{words.binds}</legend>
        <div className="policy-roles">
          {EmployeeRole.options.map((role) => (
            <Checkbox
              key={role}
              size="xs"
              label={words.roles[role]}
              checked={clause.binds.roles.includes(role)}
              onChange={(event) => {
                const roles = EmployeeRole.options.filter((one) =>
                  one === role ? event.currentTarget.checked : clause.binds.roles.includes(one),
                );
                set({ binds: { ...clause.binds, roles } });
              }}
            />
          ))}
        </div>
      </fieldset>
      <ConcernsField chosen={chosen} onSet={set} />
      <ElementsField elements={clause.elements} concerns={clause.concerns} onSet={(elements) => set({ elements })} />
      {clause.exceptions.length === 0 ? null : (
        <div className="stack-close">
          <h3>{words.exceptions}</h3>
          <ul className="policy-why">
            {clause.exceptions.map((exception) => (
              <li key={exception.id} className="reading">
                {joined(exception.words)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <details className="policy-details">
        <summary>{words.why}</summary>
        <ul className="policy-why">
          {chosen.proposals.map(({ because }) => (
            <li key={because}>{because}</li>
          ))}
        </ul>
      </details>
      <ClauseActions draft={draft} chosen={chosen} onEdit={onEdit} onChoose={onChoose} />
      <div className="row policy-confirm">
        {confirmed ? (
          <Button variant="default" onClick={() => void onEdit({ do: 'confirm', clauses: [key], confirmed: false })}>
            {words.reopen}
          </Button>
        ) : (
          <Button onClick={onConfirmNext}>{words.confirmNext}</Button>
        )}
        <Button variant="default" disabled={at <= 0} onClick={() => onChoose(draft.clauses[at - 1])}>
          {words.previous}
        </Button>
        <Button
          variant="default"
          disabled={at >= draft.clauses.length - 1}
          onClick={() => onChoose(draft.clauses[at + 1])}
        >
          {words.next}
        </Button>
      </div>
    </section>
  );
}
