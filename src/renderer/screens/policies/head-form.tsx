import type { DraftEdit, PolicyHead } from '../../../contract/policy-import.ts';
import { useWords } from '../../words/use-words.ts';
import { Typed } from './typed-field.tsx';

/** Id, title, board, dates and zone of the policy as a whole. */
export function HeadForm({ head, onEdit }: { readonly head: PolicyHead; readonly onEdit: (edit: DraftEdit) => void }) {
  const words = useWords().policies;
  const set = (change: Partial<PolicyHead>) => onEdit({ do: 'head', change });
  const orNull = (text: string) => (text === '' ? null : text);
  const dates = (text: string) =>
    text
      .split(/[,;\s]+/)
      .filter((date) => date !== '')
      .sort();
  return (
    <section className="panel stack" aria-label={words.head}>
      <h2>{words.head}</h2>
      <div className="form-grid">
        <Typed label={words.headTitle} value={head.title} onSet={(title) => set({ title })} />
        <Typed label={words.headId} value={head.id} onSet={(id) => set({ id })} />
        <Typed label={words.headBoard} value={head.board ?? ''} onSet={(board) => set({ board: orNull(board) })} />
        <Typed
          label={words.headAdopted}
          value={head.adopted ?? ''}
          onSet={(adopted) => set({ adopted: orNull(adopted) })}
        />
        <Typed
          label={words.headRevised}
          value={head.revised.join(', ')}
          onSet={(text) => set({ revised: dates(text) })}
        />
        <Typed label={words.headZone} value={head.timeZone} onSet={(timeZone) => set({ timeZone })} />
      </div>
    </section>
  );
}
