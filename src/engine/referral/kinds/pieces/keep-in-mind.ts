/** What every letter to the employee says while an inquiry is open. */
export const KEEP_IN_MIND = [
  'Please keep what may bear on the matter: messages, posts, pictures and accounts, on any device. Please do not delete or alter them while the investigation is open.',
  // Conn. Gen. Stat. 31-40x(b): no credentials, no access in the employer's presence.
  'You will not be asked for a password or to open a personal account in anyone’s presence.',
  'Retaliation against anyone who made or supports a complaint, or who takes part in the investigation, is not permitted. You are protected by the same rule.',
  'Nothing in this letter limits your right to speak with your representative, your counsel, or co-workers about your terms and conditions of employment.',
] as const;
