import { useQueryCall } from '../../engine/use-call.ts';
import { SelectField } from '../../parts/select-field.tsx';
import { useWords } from '../../words/use-words.ts';

interface PaperFieldProps {
  /** Id of the file; `''` for none. */
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** Which file of the case is the paper that a record rests on. */
export function PaperField({ value, onChange }: PaperFieldProps) {
  const words = useWords().personRecords.records;
  const files = useQueryCall('evidence.list', {});
  const options = (files.value ?? []).map(({ id, number, name }) => ({ value: id, label: `${number}. ${name}` }));
  return (
    <SelectField
      label={words.evidence}
      value={value}
      options={[{ value: '', label: words.evidenceNone }, ...options]}
      onChange={onChange}
    />
  );
}
