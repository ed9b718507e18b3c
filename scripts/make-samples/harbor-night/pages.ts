import type { PrintOut } from '../files/print-out.ts';

/** Dana Whitcombe's public profile, printed from a browser by Gordon Pell on his own computer. */
export const profilePrintOut: PrintOut = {
  printed: '1/20/26, 8:41 PM',
  title: 'Dana Whitcombe | Facebook',
  url: 'https://social.example/dana.whitcombe.reads',
  created: [2026, 1, 20, 20, 41, 36],
  profile: {
    name: 'Dana Whitcombe',
    about: [
      'Teaches English at Harbor Point High School',
      'Reads in the bath. Grows too many tomatoes.',
      'Posts are my own.',
    ],
  },
  posts: [
    {
      name: 'Dana Whitcombe',
      when: 'January 14 at 8:52 PM',
      audience: 'Public',
      text: 'So proud of Theo Brandvold tonight. Two years on a 504 plan, extra time and a reading specialist, and he stood up at Harbor Point open mic and read his own poem. This is why I teach tenth grade.',
      counts: '118 reactions · 4 comments',
      comments: [
        { name: 'Inés Calderón', when: 'January 14 at 9:10 PM', text: 'Llorando. What a night' },
        {
          name: 'Gordon Pell',
          when: 'January 15 at 7:02 AM',
          text: "Should a teacher be telling the whole town about a boy's 504 plan?",
        },
        {
          name: 'Dana Whitcombe',
          when: 'January 15 at 4:15 PM',
          text: 'It was meant with love, but I hear you. I will ask his mom.',
        },
        {
          name: 'Rosa Brandvold',
          when: 'January 15 at 6:40 PM',
          text: 'I am his mom. Nobody asked me. Theo is fine with the poem part.',
        },
      ],
    },
    {
      name: 'Dana Whitcombe',
      when: 'December 29, 2025 at 11:05 AM',
      audience: 'Public',
      text: 'Sourdough number four. It has a hole you could park a bus in. We ate around the hole.',
      counts: '41 reactions · 2 comments',
      comments: [
        { name: 'Tom Achterberg', when: 'December 29, 2025 at 11:30 AM', text: 'The hole is the best part' },
        { name: 'Jen Bellamy', when: 'December 29, 2025 at 1:12 PM', text: 'Starter please!!' },
      ],
    },
    {
      name: 'Dana Whitcombe',
      when: 'November 13, 2025 at 9:34 PM',
      audience: 'Public',
      text: 'Period 4: 31 students, 28 in our contract. Nine of 22 English sections are over the limit. We teachers are counting together and taking it to the bargaining table. If you think class size matters, come to the Board meeting on December 2 and say so. Posts are my own.',
      counts: '204 reactions · 5 comments',
      comments: [
        {
          name: 'Bev Castellano',
          when: 'November 13, 2025 at 9:40 PM',
          text: 'Together. Every section, every number.',
        },
        {
          name: 'Gordon Pell',
          when: 'November 14, 2025 at 6:55 AM',
          text: 'This kind of talk drags the schools through the mud. Do your job or find another.',
        },
        {
          name: 'Dana Whitcombe',
          when: 'November 14, 2025 at 4:02 PM',
          text: 'Counting the kids in my room is my job, Gordon. You are welcome to come and count with me.',
        },
        {
          name: 'Carl Ostrander',
          when: 'November 14, 2025 at 6:18 PM',
          text: 'As a taxpayer I would rather pay for two more teachers than for plastic grass. The Board should publish the turf contract before anybody signs it.',
        },
        {
          name: 'Jen Bellamy',
          when: 'November 14, 2025 at 8:44 PM',
          text: "Owen says there are kids sitting on the radiator. I'll be there Dec 2",
        },
      ],
    },
    {
      name: 'Dana Whitcombe',
      when: 'October 18, 2025 at 10:12 AM',
      audience: 'Public',
      text: 'Harbor Night was loud and good. Thank you to the custodians, who were still sweeping glitter when I left. I killed at karaoke and I will not be taking questions.',
      counts: '87 reactions · 1 comment',
      comments: [{ name: 'Tom Achterberg', when: 'October 18, 2025 at 10:40 AM', text: 'Witnesses report otherwise' }],
    },
    {
      name: 'Dana Whitcombe',
      when: 'September 30, 2025 at 6:20 PM',
      audience: 'Public',
      text: 'Forty pounds of tomatoes and it is almost October. Take some. They are on the porch. Please take some.',
      counts: '63 reactions · no comments',
      comments: [],
    },
  ],
};

/** The assistant principal's notes; times are hers, by the clock on her wall. */
export const walkInNotes = `WALK-IN, Wed 1/21/26, front office, K. Oduya

10:15 am Mr. Gordon Pell, Cedar Ave (no child in district). Came in person, no appointment. Wants to complain about
Dana Whitcombe, English 10. I asked for it in his own words:

  "She puts a boy's 504 plan on Facebook for the whole town, she used the school's page to tell us how to vote on
  the turf, and she runs down the district every chance she gets."

He gave me:
 - print-out of her Facebook profile (PDF on a stick), printed by him last night
 - two pictures of posts from his own phone and his wife's, one is the school page from Nov 2
Both pages public, he is not her "friend". I asked if anything was left out: he says the PDF is the whole page as far
as it would scroll, he stopped at September.

He also said "everyone knows she is friends with the kids on there". Asked how he knows. A neighbor's daughter,
Lucy Abbott, gr 10, showed her mother. I said I would ask the mother myself.

Asked about the class size post: he does not like it, he has not been harmed by it, "it makes the town look bad".
Told him posts about working conditions may be protected and we will look at that first. Told him no promises either way.

10:40 he left. Gave him my card.

11:05 called Mrs. Abbott (203-555-0163). Lucy got an Instagram follow request from "d.whitcombe.reads" in Oct. Lucy
did not accept it. Mother will e-mail the picture. Lucy likes Ms. W and does not want her in trouble.
`;

export const sprague12December = `Fri 12/12/25 - W. Sprague, desk notes

4:58p  email from Tolliver: M. Reyes missed bus at armory, RT texted him direct, with A. Okafor gate B, safe
5:05p  reached Mrs. Reyes on 2nd try. Told her where he is + that coach texted him one on one and why. She is fine w/ it
5:31p  Okafor: he is in her car
6:04p  home per team chat
Mon: head count procedure. Two adults sign.
`;
