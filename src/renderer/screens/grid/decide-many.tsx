import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SuggestionView } from '../../../contract/mapping.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { tellDone } from '../../frame/notices.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { useWords } from '../../words/use-words.ts';

interface DecideManyProps {
  readonly suggestions: readonly SuggestionView[];
  readonly onDone: () => void;
}

/** The same decision about all that were chosen: one entry, which names each item. */
export function DecideMany({ suggestions, onDone }: DecideManyProps) {
  const words = useWords().inquiry.review;
  const decide = useCommandCall('suggestion.decide-many');
  const [asking, setAsking] = useState(false);
  const send = (decision: 'relevant' | 'not-relevant', reason: string | null) => {
    const chosen = suggestions.map(({ itemId, policy, clause }) => ({ itemId, policy, clause }));
    void decide.run({ suggestions: chosen, decision, reason }).then((done) => {
      if (done === null) return;
      setAsking(false);
      tellDone(words.decided(done.decided));
      onDone();
    });
  };
  return (
    <>
      <span>{words.chosen(suggestions.length)}</span>
      <Button
        variant="default"
        size="compact-sm"
        loading={decide.busy && !asking}
        onClick={() => send('relevant', null)}
      >
        {words.relevant}
      </Button>
      <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
        {words.notRelevant}
      </Button>
      {decide.error === null || asking ? null : <ErrorNotice error={decide.error} onDismiss={decide.clear} />}
      <ReasonDialog
        opened={asking}
        title={words.manyTitle(suggestions.length)}
        about={words.manyAbout}
        action={words.notRelevant}
        busy={decide.busy}
        error={decide.error}
        onCancel={() => {
          decide.clear();
          setAsking(false);
        }}
        onReason={(reason) => send('not-relevant', reason)}
      />
    </>
  );
}
