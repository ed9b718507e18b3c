import type { LedgerRow } from '../../../contract/case.ts';
import { useOs } from '../../engine/os.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { TimestampText } from '../../parts/moment-text.tsx';
import { useWords } from '../../words/use-words.ts';

/** One line of the log, whole. */
export function LinePanel({ row }: { readonly row: LedgerRow | null }) {
  const words = useWords().record;
  const os = useOs();
  if (row === null) return <p className="quiet">{words.line.none}</p>;
  return (
    <section className="panel stack-close" aria-label={words.line.title(row.seq)}>
      <h2>{words.line.title(row.seq)}</h2>
      <p className="line-words">{row.words}</p>
      {row.reversedBy === null ? null : <p className="small">{words.log.reversed(row.reversedBy)}.</p>}
      <dl className="facts small">
        <dt>{words.log.at}</dt>
        <dd>
          <TimestampText at={row.at} />
        </dd>
        <dt>{words.log.by}</dt>
        <dd>{row.by}</dd>
        <dt>{words.line.call}</dt>
        <dd className="mono">{row.did}</dd>
        <dt>{words.line.hash}</dt>
        <dd className="mono">
          {row.hash}{' '}
          <CopyButton
            compact
            label={words.line.copyHash(row.seq)}
            done={words.line.copied}
            copy={() => os.copyText(row.hash)}
          />
        </dd>
      </dl>
    </section>
  );
}
