import type { Command } from 'commander';
import { answerDeadline } from '../../engine/index.ts';
import { ExitCode } from '../exit.ts';
import { lineInStep } from '../output.ts';
import { stdinLines } from '../stdin.ts';

export function deadlineCommand(program: Command, ended: (code: number) => void): void {
  program
    .command('deadline')
    .description('read deadline questions as JSON lines on stdin, write due dates with their arithmetic')
    .action(async () => {
      let open = false;
      for await (const text of stdinLines()) {
        const answer = answerOf(text);
        if ('error' in answer) open = true;
        await lineInStep(answer);
      }
      ended(open ? ExitCode.person : ExitCode.done);
    });
}

function answerOf(text: string) {
  try {
    return answerDeadline(JSON.parse(text));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { id: null, error: `This line is not a question in JSON: ${why}`, missing: [] };
  }
}
