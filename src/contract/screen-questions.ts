import { z } from 'zod';
import { Id, Reason } from './case.ts';

export const QuestionedScreen = z.enum(['protected-speech', 'off-duty', 'personal-account']);
export type QuestionedScreen = z.infer<typeof QuestionedScreen>;

interface ScreenQuestion {
  readonly screen: QuestionedScreen;
  readonly id: string;
  readonly question: string;
  /** What to look for, and why it is asked. */
  readonly about: string;
  /** Where the question comes from; to be confirmed by counsel, as every rule here. */
  readonly source: string;
}

/**
 * What has to be asked before words that may be protected, conduct off duty, or evidence from a personal account carry a
 * breach. Nothing is decided by the answers; they are on record, and a finding without them is refused.
 */
export const screenQuestions: readonly ScreenQuestion[] = [
  {
    screen: 'protected-speech',
    id: 'as-citizen',
    question: 'Did the employee speak as a citizen, and not as part of the job?',
    about:
      'Speech that belongs to the job is another matter under federal law. Under the state constitution a duty-related report of dishonesty, serious wrongdoing or danger stays protected.',
    source: 'Garcetti v. Ceballos (2006); Trusz v. UBS, 319 Conn. 175 (2015)',
  },
  {
    screen: 'protected-speech',
    id: 'public-concern',
    question: 'Do the words touch a matter of public concern, by their content, form and context?',
    about: 'Politics, school policy, safety, budgets, elections: look at the whole thread, not at one sentence.',
    source: 'Connick v. Myers (1983)',
  },
  {
    screen: 'protected-speech',
    id: 'interference',
    question: 'Do the words substantially or materially interfere with the work or with working relations?',
    about:
      'Say what disruption is shown or reasonably expected, and by whom: parents, students, co-workers and outsiders counted apart. Calls from outside alone decided little.',
    source:
      'Pickering v. Board of Education (1968); Conn. Gen. Stat. 31-51q; Melzer v. Board of Education, 336 F.3d 185 (2d Cir. 2003)',
  },
  {
    screen: 'protected-speech',
    id: 'concerted',
    question: 'Do they speak of pay, hours or working conditions, of the union, or with or for co-workers?',
    about:
      'A test of its own: words that fail the others may pass here. The National Labor Relations Act itself does not cover boards of education.',
    source: 'Conn. Gen. Stat. 10-153e(b) for certified, 7-468(a) and 7-470(a) for other employees (MERA)',
  },
  {
    screen: 'protected-speech',
    id: 'same-anyway',
    question: 'Would it come to the same without these words?',
    about: 'Name what else carries the allegation. Where nothing else does, the words alone are what is punished.',
    source: 'Pickering v. Board of Education (1968) and the cases after it',
  },
  {
    screen: 'off-duty',
    id: 'off-duty',
    question: 'Did it happen outside working time, and not for the school?',
    about: 'Lunch, preparation, half-days, closures and leave count as the schedule says.',
    source: 'Nexus test of labour arbitrators',
  },
  {
    screen: 'off-duty',
    id: 'nexus-harm',
    question: 'Did it harm the school’s work, shown by evidence and with a public link to the school?',
    about: 'What somebody fears is not yet shown.',
    source: 'Nexus test of labour arbitrators',
  },
  {
    screen: 'off-duty',
    id: 'nexus-fitness',
    question: 'Does it make the employee unable to do the job?',
    about: 'Contact with students that the policy governs belongs here.',
    source: 'Nexus test of labour arbitrators',
  },
  {
    screen: 'off-duty',
    id: 'nexus-refusal',
    question: 'Do students, parents or co-workers refuse contact, with good reason?',
    about: 'Say who refused what, and when.',
    source: 'Nexus test of labour arbitrators; Vista Nuevas Head Start, 129 LA 1519 (2011)',
  },
  {
    screen: 'personal-account',
    id: 'lawful-access',
    question: 'Did counsel say that what was obtained in this way may be used?',
    about:
      'An employer may not demand a password, look over the employee’s shoulder, or ask to be let in. What rests on that alone cannot carry a finding.',
    source: 'Conn. Gen. Stat. 31-40x; Stored Communications Act, 18 U.S.C. 2701',
  },
];

export const QuestionAnswer = z.enum(['yes', 'no', 'not-known', 'not-applicable']);
export type QuestionAnswer = z.infer<typeof QuestionAnswer>;

export const AnswerQuestion = z.strictObject({
  allegationId: Id,
  question: z.string(),
  answer: QuestionAnswer,
  /** On what the answer rests. */
  words: Reason,
});

export const QuestionView = z.strictObject({
  screen: QuestionedScreen,
  id: z.string(),
  question: z.string(),
  about: z.string(),
  source: z.string(),
  answer: QuestionAnswer.nullable(),
  words: z.string().nullable(),
  by: z.string().nullable(),
  /** True where a finding of breach waits for the answer. */
  needed: z.boolean(),
});
export type QuestionView = z.infer<typeof QuestionView>;
