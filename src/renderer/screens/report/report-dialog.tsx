import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { ReportClock, ReportView } from '../../../contract/report.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { TimestampText } from '../../parts/moment-text.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { useWords } from '../../words/use-words.ts';
import { StartForm } from './start-form.tsx';
import { ToldForm } from './told-form.tsx';

interface ReportDialogProps {
  readonly opened: boolean;
  readonly view: ReportView | null;
  readonly onClose: () => void;
}

/** The reports of the case: what waits for a decision, which clocks run, who was told. No words of a child stand here. */
export function ReportDialog({ opened, view, onClose }: ReportDialogProps) {
  const all = useWords();
  const words = all.inquiry.report;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={words.title}
      closeButtonProps={{ 'aria-label': all.parts.close }}
    >
      {view === null || !opened ? null : (
        <div className="stack">
          <p className="quiet">{words.about}</p>
          {view.open.length + view.clocks.length === 0 ? <p>{words.none}</p> : null}
          {view.open.length === 0 ? null : (
            <section className="stack">
              <h3>{words.waits}</h3>
              {view.open.map((one) => (
                <Waiting key={one.itemId} one={one} onClose={onClose} />
              ))}
            </section>
          )}
          {view.clocks.map((clock) => (
            <Clock key={clock.id} clock={clock} />
          ))}
        </div>
      )}
    </Modal>
  );
}

function Waiting({ one, onClose }: { readonly one: ReportView['open'][number]; readonly onClose: () => void }) {
  const words = useWords().inquiry.report;
  const { go } = useNavigation();
  const [starting, setStarting] = useState(false);
  const [dismissing, setDismissing] = useState(false);
  const dismiss = useCommandCall('report.dismiss');
  return (
    <section className="panel stack" aria-label={words.openItem(one.number)}>
      <p>{one.because}</p>
      <div className="row">
        <button
          type="button"
          className="link-button"
          onClick={() => {
            go('evidence', { item: one.itemId });
            onClose();
          }}
        >
          {words.openItem(one.number)}
        </button>
        <button type="button" className="link-button" aria-expanded={starting} onClick={() => setStarting(!starting)}>
          {words.start}
        </button>
        <button type="button" className="link-button" onClick={() => setDismissing(true)}>
          {words.dismiss}
        </button>
      </div>
      {starting ? <StartForm itemId={one.itemId} onDone={() => setStarting(false)} /> : null}
      <ReasonDialog
        opened={dismissing}
        title={words.dismissTitle}
        about={words.dismissAbout}
        action={words.dismiss}
        busy={dismiss.busy}
        error={dismiss.error}
        onCancel={() => setDismissing(false)}
        onReason={(reason) =>
          void dismiss.run({ itemId: one.itemId, reason, consulted: null }).then((done) => {
            if (done !== null) setDismissing(false);
          })
        }
      />
    </section>
  );
}

function Clock({ clock }: { readonly clock: ReportClock }) {
  const words = useWords().inquiry.report;
  const [telling, setTelling] = useState(false);
  const title = words.clock(clock.number, clock.child);
  if (clock.decision === 'not-reportable') {
    return (
      <section className="panel stack-close" aria-label={title}>
        <h3>{title}</h3>
        <p>
          {words.notReportable(clock.knownBy)}, <TimestampText at={clock.knownAt} />: {clock.reason}
        </p>
      </section>
    );
  }
  return (
    <section className="panel stack" aria-label={title}>
      <h3>{title}</h3>
      <p>
        {words.known(clock.knownBy, '')} <TimestampText at={clock.knownAt} />
      </p>
      <ul className="stack-close">
        {clock.duties.map((duty) => (
          <li key={duty.what} className="row">
            <strong>{words.duties[duty.what]}</strong>
            <span className="chip" data-tone={tone(duty.state)}>
              {words.dutyStates[duty.state]}
            </span>
            {duty.due === null ? null : (
              <span>
                {words.due('')}
                <TimestampText at={duty.due} />
              </span>
            )}
            <span className="quiet small">{words.source(duty.source, duty.hours)}</span>
          </li>
        ))}
      </ul>
      {clock.told.length === 0 ? null : (
        <ul className="stack-close">
          {clock.told.map((one) => (
            <li key={one.id}>
              <TimestampText at={one.toldAt} />. {words.told(words.duties[one.what], one.toldTo, one.toldBy)}
              {one.reference === null ? null : <span className="quiet"> ({one.reference})</span>}
            </li>
          ))}
        </ul>
      )}
      {telling ? (
        <ToldForm clockId={clock.id} onDone={() => setTelling(false)} />
      ) : (
        <div>
          <button type="button" className="link-button" onClick={() => setTelling(true)}>
            {words.tell}
          </button>
        </div>
      )}
    </section>
  );
}

function tone(state: ReportClock['duties'][number]['state']): string | undefined {
  if (state === 'done') return 'done';
  if (state === 'waiting') return undefined;
  return state === 'running' ? 'attention' : 'late';
}
