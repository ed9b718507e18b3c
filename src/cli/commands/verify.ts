import { statSync } from 'node:fs';
import type { Command } from 'commander';
import { type LastSeen, lastSeen } from '../../engine/index.ts';
import {
  bagInWords,
  CannotOpen,
  isBag,
  openCase,
  type Report,
  type SqlReader,
  verifyBag,
  verifyCase,
} from '../../verifier/index.ts';
import { ExitCode, Refusal } from '../exit.ts';
import { line, print } from '../output.ts';
import { askPassphrase, passphraseFrom, profileDir, typedPath } from '../surroundings.ts';

interface VerifyOptions {
  readonly json?: boolean;
  readonly expect?: string;
  readonly passphraseFile?: string;
}

export function verifyCommand(program: Command, ended: (code: number) => void): void {
  program
    .command('verify')
    .description('check every hash, the chain and the signatures, with code that shares nothing with the engine')
    .argument('<case>', 'the case file, or the folder of a copy')
    .option('--json', 'one JSON object on stdout')
    .option('--expect <fingerprint>', 'a fingerprint printed earlier, which must still be in the chain')
    .option('--passphrase-file <file>', 'a file whose first line is the passphrase')
    .action(async (path: string, options: VerifyOptions) => ended(await verify(path, options)));
}

async function verify(path: string, options: VerifyOptions): Promise<number> {
  if (statSync(typedPath(path), { throwIfNoEntry: false })?.isDirectory() === true) return verifyCopy(path, options);
  const opened = await openFor(path, options);
  try {
    const report = verifyCase(opened, options.expect ?? null, seenOf(opened));
    if (options.json === true) line(report);
    else for (const words of inWords(report)) print(words);
    return report.ok ? ExitCode.done : ExitCode.person;
  } finally {
    opened.close();
  }
}

/** What this computer saw last of the case; a damaged file may not even say which case it is. */
function seenOf(opened: SqlReader): LastSeen | null {
  try {
    const id = opened.all('SELECT case_id FROM case_info')[0]?.['case_id'];
    return typeof id === 'string' ? lastSeen(profileDir(), id) : null;
  } catch {
    return null;
  }
}

async function verifyCopy(path: string, options: VerifyOptions): Promise<number> {
  const folder = typedPath(path);
  if (!isBag(folder)) throw new Refusal(`There is no copy of a case at ${folder}.`, ExitCode.cannotOpen);
  const report = await verifyBag(folder, { expect: options.expect ?? null });
  if (options.json === true) line(report);
  else for (const words of bagInWords(report)) print(words);
  return report.ok ? ExitCode.done : ExitCode.person;
}

async function openFor(path: string, options: VerifyOptions) {
  const file = typedPath(path);
  const given = await passphraseFrom(options.passphraseFile);
  try {
    return openCase(file, given);
  } catch (error) {
    if (!(error instanceof CannotOpen)) throw error;
    const typed = error.needsPassphrase ? await askPassphrase('Passphrase: ') : null;
    if (typed === null) throw new Refusal(error.message, ExitCode.cannotOpen);
    return openTyped(file, typed);
  }
}

function openTyped(file: string, passphrase: string) {
  try {
    return openCase(file, passphrase);
  } catch (error) {
    if (error instanceof CannotOpen) throw new Refusal(error.message, ExitCode.cannotOpen);
    throw error;
  }
}

function inWords(report: Report): readonly string[] {
  const { sources, items, entries, documents } = report.checked;
  const problem = report.firstProblem;
  const result =
    problem === null
      ? 'Unchanged: every hash, the chain and the signatures hold.'
      : `Damage: ${problem.what}: ${problem.where}${problem.entry === null ? '' : ` (entry ${problem.entry})`}.`;
  return [
    result,
    `Checked: ${sources} sources, ${items} items, ${entries} entries, ${documents} documents.`,
    `Fingerprint: ${report.fingerprint ?? 'none'}`,
    ...report.signedBy.map((who) => `Signed by ${who}`),
    ...report.removed.map((what) => `Removed: ${what}.`),
    ...report.notTested.map((what) => `Not tested: ${what}`),
  ];
}
