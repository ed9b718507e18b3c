import type { Command } from 'commander';
import { ExitCode, Refusal } from '../exit.ts';
import { line, print, say } from '../output.ts';
import { ask, type CaseOptions, withCase } from '../session.ts';

interface SearchOptions extends CaseOptions {
  readonly json?: boolean;
  readonly limit: string;
}

/** By whose reading a hit was found, where it is not the item's own words. */
const foundWords = {
  item: '',
  person: ' (in words corrected or translated by a person)',
  'as-read': ' (as the machine read it; corrected since)',
  beside: ' (beside its words)',
} as const;

export function searchCommand(program: Command, ended: (code: number) => void): void {
  program
    .command('search')
    .description('search all words: upper case and accents do not matter, "a phrase", begin… matches beginnings')
    .argument('<case>', 'the case file')
    .argument('<query>', 'words to find')
    .option('--json', 'one JSON object a hit on stdout')
    .option('--limit <n>', 'at most so many hits', '50')
    .option('--passphrase-file <file>', 'a file whose first line is the passphrase')
    .action(async (path: string, words: string, options: SearchOptions) => {
      const limit = Number(options.limit);
      if (!Number.isInteger(limit) || limit < 1 || limit > 1000) {
        throw new Refusal('--limit takes a whole number from 1 to 1000.', ExitCode.usage);
      }
      const { total, hits } = await withCase(path, options, (engine) => ask(engine, 'item.search', { words, limit }));
      for (const hit of hits) {
        const { number: _, foundIn, beside, ...told } = hit;
        if (options.json === true) line(told);
        else
          print(
            `#${hit.number}  ${hit.path}${hit.page === null ? '' : `, page ${hit.page}`}${beside === null ? foundWords[foundIn] : ` (${beside})`}\n    ${hit.snippet}`,
          );
      }
      say(`${total} found, ${hits.length} shown.`);
      ended(ExitCode.done);
    });
}
