import { Command, CommanderError } from 'commander';
import { EvenhandError } from '../contract/errors.ts';
import { callCommand } from './commands/call.ts';
import { deadlineCommand } from './commands/deadline.ts';
import { demoCommand } from './commands/demo.ts';
import { doctorCommand } from './commands/doctor.ts';
import { documentCommand } from './commands/document.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { itemsCommand } from './commands/items.ts';
import { newCommand } from './commands/new.ts';
import { policyCommand } from './commands/policy.ts';
import { salvageCommand } from './commands/salvage.ts';
import { searchCommand } from './commands/search.ts';
import { stepsCommand } from './commands/steps.ts';
import { suggestCommand } from './commands/suggest.ts';
import { verifyCommand } from './commands/verify.ts';
import { ExitCode, Refusal, refusalOfKind } from './exit.ts';
import { say } from './output.ts';
import { version } from './surroundings.ts';

/** Runs one command line. @returns the exit code of docs/cli.md */
export async function main(words: readonly string[]): Promise<number> {
  let code: number = ExitCode.done;
  const program = new Command('evenhand')
    .description('Investigates complaints about an employee’s social media conduct, offline and fairly.')
    .version(version())
    .exitOverride()
    .configureOutput({ writeErr: (text) => process.stderr.write(text) });
  const ended = (result: number) => {
    code = result;
  };
  for (const add of [
    newCommand,
    callCommand,
    importCommand,
    itemsCommand,
    searchCommand,
    suggestCommand,
    deadlineCommand,
    stepsCommand,
    documentCommand,
    policyCommand,
    exportCommand,
    verifyCommand,
    salvageCommand,
    demoCommand,
    doctorCommand,
  ]) {
    add(program, ended);
  }
  // A subcommand is a program of its own to commander: each must be told not to end the process.
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    return codeOf(error);
  }
}

function codeOf(error: unknown): number {
  if (error instanceof Refusal) {
    say(error.message);
    return error.code;
  }
  if (error instanceof EvenhandError) return codeOf(refusalOfKind(error));
  if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.done : ExitCode.usage;
  // The reader of a pipe went away; nothing is wrong.
  if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return ExitCode.done;
  say(error instanceof Error ? `Something went wrong inside Evenhand: ${error.message}` : String(error));
  return ExitCode.person;
}
