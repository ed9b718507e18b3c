import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { FileOutcome } from '../../contract/evidence.ts';
import type { CommandLineEngine } from '../../engine/index.ts';
import { ExitCode, Refusal } from '../exit.ts';
import { line, print, say } from '../output.ts';
import { ask, type CaseOptions, withCase } from '../session.ts';
import { typedPath } from '../surroundings.ts';

interface ImportOptions extends CaseOptions {
  readonly json?: boolean;
  readonly text?: string;
  readonly zone?: string;
  readonly mustNotKeep?: boolean;
}

export function importCommand(program: Command, ended: (code: number) => void): void {
  program
    .command('import')
    .description('import files and folders')
    .argument('<case>', 'the case file')
    .argument('<path...>', 'files and folders')
    .option('--json', 'one JSON object a file on stdout')
    .option('--text <dir>', 'write everything that search can find for a file to DIR/<sha256>.txt')
    .option('--zone <zone>', 'zone of times without one, such as America/New_York')
    .option(
      '--must-not-keep',
      'the files show an unclothed minor: nothing of them is opened, each leaves a line with its name',
    )
    .option('--passphrase-file <file>', 'a file whose first line is the passphrase')
    .option('--by <name>', 'who acts, as "Name, role"')
    .action(async (path: string, given: string[], options: ImportOptions) => {
      ended(await withCase(path, options, (engine) => importInto(engine, given, options)));
    });
}

async function importInto(
  engine: CommandLineEngine,
  given: readonly string[],
  options: ImportOptions,
): Promise<number> {
  let needsPerson = false;
  const tops: FileOutcome[] = [];
  const order = {
    paths: given.map((shown) => ({ path: typedPath(shown), shown })),
    receiptId: null,
    zone: options.zone === undefined ? null : knownZone(options.zone),
    mustNotKeep: options.mustNotKeep === true,
  };
  const end = await engine.importFiles(order, (outcome) => {
    if (outcome.outcome === 'rejected') needsPerson = true;
    tops.push(outcome);
    if (options.json === true) line(outcome);
    else print(inWords(outcome));
  });
  if (options.text !== undefined) await writeTexts(engine, typedPath(options.text), tops);
  const { counts } = await ask(engine, 'case.state', {});
  say(`${countOf(tops.length, 'file')}; the case holds ${countOf(counts.items, 'item')}.`);
  if (counts.withoutReceipt > 0)
    say(`Without a receipt sheet yet: ${countOf(counts.withoutReceipt, 'file')}. Say from whom they came.`);
  if (end.state !== 'done') {
    say(`The import ended early: ${end.result ?? ''}`);
    return ExitCode.person;
  }
  return needsPerson ? ExitCode.person : ExitCode.done;
}

function countOf(n: number, what: string): string {
  return n === 1 ? `1 ${what}` : `${n} ${what}s`;
}

/** A zone that nobody knows would silently leave every time without one. */
function knownZone(zone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    throw new Refusal(`“${zone}” is not a time zone. Give one such as America/New_York.`, ExitCode.usage);
  }
}

function inWords(outcome: FileOutcome): string {
  const items = countOf(outcome.items, 'item');
  switch (outcome.outcome) {
    case 'imported':
      return `${outcome.path}: read (${outcome.format ?? 'unknown'}, ${items})`;
    case 'imported-with-warnings':
      return `${outcome.path}: read with warnings (${items}): ${outcome.warnings.join(' ')}`;
    case 'duplicate':
      return `${outcome.path}: the same bytes are there already`;
    case 'rejected':
      return `${outcome.path}: not read: ${outcome.error ?? ''}`;
  }
}

/** All words of a file and of its members, as search finds them. */
async function writeTexts(engine: CommandLineEngine, folder: string, outcomes: readonly FileOutcome[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const evidence = await ask(engine, 'evidence.list', {});
  const wanted = new Set(outcomes.flatMap(({ sha256 }) => (sha256 === null ? [] : [sha256])));
  for (const sha256 of wanted) {
    const root = evidence.find(
      (row) => row.sha256 === sha256 && row.outcome?.outcome !== 'duplicate' && row.closed === null,
    );
    if (root === undefined) continue;
    const words: string[] = [];
    const open = [root.id];
    for (let id = open.shift(); id !== undefined; id = open.shift()) {
      words.push(...(await wordsOfFile(engine, id)));
      open.push(...evidence.filter(({ parentId }) => parentId === id).map((child) => child.id));
    }
    writeFileSync(join(folder, `${sha256}.txt`), `${words.join('\n')}\n`);
  }
}

async function wordsOfFile(engine: CommandLineEngine, evidenceId: string): Promise<readonly string[]> {
  const words: string[] = [];
  for (let offset = 0; ; offset += 500) {
    const page = await ask(engine, 'item.page', { filter: { evidenceId }, sort: 'source', offset, limit: 500 });
    for (const { id } of page.rows) {
      const { item } = await ask(engine, 'item.view', { id });
      const parties = [item.author, ...item.recipients].flatMap((party) => [party?.name, party?.handle]);
      const beside = [item.url, item.thread?.title, ...item.attachments, ...item.facts.map(({ value }) => value)];
      const parts = [item.title, ...parties, item.text, ...beside];
      words.push(parts.filter((part) => part != null && part !== '').join('\n'));
    }
    if (page.rows.length < 500) return words;
  }
}
