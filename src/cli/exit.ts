import { type EvenhandError, wordsOf } from '../contract/errors.ts';
import type { CallError } from '../contract/wire.ts';

/** 0 all done · 1 done, but something needs a person · 2 wrong usage · 3 the case file can't be opened. */
export const ExitCode = { done: 0, person: 1, usage: 2, cannotOpen: 3 } as const;

/** Ends the command with words on stderr and a code. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: number;
  constructor(words: string, code: number) {
    super(words);
    this.code = code;
  }
}

const CANNOT_OPEN: ReadonlySet<string> = new Set([
  'case-missing',
  'case-wrong-key',
  'case-needs-passphrase',
  'not-a-case',
  'case-in-use',
  'case-newer',
  'case-damaged',
]);
const USAGE: ReadonlySet<string> = new Set([
  'bad-input',
  'unknown-call',
  'kind-unknown',
  'format-not-offered',
  'district-unknown',
  'district-invalid',
  'case-exists',
  'case-folder-missing',
  'passphrase-too-weak',
  'export-needs-recipient',
  'export-compelled',
  'export-folder-taken',
]);

function codeOf(kind: string): number {
  if (CANNOT_OPEN.has(kind)) return ExitCode.cannotOpen;
  return USAGE.has(kind) ? ExitCode.usage : ExitCode.person;
}

/** An error of the engine as the command line tells it. */
export function refusalOf(error: CallError): Refusal {
  return new Refusal(`${error.title} ${error.kept} ${error.next} (reference ${error.ref})`, codeOf(error.kind));
}

/** An error that came from below without passing through a call. */
export function refusalOfKind(error: EvenhandError): Refusal {
  const { title, kept, next } = wordsOf(error);
  return new Refusal(`${title} ${kept} ${next}`, codeOf(error.kind));
}
