import { many } from './parts.ts';

/** Steps under the agreement and the law, per employee; gates; the record of what happened. */
export const steps = {
  title: 'Steps',
  loading: 'Working out the steps',
  empty: {
    title: 'No steps are watched yet',
    body: 'Steps belong to an employee: once a respondent is entered with a unit, the steps of that unit’s agreement and of the law appear here, each with its date and the reason for it.',
    action: 'Name the employee under People',
  },
  asOf: (when: string) => `As of ${when}`,
  railOf: (name: string) => `Steps for ${name}`,
  counts: (done: number, open: number) => `${many(done, 'step', 'steps')} done, ${open} open`,
  noSteps:
    'No steps are known for this employee: the case has no district settings, or neither the unit’s agreement nor the law asks for anything yet.',

  states: {
    done: 'Done',
    due: 'Due',
    late: 'Not recorded in time',
    blocked: 'Blocked',
    waived: 'Waived',
    overridden: 'Overridden',
    'not-applicable': 'Does not apply',
  },
  groups: {
    now: 'Now',
    next: 'Next',
    blocked: 'Blocked',
    done: 'Done',
    away: (count: number) => `${many(count, 'step does', 'steps do')} not apply`,
  },
  due: {
    on: (when: string) => `due ${when}`,
    was: (when: string) => `was due ${when}`,
    days: (left: number) => {
      if (left === 0) return 'today';
      if (left === 1) return 'tomorrow';
      return left > 0 ? `in ${left} days` : `${many(-left, 'day', 'days')} ago`;
    },
  },
  /** Beside a step whose day has passed: nobody knows yet whether it was done. */
  lateAbout:
    'Nothing is recorded for it. If it was done, record it with the day on which it was done; if not, do it now.',
  why: 'Why this date?',
  whyNote: 'Counted day by day:',
  blockedBy: 'Blocked by',
  proof: 'Proof',
  toConfirm: 'To be confirmed',
  record: (title: string) => `Record what happened: ${title}`,
  recordShort: 'Record what happened',
  write: (title: string) => `Write the document: ${title}`,
  writeShort: 'Write the document',

  gates: {
    title: 'Gates',
    about: 'A gate holds up issuing and serving. It never keeps anybody from recording what happened.',
    states: { open: 'Open', closed: 'Closed', overridden: 'Overridden' },
    overridden: (by: string, when: string) => `Overridden by ${by}, ${when}`,
    missing: 'Missing',
    override: 'Override with a reason',
    overrideOf: (gate: string) => `Override with a reason: ${gate}`,
    overrideTitle: (gate: string) => `Override the gate “${gate}”`,
    overrideWhy: 'Say why this gate is passed over. Every later document prints the reason and your name.',
    overrideButton: 'Override the gate',
  },

  event: {
    open: 'Record an event',
    title: 'Record what happened',
    about: 'Facts are taken in any order, also when they come out of turn. They are corrected, never erased.',
    kind: 'What happened',
    kindPlaceholder: 'Choose, or type a word such as “notice”',
    whom: 'Whom it concerns',
    everybody: 'The case as a whole',
    at: 'When it happened',
    atHelp: 'Not when it is written down.',
    details: 'Facts that belong to it',
    fields: {
      by: 'Done by',
      how: 'How',
      proof: 'Proof',
      for: 'Set for',
      step: 'Which step',
      due: 'New last day',
      mutual: 'Agreed by both sides',
      written: 'In writing',
      deprivation: 'Takes pay or the post',
    },
    placeholders: {
      by: 'Name and position',
      how: 'By hand, by registered mail',
      proof: 'Signed receipt, tracking number',
    },
    noStep: 'Choose the step',
    addDetail: 'Add another fact',
    detailName: 'Fact',
    detailValue: 'What it was',
    detailRow: (number: number) => `Fact ${number}`,
    removeDetail: (number: number) => `Take out fact ${number}`,
    note: 'Note',
    record: 'Record it',
    recording: 'Recording',
    cancel: 'Close the form',
    missing: { kind: 'Choose what happened.', at: 'Say when it happened.' },
    correctTitle: (title: string) => `Correct “${title}”`,
    correctAbout: 'The first version stays in the case, marked as corrected. Every date is worked out anew.',
    correctReason: 'Why it is corrected',
    correctNeed: 'Give the reason for the correction.',
    correct: 'Record the correction',
  },

  events: {
    title: 'What happened so far',
    none: 'Nothing is recorded yet. Complaints, receipts and responses count by themselves and need no entry here.',
    table: 'Recorded events',
    at: 'When',
    what: 'What',
    whom: 'Whom it concerns',
    facts: 'Facts',
    by: 'Recorded by',
    correct: (title: string, when: string) => `Correct “${title}” of ${when}`,
    correctShort: 'Correct',
    corrected: 'Corrected',
    withdrawn: 'Reversed',
    wholeCase: 'The case',
  },
};
