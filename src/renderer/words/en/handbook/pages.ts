import type { HandbookPage } from './shape.ts';

/** A short handbook: what each room is for, what it will not do, and how a thing is done. */
export const handbookPages = {
  begin: {
    title: 'When a complaint comes in',
    about: 'The first evening, a new case, and what it asks before anything else.',
    sections: [
      {
        heading: 'Before there is a case',
        text: [
          '“What to do tonight” on the start screen asks seven questions and lays one page: whom to call, what to do tonight, what can wait, and what never to do. Nothing of it is kept; print it.',
        ],
      },
      {
        heading: 'A new case',
        text: [
          'A case is one file on this computer. It holds everything: what was handed in, every decision, every document. With a passphrase it is encrypted; whoever loses passphrase and recovery sheet has lost the case, so print the sheet and keep it apart from the computer.',
        ],
        steps: [
          'Choose New case, say what it is called and where the file goes.',
          'Choose the district: its policies, agreements and calendars then count, with the dates on which each was in force.',
          'Answer the first questions. A yes shows at once what has to happen tonight, and other rooms obey it: where police or child protection ask the district to wait, sanctions wait.',
          'Record the complaint in the complainant’s own words, and name whom it is about.',
        ],
      },
    ],
  },
  evidence: {
    title: 'Bringing in evidence',
    about: 'Anything you are handed: pictures, mail, chats, exports, pages, PDFs, archives.',
    picture: { name: 'evidence', words: 'The table of items, and a conversation beside it' },
    sections: [
      {
        heading: 'The receipt sheet comes first',
        text: [
          'It says who handed it over, when, how they came by it, and whether it is complete. The law decides by the how: what was got by asking for a password or by requiring a friend request is set apart for counsel, and neither search nor suggestions see it.',
        ],
        steps: [
          'Open Evidence and fill in the receipt sheet.',
          'Drop files or a whole folder on the window.',
          'Read the outcomes: every file gets exactly one. Imported, with warnings, rejected with the reason, or a duplicate of something.',
        ],
      },
      {
        heading: 'What could not be read',
        text: [
          'Recordings, damaged pictures and unknown files are kept and listed as not read. Silence about them is not clearance: screens and documents repeat the list until somebody has looked and written down what is there.',
        ],
      },
      {
        heading: 'Dates with two readings',
        text: [
          'Where 03/04/2026 could be March or April, both readings are shown with what speaks for each. Settle it once for the source; the old reading stays on record.',
        ],
      },
      {
        heading: 'A picture that must not be kept',
        text: [
          'A picture of an unclothed minor is neither copied nor forwarded: the police are called. If one is in the case already, lock it at once under its card; it is then out of sight everywhere, and is removed only on a recorded written instruction.',
        ],
      },
    ],
  },
  reading: {
    title: 'Reading and marking',
    about: 'An item as it was sent, its context, and the passage that matters.',
    sections: [
      {
        heading: 'The viewer',
        text: [
          'A chat is shown as a conversation, a mail as a mail with its pictures blocked, a PDF as pages, a saved page without scripts or network. The words that a machine read in a picture can be corrected; its reading stays beside the correction.',
        ],
      },
      {
        heading: 'Marking a passage',
        text: [
          'Mark words, or a place in a picture, and say which clause and element it bears on, and whether it speaks for a breach or against one. Without a mouse, choose sentences or lines from a list.',
        ],
      },
      {
        heading: 'What a crop left out',
        text: [
          'A cut-out is laid beside any fuller capture of the same conversation. Where there is none, the case says that the context was not obtained, until somebody was asked for it.',
        ],
      },
    ],
  },
  grid: {
    title: 'Suggestions and the clause grid',
    about: 'What the program points to, and what it never decides.',
    picture: { name: 'clause-grid', words: 'Clauses by elements, with passages for and against' },
    sections: [
      {
        heading: 'What a suggestion is',
        text: [
          'A suggestion says that a fair investigator would want to look at an item under a clause: with the very words, the reason in a sentence, what speaks against it, the exceptions that may apply, and what is not known. It is never evidence and never a finding, and it carries no score.',
          'You decide: relevant and to be examined, or not relevant, with the reason. One set aside does not come back by itself.',
        ],
      },
      {
        heading: 'Inside the complaint',
        text: [
          'Suggestions are shown for the open allegations and the policies that were in force. The rest is counted as “outside the complaint” and opened only with a reason that documents print. Two screens always run over everything: protected speech, and what may have to be reported.',
        ],
      },
      {
        heading: 'What it can miss',
        text: [
          'It misses irony, private meanings and what no item says. A sample of what was not suggested can be read to estimate how much. Read the thread yourself before you find anything.',
        ],
      },
    ],
  },
  people: {
    title: 'People and what they say',
    about: 'Who is who, interviews, statements, and accounts that differ.',
    sections: [
      {
        heading: 'People',
        text: [
          'Position, unit, working hours, accounts and whose they are decide whether a clause binds somebody and whether a post fell into working time. Students get a pseudonym from the start; the key stays in the case.',
        ],
      },
      {
        heading: 'Interviews',
        text: [
          'Plan the questions from what is open. During the interview a key writes the time; what you type is kept as you go. An interview is voluntary, or compelled by an order to answer; a compelled statement lies in a compartment of its own, and its words reach no document for police or prosecutors.',
          'Once signed, the record is locked. What was wrong in it gets an erratum beside it.',
        ],
      },
      {
        heading: 'Accounts that differ',
        text: [
          'Two accounts of the same fact stand side by side: plausibility, corroboration, consistency, motive, opportunity, and demeanour last. Each factor takes a reason. Nothing is added up.',
        ],
      },
    ],
  },
  findings: {
    title: 'Allegations and findings',
    about: 'What exactly is alleged, and what a person found.',
    picture: { name: 'findings', words: 'Both sides of an allegation' },
    sections: [
      {
        heading: 'An allegation',
        text: [
          'One employee, one clause: who, what, when, where, to whom, with the passages. A clause that says “should” advises; a breach of it alone needs a note on why it binds.',
        ],
      },
      {
        heading: 'Two questions, not one',
        text: [
          'Was the fact proved? And was it a breach? Something may have happened and have been no breach, or have been protected. “Not sustained” takes no more effort than “sustained”.',
        ],
      },
      {
        heading: 'What a breach waits for',
        text: [
          'A fact proved and a breach cannot be recorded before the employee’s response is in or its time has lapsed, the passages against are answered, exceptions are examined, the question of protected speech is settled, and the employee’s best case was read and signed. What is missing is named, with the way to it.',
        ],
      },
    ],
  },
  steps: {
    title: 'Steps and deadlines',
    about: 'What the agreement and the law ask next, by when, and what it blocks.',
    picture: { name: 'steps', words: 'What comes next, and why this date' },
    sections: [
      {
        heading: 'The arithmetic in sight',
        text: [
          'Each deadline opens its counting: from which event, in which days of the agreement, over which closures. A snow day added later moves open deadlines and says so.',
          'Until Human Resources has confirmed an article against the signed contract, its dates read “if the article says so”.',
        ],
      },
      {
        heading: 'Gates',
        text: [
          'A gate holds back issuing and serving, never the recording of what happened. Passing one takes a reason and a name, and every later document prints both.',
        ],
      },
    ],
  },
  documents: {
    title: 'Documents',
    about: 'Letters, records and the referral, for somebody.',
    picture: { name: 'documents', words: 'A referral as it will print' },
    sections: [
      {
        heading: 'Draft, check, issue',
        text: [
          'Words that take judgement can be written beside the pages. The list of readiness says what is missing or weak; each point leads to its place, and what stays open is printed as open.',
          'Issuing is for good: the document gets its number and its hash. A mistake takes a successor that says what changed.',
        ],
      },
      {
        heading: 'For whom',
        text: [
          'Choose whom a document is for. What that reader may not have, names of students, addresses, faces, is taken out of words, pictures and the file’s own data, each with its reason; the file is then opened again and searched, and refused if something is left.',
        ],
      },
      {
        heading: 'Facts apart from advice',
        text: [
          'The referral states facts and findings. The recommendation is a memo of its own and waits for the employee’s response. The just-cause worksheet stays with counsel.',
        ],
      },
    ],
  },
  record: {
    title: 'The evidence record',
    about: 'Every change, chained and signed, and how a stranger checks it.',
    picture: { name: 'record', words: 'Every change, chained and signed' },
    sections: [
      {
        heading: 'The fingerprint',
        text: [
          'Each line of the record holds the hash of the line before it. The fingerprint at its end is printed on documents: give it to the union with the first notice, and whatever is changed later can be found. It shows that nothing was changed since, not that a post is genuine.',
        ],
      },
      {
        heading: 'Copies for others',
        text: [
          'A copy is made for somebody and holds what that reader may have. It is a folder that anybody checks without Evenhand, by one page that opens in a browser. It is not encrypted: hand it over like the file itself.',
        ],
      },
      {
        heading: 'Taking back',
        text: [
          'Most changes can be reversed and done again; both stand in the record. What was received, signed, served or issued cannot be reversed, only retracted or followed by something newer.',
        ],
      },
    ],
  },
  protecting: {
    title: 'Protecting a case',
    about: 'Passphrase, recovery sheet, lock, backups, a damaged file.',
    sections: [
      {
        heading: 'Passphrase and recovery sheet',
        text: [
          'The passphrase can be changed under Evidence record; the file is written anew, and copies made before still open with the old one. Print a new recovery sheet afterwards.',
        ],
      },
      {
        heading: 'Leaving the desk',
        text: ['Lock the case before you leave. The window then shows nothing of it, and comes back to the same room.'],
      },
      {
        heading: 'Backups',
        text: [
          'A backup is made when a changed case is closed, beside it or on a stick, and looked through. Opening one lays a copy of it as a case; the backup itself stays.',
        ],
      },
      {
        heading: 'A damaged file',
        text: [
          'Open the latest backup. Without one, what can still be read is saved into a folder, with a list of what is gone.',
        ],
      },
    ],
  },
} as const satisfies Record<string, HandbookPage>;
