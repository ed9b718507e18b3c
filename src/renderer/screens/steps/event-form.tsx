import { Button, Select, Textarea } from '@mantine/core';
import type { CallInput } from '../../../contract/calls.ts';
import type { EventView, StepsView } from '../../../contract/step-view.ts';
import { useCommandCall, useQueryCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useFormDraft } from '../../parts/form-drafts.ts';
import { SelectField } from '../../parts/select-field.tsx';
import { SubmitRow } from '../../parts/submit-row.tsx';
import { WhenField } from '../../parts/when-field.tsx';
import { reckon } from '../../parts/zoned-time.ts';
import { useWords } from '../../words/use-words.ts';
import { blankEvent, detailsOf, draftOfEvent, EventDraft, isEntered } from './event-draft.ts';
import { EventFacts } from './event-facts.tsx';

interface EventFormProps {
  readonly view: StepsView;
  /** The event to correct; null records a new one. */
  readonly corrects: EventView | null;
  /** What a new event starts with. */
  readonly kind: string;
  readonly respondentId: string | null;
  readonly onDone: () => void;
}

/** Records what happened, or corrects it. Give it a `key` per event and kind. */
export function EventForm({ view, corrects, kind, respondentId, onDone }: EventFormProps) {
  const words = useWords().steps.event;
  const people = useQueryCall('person.list', {});
  const record = useCommandCall('event.record');
  const correct = useCommandCall('event.correct');
  const form = useFormDraft(
    corrects === null ? `event/new/${kind}` : `event/${corrects.id}`,
    EventDraft,
    corrects === null ? blankEvent(kind, respondentId) : draftOfEvent(corrects),
  );
  const { draft, change } = form;
  const at = reckon(draft.at);
  const missing = [
    ...(draft.kind === '' ? [words.missing.kind] : []),
    ...(at.ok ? [] : [words.missing.at]),
    ...(corrects !== null && draft.reason.trim() === '' ? [words.correctNeed] : []),
  ];
  const submit = async () => {
    if (!at.ok) return;
    const given: CallInput<'event.record'> = {
      kind: draft.kind,
      at: at.timestamp,
      respondentId: draft.respondentId,
      details: detailsOf(draft),
      note: draft.note.trim() === '' ? null : draft.note.trim(),
    };
    const saved =
      corrects === null
        ? await record.run(given)
        : await correct.run({ ...given, corrects: corrects.id, reason: draft.reason.trim() });
    if (saved === null) return;
    form.forget();
    onDone();
  };
  const error = record.error ?? correct.error;
  const title = corrects === null ? words.title : words.correctTitle(corrects.title);
  const respondents = (people.value ?? []).filter((person) => person.caseRole === 'respondent');
  return (
    <section className="stack" aria-label={title}>
      <div>
        <h2>{title}</h2>
        <p className="quiet">{corrects === null ? words.about : words.correctAbout}</p>
      </div>
      <Select
        label={words.kind}
        placeholder={words.kindPlaceholder}
        searchable
        data={view.kinds.filter((one) => isEntered(one.kind)).map((one) => ({ value: one.kind, label: one.title }))}
        value={draft.kind === '' ? null : draft.kind}
        onChange={(value) => change({ kind: value ?? '' })}
      />
      <SelectField
        label={words.whom}
        value={draft.respondentId ?? ''}
        options={[
          { value: '', label: words.everybody },
          ...respondents.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => change({ respondentId: id === '' ? null : id })}
      />
      <WhenField
        label={words.at}
        description={words.atHelp}
        value={draft.at}
        onChange={(value) => change({ at: value })}
      />
      <EventFacts draft={draft} change={change} steps={view.steps} units={view.units} />
      <Textarea
        label={words.note}
        autosize
        minRows={2}
        maxLength={4000}
        value={draft.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      {corrects === null ? null : (
        <Textarea
          label={words.correctReason}
          autosize
          minRows={2}
          maxLength={4000}
          required
          value={draft.reason}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
      )}
      {error === null ? null : <ErrorNotice error={error} />}
      <SubmitRow
        label={corrects === null ? words.record : words.correct}
        busyLabel={words.recording}
        busy={record.busy || correct.busy}
        missing={missing}
        onSubmit={() => void submit()}
      >
        <Button variant="subtle" onClick={onDone}>
          {words.cancel}
        </Button>
      </SubmitRow>
    </section>
  );
}
