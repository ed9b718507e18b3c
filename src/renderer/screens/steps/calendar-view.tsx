import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CallOutput } from '../../../contract/calls.ts';
import type { CalendarProposal } from '../../../contract/school-calendar.ts';
import { useOs } from '../../engine/os.tsx';
import { useCommandCall, useQueryCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { localWords, timestampWords } from '../../parts/moment-words.ts';
import { SubmitRow } from '../../parts/submit-row.tsx';
import { useWords } from '../../words/use-words.ts';
import { CalendarLists } from './calendar-lists.tsx';
import { CalendarReview } from './calendar-review.tsx';

type Saved = CallOutput<'calendar.save'>;

/** The school calendar on which deadlines are counted: snow days, whole years from a file, and every list by hand. */
export function CalendarView() {
  const all = useWords();
  const words = all.procedure.calendar;
  const view = useQueryCall('calendar.view', {});
  const [moved, setMoved] = useState<Saved['moved'] | null>(null);
  const done = (saved: Saved) => setMoved(saved.moved);
  if (view.state === 'failed') return <ErrorNotice error={view.error} />;
  return (
    <section className="stack" aria-label={words.title}>
      <div>
        <h2>{words.title}</h2>
        <p className="quiet">{words.about}</p>
      </div>
      {view.value === null && view.state === 'ready' ? <p>{words.none}</p> : null}
      {view.value === null ? null : (
        <p>
          {view.value.calendar.title ?? view.value.calendar.id}.{' '}
          {view.value.asShipped ? words.shipped : `${words.changed}.`}
        </p>
      )}
      {moved === null ? null : <Moved moved={moved} />}
      <SnowDay onDone={done} />
      <ImportPart onDone={done} />
      {view.value === null ? null : (
        <CalendarLists key={JSON.stringify(view.value.calendar)} calendar={view.value.calendar} onDone={done} />
      )}
      {view.value === null || view.value.versions.length === 0 ? null : (
        <section className="stack-close">
          <h3>{words.history}</h3>
          <ul className="dash-list">
            {view.value.versions.map((version) => (
              <li key={version.id}>
                {version.about} ({version.by}, {timestampWords(version.at, all.parts.moment)})
              </li>
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}

/** Which open deadlines a change moved: said at once, where the change was made. */
function Moved({ moved }: { readonly moved: Saved['moved'] }) {
  const all = useWords();
  const words = all.procedure.calendar;
  const day = (iso: string | null) => (iso === null ? words.noDate : localWords(iso, all.parts.moment));
  return (
    <div className="counsel-mark" role="status">
      <p>
        <strong>{words.moved(moved.length)}</strong>
      </p>
      <ul className="dash-list">
        {moved.map((each) => (
          <li key={`${each.respondent} ${each.article} ${each.title}`}>
            {each.respondent}. {words.movedLine(each.title, day(each.from), day(each.to))}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface PartProps {
  readonly onDone: (saved: Saved) => void;
}

function SnowDay({ onDone }: PartProps) {
  const words = useWords().procedure.calendar;
  const add = useCommandCall('calendar.add-snow-day');
  const [date, setDate] = useState('');
  const [reason, setReason] = useState(words.snowReason);
  const submit = async () => {
    const saved = await add.run({ date, reason: reason.trim() || words.snowReason });
    if (saved === null) return;
    setDate('');
    onDone(saved);
  };
  return (
    <section className="panel stack" aria-label={words.snow}>
      <div>
        <h3>{words.snow}</h3>
        <p className="quiet">{words.snowAbout}</p>
      </div>
      <div className="form-grid">
        <TextInput
          type="date"
          label={words.date}
          value={date}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
        <TextInput label={words.reason} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </div>
      {add.error === null ? null : <ErrorNotice error={add.error} />}
      <SubmitRow
        label={words.addSnow}
        busyLabel={words.addSnow}
        busy={add.busy}
        missing={date === '' ? [words.needDate] : []}
        onSubmit={() => void submit()}
      />
    </section>
  );
}

function ImportPart({ onDone }: PartProps) {
  const words = useWords().procedure.calendar;
  const os = useOs();
  const read = useCommandCall('calendar.read-file');
  const take = useCommandCall('calendar.import');
  const [proposal, setProposal] = useState<(CalendarProposal & { readonly name: string }) | null>(null);
  const choose = async () => {
    const [path] = (await os.chooseFiles()) ?? [];
    if (path === undefined) return;
    const found = await read.run({ path });
    if (found !== null) setProposal({ ...found, name: path.split(/[/\\]/).at(-1) ?? path });
  };
  const error = read.error ?? take.error;
  return (
    <section className="panel stack" aria-label={words.import}>
      <div>
        <h3>{words.import}</h3>
        <p className="quiet">{words.importAbout}</p>
      </div>
      {error === null ? null : <ErrorNotice error={error} />}
      {proposal === null ? (
        <div>
          <Button variant="default" onClick={() => void choose()}>
            {words.import}
          </Button>
        </div>
      ) : (
        <CalendarReview
          proposal={proposal}
          name={proposal.name}
          busy={take.busy}
          onCancel={() => setProposal(null)}
          onTake={(entries) =>
            void take.run({ entries: [...entries], from: proposal.name }).then((saved) => {
              if (saved === null) return;
              setProposal(null);
              onDone(saved);
            })
          }
        />
      )}
    </section>
  );
}
