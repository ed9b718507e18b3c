import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { ExitCode, Refusal } from '../exit.ts';
import { line, say } from '../output.ts';
import { ask, engineFor } from '../session.ts';
import { askPassphrase, passphraseFrom, typedPath } from '../surroundings.ts';

interface NewOptions {
  readonly title: string;
  readonly passphraseFile?: string;
  readonly passphrase: boolean;
  readonly district?: string;
  readonly by?: string;
  readonly json?: boolean;
}

export function newCommand(program: Command, ended: (code: number) => void): void {
  program
    .command('new')
    .description('make a case file')
    .argument('<case>', 'where the case file is to be')
    .requiredOption('--title <title>', 'what the case is called')
    .option('--passphrase-file <file>', 'a file whose first line is the passphrase')
    .option('--no-passphrase', 'make a case that is not encrypted, deliberately')
    .option('--district <file>', 'a district settings file, or the id of a sample district')
    .option('--by <name>', 'who acts, as "Name, role"')
    .option('--json', 'one JSON object on stdout')
    .action(async (path: string, options: NewOptions) => ended(await makeCase(path, options)));
}

async function makeCase(path: string, options: NewOptions): Promise<number> {
  const passphrase = options.passphrase ? await chosenPassphrase(options) : null;
  const engine = engineFor(options);
  try {
    const state = await ask(engine, 'case.create', {
      path: typedPath(path),
      title: options.title,
      passphrase,
      district: options.district === undefined ? null : districtFrom(options.district),
    });
    const { key } = await ask(engine, 'case.recovery-key', {});
    if (options.json === true)
      line({
        caseId: state.caseId,
        number: state.number,
        path: state.path,
        encrypted: state.encrypted,
        fingerprint: state.fingerprint,
      });
    say(`Case ${state.number} was made: ${state.path}`);
    if (key === null) say('It is not encrypted: whoever has the file can read it.');
    else
      say(
        `Recovery key (write it down and keep it apart from the file; it opens the case without the passphrase):\n${key}`,
      );
    return ExitCode.done;
  } finally {
    await engine.close();
  }
}

async function chosenPassphrase(options: NewOptions): Promise<string> {
  const given =
    (await passphraseFrom(options.passphraseFile)) ?? (await askPassphrase('Passphrase (12 characters or more): '));
  if (given !== null) return given;
  throw new Refusal(
    'Give a passphrase with --passphrase-file, or --no-passphrase to leave the case unencrypted.',
    ExitCode.usage,
  );
}

/** A path where there is such a file; else an id of a shipped district. */
function districtFrom(given: string): string {
  const path = typedPath(given);
  return existsSync(path) ? path : given;
}
