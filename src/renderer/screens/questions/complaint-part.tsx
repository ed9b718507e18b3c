import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useQueryCall } from '../../engine/use-call.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { ComplaintCard } from './complaint-card.tsx';
import { ComplaintForm } from './complaint-form.tsx';

/** The complaints of the case as they were received, and the form for another one. */
export function ComplaintPart({ onNext }: { readonly onNext: () => void }) {
  const words = useWords().questions;
  const complaints = useQueryCall('complaint.list', {});
  const people = useQueryCall('person.list', {});
  const [another, setAnother] = useState(false);
  const { place, set } = useNavigation();
  const correcting = place.params['complaint'] ?? null;
  if (complaints.state === 'failed') return <ErrorNotice error={complaints.error} />;
  if (complaints.state === 'loading') return <p className="quiet">{words.loading}</p>;
  const formShown = another || complaints.value.length === 0;
  return (
    <div className="stack">
      <p className="quiet">{words.complaint.about}</p>
      {complaints.value.map((complaint) =>
        complaint.id === correcting ? (
          <ComplaintForm
            key={complaint.id}
            people={people.value ?? []}
            first={false}
            corrects={complaint}
            onDone={() => set({ complaint: null })}
          />
        ) : (
          <ComplaintCard
            key={complaint.id}
            complaint={complaint}
            people={people.value ?? []}
            onCorrect={() => set({ complaint: complaint.id })}
          />
        ),
      )}
      {formShown ? (
        <ComplaintForm
          people={people.value ?? []}
          first={complaints.value.length === 0}
          corrects={null}
          onDone={() => setAnother(false)}
        />
      ) : (
        <div className="row-apart">
          <Button variant="default" onClick={() => setAnother(true)}>
            {words.complaint.another}
          </Button>
          <Button rightSection={<IconArrowRight size={14} />} onClick={onNext}>
            {words.complaint.toEvidence}
          </Button>
        </div>
      )}
    </div>
  );
}
