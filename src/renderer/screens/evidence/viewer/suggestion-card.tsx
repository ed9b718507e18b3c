import { Button } from '@mantine/core';
import { IconArrowRight, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Passage, SuggestionView } from '../../../../contract/mapping.ts';
import { useCommandCall } from '../../../engine/use-call.ts';
import { useActions } from '../../../frame/actions.tsx';
import { ClauseCode } from '../../../parts/clause-code.tsx';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { TimestampText } from '../../../parts/moment-text.tsx';
import { ReasonDialog } from '../../../parts/reason-dialog.tsx';
import { useWords } from '../../../words/use-words.ts';
import { UnknownList } from './unknown-list.tsx';
import type { OpenItem } from './use-item.ts';

interface SuggestionCardProps {
  readonly suggestion: SuggestionView;
  readonly item: OpenItem;
  /** The first open one: the keys A and R mean it. */
  readonly first: boolean;
  readonly onPassage: (passage: Passage | null) => void;
}

/** One suggestion: dashed and light, because nobody has decided anything; with its reasons, its exceptions, its gaps. */
export function SuggestionCard({ suggestion, item, first, onPassage }: SuggestionCardProps) {
  const words = useWords();
  const own = words.viewer.suggestion;
  const [again, setAgain] = useState(false);
  const clause = item.clauses.find((one) => one.policy === suggestion.policy && one.clause === suggestion.clause);
  const { decision } = suggestion;
  return (
    <section
      className="suggestion"
      data-decided={decision?.decision ?? (suggestion.setAside ? 'set-aside' : 'open')}
      aria-label={words.parts.mayBreach(suggestion.clauseLabel)}
    >
      <header className="row-apart">
        <h3>
          <span className="suggestion-head">{own.head}</span> {suggestion.clauseLabel}{' '}
          <span className="quiet small">
            <ClauseCode policy={suggestion.policy} clause={suggestion.clause} />
          </span>
        </h3>
        {suggestion.outside ? (
          <span className="chip" data-tone="attention">
            {words.inquiry.scope.outsideChip}
          </span>
        ) : null}
        <span className="chip" data-tone="suggested">
          {words.parts.suggested}
        </span>
      </header>
      {suggestion.setAside ? <p className="quiet">{own.setAside}</p> : null}
      <p>{suggestion.because}</p>
      <SpanButtons suggestion={suggestion} text={item.view.item.text} onPassage={onPassage} />
      <Exceptions suggestion={suggestion} />
      <UnknownList unknowns={suggestion.unknowns} item={item} />
      {clause === undefined ? null : (
        <details>
          <summary>{own.clauseWords}</summary>
          <blockquote className="reading clause-words">{clause.words}</blockquote>
        </details>
      )}
      {decision === null || again ? (
        <Decide suggestion={suggestion} keys={first} onDone={() => setAgain(false)} />
      ) : (
        <footer className="row">
          <span className="quiet">
            {own.decided[decision.decision](decision.by)}, <TimestampText at={decision.at} />
            {decision.reason === null ? null : `: ${decision.reason}`}
          </span>
          <button type="button" className="link-button" onClick={() => setAgain(true)}>
            {own.change}
          </button>
        </footer>
      )}
    </section>
  );
}

function SpanButtons({
  suggestion,
  text,
  onPassage,
}: {
  readonly suggestion: SuggestionView;
  readonly text: string;
  readonly onPassage: (passage: Passage) => void;
}) {
  const words = useWords().viewer.suggestion;
  const spans = suggestion.spans.filter((span) => text.slice(span.start, span.end) === span.text && span.text !== '');
  if (spans.length === 0) return null;
  return (
    <ul className="suggestion-spans">
      {spans.map((span) => (
        <li key={`${span.start}-${span.end}`} className="row">
          <q className="reading">{span.text}</q>
          <button
            type="button"
            className="link-button small"
            onClick={() => onPassage({ kind: 'words', start: span.start, end: span.end, text: span.text })}
          >
            {words.markWords}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Exceptions({ suggestion }: { readonly suggestion: SuggestionView }) {
  const words = useWords().viewer.suggestion;
  if (suggestion.exceptions.length === 0) return null;
  return (
    <div className="stack-close">
      <h4>{words.exceptions}</h4>
      <ul className="stack-close">
        {suggestion.exceptions.map((one) => (
          <li key={one.exception}>
            <strong>{words.exceptionNames[one.exception] ?? one.exception}</strong>{' '}
            <span className="exception-applies" data-applies={one.applies}>
              {words.applies[one.applies]}
            </span>
            . {one.because}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface DecideProps {
  readonly suggestion: SuggestionView;
  readonly keys: boolean;
  readonly onDone: () => void;
}

function Decide({ suggestion, keys, onDone }: DecideProps) {
  const words = useWords().viewer;
  const decide = useCommandCall('suggestion.decide');
  const [asking, setAsking] = useState(false);
  const { itemId, policy, clause } = suggestion;
  const send = (decision: 'relevant' | 'not-relevant', reason: string | null) =>
    void decide.run({ itemId, policy, clause, decision, reason }).then((done) => {
      if (done === null) return;
      setAsking(false);
      onDone();
    });
  useActions(
    keys
      ? [
          {
            id: 'viewer.relevant',
            label: words.actions.relevant,
            group: 'item',
            keys: 'a',
            run: () => send('relevant', null),
          },
          {
            id: 'viewer.not-relevant',
            label: words.actions.notRelevant,
            group: 'item',
            keys: 'r',
            run: () => setAsking(true),
          },
        ]
      : [],
  );
  return (
    <>
      {decide.error === null || asking ? null : <ErrorNotice error={decide.error} onDismiss={decide.clear} />}
      <div className="row">
        <Button
          variant="default"
          leftSection={<IconArrowRight size={14} aria-hidden />}
          loading={decide.busy && !asking}
          onClick={() => send('relevant', null)}
        >
          {words.suggestion.relevant}
        </Button>
        <Button variant="default" leftSection={<IconX size={14} aria-hidden />} onClick={() => setAsking(true)}>
          {words.suggestion.notRelevant}
        </Button>
      </div>
      <ReasonDialog
        opened={asking}
        title={words.suggestion.whyNot(suggestion.clauseLabel)}
        about={words.suggestion.whyNotAbout}
        action={words.suggestion.notRelevant}
        busy={decide.busy}
        error={decide.error}
        onCancel={() => {
          setAsking(false);
          decide.clear();
        }}
        onReason={(reason) => send('not-relevant', reason)}
      />
    </>
  );
}
