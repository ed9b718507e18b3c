import { useState } from 'react';
import type { SettledTimes } from '../../../../contract/source-time.ts';
import { useCommandCall } from '../../../engine/use-call.ts';
import { TimestampText } from '../../../parts/moment-text.tsx';
import { ReasonDialog } from '../../../parts/reason-dialog.tsx';
import { useWords } from '../../../words/use-words.ts';

interface SettledListProps {
  readonly title: string;
  readonly settings: readonly SettledTimes[];
  /** Null where nothing can be taken back any more. */
  readonly evidenceId: string | null;
}

/** How a person settled the dates of a file, why, who and when. */
export function SettledList({ title, settings, evidenceId }: SettledListProps) {
  const words = useWords().reading.dates;
  const [leaving, setLeaving] = useState(false);
  const withdraw = useCommandCall('time.withdraw');
  const close = () => {
    withdraw.clear();
    setLeaving(false);
  };
  return (
    <section className="stack-close settled" data-stands={evidenceId !== null}>
      <h3>{title}</h3>
      {settings.map((setting) => (
        <div key={setting.id} className="stack-close">
          <p>
            <SettingWords setting={setting} />
          </p>
          <p>{setting.reason}</p>
          <p className="quiet small">
            {words.by(setting.by)}, <TimestampText at={setting.at} />
            {setting.withdrawnReason === null ? null : `; ${words.takenBack(setting.withdrawnReason)}`}{' '}
            {evidenceId === null ? null : (
              <button type="button" className="link-button" onClick={() => setLeaving(true)}>
                {words.takeBack}
              </button>
            )}
          </p>
        </div>
      ))}
      <ReasonDialog
        opened={leaving}
        title={words.takeBackTitle}
        about={words.takeBackAbout}
        action={words.takeBack}
        busy={withdraw.busy}
        error={withdraw.error}
        onCancel={close}
        onReason={(reason) => {
          if (evidenceId === null) return;
          void withdraw.run({ evidenceId, reason }).then((done) => {
            if (done !== null) close();
          });
        }}
      />
    </section>
  );
}

function SettingWords({ setting }: { readonly setting: SettledTimes }) {
  const words = useWords().reading.dates;
  const { order, half, zone, capturedAt } = setting;
  const parts = [
    order === null ? null : words.answers[order],
    half === null ? null : words.answers[half],
    zone === null ? null : words.zoneIs(zone),
    capturedAt === null ? null : words.capturedIs(capturedAt.replace('T', ', ')),
  ];
  return <strong>{parts.filter((part) => part != null).join('; ')}</strong>;
}
