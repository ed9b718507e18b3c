import type { ChatMessage } from '../files/whatsapp.ts';

const coach = 'Coach Ray XC';
const owensMother = 'Jen (Owen mom)';
const unsaved = '\u202a+1 (203) 555\u20110177\u202c';
const mother = 'Marisol Reyes';

/** The team's group, from Marisol Reyes's Android phone: names are those of her own address book. */
export const teamChat: readonly ChatMessage[] = [
  {
    at: '2025-09-03 16:02:00',
    from: null,
    text: 'Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them. Learn more.',
  },
  { at: '2025-09-03 16:02:00', from: null, text: `${coach} created group "HPHS XC team + parents"` },
  { at: '2025-09-03 16:02:00', from: null, text: `${coach} added you` },
  {
    at: '2025-09-03 16:05:00',
    from: coach,
    text: 'Welcome all. This chat is for the whole team and parents: bus times, meets, gear. Team rules are on the paper from the first meeting. Mr. Sprague is in here too',
  },
  {
    at: '2025-09-03 16:11:00',
    from: 'Walter Sprague AD',
    text: 'Thanks Coach. Please keep everything for athletes in the group chat.',
  },
  { at: '2025-09-03 16:20:00', from: owensMother, text: 'Yay!! Snacks sign up coming soon' },
  { at: '2025-09-18 14:31:00', from: coach, text: 'ALL: practice cancelled, thunder. See everyone tomorrow 3:30' },
  { at: '2025-09-18 14:33:00', from: 'Owen B', text: 'noooo' },
  { at: '2025-09-18 14:33:00', from: 'Dev P', text: 'lets goooo homework day' },
  {
    at: '2025-09-18 14:40:00',
    from: mother,
    text: 'Gracias Coach. ¿Mateo puede esperar en la biblioteca hasta las 4?',
  },
  { at: '2025-09-18 14:44:00', from: coach, text: 'Sí, no hay problema. Library is open til 4:30' },
  {
    at: '2025-10-08 17:15:00',
    from: coach,
    text: 'Bus Saturday 6:45 AM SHARP in front of the gym. Singlet, warm ups, water, breakfast before not on the bus',
  },
  { at: '2025-10-08 17:22:00', from: unsaved, text: "Hi this is Sana, Dev's mother. Do they need lunch money?" },
  { at: '2025-10-08 17:30:00', from: coach, text: 'A few dollars yes. Home around 2' },
  { at: '2025-10-08 17:31:00', from: 'Owen B', text: 'we r gonna kill them saturday 🔥🔥' },
  { at: '2025-10-08 17:31:00', from: 'Mateo ❤️', text: 'bury them' },
  { at: '2025-10-08 17:32:00', from: 'Dev P', text: 'rip cove hill 💀' },
  { at: '2025-10-08 17:36:00', from: coach, text: 'Love it. Leave it all on the course. Now go eat a real dinner' },
  { at: '2025-10-11 10:12:00', from: coach, text: '', attachment: 'IMG-20251011-WA0002.jpg' },
  {
    at: '2025-10-11 10:13:00',
    from: coach,
    text: '3rd of 14. Team score 81. Everybody PRd except me and I was standing still',
  },
  { at: '2025-10-11 10:20:00', from: owensMother, text: 'Amazing!!! Go Gulls' },
  { at: '2025-10-11 10:25:00', from: mother, text: '¡Felicidades a todos! Qué orgullo 👏' },
  { at: '2025-10-11 10:41:00', from: 'Owen B', text: 'This message was deleted' },
  {
    at: '2025-10-17 12:00:00',
    from: coach,
    text: 'Reminder Harbor Night tonight is a SCHOOL event. Be smart, home at a decent hour, long run 8 AM',
  },
  { at: '2025-10-17 12:20:00', from: 'Dev P', text: '8 am coach pls' },
  { at: '2025-10-17 12:21:00', from: coach, text: '8 AM Dev' },
  { at: '2025-10-29 18:02:00', from: coach, text: 'Uniforms back Monday, WASHED. I will know' },
  {
    at: '2025-10-29 18:10:00',
    from: owensMother,
    text: 'Banquet is Thurs Nov 20, cafeteria, 6 pm. Potluck, last names A-M main dish, N-Z dessert',
  },
  { at: '2025-10-29 18:15:00', from: mother, text: 'Yo llevo flan y arroz con leche' },
  { at: '2025-10-29 18:16:00', from: owensMother, text: 'You are the best 😍' },
  {
    at: '2025-11-20 21:05:00',
    from: owensMother,
    text: 'Thank you all for a lovely banquet. If anyone has a blue casserole dish thats mine',
  },
  { at: '2025-11-20 21:09:00', from: unsaved, text: 'I have it, sorry! Will send with Dev' },
  {
    at: '2025-11-30 19:45:00',
    from: coach,
    text: 'Indoor track starts tomorrow 3:15 upper gym. Physical on file or you watch\nNew kids welcome, bring a friend',
  },
  {
    at: '2025-12-12 18:04:00',
    from: coach,
    text: 'All athletes are home or with a parent. One of ours missed the bus at the armory, Ms Okafor drove him back, his mom and Mr Sprague know. From now on seniors count heads before the bus moves',
  },
  { at: '2025-12-12 18:10:00', from: owensMother, text: 'Thank goodness. Thank you Ms Okafor' },
  { at: '2025-12-12 18:15:00', from: mother, text: 'Muchas gracias. Ya está en casa comiendo' },
  {
    at: '2026-01-07 15:10:00',
    from: coach,
    text: 'Permission form for Saturday due FRIDAY. Paper copy, signed, no photos of it',
  },
  { at: '2026-01-07 15:26:00', from: 'Dev P', text: 'what if my dog ate it' },
  { at: '2026-01-07 15:27:00', from: coach, text: 'Then the dog can run the 4x4' },
  { at: '2026-01-15 16:40:00', from: coach, text: '', attachment: 'IMG-20260115-WA0001.jpg' },
  { at: '2026-01-15 16:41:00', from: coach, text: 'Heat sheet for Saturday. Coach Okafor rides bus 2' },
  { at: '2026-01-15 17:02:00', from: mother, text: '¿A qué hora regresan? Trabajo hasta las 6' },
  { at: '2026-01-15 17:05:00', from: coach, text: 'Around 5:30, Ms Okafor waits with anyone whose ride is late' },
  {
    at: '2026-01-17 13:22:00',
    from: coach,
    text: 'Mateo 4:31 in the mile!! School record is 4:29, somebody is nervous',
  },
  { at: '2026-01-17 13:25:00', from: 'Owen B', text: 'HES A MACHINE' },
  { at: '2026-01-17 13:31:00', from: mother, text: '🙏🏼 gracias a Dios' },
];
