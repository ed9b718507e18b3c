import { Button, NativeSelect } from '@mantine/core';
import type { DraftClause } from '../../../contract/policy-import.ts';
import { useWords } from '../../words/use-words.ts';
import type { ClauseEditing } from './clause-editing.ts';

/** Splits, merges and moves a clause, or takes its words out of the clauses. */
export function ClauseActions({
  draft,
  chosen,
  onEdit,
  onChoose,
}: ClauseEditing & { readonly onChoose: (clause: DraftClause | undefined) => void }) {
  const words = useWords().policies;
  const { clauses } = draft;
  const { key, splits, passages } = chosen;
  const at = clauses.indexOf(chosen);
  const before = clauses[at - 1];
  const merge = async () => {
    if (before === undefined) return;
    const after = await onEdit({ do: 'merge', clause: key, into: before.key });
    if (after !== null) onChoose(before);
  };
  return (
    <fieldset className="form-part stack-close">
      <legend className="field-label">{words.change}</legend>
      {splits.length === 0 ? null : (
        <NativeSelect
          aria-label={words.split}
          value=""
          data={[
            { value: '', label: words.split },
            ...splits.map((split) => ({ value: String(split.at), label: split.words })),
          ]}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (value !== '') void onEdit({ do: 'split', clause: key, at: Number(value) });
          }}
        />
      )}
      <div className="row">
        <Button variant="default" size="compact-sm" disabled={before === undefined} onClick={() => void merge()}>
          {words.mergeUp}
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          disabled={before === undefined}
          onClick={() => void onEdit({ do: 'move', clause: key, before: before?.key ?? null })}
        >
          {words.moveUp}
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          disabled={at === clauses.length - 1}
          onClick={() => void onEdit({ do: 'move', clause: key, before: clauses[at + 2]?.key ?? null })}
        >
          {words.moveDown}
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          title={words.takeOutAbout}
          onClick={() => void onEdit({ do: 'role', passage: passages[0] ?? '', role: 'label' })}
        >
          {words.takeOut}
        </Button>
      </div>
    </fieldset>
  );
}
