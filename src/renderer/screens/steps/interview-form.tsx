import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import { z } from 'zod';
import type { Interview } from '../../../contract/interview.ts';
import type { Person } from '../../../contract/person.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useFormDraft } from '../../parts/form-drafts.ts';
import { SelectField } from '../../parts/select-field.tsx';
import { SubmitRow } from '../../parts/submit-row.tsx';
import { WhenField } from '../../parts/when-field.tsx';
import { computerZone, reckon, WallClockShape, wallClock } from '../../parts/zoned-time.ts';
import { useWords } from '../../words/use-words.ts';

const Draft = z.object({
  respondentId: z.string(),
  heldAt: WallClockShape,
  place: z.string(),
  manner: z.enum(['voluntary', 'compelled']),
  present: z.string(),
  lines: z.array(z.object({ question: z.string(), answer: z.string() })),
});
type Draft = z.infer<typeof Draft>;

const blankLine = { question: '', answer: '' };

function draftOf(interview: Interview | null, respondents: readonly Person[]): Draft {
  if (interview === null) {
    return {
      respondentId: respondents.length === 1 ? (respondents[0]?.id ?? '') : '',
      heldAt: { day: '', time: '', zone: computerZone() },
      place: '',
      manner: 'voluntary',
      present: '',
      lines: [blankLine],
    };
  }
  return {
    respondentId: interview.respondentId,
    heldAt: wallClock(Date.parse(interview.heldAt), computerZone()),
    place: interview.place ?? '',
    manner: interview.manner,
    present: interview.present.map(({ name, role }) => (role === '' ? name : `${name}, ${role}`)).join('\n'),
    lines: interview.lines.map(({ question, answer }) => ({ question, answer: answer ?? '' })),
  };
}

/** `Bev Castellano, representative`: a name, and after the first comma what the person was there for. */
function presentOf(text: string) {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', ...role] = line.split(',');
      return { name: name.trim(), role: role.join(',').trim() };
    });
}

interface InterviewFormProps {
  /** Null writes a new one. */
  readonly interview: Interview | null;
  readonly respondents: readonly Person[];
  readonly onDone: () => void;
}

/** Questions and answers as they are given; kept as often as one likes until the record is signed. */
export function InterviewForm({ interview, respondents, onDone }: InterviewFormProps) {
  const words = useWords().procedure.interviews;
  const write = useCommandCall('interview.write');
  const form = useFormDraft(`interview/${interview?.id ?? 'new'}`, Draft, draftOf(interview, respondents));
  const { draft, change } = form;
  const held = reckon(draft.heldAt);
  const lines = draft.lines.filter(({ question }) => question.trim() !== '');
  const missing = [
    ...(draft.respondentId === '' ? [words.missing.whom] : []),
    ...(held.ok ? [] : [words.missing.held]),
    ...(lines.length === 0 ? [words.missing.lines] : []),
  ];
  const submit = async () => {
    if (!held.ok) return;
    const saved = await write.run({
      id: interview?.id ?? null,
      respondentId: draft.respondentId,
      heldAt: held.timestamp,
      endedAt: null,
      place: draft.place.trim() || null,
      manner: draft.manner,
      present: presentOf(draft.present),
      lines: lines.map(({ question, answer }) => ({ question: question.trim(), answer: answer.trim() || null })),
    });
    if (saved === null) return;
    form.forget();
    onDone();
  };
  const setLine = (at: number, part: Partial<Draft['lines'][number]>) =>
    change({ lines: draft.lines.map((line, index) => (index === at ? { ...line, ...part } : line)) });
  return (
    <section className="panel stack" aria-label={words.write}>
      <SelectField
        label={words.whom}
        value={draft.respondentId}
        options={[{ value: '', label: '' }, ...respondents.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(respondentId) => change({ respondentId })}
      />
      <WhenField label={words.held} value={draft.heldAt} onChange={(heldAt) => change({ heldAt })} />
      <TextInput
        label={words.place}
        value={draft.place}
        onChange={(event) => change({ place: event.currentTarget.value })}
      />
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
      <Textarea
        label={words.present}
        autosize
        minRows={2}
        value={draft.present}
        onChange={(event) => change({ present: event.currentTarget.value })}
      />
      {draft.lines.map((line, index) => (
        <div key={keyOfPlace(index)} className="form-grid">
          <Textarea
            label={words.question(index + 1)}
            autosize
            value={line.question}
            onChange={(event) => setLine(index, { question: event.currentTarget.value })}
          />
          <Textarea
            label={words.answer(index + 1)}
            autosize
            value={line.answer}
            onChange={(event) => setLine(index, { answer: event.currentTarget.value })}
          />
        </div>
      ))}
      <div>
        <Button size="compact-sm" variant="default" onClick={() => change({ lines: [...draft.lines, blankLine] })}>
          {words.addLine}
        </Button>
      </div>
      {write.error === null ? null : <ErrorNotice error={write.error} />}
      <SubmitRow
        label={words.save}
        busyLabel={words.saving}
        busy={write.busy}
        missing={missing}
        onSubmit={() => void submit()}
      >
        <Button variant="subtle" onClick={onDone}>
          {words.close}
        </Button>
      </SubmitRow>
    </section>
  );
}

function keyOfPlace(index: number): string {
  return `line-${index}`;
}
