import type { WorksheetQuestion } from '../../contract/just-cause.ts';

export type Asked = Pick<WorksheetQuestion, 'id' | 'part' | 'title' | 'question' | 'wants' | 'answers'>;

/** A "no" is an argument that the other side will make, not a score: nothing is added up. */
const TEST_ANSWERS = ['Yes', 'In part', 'No', 'Not known yet'];
const FACTOR_ANSWERS = ['Aggravating', 'Mitigating', 'Neutral', 'Not considered'];

/** Enterprise Wire Co., 46 LA 359 (Daugherty, 1966), as questions. Arbitrators do not all use them as a fixed list. */
const TESTS: readonly (readonly [id: string, title: string, question: string, wants: string])[] = [
  [
    'test-notice',
    'Notice',
    'Did the employee know, or have reason to know, the rule and that discipline could follow?',
    'The policy in force on the day of the conduct, the yearly acknowledgment, training, earlier warnings, the date of hire',
  ],
  [
    'test-rule',
    'Reasonable rule',
    'Is the rule reasonably related to safe and orderly operation, and to what may be expected of the employee?',
    'The exact clause, its purpose, what was bargained about it',
  ],
  [
    'test-investigation',
    'Investigation',
    'Did the employer investigate before it decided?',
    'A dated log in which the decision comes after the interview',
  ],
  [
    'test-fair',
    'Fair investigation',
    'Was the inquiry objective, by somebody without a stake in it, and were both sides heard?',
    'The check for conflicts, the witnesses that the employee named, what was made of the response',
  ],
  [
    'test-proof',
    'Proof',
    'Is there substantial evidence?',
    'Authenticated exhibits, an admission, a second source; some arbitrators ask for more than a preponderance where a charge stigmatises',
  ],
  [
    'test-equal',
    'Equal treatment',
    'Were the rule and the penalty applied evenly?',
    'Similar cases of the last three to five years, under the same rule and the same decision-maker',
  ],
  [
    'test-penalty',
    'Penalty',
    'Is the penalty in proportion to what was done and to the record?',
    'The place on the ladder, what may still be relied on, the lesser penalties that were considered',
  ],
];

/** After Douglas v. Veterans Administration, 5 MSPR 280 (1981), federal, here a list of things to consider. */
const FACTORS: readonly (readonly [id: string, title: string, question: string])[] = [
  ['factor-seriousness', 'Seriousness', 'How serious was it, was it intended, was it repeated?'],
  [
    'factor-position',
    'Position',
    'What is the employee’s post, and how much contact with students and the public does it bring?',
  ],
  ['factor-record', 'Work record', 'How long and how well has the employee served?'],
  [
    'factor-trust',
    'Ability to do the work',
    'What did it do to the employee’s ability to do the work and to the supervisors’ confidence?',
  ],
  ['factor-notoriety', 'Notoriety', 'How far did it become known, and what did that do to the district?'],
  ['factor-clarity', 'Clear notice', 'How clearly had the employee been told that this is not allowed?'],
  [
    'factor-rehabilitation',
    'Prospects',
    'Did the employee take it down, apologise, show that it will not happen again?',
  ],
  [
    'factor-circumstances',
    'Circumstances',
    'Was there provocation, illness, strain, or another circumstance that explains it?',
  ],
  ['factor-lesser', 'Lesser penalty', 'Would a lesser penalty be enough?'],
  [
    'factor-audience',
    'Audience',
    'Who could see it: students, friends only, everybody? Could a student be recognised?',
  ],
  ['factor-told', 'Asked to stop', 'Had the employee been asked to stop, and what happened then?'],
];

/** Off-duty conduct is the employer’s business only with a link to the work. */
const NEXUS: readonly (readonly [id: string, title: string, question: string])[] = [
  [
    'nexus-harm',
    'Harm to the schools',
    'Is harm to the district’s operation or name shown by evidence, with a public link to the district?',
  ],
  ['nexus-ability', 'Ability to do the job', 'Does the conduct make the employee unable to do the job?'],
  ['nexus-others', 'Others refuse', 'Do colleagues, students or parents reasonably refuse to deal with the employee?'],
  [
    'nexus-loyalty',
    'Direct attack',
    'Is it a direct attack on the employer that amounts to disloyalty, and not protected speech?',
  ],
];

const ONCE: readonly (readonly [id: string, title: string, question: string])[] = [
  [
    'once',
    'Not punished twice',
    'Was nothing done about this conduct before that was a penalty already: a warning by e-mail, a lost stipend, a transfer?',
  ],
  ['stale', 'Not stale', 'Did the district act within a reasonable time after it knew?'],
];

/** The worksheet, in its order. */
export const QUESTIONS: readonly Asked[] = [
  ...TESTS.map(([id, title, question, wants]) => ({
    id,
    part: 'tests' as const,
    title,
    question,
    wants,
    answers: TEST_ANSWERS,
  })),
  ...FACTORS.map(([id, title, question]) => ({
    id,
    part: 'proportion' as const,
    title,
    question,
    wants: null,
    answers: FACTOR_ANSWERS,
  })),
  ...NEXUS.map(([id, title, question]) => ({
    id,
    part: 'nexus' as const,
    title,
    question,
    wants: null,
    answers: [...TEST_ANSWERS, 'On duty: does not arise'],
  })),
  ...ONCE.map(([id, title, question]) => ({
    id,
    part: 'once' as const,
    title,
    question,
    wants: null,
    answers: TEST_ANSWERS,
  })),
];
