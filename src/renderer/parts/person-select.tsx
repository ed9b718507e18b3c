import { Select } from '@mantine/core';
import type { CaseRole } from '../../contract/person.ts';
import { useQueryCall } from '../engine/use-call.ts';
import { useWords } from '../words/use-words.ts';

interface PersonSelectProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  /** Only people in these roles; all where left out. */
  readonly roles?: readonly CaseRole[] | undefined;
  readonly required?: boolean;
}

/** One person of the case, by name. */
export function PersonSelect({ label, value, onChange, roles, required = false }: PersonSelectProps) {
  const words = useWords().parts;
  const people = useQueryCall('person.list', {});
  const choices = (people.value ?? []).filter((person) => roles === undefined || roles.includes(person.caseRole));
  return (
    <Select
      label={label}
      placeholder={words.choosePerson}
      searchable
      clearable={!required}
      required={required}
      data={choices.map((person) => ({ value: person.id, label: person.name }))}
      value={value}
      onChange={onChange}
    />
  );
}
