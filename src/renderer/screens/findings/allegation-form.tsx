import { Button, Textarea, TextInput } from '@mantine/core';
import { z } from 'zod';
import { useCommandCall, useQueryCall } from '../../engine/use-call.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { ChoiceRow } from '../../parts/choice-row.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useFormDraft } from '../../parts/form-drafts.ts';
import { SubmitRow } from '../../parts/submit-row.tsx';
import { useWords } from '../../words/use-words.ts';
import { ClausePicker } from './clause-picker.tsx';
import { type Brought, MarkedPassages } from './marked-passages.tsx';

const Draft = z.object({
  respondentId: z.string().nullable(),
  policy: z.string(),
  clause: z.string(),
  conductOn: z.string(),
  what: z.string(),
  when: z.string(),
  where: z.string(),
  toWhom: z.string(),
  policyKnown: z.string(),
});
type Draft = z.infer<typeof Draft>;
type Texts = 'what' | 'when' | 'where' | 'toWhom' | 'policyKnown';

const blank: Draft = {
  respondentId: null,
  policy: '',
  clause: '',
  conductOn: '',
  what: '',
  when: '',
  where: '',
  toWhom: '',
  policyKnown: '',
};

interface AllegationFormProps {
  readonly onDone: (id: string) => void;
  readonly onClose: () => void;
}

/** A new allegation: who, under which clause, and exactly what, when, where and to whom. */
export function AllegationForm({ onDone, onClose }: AllegationFormProps) {
  const words = useWords().findings.create;
  const { place, go } = useNavigation();
  const people = useQueryCall('person.list', {});
  const clauses = useQueryCall('clause.list', {});
  const record = useCommandCall('allegation.add');
  const given = {
    ...blank,
    respondentId: place.params['person'] ?? null,
    policy: place.params['policy'] ?? '',
    clause: place.params['clause'] ?? '',
  };
  const form = useFormDraft('allegation', Draft, given);
  const { draft, change } = form;
  const respondents = (people.value ?? []).filter((person) => person.caseRole === 'respondent');
  if (people.state === 'ready' && respondents.length === 0) {
    return (
      <EmptyState
        title={words.noRespondent.title}
        about={words.noRespondent.body}
        action={{ label: words.noRespondent.action, run: () => go('people', { person: 'new' }) }}
      />
    );
  }
  const [only] = respondents.length === 1 ? respondents : [];
  const respondent = respondents.find(({ id }) => id === draft.respondentId) ?? only ?? null;
  const clause =
    (clauses.value ?? []).find((one) => one.policy === draft.policy && one.clause === draft.clause) ?? null;
  const missing = [
    ...(respondent === null ? [words.missing.respondent] : []),
    ...(clause === null ? [words.missing.clause] : []),
    ...(draft.conductOn === '' ? [words.missing.conductOn] : []),
    ...(['what', 'when', 'where'] as const)
      .filter((field) => draft[field].trim() === '')
      .map((field) => words.missing[field]),
  ];
  const bring = ({ what, when, where, day }: Brought) =>
    change({
      what: draft.what.trim() === '' ? what : `${draft.what.trim()}\n${what}`,
      when: draft.when.trim() === '' ? (when ?? '') : draft.when,
      where: draft.where.trim() === '' ? (where ?? '') : draft.where,
      conductOn: draft.conductOn === '' ? (day ?? '') : draft.conductOn,
    });
  const submit = async () => {
    if (respondent === null || clause === null) return;
    const saved = await record.run({
      respondentId: respondent.id,
      policy: clause.policy,
      clause: clause.clause,
      conductOn: draft.conductOn,
      specification: {
        what: draft.what.trim(),
        when: draft.when.trim(),
        where: draft.where.trim(),
        toWhom: orNull(draft.toWhom),
      },
      policyKnown: orNull(draft.policyKnown),
    });
    if (saved === null) return;
    form.forget();
    onDone(saved.id);
  };
  return (
    <section className="stack allegation-form" aria-labelledby="new-allegation">
      <div>
        <h2 id="new-allegation">{words.title}</h2>
        <p className="quiet">{words.about}</p>
      </div>
      <ChoiceRow
        legend={words.respondent}
        value={respondent?.id ?? null}
        choices={respondents.map(({ id, name, position }) =>
          position === null ? { value: id, label: name } : { value: id, label: name, about: position },
        )}
        onChange={(respondentId) => change({ respondentId })}
      />
      <TextInput
        type="date"
        className="field-short"
        label={words.conductOn}
        description={words.conductOnHelp}
        value={draft.conductOn}
        onChange={(event) => change({ conductOn: event.currentTarget.value })}
      />
      {clauses.state === 'failed' ? <ErrorNotice error={clauses.error} /> : null}
      {clauses.state === 'ready' ? (
        <ClausePicker
          clauses={clauses.value}
          chosen={clause}
          respondent={respondent}
          onChoose={(one) => change({ policy: one?.policy ?? '', clause: one?.clause ?? '' })}
        />
      ) : null}
      {clause === null ? null : (
        <MarkedPassages policy={clause.policy} clause={clause.clause} what={draft.what} onBring={bring} />
      )}
      <SpecificationFields draft={draft} change={change} />
      {record.error === null ? null : <ErrorNotice error={record.error} />}
      {form.started ? <p className="small quiet">{words.kept}</p> : null}
      <SubmitRow
        label={words.record}
        busyLabel={words.recording}
        busy={record.busy}
        missing={missing}
        onSubmit={() => void submit()}
      >
        <Button variant="subtle" onClick={onClose}>
          {words.cancel}
        </Button>
        {form.started ? (
          <Button variant="subtle" onClick={form.forget}>
            {words.forget}
          </Button>
        ) : null}
      </SubmitRow>
    </section>
  );
}

interface SpecificationFieldsProps {
  readonly draft: Pick<Draft, Texts>;
  readonly change: (part: Partial<Pick<Draft, Texts>>) => void;
}

function SpecificationFields({ draft, change }: SpecificationFieldsProps) {
  const words = useWords().findings.create;
  return (
    <fieldset className="form-part stack">
      <legend className="field-label">{words.specification}</legend>
      <Textarea
        label={words.what}
        description={words.whatHelp}
        autosize
        minRows={3}
        maxLength={4000}
        value={draft.what}
        onChange={(event) => change({ what: event.currentTarget.value })}
      />
      <div className="form-grid">
        <TextInput
          label={words.when}
          description={words.whenHelp}
          placeholder={words.whenPlaceholder}
          maxLength={400}
          value={draft.when}
          onChange={(event) => change({ when: event.currentTarget.value })}
        />
        <TextInput
          label={words.where}
          description={'\u00a0'}
          placeholder={words.wherePlaceholder}
          maxLength={400}
          value={draft.where}
          onChange={(event) => change({ where: event.currentTarget.value })}
        />
        <TextInput
          label={words.toWhom}
          description={words.toWhomHelp}
          placeholder={words.toWhomPlaceholder}
          maxLength={400}
          value={draft.toWhom}
          onChange={(event) => change({ toWhom: event.currentTarget.value })}
        />
      </div>
      <Textarea
        label={words.policyKnown}
        description={words.policyKnownHelp}
        autosize
        minRows={1}
        maxLength={2000}
        value={draft.policyKnown}
        onChange={(event) => change({ policyKnown: event.currentTarget.value })}
      />
    </fieldset>
  );
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
