import { useWords } from '../words/use-words.ts';
import './parts.css';

interface ClauseCodeProps {
  /** Left out where the policy is named beside it. */
  readonly policy?: string;
  readonly clause: string;
}

/** Policy and clause as one cites them: `Norwalk C2`. The policy's id begins with a capital on the screen only. */
export function ClauseCode({ policy, clause }: ClauseCodeProps) {
  const words = useWords().parts;
  return (
    <>
      {policy === undefined ? null : <span className="policy-id">{policy}</span>}{' '}
      {clause.startsWith('general-') ? words.generalPart : clause}
    </>
  );
}
