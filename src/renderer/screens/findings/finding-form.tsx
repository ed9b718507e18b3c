import { Button, Textarea } from '@mantine/core';
import { z } from 'zod';
import { type AllegationView, FactOutcome, PolicyOutcome, StandardOfProof } from '../../../contract/finding.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { ChoiceRow } from '../../parts/choice-row.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useFormDraft } from '../../parts/form-drafts.ts';
import { SubmitRow } from '../../parts/submit-row.tsx';
import { useWords } from '../../words/use-words.ts';

const Draft = z.object({
  fact: FactOutcome.nullable(),
  policy: PolicyOutcome.nullable(),
  standard: StandardOfProof,
  reasons: z.string(),
  contraryAnswered: z.string(),
  credibility: z.string(),
  forceNote: z.string(),
});
type Draft = z.infer<typeof Draft>;

const blank: Draft = {
  fact: null,
  policy: null,
  standard: 'preponderance',
  reasons: '',
  contraryAnswered: '',
  credibility: '',
  forceNote: '',
};

/** Starting points, all one click away: none is nearer than another. */
const sums = [
  { name: 'notSustained', fact: 'not-proved', policy: 'not-reached' },
  { name: 'noBreach', fact: 'proved', policy: 'no-breach' },
  { name: 'sustained', fact: 'proved', policy: 'breach' },
] as const;

interface FindingFormProps {
  readonly view: AllegationView;
  /** True where there is a finding on record to go back to. */
  readonly closes: boolean;
  readonly onDone: () => void;
}

/** A finding on two axes. What is refused is refused by the engine, which names what is missing; nothing typed is lost. */
export function FindingForm({ view, closes, onDone }: FindingFormProps) {
  const words = useWords().findings.finding;
  const record = useCommandCall('finding.record');
  const allegationId = view.allegation.id;
  const { draft, change, forget } = useFormDraft(`finding/${allegationId}`, Draft, blank);
  const missing = [
    ...(draft.fact === null ? [words.missing.fact] : []),
    ...(draft.policy === null ? [words.missing.policy] : []),
    ...(draft.reasons.trim() === '' ? [words.missing.reasons] : []),
  ];
  const submit = async () => {
    if (draft.fact === null || draft.policy === null) return;
    const saved = await record.run({
      allegationId,
      fact: draft.fact,
      policy: draft.policy,
      standard: draft.standard,
      reasons: draft.reasons.trim(),
      contraryAnswered: orNull(draft.contraryAnswered),
      credibility: orNull(draft.credibility),
      forceNote: orNull(draft.forceNote),
    });
    if (saved === null) return;
    forget();
    onDone();
  };
  return (
    <section className="panel stack" aria-label={words.form}>
      <div className="row">
        <span className="quiet">{words.common}</span>
        {sums.map(({ name, fact, policy }) => (
          <Button key={name} variant="default" size="compact-xs" onClick={() => change({ fact, policy })}>
            {words.sums[name]}
          </Button>
        ))}
      </div>
      <ChoiceRow
        legend={words.fact}
        value={draft.fact}
        choices={FactOutcome.options.map((fact) => ({
          value: fact,
          label: words.facts[fact].word,
          about: words.facts[fact].about,
        }))}
        onChange={(fact) => change({ fact })}
      />
      <ChoiceRow
        legend={words.policy}
        value={draft.policy}
        choices={PolicyOutcome.options.map((policy) => ({
          value: policy,
          label: words.policies[policy].word,
          about: words.policies[policy].about,
        }))}
        onChange={(policy) => change({ policy })}
      />
      <ChoiceRow
        legend={words.standard}
        value={draft.standard}
        choices={StandardOfProof.options.map((standard) => ({ value: standard, label: words.standards[standard] }))}
        onChange={(standard) => change({ standard })}
      />
      <ReasonFields view={view} draft={draft} change={change} />
      {record.error === null ? null : <ErrorNotice error={record.error} onDismiss={record.clear} />}
      <SubmitRow
        label={words.record}
        busyLabel={words.recording}
        busy={record.busy}
        missing={missing}
        onSubmit={() => void submit()}
      >
        {closes ? (
          <Button variant="subtle" onClick={onDone}>
            {words.cancel}
          </Button>
        ) : null}
      </SubmitRow>
    </section>
  );
}

interface ReasonFieldsProps {
  readonly view: AllegationView;
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

function ReasonFields({ view, draft, change }: ReasonFieldsProps) {
  const words = useWords().findings.finding;
  const against = new Set(view.elements.flatMap((element) => element.against)).size;
  return (
    <>
      <Textarea
        label={words.reasons}
        description={words.reasonsHelp}
        autosize
        minRows={3}
        maxLength={4000}
        value={draft.reasons}
        onChange={(event) => change({ reasons: event.currentTarget.value })}
      />
      <Textarea
        label={words.contrary}
        description={words.contraryHelp(against)}
        autosize
        minRows={2}
        maxLength={8000}
        value={draft.contraryAnswered}
        onChange={(event) => change({ contraryAnswered: event.currentTarget.value })}
      />
      {view.force === 'advisory' && draft.policy === 'breach' ? (
        <Textarea
          label={words.forceNote}
          description={words.forceNoteHelp}
          autosize
          minRows={2}
          maxLength={8000}
          value={draft.forceNote}
          onChange={(event) => change({ forceNote: event.currentTarget.value })}
        />
      ) : null}
      <Textarea
        label={words.credibility}
        description={words.credibilityHelp}
        autosize
        minRows={2}
        maxLength={8000}
        value={draft.credibility}
        onChange={(event) => change({ credibility: event.currentTarget.value })}
      />
    </>
  );
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
