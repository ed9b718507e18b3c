import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { CaseRole, Occupation, type Person } from '../../../contract/person.ts';
import { useCommandCall, useQueryCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useFormDraft } from '../../parts/form-drafts.ts';
import { SelectField } from '../../parts/select-field.tsx';
import { SubmitRow } from '../../parts/submit-row.tsx';
import { useWords } from '../../words/use-words.ts';
import { AccountsField } from './accounts-field.tsx';
import { EmploymentField } from './employment-field.tsx';
import { HoursField } from './hours-field.tsx';
import { draftOf, missingOfEmployment, missingOfPerson, PersonDraft, personOf } from './person-draft.ts';
import '../../parts/forms.css';

interface PersonFormProps {
  /** The person to correct; null adds one. */
  readonly person: Person | null;
  /** What a new form starts with. */
  readonly blank: PersonDraft;
  readonly onDone: (id: string) => void;
  readonly onClose: () => void;
  /** True where somebody came to enter tenure, breaks or days off. */
  readonly employmentOpen?: boolean;
}

/** Adds a person to the case, or corrects what is known of one. Give it a `key` per person. */
export function PersonForm({ person, blank, onDone, onClose, employmentOpen = false }: PersonFormProps) {
  const words = useWords().people.form;
  const more = useWords().personRecords.employment;
  const add = useCommandCall('person.add');
  const update = useCommandCall('person.update');
  const form = useFormDraft(
    person === null ? `person/new/${blank.name}` : `person/${person.id}`,
    PersonDraft,
    person === null ? blank : draftOf(person),
  );
  const { draft, change } = form;
  const submit = async () => {
    const given = personOf(draft);
    const saved = person === null ? await add.run(given) : await update.run({ id: person.id, person: given });
    if (saved === null) return;
    form.forget();
    onDone(saved.id);
  };
  const error = add.error ?? update.error;
  return (
    <section className="stack" aria-label={person === null ? words.newTitle : words.editTitle(person.name)}>
      <h2>{person === null ? words.newTitle : words.editTitle(person.name)}</h2>
      <TextInput
        label={words.name}
        required
        maxLength={200}
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <Employment draft={draft} change={change} />
      {draft.caseRole === 'student' ? (
        <p className="small">
          {person?.pseudonym === null || person === null ? words.pseudonymNew : words.pseudonym(person.pseudonym)}
        </p>
      ) : null}
      <HoursField hours={draft.workingHours} onChange={(workingHours) => change({ workingHours })} />
      {isStaff(draft) ? (
        <EmploymentField
          employment={draft.employment}
          open={employmentOpen}
          onChange={(employment) => change({ employment })}
        />
      ) : null}
      <AccountsField accounts={draft.accounts} onChange={(accounts) => change({ accounts })} />
      <RelativesField
        self={person?.id ?? null}
        chosen={draft.relatives}
        onChange={(relatives) => change({ relatives })}
      />
      <Textarea
        label={words.note}
        autosize
        minRows={2}
        maxLength={4000}
        value={draft.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      {error === null ? null : <ErrorNotice error={error} />}
      {form.started ? <p className="small quiet">{words.kept}</p> : null}
      <SubmitRow
        label={person === null ? words.addNow : words.save}
        busyLabel={words.saving}
        busy={add.busy || update.busy}
        missing={[
          ...missingOfPerson(draft).map((part) => words.missing[part]),
          ...missingOfEmployment(draft).map((part) => more.missing[part]),
        ]}
        onSubmit={() => void submit()}
      >
        <Button variant="subtle" onClick={onClose}>
          {words.close}
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

/** Students, parents and others outside the staff have no employment here. */
function isStaff(draft: PersonDraft): boolean {
  return draft.caseRole === 'respondent' || !['student', 'parent'].includes(draft.occupation);
}

interface PartProps {
  readonly draft: PersonDraft;
  readonly change: (part: Partial<PersonDraft>) => void;
}

function Employment({ draft, change }: PartProps) {
  const all = useWords().people;
  const words = all.form;
  const units = useQueryCall('district.units', {});
  const unitOptions = (units.value ?? []).map((unit) => ({
    value: unit.code,
    label: words.unitAgreement(unit.name, unit.agreement),
  }));
  return (
    <div className="form-grid">
      <SelectField
        label={words.role}
        value={draft.caseRole}
        options={CaseRole.options.map((role) => ({ value: role, label: all.roles[role] }))}
        onChange={(caseRole) =>
          change(caseRole === 'student' ? { caseRole, occupation: 'student', unit: '' } : { caseRole })
        }
      />
      <SelectField
        label={words.occupation}
        value={draft.occupation}
        options={Occupation.options.map((occupation) => ({ value: occupation, label: all.occupations[occupation] }))}
        onChange={(occupation) => change({ occupation })}
      />
      <TextInput
        label={words.position}
        placeholder={words.positionPlaceholder}
        maxLength={200}
        value={draft.position}
        onChange={(event) => change({ position: event.currentTarget.value })}
      />
      <SelectField
        label={words.unit}
        value={draft.unit}
        options={[{ value: '', label: words.unitNone }, ...unitOptions]}
        onChange={(unit) => change({ unit })}
      />
      <p className="small quiet form-wide">
        {words.occupationHelp} {words.unitHelp}
      </p>
    </div>
  );
}

interface RelativesFieldProps {
  readonly self: string | null;
  readonly chosen: readonly string[];
  readonly onChange: (relatives: string[]) => void;
}

function RelativesField({ self, chosen, onChange }: RelativesFieldProps) {
  const words = useWords().people.form;
  const people = useQueryCall('person.list', {});
  const others = (people.value ?? []).filter((other) => other.id !== self);
  return (
    <Checkbox.Group
      label={words.relatives}
      description={others.length === 0 ? words.relativesNone : words.relativesHelp}
      value={[...chosen]}
      onChange={onChange}
    >
      <div className="row">
        {others.map((other) => (
          <Checkbox key={other.id} value={other.id} label={other.name} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
