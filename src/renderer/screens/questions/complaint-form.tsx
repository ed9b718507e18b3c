import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { z } from 'zod';
import { ComplaintChannel } from '../../../contract/complaint.ts';
import type { Person } from '../../../contract/person.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { ChoiceRow } from '../../parts/choice-row.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useFormDraft } from '../../parts/form-drafts.ts';
import { SubmitRow } from '../../parts/submit-row.tsx';
import { WhenField } from '../../parts/when-field.tsx';
import { computerZone, reckon, WallClockShape } from '../../parts/zoned-time.ts';
import { useWords } from '../../words/use-words.ts';

const Draft = z.object({
  channel: ComplaintChannel,
  receivedAt: WallClockShape,
  complainant: z.string(),
  anonymous: z.boolean(),
  words: z.string(),
  about: z.array(z.string()),
  receivedBy: z.string(),
  promised: z.string(),
});
type Draft = z.infer<typeof Draft>;

const blank: Draft = {
  channel: 'email',
  receivedAt: { day: '', time: '', zone: computerZone() },
  complainant: '',
  anonymous: false,
  words: '',
  about: [],
  receivedBy: '',
  promised: '',
};

interface ComplaintFormProps {
  readonly people: readonly Person[];
  /** Nothing is on record yet, so that there is nothing to go back to. */
  readonly first: boolean;
  readonly onDone: () => void;
}

/** The complaint as it came: channel, time, who, their words, about whom, who took it, what was promised. */
export function ComplaintForm({ people, first, onDone }: ComplaintFormProps) {
  const words = useWords().questions.complaint;
  const record = useCommandCall('complaint.record');
  const { draft, change, forget } = useFormDraft('complaint', Draft, blank);
  const receivedAt = reckon(draft.receivedAt);
  const missing = [
    ...(receivedAt.ok ? [] : [words.missing.when]),
    ...(draft.anonymous || draft.complainant.trim() !== '' ? [] : [words.missing.complainant]),
    ...(draft.words.trim() === '' ? [words.missing.words] : []),
  ];
  const submit = async () => {
    if (!receivedAt.ok) return;
    const saved = await record.run({
      receivedAt: receivedAt.timestamp,
      channel: draft.channel,
      complainant: draft.anonymous ? null : draft.complainant.trim(),
      words: draft.words,
      about: draft.about,
      receivedBy: orNull(draft.receivedBy),
      promised: orNull(draft.promised),
    });
    if (saved === null) return;
    forget();
    onDone();
  };
  return (
    <section className="panel stack" aria-label={words.title}>
      <ChoiceRow
        legend={words.channel}
        value={draft.channel}
        choices={ComplaintChannel.options.map((channel) => ({ value: channel, label: words.channels[channel] }))}
        onChange={(channel) => change({ channel })}
      />
      <WhenField label={words.receivedAt} value={draft.receivedAt} onChange={(at) => change({ receivedAt: at })} />
      <div className="stack-close">
        <TextInput
          label={words.complainant}
          description={words.complainantHelp}
          disabled={draft.anonymous}
          maxLength={200}
          value={draft.anonymous ? '' : draft.complainant}
          onChange={(event) => change({ complainant: event.currentTarget.value })}
        />
        <Checkbox
          label={words.isAnonymous}
          checked={draft.anonymous}
          onChange={(event) => change({ anonymous: event.currentTarget.checked })}
        />
      </div>
      <Textarea
        label={words.words}
        description={words.wordsHelp}
        classNames={{ input: 'reading' }}
        autosize
        minRows={4}
        maxLength={4000}
        value={draft.words}
        onChange={(event) => change({ words: event.currentTarget.value })}
      />
      <Checkbox.Group
        label={words.aboutWhom}
        description={people.length === 0 ? words.aboutNobody : words.aboutWhomHelp}
        value={draft.about}
        onChange={(about) => change({ about })}
      >
        <div className="row complaint-about">
          {people
            .filter((person) => person.caseRole === 'respondent')
            .map((person) => (
              <Checkbox key={person.id} value={person.id} label={person.name} />
            ))}
        </div>
      </Checkbox.Group>
      <div className="form-grid">
        <TextInput
          label={words.receivedBy}
          description={words.receivedByHelp}
          maxLength={200}
          value={draft.receivedBy}
          onChange={(event) => change({ receivedBy: event.currentTarget.value })}
        />
        <TextInput
          label={words.promised}
          description={words.promisedHelp}
          maxLength={2000}
          value={draft.promised}
          onChange={(event) => change({ promised: event.currentTarget.value })}
        />
      </div>
      {record.error === null ? null : <ErrorNotice error={record.error} />}
      <SubmitRow
        label={words.record}
        busyLabel={words.recording}
        busy={record.busy}
        missing={missing}
        onSubmit={() => void submit()}
      >
        {first ? null : (
          <Button variant="subtle" onClick={onDone}>
            {words.cancel}
          </Button>
        )}
      </SubmitRow>
    </section>
  );
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
