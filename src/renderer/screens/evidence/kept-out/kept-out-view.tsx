import { IconEyeOff } from '@tabler/icons-react';
import { useQueryCall } from '../../../engine/use-call.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { LoadingLine } from '../../../parts/loading-line.tsx';
import { TimestampText } from '../../../parts/moment-text.tsx';
import { useWords } from '../../../words/use-words.ts';
import { LockedPart } from './locked-part.tsx';
import { RemovedPart } from './removed-part.tsx';
import { SetApartPart } from './set-apart-part.tsx';
import './kept-out.css';

/** Everything that nobody is shown: why, who decides, and what is still to be done. */
export function KeptOutView() {
  const words = useWords().keptOut;
  const view = useQueryCall('protection.view', {});
  if (view.state === 'failed') return <ErrorNotice error={view.error} />;
  if (view.value === null) return <LoadingLine what={words.label} />;
  const { locked, setApart, stopped, removed } = view.value;
  if (locked.length + setApart.length + stopped.length + removed.length === 0) {
    return <EmptyState icon={<IconEyeOff size={22} />} title={words.none} about={words.noneAbout} />;
  }
  return (
    <section className="kept-out" aria-label={words.label}>
      {setApart.length === 0 ? null : <SetApartPart entries={setApart} />}
      {locked.length === 0 ? null : <LockedPart entries={locked} />}
      {stopped.length === 0 ? null : (
        <section className="panel stack-close">
          <h2>{words.stopped.title}</h2>
          <p className="quiet">{words.stopped.about}</p>
          <ul className="kept-out-list">
            {stopped.map((file) => (
              <li key={file.id} className="stack-close">
                <p className="kept-out-name">{file.name}</p>
                <dl className="fact-list">
                  <dt>{words.stopped.where}</dt>
                  <dd className="file-path">{file.whereItIs ?? words.stopped.notSaid}</dd>
                  <dt>{words.stopped.called}</dt>
                  <dd>{file.called ?? words.stopped.notSaid}</dd>
                </dl>
                <p className="quiet">
                  {file.by}, <TimestampText at={file.at} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {removed.length === 0 ? null : <RemovedPart entries={removed} />}
    </section>
  );
}
