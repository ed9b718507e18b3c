import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type CommandLineEngine,
  createEngine,
  hostOnNode,
  startNodeWorker,
  workerEntry,
} from '../../src/engine/index.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const PASSPHRASE = 'a passphrase for measuring';

/** An engine with an encrypted case of its own in a folder. @param built takes the workers as they are shipped */
export async function engineWithCase(
  folder: string,
  { built, district = null }: { readonly built: boolean; readonly district?: string | null },
): Promise<CommandLineEngine> {
  const entries = join(root, built ? 'out' : 'src', 'engine');
  const host = hostOnNode(
    { resourcesDir: join(root, 'resources'), profileDir: join(folder, 'profile'), version: '0.0.0-bench' },
    (name) => startNodeWorker(workerEntry(entries, name, built)),
    () => undefined,
  );
  const engine = createEngine(host);
  const path = join(folder, 'case.evenhand');
  await ask(engine, 'case.create', { path, title: 'Bench', passphrase: PASSPHRASE, district });
  return engine;
}

/** The answer of a call. @throws with its words, where it was refused */
export async function ask(engine: CommandLineEngine, name: string, input: unknown): Promise<unknown> {
  const reply = await engine.call(name, input);
  if (!reply.ok) throw new Error(`${name}: ${reply.error.title}`);
  return reply.value;
}
