import type { Command } from 'commander';
import { type CallName, calls, isCallName } from '../../contract/calls.ts';
import { JobState } from '../../contract/wire.ts';
import type { CommandLineEngine } from '../../engine/index.ts';
import { ExitCode, Refusal, refusalOf } from '../exit.ts';
import { line, say } from '../output.ts';
import { ask, type CaseOptions, engineFor, withCase } from '../session.ts';
import { readStdin } from '../stdin.ts';

export function callCommand(program: Command, ended: (code: number) => void): void {
  program
    .command('call')
    .description('make any call of the contract: input as JSON on stdin, output as JSON (docs/calls.md lists them)')
    .argument('<case>', 'the case file, or - for a call that needs none')
    .argument('<name>', 'the call, such as item.page')
    .option('--passphrase-file <file>', 'a file whose first line is the passphrase')
    .option('--by <name>', 'who acts, as "Name, role"')
    .action(async (path: string, name: string, options: CaseOptions) => ended(await callOnce(path, name, options)));
}

async function callOnce(path: string, name: string, options: CaseOptions): Promise<number> {
  if (!isCallName(name))
    throw new Refusal(`There is no call named “${name}”. docs/calls.md lists them.`, ExitCode.usage);
  const input = await inputFromStdin();
  if (path !== '-') return withCase(path, options, (engine) => answer(engine, name, input));
  const engine = engineFor(options);
  try {
    return await answer(engine, name, input);
  } finally {
    await engine.close();
  }
}

async function answer(engine: CommandLineEngine, name: CallName, input: unknown): Promise<number> {
  const reply = await engine.call(name, input);
  if (!reply.ok) throw refusalOf(reply.error);
  // A job goes on after its first answer; the case is closed only when it has ended.
  await engine.idle();
  const ended = await ask(engine, 'job.list', {});
  line(calls[name].kind === 'job' ? lastStateOf(reply.value, ended) : reply.value);
  const failed = ended.find(({ state }) => state === 'failed');
  if (failed === undefined) return ExitCode.done;
  say(`${failed.title}: ${failed.result ?? 'it failed'}`);
  return ExitCode.person;
}

/** A script wants to know how its job ended, not that it began. */
function lastStateOf(first: unknown, ended: readonly JobState[]): unknown {
  const job = JobState.safeParse(first);
  return job.success ? (ended.find(({ id }) => id === job.data.id) ?? first) : first;
}

async function inputFromStdin(): Promise<unknown> {
  if (process.stdin.isTTY) return {};
  const text = (await readStdin()).trim();
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal(
      `The input is not JSON: ${error instanceof Error ? error.message : String(error)}`,
      ExitCode.usage,
    );
  }
}
