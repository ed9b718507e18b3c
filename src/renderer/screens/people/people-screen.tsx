import { Button } from '@mantine/core';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useQueryCall } from '../../engine/use-call.ts';
import { useActions } from '../../frame/actions.tsx';
import { useNavigation } from '../../frame/navigation.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { PeopleTable } from './people-table.tsx';
import { blankPerson } from './person-draft.ts';
import { PersonForm } from './person-form.tsx';
import '../../parts/forms.css';
import './people.css';

const NEW = 'new';

/** Everybody who matters to the case; the one that is chosen stands beside the table. */
export function PeopleScreen() {
  const words = useWords().people;
  const { place, set } = useNavigation();
  const people = useQueryCall('person.list', {});
  const units = useQueryCall('district.units', {});
  const add = () => set({ person: NEW });
  useActions([{ id: 'people.add', label: words.add, group: 'here', keys: 'mod+shift+a', run: add }]);
  const chosen = place.params['person'] ?? null;
  const person = (people.value ?? []).find(({ id }) => id === chosen) ?? null;
  const formShown = person !== null || chosen === NEW;
  const unitNames = new Map((units.value ?? []).map(({ code, name }) => [code, name]));
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{words.title}</h1>
        {people.value === null ? null : <span className="quiet">{words.count(people.value.length)}</span>}
        <Button leftSection={<IconUserPlus size={14} />} className="screen-head-action" onClick={add}>
          {words.add}
        </Button>
      </header>
      {people.state === 'failed' ? <ErrorNotice error={people.error} /> : null}
      {people.state === 'loading' ? <p className="loading-line">{words.loading}</p> : null}
      {people.state === 'ready' ? (
        <div className="with-side" data-side={formShown}>
          <div className="with-side-main">
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
                onChoose={(id) => set({ person: id })}
              />
            )}
          </div>
          {formShown ? (
            <div className="with-side-form">
              <PersonForm
                key={chosen}
                person={person}
                blank={{ ...blankPerson, caseRole: 'witness' }}
                onDone={(id) => set({ person: id })}
                onClose={() => set({ person: null })}
              />
            </div>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
