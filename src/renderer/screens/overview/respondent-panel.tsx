import { IconClock, IconLock } from '@tabler/icons-react';
import type { AllegationView } from '../../../contract/finding.ts';
import type { Person } from '../../../contract/person.ts';
import type { StepView } from '../../../contract/step-view.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { localWords } from '../../parts/moment-words.ts';
import { useWords } from '../../words/use-words.ts';
import { namesOf } from '../steps/step-groups.ts';

interface RespondentPanelProps {
  readonly person: Person;
  readonly allegations: readonly AllegationView[];
  readonly steps: readonly StepView[];
}

/** One employee: what is alleged, what was found, what comes next and by when. */
export function RespondentPanel({ person, allegations, steps }: RespondentPanelProps) {
  const words = useWords().overview.respondent;
  const { go } = useNavigation();
  const units = useQueryCall('district.units', {});
  const unit = (units.value ?? []).find(({ code }) => code === person.unit)?.name ?? person.unit;
  const standing = allegations.filter(({ allegation }) => !allegation.withdrawn);
  const response = standing.find((view) => view.response !== null)?.response ?? null;
  return (
    <section className="panel overview-respondent" aria-label={person.name}>
      <header className="row-apart">
        <div>
          <h2>{person.name}</h2>
          <p className="quiet">{words.role(person.position ?? person.occupation, unit)}</p>
        </div>
        <span className="chip">{response === null ? words.response.none : words.response[response.state]}</span>
      </header>
      <div className="overview-respondent-columns">
        <div className="stack-close">
          <h3>{words.allegations}</h3>
          {standing.length === 0 ? (
            <p className="quiet">
              {words.noAllegations}{' '}
              <button type="button" className="link-button" onClick={() => go('findings', { respondent: person.id })}>
                {words.writeAllegation}
              </button>
            </p>
          ) : (
            <ul>
              {standing.map((view) => (
                <AllegationLine key={view.allegation.id} view={view} />
              ))}
            </ul>
          )}
        </div>
        <div className="stack-close">
          <h3>{words.next}</h3>
          <NextSteps steps={steps} />
        </div>
      </div>
    </section>
  );
}

function AllegationLine({ view }: { readonly view: AllegationView }) {
  const words = useWords().overview.respondent;
  const { go } = useNavigation();
  const { allegation } = view;
  return (
    <li>
      <button
        type="button"
        className="overview-allegation-line"
        onClick={() => go('findings', { allegation: allegation.id })}
      >
        <span className="overview-allegation-number">{allegation.number}</span>
        <span className="stack-close">
          <span>
            {view.clauseLabel} <span className="quiet small">{allegation.clause}</span>
          </span>
          <span className="quiet small">
            {allegation.specification.what} {allegation.specification.when}
          </span>
        </span>
        <FindingMark view={view} none={words.noFinding} />
      </button>
    </li>
  );
}

/** A finding is solid, with who and when; as long as there is none, the mark is dashed and says what is missing. */
function FindingMark({ view, none }: { readonly view: AllegationView; readonly none: string }) {
  const words = useWords();
  const own = words.overview.respondent;
  const { finding } = view;
  if (finding === null || finding.withdrawn) {
    const examined = view.elements.filter((element) => element.state !== 'not-examined').length;
    return (
      <span className="overview-finding-mark" data-found="false">
        <span>{none}</span>
        <span className="small">
          {own.examined(examined, view.elements.length)}, {own.missing(view.missing.length)}
        </span>
      </span>
    );
  }
  return (
    <span className="overview-finding-mark" data-found="true">
      <span>
        {own.fact[finding.fact] ?? finding.fact}, {own.policy[finding.policy] ?? finding.policy}
      </span>
      <span className="small">{own.foundBy(finding.by, localWords(finding.at.slice(0, 10), words.parts.moment))}</span>
    </span>
  );
}

function NextSteps({ steps }: { readonly steps: readonly StepView[] }) {
  const words = useWords();
  const own = words.overview.respondent;
  const { go } = useNavigation();
  const open = steps
    .filter((step) => step.state === 'due' || step.state === 'late' || step.state === 'blocked')
    .sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'))
    .slice(0, 2);
  if (open.length === 0) return <p className="quiet">{own.noSteps}</p>;
  return (
    <ul className="stack-close">
      {open.map((step) => (
        <li key={step.step}>
          <button
            type="button"
            className="overview-step-line"
            onClick={() => go('steps', { step: step.step, respondent: step.respondentId })}
          >
            <span>{step.title}</span>
            <span className="row">
              <StepMark step={step} />
              <span className="quiet small">{step.article}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function StepMark({ step }: { readonly step: StepView }) {
  const words = useWords();
  const view = useQueryCall('steps.view', {});
  const waitsFor = view.value === null ? [] : namesOf(step.blockedBy, view.value);
  const own = words.overview.respondent;
  if (step.state === 'blocked') {
    return (
      <span className="chip" data-tone="blocked">
        <IconLock size={12} aria-hidden />
        <span className="clipped">{own.blocked(waitsFor.join(', '))}</span>
      </span>
    );
  }
  const due = step.due === null ? null : own.due(localWords(step.due, words.parts.moment));
  const left = step.daysLeft === null ? null : own.daysLeft(step.daysLeft);
  const said = step.state === 'late' ? own.late : [due, left].filter((part) => part !== null).join(', ');
  if (said === '') return null;
  return (
    <span className="chip" data-tone={step.state === 'late' ? 'late' : 'accent'}>
      <IconClock size={12} aria-hidden />
      {said}
    </span>
  );
}
