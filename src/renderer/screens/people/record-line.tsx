import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CallError } from '../../../contract/wire.ts';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { useWords } from '../../words/use-words.ts';

interface RecordLineProps {
  /** `Withdraw the proof: signed acknowledgement, 26 August 2025` */
  readonly withdrawTitle: string;
  readonly busy: boolean;
  readonly error: CallError | null;
  /** Answers whether it was done. */
  readonly onWithdraw: (reason: string) => Promise<boolean>;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** One record on file about a person, with the way to withdraw it for a reason. */
export function RecordLine({ withdrawTitle, busy, error, onWithdraw, children, actions }: RecordLineProps) {
  const words = useWords().personRecords.records;
  const [asking, setAsking] = useState(false);
  return (
    <li className="record-line">
      <div className="stack-close record-line-words">{children}</div>
      <div className="row">
        {actions}
        <Button size="compact-xs" variant="subtle" aria-label={withdrawTitle} onClick={() => setAsking(true)}>
          {words.withdraw}
        </Button>
      </div>
      <ReasonDialog
        opened={asking}
        title={withdrawTitle}
        about={words.withdrawAbout}
        action={words.withdraw}
        busy={busy}
        error={error}
        onCancel={() => setAsking(false)}
        onReason={(reason) =>
          void onWithdraw(reason).then((done) => {
            if (done) setAsking(false);
          })
        }
      />
    </li>
  );
}

interface RecordsPartProps {
  readonly title: string;
  readonly about: string;
  readonly none: string;
  readonly add: string;
  readonly any: boolean;
  readonly adding: boolean;
  readonly onAdd: () => void;
  readonly children: ReactNode;
  readonly form: ReactNode;
}

/** A short list of records with its form behind a button. */
export function RecordsPart(props: RecordsPartProps) {
  return (
    <section className="stack-close" aria-label={props.title}>
      <div className="row-apart">
        <h3>{props.title}</h3>
        {props.adding ? null : (
          <Button size="compact-xs" variant="default" onClick={props.onAdd}>
            {props.add}
          </Button>
        )}
      </div>
      <p className="small quiet">{props.about}</p>
      {props.any ? <ul className="record-lines">{props.children}</ul> : <p className="quiet">{props.none}</p>}
      {props.adding ? <div ref={intoView}>{props.form}</div> : null}
    </section>
  );
}

/** A form that opens further down than one looks is brought into sight, once. */
function intoView(node: HTMLElement | null): void {
  node?.scrollIntoView({ block: 'nearest' });
}
