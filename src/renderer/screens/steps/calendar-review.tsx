import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { type CalendarEntry, CalendarMark, type CalendarProposal } from '../../../contract/school-calendar.ts';
import { localWords } from '../../parts/moment-words.ts';
import { useWords } from '../../words/use-words.ts';

interface CalendarReviewProps {
  readonly proposal: CalendarProposal;
  readonly name: string;
  readonly busy: boolean;
  readonly onTake: (entries: readonly CalendarEntry[]) => void;
  readonly onCancel: () => void;
}

function marksOf(choice: string): CalendarMark[] {
  return choice.split('+').map((mark) => CalendarMark.parse(mark));
}

/** What a file says of each day, and what it is taken for: every choice can be changed before anything is brought in. */
export function CalendarReview({ proposal, name, busy, onTake, onCancel }: CalendarReviewProps) {
  const all = useWords();
  const words = all.procedure.calendar;
  const [entries, setEntries] = useState(proposal.entries);
  const taken = entries.filter(({ marks }) => !marks.includes('ignore'));
  const options = Object.entries(words.marks).map(([value, label]) => ({ value, label }));
  return (
    <div className="stack">
      <h4>{words.review(name)}</h4>
      <ul className="dash-list">
        {proposal.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <div className="table-scroll">
        <table className="plain-table" aria-label={words.review(name)}>
          <thead>
            <tr>
              <th scope="col">{words.date}</th>
              <th scope="col">{words.said}</th>
              <th scope="col">{words.takenFor}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry, index) => (
              <tr key={`${entry.date} ${entry.words}`} data-past={entry.marks.includes('ignore')}>
                <th scope="row">{localWords(entry.date, all.parts.moment)}</th>
                <td>{entry.words}</td>
                <td>
                  <NativeSelect
                    size="xs"
                    aria-label={words.marksOf(entry.date)}
                    value={entry.marks.join('+')}
                    data={options}
                    onChange={(event) => {
                      const marks = marksOf(event.currentTarget.value);
                      setEntries(entries.map((other, at) => (at === index ? { ...other, marks } : other)));
                    }}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {taken.length === 0 ? <p>{words.takeNone}</p> : null}
      <div className="row">
        <Button disabled={taken.length === 0} loading={busy} onClick={() => onTake(taken)}>
          {words.take}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}
