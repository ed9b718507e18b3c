import { Checkbox, TextInput } from '@mantine/core';
import { z } from 'zod';
import { type Complaint, ComplaintKnowledge } from '../../../contract/complaint.ts';
import { ChoiceRow } from '../../parts/choice-row.tsx';
import { WhenField } from '../../parts/when-field.tsx';
import { computerZone, reckon, WallClockShape, wallClock } from '../../parts/zoned-time.ts';
import { useWords } from '../../words/use-words.ts';

const Basis = ComplaintKnowledge.shape.basis;
export const KnowledgeDraft = z.object({
  basis: Basis,
  earlier: z.boolean(),
  at: WallClockShape,
  by: z.string(),
  note: z.string(),
});
export type KnowledgeDraft = z.infer<typeof KnowledgeDraft>;

export const blankKnowledge: KnowledgeDraft = {
  basis: 'not-asked',
  earlier: false,
  at: { day: '', time: '', zone: computerZone() },
  by: '',
  note: '',
};

export function knowledgeDraftOf(knowledge: Complaint['knowledge']): KnowledgeDraft {
  if (knowledge === null) return blankKnowledge;
  const { firstKnownAt, firstKnownBy, basis, note } = knowledge;
  return {
    basis,
    earlier: firstKnownAt !== null,
    at: firstKnownAt === null ? blankKnowledge.at : wallClock(Date.parse(firstKnownAt), computerZone()),
    by: firstKnownBy ?? '',
    note: note ?? '',
  };
}

/** What was entered; null where nothing was, and undefined where the time that was ticked is not complete. */
export function knowledgeOf(draft: KnowledgeDraft): Complaint['knowledge'] | undefined {
  const note = draft.note.trim() === '' ? null : draft.note.trim();
  if (!draft.earlier) {
    if (draft.basis === 'not-asked' && note === null) return null;
    return { firstKnownAt: null, firstKnownBy: null, basis: draft.basis, note };
  }
  const at = reckon(draft.at);
  if (!at.ok) return undefined;
  const by = draft.by.trim() === '' ? null : draft.by.trim();
  return { firstKnownAt: at.timestamp, firstKnownBy: by, basis: draft.basis, note };
}

interface KnowledgeFieldsProps {
  readonly knowledge: KnowledgeDraft;
  readonly onChange: (knowledge: KnowledgeDraft) => void;
}

/** How the complainant knows, and since when somebody in the district did. */
export function KnowledgeFields({ knowledge, onChange }: KnowledgeFieldsProps) {
  const words = useWords().questions.complaint;
  const set = (part: Partial<KnowledgeDraft>) => onChange({ ...knowledge, ...part });
  return (
    <>
      <ChoiceRow
        legend={words.basis}
        value={knowledge.basis}
        choices={Basis.options.map((value) => ({ value, label: words.bases[value] }))}
        onChange={(basis) => set({ basis })}
      />
      {knowledge.basis === 'not-asked' ? null : (
        <TextInput
          label={words.knowledgeNote}
          maxLength={4000}
          value={knowledge.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
      )}
      <Checkbox
        label={words.knownEarlier}
        checked={knowledge.earlier}
        onChange={(event) => set({ earlier: event.currentTarget.checked })}
      />
      {knowledge.earlier ? (
        <>
          <WhenField label={words.knownAt} value={knowledge.at} onChange={(at) => set({ at })} />
          <TextInput
            label={words.knownBy}
            maxLength={200}
            value={knowledge.by}
            onChange={(event) => set({ by: event.currentTarget.value })}
          />
        </>
      ) : null}
    </>
  );
}
