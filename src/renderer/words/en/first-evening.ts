/** The card for the first evening: seven answers, no case, one page. Five questions are those of a new case. */
export const firstEvening = {
  way: 'What to do tonight',
  wayAbout:
    'No case yet? Seven questions, one page: whom to call, what can wait, and what not to do. Nothing is recorded.',
  title: 'The first evening',
  about:
    'Answer what you know. The page shows at once what has to happen tonight. Nothing of this is kept: print the page if you want it.',
  questions: 'Seven questions',
  page: 'What to do',
  open: (count: number) => (count === 1 ? 'One question is still open.' : `${count} questions are still open.`),
  /** Before the question itself, where somebody does not know yet. */
  findOut: (question: string) => `Find out: ${question}`,
  who: 'Whom to call first',
  tonight: 'Tonight',
  monday: 'Next working day',
  never: 'Never',
  sources: 'Where this comes from',
  print: 'Print the page',
  newCase: 'Make a case now',
  leave: 'Back',
  clear: 'Begin again',
  nothingUrgent: 'Nobody has to be called tonight, going by these answers.',

  list: {
    'may-disappear': {
      question: 'Could what was posted or sent be gone before the next working day?',
      why: 'Posts are taken down, accounts closed, telephones changed.',
      who: ['Whoever found it, so that they keep what they have'],
      tonight: [
        'Ask whoever found it to keep the message, the file and the telephone as they are.',
        'Save what anybody can see without logging in: the whole conversation, with the address, the day and the time in view.',
        'Write down who saved what, on which device and when, and what could not be saved.',
      ],
      monday: [
        'Send a record hold to whoever keeps the district’s mail, accounts and devices.',
        'Get the file itself from each person, not a picture of it.',
      ],
      never: [
        'Do not ask the employee to take it down before it was saved.',
        'Do not react to it, comment on it or write to its author from any account.',
      ],
      source: 'Conn. Gen. Stat. 31-40x (personal online accounts); 18 U.S.C. 2701 (stored communications)',
    },
    'talk-planned': {
      question: 'Will anybody speak or write to the employee about it before the next working day?',
      why: 'A talk that may lead to discipline is an interview, however short it is.',
      who: ['The Superintendent or the head of personnel, before anybody speaks to the employee'],
      tonight: [
        'Put the talk off, unless somebody’s safety needs it now; then speak of safety only.',
        'If the employee has to stay away meanwhile, let the Superintendent decide it and say it in writing; it decides nothing about what happened.',
      ],
      monday: [
        'Look up which agreement covers the employee and what it asks before an interview: notice, representation, days.',
        'Tell the union where the agreement says so.',
      ],
      never: [
        'Do not question the employee by surprise, and do not go on once they ask for a representative.',
        'Do not say what the outcome will be, and do not promise that nothing will come of it.',
      ],
      source:
        'NLRB v. J. Weingarten, 420 U.S. 251 (1975), as Connecticut’s labor board applies it; the employee’s own agreement',
    },
  },

  /** Whatever is answered. */
  always: {
    tonight: {
      note: 'Write down who told you, when and by which way, in their words as nearly as you can.',
      keep: 'Keep what you were handed exactly as it is: do not crop, rename or edit it.',
    },
    monday: {
      makeCase: 'Make a case here, record the complaint, and bring in what you were handed.',
      makeCaseInWords:
        'Make a case here and record the complaint in words only; bring nothing in until the police or counsel say that you may.',
      handOver: 'Whoever takes over makes the case; give them what you were handed and your note.',
      tellSuperintendent: 'Tell the Superintendent, if that was not done tonight.',
    },
    never: {
      alone: 'Do not interview anybody about it alone.',
      logIns: 'Do not ask anybody for a log-in, a password or a friend request.',
      forward: 'Do not forward pictures of students to anybody.',
    },
    source:
      'Conn. Gen. Stat. 31-40x; 20 U.S.C. 1232g (FERPA); the practice of fair investigation (Enterprise Wire, 46 LA 359)',
  },
  /** In place of saving it oneself, where nobody may copy it or where others are looking into it. */
  saveNothing: 'Save nothing yourself: tell the police what may disappear, where, and by when.',
};
