import { ActionIcon, Button, Checkbox, Popover, Select, TextInput, Tooltip } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconColumns3, IconFilterOff, IconSearch } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import { ItemKind } from '../../../contract/item.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { useWords } from '../../words/use-words.ts';
import { type ItemQuery, isFiltered, noFilter } from './item-query.ts';
import { TimeChoice } from './time-choice.tsx';

interface ItemFiltersProps {
  readonly filter: ItemQuery['filter'];
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly hidden: readonly string[];
  readonly onHidden: (hidden: readonly string[]) => void;
}

/** Everything by which the table can be narrowed; each change is in the address, so that going back undoes it. */
export function ItemFilters({ filter, searchField, hidden, onHidden }: ItemFiltersProps) {
  const words = useWords().evidence;
  const { set } = useNavigation();
  return (
    <search className="item-filters">
      <div className="item-filters-line">
        <SearchField typed={filter.words ?? ''} field={searchField} />
        <ColumnsMenu hidden={hidden} onHidden={onHidden} />
        {isFiltered(filter) ? (
          <Button
            variant="default"
            leftSection={<IconFilterOff size={14} aria-hidden />}
            onClick={() => set({ ...noFilter })}
          >
            {words.filter.clear}
          </Button>
        ) : null}
      </div>
      <FilterLine filter={filter} />
    </search>
  );
}

function FilterLine({ filter }: { readonly filter: ItemQuery['filter'] }) {
  const words = useWords().evidence;
  const { set } = useNavigation();
  const clauses = useQueryCall('clause.list', {});
  const people = useQueryCall('person.list', {});
  const sources = useQueryCall('evidence.list', {});
  const only = Object.entries(words.filter.onlyChoices).map(([value, label]) => ({ value, label }));
  return (
    <div className="item-filters-line">
      <Choice label={words.filter.only} value={filter.only} data={only} onChange={(value) => set({ only: value })} />
      <Choice
        label={words.filter.clause}
        value={filter.clause}
        data={(clauses.value ?? []).map((clause) => ({
          value: `${clause.policy} ${clause.clause}`,
          label: `${clause.clause} ${clause.label}`,
        }))}
        onChange={(value) => set({ clause: value })}
      />
      <Choice
        label={words.filter.person}
        value={filter.personId}
        data={(people.value ?? []).map((person) => ({ value: person.id, label: person.name }))}
        onChange={(value) => set({ person: value })}
      />
      <Choice
        label={words.filter.source}
        value={filter.evidenceId}
        data={(sources.value ?? []).map((source) => ({ value: source.id, label: source.name }))}
        onChange={(value) => set({ source: value })}
      />
      <Choice
        label={words.filter.kind}
        value={filter.kind}
        data={ItemKind.options.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        onChange={(value) => set({ kind: value })}
      />
      <TimeChoice filter={filter} />
    </div>
  );
}

function SearchField({ typed, field }: { readonly typed: string; readonly field: RefObject<HTMLInputElement | null> }) {
  const words = useWords().evidence.filter;
  const { set } = useNavigation();
  const [value, setValue] = useState(typed);
  const [sent, setSent] = useState(typed);
  if (typed !== sent) {
    // Changed elsewhere: all filters taken out, or a search begun in the palette.
    setSent(typed);
    setValue(typed);
  }
  const search = useDebouncedCallback((next: string) => {
    const asked = next.trim();
    setSent(asked);
    set({ words: asked === '' ? null : asked });
  }, 90);
  return (
    <TextInput
      ref={field}
      className="item-search"
      type="search"
      aria-label={words.words}
      placeholder={words.wordsHint}
      leftSection={<IconSearch size={14} aria-hidden />}
      value={value}
      onChange={(event) => {
        setValue(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
    />
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | null;
  readonly data: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string | null) => void;
}

function Choice({ label, value, data, onChange }: ChoiceProps) {
  return (
    <Select
      className="item-choice"
      aria-label={label}
      placeholder={label}
      data={[...data]}
      value={value}
      onChange={onChange}
      clearable
      searchable={data.length > 8}
      comboboxProps={{ width: 280, position: 'bottom-start' }}
      data-set={value !== null}
    />
  );
}

function ColumnsMenu({ hidden, onHidden }: Pick<ItemFiltersProps, 'hidden' | 'onHidden'>) {
  const words = useWords().evidence.columns;
  const names = ['time', 'certainty', 'author', 'to', 'words', 'clauses', 'kind', 'source'] as const;
  return (
    <Popover position="bottom-end">
      <Popover.Target>
        <Tooltip label={words.choose}>
          <ActionIcon variant="default" size={30} aria-label={words.choose}>
            <IconColumns3 size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Checkbox.Group
          label={words.choose}
          value={names.filter((name) => !hidden.includes(name))}
          onChange={(shown) => onHidden(names.filter((name) => !shown.includes(name)))}
        >
          <div className="stack column-choices">
            {names.map((name) => (
              <Checkbox key={name} value={name} label={words[name]} />
            ))}
          </div>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}
