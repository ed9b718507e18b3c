import { Button } from '@mantine/core';
import { IconCircleCheck, IconEye } from '@tabler/icons-react';
import type { BestCase } from '../../../contract/best-case.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { tellDone } from '../../frame/notices.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { TimestampText } from '../../parts/moment-text.tsx';
import { useWords } from '../../words/use-words.ts';

/** Whether it was read as it stands, by whom, and the one button that says so. */
export function SignPart({ view }: { readonly view: BestCase }) {
  const words = useWords().inquiry.bestCase;
  const sign = useCommandCall('best-case.sign');
  const unread = view.entries.filter(({ isNew }) => isNew).length;
  const send = async () => {
    const keys = view.entries.map(({ key }) => key);
    if ((await sign.run({ respondentId: view.respondentId, keys })) !== null) tellDone(words.signed);
  };
  return (
    <aside className="best-case-sign" aria-label={words.readings}>
      <p className="row">
        {view.readByYou ? <IconCircleCheck size={18} aria-hidden /> : <IconEye size={18} aria-hidden />}
        <strong>{standing(words, view, unread)}</strong>
      </p>
      <p className="quiet small">{words.signAbout}</p>
      {sign.error === null ? null : <ErrorNotice error={sign.error} onDismiss={sign.clear} />}
      {view.readByYou ? null : (
        <div>
          <Button loading={sign.busy} onClick={() => void send()}>
            {words.sign}
          </Button>
        </div>
      )}
      {view.readings.length === 0 ? null : (
        <section className="stack-close">
          <h3>{words.readings}</h3>
          <ul className="stack-close">
            {view.readings.toReversed().map((reading) => (
              <li key={reading.id} className="small">
                {reading.by}, <TimestampText at={reading.at} />, {words.entries(reading.entries)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}

function standing(words: ReturnType<typeof useWords>['inquiry']['bestCase'], view: BestCase, unread: number): string {
  if (view.readByYou) return words.readByYou;
  if (view.readings.length === 0) return words.neverRead;
  return unread > 0 ? words.changed(unread) : words.notYou;
}
