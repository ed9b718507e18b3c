import { Button, MultiSelect, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommandCall, useQueryCall } from '../../engine/use-call.ts';
import { tellDone } from '../../frame/notices.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { localWords } from '../../parts/moment-words.ts';
import { useWords } from '../../words/use-words.ts';

interface Draft {
  readonly from: string;
  readonly to: string;
  readonly threads: string[];
  readonly agreedWith: string;
  readonly agreedOn: string;
}

/** Days and conversations that the owner of a source agreed to; nothing of its words is shown while it is chosen. */
export function LimitForm({ onDone }: { readonly onDone: () => void }) {
  const all = useWords();
  const words = all.inquiry.limit;
  const files = useQueryCall('evidence.list', {});
  const [evidenceId, setEvidence] = useState<string | null>(null);
  const [draft, setDraft] = useState<Draft>({ from: '', to: '', threads: [], agreedWith: '', agreedOn: '' });
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const choices = useQueryCall('limit.choices', { evidenceId: evidenceId ?? 'none' }, { enabled: evidenceId !== null });
  const set = useCommandCall('limit.set');
  const named = draft.from !== '' || draft.to !== '' || draft.threads.length > 0;
  const ready = evidenceId !== null && named && draft.agreedWith.trim() !== '' && draft.agreedOn !== '';
  const save = async () => {
    if (evidenceId === null) return;
    const limit = await set.run({
      evidenceId,
      from: draft.from === '' ? null : draft.from,
      to: draft.to === '' ? null : draft.to,
      threads: draft.threads.length === 0 ? null : draft.threads,
      agreedWith: draft.agreedWith.trim(),
      agreedOn: draft.agreedOn,
      note: null,
    });
    if (limit === null) return;
    tellDone(words.saved(limit.beyond));
    onDone();
  };
  const found = choices.value;
  return (
    <form
      className="panel stack"
      aria-label={words.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void save();
      }}
    >
      <Select
        label={words.source}
        required
        searchable
        data={(files.value ?? []).map((file) => ({ value: file.id, label: file.path }))}
        value={evidenceId}
        onChange={setEvidence}
      />
      {found === null || evidenceId === null ? null : (
        <p className="quiet">
          {found.firstDay === null || found.lastDay === null
            ? null
            : words.span(
                found.items,
                localWords(found.firstDay, all.parts.moment),
                localWords(found.lastDay, all.parts.moment),
              )}{' '}
          {found.withoutDay === 0 ? null : words.withoutDay(found.withoutDay)}
        </p>
      )}
      <div className="limit-days">
        <TextInput
          type="date"
          label={words.from}
          value={draft.from}
          onChange={(event) => change({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={words.to}
          value={draft.to}
          onChange={(event) => change({ to: event.currentTarget.value })}
        />
      </div>
      {found === null || found.threads.length === 0 ? null : (
        <MultiSelect
          label={words.threads}
          placeholder={draft.threads.length === 0 ? words.allThreads : undefined}
          searchable
          data={found.threads.map((thread) => ({
            value: thread.id,
            label: words.thread(thread.title, thread.id, thread.items),
          }))}
          value={draft.threads}
          onChange={(threads) => change({ threads })}
        />
      )}
      <div className="limit-days">
        <TextInput
          label={words.agreedWith}
          required
          value={draft.agreedWith}
          onChange={(event) => change({ agreedWith: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={words.agreedOn}
          required
          value={draft.agreedOn}
          onChange={(event) => change({ agreedOn: event.currentTarget.value })}
        />
      </div>
      {set.error === null ? null : <ErrorNotice error={set.error} />}
      <div className="row">
        <Button type="submit" disabled={!ready} loading={set.busy}>
          {words.save}
        </Button>
        <Button variant="default" onClick={onDone}>
          {all.parts.cancel}
        </Button>
      </div>
    </form>
  );
}
