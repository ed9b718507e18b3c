import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { ItemView } from '../../../../contract/item-view.ts';
import type { Passage } from '../../../../contract/mapping.ts';
import { useQueryCall } from '../../../engine/use-call.ts';
import { useWords } from '../../../words/use-words.ts';
import { CorrectForm } from './correct-form.tsx';
import { type CorrectableLine, correctable } from './corrections.ts';
import { runsOf, type TextMark } from './passages.ts';
import { boxAround, type PictureLine } from './picture-lines.ts';

interface LineListProps {
  readonly view: ItemView;
  readonly text: string;
  readonly lines: readonly PictureLine[];
  readonly marks: readonly TextMark[];
  readonly onPassage: (passage: Passage) => void;
}

/** Below this the machine is too unsure of a line for its words to be quoted unread. */
const sure = 0.7;

/** The lines recognised in a picture, to be read and to be chosen. */
export function LineList({ view, text, lines, marks, onPassage }: LineListProps) {
  const words = useWords().viewer.picture;
  const corrections = useQueryCall('correction.list', { itemId: view.row.id });
  const standing = (corrections.value ?? []).filter(({ withdrawn }) => !withdrawn);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  if (lines.length === 0) return <p className="quiet">{words.noLines}</p>;
  const toggle = (start: number) => {
    const next = new Set(chosen);
    if (!next.delete(start)) next.add(start);
    setChosen(next);
  };
  const mark = () => {
    const passage = boxAround(
      text,
      lines.filter((line) => chosen.has(line.start)),
    );
    if (passage !== null) onPassage(passage);
  };
  return (
    <fieldset className="line-list">
      <legend>
        <strong>{words.lines}</strong> <span className="quiet">{words.linesAbout}</span>
      </legend>
      <ol>
        {lines.map((line) => (
          <li key={line.start}>
            <Checkbox
              checked={chosen.has(line.start)}
              onChange={() => toggle(line.start)}
              label={<LineWords text={text} line={line} marks={marks} />}
            />
            <CorrectLine itemId={view.row.id} line={correctable(view, standing, line)} />
          </li>
        ))}
      </ol>
      <Button disabled={chosen.size === 0} onClick={mark}>
        {words.markLines(chosen.size)}
      </Button>
    </fieldset>
  );
}

/** What the machine read under a corrected line, and the way to correct one. */
function CorrectLine({ itemId, line }: { readonly itemId: string; readonly line: CorrectableLine | null }) {
  const words = useWords().reading.correct;
  const [open, setOpen] = useState(false);
  if (line === null) return null;
  return (
    <>
      <button
        type="button"
        className="link-button small line-correct"
        aria-label={words.lineOf(line.now)}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {words.line}
      </button>
      {line.correction === null || open ? null : (
        <span className="quiet small line-was">{words.machineRead(line.was)}</span>
      )}
      {open ? (
        <CorrectForm itemId={itemId} place={line.place} was={line.was} now={line.now} onDone={() => setOpen(false)} />
      ) : null}
    </>
  );
}

function LineWords({ text, line, marks }: Pick<LineListProps, 'text' | 'marks'> & { readonly line: PictureLine }) {
  const words = useWords().viewer.picture;
  const inLine = marks.map((mark) => ({ ...mark, start: mark.start - line.start, end: mark.end - line.start }));
  return (
    <span className="reading line-words" dir="auto">
      {runsOf(text.slice(line.start, line.end), inLine).map((run) =>
        run.kinds.length === 0 ? (
          <span key={run.start}>{run.text}</span>
        ) : (
          <mark key={run.start} data-kinds={run.kinds.join(' ')}>
            {run.text}
          </mark>
        ),
      )}
      {line.confidence === null || line.confidence >= sure ? null : (
        <span className="line-unsure"> {words.uncertain(Math.round(line.confidence * 100))}</span>
      )}
    </span>
  );
}
