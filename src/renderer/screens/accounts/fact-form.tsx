import { Button, Textarea } from '@mantine/core';
import { z } from 'zod';
import type { AllegationView } from '../../../contract/finding.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useFormDraft } from '../../parts/form-drafts.ts';
import { SelectField } from '../../parts/select-field.tsx';
import { SubmitRow } from '../../parts/submit-row.tsx';
import { useWords } from '../../words/use-words.ts';

const Draft = z.object({ allegationId: z.string(), element: z.string(), question: z.string() });

interface FactFormProps {
  readonly allegations: readonly AllegationView[];
  readonly onDone: (id: string) => void;
  readonly onClose: () => void;
}

/** Opens a fact on which accounts differ: under which allegation, on what it bears, and as which question. */
export function FactForm({ allegations, onDone, onClose }: FactFormProps) {
  const words = useWords().accounts.weighing;
  const open = useCommandCall('weighing.open');
  const only = allegations.length === 1 ? (allegations[0]?.allegation.id ?? '') : '';
  const { draft, change, forget } = useFormDraft('disputed-fact', Draft, {
    allegationId: only,
    element: '',
    question: '',
  });
  const view = allegations.find(({ allegation }) => allegation.id === draft.allegationId) ?? null;
  const missing = [
    ...(view === null ? [words.missing.allegation] : []),
    ...(draft.question.trim() === '' ? [words.missing.question] : []),
  ];
  const submit = async () => {
    const element = draft.element === '' ? null : draft.element;
    const saved = await open.run({ allegationId: draft.allegationId, element, question: draft.question.trim() });
    if (saved === null) return;
    forget();
    onDone(saved.id);
  };
  return (
    <section className="stack allegation-form" aria-label={words.open}>
      <div>
        <h2>{words.open}</h2>
        <p className="quiet">{words.about}</p>
      </div>
      <SelectField
        label={words.allegation}
        value={draft.allegationId}
        options={[
          { value: '', label: '' },
          ...allegations.map(({ allegation, respondent }) => ({
            value: allegation.id,
            label: words.allegationNumber(allegation.number, respondent),
          })),
        ]}
        onChange={(allegationId) => change({ allegationId, element: '' })}
      />
      <SelectField
        label={words.element}
        value={draft.element}
        options={[
          { value: '', label: words.wholeAllegation },
          ...(view?.elements ?? []).map(({ id, label }) => ({ value: id, label })),
        ]}
        onChange={(element) => change({ element })}
      />
      <Textarea
        label={words.question}
        description={words.questionHelp}
        autosize
        minRows={2}
        maxLength={4000}
        value={draft.question}
        onChange={(event) => change({ question: event.currentTarget.value })}
      />
      {open.error === null ? null : <ErrorNotice error={open.error} />}
      <SubmitRow
        label={words.save}
        busyLabel={words.saving}
        busy={open.busy}
        missing={missing}
        onSubmit={() => void submit()}
      >
        <Button variant="subtle" onClick={onClose}>
          {words.close}
        </Button>
      </SubmitRow>
    </section>
  );
}
