import type { Command } from 'commander';
import { loadPolicies, Suggester, toWire } from '../../engine/index.ts';
import { ExitCode, Refusal } from '../exit.ts';
import { lineInStep, say } from '../output.ts';
import { commandLineHost } from '../session.ts';
import { stdinLines } from '../stdin.ts';
import { resourcesDir } from '../surroundings.ts';

interface SuggestOptions {
  readonly policy?: string[];
  readonly all?: boolean;
}

/** Lines that are read together where they are there already; nobody waits for more. */
const MOST_TOGETHER = 32;

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
  const { startWorker } = commandLineHost();
  const suggester = new Suggester(() => startWorker('encode'), packs);
  let broken = false;
  try {
    for await (const lines of together(numbered(stdinLines()))) {
      const read = lines.map(readLine);
      const results = await suggester.suggest(read.flatMap((one) => ('input' in one ? [one.input] : [])));
      let next = 0;
      for (const one of read) {
        const result = 'input' in one ? results[next++] : undefined;
        if (result === undefined) broken = true;
        await lineInStep(result === undefined ? one : toWire(result, options.all ?? false));
      }
    }
    if (!suggester.works) say('The sentence encoder failed; these suggestions rest on words and circumstances alone.');
  } finally {
    suggester.close();
  }
  return broken ? ExitCode.person : ExitCode.done;
}

interface NumberedLine {
  readonly number: number;
  readonly text: string;
}

async function* numbered(lines: AsyncIterable<string>): AsyncGenerator<NumberedLine> {
  let number = 0;
  for await (const text of lines) {
    number += 1;
    yield { number, text };
  }
}

function readLine({
  number,
  text,
}: NumberedLine): { readonly input: unknown } | { readonly id: null; readonly error: string } {
  try {
    const input: unknown = JSON.parse(text);
    return { input };
  } catch (error) {
    return { id: null, error: `Line ${number} is not JSON: ${error instanceof Error ? error.message : ''}` };
  }
}

/** What has come so far, in order, at most so many at once; a slow writer gets every line answered as it comes. */
async function* together<Value>(values: AsyncIterable<Value>): AsyncGenerator<readonly Value[]> {
  const source = values[Symbol.asyncIterator]();
  let pending = source.next();
  for (;;) {
    const first = await pending;
    if (first.done === true) return;
    const some = [first.value];
    pending = source.next();
    while (some.length < MOST_TOGETHER) {
      const ready = await soon(pending);
      if (ready === null || ready.done === true) break;
      some.push(ready.value);
      pending = source.next();
    }
    yield some;
  }
}

/** The value if it is there within a moment; null else. */
function soon<Value>(pending: Promise<Value>): Promise<Value | null> {
  return Promise.race([pending, new Promise<null>((resolve) => setTimeout(() => resolve(null), 5))]);
}
