import { Button, Modal, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useState } from 'react';
import { DecideSetApart, type SetApart } from '../../../../contract/keeping.ts';
import { useCommandCall } from '../../../engine/use-call.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { useWords } from '../../../words/use-words.ts';

/** What was obtained in a way the law may forbid: counsel decides, and can decide anew. */
export function SetApartPart({ entries }: { readonly entries: readonly SetApart[] }) {
  const words = useWords();
  const own = words.keptOut.apart;
  const [deciding, setDeciding] = useState<SetApart | null>(null);
  return (
    <section className="panel stack-close">
      <h2>
        <IconScale size={17} aria-hidden /> {own.title}
      </h2>
      <p className="quiet">{own.about}</p>
      <ul className="kept-out-list">
        {entries.map((entry) => (
          <li key={entry.receiptId ?? entry.files[0]?.id} className="kept-out-entry">
            <div className="stack-close">
              <p className="kept-out-name">{nameOf(entry, own.sheet)}</p>
              <p>
                <span className="chip" data-tone={entry.apart ? 'late' : 'done'}>
                  {stateOf(entry, own)}
                </span>{' '}
                {entry.howObtained === null ? '' : words.parts.howObtained[entry.howObtained]}
              </p>
              <p className="quiet">
                {own.files(entry.files.length)}: {entry.files.map(({ name }) => name).join(', ')}
              </p>
              {entry.alsoFrom.length === 0 ? null : (
                <p className="quiet">
                  {own.also(entry.alsoFrom.map(({ number, name }) => `${number}. ${name}`).join(', '))}
                </p>
              )}
              <ul className="kept-out-copies">
                {entry.decisions.map((made) => (
                  <li key={`${made.decidedOn} ${made.reason}`}>
                    {own.dialog.choices[made.decision]}: {made.reason}{' '}
                    <span className="quiet">
                      {made.counsel}, {made.decidedOn}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
            <Button variant="default" onClick={() => setDeciding(entry)}>
              {own.decide}
            </Button>
          </li>
        ))}
      </ul>
      {deciding === null ? null : <DecideDialog entry={deciding} onClose={() => setDeciding(null)} />}
    </section>
  );
}

function nameOf(entry: SetApart, sheet: (n: number, from: string) => string): string {
  if (entry.receiptNumber !== null) return sheet(entry.receiptNumber, entry.fromWhom ?? '');
  return entry.files.map(({ number, name }) => `${number}. ${name}`).join(', ');
}

function stateOf(
  entry: SetApart,
  words: { readonly waiting: string; readonly released: string; readonly kept: string },
) {
  if (!entry.apart) return words.released;
  return entry.decisions.length === 0 ? words.waiting : words.kept;
}

function DecideDialog({ entry, onClose }: { readonly entry: SetApart; readonly onClose: () => void }) {
  const words = useWords();
  const own = words.keptOut.apart.dialog;
  const decide = useCommandCall('protection.decide');
  const [draft, setDraft] = useState({ decision: 'keep-barred', counsel: '', decidedOn: '', reason: '' });
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const parsed = DecideSetApart.safeParse({
    ...draft,
    receiptId: entry.receiptId,
    evidenceId: entry.receiptId === null ? (entry.files[0]?.id ?? null) : null,
  });
  return (
    <Modal opened onClose={onClose} title={own.title} closeButtonProps={{ 'aria-label': words.parts.close }}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!parsed.success) return;
          void decide.run(parsed.data).then((done) => {
            if (done !== null) onClose();
          });
        }}
      >
        <p>{own.about}</p>
        <SegmentedControl
          aria-label={own.decision}
          data={Object.entries(own.choices).map(([value, label]) => ({ value, label }))}
          value={draft.decision}
          onChange={(decision) => change({ decision })}
        />
        <div className="receipt-pair">
          <TextInput
            label={own.counsel}
            description={own.counselHint}
            required
            data-autofocus
            value={draft.counsel}
            onChange={(event) => change({ counsel: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={own.on}
            description={'\u00a0'}
            required
            value={draft.decidedOn}
            onChange={(event) => change({ decidedOn: event.currentTarget.value })}
          />
        </div>
        <Textarea
          label={own.reason}
          required
          autosize
          minRows={2}
          value={draft.reason}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
        {decide.error === null ? null : <ErrorNotice error={decide.error} />}
        <div className="row dialog-buttons">
          <Button variant="default" onClick={onClose}>
            {words.parts.cancel}
          </Button>
          <Button type="submit" disabled={!parsed.success} loading={decide.busy}>
            {own.action}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
