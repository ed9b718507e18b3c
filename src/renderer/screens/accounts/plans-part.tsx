import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import type { InterviewPlan } from '../../../contract/interview.ts';
import type { Person } from '../../../contract/person.ts';
import { useCommandCall, useQueryCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useFormDraft } from '../../parts/form-drafts.ts';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { SubmitRow } from '../../parts/submit-row.tsx';
import { useWords } from '../../words/use-words.ts';

const Draft = z.object({
  personId: z.string(),
  ticked: z.array(z.string()),
  own: z.array(z.string()),
  typing: z.string(),
});

interface PlansPartProps {
  readonly people: readonly Person[];
  readonly onTake: (plan: InterviewPlan) => void;
}

/** What an interview is to ask: chosen from what is open in the case, and what the investigator adds. */
export function PlansPart({ people, onTake }: PlansPartProps) {
  const words = useWords().accounts.plans;
  const plans = useQueryCall('interview-plan.list', { personId: null });
  return (
    <section className="stack" aria-label={words.title}>
      <div>
        <h2>{words.title}</h2>
        <p className="quiet">{words.about}</p>
      </div>
      {plans.state === 'failed' ? <ErrorNotice error={plans.error} /> : null}
      {people.length === 0 ? <p className="quiet">{words.none}</p> : <PlanForm people={people} />}
      {(plans.value ?? []).map((plan) => (
        <PlanCard key={plan.id} plan={plan} people={people} onTake={() => onTake(plan)} />
      ))}
    </section>
  );
}

function PlanForm({ people }: { readonly people: readonly Person[] }) {
  const words = useWords().accounts.plans;
  const write = useCommandCall('interview-plan.write');
  const respondents = people.filter(({ caseRole }) => caseRole === 'respondent');
  const blank = {
    personId: respondents.length === 1 ? (respondents[0]?.id ?? '') : '',
    ticked: [],
    own: [],
    typing: '',
  };
  const { draft, change, forget } = useFormDraft('interview-plan', Draft, blank);
  const chosen = draft.personId !== '';
  const proposed = useQueryCall('interview-plan.propose', { personId: draft.personId }, { enabled: chosen });
  const offered = chosen ? (proposed.value ?? []) : [];
  const ticked = offered.filter(({ key }) => draft.ticked.includes(key));
  const questions = [
    ...ticked.map(({ words: question, because }) => ({ words: question, because })),
    ...draft.own.map((question) => ({ words: question, because: null })),
  ];
  const tick = (key: string) =>
    change({
      ticked: draft.ticked.includes(key) ? draft.ticked.filter((one) => one !== key) : [...draft.ticked, key],
    });
  const add = () => {
    if (draft.typing.trim() !== '') change({ own: [...draft.own, draft.typing.trim()], typing: '' });
  };
  const submit = async () => {
    if ((await write.run({ id: null, personId: draft.personId, questions })) !== null) forget();
  };
  return (
    <div className="panel stack">
      <SelectField
        label={words.whom}
        value={draft.personId}
        options={[
          { value: '', label: '' },
          ...people.map(({ id, name, pseudonym }) => ({ value: id, label: pseudonym ?? name })),
        ]}
        onChange={(personId) => change({ personId, ticked: [] })}
      />
      {proposed.state === 'failed' ? <ErrorNotice error={proposed.error} /> : null}
      {offered.length === 0 ? null : (
        <fieldset className="form-part stack-close plan-questions">
          <legend className="field-label">{words.choose}</legend>
          <div>
            <button
              type="button"
              className="link-button"
              onClick={() => change({ ticked: ticked.length === offered.length ? [] : offered.map(({ key }) => key) })}
            >
              {ticked.length === offered.length ? words.noneTicked : words.all}
            </button>
          </div>
          {offered.map((question) => (
            <Checkbox
              key={question.key}
              label={question.words}
              description={question.because}
              checked={draft.ticked.includes(question.key)}
              onChange={() => tick(question.key)}
            />
          ))}
          {draft.own.map((question) => (
            <Checkbox
              key={question}
              label={question}
              checked
              onChange={() => change({ own: draft.own.filter((one) => one !== question) })}
            />
          ))}
        </fieldset>
      )}
      <div className="form-line" data-wide="true">
        <TextInput
          label={words.own}
          value={draft.typing}
          onChange={(event) => change({ typing: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter') add();
          }}
        />
        <Button variant="default" onClick={add}>
          {words.ownAdd}
        </Button>
      </div>
      {write.error === null ? null : <ErrorNotice error={write.error} />}
      <SubmitRow
        label={words.save}
        busyLabel={words.saving}
        busy={write.busy}
        missing={questions.length === 0 ? [words.missing] : []}
        onSubmit={() => void submit()}
      />
    </div>
  );
}

interface PlanCardProps {
  readonly plan: InterviewPlan;
  readonly people: readonly Person[];
  readonly onTake: () => void;
}

function PlanCard({ plan, people, onTake }: PlanCardProps) {
  const words = useWords().accounts.plans;
  const withdraw = useCommandCall('interview-plan.withdraw');
  const [asking, setAsking] = useState(false);
  const person = people.find(({ id }) => id === plan.personId);
  const heading = words.kept(plan.number, person?.pseudonym ?? person?.name ?? '');
  return (
    <article className="panel stack" aria-label={heading}>
      <div className="row-apart">
        <h3>{heading}</h3>
        <div className="row">
          <Button size="compact-sm" aria-label={words.takeOf(plan.number)} onClick={onTake}>
            {words.take}
          </Button>
          <button
            type="button"
            className="link-button"
            aria-label={words.withdrawOf(plan.number)}
            onClick={() => setAsking(true)}
          >
            {words.withdraw}
          </button>
        </div>
      </div>
      <details>
        <summary>{words.questions(plan.questions.length)}</summary>
        <ol className="dash-list">
          {plan.questions.map((question) => (
            <li key={question.words}>
              {question.words}
              {question.because === null ? null : <span className="small quiet"> {question.because}</span>}
            </li>
          ))}
        </ol>
      </details>
      <ReasonDialog
        opened={asking}
        title={words.withdrawOf(plan.number)}
        about={words.withdrawAbout}
        action={words.withdraw}
        busy={withdraw.busy}
        error={withdraw.error}
        onCancel={() => setAsking(false)}
        onReason={(reason) =>
          void withdraw.run({ id: plan.id, reason }).then((done) => {
            if (done !== null) setAsking(false);
          })
        }
      />
    </article>
  );
}
