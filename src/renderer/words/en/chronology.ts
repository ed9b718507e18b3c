import { many } from './parts.ts';

/** Chronology: everything that has a time on one line, and what does not hold together on it. */
export const chronology = {
  title: 'Chronology',
  about: 'What was said and done, notices, interviews, holds and decisions on one line, each with where it stands.',
  loading: 'Putting the line together',
  everybody: 'Everybody',
  whose: 'Whose',
  empty: {
    title: 'Nothing has a time yet',
    body: 'Linked passages, the complaint, steps, findings and documents stand here in the order in which they happened.',
    action: 'Go to Steps',
  },
  remarks: {
    title: (count: number) => many(count, 'thing does not hold together', 'things do not hold together'),
    about:
      'Each will be asked about at a hearing. Correct what was written down wrongly, or say in the findings why it is so.',
    none: 'The order of things holds, as far as it was recorded.',
    show: (words: string) => `Show on the line: ${words}`,
    showShort: 'Show on the line',
  },
  line: 'The line',
  undated: (count: number) =>
    `${many(count, 'linked item has', 'linked items have')} no date that could be read, and no place here.`,
  uncertain: 'time not certain',
  dayOnly: 'only the day is known',
  open: (words: string) => `Open: ${words}`,
  openShort: 'Open',
  remarked: 'named above',
  kinds: {
    conduct: 'Said or done',
    knowledge: 'Knowledge',
    complaint: 'Complaint',
    capture: 'Received',
    notice: 'Notice',
    hold: 'Hold',
    interview: 'Interview',
    response: 'Response',
    finding: 'Finding',
    decision: 'Decision',
    document: 'Document',
    procedure: 'Step',
  },
};
