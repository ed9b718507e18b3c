import type { Command } from 'commander';
import type { CommandLineEngine } from '../../engine/index.ts';
import { ExitCode } from '../exit.ts';
import { lineInStep, print } from '../output.ts';
import { ask, type CaseOptions, withCase } from '../session.ts';

interface ItemsOptions extends CaseOptions {
  readonly json?: boolean;
}

const PAGE = 500;

export function itemsCommand(program: Command, ended: (code: number) => void): void {
  program
    .command('items')
    .description('the items in time order, in the shape that suggest reads')
    .argument('<case>', 'the case file')
    .option('--json', 'one JSON object an item on stdout')
    .option('--passphrase-file <file>', 'a file whose first line is the passphrase')
    .action(async (path: string, options: ItemsOptions) => {
      await withCase(path, options, (engine) => tellItems(engine, options.json === true));
      ended(ExitCode.done);
    });
}

async function tellItems(engine: CommandLineEngine, json: boolean): Promise<void> {
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await ask(engine, 'item.page', { sort: 'time', offset, limit: PAGE });
    for (const row of rows) {
      if (json) await lineInStep(await ask(engine, 'item.wire', { id: row.id }));
      else
        print(
          `#${row.number}  ${row.sentAt?.asWritten ?? 'no date'}  ${row.author ?? 'author not known'}: ${row.snippet}`,
        );
    }
    if (rows.length < PAGE) return;
  }
}
