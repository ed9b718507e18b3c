import { IconUsers } from '@tabler/icons-react';
import { useQueryCall } from '../../engine/use-call.ts';
import { useSampleJob } from '../../frame/use-sample-job.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { LoadingLine } from '../../parts/loading-line.tsx';
import { localWords } from '../../parts/moment-words.ts';
import { useWords } from '../../words/use-words.ts';
import { CarryingPanel } from './carrying-panel.tsx';
import { HoldsPanel } from './holds-panel.tsx';
import { MissingPanel } from './missing-panel.tsx';
import { type CaseAtAGlance, nextActions } from './next-actions.ts';
import { NextPanel } from './next-panel.tsx';
import { NotReadPanel } from './not-read-panel.tsx';
import { RespondentPanel } from './respondent-panel.tsx';
import './overview.css';

/** Where the case stands: the next sensible action, each employee, and what no machine could read. */
export function OverviewScreen() {
  const words = useWords();
  const { glance, error, complaint } = useGlance();
  const carrying = useSampleJob();
  if (glance === null && error !== null) return <ErrorNotice error={error} />;
  if (glance === null) return <LoadingLine what={words.overview.reading} />;
  const respondents = glance.people.filter((person) => person.caseRole === 'respondent');
  return (
    <div className="screen-scroll">
      <div className="screen-column">
        <header className="stack-close">
          <h1>{glance.state.title}</h1>
          <Figures glance={glance} complaint={complaint} />
        </header>
        <Notices notices={glance.state.notices} />
        {error === null ? null : <ErrorNotice error={error} />}
        {carrying === null ? <NextPanel actions={nextActions(glance, words)} /> : <CarryingPanel job={carrying} />}
        <HoldsPanel answers={glance.answers} />
        {respondents.length === 0 && carrying === null ? (
          <section className="panel">
            <EmptyState icon={<IconUsers size={22} />} title={words.overview.none} about={words.overview.noneAbout} />
          </section>
        ) : (
          respondents.map((person) => (
            <RespondentPanel
              key={person.id}
              person={person}
              allegations={glance.allegations.filter(({ allegation }) => allegation.respondentId === person.id)}
              steps={glance.steps.filter((step) => step.respondentId === person.id)}
            />
          ))
        )}
        {carrying === null ? <MissingPanel /> : null}
        <NotReadPanel />
      </div>
    </div>
  );
}

function Notices({ notices }: { readonly notices: readonly string[] }) {
  const words = useWords().overview;
  if (notices.length === 0) return null;
  return (
    <section
      className="panel overview-notice-panel stack-close"
      data-quiet={notices.every((notice) => /\bsample case\b/i.test(notice))}
    >
      <h2>{words.notices}</h2>
      <ul className="stack-close">
        {notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
    </section>
  );
}

interface FiguresProps {
  readonly glance: CaseAtAGlance;
  readonly complaint: { readonly receivedAt: string; readonly channel: string } | null;
}

function Figures({ glance, complaint }: FiguresProps) {
  const words = useWords();
  const { figures, channels } = words.overview;
  const { counts } = glance.state;
  const parts = [
    ...(complaint === null
      ? []
      : [
          figures.complaint(
            localWords(complaint.receivedAt.slice(0, 10), words.parts.moment),
            channels[complaint.channel] ?? complaint.channel,
          ),
        ]),
    figures.files(counts.evidence),
    figures.items(counts.items),
    ...(counts.closed + counts.stopped === 0 ? [] : [figures.keptOut(counts.closed + counts.stopped)]),
    figures.allegations(counts.allegations),
    figures.documents(counts.documents),
  ];
  return <p className="quiet">{parts.join(' · ')}</p>;
}

function useGlance() {
  const state = useQueryCall('case.state', {});
  const answers = useQueryCall('first-question.list', {});
  const complaints = useQueryCall('complaint.list', {});
  const people = useQueryCall('person.list', {});
  const allegations = useQueryCall('allegation.list', {});
  const steps = useQueryCall('steps.view', {});
  const suggestions = useQueryCall('suggestion.list', { itemId: null, open: true });
  const documents = useQueryCall('document.list', {});
  const all = [state, answers, complaints, people, allegations, steps, suggestions, documents];
  const error = all.find((one) => one.error !== null)?.error ?? null;
  if (
    state.value === null ||
    answers.value === null ||
    complaints.value === null ||
    people.value === null ||
    allegations.value === null ||
    (steps.value === null && steps.error === null) ||
    suggestions.value === null ||
    documents.value === null
  ) {
    return { glance: null, error, complaint: null };
  }
  const glance: CaseAtAGlance = {
    state: state.value,
    answers: answers.value,
    complaints: complaints.value.length,
    people: people.value,
    allegations: allegations.value,
    // Where the steps cannot be worked out, the rest of the case still stands, under the notice that says so.
    steps: steps.value?.steps ?? [],
    gates: steps.value?.gates ?? [],
    documents: documents.value,
    flags: suggestions.value.flags,
  };
  return { glance, error: steps.error, complaint: complaints.value[0] ?? null };
}
