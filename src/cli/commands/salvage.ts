import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { must } from '../../contract/errors.ts';
import { SalvageReport } from '../../contract/salvage.ts';
import { ExitCode, Refusal } from '../exit.ts';
import { line, print } from '../output.ts';
import { ask, engineFor } from '../session.ts';
import { passphraseFrom, typedPath } from '../surroundings.ts';

interface SalvageOptions {
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

export function salvageCommand(program: Command, ended: (code: number) => void): void {
  program
    .command('salvage')
    .description('get everything readable out of a damaged case file, and list what is gone; the file is only read')
    .argument('<case>', 'the damaged case file')
    .argument('<dir>', 'where it goes, in clear; absent or empty')
    .option('--passphrase-file <file>', 'a file whose first line is the passphrase, or the recovery key')
    .option('--json', 'one JSON object on stdout')
    .action(async (path: string, dir: string, options: SalvageOptions) => ended(await salvage(path, dir, options)));
}

async function salvage(path: string, dir: string, options: SalvageOptions): Promise<number> {
  const engine = engineFor({});
  try {
    const passphrase = await passphraseFrom(options.passphraseFile);
    const folder = typedPath(dir);
    const { id } = await ask(engine, 'case.salvage', { path: typedPath(path), passphrase, folder });
    await engine.idle();
    const jobs = await ask(engine, 'job.list', {});
    const job = must(
      jobs.find((one) => one.id === id),
      'the job that was started is listed',
    );
    if (job.state !== 'done') throw new Refusal(job.result ?? 'Nothing was saved.', ExitCode.person);
    if (options.json !== true) {
      print(job.result ?? '');
      return ExitCode.done;
    }
    line(SalvageReport.parse(JSON.parse(readFileSync(join(folder, 'what-was-saved.json'), 'utf8'))));
    return ExitCode.done;
  } finally {
    await engine.close();
  }
}
