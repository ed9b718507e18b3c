import { Button } from '@mantine/core';
import { useOs } from '../../engine/os.tsx';
import { useQueryCall } from '../../engine/use-call.ts';
import { type Choice, ChoiceRow } from '../../parts/choice-row.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useWords } from '../../words/use-words.ts';
import type { NewCaseDraft } from './new-case-draft.ts';

interface DistrictChoiceProps {
  readonly draft: NewCaseDraft;
  readonly onChange: (part: Partial<NewCaseDraft>) => void;
}

/** Which district's policies and agreements govern the case: a sample, a settings file, or none. */
export function DistrictChoice({ draft, onChange }: DistrictChoiceProps) {
  const words = useWords().start.create;
  const os = useOs();
  const districts = useQueryCall('district.list', {});
  if (districts.state === 'failed') return <ErrorNotice error={districts.error} />;
  if (districts.state === 'loading') return <p className="quiet">{words.districtsLoading}</p>;
  const choices: Choice<string>[] = [
    ...districts.value.map((district) => ({
      value: district.id,
      label: district.name,
      about: [
        ...(district.sample ? [words.districtSample] : []),
        words.districtPolicies(district.policies.join(', ')),
      ].join('. '),
    })),
    { value: 'file', label: words.districtFile, about: words.districtFileAbout },
    { value: 'none', label: words.districtNone, about: words.districtNoneAbout },
  ];
  const chooseFile = async () => {
    const file = (await os.chooseFiles())?.[0];
    if (file !== undefined) onChange({ districtFile: file });
  };
  return (
    <div className="option-list">
      <ChoiceRow
        legend={words.district}
        value={draft.district}
        choices={choices}
        onChange={(district) => onChange({ district })}
      />
      {draft.district === 'file' ? (
        <div className="row">
          <Button variant="default" onClick={() => void chooseFile()}>
            {words.chooseDistrictFile}
          </Button>
          {draft.districtFile === null ? null : <span className="start-path">{draft.districtFile}</span>}
        </div>
      ) : null}
      <p className="small quiet">{words.districtHelp}</p>
    </div>
  );
}
