import { Button } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import type { StepView } from '../../../contract/step-view.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { localWords } from '../../parts/moment-words.ts';
import type { Words } from '../../words/index.ts';
import { useWords } from '../../words/use-words.ts';
import { StepNode, StepStateChip } from './step-state.tsx';

interface StepItemProps {
  readonly step: StepView;
  /** The post it belongs to, where the employee has two; else null. */
  readonly post: string | null;
  /** In plain words. */
  readonly blockedBy: readonly string[];
  /** True for what is to be done now: its button is the prominent one. */
  readonly first: boolean;
  readonly onRecord: (kind: string) => void;
}

/** One step on the rail: what, by when and why then, what holds it up, and the button that moves it. */
export function StepItem({ step, post, blockedBy, first, onRecord }: StepItemProps) {
  const all = useWords();
  const words = all.steps;
  const settled = step.state === 'done' || step.state === 'not-applicable';
  return (
    <li className="step" data-state={step.state}>
      <StepNode state={step.state} />
      <div className="step-body stack-close">
        <div className="row-apart step-head">
          <p className="step-title">{step.title}</p>
          <StepStateChip state={step.state} detail={daysWords(step, words)} />
        </div>
        <p className="small quiet">
          {post === null ? null : `${all.procedure.unit(post)}. `}
          {step.article}
          {step.due === null
            ? null
            : `, ${words.due[step.state === 'late' ? 'was' : 'on'](localWords(step.due, all.parts.moment))}`}
        </p>
        {step.state === 'late' ? <p className="small">{words.lateAbout}</p> : null}
        {step.why === null ? null : <p className="small">{step.why}</p>}
        {step.proof === null ? null : (
          <p className="small">
            {words.proof}: {step.proof}
          </p>
        )}
        {blockedBy.length === 0 ? null : (
          <div className="small">
            {words.blockedBy}:
            <ul className="dash-list">
              {blockedBy.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </div>
        )}
        {step.toConfirm === null ? null : <ToConfirm words={step.toConfirm} short={settled} />}
        {step.arithmetic.length === 0 ? null : <Arithmetic step={step} />}
        {settled ? null : <StepButtons step={step} first={first} onRecord={onRecord} />}
      </div>
    </li>
  );
}

function StepButtons({ step, first, onRecord }: Pick<StepItemProps, 'step' | 'first' | 'onRecord'>) {
  const words = useWords().steps;
  const { go } = useNavigation();
  const { doneBy, documentKind } = step;
  if (doneBy === null && documentKind === null) return null;
  return (
    <div className="row step-buttons">
      {doneBy === null ? null : (
        <Button
          size="compact-xs"
          variant={first ? 'filled' : 'default'}
          aria-label={words.record(step.title)}
          onClick={() => onRecord(doneBy)}
        >
          {words.recordShort}
        </Button>
      )}
      {documentKind === null ? null : (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={words.write(step.title)}
          onClick={() => go('documents', { kind: documentKind, person: step.respondentId })}
        >
          {words.writeShort}
        </Button>
      )}
    </div>
  );
}

/** A pin for what still has to be compared with the signed paper; once a step is settled, only its beginning. */
function ToConfirm({ words, short }: { readonly words: string; readonly short: boolean }) {
  const [beginning = words, ...rest] = words.split(':');
  return (
    <p className="small step-confirm" title={words}>
      <IconMapPin size={14} aria-hidden />
      <span>
        {beginning}
        {rest.length === 0 ? null : <span className={short ? 'unseen' : ''}>:{rest.join(':')}</span>}
      </span>
    </p>
  );
}

/** The counting behind a date, day by day. */
export function Arithmetic({ step }: { readonly step: StepView }) {
  const words = useWords().steps;
  return (
    <details className="step-why small">
      <summary>
        {words.why}
        <span className="unseen"> {step.title}</span>
      </summary>
      <p className="quiet">{words.whyNote}</p>
      <ol>
        {step.arithmetic.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </details>
  );
}

/** Days after which a count says nothing to anybody: the date stands below. */
const longAgo = 14;

function daysWords(step: StepView, words: Words['steps']): string | null {
  if (step.daysLeft === null || (step.state !== 'due' && step.state !== 'late')) return null;
  return step.state === 'late' && step.daysLeft < -longAgo ? null : words.due.days(step.daysLeft);
}
