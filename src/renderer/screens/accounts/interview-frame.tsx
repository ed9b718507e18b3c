import { Radio, Textarea, TextInput } from '@mantine/core';
import { RecordingConsent } from '../../../contract/not-read.ts';
import type { Person } from '../../../contract/person.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { SelectField } from '../../parts/select-field.tsx';
import { WhenField } from '../../parts/when-field.tsx';
import { useWords } from '../../words/use-words.ts';
import type { InterviewDraft } from './interview-draft.ts';

interface InterviewFrameProps {
  readonly draft: InterviewDraft;
  readonly change: (part: Partial<InterviewDraft>) => void;
  readonly people: readonly Person[];
}

const SOUND = /^(wav|mp3|m4a|mp4|mov|aac|ogg|opus|amr|3gp|flac|webm|wma|caf)$/i;

/** Who, when, where, of whose will, and who was there; the recording, where one was made. */
export function InterviewFrame({ draft, change, people }: InterviewFrameProps) {
  const all = useWords();
  const [words, own] = [all.procedure.interviews, all.accounts.desk];
  const evidence = useQueryCall('evidence.list', {});
  const recordings = (evidence.value ?? []).filter(({ name }) => SOUND.test(name.split('.').at(-1) ?? ''));
  return (
    <>
      <div className="form-grid">
        <SelectField
          label={words.whom}
          value={draft.respondentId}
          options={[
            { value: '', label: '' },
            ...people.map(({ id, name, pseudonym }) => ({ value: id, label: pseudonym ?? name })),
          ]}
          onChange={(respondentId) => change({ respondentId })}
        />
        <TextInput
          label={words.place}
          value={draft.place}
          onChange={(event) => change({ place: event.currentTarget.value })}
        />
      </div>
      <WhenField label={words.held} value={draft.heldAt} onChange={(heldAt) => change({ heldAt })} />
      <Radio.Group
        label={words.mannerLabel}
        value={draft.manner}
        onChange={(value) => change({ manner: value === 'compelled' ? 'compelled' : 'voluntary' })}
      >
        <div className="row">
          <Radio value="voluntary" label={words.manner.voluntary} />
          <Radio value="compelled" label={words.manner.compelled} />
        </div>
      </Radio.Group>
      {draft.manner === 'compelled' ? (
        <p className="binds-line" data-binds="false">
          {own.compelled}
        </p>
      ) : null}
      <Textarea
        label={words.present}
        autosize
        minRows={2}
        value={draft.present}
        onChange={(event) => change({ present: event.currentTarget.value })}
      />
      {recordings.length === 0 ? null : (
        <div className="form-grid">
          <SelectField
            label={own.recording}
            value={draft.recordingId ?? ''}
            options={[
              { value: '', label: own.noRecording },
              ...recordings.map(({ id, number, name }) => ({ value: id, label: `${number}. ${name}` })),
            ]}
            onChange={(id) => change({ recordingId: id === '' ? null : id })}
          />
          {draft.recordingId === null ? null : (
            <SelectField
              label={own.consent}
              value={draft.consent ?? ''}
              options={[
                { value: '', label: own.consentUnknown },
                ...RecordingConsent.options.map((value) => ({ value, label: own.consents[value] })),
              ]}
              onChange={(value) => change({ consent: RecordingConsent.options.find((one) => one === value) ?? null })}
            />
          )}
        </div>
      )}
    </>
  );
}
