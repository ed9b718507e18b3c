import type { StepsView, StripDay } from '../../../contract/step-view.ts';
import { localWords } from '../../parts/moment-words.ts';
import { useWords } from '../../words/use-words.ts';
import { isOpen } from './step-groups.ts';
import './strip.css';

const DAYS_PER_WEEK = 7;
const WEEKS_IN_A_ROW = 4;

interface MonthStripProps {
  readonly view: StepsView;
  /** Four weeks in one row, or six weeks as a sheet. */
  readonly shape: 'row' | 'sheet';
}

/** School days, closures with their reason, and how many deadlines end on each day. */
export function MonthStrip({ view, shape }: MonthStripProps) {
  const words = useWords().procedure.strip;
  const due = new Map<string, number>();
  for (const step of view.steps.filter(isOpen)) {
    const day = step.due?.slice(0, 10);
    if (day !== undefined) due.set(day, (due.get(day) ?? 0) + 1);
  }
  const perRow = shape === 'row' ? DAYS_PER_WEEK * WEEKS_IN_A_ROW : DAYS_PER_WEEK;
  const shown = shape === 'row' ? view.strip.slice(0, perRow) : view.strip;
  const rows = Array.from({ length: shown.length / perRow }, (_, row) => shown.slice(row * perRow, (row + 1) * perRow));
  return (
    <table className="strip" data-shape={shape} aria-label={words.label}>
      <thead>
        <tr>
          {(rows[0] ?? []).map((day, index) => (
            <th key={day.date} scope="col">
              {words.weekdays[index % DAYS_PER_WEEK]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row[0]?.date}>
            {row.map((day) => (
              <Day key={day.date} day={day} today={view.today} due={due.get(day.date) ?? 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day, today, due }: { readonly day: StripDay; readonly today: string; readonly due: number }) {
  const all = useWords();
  const words = all.procedure.strip;
  const kind = day.school === null ? 'unknown' : day.school ? 'school' : 'closed';
  const number = Number(day.date.slice(8));
  const month = all.parts.moment.months[Number(day.date.slice(5, 7)) - 1] ?? '';
  const said = [
    localWords(day.date, all.parts.moment),
    words[kind],
    ...(day.reason === null ? [] : [day.reason]),
    ...(day.date === today ? [words.today] : []),
    ...(due === 0 ? [] : [words.due(due)]),
  ].join(', ');
  return (
    <td
      className="strip-day"
      data-kind={kind}
      data-today={day.date === today}
      data-past={day.date < today}
      title={said}
    >
      <span aria-hidden>{number === 1 || day.date === today ? `${number} ${month}` : number}</span>
      {due === 0 ? null : (
        <span className="strip-due" aria-hidden>
          {due}
        </span>
      )}
      <span className="unseen">{said}</span>
    </td>
  );
}
