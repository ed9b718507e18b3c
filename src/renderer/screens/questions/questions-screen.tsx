import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { FirstQuestion } from '../../../contract/complaint.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { RecoveryKey } from '../start/recovery-key.tsx';
import { ComplaintPart } from './complaint-part.tsx';
import { FirstQuestions } from './first-questions.tsx';
import { RespondentsPart } from './respondents-part.tsx';
import '../../parts/forms.css';
import './questions.css';

// The complaint names whom it is about, so that they come before it.
const parts = ['questions', 'respondents', 'complaint'] as const;
type Part = (typeof parts)[number];

/** The first minutes of a case: what must be done tonight, whom it is about, and the complaint as it came. */
export function QuestionsScreen() {
  const words = useWords().questions;
  const { place, set } = useNavigation();
  const chosen = parts.find((part) => part === place.params['part']) ?? 'questions';
  const show = (part: Part) => set({ part });
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{words.title}</h1>
      </header>
      <div className="screen-scroll">
        <div className="questions-column">
          {place.params['recovery'] === 'show' ? (
            <RecoveryKey onKept={() => set({ recovery: null })} />
          ) : (
            <Parts chosen={chosen} onShow={show} />
          )}
        </div>
      </div>
    </div>
  );
}

function Parts({ chosen, onShow }: { readonly chosen: Part; readonly onShow: (part: Part) => void }) {
  const words = useWords().questions;
  const { go } = useNavigation();
  const answers = useQueryCall('first-question.list', {});
  const complaints = useQueryCall('complaint.list', {});
  const people = useQueryCall('person.list', {});
  if (answers.state === 'failed') return <ErrorNotice error={answers.error} />;
  if (answers.state === 'loading') return <p className="loading-line">{words.loading}</p>;
  const respondents = (people.value ?? []).filter((person) => person.caseRole === 'respondent').length;
  const state: Readonly<Record<Part, string>> = {
    questions: words.parts.answered(answers.value.length, FirstQuestion.options.length),
    complaint: words.parts.recorded(complaints.value?.length ?? 0),
    respondents: words.parts.named(respondents),
  };
  const body: Readonly<Record<Part, ReactNode>> = {
    questions: <FirstQuestions answers={answers.value} onNext={() => onShow('respondents')} />,
    respondents: <RespondentsPart onNext={() => onShow('complaint')} />,
    complaint: <ComplaintPart onNext={() => go('evidence')} />,
  };
  return (
    <Tabs
      value={chosen}
      onChange={(value) => onShow(parts.find((part) => part === value) ?? 'questions')}
      keepMounted={false}
    >
      <Tabs.List aria-label={words.parts.label} className="questions-parts">
        {parts.map((part, index) => (
          <Tabs.Tab key={part} value={part}>
            <span className="questions-part">
              <span className="questions-part-number" aria-hidden="true">
                {index + 1}
              </span>
              <span className="questions-part-words">
                <span>{words.parts[part]}</span>
                <span className="small quiet">{state[part]}</span>
              </span>
            </span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {parts.map((part) => (
        <Tabs.Panel key={part} value={part} pt="md">
          {body[part]}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
