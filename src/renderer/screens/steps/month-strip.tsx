import type { StepsView } from '../../../contract/step-view.ts';
import { localWords } from '../../parts/moment-words.ts';
import { useWords } from '../../words/use-words.ts';
import { isOpen } from './step-groups.ts';
import './strip.css';

const DAYS_PER_WEEK = 7;

/** Six weeks above the rails: school days, closures with their reason, and how many deadlines end on each day. */
export function MonthStrip({ view }: { readonly view: StepsView }) {
  const all = useWords();
  const words = all.procedure.strip;
  const due = new Map<string, number>();
  for (const step of view.steps.filter(isOpen)) {
    const day = step.due?.slice(0, 10);
    if (day !== undefined) due.set(day, (due.get(day) ?? 0) + 1);
  }
  const weeks = Array.from({ length: view.strip.length / DAYS_PER_WEEK }, (_, week) =>
    view.strip.slice(week * DAYS_PER_WEEK, (week + 1) * DAYS_PER_WEEK),
  );
  const cellOf = (day: StepsView['strip'][number]) => {
    const count = due.get(day.date) ?? 0;
    const kind = day.school === null ? 'unknown' : day.school ? 'school' : 'closed';
    const said = [
      localWords(day.date, all.parts.moment),
      words[kind],
      ...(day.reason === null ? [] : [day.reason]),
      ...(day.date === view.today ? [words.today] : []),
      ...(count === 0 ? [] : [words.due(count)]),
    ].join(', ');
    return (
      <td
        key={day.date}
        className="strip-day"
        data-kind={kind}
        data-today={day.date === view.today}
        data-past={day.date < view.today}
        title={said}
      >
        <span aria-hidden>{Number(day.date.slice(8))}</span>
        {count === 0 ? null : (
          <span className="strip-due" aria-hidden>
            {count}
          </span>
        )}
        <span className="unseen">{said}</span>
      </td>
    );
  };
  return (
    <table className="strip" aria-label={words.label}>
      <thead>
        <tr>
          {words.weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.date}>{week.map(cellOf)}</tr>
        ))}
      </tbody>
    </table>
  );
}
