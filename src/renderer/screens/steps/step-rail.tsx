import type { ReactNode } from 'react';
import type { Person } from '../../../contract/person.ts';
import type { StepsView, StepView } from '../../../contract/step-view.ts';
import { useWords } from '../../words/use-words.ts';
import { GateBar } from './gate-bar.tsx';
import { groupSteps, namesOf } from './step-groups.ts';
import { StepItem } from './step-item.tsx';

interface StepRailProps {
  readonly person: Person;
  readonly view: StepsView;
  readonly onRecord: (kind: string) => void;
}

/** All steps of one employee, from what is done down to what is blocked, with the gates across. */
export function StepRail({ person, view, onRecord }: StepRailProps) {
  const all = useWords();
  const words = all.steps;
  const steps = view.steps.filter(({ respondentId }) => respondentId === person.id);
  const gates = view.gates.filter(({ respondentId }) => respondentId === person.id);
  const groups = groupSteps(steps);
  const open = groups.now.length + groups.next.length + groups.blocked.length;
  const known = { steps, gates, kinds: view.kinds };
  const units = [...new Set(steps.map(({ unit }) => unit))];
  const postOf = (unit: string | null) =>
    units.length < 2 ? null : (view.units.find(({ code }) => code === unit)?.name ?? unit);
  const next = groups.now[0] ?? null;
  const items = (list: readonly StepView[], first: boolean) =>
    list.map((step, index) => (
      <StepItem
        key={`${step.pack}/${step.unit}/${step.step}`}
        step={step}
        post={postOf(step.unit)}
        first={first && index === 0}
        blockedBy={namesOf(step.blockedBy, known)}
        onRecord={onRecord}
      />
    ));
  return (
    <section className="step-rail stack" aria-label={words.railOf(person.name)}>
      <header>
        <h2>{person.name}</h2>
        <p className="quiet">
          {person.position === null ? null : `${person.position}. `}
          {words.counts(groups.done.length, open)}
        </p>
        <p className="rail-next">
          <strong>{all.procedure.next}:</strong> {next?.title ?? all.procedure.nothingNext}
        </p>
      </header>
      {steps.length === 0 ? <p>{words.noSteps}</p> : null}
      <Group title={words.groups.now} count={groups.now.length}>
        {items(groups.now, true)}
      </Group>
      <Group title={words.groups.next} count={groups.next.length}>
        {items(groups.next, false)}
      </Group>
      <Group title={words.groups.blocked} count={groups.blocked.length}>
        {items(groups.blocked, false)}
      </Group>
      {gates.length === 0 ? null : (
        <div>
          <h3 className="step-group">{words.gates.title}</h3>
          <p className="small quiet step-group-about">{words.gates.about}</p>
          <ol>
            {gates.map((gate) => (
              <GateBar key={`${gate.unit}/${gate.gate}`} gate={gate} post={postOf(gate.unit)} />
            ))}
          </ol>
        </div>
      )}
      <Group title={words.groups.done} count={groups.done.length}>
        {items(groups.done, false)}
      </Group>
      {groups.away.length === 0 ? null : (
        <details className="step-away">
          <summary>{words.groups.away(groups.away.length)}</summary>
          <ol className="step-list">{items(groups.away, false)}</ol>
        </details>
      )}
    </section>
  );
}

interface GroupProps {
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}

function Group({ title, count, children }: GroupProps) {
  if (count === 0) return null;
  return (
    <div>
      <h3 className="step-group">
        {title} <span className="quiet">{count}</span>
      </h3>
      <ol className="step-list">{children}</ol>
    </div>
  );
}
