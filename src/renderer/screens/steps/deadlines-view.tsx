import { Button } from '@mantine/core';
import { IconCalendarDown, IconFileText } from '@tabler/icons-react';
import type { Person } from '../../../contract/person.ts';
import type { StepsView, StepView } from '../../../contract/step-view.ts';
import { useOs } from '../../engine/os.tsx';
import { useCommandCall } from '../../engine/use-call.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { tellDone } from '../../frame/notices.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { localWords } from '../../parts/moment-words.ts';
import { useWords } from '../../words/use-words.ts';
import { deadlineGroups } from './deadline-groups.ts';
import { MonthStrip } from './month-strip.tsx';
import { Arithmetic } from './step-item.tsx';
import { StepStateChip } from './step-state.tsx';

interface DeadlinesViewProps {
  readonly view: StepsView;
  readonly respondents: readonly Person[];
}

/** All open deadlines of the case, late and today's first; each opens the counting behind it. */
export function DeadlinesView({ view, respondents }: DeadlinesViewProps) {
  const words = useWords().procedure.deadlines;
  const { go } = useNavigation();
  const os = useOs();
  const save = useCommandCall('deadline.save-calendar');
  const groups = deadlineGroups(view.steps, view.today);
  const onSave = async () => {
    const folder = await os.chooseFolder();
    const saved = folder === null ? null : await save.run({ folder });
    if (saved !== null) tellDone(words.saved(saved.name));
  };
  return (
    <section className="stack" aria-labelledby="deadlines-title">
      <div className="row-apart">
        <div>
          <h2 id="deadlines-title">{words.title}</h2>
          <p className="quiet">{words.about}</p>
        </div>
        <div>
          <Button
            variant="default"
            leftSection={<IconCalendarDown size={14} aria-hidden />}
            onClick={() => void onSave()}
          >
            {words.save}
          </Button>
          <p className="small quiet">{words.saveAbout}</p>
        </div>
      </div>
      <div className="row">
        {respondents.map(({ id, name }) => (
          <Button
            key={id}
            size="compact-sm"
            variant="default"
            leftSection={<IconFileText size={14} aria-hidden />}
            onClick={() => go('documents', { kind: 'step-timeline', person: id })}
          >
            {words.print(name)}
          </Button>
        ))}
      </div>
      {save.error === null ? null : <ErrorNotice error={save.error} />}
      <MonthStrip view={view} shape="sheet" />
      {groups.length === 0 ? <p>{words.none}</p> : null}
      {groups.map(({ name, steps }) => (
        <section key={name} aria-label={words.groups[name]}>
          <h3 className="step-group">
            {words.groups[name]} <span className="quiet">{steps.length}</span>
          </h3>
          <ol className="deadline-list">
            {steps.map((step) => (
              <Deadline
                key={`${step.respondentId}/${step.pack}/${step.unit}/${step.step}`}
                step={step}
                who={respondents.find(({ id }) => id === step.respondentId)?.name ?? ''}
              />
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}

function Deadline({ step, who }: { readonly step: StepView; readonly who: string }) {
  const all = useWords();
  return (
    <li className="deadline">
      <p className="deadline-date">{step.due === null ? '' : localWords(step.due, all.parts.moment)}</p>
      <div className="stack-close">
        <div className="row-apart step-head">
          <p className="step-title">{step.title}</p>
          <StepStateChip
            state={step.state}
            detail={step.daysLeft === null || step.state === 'blocked' ? null : all.steps.due.days(step.daysLeft)}
          />
        </div>
        <p className="small quiet">
          {who}. {step.article}
        </p>
        {step.toConfirm === null ? null : <p className="small step-confirm">{step.toConfirm}</p>}
        {step.arithmetic.length === 0 ? null : <Arithmetic step={step} />}
      </div>
    </li>
  );
}
