import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconHandStop } from '@tabler/icons-react';
import { useState } from 'react';
import { HowObtained, NewReceipt, type Receipt } from '../../../contract/evidence.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { tellDone } from '../../frame/notices.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { PathList } from './receipt/path-list.tsx';
import { StopForFiles } from './receipt/stop-screen.tsx';
import { TakenOffField } from './receipt/taken-off.tsx';
import { clockNow, timestampOf } from './wall-clock.ts';

/** Files about to be received, or evidence that was received without a receipt. */
export type ReceiptFor =
  | { readonly kind: 'new'; readonly paths: readonly string[] }
  | { readonly kind: 'held'; readonly evidenceIds: readonly string[] };

interface ReceiptSheetProps {
  readonly for: ReceiptFor;
  readonly onClose: () => void;
  /** Reading has begun. */
  readonly onStarted?: () => void;
}

interface Draft {
  readonly fromWhom: string;
  /** `2026-05-04T09:12`, in this computer's zone. */
  readonly receivedAt: string;
  readonly howObtained: string | null;
  readonly completeness: string;
  readonly originalAskedFor: string;
  readonly takenOff: string | null;
  readonly note: string;
  readonly zone: string;
}

const blank: Draft = {
  fromWhom: '',
  receivedAt: '',
  howObtained: null,
  completeness: 'not-known',
  originalAskedFor: 'no',
  takenOff: null,
  note: '',
  zone: '',
};

/** Where a batch of evidence came from, before it is read: from whom, when, how, complete or cropped. */
export function ReceiptSheet({ for: what, onClose, onStarted }: ReceiptSheetProps) {
  const words = useWords();
  const count = what.kind === 'new' ? what.paths.length : what.evidenceIds.length;
  const [draft, setDraft] = useState(blank);
  const save = useSave(what, draft, onClose, onStarted);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const [stopping, setStopping] = useState(false);
  if (stopping && what.kind === 'new') {
    return <StopForFiles paths={what.paths} save={save} onBack={() => setStopping(false)} onClose={onClose} />;
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.evidence.receipt.title(count)}
      size="lg"
      closeButtonProps={{ 'aria-label': words.parts.close }}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.withReceipt();
        }}
      >
        {what.kind === 'new' ? <PathList paths={what.paths} /> : null}
        {what.kind === 'new' ? (
          <div className="row">
            <Button
              variant="default"
              leftSection={<IconHandStop size={15} aria-hidden />}
              onClick={() => setStopping(true)}
            >
              {words.keptOut.stop.open}
            </Button>
          </div>
        ) : null}
        <p className="quiet">{words.evidence.receipt.about}</p>
        <ReceiptFields draft={draft} onChange={change} />
        <TakenOffField value={draft.takenOff} onChange={(takenOff) => change({ takenOff })} />
        {what.kind === 'new' ? <ZoneField draft={draft} onChange={change} /> : null}
        {save.error === null ? null : <ErrorNotice error={save.error} />}
        <div className="row dialog-buttons">
          {save.ready ? null : <span className="quiet">{words.evidence.receipt.missing}</span>}
          {what.kind === 'new' ? (
            <Button variant="default" onClick={save.withoutReceipt} disabled={save.busy}>
              {words.evidence.receipt.without}
            </Button>
          ) : null}
          <Button type="submit" disabled={!save.ready} loading={save.busy}>
            {what.kind === 'new' ? words.evidence.receipt.start : words.evidence.receipt.record}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

interface FieldsProps {
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
}

function ReceiptFields({ draft, onChange }: FieldsProps) {
  const words = useWords();
  const own = words.evidence.receipt;
  const how = HowObtained.options.map((value) => ({ value, label: words.parts.howObtained[value] }));
  const barred = words.evidence.barredWays.some((way) => way === draft.howObtained);
  return (
    <>
      <div className="receipt-pair">
        <TextInput
          label={own.fromWhom}
          placeholder={own.fromWhomHint}
          required
          data-autofocus
          value={draft.fromWhom}
          onChange={(event) => onChange({ fromWhom: event.currentTarget.value })}
        />
        <div className="receipt-when">
          <TextInput
            type="datetime-local"
            label={own.receivedAt}
            required
            value={draft.receivedAt}
            onChange={(event) => onChange({ receivedAt: event.currentTarget.value })}
          />
          <Button variant="default" onClick={() => onChange({ receivedAt: clockNow() })}>
            {own.now}
          </Button>
        </div>
      </div>
      <Select
        label={own.how}
        placeholder={own.howDetails.choose}
        required
        data={how}
        value={draft.howObtained}
        onChange={(howObtained) => onChange({ howObtained })}
      />
      {barred ? (
        <div className="flag-notice" data-tone="late" role="note">
          <IconAlertTriangle size={18} aria-hidden />
          <p>{own.barred}</p>
        </div>
      ) : null}
      <div className="receipt-pair">
        <Select
          label={own.completeness}
          data={choices(own.completenessChoices)}
          allowDeselect={false}
          value={draft.completeness}
          onChange={(completeness) => onChange({ completeness: completeness ?? 'not-known' })}
        />
        <Select
          label={own.original}
          data={choices(own.originalChoices)}
          allowDeselect={false}
          value={draft.originalAskedFor}
          onChange={(asked) => onChange({ originalAskedFor: asked ?? 'no' })}
        />
      </div>
      <Textarea
        label={own.note}
        autosize
        minRows={1}
        value={draft.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </>
  );
}

function ZoneField({ draft, onChange }: FieldsProps) {
  const words = useWords().evidence.receipt;
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = [...new Set([here, 'America/New_York'])];
  return (
    <Select
      label={words.zone}
      description={words.zoneHint}
      allowDeselect={false}
      data={[
        { value: '', label: words.zoneFloating },
        ...zones.map((zone) => ({ value: zone, label: words.zoneOf(zone) })),
      ]}
      value={draft.zone}
      onChange={(zone) => onChange({ zone: zone ?? '' })}
    />
  );
}

function useSave(what: ReceiptFor, draft: Draft, onClose: () => void, onStarted: (() => void) | undefined) {
  const words = useWords().evidence;
  const stopWords = useWords().keptOut.stop;
  const record = useCommandCall('receipt.record');
  const assign = useCommandCall('receipt.assign');
  const start = useCommandCall('intake.start');
  const [recorded, setRecorded] = useState<Receipt | null>(null);
  const parsed = NewReceipt.safeParse({
    fromWhom: draft.fromWhom,
    receivedAt: timestampOf(draft.receivedAt),
    howObtained: draft.howObtained,
    completeness: draft.completeness,
    originalAskedFor: draft.originalAskedFor,
    takenOff: draft.takenOff,
    note: draft.note.trim() === '' ? null : draft.note.trim(),
  });
  const read = async (receiptId: string | null, mustNotKeep = false) => {
    if (what.kind === 'held') return;
    const zone = draft.zone === '' ? null : draft.zone;
    const job = await start.run({ paths: [...what.paths], receiptId, zone, mustNotKeep });
    if (job === null) return;
    tellDone(mustNotKeep ? stopWords.done : words.started);
    onStarted?.();
    onClose();
  };
  const withReceipt = async () => {
    if (!parsed.success) return;
    // A receipt that was recorded before the reading failed to start is used, not written twice.
    const receipt = recorded ?? (await record.run(parsed.data));
    if (receipt === null) return;
    setRecorded(receipt);
    if (what.kind === 'new') return read(receipt.id);
    const assigned = await assign.run({ receiptId: receipt.id, evidenceIds: [...what.evidenceIds] });
    if (assigned !== null) onClose();
  };
  return {
    ready: parsed.success,
    busy: record.busy || assign.busy || start.busy,
    error: record.error ?? assign.error ?? start.error,
    withReceipt: () => void withReceipt(),
    withoutReceipt: () => void read(null),
    notTakenIn: () => void read(null, true),
  };
}

function choices(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
