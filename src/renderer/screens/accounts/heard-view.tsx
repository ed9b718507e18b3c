import { IconMessages } from '@tabler/icons-react';
import { useState } from 'react';
import type { InterviewPlan } from '../../../contract/interview.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { InterviewDesk } from './interview-desk.tsx';
import { InterviewsPart } from './interviews-part.tsx';
import { PlansPart } from './plans-part.tsx';
import { StatementsPart } from './statements-part.tsx';

/** Everybody who is heard: plans, interviews as they are taken, statements. */
export function HeardView() {
  const people = useQueryCall('person.list', {});
  const [taking, setTaking] = useState<InterviewPlan | null>(null);
  const all = people.value ?? [];
  const words = useWords().accounts.nobody;
  const { go } = useNavigation();
  if (people.state === 'ready' && all.length === 0) {
    return (
      <div className="screen-scroll">
        <EmptyState
          icon={<IconMessages size={22} />}
          title={words.title}
          about={words.about}
          action={{ label: words.action, run: () => go('people', { person: 'new' }) }}
        />
      </div>
    );
  }
  return (
    <div className="screen-scroll">
      <div className="screen-column stack">
        {people.state === 'failed' ? <ErrorNotice error={people.error} /> : null}
        {taking === null ? null : (
          <div ref={bringIntoView}>
            <InterviewDesk key={taking.id} interview={null} plan={taking} people={all} onDone={() => setTaking(null)} />
          </div>
        )}
        <InterviewsPart people={all} />
        <PlansPart people={all} onTake={setTaking} />
        <StatementsPart people={all} />
      </div>
    </div>
  );
}

/** The desk opens above the plan that it was called from: whoever clicked there is taken along. */
function bringIntoView(desk: HTMLElement | null): void {
  desk?.scrollIntoView({ block: 'start' });
}
