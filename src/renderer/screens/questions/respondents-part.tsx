import { Button, TextInput } from '@mantine/core';
import { IconArrowRight, IconCheck, IconMapPin, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { CallOutput } from '../../../contract/calls.ts';
import type { Person } from '../../../contract/person.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { blankPerson, occupationOf, type PersonDraft } from '../people/person-draft.ts';
import { PersonForm } from '../people/person-form.tsx';

type DistrictPerson = CallOutput<'district.people'>[number];

/** The form at hand: somebody new with what is known already, or a respondent to complete. */
type AtHand = { readonly person: Person | null; readonly blank: PersonDraft };

/** The employees that the complaint is about: chosen from the district's list, or entered by hand. */
export function RespondentsPart({ onNext }: { readonly onNext: () => void }) {
  const words = useWords().questions.respondents;
  const people = useQueryCall('person.list', {});
  const [atHand, setAtHand] = useState<AtHand | null>(null);
  if (people.state === 'failed') return <ErrorNotice error={people.error} />;
  const respondents = (people.value ?? []).filter((person) => person.caseRole === 'respondent');
  const close = () => setAtHand(null);
  if (atHand !== null) {
    const key = atHand.person?.id ?? `new/${atHand.blank.name}`;
    return (
      <div className="panel">
        <PersonForm key={key} person={atHand.person} blank={atHand.blank} onDone={close} onClose={close} />
      </div>
    );
  }
  return (
    <div className="stack respondents">
      <p className="quiet">{words.about}</p>
      <section className="panel stack" aria-labelledby="respondents-named">
        <h2 id="respondents-named">{words.named}</h2>
        {respondents.length === 0 ? <p className="quiet">{words.none}</p> : null}
        <ul hidden={respondents.length === 0}>
          {respondents.map((person) => (
            <li key={person.id} className="respondent row-apart">
              <RespondentWords person={person} />
              <Button
                variant="default"
                size="compact-xs"
                aria-label={words.edit(person.name)}
                onClick={() => setAtHand({ person, blank: blankPerson })}
              >
                {words.editShort}
              </Button>
            </li>
          ))}
        </ul>
      </section>
      <DistrictPeople
        named={respondents}
        onChoose={({ name, role, position, unit, workingHours }) =>
          setAtHand({
            person: null,
            blank: {
              ...blankPerson,
              name,
              occupation: occupationOf(role),
              position: position ?? '',
              unit: unit ?? '',
              workingHours,
            },
          })
        }
      />
      <div className="row-apart">
        <Button variant="default" onClick={() => setAtHand({ person: null, blank: blankPerson })}>
          {words.byHand}
        </Button>
        {respondents.length === 0 ? null : (
          <Button rightSection={<IconArrowRight size={14} />} onClick={onNext}>
            {words.next}
          </Button>
        )}
      </div>
    </div>
  );
}

function RespondentWords({ person }: { readonly person: Person }) {
  const all = useWords();
  return (
    <div>
      <p>
        <strong>{person.name}</strong>, {person.position ?? all.people.occupations[person.occupation]}
      </p>
      {person.unit === null ? (
        <span className="chip" data-tone="attention">
          <IconMapPin size={12} aria-hidden /> {all.questions.respondents.unitUnknown}
        </span>
      ) : null}
    </div>
  );
}

interface DistrictPeopleProps {
  readonly named: readonly Person[];
  readonly onChoose: (person: DistrictPerson) => void;
}

function DistrictPeople({ named, onChoose }: DistrictPeopleProps) {
  const words = useWords().questions.respondents;
  const people = useQueryCall('district.people', {});
  const [filter, setFilter] = useState('');
  if (people.state === 'failed') return <ErrorNotice error={people.error} />;
  const all = people.value ?? [];
  if (all.length === 0) return <p className="quiet">{words.noDistrictPeople}</p>;
  const sought = filter.trim().toLowerCase();
  const shown = all.filter(({ name, position, role }) =>
    `${name} ${position ?? ''} ${role}`.toLowerCase().includes(sought),
  );
  return (
    <section className="panel stack" aria-labelledby="respondents-district">
      <div className="row-apart">
        <h2 id="respondents-district">{words.fromDistrict}</h2>
        <span className="small quiet" role="status">
          {words.shown(shown.length, all.length)}
        </span>
      </div>
      <TextInput
        aria-label={words.filter}
        placeholder={words.filter}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={filter}
        onChange={(event) => setFilter(event.currentTarget.value)}
      />
      <ul className="respondents-list">
        {shown.map((person) => (
          <li key={`${person.name}/${person.position ?? person.role}`} className="respondent row-apart">
            <p>
              {person.name}, <span className="quiet">{person.position ?? person.role}</span>
            </p>
            {named.some(({ name }) => name === person.name) ? (
              <span className="chip" data-tone="done">
                <IconCheck size={12} aria-hidden /> {words.added}
              </span>
            ) : (
              <Button
                variant="default"
                size="compact-xs"
                aria-label={words.add(person.name)}
                onClick={() => onChoose(person)}
              >
                {words.addShort}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
