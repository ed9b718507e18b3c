import type { HowObtained } from '../../../contract/evidence.ts';

/** How evidence was obtained, as a document says it. The last three are barred by Conn. Gen. Stat. 31-40x. */
export const obtainedWords: Readonly<Record<HowObtained, string>> = {
  'public-view': 'Seen by anybody, without an account or a request',
  'handed-over-by-recipient': 'Handed over by a person who could see it',
  'volunteered-by-employee': 'Given by the employee of their own accord',
  'district-account-or-device': 'From an account or device of the district',
  'order-or-warrant': 'Under an order or warrant',
  'own-note': 'A note made by the district',
  'not-known': 'Not known',
  'login-demanded': 'A log-in was demanded of the employee',
  'logged-in-in-presence': 'The employee was made to log in while somebody looked on',
  'friend-request-required': 'The employee was made to accept a connection',
};

export const barred: ReadonlySet<HowObtained> = new Set([
  'login-demanded',
  'logged-in-in-presence',
  'friend-request-required',
]);
