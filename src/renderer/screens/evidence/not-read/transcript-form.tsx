import { Button, Checkbox, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { type RefObject, useState } from 'react';
import { RecordingConsent, type Transcript } from '../../../../contract/not-read.ts';
import { useCommandCall, useQueryCall } from '../../../engine/use-call.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { SubmitRow } from '../../../parts/submit-row.tsx';
import { useWords } from '../../../words/use-words.ts';
import { clockWords, linesOf, typedOf } from './transcript-lines.ts';

interface TranscriptFormProps {
  readonly evidenceId: string;
  /** What it is about: sound and video have time marks, pictures have not. */
  readonly timed: boolean;
  /** The one that stands, whose words are taken over to be mended. */
  readonly before: Transcript | null;
  readonly player: RefObject<HTMLMediaElement | null>;
  readonly onDone: () => void;
}

/** What a person heard or saw, line by line; the machine adds nothing to it. */
export function TranscriptForm({ evidenceId, timed, before, player, onDone }: TranscriptFormProps) {
  const words = useWords().reading.transcript;
  const me = useQueryCall('identity.view', {});
  const record = useCommandCall('transcript.record');
  const [kind, setKind] = useState<Transcript['kind']>(before?.kind ?? (timed ? 'transcript' : 'description'));
  const [typed, setTyped] = useState(before === null ? '' : typedOf(before.lines));
  const [language, setLanguage] = useState(before?.language ?? 'English');
  const [madeBy, setMadeBy] = useState<string | null>(before?.madeBy ?? null);
  const [consent, setConsent] = useState<RecordingConsent | null>(before?.consent ?? null);
  const [complete, setComplete] = useState(before?.complete ?? true);
  const [note, setNote] = useState(before?.note ?? '');
  const lines = kind === 'transcript' ? linesOf(typed) : describedLines(typed);
  const who = madeBy ?? (me.value === null ? '' : `${me.value.name}, ${me.value.role}`);
  const missing = [
    ...(lines.length === 0 ? [words.missing.lines] : []),
    ...(who.trim() === '' ? [words.missing.madeBy] : []),
  ];
  const save = () =>
    void record
      .run({
        evidenceId,
        kind,
        language: kind === 'transcript' && language.trim() !== '' ? language.trim() : null,
        madeBy: who.trim(),
        consent: timed ? consent : null,
        complete,
        lines: [...lines],
        note: note.trim() === '' ? null : note.trim(),
      })
      .then((done) => {
        if (done !== null) onDone();
      });
  return (
    <div className="stack transcript-form">
      <SegmentedControl
        aria-label={words.kind}
        data={(['transcript', 'description'] as const).map((value) => ({ value, label: words.kindNames[value] }))}
        value={kind}
        onChange={(value) => setKind(value === 'transcript' ? 'transcript' : 'description')}
      />
      <Textarea
        label={words.lines}
        description={kind === 'transcript' ? words.linesHint : words.describeHint}
        autosize
        minRows={5}
        maxRows={16}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className="row-apart">
        <span className="quiet small" role="status">
          {words.read(lines.length, lines.filter(({ at }) => at !== null).length)}
        </span>
        {timed && kind === 'transcript' ? (
          <Button variant="default" size="compact-sm" onClick={() => setTyped((now) => withTime(now, player.current))}>
            {words.here}
          </Button>
        ) : null}
      </div>
      <div className="form-grid">
        <TextInput label={words.madeBy} value={who} onChange={(event) => setMadeBy(event.currentTarget.value)} />
        {kind === 'transcript' ? (
          <TextInput
            label={words.language}
            value={language}
            onChange={(event) => setLanguage(event.currentTarget.value)}
          />
        ) : null}
        {timed ? (
          <Select
            className="form-wide"
            label={words.consent}
            description={words.consentAbout}
            clearable
            data={RecordingConsent.options.map((value) => ({ value, label: words.consents[value] }))}
            value={consent}
            onChange={(value) => setConsent(RecordingConsent.safeParse(value).data ?? null)}
          />
        ) : null}
        <Checkbox
          className="form-wide"
          label={words.complete}
          description={words.completeAbout}
          checked={complete}
          onChange={(event) => setComplete(event.currentTarget.checked)}
        />
        <TextInput
          className="form-wide"
          label={words.note}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </div>
      {record.error === null ? null : <ErrorNotice error={record.error} />}
      <SubmitRow label={words.save} busyLabel={words.saving} busy={record.busy} missing={missing} onSubmit={save} />
    </div>
  );
}

/** A description stays in one piece, whatever lines it has. */
function describedLines(typed: string) {
  const words = typed.trim();
  return words === '' ? [] : [{ at: null, until: null, speaker: null, words }];
}

function withTime(typed: string, player: HTMLMediaElement | null): string {
  const mark = clockWords(player?.currentTime ?? 0);
  return typed === '' || typed.endsWith('\n') ? `${typed}${mark} ` : `${typed}\n${mark} `;
}
