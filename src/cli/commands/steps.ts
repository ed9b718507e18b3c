import type { Command } from 'commander';
import type { StepLine } from '../../contract/steps.ts';
import { parseStepsInput, stepRemarks, steps } from '../../engine/index.ts';
import { ExitCode, Refusal } from '../exit.ts';
import { line, print, say } from '../output.ts';
import { ask, type CaseOptions, withCase } from '../session.ts';
import { readStdin } from '../stdin.ts';

interface StepsOptions extends CaseOptions {
  readonly stdin?: boolean;
  readonly json?: boolean;
  readonly respondent?: string;
}

export function stepsCommand(program: Command, ended: (code: number) => void): void {
  program
    .command('steps')
    .description('the steps of each respondent: done, due, late, blocked (by what), waived, overridden, not applicable')
    .argument('[case]', 'the case file')
    .option('--stdin', 'read events, packs, calendars, respondents and now as one JSON object on stdin')
    .option('--json', 'one JSON object a step on stdout')
    .option('--respondent <name>', 'only the steps of this person')
    .option('--passphrase-file <file>', 'a file whose first line is the passphrase')
    .action(async (path: string | undefined, options: StepsOptions) => {
      const lines = await stepLines(path, options);
      const wanted = lines.filter(
        ({ respondent }) => options.respondent === undefined || respondent === options.respondent,
      );
      if (options.respondent !== undefined && wanted.length === 0) {
        const known = [...new Set(lines.map(({ respondent }) => respondent))].join(', ');
        throw new Refusal(`No steps for “${options.respondent}”. There are: ${known || 'none'}.`, ExitCode.usage);
      }
      for (const one of wanted) {
        if (options.json === true || options.stdin === true) line(one);
        else print(inWords(one));
      }
      ended(ExitCode.done);
    });
}

async function stepLines(path: string | undefined, options: StepsOptions): Promise<readonly StepLine[]> {
  const input = options.stdin === true ? await inputFromStdin() : await inputFromCase(path, options);
  for (const remark of stepRemarks(input)) say(remark);
  return steps(input);
}

async function inputFromCase(path: string | undefined, options: StepsOptions) {
  if (path === undefined) throw new Refusal('Name a case file, or give --stdin.', ExitCode.usage);
  return withCase(path, options, async (engine) => parseStepsInput(await ask(engine, 'steps.input', {})));
}

async function inputFromStdin() {
  try {
    return parseStepsInput(JSON.parse(await readStdin()));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Refusal(`The input cannot be used (docs/agreements.md describes it): ${why}`, ExitCode.usage);
  }
}

function inWords(one: StepLine): string {
  const due = one.due === null ? '' : ` · due ${one.due}`;
  const blocked = one.blockedBy.length === 0 ? '' : ` · waits for ${one.blockedBy.join(', ')}`;
  return `${one.respondent}: ${one.state.padEnd(14)} ${one.title} (${one.article})${due}${blocked}`;
}
