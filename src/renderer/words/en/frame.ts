import { many } from './parts.ts';

/** Both amounts in the unit of the larger one. */
function bytesOf(done: number, total: number): string {
  const [unit, size] = total >= 1e9 ? ['GB', 1e9] : total >= 1e6 ? ['MB', 1e6] : ['kB', 1e3];
  const said = (bytes: number) => (bytes / Number(size)).toFixed(total >= 1e9 ? 1 : 0);
  return `${said(done)} of ${said(total)} ${unit}`;
}

/** Words of the frame around all screens: rail, top bar, status bar, palette, key sheet. */
export const frame = {
  product: 'Evenhand',
  rail: 'Rooms of the case',
  screens: {
    overview: 'Overview',
    evidence: 'Evidence',
    grid: 'Clause grid',
    people: 'People',
    findings: 'Findings',
    'best-case': 'Best case',
    chronology: 'Chronology',
    steps: 'Steps',
    documents: 'Documents',
    record: 'Evidence record',
    questions: 'First questions',
    policies: 'Policies',
  },
  topBar: 'Case',
  /** The place of dialogs, lists and explanations, for a screen reader. */
  floats: 'Above the page',
  statusBar: 'State of the case',
  caseNumber: (number: string) => `Case ${number}`,
  /** The field-like button in the top bar that opens the palette. */
  search: 'Search words, people and actions',
  reverse: (what: string | null) => (what === null ? 'Nothing to reverse' : `Reverse: ${what}`),
  repeat: (what: string | null) => (what === null ? 'Nothing to repeat' : `Repeat: ${what}`),
  reverseShort: 'Reverse',
  repeatShort: 'Repeat',
  /** Told after a reverse; the line stays in the activity log. */
  reversed: (what: string) => `Reversed: ${what}. It stays in the activity log.`,
  repeated: (what: string) => `Repeated: ${what}.`,
  closeCase: 'Close the case',
  lockCase: 'Lock now',
  theme: { light: 'Light', dark: 'Dark', auto: 'As the computer', change: (now: string) => `Colours: ${now}. Change` },
  more: 'More',
  keys: 'Keys',
  sample: 'Invented sample district',
  job: {
    progress: (title: string, done: number, total: number) => `${title}: ${done} of ${total}`,
    cancel: 'Stop',
    pause: 'Pause',
    resume: 'Go on',
    paused: (said: string) => `Paused. ${said}`,
    /** `1.2 of 3.4 GB`, beside the count of files. */
    bytes: (done: number, total: number) => bytesOf(done, total),
    left: (seconds: number) =>
      seconds < 60 ? 'less than a minute left' : `about ${many(Math.round(seconds / 60), 'minute', 'minutes')} left`,
    suggestionsRunning: 'is being looked at',
    dismiss: 'Put this away',
  },
  needs: {
    title: 'Needs a person',
    suggestions: (n: number) => many(n, 'suggestion to look at', 'suggestions to look at'),
    notRead: (n: number, described: number) =>
      described === 0
        ? `${n} not read by machine`
        : `${n} not read by machine, ${described} of them described by a person`,
    dates: (n: number) => many(n, 'file with dates to settle', 'files with dates to settle'),
    withoutReceipt: (n: number) => many(n, 'file without a receipt', 'files without a receipt'),
    nothing: 'No suggestion or file waits',
  },
  /** After people, accounts or facts changed, the machine looks through the items once more. */
  lookAgain: {
    action: 'Look through all items again',
    /** Told when the suggestions came out differently. */
    changed: (come: number, gone: number) =>
      `After this change the machine looked through the items again: ${[
        ...(come === 0 ? [] : [`${many(come, 'suggestion', 'suggestions')} more`]),
        ...(gone === 0 ? [] : [`${many(gone, 'suggestion', 'suggestions')} fewer`]),
      ].join(', ')}.`,
    same: 'The machine looked through the items again: the suggestions are the same.',
    later: 'The suggestions were made before this change. “Look through all items again” in the palette renews them.',
  },
  encrypted: 'Encrypted',
  notEncrypted: 'Not encrypted',
  fingerprint: (short: string) => `Fingerprint ${short}`,
  fingerprintAbout:
    'The fingerprint of all that was recorded so far. Every issued document prints it, so that a later change to the file would show.',
  palette: {
    label: 'Search and actions',
    placeholder: 'Type an action, a person, or words from the evidence',
    nothing: 'Nothing has this name and no item has these words',
    actions: 'Actions',
    evidence: 'Words in the evidence',
    people: 'People',
    who: (name: string) => `${name}: who that is`,
    everything: (name: string) => `${name}: everything from or to them`,
    item: (number: number) => `Item ${number}`,
    all: (n: number) => `Show ${many(n, 'item', 'items')} in Evidence`,
  },
  sheet: {
    title: 'Keys',
    about: 'Everything is also in the palette. Keys that need Ctrl work always.',
    single: 'Single-letter keys',
    singleAbout: 'Off at first, so that dictation and typing can never set them off.',
    none: 'No key; use the palette',
    always: 'Everywhere',
  },
  groups: { go: 'Go to', case: 'Case', view: 'View', item: 'Item', evidence: 'Evidence', here: 'On this screen' },
  go: (screen: string) => `Go to ${screen}`,
  actions: {
    palette: 'Search and actions',
    sheet: 'Show the keys',
    theme: 'Change light or dark colours',
    reverse: 'Reverse the last change',
    repeat: 'Repeat what was reversed',
    lock: 'Lock now',
    close: 'Close the case',
    cancelJob: 'Stop the running import',
  },
  gone: 'This part of the window stopped working.',
  goneKept: 'Everything shown as saved is in the case file.',
  goneNext: 'Go to another room, or show this one again.',
  /** Where the engine stopped: starts it and asks again. */
  startAgain: 'Start it again',
  showAgain: 'Show this room again',
};
