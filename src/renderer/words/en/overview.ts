import { count, many } from './parts.ts';

/** Words of the Overview: where the case stands, per employee, and what needs a person next. */
export const overview = {
  title: 'Overview',
  reading: 'where the case stands',
  next: 'Next',
  also: 'Also waiting for a person',
  allDone: 'Nothing waits for a person',
  allDoneAbout: 'Every question that this case asks today has an answer. New evidence or a new day may bring more.',
  notices: 'Noticed on opening',
  /** While the copy of a sample incident is being made ready. */
  carrying: {
    title: 'The sample incident is being made ready',
    about:
      'It is carried through as an investigator would do it: first questions, people, complaint, evidence, steps, findings. Every change is an ordinary line in the activity log. Look around meanwhile.',
    at: (done: number, all: number, what: string | null) =>
      `${done} of ${all} parts done${what === null || what === '' ? '' : `, now: ${what.toLowerCase()}`}`,
    ready: 'The sample incident is ready. What comes next is named under Overview.',
  },
  actions: {
    questions: (n: number) => ({
      title: `Answer ${many(n, 'first question', 'first questions')}`,
      about:
        'Before any evidence is read: is a child at risk, must police or another office lead, may you be the one to investigate?',
      button: 'Answer the first questions',
    }),
    holds: (n: number) => ({
      title: `${many(n, 'first question was', 'first questions were')} answered with yes or not known`,
      about: 'Each of them may call for a hand-off before the investigation goes on. The card says to whom.',
      button: 'See what to do',
    }),
    complaint: {
      title: 'Record the complaint',
      about: 'Who complained, when, and in whose words. It starts the clocks.',
      button: 'Record the complaint',
    },
    report: (n: number) => ({
      title: `${many(n, 'item', 'items')} may call for a report to the authorities`,
      about: 'The time for such a report can run from when somebody at the school first knew. Read them now.',
      button: 'Read them',
    }),
    late: (step: string) => ({
      title: step,
      about:
        'If it was done in time, record it with the day on which it was done. If not, do it now and record it; the documents will say how late.',
      button: 'Go to the step',
    }),
    evidence: {
      title: 'Add the evidence',
      about: 'Screenshots, mails, chat exports, prints: drop them on the Evidence room or choose them.',
      button: 'Add evidence',
    },
    respondent: {
      title: 'Name the employee',
      about: 'Name, occupation and unit decide which clauses bind and which agreement counts.',
      button: 'Name the employee',
    },
    receipts: (n: number) => ({
      title: `Say where ${many(n, 'file', 'files')} came from`,
      about: 'A file without a receipt can be read, but nobody can say what it is worth.',
      button: 'Show the files',
    }),
    dates: (n: number) => ({
      title: `Settle the dates of ${many(n, 'file', 'files')}`,
      about:
        'They can be read in more than one way. What speaks for each reading stands beside it; you settle it once per file.',
      button: 'Show the dates',
    }),
    notRead: (n: number) => ({
      title: `Look at ${many(n, 'file', 'files')} that could not be read`,
      about: 'No machine read them. Until a person has looked, their silence says nothing for or against anybody.',
      button: 'Show the files',
    }),
    suggestions: (n: number) => ({
      title: `Look at ${many(n, 'suggestion', 'suggestions')}`,
      about: 'Each says why an item may matter under a clause. You say: relevant, to be examined, or not.',
      button: 'Look at them',
    }),
    protectedSpeech: (n: number) => ({
      title: `${many(n, 'item', 'items')} may be protected speech`,
      about: 'Ask counsel before they are used.',
      button: 'Show them',
    }),
    allegation: {
      title: 'Write the first allegation',
      about: 'Which clause, and who did what, when, where. Links and findings hang on it.',
      button: 'Go to Findings',
    },
    finding: (number: number, missing: number) => ({
      title: `Examine allegation ${count(number)}`,
      about:
        missing === 0
          ? 'Everything asked for is recorded; the finding can be written.'
          : `It can be found not proved at any time. Before a breach can be found, ${many(missing, 'thing is', 'things are')} missing.`,
      button: 'Go to the allegation',
    }),
    due: (step: string, due: string) => ({
      title: step,
      about: `Due on ${due}.`,
      button: 'Go to the step',
    }),
    gate: (gate: string, person: string, missing: readonly string[]) => ({
      title: `The gate “${gate}” is closed for ${person}`,
      about: `${missing.join(' ')} Record it under Steps, or pass the gate over with a reason.`.trim(),
      button: 'Go to the gate',
    }),
    document: (person: string) => ({
      title: `Draft the referral about ${person}`,
      about:
        'Every allegation has its finding, sustained or not. The document says which, and a draft shows what is still open.',
      button: 'Go to Documents',
    }),
    /** A step that an agreement or fair practice asks for, without a day by which. */
    undated: (step: string, person: string, article: string) => ({
      title: `${person}: ${step}`,
      about: `${article}. No day is set for it.`,
      button: 'Go to the step',
    }),
  },
  respondent: {
    role: (position: string | null, unit: string | null) =>
      [position, unit === null ? null : `unit ${unit}`].filter((part) => part !== null).join(', '),
    allegations: 'Allegations',
    noAllegations: 'No allegation has been written.',
    writeAllegation: 'Write one under Findings',
    noFinding: 'No finding yet',
    missing: (n: number) => (n === 0 ? 'ready for a finding' : `${many(n, 'thing', 'things')} missing`),
    examined: (done: number, all: number) => `${count(done)} of ${many(all, 'element', 'elements')} examined`,
    next: 'Next step',
    noSteps: 'No step is due.',
    blocked: (by: string) => `Waits for: ${by}`,
    due: (day: string) => `due ${day}`,
    daysLeft: (n: number) =>
      n < 0 ? `${many(-n, 'day', 'days')} late` : n === 0 ? 'today' : `in ${many(n, 'day', 'days')}`,
    late: 'Not recorded in time',
    response: {
      received: 'Response received',
      lapsed: 'No response in time',
      declined: 'Declined to respond',
      none: 'Not heard yet',
    },
    fact: {
      proved: 'Proved',
      'not-proved': 'Not proved',
      disproved: 'Disproved',
      inconclusive: 'Inconclusive',
    } as Readonly<Record<string, string>>,
    policy: {
      breach: 'breach of policy',
      'no-breach': 'no breach',
      protected: 'protected',
      'not-bound': 'not bound by the clause',
      'policy-unclear': 'policy unclear',
      'not-reached': 'policy not reached',
    } as Readonly<Record<string, string>>,
    foundBy: (by: string, day: string) => `${by}, ${day}`,
  },
  holds: { title: 'What the first questions call for' },
  none: 'Nobody is named as respondent yet',
  noneAbout: 'Allegations, steps and documents will stand here for each employee who is named.',
  notRead: {
    title: 'Not read',
    about: 'Silence of these files is not clearance.',
    counts: (total: number, described: number) =>
      described === 0
        ? `${count(total)} not read by machine.`
        : `${count(total)} not read by machine, ${count(described)} of them described by a person.`,
    more: (n: number) => `and ${count(n)} more`,
    all: 'Show them all',
  },
  figures: {
    title: 'In this case',
    items: (n: number) => many(n, 'item', 'items'),
    files: (n: number) => many(n, 'file', 'files'),
    keptOut: (n: number) => `${many(n, 'file', 'files')} kept out of sight`,
    allegations: (n: number) => many(n, 'allegation', 'allegations'),
    documents: (n: number) => many(n, 'issued document', 'issued documents'),
    complaint: (day: string, channel: string) => `Complaint of ${day} (${channel})`,
  },
  channels: {
    letter: 'letter',
    email: 'mail',
    call: 'call',
    'walk-in': 'in person',
    form: 'form',
    other: 'other way',
  } as Readonly<Record<string, string>>,
};
