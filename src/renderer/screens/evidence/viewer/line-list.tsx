import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { TextRegion } from '../../../../contract/item.ts';
import type { Passage } from '../../../../contract/mapping.ts';
import { useWords } from '../../../words/use-words.ts';
import { boxAround, runsOf, type TextMark } from './passages.ts';

interface LineListProps {
  readonly text: string;
  readonly regions: readonly TextRegion[];
  readonly marks: readonly TextMark[];
  readonly onPassage: (passage: Passage) => void;
}

/** Below this the machine is too unsure of a line for its words to be quoted unread. */
const sure = 0.7;

/** The lines recognised in a picture, to be read and to be chosen. */
export function LineList({ text, regions, marks, onPassage }: LineListProps) {
  const words = useWords().viewer.picture;
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  if (regions.length === 0) return <p className="quiet">{words.noLines}</p>;
  const toggle = (start: number) => {
    const next = new Set(chosen);
    if (!next.delete(start)) next.add(start);
    setChosen(next);
  };
  const mark = () => {
    const passage = boxAround(
      text,
      regions.filter((region) => chosen.has(region.start)),
    );
    if (passage !== null) onPassage(passage);
  };
  return (
    <fieldset className="line-list">
      <legend>
        <strong>{words.lines}</strong> <span className="quiet">{words.linesAbout}</span>
      </legend>
      <ol>
        {regions.map((region) => (
          <li key={region.start}>
            <Checkbox
              checked={chosen.has(region.start)}
              onChange={() => toggle(region.start)}
              label={<LineWords text={text} region={region} marks={marks} />}
            />
          </li>
        ))}
      </ol>
      <Button disabled={chosen.size === 0} onClick={mark}>
        {words.markLines(chosen.size)}
      </Button>
    </fieldset>
  );
}

function LineWords({ text, region, marks }: Pick<LineListProps, 'text' | 'marks'> & { readonly region: TextRegion }) {
  const words = useWords().viewer.picture;
  const inLine = marks.map((mark) => ({ ...mark, start: mark.start - region.start, end: mark.end - region.start }));
  return (
    <span className="reading line-words" dir="auto">
      {runsOf(text.slice(region.start, region.end), inLine).map((run) =>
        run.kinds.length === 0 ? (
          <span key={run.start}>{run.text}</span>
        ) : (
          <mark key={run.start} data-kinds={run.kinds.join(' ')}>
            {run.text}
          </mark>
        ),
      )}
      {region.confidence === null || region.confidence >= sure ? null : (
        <span className="line-unsure"> {words.uncertain(Math.round(region.confidence * 100))}</span>
      )}
    </span>
  );
}
