import { NativeSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Clause } from '../../../contract/policy.ts';
import type { DraftClause } from '../../../contract/policy-import.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { useWords } from '../../words/use-words.ts';

/** What the program looks for under a clause. A concern that is taken out is no longer named by its elements either. */
export function ConcernsField({
  chosen,
  onSet,
}: {
  readonly chosen: DraftClause;
  readonly onSet: (change: Partial<Clause>) => void;
}) {
  const words = useWords().policies;
  const known = useQueryCall('policy.concerns', {});
  const { concerns, elements } = chosen.clause;
  const labels = new Map((known.value ?? []).map((one) => [one.id, one]));
  const free = (known.value ?? []).filter(({ id }) => !concerns.includes(id));
  const label = (id: string) => labels.get(id)?.label ?? id;
  const takeOut = (id: string) =>
    onSet({
      concerns: concerns.filter((one) => one !== id),
      elements: elements.map((element) => ({ ...element, shownBy: element.shownBy.filter((one) => one !== id) })),
    });
  return (
    <fieldset className="form-part stack-close">
      <legend className="field-label">{words.concerns}</legend>
      <span className="small quiet">{words.concernsAbout}</span>
      {chosen.silent ? <p className="policy-machine">{words.silent}</p> : null}
      <div className="row">
        {concerns.map((id) => (
          <span key={id} className="chip" data-tone="suggested">
            {label(id)}
            {labels.get(id)?.detected === false ? ` (${words.notLookedFor})` : ''}
            <button
              type="button"
              className="plain-button"
              aria-label={words.removeConcern(label(id))}
              onClick={() => takeOut(id)}
            >
              <IconX size={12} aria-hidden />
            </button>
          </span>
        ))}
      </div>
      <NativeSelect
        aria-label={words.addConcern}
        value=""
        data={[
          { value: '', label: words.addConcern },
          ...free.map((one) => ({
            value: one.id,
            label: one.detected ? one.label : `${one.label} (${words.notLookedFor})`,
          })),
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (value !== '') onSet({ concerns: [...concerns, value] });
        }}
      />
    </fieldset>
  );
}
