import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineHost } from '../host.ts';

/** A folder for one copy to look at, in this computer's profile; named after the process that it dies with. */
export function newLookFolder(host: EngineHost): string {
  clearLooks(host);
  return join(looksOf(host), `${process.pid}-${host.newId()}`);
}

/** Removes the copies of processes that ended without closing them. They are encrypted; nobody needs them any more. */
export function clearLooks(host: EngineHost): void {
  const folder = looksOf(host);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const owner = Number(name.split('-')[0]);
    if (!isRunning(owner)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function looksOf({ profileDir }: EngineHost): string {
  return join(profileDir, 'looks');
}

function isRunning(process_: number): boolean {
  if (!Number.isInteger(process_) || process_ <= 0) return false;
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    // Somebody else's process of that number: there, but not ours to ask.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
