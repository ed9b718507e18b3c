import type { Command } from 'commander';
import { loadPolicies, suggestFor, toWire } from '../../engine/index.ts';
import { ExitCode, Refusal } from '../exit.ts';
import { lineInStep } from '../output.ts';
import { stdinLines } from '../stdin.ts';
import { resourcesDir } from '../surroundings.ts';

interface SuggestOptions {
  readonly policy?: string[];
  readonly all?: boolean;
}

export function suggestCommand(program: Command, ended: (code: number) => void): void {
  program
    .command('suggest')
    .description('read items as JSON lines on stdin, write one line of suggestions each')
    .option('--policy <id...>', 'only under this policy; may be given again')
    .option('--all', 'also what does not pass the threshold')
    .action(async (options: SuggestOptions) => ended(await suggestLines(options)));
}

async function suggestLines(options: SuggestOptions): Promise<number> {
  const all = loadPolicies(resourcesDir);
  const unknown = options.policy?.find((id) => !all.some((pack) => pack.id === id));
  if (unknown !== undefined) {
    const known = [...new Set(all.map(({ id }) => id))].join(', ');
    throw new Refusal(`There is no policy “${unknown}”. There are: ${known}.`, ExitCode.usage);
  }
  const packs = options.policy === undefined ? all : all.filter(({ id }) => options.policy?.includes(id));
  let broken = false;
  let number = 0;
  for await (const text of stdinLines()) {
    number += 1;
    let input: unknown;
    try {
      input = JSON.parse(text);
    } catch (error) {
      broken = true;
      await lineInStep({
        id: null,
        error: `Line ${number} is not JSON: ${error instanceof Error ? error.message : ''}`,
      });
      continue;
    }
    await lineInStep(toWire(suggestFor(input, packs), options.all ?? false));
  }
  return broken ? ExitCode.person : ExitCode.done;
}
