import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import type { Moment } from '../../src/contract/moment.ts';
import { type Citation, prose } from '../../src/engine/referral/input/basics.ts';
import type { DisciplinaryReferralInput } from '../../src/engine/referral/input/disciplinary-referral.ts';
import type { NoticeOfInvestigationInput } from '../../src/engine/referral/input/notice-of-investigation.ts';

// Every person, school, post and agreement here is invented.

export function sha256Of(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function at(local: string, zone: string | null = null): Moment {
  return {
    asWritten: local.replace('T', ' '),
    local,
    instant: null,
    zone,
    basis: zone === null ? 'floating-local' : 'zone-labelled',
    precision: 'minute',
    certainty: zone === null ? 'assumed' : 'stated',
    readings: [],
  };
}

const twoWays: Moment = {
  asWritten: '3/4/26, 10:51',
  local: '2026-03-04T10:51:00',
  instant: null,
  zone: null,
  basis: 'floating-local',
  precision: 'minute',
  certainty: 'ambiguous',
  readings: ['2026-03-04T10:51:00', '2026-04-03T10:51:00'],
};

function cite(exhibit: string, passage: string | null = null, page: number | null = null): Citation {
  return { exhibit, page, passage };
}

const head = {
  draft: false,
  version: { number: 1, supersedes: null },
  date: '2026-04-20',
  case: { number: '2026-014', id: 'case-7d0b2f64-51c8-4b3a-9a51-0f3de6c0a1b7' },
  letterhead: {
    district: 'Alder Cove Public Schools',
    office: 'Office of Human Resources',
    addressLines: ['12 Ferry Landing Road', 'Alder Cove, Connecticut 06000'],
    contact: '(203) 555-0142',
  },
  checkpoint: {
    fingerprint: sha256Of('checkpoint 318 of the sample case'),
    entry: 318,
    at: '2026-04-20T15:42:10',
    signedBy: { name: 'Marguerite Oyelaran', role: 'Assistant principal', keyFingerprint: '5C1E 90AA 7F32 D4B8' },
  },
};

export const policySource = readFileSync(new URL('./fixtures/social-networking.txt', import.meta.url), 'utf8');

/** A numbered guideline of the policy as it stands in the source. */
export function guideline(number: number): string {
  const words = new RegExp(`^${number}\\. (.+)$`, 'm').exec(policySource)?.[1];
  if (words === undefined) throw new Error(`guideline ${number} is not in the source`);
  return words;
}

const leadIn = 'When using personal social networking sites, school staff members:';

const picturesFile = 'A-2.png';

/** A phone screenshot of an invented post, drawn here. */
export async function samplePictures(): Promise<ReadonlyMap<string, Uint8Array>> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1170" height="1400">
    <rect width="1170" height="1400" fill="#f0f2f5"/><rect x="40" y="120" width="1090" height="760" rx="24" fill="#fff"/>
    <circle cx="130" cy="220" r="54" fill="#6b8fb3"/>
    <g font-family="Liberation Sans, DejaVu Sans, sans-serif">
    <text x="210" y="210" font-size="44" font-weight="bold">Rowan Tidewell</text>
    <text x="210" y="262" font-size="32" fill="#65676b">March 10 at 10:42 AM · Public</text>
    <text x="90" y="370" font-size="42">Third period and the room is finally quiet.</text>
    <text x="90" y="430" font-size="42">Who else is counting the minutes to lunch?</text>
    <text x="90" y="560" font-size="36" fill="#65676b">14 likes · 3 comments</text>
    <rect x="90" y="600" width="990" height="2" fill="#ddd"/>
    <text x="90" y="680" font-size="38">Pilar Q.: Same here, long morning</text>
    <text x="90" y="750" font-size="38">Theo B.: Is this the class of the field trip?</text></g></svg>`;
  return new Map([[picturesFile, await sharp(Buffer.from(svg)).png().toBuffer()]]);
}

const exhibitBase = {
  aliases: [],
  pages: 1,
  receivedFrom: 'the complainant',
  receivedAt: '2026-03-12T08:15:00',
  receivedBy: 'Marguerite Oyelaran',
  howObtained: 'Handed over by the complainant, who saw it on a public page',
  capturedBy: null,
  completeness: 'complete' as const,
  when: null,
  timeRestsOn: null,
  redacted: null,
  pictures: [],
};

function exhibit(
  number: string,
  more: Partial<DisciplinaryReferralInput['exhibits'][number]> & { title: string; form: string; fileName: string },
) {
  return { ...exhibitBase, number, sha256: sha256Of(number), sizeBytes: 1000 + number.length * 48_211, ...more };
}

const exhibits: DisciplinaryReferralInput['exhibits'] = [
  exhibit('A-1', {
    title: 'E-mail of complaint to the principal',
    form: 'E-mail (.eml)',
    fileName: 'complaint-2026-03-11.eml',
    when: at('2026-03-11T19:22:00', '-04:00'),
    timeRestsOn: 'the Date header of the message, with its offset',
    redacted: 'The name of the complainant’s child was replaced by “Student A”.',
  }),
  exhibit('A-2', {
    title: 'Screenshot of a public post of March 10',
    form: 'Screenshot (PNG, 1170 × 1400)',
    fileName: 'IMG_4471.PNG',
    aliases: ['Board 2'],
    capturedBy: 'the complainant, on her own telephone',
    completeness: 'cropped',
    when: at('2026-03-10T10:42:00'),
    timeRestsOn: 'the time shown on the screen; the screen states no zone',
    pictures: [
      {
        file: picturesFile,
        caption: 'A public post with the time shown above it and two comments below.',
        words: {
          text: 'Rowan Tidewell. March 10 at 10:42 AM. Public. Third period and the room is finally quiet. Who else is counting the minutes to lunch? 14 likes, 3 comments. Pilar Q.: Same here, long morning. Theo B.: Is this the class of the field trip?',
          language: 'en',
        },
        boxes: [{ x: 0.06, y: 0.235, width: 0.84, height: 0.085, label: 'Allegation 1' }],
      },
    ],
  }),
  exhibit('A-3', {
    title: 'Export of the account’s own posts, January to March',
    form: 'Table of posts (CSV, 212 rows)',
    fileName: 'posts_export_rowan.tidewell_2026-01-01_2026-03-31_complete_account_history_final_version.csv',
    receivedFrom: 'the respondent',
    receivedAt: '2026-03-24T14:02:00',
    howObtained: 'Volunteered by the respondent at the interview; no password was asked for',
    capturedBy: 'the respondent, with the platform’s own export',
    when: at('2026-03-10T14:42:00', 'UTC'),
    timeRestsOn: 'the column “created_at”, labelled UTC by the platform',
  }),
  exhibit('A-4', {
    title: 'Master schedule of the high school, spring term',
    form: 'PDF document',
    fileName: 'ACHS master schedule S2.pdf',
    pages: 6,
    receivedFrom: 'the principal’s office',
    howObtained: 'Record of the district',
    capturedBy: 'the registrar',
  }),
  exhibit('A-5', {
    title: 'Record of the interview with the respondent',
    form: 'PDF document, signed',
    fileName: 'interview-record-2026-03-24.pdf',
    pages: 4,
    receivedFrom: 'the investigator',
    receivedAt: '2026-03-24T16:30:00',
    howObtained: 'Made at the interview, read and signed by the respondent',
    capturedBy: 'Marguerite Oyelaran',
    when: at('2026-03-24T13:30:00', 'America/New_York'),
    timeRestsOn: 'the record itself',
  }),
  exhibit('A-6', {
    title: 'Chat of the field trip’s parent volunteers',
    form: 'Chat export (text, 88 messages)',
    fileName: '_chat.txt',
    pages: 3,
    receivedFrom: 'a parent volunteer',
    receivedAt: '2026-03-18T09:40:00',
    howObtained: 'Volunteered by a member of the chat',
    completeness: 'excerpt',
    when: twoWays,
    timeRestsOn: 'dates written by the telephone; day and month may be exchanged',
  }),
];

const working: DisciplinaryReferralInput['allegations'][number] = {
  number: 1,
  title: 'Posting to a personal page during working time',
  clause: { policy: '4118.51', clause: '8' },
  specification: {
    what: [
      [
        'That on March 10, 2026, during the third period, the respondent posted a status update to a personal public page: “Third period and the room is finally quiet. Who else is counting the minutes to lunch?” ',
        cite('A-2', 'the boxed passage'),
      ],
    ],
    when: at('2026-03-10T10:42:00', 'America/New_York'),
    where: 'The respondent’s personal public page; Room 214, Alder Cove High School',
  },
  elements: [
    {
      words: 'A status update, statement or comment was posted on a social networking site',
      state: 'met',
      reasons: [['The post is in the account’s own export and was acknowledged at the interview.']],
      citations: [cite('A-3', 'row 187'), cite('A-5', null, 2)],
    },
    {
      words: 'It was posted during working time or school time',
      state: 'met',
      reasons: [
        [
          'The platform records 14:42 UTC, which is 10:42 a.m. in Connecticut on that day. Third period runs from 10:20 to 11:05. ',
          cite('A-4', 'period table', 2),
        ],
      ],
      citations: [],
    },
    {
      words: 'No school project was involved, and no approval was given by the Superintendent or a designee',
      state: 'met',
      reasons: [['No approval is on file, and the respondent named none.']],
      citations: [cite('A-5', 'answer 9', 3)],
    },
  ],
  evidenceFor: [
    {
      citation: cite('A-3', 'row 187'),
      author: 'Rowan Tidewell',
      when: at('2026-03-10T14:42:00', 'UTC'),
      quote: {
        text: 'Third period and the room is finally quiet. Who else is counting the minutes to lunch? 😅',
        language: 'en',
      },
      why: 'Shows the words and the time as the platform recorded them.',
    },
    {
      citation: cite('A-4', 'period table', 2),
      author: null,
      when: null,
      quote: { text: 'Period 3   10:20–11:05   TIDEWELL   Rm 214   Biology I', language: 'en' },
      why: 'Shows that the respondent was scheduled to teach at that time.',
    },
  ],
  evidenceAgainst: [
    {
      citation: cite('A-5', 'answer 6', 2),
      author: 'Rowan Tidewell',
      when: at('2026-03-24T13:30:00', 'America/New_York'),
      quote: {
        text: 'They were taking a test. I looked at my phone for maybe half a minute. Nobody needed me.',
        language: 'en',
      },
      why: 'The respondent’s account of how short it was and that no instruction was interrupted.',
    },
    {
      citation: cite('A-6', 'message 41', 2),
      author: 'Karim S.',
      when: twoWays,
      quote: { text: 'مرحبا، أستاذ روان كان دائما مع الطلاب 🙏', language: 'ar' },
      why: 'A parent volunteer (in translation: “Hello, teacher Rowan was always with the students”). It speaks to attention in general, not to this post.',
    },
  ],
  response: {
    state: 'given',
    at: at('2026-03-24T13:30:00', 'America/New_York'),
    how: 'at the interview, with a representative of the association present',
    words: {
      text: 'I wrote it, yes. I thought of it as my own page and my own half minute. I did not think of the rule, and I have not posted during the day since.\n\nI would ask you to look at how many posts there were in the whole term: that is one.',
      language: 'en',
    },
    citation: cite('A-5', 'answers 5 to 8', 2),
    points: [
      {
        point: 'It was a single post in the whole term.',
        answer: [
          [
            'The export was read for the whole term. Of 212 posts, one falls within scheduled teaching time. ',
            cite('A-3'),
          ],
        ],
      },
      {
        point: 'The class was taking a test and no instruction was interrupted.',
        answer: [['This was not contradicted. The clause does not ask for interruption.']],
      },
    ],
  },
  credibility: [],
  exceptions: [
    {
      words: 'Unless it involves a school project',
      answer: 'does-not-apply',
      reasons: [['The respondent said that it was not about a project. ', cite('A-5', 'answer 9', 3)]],
    },
    {
      words: 'Approval from the Superintendent of Schools or his/her designee',
      answer: 'does-not-apply',
      reasons: [['No approval is on file.']],
    },
  ],
  protectedSpeech: [
    {
      words: 'Does it concern pay, hours or working conditions, with or for co-workers?',
      answer: 'does-not-apply',
      reasons: [
        [
          'The post remarks on a quiet room and on lunch. One comment by a co-worker agrees; no condition of work is discussed.',
        ],
      ],
    },
    {
      words: 'Is it speech as a citizen on a matter of public concern?',
      answer: 'does-not-apply',
      reasons: [['Its content, form and context concern the respondent’s own morning.']],
    },
  ],
  finding: {
    fact: 'proved',
    policy: 'breach',
    standard: 'preponderance',
    reasons: [
      [
        'The export, the schedule and the respondent’s own account agree on what was posted and when. ',
        cite('A-3', 'row 187'),
        ' ',
        cite('A-4', null, 2),
        ' ',
        cite('A-5', null, 2),
      ],
      [
        'The clause says that staff shall not post updates to their status during working time. Neither exception applies. That it was short, and a single post in the term, was established as well and is recorded here as a fact.',
      ],
    ],
    by: { name: 'Marguerite Oyelaran', role: 'Assistant principal' },
    date: '2026-04-16',
  },
};

const confidential: DisciplinaryReferralInput['allegations'][number] = {
  number: 2,
  title: 'Disclosing confidential information about a student’s family',
  clause: { policy: '4118.51', clause: '3' },
  specification: {
    what: [
      [
        'That in the first days of March or April 2026 the respondent told members of a parents’ chat that the family of Student A could not pay for the field trip. ',
        cite('A-6', 'messages 39 to 42', 2),
      ],
    ],
    when: twoWays,
    where: 'The chat of the field trip’s parent volunteers',
  },
  elements: [
    {
      words: 'Confidential information obtained during employment',
      state: 'inconclusive',
      reasons: [
        [
          'The waiver list was seen by the respondent, but the same fact had been stated in the chat by the family itself two messages earlier. ',
          cite('A-6', 'message 39', 2),
        ],
      ],
      citations: [],
    },
    {
      words: 'Disclosed by the respondent',
      state: 'not-met',
      reasons: [['The message is by another person of the same first name.']],
      citations: [cite('A-6', 'message 40', 2)],
    },
    { words: 'About an individual, including students and their families', state: 'met', reasons: [], citations: [] },
  ],
  evidenceFor: [
    {
      citation: cite('A-1', 'second paragraph'),
      author: 'the complainant',
      when: at('2026-03-11T19:22:00', '-04:00'),
      quote: {
        text: 'Rowan wrote in the volunteers’ chat that the family of [Student A] can’t pay. A teacher should know better.',
        language: 'en',
      },
      why: 'The complaint itself. The complainant was not a member of the chat.',
    },
  ],
  evidenceAgainst: [
    {
      citation: cite('A-6', 'message 39', 2),
      author: 'mother of Student A',
      when: twoWays,
      quote: {
        text: 'Buenos días a todos. Este mes no podemos pagar la excursión, ¿hay todavía becas? Gracias por preguntar, no me molesta que se sepa.',
        language: 'es',
      },
      why: 'In translation: “Good morning, all. This month we cannot pay for the trip, are there still grants? Thank you for asking, I do not mind its being known.” The family spoke of it first.',
    },
    {
      citation: cite('A-6', 'message 40', 2),
      author: 'Rowan Achterberg',
      when: twoWays,
      quote: {
        text: 'Ask at the office, the family of [Student A] can’t pay and they helped us last year too.',
        language: 'en',
      },
      why: 'The author is a parent volunteer with the same first name as the respondent.',
    },
  ],
  response: {
    state: 'given',
    at: at('2026-03-24T13:30:00', 'America/New_York'),
    how: 'at the interview',
    words: { text: 'I am not in that chat. I never was. There is another Rowan.', language: 'en' },
    citation: cite('A-5', 'answer 12', 3),
    points: [],
  },
  credibility: [
    {
      conflict: 'The complaint names the respondent; the respondent denies being a member of the chat.',
      reasons: [
        [
          'The list of members at the head of the export does not hold the respondent’s number, and the complainant had not seen the chat but was told of it. The respondent’s account is consistent with the record. ',
          cite('A-6', 'list of members', 1),
        ],
      ],
    },
  ],
  exceptions: [],
  protectedSpeech: [],
  finding: {
    fact: 'disproved',
    policy: 'no-breach',
    standard: 'preponderance',
    reasons: [
      [
        'The message was written by another person. ',
        cite('A-6', 'messages 39 to 42', 2),
        ' The respondent was not a member of the chat. ',
        cite('A-6', 'list of members', 1),
      ],
      ['The complainant acted on what she had been told, and nothing suggests that she did not believe it.'],
    ],
    by: { name: 'Marguerite Oyelaran', role: 'Assistant principal' },
    date: '2026-04-16',
  },
};

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
      specification: { what: prose('That the respondent posted during working time.'), when: null, where: null },
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

export const sampleNotice: NoticeOfInvestigationInput = {
  kind: 'notice-of-investigation',
  ...head,
  date: '2026-03-13',
  to: {
    name: 'Rowan Tidewell',
    role: 'Teacher of biology',
    addressLines: ['Alder Cove High School', '400 Tern Street', 'Alder Cove, Connecticut 06000'],
    salutation: 'Rowan Tidewell',
  },
  from: { name: 'Lucinda Farrow', role: 'Principal' },
  investigator: { name: 'Marguerite Oyelaran', role: 'Assistant principal', contact: '(203) 555-0177' },
  delivery: 'by hand',
  complaint: {
    receivedOn: '2026-03-11',
    nature:
      'a post on a personal page at a time when school was in session, and a message about a student’s family in a chat of parents',
    period: 'the first days of March 2026',
    complainant: null,
  },
  policies: [
    {
      title: 'Policy 4118.51/4218.51, Social Networking',
      adopted: 'adopted January 2011; revised October 2018',
      clauses: [
        { id: '3', label: 'Guideline 3', force: 'prohibition', leadIn, words: guideline(3), note: null },
        { id: '8', label: 'Guideline 8', force: 'prohibition', leadIn, words: guideline(8), note: null },
      ],
    },
  ],
  representation: {
    sentence:
      'You have the right to be accompanied by a representative of the Alder Cove Education Association at any interview that may lead to discipline. If you wish one, tell the investigator; the interview will wait up to two school days so that one can attend.',
    source: 'Alder Cove Teachers’ Agreement (invented sample), article 14.3',
    confirmed: false,
  },
  interview: {
    at: '2026-03-24T13:30',
    place: 'Conference room B, district office',
    reschedule:
      'If the time does not suit you or your representative, tell the investigator and another will be offered.',
  },
  response: {
    by: '2026-03-27',
    how: 'send it to the investigator, by letter or e-mail.',
    source: 'Agreement, article 14.4',
  },
  copies: ['Imogen Castellane, Alder Cove Education Association', 'Personnel office'],
};
