import { dirname, join } from 'node:path';
import type { CallInput, CallName, CallOutput } from '../contract/calls.ts';
import {
  type CommandLineEngine,
  createEngine,
  type EngineOptions,
  hostOnNode,
  startNodeWorker,
  workerEntry,
} from '../engine/index.ts';
import { ExitCode, Refusal, refusalOf } from './exit.ts';
import {
  actorFrom,
  askPassphrase,
  passphraseFrom,
  productRoot,
  profileDir,
  resourcesDir,
  typedPath,
  version,
} from './surroundings.ts';

export interface CaseOptions {
  readonly passphraseFile?: string;
  readonly by?: string;
}

/** The engine for one command. @param resume whether opening takes up readings that were cut off */
export function engineFor(options: CaseOptions & { readonly resume?: boolean }): CommandLineEngine {
  const by = actorFrom(options.by);
  const settings: EngineOptions = { resume: options.resume ?? false, ...(by === null ? {} : { by }) };
  return createEngine(commandLineHost(), settings);
}

/** What an engine or a worker is started with on the command line. */
export function commandLineHost() {
  const built = import.meta.filename.endsWith('.js');
  const engineDir = built ? engineDirOfBuild() : join(productRoot, 'src', 'engine');
  return hostOnNode(
    { resourcesDir, profileDir: profileDir(), version: version() },
    (name) => startNodeWorker(workerEntry(engineDir, name, built)),
    (words) => {
      if (process.env['EVENHAND_LOG'] === '1') process.stderr.write(`${words}\n`);
    },
  );
}

/** The command line lies beside the workers, or in the folder of chunks below them. */
function engineDirOfBuild(): string {
  const here = dirname(import.meta.filename);
  return here.endsWith('chunks') ? dirname(here) : here;
}

/** Makes a call and gives its value. @throws Refusal in the engine's own words */
export async function ask<Name extends CallName>(
  engine: CommandLineEngine,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const reply = await engine.call(name, input);
  if (!reply.ok) throw refusalOf(reply.error);
  // The engine's own answer to a call of the table has the table's type.
  return reply.value as CallOutput<Name>;
}

/** Opens a case, does the work, and closes it as one clean file whatever happens. */
export async function withCase<T>(
  path: string,
  options: CaseOptions,
  work: (engine: CommandLineEngine) => Promise<T>,
): Promise<T> {
  const engine = engineFor(options);
  const passphrase = await passphraseFrom(options.passphraseFile);
  try {
    await openAsking(engine, typedPath(path), passphrase);
    return await work(engine);
  } finally {
    await engine.close();
  }
}

async function openAsking(engine: CommandLineEngine, path: string, passphrase: string | null): Promise<void> {
  const reply = await engine.call('case.open', { path, passphrase });
  if (reply.ok) return;
  if (reply.error.kind !== 'case-needs-passphrase') throw refusalOf(reply.error);
  const typed = await askPassphrase('Passphrase: ');
  if (typed === null) {
    throw new Refusal('This case file is encrypted. Give its passphrase with --passphrase-file.', ExitCode.cannotOpen);
  }
  await ask(engine, 'case.open', { path, passphrase: typed });
}
