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
const USAGE: ReadonlySet<string> = new Set(['bad-input', 'unknown-call', 'kind-unknown', 'district-unknown']);

/** An error of the engine as the command line tells it. */
export function refusalOf(error: CallError): Refusal {
  const code = CANNOT_OPEN.has(error.kind)
    ? ExitCode.cannotOpen
    : USAGE.has(error.kind)
      ? ExitCode.usage
      : ExitCode.person;
  return new Refusal(`${error.title} ${error.kept} ${error.next} (reference ${error.ref})`, code);
}
