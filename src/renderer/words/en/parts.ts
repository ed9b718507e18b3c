import type { HowObtained } from '../../../contract/evidence.ts';
import type { FlagKind } from './names.ts';

/** Words of the parts that all screens share. */
export const parts = {
  cancel: 'Cancel',
  close: 'Close',
  loading: (what: string) => `Reading ${what} from the case file`,
  error: {
    kept: 'What was kept',
    next: 'What to do',
    /** Shown in small letters; whoever maintains Evenhand finds the cause by it. */
    reference: (ref: string) => `Reference ${ref}`,
    tryAgain: 'Try again',
    dismiss: 'Put away',
  },
  reason: {
    label: 'Reason',
    hint: 'One sentence is enough. It stays in the activity log under your name.',
  },
  sides: {
    for: 'For',
    against: 'Against',
    forNone: 'Nothing is linked for it.',
    againstNone: 'Nothing is linked against it.',
  },
  /** Beside a clause the machine points to: nothing has been decided. */
  suggested: 'suggested',
  mayBreach: (label: string) => `May breach: ${label}`,
  flags: {
    'mandated-report': 'May call for a report to the authorities',
    'may-be-protected': 'May be protected: ask counsel',
    'date-ambiguous': 'Date can be read two ways',
  } satisfies Record<FlagKind, string>,
  flagsShort: {
    'mandated-report': 'Report?',
    'may-be-protected': 'Protected?',
    'date-ambiguous': 'Which day?',
  } satisfies Record<FlagKind, string>,
  howObtained: {
    'public-view': 'Seen in public, without logging in',
    'handed-over-by-recipient': 'Handed over by somebody who received it',
    'volunteered-by-employee': 'Volunteered by the employee',
    'district-account-or-device': 'From a district account or device',
    'order-or-warrant': 'By court order or warrant',
    'own-note': 'A note taken by whoever received it',
    'not-known': 'Not known',
    'login-demanded': 'The employee was asked for a log-in',
    'logged-in-in-presence': 'The employee was made to log in while watched',
    'friend-request-required': 'The employee was made to accept a contact request',
  } satisfies Record<HowObtained, string>,
  /** In place of the id of a clause that stands in a policy's general part, such as `general-goodwill`. */
  generalPart: 'General part',
  owner: {
    label: 'Whose phone or account it was taken from',
    about: 'Lines without a name are then theirs, and what was written to this phone was written to them.',
    nobody: 'Nobody has said',
    notFound: 'Nobody of this name is entered',
    addPerson: 'Enter somebody else under People',
  },
  table: {
    rows: (shown: number, all: number) =>
      shown === all ? `${count(all)} rows` : `${count(shown)} of ${count(all)} rows`,
    loadingRow: 'Reading this row',
    sortedUp: 'sorted, first to last',
    sortedDown: 'sorted, last to first',
    sortBy: (column: string) => `Sort by ${column}`,
    resize: (column: string) => `Width of ${column}`,
  },
  moment: {
    unknown: 'Date not known',
    /** Read out before a time that is not certain; the sign on the screen is ≈. */
    about: 'about',
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    ambiguous: (readings: string) => `The source writes the date so that it can be read as ${readings}.`,
    assumed: 'The zone or part of the date is assumed, not stated by the source.',
    floating: 'The source does not say in which time zone.',
    container: 'The time comes from the file that holds it, not from the message itself.',
    fileTime: 'The time is the file’s own, which may be later than what it shows.',
    person: 'A person gave this time.',
    asWritten: (words: string) => `In the source: “${words}”`,
    or: ' or ',
    dayOnly: 'The source gives the day only.',
  },
};

/** `1204` as `1,204`. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** `1 item`, `2 items`. */
export function many(value: number, one: string, several: string): string {
  return `${count(value)} ${value === 1 ? one : several}`;
}
