import type { PostScene } from '../draw/facebook.ts';
import type { NoticeScene, RequestScene, StoryScene } from '../draw/instagram.ts';
import type { ChatScene } from '../draw/text-messages.ts';

/** Mateo's phone, 9 and 10 October 2025; the picture itself was taken on 19 January 2026. */
export const octoberTexts: ChatScene = {
  clock: '8:04',
  battery: 0.62,
  contact: 'Coach Ray',
  initials: 'CR',
  lines: [
    { kind: 'time', text: 'Thu, Oct 9 at 10:47 PM' },
    { kind: 'in', text: 'you up' },
    { kind: 'out', text: 'yeah hw' },
    { kind: 'in', text: 'cant stop thinking about sat lineup. who would u put at 5, Owen or Dev' },
    { kind: 'out', text: 'idk coach thats kinda ur call lol' },
    { kind: 'in', text: 'your the only one on this team who gets it' },
    { kind: 'in', text: 'keep this between us ok. the other guys dont need to know' },
    { kind: 'out', text: 'ok' },
    { kind: 'time', text: 'Thu, Oct 9 at 11:21 PM' },
    { kind: 'in', text: 'still up?' },
    { kind: 'time', text: 'Fri, Oct 10 at 6:41 AM' },
    { kind: 'out', text: 'sorry fell asleep' },
  ],
};

export const novemberTexts: ChatScene = {
  clock: '8:05',
  battery: 0.62,
  contact: 'Coach Ray',
  initials: 'CR',
  lines: [
    { kind: 'time', text: 'Sat, Nov 1 at 2:02 PM' },
    { kind: 'in', text: 'PR!!! So proud of you bud' },
    { kind: 'out', text: 'thank u coach!!' },
    { kind: 'time', text: 'Thu, Nov 6 at 11:05 PM' },
    { kind: 'in', text: 'cant sleep. lawyer stuff with my ex is a mess. ur lucky ur 16' },
    { kind: 'out', text: 'sorry coach' },
    { kind: 'in', text: 'dont tell ur mom i text this late she will get the wrong idea' },
    { kind: 'in', text: 'nite' },
    { kind: 'time', text: 'Tue, Nov 18 at 10:40 PM' },
    { kind: 'in', text: 'indoor starts dec 1. thinking u for captain. dont say anything yet' },
    { kind: 'out', text: 'fr??' },
    { kind: 'in', text: 'our secret for now' },
  ],
};

export const januaryTexts: ChatScene = {
  clock: '8:06',
  battery: 0.61,
  contact: 'Coach Ray',
  initials: 'CR',
  lines: [
    { kind: 'time', text: 'Thu, Jan 8 at 8:15 PM' },
    { kind: 'out', text: 'coach do i need the form for sat' },
    { kind: 'in', text: 'Yes. Ask in the team chat next time pls so everybody sees the answer' },
    { kind: 'out', text: 'ok' },
    { kind: 'time', text: 'Tue, Jan 13 at 10:28 PM' },
    { kind: 'in', text: 'you up? big one sat' },
    { kind: 'time', text: 'Tue, Jan 13 at 10:51 PM' },
    { kind: 'in', text: '?' },
    { kind: 'time', text: 'Wed, Jan 14 at 6:35 AM' },
    { kind: 'out', text: 'my mom says no texting this late sorry' },
    { kind: 'in', text: 'ok no prob. my bad' },
  ],
};

/** Ray Tolliver's own phone: he and his son Jordan, a senior at the school. */
export const sonTexts: ChatScene = {
  clock: '17:48',
  battery: 0.44,
  contact: 'Jordan',
  initials: 'J',
  lines: [
    { kind: 'time', text: 'Thursday, Nov 13 • 22:36' },
    { kind: 'out', text: 'Where are you' },
    { kind: 'in', text: 'library then the diner w marcus' },
    { kind: 'out', text: 'It is a school night Jordan. Home by 11' },
    { kind: 'in', text: 'ok dad' },
    { kind: 'out', text: 'Did you eat a vegetable at any point today' },
    { kind: 'in', text: 'fries' },
    { kind: 'time', text: 'Sunday, Nov 16 • 21:10' },
    { kind: 'in', text: 'can i have the truck fri' },
    { kind: 'out', text: 'If the gutters are done' },
    { kind: 'in', text: 'k love u' },
  ],
};

export const followList: RequestScene = {
  clock: '7:12',
  battery: 0.8,
  rows: [
    { handle: 'd.whitcombe.reads', name: 'Dana Whitcombe', initials: 'DW', colour: '#7b5d84' },
    { handle: 'gulls_yearbook', name: 'HPHS Yearbook', initials: 'GY', colour: '#3f6c8f' },
    { handle: 'mika.draws', name: 'mika', initials: 'M', colour: '#8a7440' },
    { handle: 'salt.and.sketch', name: 'Art Club', initials: 'S', colour: '#4d7a63' },
    { handle: 'abbott_grandpa', name: 'Bill Abbott', initials: 'BA', colour: '#6a6f80' },
    { handle: 'tess_o_11', name: 'Tess', initials: 'T', colour: '#a0586a' },
  ],
};

export const followNotices: NoticeScene = {
  clock: '19:26',
  battery: 0.35,
  groups: [
    {
      label: 'Today',
      lines: [
        { initials: 'OB', colour: '#4f7d7a', text: 'owen.b.runs liked your photo. 2h' },
        { initials: 'HP', colour: '#3f6c8f', text: 'gulls_track posted a new photo: Indoor schedule is up. 6h' },
      ],
    },
    {
      label: 'Last 7 days',
      lines: [
        { initials: 'CR', colour: '#a05a3c', text: 'coachray_hpxc (Ray Tolliver) requested to follow you. 3d' },
        { initials: 'DP', colour: '#5d7390', text: 'dev.p.0 commented: those shoes are illegal 😂 4d' },
        { initials: 'LR', colour: '#7a6f9b', text: 'luisareyes.cocina liked your photo. 5d' },
      ],
    },
    {
      label: 'Last 30 days',
      lines: [
        { initials: 'JT', colour: '#8a6a4d', text: 'jordan.tolliver started following you. 2w' },
        { initials: 'OB', colour: '#4f7d7a', text: 'owen.b.runs tagged you in a post: banquet szn. 2w' },
        {
          initials: 'GY',
          colour: '#3f6c8f',
          text: 'gulls_yearbook mentioned you in a comment: senior quotes due Friday. 3w',
        },
      ],
    },
  ],
};

/** A pupil tells of being hurt and put out of the house; no name of hers other than the handle stands in it. */
export const worryStory: StoryScene = {
  clock: '10:21',
  battery: 0.28,
  handle: 'ava.l.2009',
  initials: 'A',
  age: '2h',
  text: 'my stepdad grabbed me by the arm again tonight and locked me out. at my cousins now. i dont want to go back there. please dont tell school',
};

export const openMicPost: PostScene = {
  device: 'android',
  clock: '20:33',
  battery: 0.71,
  heading: "Dana's Post",
  name: 'Dana Whitcombe',
  initials: 'DW',
  colour: '#7b5d84',
  when: 'January 14 at 8:52 PM',
  audience: 'public',
  text: 'So proud of Theo Brandvold tonight. Two years on a 504 plan, extra time and a reading specialist, and he stood up at Harbor Point open mic and read his own poem. This is why I teach tenth grade.',
  reactions: '112',
  commentCount: '4 comments',
  comments: [
    { name: 'Inés Calderón', initials: 'IC', text: 'Llorando. What a night', age: '4d' },
    {
      name: 'Gordon Pell',
      initials: 'GP',
      text: "Should a teacher be telling the whole town about a boy's 504 plan?",
      age: '3d',
    },
    {
      name: 'Dana Whitcombe',
      initials: 'DW',
      text: 'It was meant with love, but I hear you. I will ask his mom.',
      age: '3d',
      reply: true,
    },
    {
      name: 'Rosa Brandvold',
      initials: 'RB',
      text: 'I am his mom. Nobody asked me. Theo is fine with the poem part.',
      age: '3d',
    },
  ],
};

export const turfPost: PostScene = {
  device: 'iphone',
  clock: '7:52',
  battery: 0.55,
  heading: 'Harbor Point High School',
  name: 'Harbor Point High School',
  initials: 'HP',
  colour: '#1d5a7a',
  when: '21m',
  audience: 'public',
  text: 'Turf vote is Tuesday. Vote YES. Anyone voting no is voting against our kids, plain and simple, and Harbor Point says so out loud.',
  reactions: '38',
  commentCount: '3 comments',
  comments: [
    {
      name: 'Gordon Pell',
      initials: 'GP',
      text: 'Is this the school telling us how to vote? Taxpayers own that page.',
      age: '15m',
    },
    {
      name: 'Jen Bellamy',
      initials: 'JB',
      text: 'I am voting yes but this is not ok from the school account',
      age: '9m',
    },
    {
      name: 'Carl Ostrander',
      initials: 'CO',
      text: 'The field floods every April. Voting no because of the drainage plan, not because I hate kids.',
      age: '4m',
    },
  ],
};

/** Every word that stands in a scene, line by line, so that quotations can be checked without reading the picture. */
export function wordsOf(scene: object): readonly string[] {
  return Object.values(scene).flatMap((value: unknown) => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? wordsOf(value) : [];
  });
}
