import { Button } from '@mantine/core';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import type { Person } from '../../../contract/person.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { useActions } from '../../frame/actions.tsx';
import { useNavigation } from '../../frame/navigation.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { LikelySamePart } from './likely-same.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { PeopleTable } from './people-table.tsx';
import { blankPerson } from './person-draft.ts';
import { PersonForm } from './person-form.tsx';
import { PersonRecords } from './person-records.tsx';
import { RosterView } from './roster-view.tsx';
import '../../parts/forms.css';
import './people.css';

const NEW = 'new';
/** In place of a person: a list from a file. */
const LIST = 'list';

/** Everybody who matters to the case; the one that is chosen stands beside the table. */
export function PeopleScreen() {
  const words = useWords().people;
  const { place, set } = useNavigation();
  const people = useQueryCall('person.list', {});
  const units = useQueryCall('district.units', {});
  const add = () => set({ person: NEW });
  const records = useWords().personRecords;
  useActions([
    { id: 'people.add', label: words.add, group: 'here', keys: 'mod+shift+a', run: add },
    { id: 'people.list', label: records.roster.title, group: 'here', run: () => set({ person: LIST }) },
  ]);
  const chosen = place.params['person'] ?? null;
  const person = (people.value ?? []).find(({ id }) => id === chosen) ?? null;
  const formShown = person !== null || chosen === NEW;
  const unitNames = new Map((units.value ?? []).map(({ code, name }) => [code, name]));
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{words.title}</h1>
        {people.value === null ? null : <span className="quiet">{words.count(people.value.length)}</span>}
        <div className="row screen-head-action">
          <Button variant="default" onClick={() => set({ person: LIST })}>
            {records.roster.open}
          </Button>
          <Button leftSection={<IconUserPlus size={14} />} onClick={add}>
            {words.add}
          </Button>
        </div>
      </header>
      {people.state === 'failed' ? <ErrorNotice error={people.error} /> : null}
      {people.state === 'loading' ? <p className="loading-line">{words.loading}</p> : null}
      {people.state === 'ready' && chosen === LIST ? (
        <div className="screen-scroll">
          <RosterView onClose={() => set({ person: null })} />
        </div>
      ) : null}
      {people.state === 'ready' && chosen !== LIST ? (
        <div className="with-side" data-side={formShown}>
          <div className="with-side-main">
            <LikelySamePart people={people.value} />
            {people.value.length === 0 ? (
              <EmptyState
                icon={<IconUsers size={22} />}
                title={words.empty.title}
                about={words.empty.body}
                action={formShown ? undefined : { label: words.add, run: add }}
              />
            ) : (
              <PeopleTable
                people={people.value}
                unitNames={unitNames}
                chosen={chosen}
                onChoose={(id) => set({ person: id, open: null })}
              />
            )}
          </div>
          {formShown ? <PersonSide chosen={chosen} person={person} people={people.value} /> : null}
        </div>
      ) : null}
    </div>
  );
}

interface PersonSideProps {
  readonly chosen: string | null;
  readonly person: Person | null;
  readonly people: readonly Person[];
}

/** The form of one person with what is on file about them. */
function PersonSide({ chosen, person, people }: PersonSideProps) {
  const { place, set } = useNavigation();
  const open = place.params['open'] ?? null;
  return (
    <div className="with-side-form stack">
      <PersonForm
        key={chosen}
        person={person}
        blank={{ ...blankPerson, caseRole: 'witness' }}
        onDone={(id) => set({ person: id })}
        onClose={() => set({ person: null, open: null })}
        employmentOpen={open === 'employment'}
      />
      {person === null ? null : (
        <>
          <PersonRecords key={`${person.id} ${open ?? ''}`} person={person} open={open} />
          <MergeWith key={`merge ${person.id}`} person={person} people={people} />
        </>
      )}
    </div>
  );
}

/** The way to say that two entries are one person where no suggestion says so. */
function MergeWith({ person, people }: { readonly person: Person; readonly people: readonly Person[] }) {
  const words = useWords().personRecords.merge;
  const { set } = useNavigation();
  const [asking, setAsking] = useState(false);
  if (people.length < 2) return null;
  return (
    <div>
      <Button size="compact-xs" variant="subtle" onClick={() => setAsking(true)}>
        {words.withAnother}
      </Button>
      {asking ? (
        <MergeDialog
          person={person}
          other={null}
          people={people}
          onDone={(kept) => {
            setAsking(false);
            if (kept !== null) set({ person: kept });
          }}
        />
      ) : null}
    </div>
  );
}
