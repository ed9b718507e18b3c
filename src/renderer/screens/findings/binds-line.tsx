import { IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react';
import { Occupation, type Person } from '../../../contract/person.ts';
import { useWords } from '../../words/use-words.ts';

interface BindsLineProps {
  /** Occupations that the clause binds, as the policy's own file lists them. */
  readonly binds: readonly string[];
  readonly respondent: Person | null;
}

/** Whether the clause, as it is written, binds somebody in this occupation. The finding stays a person's. */
export function BindsLine({ binds, respondent }: BindsLineProps) {
  const all = useWords();
  const words = all.findings.binds;
  const named = Occupation.options.filter((occupation) => binds.includes(occupation));
  const whom =
    named.length === 0
      ? words.everyone
      : words.roles(named.map((occupation) => all.people.occupations[occupation].toLowerCase()).join(', '));
  if (respondent === null) return <p className="small">{whom}.</p>;
  const unknown = respondent.occupation === 'unknown';
  const bound = binds.length === 0 || binds.includes(respondent.occupation);
  return (
    <p className="binds-line" data-binds={unknown ? 'unknown' : bound}>
      {unknown ? <IconHelpCircle size={16} aria-hidden /> : null}
      {!unknown && bound ? <IconCircleCheck size={16} aria-hidden /> : null}
      {!unknown && !bound ? <IconCircleX size={16} aria-hidden /> : null}
      <span>
        {whom}. {sentence(unknown, bound, respondent.name)}
      </span>
    </p>
  );

  function sentence(isUnknown: boolean, isBound: boolean, name: string): string {
    if (isUnknown) return words.unknownRole(name);
    return isBound ? words.forThis(name) : words.notFor(name);
  }
}
