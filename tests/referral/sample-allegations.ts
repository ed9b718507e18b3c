import type { DisciplinaryReferralInput } from '../../src/engine/referral/input/disciplinary-referral.ts';
import { at, cite, twoWays } from './sample-basics.ts';

export const working: DisciplinaryReferralInput['allegations'][number] = {
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
    toWhom: null,
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

export const confidential: DisciplinaryReferralInput['allegations'][number] = {
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
    toWhom: null,
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
