import { IconMinus, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { count } from '../words/en/parts.ts';
import { useWords } from '../words/use-words.ts';
import './parts.css';

interface SideBySideProps {
  readonly forCount: number;
  readonly againstCount: number;
  readonly forSide: ReactNode;
  readonly againstSide: ReactNode;
  /** What it is for and against, heard by a screen reader where several stand on one screen. */
  readonly about?: string;
}

/** Evidence for and against, the same size and the same brightness; an empty side says so. */
export function SideBySide({ forCount, againstCount, forSide, againstSide, about }: SideBySideProps) {
  const words = useWords().parts.sides;
  const named = (side: string) => (about === undefined ? side : `${side}: ${about}`);
  return (
    <div className="sides">
      <section className="side" data-side="for" aria-label={named(words.for)}>
        <h3>
          <IconPlus size={14} aria-hidden /> {words.for} <span className="side-count">{count(forCount)}</span>
        </h3>
        {forCount === 0 ? <p className="quiet">{words.forNone}</p> : forSide}
      </section>
      <section className="side" data-side="against" aria-label={named(words.against)}>
        <h3>
          <IconMinus size={14} aria-hidden /> {words.against} <span className="side-count">{count(againstCount)}</span>
        </h3>
        {againstCount === 0 ? <p className="quiet">{words.againstNone}</p> : againstSide}
      </section>
    </div>
  );
}
