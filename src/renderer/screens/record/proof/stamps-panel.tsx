import { Button } from '@mantine/core';
import type { TimeStampRow } from '../../../../contract/custody.ts';
import { useOs } from '../../../engine/os.tsx';
import { useCommandCall, useQueryCall } from '../../../engine/use-call.ts';
import { tellDone } from '../../../frame/notices.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { TimestampText } from '../../../parts/moment-text.tsx';
import { useWords } from '../../../words/use-words.ts';
import { pathIn } from '../path-in.ts';

/** Requests to a time-stamping authority as files, and the answers that came back. */
export function StampsPanel() {
  const words = useWords().caseFile.stamps;
  const os = useOs();
  const stamps = useQueryCall('timestamp.list', {});
  const state = useQueryCall('case.state', {});
  const request = useCommandCall('timestamp.request');
  const attach = useCommandCall('timestamp.attach');
  const list = stamps.value ?? [];
  const write = async () => {
    const folder = await os.chooseFolder('place');
    if (folder === null || state.value === null) return;
    const name = `${state.value.number} ${state.value.fingerprint.slice(0, 12)}.tsq`;
    const made = await request.run({ path: pathIn(folder, name) });
    if (made !== null) tellDone(words.written(pathIn(folder, name)));
  };
  const take = async (stamp: TimeStampRow) => {
    const path = await os.chooseFile('stamp-answer');
    if (path !== null) await attach.run({ id: stamp.id, path });
  };
  const error = request.error ?? attach.error;
  return (
    <section className="panel stack" aria-labelledby="stamps">
      <div className="stack-close">
        <h2 id="stamps">{words.title}</h2>
        <p className="quiet">{words.about}</p>
      </div>
      {stamps.state === 'ready' && list.length === 0 ? <p>{words.none}</p> : null}
      {list.length === 0 ? null : (
        <ul className="file-list" aria-label={words.title}>
          {list.map((stamp) => (
            <li key={stamp.id}>
              <span>{words.line(stamp.number, stamp.entry)}</span>
              <TimestampText at={stamp.at} />
              <span className="small quiet">
                {stamp.stampedAt === null ? words.waiting : words.stamped(stamp.stampedAt, stamp.authority ?? '')}
              </span>
              {stamp.stampedAt === null ? (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={words.attachOf(stamp.number)}
                  onClick={() => void take(stamp)}
                >
                  {words.attach}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button variant="default" aria-disabled={request.busy} onClick={() => void write()}>
          {words.request}
        </Button>
      </div>
      {error === null ? null : <ErrorNotice error={error} />}
    </section>
  );
}
