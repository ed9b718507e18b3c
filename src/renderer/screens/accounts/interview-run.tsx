import { Button, TextInput } from '@mantine/core';
import { useActions } from '../../frame/actions.tsx';
import { stampAt, wallClock } from '../../parts/zoned-time.ts';
import { useWords } from '../../words/use-words.ts';
import { type InterviewDraft, isRunning } from './interview-draft.ts';

interface InterviewRunProps {
  readonly draft: InterviewDraft;
  readonly change: (part: Partial<InterviewDraft>) => void;
}

/** `14:03` of a time stamp. */
export function clockOf(stamp: string): string {
  return stamp.slice(11, 16);
}

/** Beginning, breaks and end of an interview that is being taken, each stamped by a key or a click. */
export function InterviewRun({ draft, change }: InterviewRunProps) {
  const words = useWords().accounts.desk;
  const { breaks, endedAt, beganAt } = draft;
  const zone = draft.heldAt.zone;
  const now = () => stampAt(Date.now(), zone);
  const lasting = breaks.findIndex(({ to }) => to === null);
  const running = isRunning(draft);
  const begin = () => {
    const at = Date.now();
    change({ beganAt: stampAt(at, zone), heldAt: wallClock(at, zone), endedAt: null });
    window.requestAnimationFrame(() => document.getElementById('interview-question-0')?.focus());
  };
  const toggleBreak = () => {
    if (!running) return;
    if (lasting < 0) change({ breaks: [...breaks, { from: now(), to: null, why: '' }] });
    else change({ breaks: breaks.map((one, at) => (at === lasting ? { ...one, to: now() } : one)) });
  };
  const end = () => {
    const at = now();
    change({ endedAt: at, breaks: breaks.map((one) => ({ ...one, to: one.to ?? at })) });
  };
  const breakLabel = lasting < 0 ? words.breakBegin : words.breakEnd;
  useActions(
    running ? [{ id: 'interview.break', label: breakLabel, group: 'here', keys: 'alt+b', run: toggleBreak }] : [],
  );
  return (
    <div className="stack">
      <div className="row interview-run" data-running={running}>
        {beganAt === null ? (
          <>
            <Button size="compact-sm" onClick={begin}>
              {words.begin}
            </Button>
            <span className="small quiet">{words.beginAbout}</span>
          </>
        ) : null}
        {running ? (
          <>
            <strong role="status">
              {lasting < 0
                ? words.running(clockOf(beganAt ?? ''))
                : words.onBreak(clockOf(breaks[lasting]?.from ?? ''))}
            </strong>
            <Button size="compact-sm" variant="default" onClick={toggleBreak}>
              {breakLabel}
            </Button>
            <Button size="compact-sm" variant="default" onClick={end}>
              {words.end}
            </Button>
            <span className="small quiet">{words.keys}</span>
          </>
        ) : null}
        {endedAt === null ? null : (
          <>
            <strong>{words.ended(clockOf(endedAt))}</strong>
            <Button size="compact-sm" variant="subtle" onClick={() => change({ endedAt: null })}>
              {words.resume}
            </Button>
          </>
        )}
      </div>
      {breaks.length === 0 ? null : (
        <ul className="stack-close" aria-label={words.breaks}>
          {breaks.map((one, at) => (
            <li key={one.from} className="row">
              <span className="mono small">
                {words.breakSpan(clockOf(one.from), one.to === null ? null : clockOf(one.to))}
              </span>
              <TextInput
                size="xs"
                aria-label={words.breakWhy(at + 1)}
                placeholder={words.breakWhy(at + 1)}
                value={one.why}
                onChange={(event) => {
                  const why = event.currentTarget.value;
                  change({ breaks: breaks.map((other, place) => (place === at ? { ...other, why } : other)) });
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
