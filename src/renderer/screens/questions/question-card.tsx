import { IconBan, IconCalendar, IconMoon, IconPhone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { FirstQuestion } from '../../../contract/complaint.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { useWords } from '../../words/use-words.ts';

/** What a “yes” asks for: tonight, on the next working day, and never; whom to call; where that comes from. */
export function QuestionCard({ question }: { readonly question: FirstQuestion }) {
  const words = useWords().questions;
  const { go } = useNavigation();
  const text = words.list[question];
  return (
    <section className="question-card" aria-label={text.title}>
      <h3>{text.title}</h3>
      <div className="question-card-parts">
        <Part
          icon={<IconMoon size={16} aria-hidden />}
          title={words.card.tonight}
          lines={text.tonight}
          kind="tonight"
        />
        <Part icon={<IconBan size={16} aria-hidden />} title={words.card.never} lines={text.never} kind="never" />
        <Part icon={<IconPhone size={16} aria-hidden />} title={words.card.who} lines={text.who} kind="who" />
        <Part
          icon={<IconCalendar size={16} aria-hidden />}
          title={words.card.monday}
          lines={text.monday}
          kind="monday"
        />
      </div>
      <div className="row-apart">
        <p className="small">
          {words.card.source}: {text.source}. {words.card.toConfirm}
        </p>
        <button type="button" className="link-button" onClick={() => go('steps')}>
          {words.card.toSteps}
        </button>
      </div>
    </section>
  );
}

interface PartProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly lines: readonly string[];
  readonly kind: 'tonight' | 'never' | 'who' | 'monday';
}

function Part({ icon, title, lines, kind }: PartProps) {
  return (
    <div className="question-card-part" data-kind={kind}>
      <h4>
        {icon} {title}
      </h4>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
