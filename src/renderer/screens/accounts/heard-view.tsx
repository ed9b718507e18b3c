import { useState } from 'react';
import type { InterviewPlan } from '../../../contract/interview.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { InterviewDesk } from './interview-desk.tsx';
import { InterviewsPart } from './interviews-part.tsx';
import { PlansPart } from './plans-part.tsx';
import { StatementsPart } from './statements-part.tsx';

/** Everybody who is heard: plans, interviews as they are taken, statements. */
export function HeardView() {
  const people = useQueryCall('person.list', {});
  const [taking, setTaking] = useState<InterviewPlan | null>(null);
  const all = people.value ?? [];
  return (
    <div className="screen-scroll">
      <div className="screen-column stack">
        {people.state === 'failed' ? <ErrorNotice error={people.error} /> : null}
        {taking === null ? null : (
          <InterviewDesk key={taking.id} interview={null} plan={taking} people={all} onDone={() => setTaking(null)} />
        )}
        <InterviewsPart people={all} />
        <PlansPart people={all} onTake={setTaking} />
        <StatementsPart people={all} />
      </div>
    </div>
  );
}
