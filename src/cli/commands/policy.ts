import type { Command } from 'commander';
import type { PolicyDraft, PolicyRow } from '../../contract/policy-import.ts';
import type { CommandLineEngine } from '../../engine/index.ts';
import { ExitCode, Refusal } from '../exit.ts';
import { line, print, say } from '../output.ts';
import { ask, engineFor } from '../session.ts';
import { typedPath } from '../surroundings.ts';

interface PolicyOptions {
  readonly json?: boolean;
  readonly asProposed?: boolean;
  readonly zone?: string;
}

export function policyCommand(program: Command, ended: (code: number) => void): void {
  const policy = program.command('policy').description('the district’s own policies on this computer');
  policy
    .command('import')
    .description('split a policy (PDF, Word, text) into clauses and propose what each asks')
    .argument('<file>', 'the adopted policy, or a policy file of another district')
    .option('--json', 'the whole draft as JSON on stdout')
    .option('--as-proposed', 'save it as proposed, confirmed by nobody but you')
    .option('--zone <zone>', 'time zone of the schools', 'America/New_York')
    .action((file: string, options: PolicyOptions) => within(ended, (engine) => importPolicy(engine, file, options)));
  policy
    .command('list')
    .description('the policies at hand')
    .option('--json', 'one JSON object a policy on stdout')
    .action((options: PolicyOptions) => within(ended, (engine) => listPolicies(engine, options)));
  policy
    .command('export')
    .description('write one policy as one file for another district')
    .argument('<policy>', 'its id')
    .argument('<version>', 'its version')
    .argument('<folder>', 'where the file goes')
    .action((id: string, version: string, folder: string) =>
      within(ended, async (engine) => {
        print((await ask(engine, 'policy.export', { policy: id, version, folder: typedPath(folder) })).path);
        return ExitCode.done;
      }),
    );
  for (const command of policy.commands) command.exitOverride();
}

async function within(
  ended: (code: number) => void,
  work: (engine: CommandLineEngine) => Promise<number>,
): Promise<void> {
  const engine = engineFor({});
  try {
    ended(await work(engine));
  } finally {
    await engine.close();
  }
}

async function importPolicy(engine: CommandLineEngine, file: string, options: PolicyOptions): Promise<number> {
  const path = typedPath(file);
  if (path.endsWith('.evenhand-policy')) {
    print(rowWords(await ask(engine, 'policy.take', { path })));
    return ExitCode.done;
  }
  const { draft: id, job } = await ask(engine, 'policy-draft.start', {
    path,
    timeZone: options.zone ?? 'America/New_York',
  });
  await engine.idle();
  const end = (await ask(engine, 'job.list', {})).find((one) => one.id === job.id);
  if (end?.state !== 'done') throw new Refusal(end?.result ?? 'The policy was not read.', ExitCode.person);
  let draft = await ask(engine, 'policy-draft.view', { draft: id });
  if (options.asProposed === true) {
    const clauses = draft.clauses.map(({ key }) => key);
    if (clauses.length > 0)
      draft = await ask(engine, 'policy-draft.edit', { draft: id, edit: { do: 'confirm', clauses, confirmed: true } });
  }
  if (options.json === true) line(draft);
  else for (const words of draftWords(draft)) print(words);
  for (const { message } of draft.problems.filter(({ blocking }) => blocking)) say(message);
  if (options.asProposed !== true) {
    say('Confirm the clauses in the window, under Policies, or give --as-proposed.');
    return ExitCode.person;
  }
  const row = await ask(engine, 'policy-draft.save', { draft: id });
  say(`Saved: ${rowWords(row)}`);
  return ExitCode.done;
}

function draftWords({ clauses }: PolicyDraft): readonly string[] {
  return clauses.map(({ clause, silent }) => {
    const concerns = silent ? 'no detector' : clause.concerns.join(', ');
    return [clause.id, clause.force, clause.label, ...(concerns === '' ? [] : [concerns])].join(' · ');
  });
}

async function listPolicies(engine: CommandLineEngine, options: PolicyOptions): Promise<number> {
  const { policies, refused } = await ask(engine, 'policy.list', {});
  for (const row of policies) {
    if (options.json === true) line(row);
    else print(rowWords(row));
  }
  for (const message of refused) say(message);
  return refused.length === 0 ? ExitCode.done : ExitCode.person;
}

function rowWords({ policy, version, title, clauses, silent, origin }: PolicyRow): string {
  return `${policy} · ${version} · ${title} · ${clauses} clauses, ${silent} that no detector looks for · ${origin}`;
}
