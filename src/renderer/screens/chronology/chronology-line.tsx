import { Button } from '@mantine/core';
import type { CallOutput } from '../../../contract/calls.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { localWords } from '../../parts/moment-words.ts';
import { useWords } from '../../words/use-words.ts';

type View = CallOutput<'chronology.view'>;
type Entry = View['entries'][number];

interface ChronologyLineProps {
  readonly entries: readonly Entry[];
  readonly remarks: View['remarks'];
  /** Ids of entries that were asked for. */
  readonly marked: readonly string[];
}

/** The entries day by day; what a remark names says so in words. */
export function ChronologyLine({ entries, remarks, marked }: ChronologyLineProps) {
  const { chronology: words, parts } = useWords();
  const remarked = new Set(remarks.flatMap((remark) => remark.entries));
  return (
    <section aria-label={words.line}>
      <ol className="chronology-days">
        {byDay(entries).map(([day, ofDay]) => (
          <li key={day} className="chronology-day">
            <h2 className="chronology-date">{localWords(day, parts.moment)}</h2>
            <ol className="chronology-entries">
              {ofDay.map((entry) => (
                <Line
                  key={entry.id}
                  entry={entry}
                  remarked={remarked.has(entry.id)}
                  marked={marked.includes(entry.id)}
                />
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface LineProps {
  readonly entry: Entry;
  readonly remarked: boolean;
  readonly marked: boolean;
}

function Line({ entry, remarked, marked }: LineProps) {
  const words = useWords().chronology;
  const { go } = useNavigation();
  const [, time] = entry.order.split('T');
  const doubts = [
    ...(entry.certain ? [] : [time === undefined ? words.dayOnly : words.uncertain]),
    ...(remarked ? [words.remarked] : []),
  ];
  const open = () => {
    const { room, id } = entry.source;
    if (room === 'evidence') go('evidence', entry.kind === 'conduct' ? { item: id } : {});
    else go(room);
  };
  return (
    <li id={entry.id} className="chronology-entry" data-kind={entry.kind} data-marked={marked}>
      <span className="mono chronology-time">{time?.slice(0, 5) ?? '–'}</span>
      <span className="chronology-kind">{words.kinds[entry.kind]}</span>
      <span>
        {entry.words}
        {doubts.length === 0 ? null : <span className="small quiet"> ({doubts.join('; ')})</span>}
      </span>
      <Button variant="default" size="compact-xs" aria-label={words.open(entry.words)} onClick={open}>
        {words.openShort}
      </Button>
    </li>
  );
}

function byDay(entries: readonly Entry[]): readonly (readonly [string, Entry[]])[] {
  const days = new Map<string, Entry[]>();
  for (const entry of entries) {
    const day = entry.order.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}
