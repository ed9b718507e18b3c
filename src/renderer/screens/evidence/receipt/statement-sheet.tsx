import { Button, Modal, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { NewStatement } from '../../../../contract/evidence.ts';
import { useCommandCall } from '../../../engine/use-call.ts';
import { tellDone } from '../../../frame/notices.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { useWords } from '../../../words/use-words.ts';
import { clockNow, timestampOf } from '../wall-clock.ts';
import './receipt.css';

const blank = { kind: 'oral-statement', fromWhom: '', saidAt: '', present: '', words: '' };

/** What somebody said, or a note, typed in as evidence of its own. */
export function StatementSheet({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const own = words.keptOut.statement;
  const [draft, setDraft] = useState(blank);
  const change = (part: Partial<typeof blank>) => setDraft({ ...draft, ...part });
  const record = useCommandCall('statement.record');
  const parsed = NewStatement.safeParse({
    ...draft,
    saidAt: timestampOf(draft.saidAt),
    present: draft.present.trim() === '' ? null : draft.present,
  });
  const save = async () => {
    if (!parsed.success || (await record.run(parsed.data)) === null) return;
    tellDone(own.done);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={own.title} size="lg" closeButtonProps={{ 'aria-label': words.parts.close }}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p className="quiet">{own.about}</p>
        <SegmentedControl
          aria-label={own.kind}
          data={Object.entries(own.kinds).map(([value, label]) => ({ value, label }))}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
        />
        <div className="receipt-pair">
          <TextInput
            label={draft.kind === 'note' ? own.whoNote : own.who}
            required
            data-autofocus
            value={draft.fromWhom}
            onChange={(event) => change({ fromWhom: event.currentTarget.value })}
          />
          <div className="receipt-when">
            <TextInput
              type="datetime-local"
              label={own.when}
              required
              value={draft.saidAt}
              onChange={(event) => change({ saidAt: event.currentTarget.value })}
            />
            <Button variant="default" onClick={() => change({ saidAt: clockNow() })}>
              {words.evidence.receipt.now}
            </Button>
          </div>
        </div>
        <TextInput
          label={own.present}
          value={draft.present}
          onChange={(event) => change({ present: event.currentTarget.value })}
        />
        <Textarea
          label={own.words}
          description={own.wordsHint}
          required
          autosize
          minRows={5}
          maxRows={14}
          value={draft.words}
          onChange={(event) => change({ words: event.currentTarget.value })}
        />
        {record.error === null ? null : <ErrorNotice error={record.error} />}
        <div className="row dialog-buttons">
          {parsed.success ? null : <span className="quiet">{own.missing}</span>}
          <Button variant="default" onClick={onClose}>
            {words.parts.cancel}
          </Button>
          <Button type="submit" disabled={!parsed.success} loading={record.busy}>
            {own.action}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
