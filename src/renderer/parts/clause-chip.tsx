import { IconLink, IconSparkles } from '@tabler/icons-react';
import { useWords } from '../words/use-words.ts';
import './parts.css';

interface ClauseChipProps {
  /** Policy and clause with a blank between, or the clause's short name. */
  readonly label: string;
  /** A suggestion is the machine's and looks lighter than a link, which is a person's. */
  readonly kind: 'suggested' | 'linked';
  readonly title?: string | undefined;
}

export function ClauseChip({ label, kind, title }: ClauseChipProps) {
  const words = useWords().parts;
  const Icon = kind === 'suggested' ? IconSparkles : IconLink;
  return (
    <span className="chip" data-tone={kind} title={title}>
      <Icon size={12} aria-hidden />
      <span className="clipped">{label}</span>
      {kind === 'suggested' ? <span className="unseen">, {words.suggested}</span> : null}
    </span>
  );
}
