import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { NamedSource, RemovalScope } from '../../../../contract/keeping.ts';
import { useCommandCall, useQueryCall } from '../../../engine/use-call.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { LoadingLine } from '../../../parts/loading-line.tsx';
import { useWords } from '../../../words/use-words.ts';

interface RemoveDialogProps {
  readonly source: NamedSource;
  readonly onClose: () => void;
}

/** A removal on a written instruction: first what goes with it, then who ordered it, when, and where that can be found. */
export function RemoveDialog({ source, onClose }: RemoveDialogProps) {
  const words = useWords();
  const own = words.keptOut.remove;
  const scope = useQueryCall('protection.scope', { evidenceId: source.id });
  const remove = useCommandCall('protection.remove');
  const [draft, setDraft] = useState({ instructedBy: '', instructedOn: '', reference: '' });
  const [sure, setSure] = useState(false);
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const ready =
    sure && draft.instructedBy.trim() !== '' && draft.reference.trim() !== '' && draft.instructedOn.length === 10;
  return (
    <Modal
      opened
      onClose={onClose}
      title={own.title(source.name)}
      size="lg"
      closeButtonProps={{ 'aria-label': words.parts.close }}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready) return;
          void remove.run({ evidenceId: source.id, ...draft }).then((done) => {
            if (done !== null) onClose();
          });
        }}
      >
        <p>{own.about}</p>
        {scope.value === null ? <LoadingLine what={own.what} /> : <ScopeWords scope={scope.value} />}
        <TextInput
          label={own.by}
          description={own.byHint}
          required
          data-autofocus
          value={draft.instructedBy}
          onChange={(event) => change({ instructedBy: event.currentTarget.value })}
        />
        <div className="receipt-pair">
          <TextInput
            label={own.reference}
            description={own.referenceHint}
            required
            value={draft.reference}
            onChange={(event) => change({ reference: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={own.on}
            description={'\u00a0'}
            required
            value={draft.instructedOn}
            onChange={(event) => change({ instructedOn: event.currentTarget.value })}
          />
        </div>
        <Checkbox label={own.sure} checked={sure} onChange={(event) => setSure(event.currentTarget.checked)} />
        {remove.error === null ? null : <ErrorNotice error={remove.error} />}
        <div className="row dialog-buttons">
          <Button variant="default" onClick={onClose}>
            {words.parts.cancel}
          </Button>
          <Button type="submit" disabled={!ready} loading={remove.busy}>
            {own.action}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function ScopeWords({ scope }: { readonly scope: RemovalScope }) {
  const words = useWords().keptOut.remove;
  const rows = scope.rows.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="kept-out-scope stack-close">
      <h3>{words.what}</h3>
      <ul>
        <li>{words.sources(scope.sources.length)}</li>
        {scope.containers.length === 0 ? null : <li>{words.containers(scope.containers.length)}</li>}
        {rows === 0 ? null : <li>{words.rows(rows)}</li>}
        {scope.documents.length === 0 ? null : <li>{words.documents(scope.documents.length)}</li>}
      </ul>
      <h3>{words.copies}</h3>
      <p className="quiet">{words.copiesAbout}</p>
      <ul>
        {scope.copies.map((copy) => (
          <li key={copy} className="file-path">
            {copy}
          </li>
        ))}
      </ul>
    </div>
  );
}
