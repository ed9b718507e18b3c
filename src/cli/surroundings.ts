import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { z } from 'zod';
import { ExitCode, Refusal } from './exit.ts';

/** The folder that holds `resources` and `package.json`, beside the sources as well as beside the build. */
export const productRoot = findRoot(import.meta.dirname);
export const resourcesDir = join(productRoot, 'resources');

function findRoot(from: string): string {
  if (existsSync(join(from, 'resources', 'migrations'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('broken belief: the resources lie above the program');
  return findRoot(above);
}

export function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(productRoot, 'package.json'), 'utf8'));
  return z.looseObject({ version: z.string() }).parse(manifest).version;
}

/** npm runs scripts in the package's root; paths are relative to where the command was typed. */
export function typedPath(path: string): string {
  return isAbsolute(path) ? path : resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}

/** This computer's own folder for Evenhand, the same as the window's: identities and fingerprints, never evidence. */
export function profileDir(): string {
  const named = process.env['EVENHAND_PROFILE'];
  if (named !== undefined && named !== '') return typedPath(named);
  switch (process.platform) {
    case 'win32':
      return join(process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Evenhand', 'profile');
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Evenhand', 'profile');
    default:
      return join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Evenhand', 'profile');
  }
}

/** A passphrase from a file (its first line) or a prompt; never from an argument, which others on the machine can see. */
export async function passphraseFrom(file: string | undefined): Promise<string | null> {
  if (file === undefined) return null;
  try {
    return readFileSync(typedPath(file), 'utf8').replace(/\r?\n[\s\S]*$/, '');
  } catch {
    throw new Refusal(`The passphrase file ${file} cannot be read. Nothing was changed.`, ExitCode.usage);
  }
}

/** Asks on the terminal, without showing what is typed; null where there is no terminal. */
export async function askPassphrase(question: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: true });
  process.stderr.write(question);
  const hide = Object.assign(lines, { _writeToOutput: () => undefined });
  const typed = await hide.question('');
  lines.close();
  process.stderr.write('\n');
  return typed;
}

/** `Name, role` of `--by`. @throws Refusal */
export function actorFrom(by: string | undefined): { name: string; role: string } | null {
  if (by === undefined) return null;
  const [name = '', ...role] = by.split(',').map((part) => part.trim());
  if (name === '' || role.join(', ') === '') {
    throw new Refusal('Say who acts as --by "Name, role".', ExitCode.usage);
  }
  return { name, role: role.join(', ') };
}
