import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { z } from 'zod';
import { type Complaint, ComplaintChannel } from '../../../contract/complaint.ts';
import type { Person } from '../../../contract/person.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { ChoiceRow } from '../../parts/choice-row.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useFormDraft } from '../../parts/form-drafts.ts';
import { SubmitRow } from '../../parts/submit-row.tsx';
import { WhenField } from '../../parts/when-field.tsx';
import { computerZone, reckon, WallClockShape, wallClock } from '../../parts/zoned-time.ts';
import { useWords } from '../../words/use-words.ts';
import { blankKnowledge, KnowledgeDraft, KnowledgeFields, knowledgeDraftOf, knowledgeOf } from './knowledge-fields.tsx';

const Draft = z.object({
  channel: ComplaintChannel,
  receivedAt: WallClockShape,
  complainant: z.string(),
  anonymous: z.boolean(),
  words: z.string(),
  about: z.array(z.string()),
  receivedBy: z.string(),
  promised: z.string(),
  knowledge: KnowledgeDraft,
  reason: z.string(),
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
  knowledge: blankKnowledge,
  reason: '',
};

function draftOf(complaint: Complaint): Draft {
  return {
    channel: complaint.channel,
    receivedAt: wallClock(Date.parse(complaint.receivedAt), computerZone()),
    complainant: complaint.complainant ?? '',
    anonymous: complaint.complainant === null,
    words: complaint.words,
    about: [...complaint.about],
    receivedBy: complaint.receivedBy ?? '',
    promised: complaint.promised ?? '',
    knowledge: knowledgeDraftOf(complaint.knowledge),
    reason: '',
  };
}

interface ComplaintFormProps {
  readonly people: readonly Person[];
  /** Nothing is on record yet, so that there is nothing to go back to. */
  readonly first: boolean;
  /** The complaint that is corrected; null records a new one. */
  readonly corrects: Complaint | null;
  readonly onDone: () => void;
}

/** The complaint as it came: channel, time, who, their words, about whom, who took it, what was promised. */
export function ComplaintForm({ people, first, corrects, onDone }: ComplaintFormProps) {
  const words = useWords().questions.complaint;
  const record = useCommandCall('complaint.record');
  const correct = useCommandCall('complaint.correct');
  const { draft, change, forget } = useFormDraft(
    corrects === null ? 'complaint' : `complaint/${corrects.id}`,
    Draft,
    corrects === null ? blank : draftOf(corrects),
  );
  const receivedAt = reckon(draft.receivedAt);
  const missing = [
    ...(receivedAt.ok ? [] : [words.missing.when]),
    ...(draft.anonymous || draft.complainant.trim() !== '' ? [] : [words.missing.complainant]),
    ...(draft.words.trim() === '' ? [words.missing.words] : []),
    ...(knowledgeOf(draft.knowledge) === undefined ? [words.missing.knownAt] : []),
    ...(corrects !== null && draft.reason.trim() === '' ? [words.missing.reason] : []),
  ];
  const submit = async () => {
    const knowledge = knowledgeOf(draft.knowledge);
    if (!receivedAt.ok || knowledge === undefined) return;
    const complaint = {
      // A clock that nobody touched keeps its seconds.
      receivedAt: corrects !== null && isSame(draft, draftOf(corrects)) ? corrects.receivedAt : receivedAt.timestamp,
      channel: draft.channel,
      complainant: draft.anonymous ? null : draft.complainant.trim(),
      words: draft.words,
      about: draft.about,
      receivedBy: orNull(draft.receivedBy),
      promised: orNull(draft.promised),
      knowledge,
    };
    const saved =
      corrects === null
        ? await record.run(complaint)
        : await correct.run({ id: corrects.id, complaint, reason: draft.reason.trim() });
    if (saved === null) return;
    forget();
    onDone();
  };
  const error = record.error ?? correct.error;
  return (
    <section
      ref={corrects === null ? undefined : intoView}
      className="panel stack"
      aria-label={corrects === null ? words.title : words.correctTitle(corrects.number)}
    >
      {corrects === null ? null : <h2>{words.correctTitle(corrects.number)}</h2>}
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
        maxLength={40_000}
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
      <KnowledgeFields knowledge={draft.knowledge} onChange={(knowledge) => change({ knowledge })} />
      {corrects === null ? null : (
        <Textarea
          label={words.correctReason}
          description={words.correctReasonHelp}
          autosize
          minRows={1}
          maxLength={4000}
          value={draft.reason}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
      )}
      {error === null ? null : <ErrorNotice error={error} />}
      <SubmitRow
        label={corrects === null ? words.record : words.correctNow}
        busyLabel={words.recording}
        busy={record.busy || correct.busy}
        missing={missing}
        onSubmit={() => void submit()}
      >
        {first ? null : (
          <Button
            variant="subtle"
            onClick={() => {
              if (corrects !== null) forget();
              onDone();
            }}
          >
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

function isSame(one: Draft, other: Draft): boolean {
  return JSON.stringify(one.receivedAt) === JSON.stringify(other.receivedAt);
}

/** A form that opens further down than one looks is brought into sight, once. */
function intoView(node: HTMLElement | null): void {
  node?.scrollIntoView({ block: 'start' });
}
