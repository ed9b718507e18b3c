import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import {
  checkAgreementPacks,
  checkPackText,
  checkPolicies,
  loadAgreements,
  loadCalendars,
  loadLaws,
  loadPolicyShelf,
  refusedPacks,
} from '../../engine/index.ts';
import { ExitCode } from '../exit.ts';
import { line, print } from '../output.ts';
import { resourcesDir, typedPath, version } from '../surroundings.ts';

interface Check {
  readonly what: string;
  readonly ok: boolean;
  readonly found: string;
  /** Of packs: everything that is wrong with them. */
  readonly problems?: readonly string[];
}

export function doctorCommand(program: Command, ended: (code: number) => void): void {
  program
    .command('doctor')
    .description('what is there: engine, picture reading, fonts, languages, packs and their own consistency')
    .argument('[packs...]', 'pack files of your own: only these are checked, beside the laws')
    .option('--json', 'one JSON object on stdout')
    .action((files: readonly string[], options: { readonly json?: boolean }) => {
      const checks = files.length === 0 ? [...parts(), ...packs()] : files.map(ownPack);
      const ok = checks.every((check) => check.ok);
      if (options.json === true) line({ version: version(), ok, checks });
      else for (const check of checks) print(inWords(check));
      ended(ok ? ExitCode.done : ExitCode.person);
    });
}

/** A line for what is in order; what is not has a line below for each of its problems. */
function inWords({ ok, what, found, problems = [] }: Check): string {
  if (problems.length === 0) return `${ok ? 'ok   ' : 'AMISS'} ${what}: ${found}`;
  const many = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return [`AMISS ${what}: ${many}`, ...problems.map((problem) => `      ${problem}`)].join('\n');
}

const require = createRequire(import.meta.url);

function parts(): readonly Check[] {
  return [
    { what: 'Evenhand', ok: true, found: version() },
    { what: 'Node', ok: Number(process.versions.node.split('.')[0]) >= 22, found: process.versions.node },
    installed('Case file driver', 'better-sqlite3'),
    installed('Typesetting', '@myriaddreamin/typst-ts-node-compiler'),
    installed('Picture decoding', 'sharp'),
    installed('Picture reading', 'tesseract.js'),
    installed('Picture reading, English', '@tesseract.js-data/eng'),
    installed('Picture reading, Spanish', '@tesseract.js-data/spa'),
    ...['inter', 'source-serif-4', 'noto-sans', 'noto-emoji', 'noto-sans-arabic', 'noto-sans-sc'].map((font) =>
      installed(`Font ${font}`, `@expo-google-fonts/${font}`),
    ),
  ];
}

function installed(what: string, name: string): Check {
  const folder = require.resolve
    .paths(name)
    ?.map((path) => join(path, name))
    .find((path) => existsSync(join(path, 'package.json')));
  return { what, ok: folder !== undefined, found: folder === undefined ? `${name} is not installed` : name };
}

function packs(): readonly Check[] {
  const shelf = loadPolicyShelf(resourcesDir);
  const policyProblems = [...shelf.refused, ...checkPolicies(shelf.policies)].map(
    ({ pack, message }) => `${pack}: ${message}`,
  );
  const agreements = [...loadAgreements(resourcesDir), ...loadLaws(resourcesDir)];
  const agreementProblems = [
    ...refusedPacks(resourcesDir).map(({ problem }) => problem),
    ...checkAgreementPacks(agreements, loadCalendars(resourcesDir)).map(
      ({ pack, where, problem }) => `${pack}, ${where}: ${problem}`,
    ),
  ];
  return [
    packCheck(
      'Policies',
      shelf.policies.map(({ pack }) => `${pack.id}@${pack.version}`),
      policyProblems,
    ),
    packCheck(
      'Agreements and laws',
      agreements.map(({ id, version }) => `${id}@${version}`),
      agreementProblems,
    ),
  ];
}

/** A pack that somebody is writing: every problem with its line, beside the laws and calendars that come along. */
function ownPack(path: string): Check {
  const what = basename(path);
  let text: string;
  try {
    text = readFileSync(typedPath(path), 'utf8');
  } catch {
    return { what, ok: false, found: 'the file cannot be read' };
  }
  const { faults, pack } = checkPackText(text, {
    packs: loadLaws(resourcesDir),
    calendars: loadCalendars(resourcesDir),
  });
  const problems = faults.map(
    ({ where, problem, line: at }) => `${at === null ? '' : `line ${at}, `}${where}: ${problem}`,
  );
  return packCheck(what, pack === null ? [] : [`${pack.id}@${pack.version}`], problems);
}

function packCheck(what: string, names: readonly string[], problems: readonly string[]): Check {
  const found = [...problems, ...names].join(problems.length > 0 ? '; ' : ', ');
  return { what, ok: problems.length === 0 && names.length > 0, found, problems };
}
