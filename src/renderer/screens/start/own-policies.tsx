import { Checkbox, TextInput } from '@mantine/core';
import type { PolicyRow } from '../../../contract/policy-import.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { useWords } from '../../words/use-words.ts';
import type { NewCaseDraft } from './new-case-draft.ts';

interface OwnPoliciesProps {
  readonly chosen: NewCaseDraft['policies'];
  readonly onChange: (policies: NewCaseDraft['policies']) => void;
}

/** Policies that were made or brought in on this computer; those chosen govern the new case from the day given. */
export function OwnPolicies({ chosen, onChange }: OwnPoliciesProps) {
  const words = useWords().policies;
  const shelf = useQueryCall('policy.list', {});
  const own = (shelf.value?.policies ?? []).filter(({ origin }) => origin === 'own');
  if (own.length === 0) return null;
  const entry = (row: PolicyRow) => chosen.find((one) => one.policy === row.policy && one.version === row.version);
  const without = (row: PolicyRow) => chosen.filter((one) => one !== entry(row));
  const put = (row: PolicyRow, inForceFrom: string) =>
    onChange([...without(row), { policy: row.policy, version: row.version, inForceFrom, inForceTo: null }]);
  return (
    <fieldset className="form-part stack-close">
      <legend className="field-label">{words.ownForCase}</legend>
      <span className="small quiet">{words.ownForCaseAbout}</span>
      {own.map((row) => {
        const taken = entry(row);
        return (
          <div key={`${row.policy}@${row.version}`} className="form-line" data-wide="true">
            <Checkbox
              label={`${row.title} (${words.version(row.version)})`}
              checked={taken !== undefined}
              onChange={(event) => (event.currentTarget.checked ? put(row, firstDayOf(row)) : onChange(without(row)))}
            />
            {taken === undefined ? null : (
              <TextInput
                type="date"
                aria-label={words.inForceFrom(row.title)}
                value={taken.inForceFrom}
                onChange={(event) => event.currentTarget.value !== '' && put(row, event.currentTarget.value)}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

/** The first day on which these words can have been in force; a month or year counts from its first day. */
function firstDayOf({ version }: PolicyRow): string {
  return `${version}-01-01`.slice(0, 10);
}
