import { Button, Modal, Select, Textarea } from '@mantine/core';
import { IconFocus2 } from '@tabler/icons-react';
import { useState } from 'react';
import type { ClauseView } from '../../../contract/mapping.ts';
import type { ScopeView } from '../../../contract/scope.ts';
import { useCommandCall, useQueryCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { useWords } from '../../words/use-words.ts';
import { ScopeDetails } from './scope-details.tsx';
import './scope.css';

/** What the inquiry is about, how much lies outside of it, and the ways to open that or to add a clause. */
export function ScopeBar() {
  const words = useWords().inquiry.scope;
  const scope = useQueryCall('scope.view', {});
  const [widening, setWidening] = useState(false);
  if (scope.state === 'failed') return <ErrorNotice error={scope.error} />;
  if (scope.state === 'loading') return null;
  const view = scope.value;
  return (
    <section className="scope-bar" aria-label={words.title}>
      <div className="row">
        <IconFocus2 size={16} aria-hidden />
        <span>{view.narrowed ? words.inside(view.clauses.length) : words.notNarrowed}</span>
        <OutsideCount scope={view} />
        <button type="button" className="link-button" onClick={() => setWidening(true)}>
          {words.widen}
        </button>
      </div>
      <ScopeDetails scope={view} />
      <WidenDialog opened={widening} scope={view} onClose={() => setWidening(false)} />
    </section>
  );
}

/** The count of what is not shown, and the reason that opens it. Nothing where nothing lies outside. */
export function OutsideCount({ scope }: { readonly scope: ScopeView }) {
  const words = useWords().inquiry.scope;
  const open = useCommandCall('scope.open-outside');
  const close = useCommandCall('scope.close-outside');
  const [asking, setAsking] = useState(false);
  const isOpen = scope.openings.some(({ closedAt }) => closedAt === null);
  if (scope.outside.items === 0) return null;
  const stop = () => {
    open.clear();
    setAsking(false);
  };
  return (
    <span className="row">
      <span className="chip" data-tone={isOpen ? 'attention' : undefined}>
        {isOpen ? words.outsideOpen(scope.outside.items) : words.outside(scope.outside.items)}
      </span>
      <button type="button" className="link-button" onClick={() => (isOpen ? void close.run({}) : setAsking(true))}>
        {isOpen ? words.close : words.open}
      </button>
      {close.error === null ? null : <ErrorNotice error={close.error} onDismiss={close.clear} />}
      <ReasonDialog
        opened={asking}
        title={words.openTitle}
        about={words.openAbout}
        action={words.openTitle}
        busy={open.busy}
        error={open.error}
        onCancel={stop}
        onReason={(reason) =>
          void open.run({ reason }).then((done) => {
            if (done !== null) stop();
          })
        }
      />
    </span>
  );
}

interface WidenDialogProps {
  readonly opened: boolean;
  readonly scope: ScopeView;
  readonly onClose: () => void;
}

function WidenDialog({ opened, scope, onClose }: WidenDialogProps) {
  const all = useWords();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={all.inquiry.scope.widenTitle}
      closeButtonProps={{ 'aria-label': all.parts.close }}
    >
      {opened ? <WidenForm scope={scope} onClose={onClose} /> : null}
    </Modal>
  );
}

function WidenForm({ scope, onClose }: Omit<WidenDialogProps, 'opened'>) {
  const all = useWords();
  const words = all.inquiry.scope;
  const clauses = useQueryCall('clause.list', {});
  const widen = useCommandCall('scope.widen');
  const [clause, setClause] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const inside = new Set(scope.clauses.map(keyOf));
  const offered = (clauses.value ?? []).filter((one) => !inside.has(keyOf(one)));
  const chosen = offered.find((one) => keyOf(one) === clause);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen === undefined || reason.trim() === '') return;
        void widen
          .run({ policy: chosen.policy, clause: chosen.clause, reason: reason.trim() })
          .then((done) => (done === null ? undefined : onClose()));
      }}
    >
      <p>{words.widenAbout}</p>
      <Select
        label={words.clause}
        required
        searchable
        data={offered.map((one) => ({ value: keyOf(one), label: `${one.clause} ${one.label}` }))}
        value={clause}
        onChange={setClause}
      />
      <Textarea
        label={all.parts.reason.label}
        description={all.parts.reason.hint}
        required
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {widen.error === null ? null : <ErrorNotice error={widen.error} />}
      <div className="row dialog-buttons">
        <Button variant="default" onClick={onClose}>
          {all.parts.cancel}
        </Button>
        <Button type="submit" disabled={chosen === undefined || reason.trim() === ''} loading={widen.busy}>
          {words.widen}
        </Button>
      </div>
    </form>
  );
}

function keyOf({ policy, clause }: Pick<ClauseView, 'policy' | 'clause'>): string {
  return `${policy} ${clause}`;
}
