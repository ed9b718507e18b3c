import type { CaseState } from '../../../contract/case.ts';
import { type FirstAnswerRecord, FirstQuestion } from '../../../contract/complaint.ts';
import type { DocumentRow } from '../../../contract/document.ts';
import type { AllegationView } from '../../../contract/finding.ts';
import type { ScreenFlag } from '../../../contract/mapping.ts';
import type { Person } from '../../../contract/person.ts';
import type { GateView, StepView } from '../../../contract/step-view.ts';
import type { ScreenName } from '../../frame/screen-names.ts';
import { localWords } from '../../parts/moment-words.ts';
import type { Words } from '../../words/index.ts';

/** Everything the overview knows; the next actions are a pure function of it. */
export interface CaseAtAGlance {
  readonly state: CaseState;
  readonly answers: readonly FirstAnswerRecord[];
  readonly complaints: number;
  readonly people: readonly Person[];
  readonly allegations: readonly AllegationView[];
  readonly steps: readonly StepView[];
  readonly gates: readonly GateView[];
  readonly documents: readonly DocumentRow[];
  readonly flags: readonly ScreenFlag[];
}

export interface NextAction {
  readonly id: string;
  readonly urgent: boolean;
  readonly title: string;
  readonly about: string;
  readonly button: string;
  readonly to: { readonly screen: ScreenName; readonly params?: Readonly<Record<string, string>> };
}

/** What a person should do next, the most pressing first: safety, then the clocks, then the order of the work. */
export function nextActions(glance: CaseAtAGlance, words: Words): readonly NextAction[] {
  return [...safety(glance, words), ...clocks(glance, words), ...work(glance, words)];
}

/** The last answers to first questions that are not a plain no. */
export function holdsOf(answers: readonly FirstAnswerRecord[]): readonly FirstAnswerRecord[] {
  return FirstQuestion.options.flatMap((question) => {
    const last = answers.findLast((one) => one.question === question);
    return last === undefined || last.answer === 'no' ? [] : [last];
  });
}

/** The step that asks whether anything has to be reported; once it is answered, its own clocks are steps. */
const reportStep = 'mandated-report-screen';

function safety({ answers, flags, steps, allegations }: CaseAtAGlance, words: Words): readonly NextAction[] {
  const { actions } = words.overview;
  const unanswered = FirstQuestion.options.filter((question) => !answers.some((one) => one.question === question));
  const holds = holdsOf(answers);
  const reported = steps.some((step) => step.step === reportStep && step.state === 'done');
  const reports = new Set(flags.filter((flag) => flag.screen === 'mandated-report').map((flag) => flag.itemId));
  return [
    ...when(holds.length > 0 && allegations.length === 0, {
      id: 'holds',
      urgent: true,
      ...actions.holds(holds.length),
      to: { screen: 'questions' },
    }),
    ...when(reports.size > 0 && !reported, {
      id: 'report',
      urgent: true,
      ...actions.report(reports.size),
      to: { screen: 'evidence', params: { only: 'flagged' } },
    }),
    ...when(unanswered.length > 0, {
      id: 'questions',
      urgent: false,
      ...actions.questions(unanswered.length),
      to: { screen: 'questions' },
    }),
  ];
}

function clocks({ steps, complaints, people }: CaseAtAGlance, words: Words): readonly NextAction[] {
  const { actions } = words.overview;
  const nobody = people.every((person) => person.caseRole !== 'respondent');
  const late = steps.filter((step) => step.state === 'late');
  return [
    // The complaint names whom it is about, so that the employee comes first.
    ...when(nobody, {
      id: 'respondent',
      urgent: false,
      ...actions.respondent,
      to: { screen: 'questions', params: { part: 'respondents' } },
    }),
    ...when(complaints === 0, {
      id: 'complaint',
      urgent: false,
      ...actions.complaint,
      to: { screen: 'questions', params: { part: 'complaint' } },
    }),
    ...late.map((step) => ({
      id: `late ${step.respondentId} ${step.step}`,
      urgent: true,
      ...actions.late(step.title),
      to: { screen: 'steps' as const, params: { step: step.step, respondent: step.respondentId } },
    })),
  ];
}

function work(glance: CaseAtAGlance, words: Words): readonly NextAction[] {
  const { actions } = words.overview;
  const { counts } = glance.state;
  const respondents = glance.people.filter((person) => person.caseRole === 'respondent');
  const standing = glance.allegations.filter(({ allegation }) => !allegation.withdrawn);
  const open = standing.filter((view) => view.finding === null || view.finding.withdrawn);
  const spoken = new Set(glance.flags.filter((flag) => flag.screen === 'protected-speech').map((flag) => flag.itemId));
  const [due] = glance.steps.filter((step) => step.state === 'due' && step.due !== null).sort(soonest);
  const screened = standing.length > 0 && standing.every((view) => view.screen.answer !== 'not-asked');
  const quiet = false;
  return [
    ...when(counts.evidence === 0, {
      id: 'evidence',
      urgent: quiet,
      ...actions.evidence,
      to: { screen: 'evidence', params: { add: 'files' } },
    }),
    ...when(due !== undefined && (due.daysLeft ?? 99) <= 2, dueAction(due, words)),
    ...when(counts.suggestionsOpen > 0, {
      id: 'suggestions',
      urgent: quiet,
      ...actions.suggestions(counts.suggestionsOpen),
      to: { screen: 'evidence', params: { only: 'suggested' } },
    }),
    ...when(spoken.size > 0 && !screened, {
      id: 'protected',
      urgent: quiet,
      ...actions.protectedSpeech(spoken.size),
      to: { screen: 'evidence', params: { only: 'flagged' } },
    }),
    ...when(counts.datesOpen > 0, {
      id: 'dates',
      urgent: quiet,
      ...actions.dates(counts.datesOpen),
      to: { screen: 'evidence', params: { files: 'dates' } },
    }),
    ...when(counts.notRead > counts.described, {
      id: 'not-read',
      urgent: quiet,
      ...actions.notRead(counts.notRead - counts.described),
      to: { screen: 'evidence', params: { files: 'not-read' } },
    }),
    ...when(counts.withoutReceipt > 0, {
      id: 'receipts',
      urgent: quiet,
      ...actions.receipts(counts.withoutReceipt),
      to: { screen: 'evidence', params: { files: 'no-receipt' } },
    }),
    ...when(respondents.length > 0 && counts.items > 0 && standing.length === 0, {
      id: 'allegation',
      urgent: quiet,
      ...actions.allegation,
      to: { screen: 'findings' },
    }),
    ...open.map((view) => ({
      id: `finding ${view.allegation.id}`,
      urgent: quiet,
      ...actions.finding(view.allegation.number, view.missing.length),
      to: { screen: 'findings' as const, params: { allegation: view.allegation.id } },
    })),
    ...when(due !== undefined && (due.daysLeft ?? 99) > 2, dueAction(due, words)),
    ...respondents.flatMap((person) => last(person, glance, words)),
  ];
}

/** What is left for one employee once each allegation has its finding: the gate, the referral, the steps without a date. */
function last(person: Person, glance: CaseAtAGlance, words: Words): readonly NextAction[] {
  const { actions } = words.overview;
  const own = glance.allegations.filter(
    ({ allegation }) => !allegation.withdrawn && allegation.respondentId === person.id,
  );
  const found = own.length > 0 && own.every(({ finding }) => finding !== null && !finding.withdrawn);
  const issued = glance.documents.some((row) => row.kind === 'disciplinary-referral' && row.respondent === person.name);
  const gate = glance.gates.find((one) => one.respondentId === person.id && one.gate === referralGate);
  const closed = gate !== undefined && !gate.open && gate.overridden === null;
  const undated = glance.steps.find(
    (step) => step.respondentId === person.id && step.state === 'due' && step.due === null,
  );
  return [
    ...when(found && !issued && closed, {
      id: `gate ${person.id}`,
      urgent: false,
      ...actions.gate(gate?.title ?? '', person.name, gate?.missing ?? []),
      to: { screen: 'steps', params: { respondent: person.id } },
    }),
    ...when(found && !issued && !closed, {
      id: `document ${person.id}`,
      urgent: false,
      ...actions.document(person.name),
      to: { screen: 'documents', params: { kind: 'disciplinary-referral', person: person.id } },
    }),
    ...when(undated !== undefined, {
      id: `step ${person.id} ${undated?.step}`,
      urgent: false,
      ...actions.undated(undated?.title ?? '', person.name, undated?.article ?? ''),
      to: { screen: 'steps', params: { step: undated?.step ?? '', respondent: person.id } },
    }),
  ];
}

/** The gate before the referral, the same in every agreement. */
const referralGate = 'document:disciplinary-referral';

function dueAction(step: StepView | undefined, words: Words): NextAction {
  return {
    id: `due ${step?.respondentId} ${step?.step}`,
    urgent: false,
    ...words.overview.actions.due(step?.title ?? '', step === undefined ? '' : dueWords(step, words)),
    to: { screen: 'steps', params: { step: step?.step ?? '', respondent: step?.respondentId ?? '' } },
  };
}

function dueWords(step: StepView, words: Words): string {
  return step.due === null ? words.parts.moment.unknown : localWords(step.due, words.parts.moment);
}

function soonest(a: StepView, b: StepView): number {
  return (a.due ?? '').localeCompare(b.due ?? '');
}

function when(holds: boolean, action: NextAction): readonly NextAction[] {
  return holds ? [action] : [];
}
