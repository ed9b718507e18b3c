import { prose } from '../../src/engine/referral/input/basics.ts';
import type { DisciplinaryReferralInput } from '../../src/engine/referral/input/disciplinary-referral.ts';
import { confidential, working } from './sample-allegations.ts';
import { at, cite, guideline, head, leadIn, policySource, sha256Of, twoWays } from './sample-basics.ts';
import { exhibits } from './sample-exhibits.ts';

export const sampleReferral: DisciplinaryReferralInput = {
  kind: 'disciplinary-referral',
  ...head,
  preparedBy: { name: 'Marguerite Oyelaran', role: 'Assistant principal, investigator' },
  preparedFor: { name: 'Dr. Anselm Whitcombe-Reyes', role: 'Superintendent of Schools' },
  confidentiality:
    'For the persons named above and for those who must act on it. Personal data of students were replaced by “Student A”; the key stays in the case file.',
  summary:
    'On March 11, 2026 a parent wrote to the principal of Alder Cove High School about two things: a post on a teacher’s personal page during third period, and a remark about a student’s family in a parents’ chat.\n\nThe investigator read six exhibits, interviewed the respondent with a representative present and two other persons, and examined two allegations under policy 4118.51/4218.51. The post was made by the respondent during scheduled teaching time. The remark in the chat was written by another person with the same first name.',
  complaint: {
    receivedAt: '2026-03-11T19:22:00',
    receivedBy: { name: 'Lucinda Farrow', role: 'Principal' },
    from: 'A parent of a student at the school (name withheld from this copy)',
    how: 'E-mail to the principal',
    words: {
      text: 'Dear Ms. Farrow,\nThis was posted at 10:42 in the morning by my daughter’s biology teacher (picture attached). Is nobody teaching? And Rowan wrote in the volunteers’ chat that the family of [Student A] can’t pay. A teacher should know better.\nI would like this looked into.',
      language: 'en',
    },
    citation: cite('A-1'),
    handling: [
      [
        'The principal passed it to human resources on the same evening. Evidence was received and hashed on March 12, before anybody was spoken to.',
      ],
      ['A record hold was sent to the registrar and to the technology office on March 12.'],
    ],
  },
  respondent: {
    name: 'Rowan Tidewell',
    role: 'Teacher of biology',
    school: 'Alder Cove High School',
    unit: 'Certified teachers',
    status: 'Tenured since September 2019',
    agreement: {
      title: 'Alder Cove Teachers’ Agreement',
      term: 'July 1, 2024 to June 30, 2027',
      confirmed: null,
      invented: true,
    },
    representative: 'Imogen Castellane, Alder Cove Education Association',
  },
  policies: [
    {
      id: '4118.51',
      title: 'Policy 4118.51/4218.51, Social Networking',
      adopted: 'January 2011; revised October 2018',
      sourceSha256: sha256Of(policySource),
      inForce: 'Yes: the revision of October 2018 was in force on March 10, 2026.',
      receivedByEmployee: 'Acknowledged on August 27, 2025 in the annual list of policies.',
      clauses: [
        { id: '3', label: 'Guideline 3', force: 'prohibition', leadIn, words: guideline(3), note: null },
        { id: '8', label: 'Guideline 8', force: 'prohibition', leadIn, words: guideline(8), note: null },
      ],
    },
  ],
  method: {
    investigator: { name: 'Marguerite Oyelaran', role: 'Assistant principal' },
    appointment: 'By the Superintendent, in writing, March 12, 2026',
    conflicts: 'None declared. The investigator does not evaluate the respondent.',
    lawfulAccess:
      'Nobody was asked for a password or to open an account. What was not public was handed over by a person who could see it.',
    sources: [
      'The complaint and its attachment',
      'The respondent’s own export of posts',
      'The master schedule',
      'The parents’ chat, handed over by a member',
    ],
    interviews: [
      {
        who: 'Rowan Tidewell, respondent',
        at: at('2026-03-24T13:30:00', 'America/New_York'),
        how: 'In person',
        representative: 'Imogen Castellane',
        signed: true,
      },
      { who: 'The complainant', at: '2026-03-16T17:00', how: 'By telephone', representative: null, signed: false },
      { who: 'A parent volunteer', at: '2026-03-18T09:30', how: 'In person', representative: null, signed: true },
    ],
    machine: [
      [
        'Words in pictures were read by machine and corrected by a person. Passages were suggested by machine; each one cited here was linked to its clause by a person, who gave the reason.',
      ],
    ],
    notDone: [
      {
        what: 'The two co-workers who commented on the post were not interviewed.',
        why: 'Their comments are in the record and nothing turned on them.',
      },
      {
        what: 'The platform was not asked for its own log.',
        why: 'The export carries the same time and is not disputed.',
      },
    ],
  },
  chronology: [
    {
      when: twoWays,
      what: 'Messages about the cost of the field trip in the parents’ chat.',
      citations: [cite('A-6', 'messages 39 to 42', 2)],
    },
    {
      when: at('2026-03-10T14:42:00', 'UTC'),
      what: 'The post is made (10:42 a.m. in Connecticut).',
      citations: [cite('A-3', 'row 187'), cite('A-2')],
    },
    {
      when: '2026-03-11T19:22',
      what: 'The complaint is received; the district has knowledge.',
      citations: [cite('A-1')],
    },
    {
      when: '2026-03-12',
      what: 'Evidence is received and hashed; record hold; investigator appointed.',
      citations: [],
    },
    {
      when: '2026-03-13',
      what: 'Notice of investigation is handed to the respondent, with a copy to the association.',
      citations: [],
    },
    {
      when: '2026-03-24T13:30',
      what: 'Interview with the respondent, representative present.',
      citations: [cite('A-5')],
    },
    { when: '2026-04-16', what: 'Findings are recorded.', citations: [] },
  ],
  allegations: [working, confidential],
  steps: [
    {
      title: 'Notice of the complaint to the teacher',
      source: 'Agreement, article 14.2',
      confirmed: false,
      state: 'done',
      due: '2026-03-18',
      done: '2026-03-13T14:50',
      by: 'Lucinda Farrow',
      service: 'By hand; receipt signed by the respondent',
      arithmetic: 'five school days from March 11; the day of the complaint is not counted: March 12, 13, 16, 17, 18',
      override: null,
    },
    {
      title: 'Copy of the notice to the association',
      source: 'Agreement, article 14.2',
      confirmed: false,
      state: 'done',
      due: '2026-03-18',
      done: '2026-03-13',
      by: 'Office of Human Resources',
      service: 'E-mail, delivery confirmed',
      arithmetic: null,
      override: null,
    },
    {
      title: 'Two school days between notice of the interview and the interview',
      source: 'Agreement, article 14.3',
      confirmed: false,
      state: 'overridden',
      due: '2026-03-25',
      done: '2026-03-24T13:30',
      by: 'Marguerite Oyelaran',
      service: null,
      arithmetic: 'notice on March 23; two full school days: March 24, 25',
      override: {
        reason: 'The respondent and the association asked in writing for the earlier day.',
        by: { name: 'Marguerite Oyelaran', role: 'Assistant principal' },
        at: '2026-03-23T16:10',
      },
    },
    {
      title: 'Meeting before discipline',
      source: 'Agreement, article 14.6; Cleveland Board of Education v. Loudermill (1985)',
      confirmed: false,
      state: 'blocked',
      due: null,
      done: null,
      by: null,
      service: null,
      arithmetic: null,
      override: null,
    },
  ],
  openPoints: [
    {
      point:
        'The date of the chat can be read two ways (March 4 or April 3, 2026). Nothing turned on it, since the message was written by another person.',
      weight: 'note',
    },
    { point: 'The articles of the agreement were not confirmed against the signed contract.', weight: 'missing' },
  ],
  notReadByMachine: [
    {
      what: 'A voice message of 41 seconds in the chat (A-6, message 44)',
      why: 'Sound is not read by this version.',
      readByPerson: 'Heard by Marguerite Oyelaran, April 2; it concerns a bus.',
    },
  ],
  outsideComplaint: [
    {
      what: 'Posts about the respondent’s garden and a choir, 34 in number',
      handling: 'Not examined; not copied into this document.',
    },
  ],
  exhibits,
  custody: { evidenceCount: 9, itemCount: 311, entryCount: 318, encrypted: true, remarks: [] },
};

/** As little as a referral can hold: everything that may be absent is absent. */
export const minimalReferral: DisciplinaryReferralInput = {
  kind: 'disciplinary-referral',
  ...head,
  draft: true,
  letterhead: { district: 'Alder Cove Public Schools', office: null, addressLines: [], contact: null },
  preparedBy: { name: 'Marguerite Oyelaran', role: 'Assistant principal' },
  preparedFor: { name: 'Dr. Anselm Whitcombe-Reyes', role: 'Superintendent of Schools' },
  confidentiality: 'For the persons named above.',
  summary: 'One allegation is open. Nothing has been examined yet.',
  complaint: {
    receivedAt: '2026-03-11',
    receivedBy: { name: 'Lucinda Farrow', role: 'Principal' },
    from: 'Not named',
    how: 'By telephone',
    words: { text: 'He posts all day.', language: null },
    citation: null,
    handling: [],
  },
  respondent: {
    name: 'Ivo Lindqvist',
    role: 'Coach',
    school: null,
    unit: null,
    status: null,
    agreement: null,
    representative: null,
  },
  policies: [
    {
      id: '4118.51',
      title: 'Policy 4118.51/4218.51, Social Networking',
      adopted: 'January 2011; revised October 2018',
      sourceSha256: sha256Of(policySource),
      inForce: 'Yes',
      receivedByEmployee: null,
      clauses: [{ id: '8', label: 'Guideline 8', force: 'prohibition', leadIn: null, words: guideline(8), note: null }],
    },
  ],
  method: {
    investigator: { name: 'Marguerite Oyelaran', role: 'Assistant principal' },
    appointment: 'Not recorded',
    conflicts: 'Not recorded',
    lawfulAccess: 'Not recorded',
    sources: [],
    interviews: [],
    machine: [],
    notDone: [],
  },
  chronology: [],
  allegations: [
    {
      number: 1,
      title: 'Posting during working time',
      clause: { policy: '4118.51', clause: '8' },
      specification: {
        what: prose('That the respondent posted during working time.'),
        when: null,
        where: null,
        toWhom: null,
      },
      elements: [],
      evidenceFor: [],
      evidenceAgainst: [],
      response: { state: 'not-asked', why: null },
      credibility: [],
      exceptions: [],
      protectedSpeech: [],
      finding: null,
    },
  ],
  steps: [],
  openPoints: [],
  notReadByMachine: [],
  outsideComplaint: [],
  exhibits: [],
  custody: { evidenceCount: 0, itemCount: 0, entryCount: 318, encrypted: false, remarks: [] },
};
