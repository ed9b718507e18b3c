import type { CommentsScene } from '../draw/facebook.ts';
import type { Mail } from '../files/eml.ts';
import { csvLine } from '../files/messages-csv.ts';
import type { ChatMessage } from '../files/whatsapp.ts';

// Everyone here is invented. Telephone numbers are from the range kept for fiction; every mail domain ends in .example.

interface GroupLine {
  readonly at: string;
  readonly author: string;
  readonly type: 'post' | 'comment';
  readonly text: string;
}

/** The staff's own group, as its administrator saved it. “Lot Monitor” is an account that several people share. */
export const group: readonly GroupLine[] = [
  {
    at: '2026-01-28T16:12:40-05:00',
    author: 'Beth Lindgren',
    type: 'post',
    text: 'Reminder from the front office: spaces 11 to 16 are assigned again starting Thursday. Ask me for the list, please do not ask me to change it.',
  },
  {
    at: '2026-01-28T16:20:03-05:00',
    author: 'Marc Dubois',
    type: 'comment',
    text: 'So where do the rest of us go, Vermont',
  },
  {
    at: '2026-01-29T08:05:51-05:00',
    author: 'Lot Monitor',
    type: 'post',
    text: 'Space 14 report: red pickup, third day, no sticker. The Monitor sees you Graham',
  },
  {
    at: '2026-01-29T08:31:17-05:00',
    author: 'Tessa Morand',
    type: 'comment',
    text: 'I walked in from the church lot in slush. With a laminator. For the record',
  },
  {
    at: '2026-01-29T10:47:22-05:00',
    author: 'Joel Ferris',
    type: 'comment',
    text: 'Page him to the boiler room and lose the key',
  },
  {
    at: '2026-01-29T10:49:05-05:00',
    author: 'Priya Nandakumar',
    type: 'comment',
    text: 'The nurse did not read that',
  },
  {
    at: '2026-01-29T12:24:36-05:00',
    author: 'Lot Monitor',
    type: 'comment',
    text: 'Whoever parks in 14 again is going to find four flat tires and a match under the hood.',
  },
  {
    at: '2026-01-29T12:26:10-05:00',
    author: 'Marc Dubois',
    type: 'comment',
    text: 'lol relax, it is just the Monitor being the Monitor',
  },
  {
    at: '2026-01-29T12:31:48-05:00',
    author: 'Tessa Morand',
    type: 'comment',
    text: 'Not funny whoever has it today. Also who took my yogurt AGAIN',
  },
  {
    at: '2026-01-29T15:20:12-05:00',
    author: 'Beth Lindgren',
    type: 'comment',
    text: 'Can we not. Turning comments off until Monday.',
  },
  {
    at: '2026-01-30T07:58:30-05:00',
    author: 'Joel Ferris',
    type: 'post',
    text: 'Band room update: the 7B boy who bolted Wednesday is back in the hospital program, so we are short a trombone for the Feb concert. Anybody have a kid who can count to four?',
  },
  {
    at: '2026-01-30T08:02:44-05:00',
    author: 'Priya Nandakumar',
    type: 'comment',
    text: 'Joel please take that down',
  },
  {
    at: '2026-01-30T08:40:19-05:00',
    author: 'Joel Ferris',
    type: 'comment',
    text: 'Done, sorry, was thinking about trombones',
  },
];

export function groupCsv(): Buffer {
  const rows = group.map((line) => csvLine([line.at, line.author, line.type, line.text]));
  return Buffer.from(`Date,Author,Type,Text\r\n${rows.join('\r\n')}\r\n`, 'utf8');
}

/** What the letter's picture shows: comments on somebody's phone on Friday 30 January, 7:15 AM by its clock. */
export const seenByLetter: CommentsScene = {
  clock: '7:15',
  battery: 0.62,
  comments: [
    { name: 'Joel Ferris', initials: 'JF', text: 'Page him to the boiler room and lose the key', age: '20h' },
    {
      name: 'Lot Monitor',
      initials: 'LM',
      text: 'Whoever parks in 14 again is going to find four flat tires and a match under the hood.',
      age: '19h',
    },
  ],
};

/** The letter that lay in the principal's box, as it was typed. */
export const letterLines: readonly string[] = [
  'Mr. Haskell,',
  '',
  'You need to look at the staff parking group',
  'before somebody gets hurt. An aide is behind',
  'that Lot Monitor account, everybody knows it',
  'is Tessa from the seventh grade hall, and a',
  'music teacher cheers it on in the middle of',
  'a school day. Mr. Pike has kids in that truck.',
  '',
  'I am not signing this because I have to work',
  'here. One page from the group is behind this.',
];

/** Joel Ferris and the school nurse, on the morning of the first post. */
export const nurseChat: readonly ChatMessage[] = [
  { at: '2026-01-29 10:51:00', from: 'Priya N', text: 'boiler room?? joel' },
  { at: '2026-01-29 10:52:00', from: 'Joel Ferris', text: 'I am on prep till 1120 then sixth grade band, let me live' },
  { at: '2026-01-29 10:52:00', from: 'Priya N', text: 'there are 60 people in that group' },
  { at: '2026-01-30 08:06:00', from: 'Priya N', text: 'the trombone thing. his mother knows half that list' },
  {
    at: '2026-01-30 08:08:00',
    from: 'Joel Ferris',
    text: 'I know. They told us at the team meeting Thursday to keep it in the room. I was not thinking',
  },
  { at: '2026-01-30 08:41:00', from: 'Joel Ferris', text: 'gone. 40 min' },
  { at: '2026-01-30 08:41:00', from: 'Priya N', text: 'tell david before somebody else does' },
];

export const signInMail: Mail = {
  from: { name: 'Anil Mehta', address: 'amehta@hollowbrook.example' },
  to: [{ name: 'David Haskell', address: 'dhaskell@hollowbrook.example' }],
  subject: 'Break room computer, Thursday 29 January',
  date: 'Wed, 11 Feb 2026 11:12:05 -0500',
  messageId: '7d10.20260211.1112@hollowbrook.example',
  text: `David,

You asked who used the break room computer on Thursday January 29 between noon and 12:40. What I have:

- Windows was signed in with the generic break room account from 7:20 AM on, as every day. Nobody signs in by name on that machine.
- The page's shared account was signed in on the break room computer at 12:22 PM and signed out at 12:26 PM.
- The same shared account was also signed in on a phone that day, 8:04 to 8:09 AM. I cannot see whose phone.

Three people have the password that I know of, because they asked me to reset it in October: Tessa Morand, Marc Dubois and Ed Rourke from the kitchen. There is no camera in the break room. The door log of that wing is attached as a workbook of its own.

Anil
Technology`,
};

export const policeMail: Mail = {
  from: { name: 'Sgt. Nora Teller', address: 'nteller@hollowbrookpolice.example' },
  to: [{ name: 'David Haskell', address: 'dhaskell@hollowbrook.example' }],
  subject: 'Hollow Brook Middle School, parking lot post: no further action',
  date: 'Tue, 10 Feb 2026 13:52:40 -0500',
  messageId: '26-0231.20260210@hollowbrookpolice.example',
  text: `Mr. Haskell,

Regarding our 26-0231. We asked you on February 2 to hold off talking to staff while we looked into the post about space 14. We have spoken with Mr. Pike. We could not say who typed it and the State's Attorney does not see a true threat in it. We are closing our side today and the school may go on with its own inquiry from this afternoon.

Sgt. N. Teller`,
};

/** The head cook's statement, typed by the principal while she spoke and read back to her. */
export const cookStatement = `Statement of Rita Kowalczyk, head cook. Taken by D. Haskell, Monday 2/23/26, 1:40 pm, her office. Read back to her, she said it is right.

On the 29th I was carrying trays back through the break room a little before half past twelve. Tessa Morand was at the computer with her back to me. I saw the blue page with the parking group on it. I did not see her type and I did not read it. Ed was at the table with his coffee. I said Tessa the yogurts are gone and she said again?

The aides eat 12:10 to 12:40, all of them, that is when they are down here. I know because the line is theirs then.
`;

/** The attendance secretary's statement, in her own hand, typed off by her the same day. */
export const secretaryStatement = `To Mr. Haskell, from Beth Lindgren, attendance. February 23, 2026

You asked where Tessa was at lunch on January 29. She was at the copier with me from about twelve fifteen until the bell, the big one jammed on her laminating labels and I held the drawer. I remember because I wrote it in the copier log: "12:20 jam, T.M., 2nd time today". I was annoyed about the comments already so I looked at the clock. She did say she went through the break room first to put her lunch away.

I run the parking group. I turned the comments off at 3:20.

Beth Lindgren
`;

/** The mother's visit to the office, as the principal noted it. */
export const walkInNote = `Walk-in, Wed 2/11/26, 10:30 am. Mrs. Denise Ostrow, mother of a seventh-grader in 7B. Notes by D. Haskell, typed at 10:55.

A friend who works here showed her on January 30 what the band teacher wrote about her son in the staff group. She did not see it herself, it was gone by the time she asked. "Sixty people in that group and my kid is the trombone joke." She had told the school about the program herself, to the team, because they said it stays there.

She wants him to hear that from somebody. She does not want him fired. I promised to tell her when we are done, and that I cannot tell her everything.
`;
