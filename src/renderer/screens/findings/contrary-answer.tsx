import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import type { AllegationView } from '../../../contract/finding.ts';
import type { Mapping } from '../../../contract/mapping.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useFormDraft } from '../../parts/form-drafts.ts';
import { useWords } from '../../words/use-words.ts';

const Draft = z.object({ words: z.string() });

/** What was made of one passage that speaks against: recorded, or to be written. A breach waits for it. */
export function ContraryAnswer({ view, link }: { readonly view: AllegationView; readonly link: Mapping }) {
  const all = useWords();
  const words = all.accounts.contrary;
  const record = useCommandCall('contrary.answer');
  const known = view.contrary.find(({ mappingId }) => mappingId === link.id) ?? null;
  const [again, setAgain] = useState(false);
  const place = `contrary/${view.allegation.id}/${link.id}`;
  const { draft, change, forget } = useFormDraft(place, Draft, { words: known?.words ?? '' });
  const quote = link.passage.text.slice(0, 60);
  if (known !== null && !again) {
    return (
      <p className="row-apart small">
        <span>{words.made(known.words, known.by)}</span>
        <button type="button" className="link-button" onClick={() => setAgain(true)}>
          {all.accounts.point.again}
        </button>
      </p>
    );
  }
  const submit = async () => {
    const said = draft.words.trim();
    if (said === '') return;
    const saved = await record.run({ allegationId: view.allegation.id, mappingId: link.id, words: said });
    if (saved === null) return;
    forget();
    setAgain(false);
  };
  return (
    <div className="stack-close">
      <div className="answer-reason">
        <Textarea
          aria-label={words.label(quote)}
          placeholder={words.placeholder}
          autosize
          minRows={1}
          maxLength={4000}
          value={draft.words}
          onChange={(event) => change({ words: event.currentTarget.value })}
        />
        {draft.words.trim() === '' ? null : (
          <Button aria-label={words.recordOf(quote)} aria-disabled={record.busy} onClick={() => void submit()}>
            {record.busy ? words.recording : words.record}
          </Button>
        )}
      </div>
      {record.error === null ? null : <ErrorNotice error={record.error} />}
    </div>
  );
}
