import { Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { CallOutput } from '../../../contract/calls.ts';
import type { StepCalendar } from '../../../contract/steps.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { localWords } from '../../parts/moment-words.ts';
import { useWords } from '../../words/use-words.ts';

type Dated = StepCalendar['snowDays'];
type Year = StepCalendar['years'][number];

interface CalendarListsProps {
  readonly calendar: StepCalendar;
  readonly onDone: (saved: CallOutput<'calendar.save'>) => void;
}

/** Every list of the calendar, to be changed by hand; nothing counts until the changes are kept. */
export function CalendarLists({ calendar, onDone }: CalendarListsProps) {
  const words = useWords().procedure.calendar;
  const save = useCommandCall('calendar.save');
  const [draft, setDraft] = useState(calendar);
  const started = draft !== calendar;
  const setYear = (at: number, part: Partial<Year>) =>
    setDraft({ ...draft, years: draft.years.map((year, index) => (index === at ? { ...year, ...part } : year)) });
  const keep = async () => {
    const saved = await save.run({ calendar: draft, about: words.savedAbout });
    if (saved !== null) onDone(saved);
  };
  return (
    <div className="stack">
      {draft.years.map((year, index) => (
        <YearPart
          key={calendar.years[index]?.firstStudentDay ?? String(index)}
          year={year}
          onChange={(part) => setYear(index, part)}
        />
      ))}
      {(['legalHolidays', 'contractHolidays', 'snowDays'] as const).map((name) => (
        <DayList
          key={name}
          label={words.lists[name]}
          days={draft[name]}
          onChange={(days) => setDraft({ ...draft, [name]: days })}
        />
      ))}
      {save.error === null ? null : <ErrorNotice error={save.error} />}
      {started ? (
        <div className="row">
          <Button loading={save.busy} onClick={() => void keep()}>
            {words.save}
          </Button>
          <Button variant="subtle" onClick={() => setDraft(calendar)}>
            {words.discard}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function YearPart({ year, onChange }: { readonly year: Year; readonly onChange: (part: Partial<Year>) => void }) {
  const all = useWords();
  const words = all.procedure.calendar;
  const day = (iso: string | null | undefined) => (iso ? localWords(iso, all.parts.moment) : words.openEnd);
  const title = words.year(day(year.firstStudentDay), day(year.lastStudentDay));
  return (
    <details className="panel">
      <summary>
        <strong>{title}</strong>{' '}
        <span className="quiet">
          {words.lists.noSchool}: {words.days(year.noSchool.length)}
        </span>
      </summary>
      <div className="stack">
        <div className="form-grid">
          <TextInput
            type="date"
            label={words.firstTeacherDay}
            value={year.firstTeacherDay ?? ''}
            onChange={(event) => onChange({ firstTeacherDay: event.currentTarget.value || null })}
          />
          <TextInput
            type="date"
            label={words.firstStudentDay}
            value={year.firstStudentDay}
            onChange={(event) => {
              if (event.currentTarget.value !== '') onChange({ firstStudentDay: event.currentTarget.value });
            }}
          />
          <TextInput
            type="date"
            label={words.lastStudentDay}
            value={year.lastStudentDay ?? ''}
            onChange={(event) => onChange({ lastStudentDay: event.currentTarget.value || null })}
          />
        </div>
        <DayList label={words.lists.noSchool} days={year.noSchool} onChange={(noSchool) => onChange({ noSchool })} />
        <DayList
          label={words.lists.staffOnly}
          days={year.staffOnly}
          onChange={(staffOnly) => onChange({ staffOnly })}
        />
      </div>
    </details>
  );
}

interface DayListProps {
  readonly label: string;
  readonly days: Dated;
  readonly onChange: (days: Dated) => void;
}

function DayList({ label, days, onChange }: DayListProps) {
  const all = useWords();
  const words = all.procedure.calendar;
  const [date, setDate] = useState('');
  const [reason, setReason] = useState('');
  const add = () => {
    const added = { date, reason: reason.trim() || null };
    onChange([...days.filter((day) => day.date !== date), added].sort((a, b) => (a.date < b.date ? -1 : 1)));
    setDate('');
    setReason('');
  };
  return (
    <details>
      <summary>
        {label} <span className="quiet">{words.days(days.length)}</span>
      </summary>
      <div className="stack">
        <div className="calendar-days">
          {days.map((day) => (
            <span key={day.date} className="chip">
              {localWords(day.date, all.parts.moment)}
              {day.reason === null ? null : `, ${day.reason}`}
              <button
                type="button"
                className="plain-button"
                aria-label={words.remove(day.date)}
                title={words.remove(day.date)}
                onClick={() => onChange(days.filter((other) => other !== day))}
              >
                <IconX size={12} aria-hidden />
              </button>
            </span>
          ))}
        </div>
        <div className="row">
          <TextInput
            type="date"
            aria-label={`${label}: ${words.date}`}
            value={date}
            onChange={(event) => setDate(event.currentTarget.value)}
          />
          <TextInput
            aria-label={`${label}: ${words.reason}`}
            placeholder={words.reason}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button
            size="compact-sm"
            variant="default"
            aria-label={words.addTo(label)}
            disabled={date === ''}
            onClick={add}
          >
            {words.add}
          </Button>
        </div>
      </div>
    </details>
  );
}
