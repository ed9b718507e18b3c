import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { must } from '../../contract/errors.ts';
import type { CommandLineEngine } from '../../engine/index.ts';
import { parseStepsInput, readStory, sampleIds, steps } from '../../engine/index.ts';
import { openCase, verifyCase } from '../../verifier/index.ts';
import { ExitCode } from '../exit.ts';
import { print, say } from '../output.ts';
import { ask, engineFor } from '../session.ts';
import { resourcesDir, typedPath } from '../surroundings.ts';

export function demoCommand(program: Command, ended: (code: number) => void): void {
  program
    .command('demo')
    .description('the main job on the bundled sample incidents, end to end')
    .option('--out <dir>', 'where to leave the cases and documents')
    .option('--all', 'every bundled incident, the one with two units and a police hold too')
    .action(async (options: { readonly out?: string; readonly all?: true }) =>
      ended(await demo(options.out, options.all === true ? sampleIds(resourcesDir) : USUAL)),
    );
}

/** The incidents that show the main job within a minute. */
const USUAL: readonly string[] = ['cafeteria-joke', 'harbor-night'];

async function demo(out: string | undefined, incidents: readonly string[]): Promise<number> {
  const folder = out === undefined ? mkdtempSync(join(tmpdir(), 'evenhand-demo-')) : typedPath(out);
  mkdirSync(folder, { recursive: true });
  const start = performance.now();
  let worked = true;
  for (const sample of incidents) worked = (await oneSample(sample, folder)) && worked;
  print(`\nEverything lies in ${folder}`);
  print('The sample cases are not encrypted. Their districts, people and posts are invented.');
  say(`Done in ${((performance.now() - start) / 1000).toFixed(0)} s.`);
  return worked ? ExitCode.done : ExitCode.person;
}

async function oneSample(sample: string, folder: string): Promise<boolean> {
  const story = readStory(resourcesDir, sample);
  const path = join(folder, `${sample}.evenhand`);
  // A demonstration starts anew each time; nothing else is ever overwritten.
  for (const left of [path, `${path}-journal`]) if (existsSync(left)) rmSync(left);
  const { name, role } = story.actingPerson;
  const engine = engineFor({ by: `${name}, ${role}` });
  try {
    print(`\n${story.title}`);
    await ask(engine, 'sample.open', { sample, path });
    say('Reading the evidence; pictures take a while…');
    await engine.idle();
    const failed = (await ask(engine, 'job.list', {})).find(({ state }) => state === 'failed');
    if (failed !== undefined) throw new Error(`${failed.title}: ${failed.result ?? ''}`);
    await tellEvidence(engine);
    await tellSuggestions(engine);
    await tellSteps(engine);
    await tellFindings(engine);
    await makeDocuments(engine, sample, folder, story.documents);
  } finally {
    await engine.close();
  }
  return verified(path);
}

async function tellEvidence(engine: CommandLineEngine): Promise<void> {
  const state = await ask(engine, 'case.state', {});
  const evidence = await ask(engine, 'evidence.list', {});
  const counts = new Map<string, number>();
  for (const { outcome } of evidence) {
    const key = outcome?.outcome ?? 'open';
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  print(`  Case file: ${state.path}`);
  print(`  Evidence: ${evidence.length} files and members, ${state.counts.items} items (${tally(counts)})`);
}

async function tellSuggestions(engine: CommandLineEngine): Promise<void> {
  const { suggestions, flags } = await ask(engine, 'suggestion.list', { itemId: null, open: false });
  const clauses = await ask(engine, 'clause.list', {});
  const shown = new Map<string, number>();
  for (const { policy, clause, setAside } of suggestions) {
    if (!setAside) shown.set(`${policy} ${clause}`, (shown.get(`${policy} ${clause}`) ?? 0) + 1);
  }
  const aside = suggestions.filter(({ setAside }) => setAside).length;
  print(`  Suggestions per clause: ${shown.size === 0 ? 'none' : tally(shown)}; set aside by an exception: ${aside}`);
  const flagged = new Map<string, number>();
  for (const { screen } of flags) flagged.set(screen, (flagged.get(screen) ?? 0) + 1);
  print(`  Screens: ${tally(flagged) || 'nothing flagged'}`);
  const silent = clauses.filter(({ detected }) => !detected).map(({ clause }) => clause);
  if (silent.length > 0) print(`  Not looked for by machine yet: ${silent.join(', ')}`);
}

async function tellSteps(engine: CommandLineEngine): Promise<void> {
  const input = parseStepsInput(await ask(engine, 'steps.input', {}));
  print(`  Steps, as of ${input.now.slice(0, 10)}:`);
  for (const line of steps(input)) {
    if (line.state === 'not-applicable') continue;
    const due = line.due === null ? '' : `, due ${line.due.slice(0, 16)}`;
    print(
      `    ${line.respondent}: ${line.state}: ${line.title}${due}${line.toConfirm === null ? '' : ' (article to be confirmed)'}`,
    );
  }
}

async function tellFindings(engine: CommandLineEngine): Promise<void> {
  for (const { allegation, respondent, finding } of await ask(engine, 'allegation.list', {})) {
    const found = finding === null ? 'no finding' : `${finding.fact}, ${finding.policy}`;
    print(`  Allegation ${allegation.number} (${respondent}, ${allegation.policy} ${allegation.clause}): ${found}`);
  }
}

async function makeDocuments(
  engine: CommandLineEngine,
  sample: string,
  folder: string,
  kinds: readonly string[],
): Promise<void> {
  const respondents = (await ask(engine, 'person.list', {})).filter(({ caseRole }) => caseRole === 'respondent');
  for (const { id, name } of respondents) {
    for (const kind of kinds) {
      const row = await ask(engine, 'document.issue', { kind, respondentId: id });
      const blob = must(await engine.blob({ kind: 'document', documentId: row.id }), 'a document was just issued');
      const file = join(folder, `${sample}-${kind}-${name.split(' ').at(-1)?.toLowerCase() ?? 'employee'}.pdf`);
      writeFileSync(file, blob.bytes);
      print(`  ${row.title} for ${name}: ${file}`);
      print(`    ${row.pages} pages, SHA-256 ${row.sha256}`);
    }
  }
}

function verified(path: string): boolean {
  const opened = openCase(path, null);
  try {
    const report = verifyCase(opened, null);
    const { sources, items, entries, documents } = report.checked;
    const checked = `${sources} sources, ${items} items, ${entries} entries, ${documents} documents`;
    const problem = report.firstProblem;
    print(
      problem === null
        ? `  Verified: ${checked}; fingerprint ${report.fingerprint ?? ''}`
        : `  Damage: ${problem.what}: ${problem.where}`,
    );
    return report.ok;
  } finally {
    opened.close();
  }
}

function tally(counts: ReadonlyMap<string, number>): string {
  return [...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, n]) => `${name} ${n}`)
    .join(', ');
}
