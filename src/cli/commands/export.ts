import type { Command } from 'commander';
import { Audience } from '../../contract/custody.ts';
import { must } from '../../contract/errors.ts';
import type { CommandLineEngine } from '../../engine/index.ts';
import { ExitCode, Refusal } from '../exit.ts';
import { line, print, say } from '../output.ts';
import { ask, type CaseOptions, withCase } from '../session.ts';
import { typedPath } from '../surroundings.ts';

interface ExportOptions extends CaseOptions {
  readonly audience: string;
  readonly to?: string;
  readonly json?: boolean;
}

export function exportCommand(program: Command, ended: (code: number) => void): void {
  program
    .command('export')
    .description('write a copy for others: a folder that anybody can check without Evenhand; it is not encrypted')
    .argument('<case>', 'the case file')
    .argument('<dir>', 'where the copy goes; absent or empty')
    .requiredOption('--audience <audience>', Audience.options.join(', '))
    .option('--to <name>', 'who receives it; a full copy needs it')
    .option('--json', 'one JSON object on stdout')
    .option('--passphrase-file <file>', 'a file whose first line is the passphrase')
    .option('--by <name>', 'who acts, as "Name, role"')
    .action(async (path: string, dir: string, options: ExportOptions) => {
      const audience = Audience.safeParse(options.audience);
      if (!audience.success) throw new Refusal(`--audience takes ${Audience.options.join(', ')}.`, ExitCode.usage);
      const to = options.to?.trim() ?? '';
      if (audience.data === 'full' && to === '') {
        throw new Refusal('A full copy needs --to with the name of whoever receives it.', ExitCode.usage);
      }
      const order = { folder: typedPath(dir), audience: audience.data, to: to === '' ? null : to };
      ended(await withCase(path, options, (engine) => exportTo(engine, order, options.json === true)));
    });
}

async function exportTo(
  engine: CommandLineEngine,
  order: { readonly folder: string; readonly audience: Audience; readonly to: string | null },
  json: boolean,
): Promise<number> {
  const started = await ask(engine, 'case.export', order);
  await engine.idle();
  const jobs = await ask(engine, 'job.list', {});
  const job = must(
    jobs.find(({ id }) => id === started.id),
    'the job that was started is listed',
  );
  if (job.state !== 'done') throw new Refusal(job.result ?? 'The copy was not made.', ExitCode.person);
  const copies = await ask(engine, 'copy.list', {});
  const copy = must(copies.at(-1), 'the copy that was made is listed');
  if (json) line({ ...copy, folder: order.folder });
  else print(job.result ?? '');
  say(`Check it with: evenhand verify ${order.folder}`);
  return ExitCode.done;
}
