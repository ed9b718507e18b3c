import { Button } from '@mantine/core';
import type { Interview, InterviewPlan } from '../../../contract/interview.ts';
import type { Person } from '../../../contract/person.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { useUnsaved } from '../../engine/use-unsaved.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { timestampWords } from '../../parts/moment-words.ts';
import { SubmitRow } from '../../parts/submit-row.tsx';
import { useWords } from '../../words/use-words.ts';
import { beginningOf, blankLine, callOf, draftOf, InterviewDraft, newDraft } from './interview-draft.ts';
import { InterviewFrame } from './interview-frame.tsx';
import { InterviewLines } from './interview-lines.tsx';
import { InterviewRun } from './interview-run.tsx';
import '../../parts/forms.css';
import './accounts.css';

interface InterviewDeskProps {
  /** Null takes a new one. */
  readonly interview: Interview | null;
  /** The plan that a new one follows. */
  readonly plan?: InterviewPlan | null;
  readonly people: readonly Person[];
  readonly onDone: () => void;
}

/** An interview as it is taken, or written down afterwards: every word is on the disk while it is typed. */
export function InterviewDesk({ interview, plan = null, people, onDone }: InterviewDeskProps) {
  const all = useWords();
  const [words, own] = [all.procedure.interviews, all.accounts.desk];
  const write = useCommandCall('interview.write');
  const respondents = people.filter(({ caseRole }) => caseRole === 'respondent');
  const only = respondents.length === 1 ? (respondents[0]?.id ?? '') : '';
  const blank = interview === null ? newDraft(only, plan) : draftOf(interview);
  const place = `interview/${interview?.id ?? (plan === null ? 'new' : `plan/${plan.id}`)}`;
  const form = useUnsaved(place, InterviewDraft, blank);
  const { draft, change } = form;
  const lines = draft.lines.filter(({ question }) => question.trim() !== '');
  const missing = [
    ...(draft.respondentId === '' ? [words.missing.whom] : []),
    ...(beginningOf(draft) === null ? [words.missing.held] : []),
    ...(lines.length === 0 ? [words.missing.lines] : []),
  ];
  const submit = async () => {
    const call = callOf(draft, interview?.id ?? null);
    if (call === null || (await write.run(call)) === null) return;
    await form.forget();
    onDone();
  };
  if (!form.ready) return null;
  return (
    <section className="panel stack interview-desk" aria-label={words.write}>
      {form.found === null ? null : (
        <p className="row notice-line" role="status">
          <span>{own.found(timestampWords(form.found, all.parts.moment))}</span>
          <Button size="compact-xs" variant="default" onClick={() => void form.forget()}>
            {own.startOver}
          </Button>
        </p>
      )}
      <InterviewFrame draft={draft} change={change} people={people} />
      <InterviewRun draft={draft} change={change} />
      <InterviewLines draft={draft} change={change} />
      <div>
        <Button size="compact-sm" variant="default" onClick={() => change({ lines: [...draft.lines, blankLine] })}>
          {words.addLine}
        </Button>
      </div>
      {write.error === null ? null : <ErrorNotice error={write.error} />}
      <SubmitRow
        label={words.save}
        busyLabel={words.saving}
        busy={write.busy}
        missing={missing}
        onSubmit={() => void submit()}
      >
        <Button variant="subtle" onClick={onDone}>
          {words.close}
        </Button>
        <span className="small quiet" role="status">
          {form.kept ? own.kept : own.notKept}
        </span>
      </SubmitRow>
    </section>
  );
}
