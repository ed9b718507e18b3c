import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Audience } from '../../src/contract/custody.ts';
import type { BagReport } from '../../src/verifier/bag/check-bag.ts';
import { verifyBag } from '../../src/verifier/index.ts';
import type { Desk } from '../engine/desk.ts';

/** Makes a copy through the engine, waits for it, and answers with its folder. */
export async function exportTo(desk: Desk, audience: Audience, name: string = audience): Promise<string> {
  const folder = desk.at(name);
  const to = audience === 'full' ? 'The union’s expert' : null;
  const { id } = await desk.ask('case.export', { folder, audience, to });
  await desk.engine.idle();
  const job = (await desk.ask('job.list', {})).find((one) => one.id === id);
  if (job?.state !== 'done') throw new Error(`${job?.state}: ${job?.result}`);
  return folder;
}

export function check(folder: string, expect: string | null = null): Promise<BagReport> {
  return verifyBag(folder, { expect });
}

/** Every file of a folder, by its path within it. */
export function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** Which files of a folder hold these words, as text or folded into base64. */
export function filesWith(folder: string, words: string): readonly string[] {
  const spelled = [words, JSON.stringify(words).slice(1, -1), Buffer.from(words).toString('base64').slice(0, -4)];
  return filesOf(folder).filter((path) => {
    const bytes = readFileSync(join(folder, path));
    return spelled.some((form) => bytes.includes(form));
  });
}

export function copyOf(folder: string, to: string): string {
  cpSync(folder, to, { recursive: true });
  return to;
}

/** Runs shell commands in a folder, as somebody would who has only the usual tools. */
export function shell(folder: string, commands: string): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', commands], { cwd: folder, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

export const hasTools = ['openssl', 'sha256sum', 'sed', 'grep'].every(
  (tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0,
);
