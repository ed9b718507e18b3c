import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { DraftEdit, Passage, PolicyDraft } from '../../../contract/policy-import.ts';
import { useWords } from '../../words/use-words.ts';

interface DraftTextProps {
  readonly draft: PolicyDraft;
  readonly chosen: string | null;
  readonly onChoose: (clause: string) => void;
  readonly onEdit: (edit: DraftEdit) => void;
}

/** The policy word for word, passage by passage; a clause is a button, and what demands nothing says so. */
export function DraftText({ draft, chosen, onChoose, onEdit }: DraftTextProps) {
  const words = useWords().policies;
  const marked = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (chosen !== null) marked.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const clauses = new Map(draft.clauses.map((one) => [one.key, one]));
  const { source } = draft;
  return (
    <section className="screen-scroll policy-text" aria-label={words.text}>
      <p className="small quiet">{words.fromFile(source.name, source.format, source.pages)}</p>
      {source.recognisedPages === 0 ? null : <p className="policy-machine">{words.machine(source.recognisedPages)}</p>}
      {source.warnings.map((warning) => (
        <p key={warning} className="small policy-machine">
          {warning}
        </p>
      ))}
      {draft.passages.map((passage) => {
        const own = passage.clauses.flatMap((key) => clauses.get(key) ?? []);
        const [first] = own;
        if (first === undefined)
          return <OtherPassage key={passage.key} draft={draft} passage={passage} onEdit={onEdit} />;
        const isChosen = own.some(({ key }) => key === chosen);
        const confirmed = own.every((one) => one.confirmed);
        return (
          <button
            key={passage.key}
            type="button"
            ref={isChosen ? marked : undefined}
            className="plain-button policy-passage"
            data-chosen={isChosen}
            data-confirmed={confirmed}
            aria-current={isChosen ? 'true' : undefined}
            onClick={() => onChoose(first.key)}
          >
            <span className="policy-passage-id">
              <span title={own.map(({ clause }) => clause.label).join(', ')}>
                {own.map(({ clause }) => clause.id).join(', ')}
              </span>
              {confirmed ? (
                <IconCheck size={12} aria-label={words.done} />
              ) : (
                <span className="unseen">{words.open}</span>
              )}
            </span>
            <span className="reading">{joined(draft.text.slice(passage.start, passage.end))}</span>
          </button>
        );
      })}
    </section>
  );
}

function OtherPassage({
  draft,
  passage,
  onEdit,
}: {
  readonly draft: PolicyDraft;
  readonly passage: Passage;
  readonly onEdit: (edit: DraftEdit) => void;
}) {
  const words = useWords().policies;
  const text = joined(draft.text.slice(passage.start, passage.end));
  return (
    <div className="policy-other" data-role={passage.role}>
      <span className="reading">{text}</span>
      <span className="small quiet policy-other-role">
        {words.leftOut[passage.role]}{' '}
        <Button
          variant="subtle"
          size="compact-xs"
          aria-label={words.makeClauseOf(text.slice(0, 40))}
          onClick={() => onEdit({ do: 'role', passage: passage.key, role: 'clause' })}
        >
          {words.makeClause}
        </Button>
      </span>
    </div>
  );
}

/** A word that the page parted at the end of a line is shown whole; its letters in the policy stay as they are. */
export function joined(words: string): string {
  return words.replace(/(\p{L})-\n(\p{Ll})/gu, '$1$2').replaceAll('-\n', '-');
}
