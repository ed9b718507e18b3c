import { Button } from '@mantine/core';
import type { CallOutput } from '../../../contract/calls.ts';
import { useOs } from '../../engine/os.tsx';
import { useQueryCall } from '../../engine/use-call.ts';
import { tellDone } from '../../frame/notices.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { timestampWords } from '../../parts/moment-words.ts';
import { useWords } from '../../words/use-words.ts';

type Row = CallOutput<'document.list'>[number];

interface IssuedListProps {
  /** The document whose pages are shown, null while none is. */
  readonly shown: string | null;
  readonly onShow: (id: string) => void;
}

/** What was issued, for good: who, when, and the means to check each. */
export function IssuedList({ shown, onShow }: IssuedListProps) {
  const words = useWords().documents.list;
  const documents = useQueryCall('document.list', {});
  if (documents.state === 'failed') return <ErrorNotice error={documents.error} />;
  const rows = documents.value ?? [];
  return (
    <section className="stack" aria-labelledby="issued">
      <h2 id="issued">{words.title}</h2>
      {documents.state === 'ready' && rows.length === 0 ? <p className="quiet">{words.none}</p> : null}
      <ul className="stack">
        {rows.map((row) => (
          <li key={row.id}>
            <IssuedDocument row={row} shown={row.id === shown} onShow={() => onShow(row.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface IssuedDocumentProps {
  readonly row: Row;
  readonly shown: boolean;
  readonly onShow: () => void;
}

function IssuedDocument({ row, shown, onShow }: IssuedDocumentProps) {
  const all = useWords();
  const words = all.documents.list;
  const os = useOs();
  const save = async () => {
    const suggestedName = words.fileName(row.title, row.respondent);
    const path = await os.saveDocument({ kind: 'document', id: row.id, suggestedName, format: row.format });
    if (path !== null) tellDone(words.saved(path));
  };
  return (
    <article className="panel stack-close" data-shown={shown} aria-label={`${words.number(row.number)} ${row.title}`}>
      <h3>
        <span className="quiet">{words.number(row.number)}</span> {row.title}
      </h3>
      <p>
        {words.about(row.respondent)}, {words.pages(row.pages)}. {words.whom(all.takenOut.audiences[row.audience])}
      </p>
      <p className="small quiet">{words.by(row.by, timestampWords(row.issuedAt, all.parts.moment))}</p>
      <details className="small">
        <summary>{words.sha256}</summary>
        <dl className="facts issued-facts">
          <dt>{words.sha256}</dt>
          <dd className="mono">
            {row.sha256}{' '}
            <CopyButton
              compact
              label={words.copySha(row.number)}
              done={words.copied}
              copy={() => os.copyText(row.sha256)}
            />
          </dd>
          <dt>{words.fingerprint}</dt>
          <dd className="mono">
            {row.fingerprint}{' '}
            <CopyButton
              compact
              label={words.copyFingerprint(row.number)}
              done={words.copied}
              copy={() => os.copyText(row.fingerprint)}
            />
          </dd>
          {row.format === 'pdf' ? (
            <>
              <dt>{words.standard}</dt>
              <dd>{words.standards[row.standard]}</dd>
            </>
          ) : null}
        </dl>
      </details>
      <div className="row">
        <Button
          size="compact-xs"
          variant="default"
          aria-label={words.showFor(row.title, row.number)}
          aria-pressed={shown}
          onClick={onShow}
        >
          {words.show}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={words.saveFor(row.title, row.number)}
          onClick={() => void save()}
        >
          {words.save}
        </Button>
      </div>
    </article>
  );
}
