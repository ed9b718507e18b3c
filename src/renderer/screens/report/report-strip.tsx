import { IconClockExclamation } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { ReportClock, ReportView } from '../../../contract/report.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { useActions } from '../../frame/actions.tsx';
import { useWords } from '../../words/use-words.ts';
import { ReportDialog } from './report-dialog.tsx';
import './report.css';

const MINUTE = 60_000;

/** Above every room while a clock runs or a sign of danger waits for a decision; nothing at all otherwise. */
export function ReportStrip() {
  const words = useWords().inquiry.report;
  const report = useQueryCall('report.view', {}, { keepPrevious: true });
  const [opened, setOpened] = useState(false);
  const view = report.value;
  useActions([{ id: 'report.show', label: words.show, group: 'case', run: () => setOpened(true) }]);
  return (
    <>
      {view === null || !calls(view) ? null : (
        <section className="report-strip" aria-label={words.strip}>
          <IconClockExclamation size={16} aria-hidden />
          <strong>{words.strip}</strong>
          {view.clocks.flatMap((clock) =>
            clock.duties.filter(isRunning).map((duty) => (
              <span
                key={`${clock.id} ${duty.what}`}
                className="chip"
                data-tone={duty.state === 'late' ? 'late' : 'attention'}
              >
                {words.clock(clock.number, clock.child)}: {words.duties[duty.what]},{' '}
                <Left due={duty.due} now={view.now} />
              </span>
            )),
          )}
          {view.open.length === 0 ? null : <span>{words.open(view.open.length)}</span>}
          <button type="button" className="link-button" onClick={() => setOpened(true)}>
            {view.open.length === 0 ? words.show : words.look}
          </button>
        </section>
      )}
      <ReportDialog opened={opened} view={view} onClose={() => setOpened(false)} />
    </>
  );
}

function calls({ clocks, open }: ReportView): boolean {
  return open.length > 0 || clocks.some(({ duties }) => duties.some(isRunning));
}

function isRunning({ state }: ReportClock['duties'][number]): boolean {
  return state === 'running' || state === 'late';
}

/** What is left of a duty's time, counted from the engine's moment on, so that a sample case stands still in its own time. */
function Left({ due, now }: { readonly due: string | null; readonly now: string }) {
  const words = useWords().inquiry.report;
  const passed = useMinutesSince(now);
  if (due === null) return null;
  const minutes = Math.floor((Date.parse(due) - Date.parse(now)) / MINUTE) - passed;
  if (minutes < 0) return <>{words.over(Math.ceil(-minutes / 60))}</>;
  return <>{words.left(Math.floor(minutes / 60), minutes % 60)}</>;
}

function useMinutesSince(now: string): number {
  const [state, setState] = useState({ now, minutes: 0 });
  useEffect(() => {
    setState({ now, minutes: 0 });
    const timer = setInterval(() => setState((one) => ({ ...one, minutes: one.minutes + 1 })), MINUTE);
    return () => clearInterval(timer);
  }, [now]);
  return state.minutes;
}
