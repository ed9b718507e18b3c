import { z } from 'zod';

/** Every error that can reach a person. `{name}` stands for a detail given when it is raised. */
const errorWords = {
  'bad-input': {
    title: 'This request was not understood: {why}',
    kept: 'Nothing was changed.',
    next: 'Correct the part that is named, then try again.',
  },
  'unknown-call': {
    title: 'There is no call named “{name}”.',
    kept: 'Nothing was changed.',
    next: 'See docs/calls.md for the list of calls.',
  },
  'no-case-open': {
    title: 'No case is open.',
    kept: 'Nothing was changed.',
    next: 'Open a case, then try again.',
  },
  'case-already-open': {
    title: 'A case is open in this window already.',
    kept: 'The open case was not touched.',
    next: 'Close it first, or open the other case in a new window.',
  },
  'case-missing': {
    title: 'There is no file at {path}.',
    kept: 'Nothing was changed.',
    next: 'Check whether the case file was moved or renamed, then open it from there.',
  },
  'case-exists': {
    title: 'There is a file at {path} already.',
    kept: 'The existing file was not touched.',
    next: 'Choose another name for the new case.',
  },
  'case-folder-missing': {
    title: 'The folder of {path} does not exist or cannot be written to.',
    kept: 'No file was made.',
    next: 'Choose a folder that exists and that you may write to.',
  },
  'case-wrong-key': {
    title: 'The passphrase does not open this case file, or the file is not an Evenhand case.',
    kept: 'The file was not changed.',
    next: 'Type the passphrase again (capital letters count), or use the recovery key.',
  },
  'case-needs-passphrase': {
    title: 'This case file is encrypted.',
    kept: 'The file was not changed.',
    next: 'Give its passphrase to open it.',
  },
  'not-a-case': {
    title: 'This file is not an Evenhand case file.',
    kept: 'The file was not changed.',
    next: 'Choose a file that ends in .evenhand.',
  },
  'case-in-use': {
    title: 'This case is open already, {who}.',
    kept: 'The file was not changed.',
    next: 'Close it there first. If nothing has it open, wait a moment and try again.',
  },
  'case-read-only': {
    title: '{words}',
    kept: 'Nothing was changed.',
    next: 'Everything can still be read, searched and checked.',
  },
  'case-written-to': {
    title: 'The case is being written to all the time at the moment, so that no whole copy of it could be made.',
    kept: 'The case was not touched.',
    next: 'Wait until the import there is done or pause it, then try again.',
  },
  'hand-over-reason': {
    title: 'The right to write was handed over to {who}. Taking it in their place needs a reason.',
    kept: 'Nothing was changed.',
    next: 'Give the reason; it stands in the evidence record for good, and every opening says so.',
  },
  'hand-over-none': {
    title: 'The right to write is with you already, or it was not handed over.',
    kept: 'Nothing was changed.',
    next: 'Go on working in the case.',
  },
  'hand-over-self': {
    title: 'This is your own signing key.',
    kept: 'Nothing was handed over.',
    next: 'Ask the person who takes over for theirs: their start screen shows it beside their name.',
  },
  'escrow-none': {
    title: 'The district’s settings name no escrow key.',
    kept: 'Nothing was written.',
    next: 'Ask whoever keeps the district’s file to add one, and keep the recovery sheet safe.',
  },
  'escrow-refused': {
    title: 'This does not open the sealed key: {why}.',
    kept: 'Nothing was opened.',
    next: 'Use the private key that belongs to the key named in the sealed file.',
  },
  'retention-kept': {
    title: 'This case may not be destroyed: {why}',
    kept: 'Nothing was removed.',
    next: 'Evidence record, “Case file”, says what is missing.',
  },
  'case-newer': {
    title: 'This case was made by a newer Evenhand (file format {found}; this version reads up to {known}).',
    kept: 'The file was not changed.',
    next: 'Update Evenhand, then open the case again.',
  },
  'nothing-to-salvage': {
    title: 'The part of the file that says where everything stands is damaged: nothing of it can be read.',
    kept: 'The file was not changed.',
    next: 'Open the latest backup. If there is none, keep the file as it is and ask somebody who recovers disks.',
  },
  'salvage-folder-taken': {
    title: 'The folder {path} is not empty.',
    kept: 'Nothing was read, and nothing was written.',
    next: 'Choose an empty folder, or the name of a new one.',
  },
  'upgrade-without-backup': {
    title:
      'This case comes from an older Evenhand, and the copy that is made before it is brought up to date failed: {why}.',
    kept: 'The file was not changed.',
    next: 'Free some space beside the case, or copy it to another disk, then open it again.',
  },
  'case-damaged': {
    title: 'The case file is damaged: {why}',
    kept: 'The file was not changed.',
    next: 'Open the latest backup. If there is none, save what can be read of this file into a folder; it is not written into.',
  },
  'disk-full': {
    title: 'The disk is full or cannot be written to.',
    kept: 'Everything acknowledged before is still in the case file; this change was not made.',
    next: 'Free some space, then try again.',
  },
  'passphrase-too-weak': {
    title: 'This passphrase is too short.',
    kept: 'No file was made.',
    next: 'Use at least 12 characters; four or five unrelated words are easy to remember.',
  },
  'not-found': {
    title: 'The {what} you asked for is not in this case.',
    kept: 'Nothing was changed.',
    next: 'It may have been withdrawn. Look in the activity log.',
  },
  'district-unknown': {
    title: 'There is no district settings file named “{id}”.',
    kept: 'No case was made.',
    next: 'Choose one of: {known}.',
  },
  'district-invalid': {
    title: 'The district settings file cannot be used: {why}',
    kept: 'No case was made.',
    next: 'Correct the file, then try again.',
  },
  'district-other-key': {
    title: 'This district file is signed by another key than the one before it: {signer}, key {key}; before: {before}.',
    kept: 'Nothing was taken from it.',
    next: 'Ask the district, on a way you know, whether {signer} signed it. If so, take it in all the same.',
  },
  'policy-not-adopted': {
    title: 'This district had not adopted {policy} on that day.',
    kept: 'Nothing was changed.',
    next: 'Choose a clause of a policy that was in force: {known}.',
  },
  'clause-unknown': {
    title: 'Policy {policy} has no clause “{clause}”.',
    kept: 'Nothing was changed.',
    next: 'Choose a clause from the list.',
  },
  'element-unknown': {
    title: 'Clause {clause} has no element “{element}”.',
    kept: 'Nothing was changed.',
    next: 'Choose an element from the list.',
  },
  'passage-not-found': {
    title: 'The quoted words do not stand in that item at that place.',
    kept: 'Nothing was changed.',
    next: 'Mark the words again in the item.',
  },
  'finding-not-ready': {
    title: 'This finding cannot be recorded yet: {missing}',
    kept: 'What you wrote is kept in the form.',
    next: 'Record what is missing first. It cannot be skipped.',
  },
  'weighing-not-ready': {
    title: 'This cannot be weighed yet: {missing}',
    kept: 'What you wrote is kept in the form.',
    next: 'Record what is missing first. It cannot be skipped.',
  },
  'best-case-changed': {
    title: 'The best case has changed while it was read: {n} came since.',
    kept: 'Nothing was signed.',
    next: 'Read what is marked as new, then sign again.',
  },
  'gate-closed': {
    title: '{document} cannot be issued yet: {missing}',
    kept: 'Nothing was issued. A draft can be made at any time.',
    next: 'Complete the steps that are named, or override the gate with a reason, which every later document prints.',
  },
  'kind-unknown': {
    title: 'There is no document of the kind “{kind}”.',
    kept: 'Nothing was made.',
    next: 'Choose one of: {known}.',
  },
  'language-not-offered': {
    title: 'The {document} is offered in English only.',
    kept: 'Nothing was made.',
    next: 'Choose English.',
  },
  'document-failed': {
    title: 'The document could not be made: {why}',
    kept: 'Nothing was issued and the case is unchanged.',
    next: 'Try again. If it fails again, send the reference below to whoever maintains Evenhand.',
  },
  'redaction-leak': {
    title: '{document} was made, opened again and refused: {what} was to be taken out and is still in it ({where}).',
    kept: 'Nothing was issued. The file was not kept.',
    next: 'Look under “What is taken out”: take out the words or the place once more, then issue again.',
  },
  'redaction-undecided': {
    title: 'What this audience may see in the pictures is not decided yet. {faces}{pictures}',
    kept: 'Nothing was issued.',
    next: 'Look for faces under “What is taken out” and decide about each one that was found.',
  },
  'no-respondent': {
    title: 'The case has no respondent{name}.',
    kept: 'Nothing was changed.',
    next: 'Add the employee under People first.',
  },
  'nothing-to-reverse': {
    title: 'There is nothing to {what}.',
    kept: 'Nothing was changed.',
    next: 'The activity log shows every change that was made.',
  },
  'reverse-conflict': {
    title: 'This cannot be reversed because something it touched was changed since.',
    kept: 'Nothing was changed.',
    next: 'Change it by hand; the activity log shows what stood there before.',
  },
  'already-retracted': {
    title: 'This was withdrawn already.',
    kept: 'Nothing was changed.',
    next: 'The activity log shows when and why.',
  },
  'transcript-linked': {
    title: '{n} on words of this transcript that would no longer stand.',
    kept: 'Nothing was changed. Links to words that stay the same go over by themselves.',
    next: 'Withdraw those links first, or keep their words as they are.',
  },
  'job-running': {
    title: 'An import is running already.',
    kept: 'It goes on.',
    next: 'Wait until it is done, or cancel it.',
  },
  'evidence-closed': {
    title: 'This file is {why}. Nobody is shown what it holds.',
    kept: 'Nothing was changed.',
    next: 'Evidence, “Kept out of sight”, says why and who decides about it.',
  },
  'not-locked': {
    title: 'Only a file that is locked can be removed.',
    kept: 'Nothing was removed.',
    next: 'Lock it first; it is then out of sight at once. Remove it when the written instruction is there.',
  },
  'export-running': {
    title: 'A copy is being made already.',
    kept: 'It goes on.',
    next: 'Wait until it is done, or cancel it.',
  },
  'case-resting': {
    title: 'The case file is being written anew at the moment.',
    kept: 'Nothing of this was done.',
    next: 'Wait until it is done (the status bar shows how far it is), then do this again.',
  },
  'backup-failed': {
    title: 'The backup could not be made: {why}',
    kept: 'The case itself is unchanged, and earlier backups are still there.',
    next: 'Free some space, or choose another folder for backups under Evidence record.',
  },
  'case-busy': {
    title: 'Something else is still being done: {what}.',
    kept: 'It goes on; nothing else was changed.',
    next: 'Wait until it is done, or cancel it, then try again.',
  },
  'export-needs-recipient': {
    title: 'A complete copy needs the name of whoever receives it.',
    kept: 'No copy was made.',
    next: 'Say who receives it; the evidence record keeps the name.',
  },
  'export-compelled': {
    title: 'This copy holds a compelled statement, and it goes to the police or a prosecutor ({to}).',
    kept: 'No copy was made.',
    next: 'A compelled statement serves no prosecution (Garrity v. New Jersey). Make the copy for the board, which leaves it out, and ask counsel.',
  },
  'export-folder-taken': {
    title: 'The folder {path} is not empty, or is no folder.',
    kept: 'Nothing in it was touched, and no copy was made.',
    next: 'Choose a folder that does not exist yet, or an empty one.',
  },
  'export-cancelled': {
    title: 'The copy was cancelled.',
    kept: 'What was written of it was taken away; the case is unchanged.',
    next: 'Make the copy again when it suits.',
  },
  'export-disk-full': {
    title: 'The copy could not be written: the disk is full, or its folder cannot be written to.',
    kept: 'What was written of it was taken away; the case is unchanged.',
    next: 'Free some space or choose another place, then make the copy again.',
  },
  'stamp-file': {
    title: 'The file {path} could not be written or read, or there is one of that name already.',
    kept: 'Nothing was changed.',
    next: 'Choose another place or name, then try again.',
  },
  'stamp-refused': {
    title: 'This answer of a time-stamping authority cannot be taken: {why}.',
    kept: 'Nothing was changed; the request still waits.',
    next: 'Send the request file to the authority again, and attach the answer to exactly that request.',
  },
  'stamp-answered': {
    title: 'This request has its answer already.',
    kept: 'Nothing was changed.',
    next: 'Make a new request to have the record stamped again.',
  },
  'engine-stopped': {
    title: 'The part of Evenhand that keeps the case file stopped unexpectedly.',
    kept: 'Everything that was shown as saved is in the case file.',
    next: 'It is being started again. Open the case, and repeat the last action if it is missing.',
  },
  'internal-fault': {
    title: 'Something went wrong inside Evenhand.',
    kept: 'This change was not made; everything before it is kept.',
    next: 'Try again. If it happens again, send the reference below to whoever maintains Evenhand.',
  },
} as const;

type ErrorKinds = keyof typeof errorWords;
const kinds = Object.keys(errorWords);
export const ErrorKind = z.custom<ErrorKinds>((value) => typeof value === 'string' && kinds.includes(value));
export type ErrorKind = ErrorKinds;
export const errorKinds: readonly string[] = kinds;

/** An error with a kind of the table above; anything else that is thrown is an `internal-fault`. */
export class EvenhandError extends Error {
  override readonly name = 'EvenhandError';
  readonly kind: ErrorKind;
  readonly details: Readonly<Record<string, string>>;
  constructor(kind: ErrorKind, details: Readonly<Record<string, string>> = {}, cause?: unknown) {
    super(fill(errorWords[kind].title, details), cause === undefined ? undefined : { cause });
    this.kind = kind;
    this.details = details;
  }
}

export function raise(kind: ErrorKind, details: Readonly<Record<string, string>> = {}): never {
  throw new EvenhandError(kind, details);
}

/** The three sentences of an error, with its details filled in. */
export function wordsOf(error: EvenhandError): { title: string; kept: string; next: string } {
  const words = errorWords[error.kind];
  return {
    title: fill(words.title, error.details),
    kept: fill(words.kept, error.details),
    next: fill(words.next, error.details),
  };
}

function fill(text: string, details: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => details[name] ?? '');
}

/** States a belief about the program itself; a breach is a fault, never a message for a user. */
export function must<T>(value: T | null | undefined, belief: string): T {
  if (value === null || value === undefined) throw new Error(`broken belief: ${belief}`);
  return value;
}

export function assertNever(value: never, belief: string): never {
  throw new Error(`broken belief: ${belief}: ${JSON.stringify(value)}`);
}
