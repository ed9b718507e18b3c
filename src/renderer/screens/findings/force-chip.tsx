import { Tooltip } from '@mantine/core';
import { Force } from '../../../contract/policy.ts';
import { useWords } from '../../words/use-words.ts';

/** What kind of demand a clause makes, so that a “should” is never read as a prohibition. */
export function ForceChip({ force }: { readonly force: string }) {
  const words = useWords().findings.force;
  const known = Force.options.find((option) => option === force);
  if (known === undefined) return <span className="chip">{force}</span>;
  return (
    <Tooltip label={words[known].about}>
      <span className="chip">
        {words[known].word}
        <span className="unseen">: {words[known].about}</span>
      </span>
    </Tooltip>
  );
}
