import { existsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import type { CallInput } from '../../contract/calls.ts';
import { must } from '../../contract/errors.ts';
import type { CommandLineEngine } from '../../engine/index.ts';
import { ExitCode, Refusal } from '../exit.ts';
import { line, print, say } from '../output.ts';
import { ask, type CaseOptions, engineFor, withCase } from '../session.ts';
import { typedPath } from '../surroundings.ts';

interface DocumentOptions extends CaseOptions {
  readonly respondent?: string;
  readonly out?: string;
  readonly format: string;
  readonly standard: string;
  readonly language: string;
  readonly freeze?: boolean;
  readonly list?: boolean;
  readonly json?: boolean;
}

export function documentCommand(program: Command, ended: (code: number) => void): void {
  program
    .command('document')
    .description('produce one document: a draft, or with --freeze the final one')
    .argument('[case]', 'the case file')
    .argument('[kind]', 'what to produce, see --list')
    .option('--list', 'print the kinds, one a line')
    .option('--respondent <name>', 'for whom; default is the first respondent')
    .option('--out <file>', 'where to write it')
    .option('--format <format>', 'pdf or docx', 'pdf')
    .option('--standard <standard>', 'both, ua-1 or a-2a', 'both')
    .option('--language <language>', 'en, or es where the kind has it', 'en')
    .option('--freeze', 'issue it for good; refused while a gate is closed')
    .option('--json', 'one JSON object on stdout')
    .option('--passphrase-file <file>', 'a file whose first line is the passphrase')
    .option('--by <name>', 'who acts, as "Name, role"')
    .action(async (path: string | undefined, kind: string | undefined, options: DocumentOptions) => {
      ended(options.list === true ? await listKinds() : await produce(path, kind, options));
    });
}

async function listKinds(): Promise<number> {
  const engine = engineFor({});
  for (const { kind } of await ask(engine, 'document.kinds', {})) print(kind);
  await engine.close();
  return ExitCode.done;
}

async function produce(path: string | undefined, kind: string | undefined, options: DocumentOptions): Promise<number> {
  if (path === undefined || kind === undefined) {
    throw new Refusal('Name a case file and a kind of document (--list prints the kinds).', ExitCode.usage);
  }
  const { format, standard, language } = options;
  if (format !== 'pdf' && format !== 'docx') throw new Refusal('--format takes pdf or docx.', ExitCode.usage);
  if (standard !== 'both' && standard !== 'ua-1' && standard !== 'a-2a') {
    throw new Refusal('--standard takes both, ua-1 or a-2a.', ExitCode.usage);
  }
  if (language !== 'en' && language !== 'es') throw new Refusal('--language takes en or es.', ExitCode.usage);
  const target = typedPath(options.out ?? `${kind}.${format}`);
  // Asked before anything is issued: a document that is issued but cannot be written down helps nobody.
  if (!existsSync(dirname(target))) throw new Refusal(`There is no folder ${dirname(target)}.`, ExitCode.usage);
  return withCase(path, options, async (engine) => {
    const respondentId = await respondentOf(engine, options.respondent);
    const order = { kind, respondentId, format, standard, language } as const;
    const told = options.freeze === true ? await issue(engine, order, target) : await draft(engine, order, target);
    if (options.json === true) line({ ...told, path: target });
    const pages = format === 'docx' ? '' : `${told.pages} pages, `;
    say(`${told.frozen ? 'Issued' : 'Draft'}: ${target} (${pages}SHA-256 ${told.sha256})`);
    return ExitCode.done;
  });
}

type Order = CallInput<'document.issue'>;
type Told = { frozen: boolean; pages: number; sha256: string };

async function draft(engine: CommandLineEngine, order: Order, target: string): Promise<Told> {
  const made = await ask(engine, 'document.draft', order);
  const blob = must(await engine.blob({ kind: 'draft', draftId: made.draftId }), 'a draft was just made');
  writeFileSync(target, blob.bytes);
  for (const { severity, words } of made.readiness) say(`${severity}: ${words}`);
  return { frozen: false, pages: made.pages, sha256: made.sha256 };
}

async function issue(engine: CommandLineEngine, order: Order, target: string): Promise<Told> {
  const row = await ask(engine, 'document.issue', order);
  const blob = must(await engine.blob({ kind: 'document', documentId: row.id }), 'a document was just issued');
  writeFileSync(target, blob.bytes);
  return { frozen: true, pages: row.pages, sha256: row.sha256 };
}

async function respondentOf(engine: CommandLineEngine, name: string | undefined): Promise<string | null> {
  if (name === undefined) return null;
  const people = await ask(engine, 'person.list', {});
  const found = people.find((person) => person.caseRole === 'respondent' && person.name === name);
  if (found !== undefined) return found.id;
  const known = people.filter(({ caseRole }) => caseRole === 'respondent').map((person) => person.name);
  throw new Refusal(
    `The case has no respondent named “${name}”. There are: ${known.join(', ') || 'none'}.`,
    ExitCode.usage,
  );
}
