import { Button } from '@mantine/core';
import { useOs } from '../../engine/os.tsx';
import { useQueryCall } from '../../engine/use-call.ts';
import { type Choice, ChoiceRow } from '../../parts/choice-row.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { timestampWords } from '../../parts/moment-words.ts';
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
      {draft.district === 'file' && draft.districtFile !== null ? <FileLook path={draft.districtFile} /> : null}
      <p className="small quiet">{words.districtHelp}</p>
    </div>
  );
}

/** Who signed the chosen file, with the key to compare; or why it cannot be used, before anything is made with it. */
function FileLook({ path }: { readonly path: string }) {
  const all = useWords();
  const words = all.district.look;
  const look = useQueryCall('district-file.look', { path });
  if (look.state === 'failed') return <ErrorNotice error={look.error} />;
  if (look.state === 'loading') return null;
  const { district, signed, confirmations } = look.value;
  if (signed === null) return <p className="small">{words.unsigned(district)}</p>;
  return (
    <p className="small" role="status">
      {words.signed(district, signed.by, timestampWords(signed.at, all.parts.moment))} {words.carries(confirmations)}{' '}
      {words.key(signed.keyId.slice(0, 16))}
    </p>
  );
}
