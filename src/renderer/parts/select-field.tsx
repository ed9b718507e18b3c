import { NativeSelect } from '@mantine/core';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface SelectFieldProps<Value extends string> {
  readonly label: string;
  readonly description?: string;
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value) => void;
}

/** One of several, where the list is too long to show whole; the system's own list, so that every key works. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  return (
    <NativeSelect
      label={props.label}
      description={props.description}
      value={props.value}
      data={props.options.map(({ value, label }) => ({ value, label }))}
      onChange={(event) => {
        const chosen = props.options.find((option) => option.value === event.currentTarget.value);
        if (chosen !== undefined) props.onChange(chosen.value);
      }}
    />
  );
}
