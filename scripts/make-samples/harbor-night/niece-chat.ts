import type { ChatMessage } from '../files/whatsapp.ts';

const ray = 'Ray Tolliver';
const bri = 'Bri';

/**
 * Ray Tolliver and his niece Brianna, a ninth-grader at the same school. Every day and month is at most 12, and the lines
 * stand in order under both readings of the date, so nothing in the file ever settles it.
 */
export const nieceChat: readonly ChatMessage[] = [
  { at: '2025-10-09 21:14:00', from: ray, text: 'Hey kiddo, grandma wants to know if you still eat meat' },
  { at: '2025-10-09 21:16:00', from: bri, text: 'tell her yes but not the meatloaf' },
  { at: '2025-10-09 21:17:00', from: ray, text: 'I am not telling her that' },
  { at: '2025-11-09 20:40:00', from: bri, text: 'happy birthday uncle ray!!' },
  { at: '2025-11-09 20:52:00', from: ray, text: 'Thank you sweetheart. Come by sunday, there is cake' },
  { at: '2025-11-09 20:53:00', from: bri, text: 'what kind' },
  { at: '2025-11-09 20:53:00', from: ray, text: 'Does it matter' },
  { at: '2025-11-10 22:05:00', from: bri, text: 'u up? can u drive me to the dentist thurs mom has work' },
  {
    at: '2025-11-10 22:06:00',
    from: ray,
    text: 'Yes. 2:15 side door, I will sign you out if your mom calls the office',
  },
  { at: '2025-11-10 22:07:00', from: bri, text: 'ty ur the best' },
  { at: '2025-12-11 21:30:00', from: ray, text: 'How was the bio test' },
  { at: '2025-12-11 21:33:00', from: bri, text: 'i died. its fine. 84' },
  { at: '2025-12-11 21:34:00', from: ray, text: '84 is not dead' },
  {
    at: '2025-12-12 23:02:00',
    from: ray,
    text: 'Long day, lost a kid at the armory for 40 minutes. Everybody ok. Lock the door, your mom is on nights',
  },
  { at: '2025-12-12 23:04:00', from: bri, text: 'locked. nite' },
];
