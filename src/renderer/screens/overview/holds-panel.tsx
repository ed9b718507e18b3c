import { IconHandStop } from '@tabler/icons-react';
import type { FirstAnswerRecord } from '../../../contract/complaint.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { useWords } from '../../words/use-words.ts';
import { holdsOf } from './next-actions.ts';

/** First questions that were not answered with no: each stays in sight, with what it calls for. */
export function HoldsPanel({ answers }: { readonly answers: readonly FirstAnswerRecord[] }) {
  const words = useWords();
  const { go } = useNavigation();
  const holds = holdsOf(answers);
  if (holds.length === 0) return null;
  return (
    <section className="panel overview-holds stack-close">
      <h2>
        <IconHandStop size={17} aria-hidden /> {words.overview.holds.title}
      </h2>
      <ul className="stack-close">
        {holds.map((hold) => (
          <li key={hold.id}>
            <button type="button" className="link-button" onClick={() => go('questions')}>
              {words.questions.list[hold.question].title}
            </button>{' '}
            <span className="quiet">
              {words.questions.list[hold.question].question} {words.questions.answer[hold.answer]}
              {hold.note === null ? '.' : `: ${hold.note}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
