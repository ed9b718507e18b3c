import { NativeSelect } from '@mantine/core';
import type { CallOutput } from '../../../contract/calls.ts';
import { ChoiceRow } from '../../parts/choice-row.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { useWords } from '../../words/use-words.ts';

type Kind = CallOutput<'document.kinds'>[number];

export interface Chosen {
  readonly kind: Kind;
  readonly respondentId: string | null;
  readonly language: Kind['languages'][number];
  readonly format: 'pdf' | 'docx';
  /** For whom it is; what that audience does not receive is taken out. */
  readonly audience: Kind['audience'];
}

interface DocumentChoiceProps {
  readonly kinds: readonly Kind[];
  readonly respondents: CallOutput<'person.list'>;
  readonly chosen: Chosen;
  readonly onChange: (change: Readonly<Record<string, string | null>>) => void;
}

/** In the order in which more is taken out. */
export const AUDIENCES = ['counsel', 'district', 'employee-union', 'board', 'records'] as const;

/** Which document, about whom, for whom, in which language and as which file. */
export function DocumentChoice({ kinds, respondents, chosen, onChange }: DocumentChoiceProps) {
  const { documents: words, takenOut } = useWords();
  const groups = (['records', 'letters'] as const).map((group) => ({
    group: words.groups[group],
    items: kinds.filter((kind) => kind.group === group).map(({ kind, title }) => ({ value: kind, label: title })),
  }));
  return (
    <>
      <NativeSelect
        label={words.kind}
        description={chosen.kind.about}
        value={chosen.kind.kind}
        data={groups}
        onChange={(event) => onChange({ kind: event.currentTarget.value, language: null, audience: null, show: null })}
      />
      <ChoiceRow
        legend={words.respondent}
        value={chosen.respondentId}
        choices={respondents.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(person) => onChange({ person, show: null })}
      />
      <SelectField
        label={takenOut.audience}
        value={chosen.audience}
        options={AUDIENCES.map((value) => ({ value, label: takenOut.audiences[value] }))}
        onChange={(audience) => onChange({ audience })}
      />
      {chosen.kind.languages.length < 2 ? null : (
        <ChoiceRow
          legend={words.language}
          value={chosen.language}
          choices={chosen.kind.languages.map((value) => ({ value, label: words.languages[value] }))}
          onChange={(language) => onChange({ language })}
        />
      )}
      <ChoiceRow
        legend={words.format}
        value={chosen.format}
        choices={(['pdf', 'docx'] as const).map((value) => ({ value, label: words.formats[value] }))}
        onChange={(format) => onChange({ format })}
      />
      {chosen.format === 'docx' ? <p className="small quiet">{words.formatAbout}</p> : null}
    </>
  );
}
