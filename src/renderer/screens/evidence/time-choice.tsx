import { Button, Popover, Select, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { ItemFilter } from '../../../contract/item-view.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { localWords } from '../../parts/moment-words.ts';
import type { Words } from '../../words/index.ts';
import { useWords } from '../../words/use-words.ts';
import type { ItemQuery } from './item-query.ts';

const certainties = ItemFilter.shape.certainty.unwrap().unwrap().options;

/** Narrows the table to days, and to dates that are certain, assumed, open or missing. */
export function TimeChoice({ filter }: { readonly filter: ItemQuery['filter'] }) {
  const all = useWords();
  const words = all.evidence.filter;
  const { set } = useNavigation();
  const chosen = chosenWords(filter, all);
  return (
    <Popover position="bottom-start" trapFocus>
      <Popover.Target>
        <Button
          className="item-choice item-time"
          variant="default"
          data-set={chosen !== null}
          leftSection={<IconCalendar size={14} aria-hidden />}
          aria-label={chosen === null ? words.time : `${words.time}: ${chosen}`}
        >
          <span className="clipped">{chosen ?? words.time}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className="stack">
          <div className="row">
            <TextInput
              type="date"
              label={words.from}
              value={filter.from ?? ''}
              onChange={(event) => set({ from: event.currentTarget.value || null })}
            />
            <TextInput
              type="date"
              label={words.to}
              value={filter.to ?? ''}
              onChange={(event) => set({ to: event.currentTarget.value || null })}
            />
          </div>
          <Select
            label={words.certainty}
            clearable
            comboboxProps={{ withinPortal: false }}
            data={certainties.map((value) => ({ value, label: words.certainties[value] }))}
            value={filter.certainty}
            onChange={(value) => set({ certainty: value })}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function chosenWords({ from, to, certainty }: ItemQuery['filter'], words: Words): string | null {
  const day = (local: string) => localWords(local, words.parts.moment);
  const own = words.evidence.filter;
  const parts = [
    from === null && to === null ? null : own.between(from === null ? null : day(from), to === null ? null : day(to)),
    certainty === null ? null : own.certainties[certainty],
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}
