import type { ChatMessage } from '../files/whatsapp.ts';

const dana = 'Dana Whitcombe';
const bev = 'Bev Castellano';
const tom = 'Tom Achterberg';
const ines = 'Inés Calderón';

export const teachersChatName = 'Room 214 lunch';

/** Four teachers' private group, from Dana Whitcombe's iPhone; she gave it with her written response. */
export const teachersChat: readonly ChatMessage[] = [
  {
    at: '2025-10-01 18:20:11',
    from: null,
    text: 'Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them.',
  },
  { at: '2025-10-01 18:20:11', from: tom, text: 'Made this so we stop replying all on school mail about soup' },
  { at: '2025-10-01 18:22:40', from: dana, text: 'The soup thread was the best thing on that server' },
  { at: '2025-10-01 18:31:05', from: ines, text: 'Mañana traigo lentejas. Bring a spoon' },
  { at: '2025-10-08 17:44:19', from: dana, text: '31 kids in period 4 as of today. Contract says 28' },
  {
    at: '2025-10-08 17:46:02',
    from: bev,
    text: 'Write down the date and the number. We grieve it together, not one room at a time',
  },
  { at: '2025-10-08 17:47:33', from: tom, text: 'I have 30 in a lab with 24 stools' },
  { at: '2025-10-08 17:49:10', from: ines, text: 'Same in 112. Who else should we ask?' },
  { at: '2025-10-08 17:52:58', from: dana, text: 'I will make a list by department for the bargaining team' },
  { at: '2025-10-17 21:15:27', from: tom, text: 'Harbor Night recap: two bee stings, one lost retainer, zero fights' },
  { at: '2025-10-17 21:17:01', from: dana, text: 'The retainer is in a sandwich bag on my desk. I did not open it' },
  { at: '2025-10-17 21:17:48', from: ines, text: '🤢😂' },
  {
    at: '2025-10-21 20:02:14',
    from: dana,
    text: 'Poem for the hallway. Too much?',
    attachment: '00000013-PHOTO-2025-10-21-20-02-14.jpg',
  },
  { at: '2025-10-21 20:05:50', from: bev, text: 'Just enough' },
  {
    at: '2025-11-02 19:40:36',
    from: dana,
    text: 'Put something up about the turf vote on the school page. Somebody had to say it',
  },
  {
    at: '2025-11-02 19:44:12',
    from: bev,
    text: 'On the school page?? Dana take it down please. Your own page is yours, that one is not',
  },
  { at: '2025-11-02 19:58:03', from: dana, text: 'ok ok. Down. Was up maybe half an hour' },
  {
    at: '2025-11-13 16:08:45',
    from: bev,
    text: 'Bargaining update tonight 7, library. Class size and prep time first, salary after',
  },
  { at: '2025-11-13 16:10:20', from: tom, text: 'Bringing the stool count' },
  { at: '2025-11-13 16:12:37', from: dana, text: 'Bringing rage and cookies' },
  {
    at: '2025-11-13 21:20:09',
    from: ines,
    text: 'Good meeting. I am posting the class size numbers on my own page, who is with me',
  },
  { at: '2025-11-13 21:22:44', from: dana, text: 'Me. The parents should know what 31 looks like' },
  {
    at: '2025-11-26 09:15:00',
    from: tom,
    text: 'Happy almost Thanksgiving. Whoever took my stapler, keep it, we are even',
  },
  { at: '2025-12-03 12:31:52', from: ines, text: 'Anyone have a spare copy of Night? Mine walked off' },
  { at: '2025-12-03 12:33:18', from: dana, text: 'Shelf by the window, take 3' },
  {
    at: '2025-12-10 17:50:26',
    from: tom,
    text: "Ray came by about Mateo's late essay. Polite, but he had the numbers in his head, how does he know that",
  },
  { at: '2025-12-10 17:55:11', from: dana, text: 'Kid must have told him. I said I talk to the family, not the team' },
  { at: '2025-12-18 19:04:40', from: ines, text: 'Secret santa limit is 10 dollars TOM' },
  { at: '2025-12-18 19:05:02', from: tom, text: 'The candle was on sale' },
  { at: '2026-01-05 16:45:33', from: bev, text: 'Welcome back all. Mediation date is Feb 24' },
  {
    at: '2026-01-14 21:01:15',
    from: dana,
    text: 'Theo read his poem at open mic tonight!! In front of people!! I am a puddle',
  },
  { at: '2026-01-14 21:03:29', from: ines, text: 'Llorando contigo' },
  {
    at: '2026-01-15 22:31:04',
    from: dana,
    text: "Saw something on a student's story tonight that I can not sit on. Not writing it here. Calling now",
  },
  {
    at: '2026-01-15 22:33:47',
    from: bev,
    text: 'Good. Call, then tell Lena first thing. Do not wait for anybody to approve it',
  },
  { at: '2026-01-15 22:52:30', from: dana, text: 'Done. They took it. I have the number of the call' },
  { at: '2026-01-22 15:40:21', from: dana, text: 'Got a letter. Bev can I call you' },
  { at: '2026-01-22 15:41:08', from: bev, text: 'Calling you. Do not delete anything from any page' },
];
