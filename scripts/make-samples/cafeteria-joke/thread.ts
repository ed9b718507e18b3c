import { csvLine } from '../files/messages-csv.ts';

export interface ThreadLine {
  /** ISO 8601 with offset, as the export gives it. */
  readonly at: string;
  readonly author: string;
  readonly type: 'post' | 'comment';
  readonly text: string;
}

/** The whole thread, from Owen Farrell's own download; the complaint showed three comments of it. */
export const thread: readonly ThreadLine[] = [
  {
    at: '2025-11-17T19:21:05-05:00',
    author: 'Beth Lindgren',
    type: 'post',
    text: 'Staff chili cook-off is FRIDAY at 5 in the cafeteria. Teams are final: Lunch Crew (Farrell + Dubois), Bean Counters (the office), Red Hot Readers (library). Loser washes every pot.',
  },
  {
    at: '2025-11-17T19:28:40-05:00',
    author: 'Marc Dubois',
    type: 'comment',
    text: 'Lunch Crew is going to need the big pot',
  },
  {
    at: '2025-11-17T19:30:12-05:00',
    author: 'Priya Nandakumar',
    type: 'comment',
    text: 'Lunch Crew came in last two years running, just saying',
  },
  {
    at: '2025-11-17T19:33:51-05:00',
    author: 'Owen Farrell',
    type: 'comment',
    text: 'Our Lunch Crew is hopeless and I say that as its captain',
  },
  {
    at: '2025-11-17T19:36:20-05:00',
    author: 'Beth Lindgren',
    type: 'comment',
    text: 'Is it the mild one again Owen. My grandmother asked for more pepper',
  },
  {
    at: '2025-11-17T19:41:09-05:00',
    author: 'Owen Farrell',
    type: 'comment',
    text: 'Mild?? This year I am burning that cafeteria to the ground. Nobody walks out of there.',
  },
  {
    at: '2025-11-17T19:42:30-05:00',
    author: 'Owen Farrell',
    type: 'comment',
    text: '(Nine ghost peppers. There will be a waiver and a gallon of milk at every table.)',
  },
  {
    at: '2025-11-17T19:44:02-05:00',
    author: 'Marc Dubois',
    type: 'comment',
    text: 'I am his partner and I am scared of the chili 😂',
  },
  {
    at: '2025-11-17T19:46:55-05:00',
    author: 'Priya Nandakumar',
    type: 'comment',
    text: 'The nurse would like to know how many peppers is a medical event',
  },
  {
    at: '2025-11-17T19:49:37-05:00',
    author: 'Rita Kowalczyk',
    type: 'comment',
    text: 'As the REAL lunch crew, we voted and Owen is allowed to use our stove if he cleans the hood',
  },
  {
    at: '2025-11-17T19:52:18-05:00',
    author: 'Owen Farrell',
    type: 'comment',
    text: 'Rita I would never leave your hood dirty. You taught me to fear that hood. See you Friday',
  },
  {
    at: '2025-11-17T20:03:44-05:00',
    author: 'Beth Lindgren',
    type: 'comment',
    text: 'Raffle tickets two dollars, all of it goes to the sixth grade trip',
  },
  { at: '2025-11-17T20:15:10-05:00', author: 'Rita Kowalczyk', type: 'comment', text: 'Bring your own spoons people' },
];

/** A thread as a desktop tool saves it: one line a post or comment, times with their offset. */
export function threadCsv(): Buffer {
  const rows = thread.map((line) => csvLine([line.at, line.author, line.type, line.text]));
  return Buffer.from(`Date,Author,Type,Text\r\n${rows.join('\r\n')}\r\n`, 'utf8');
}

/** Words of the voicemail, for the synthetic voice that speaks it. */
export const voicemailWords =
  'Good morning, this is Colleen Brandt, my daughter is in seventh grade. ' +
  'Mister Farrell wrote online that he is burning the cafeteria to the ground and nobody walks out. ' +
  'I have pictures and I sent them to the office. I want somebody to call me back today, please. ' +
  'It is eight oh five on Thursday. Thank you.';

/** The secretary's own transcript, kept apart from the recording as her note. */
export const transcriptNote = `Voicemail, main office line, listened to twice by A. Teague (school secretary), Thu 11/20/25, 8:20 am
The machine stamped the message 8:05 AM. Typed as I heard it:

"Good morning, this is Colleen Brandt, my daughter is in seventh grade. Mr. Farrell wrote online that he is burning the
cafeteria to the ground and nobody walks out. I have pictures and I sent them to the office. I want somebody to call me
back today, please. It is eight oh five on Thursday. Thank you."

She sounded worried, not angry. Called her back 8:31, told her Mr. Haskell has it.
`;
