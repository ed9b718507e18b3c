import { Button } from '@mantine/core';
import { IconFileCheck } from '@tabler/icons-react';
import type { EvidenceRow, Receipt } from '../../../contract/evidence.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { TimestampText } from '../../parts/moment-text.tsx';
import { OwnerChoice } from '../../parts/owner-choice.tsx';
import { useWords } from '../../words/use-words.ts';
import { OutcomeChip } from './file-columns.tsx';
import { storyOf } from './file-outcome.ts';
import { FileProtection } from './kept-out/file-protection.tsx';
import { ReadAgainPart } from './read-again/read-again-part.tsx';

interface FileCardProps {
  readonly row: EvidenceRow | null;
  readonly receipt: Receipt | null;
  readonly parent: EvidenceRow | null;
  readonly onWriteReceipt: (row: EvidenceRow) => void;
}

/** One file: what came of it, why, and what to do about it. */
export function FileCard({ row, receipt, parent, onWriteReceipt }: FileCardProps) {
  const words = useWords().evidence.file;
  const { go } = useNavigation();
  if (row === null) {
    return <EmptyState icon={<IconFileCheck size={22} />} title={words.choose} about={words.chooseAbout} />;
  }
  const story = storyOf(row, words);
  const kept = row.outcome?.kept ?? true;
  return (
    <article className="file-card" aria-label={row.name}>
      <div className="stack-close">
        <h2 className="file-name">{row.name}</h2>
        {parent === null ? null : <p className="quiet">{words.inside(parent.name)}</p>}
        <div className="row">
          <OutcomeChip story={story} />
          <span className="quiet">{kept ? words.kept : words.notKept}</span>
        </div>
      </div>
      {story.reasons.length === 0 ? null : (
        <section className="stack-close">
          <h3>{words.reason}</h3>
          <ul className="file-reasons">
            {story.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </section>
      )}
      <section className="stack-close">
        <h3>{words.todo}</h3>
        <p>{story.todo}</p>
        <div className="row">
          {row.outcome === null || row.outcome.items === 0 || isOutOfSight(row) ? null : (
            <Button variant="default" onClick={() => go('evidence', { source: row.id })}>
              {words.showItems(row.outcome.items)}
            </Button>
          )}
          {receipt === null ? (
            <Button variant="default" onClick={() => onWriteReceipt(row)}>
              {words.writeReceipt}
            </Button>
          ) : null}
        </div>
      </section>
      {row.outcome === null || row.outcome.items === 0 ? null : (
        <section className="file-owner">
          <OwnerChoice key={row.id} evidenceId={row.id} />
        </section>
      )}
      <ReadAgainPart key={`again-${row.id}`} row={row} />
      <FileProtection row={row} />
      <section className="stack-close">
        <h3>{words.facts}</h3>
        <FileFacts row={row} receipt={receipt} />
      </section>
    </article>
  );
}

function isOutOfSight({ closed }: EvidenceRow): boolean {
  return closed !== null && closed !== 'holds-closed';
}

function FileFacts({ row, receipt }: { readonly row: EvidenceRow; readonly receipt: Receipt | null }) {
  const words = useWords();
  const file = words.evidence.file;
  return (
    <dl className="fact-list">
      <dt>{file.from}</dt>
      <dd>{receipt === null ? file.noReceipt : file.receipt(receipt.number, receipt.fromWhom)}</dd>
      {receipt === null ? null : (
        <>
          <dt>{words.evidence.receipt.how}</dt>
          <dd>{words.parts.howObtained[receipt.howObtained]}</dd>
          {receipt.takenOff === null ? null : (
            <>
              <dt>{words.keptOut.takenOff.label}</dt>
              <dd>{words.keptOut.takenOff.choices[receipt.takenOff]}</dd>
            </>
          )}
        </>
      )}
      <dt>{file.received}</dt>
      <dd>
        <TimestampText at={row.receivedAt} />
      </dd>
      <dt>{file.path}</dt>
      <dd className="file-path">{row.path}</dd>
      <dt>{file.size}</dt>
      <dd>{file.bytes(row.bytes)}</dd>
      {row.outcome?.reader == null ? null : (
        <>
          <dt>{file.reader}</dt>
          <dd>{row.outcome.reader}</dd>
        </>
      )}
      {isOutOfSight(row) ? null : (
        <>
          <dt>{file.fingerprint}</dt>
          <dd className="file-path">
            <code>{row.sha256}</code>
          </dd>
        </>
      )}
    </dl>
  );
}
