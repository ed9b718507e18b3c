import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../custody/index.ts';

const Made = z.record(
  z.string(),
  z.strictObject({ at: z.string(), lastLine: z.string(), problem: z.string().nullable() }),
);
type Made = z.infer<typeof Made>;

/** How the last backup of each case went, kept on this computer by case id: no names, no words. */
export function lastBackup(profileDir: string, caseId: string): Made[string] | null {
  return all(profileDir)[caseId] ?? null;
}

export function rememberBackup(profileDir: string, caseId: string, made: Made[string]): void {
  writeWhole(pathOf(profileDir), JSON.stringify({ ...all(profileDir), [caseId]: made }));
}

/** What is said on opening when the last backup failed; null when all is well. */
export function noticeOfBackup(profileDir: string, caseId: string): string | null {
  const last = lastBackup(profileDir, caseId);
  if (last === null || last.problem === null) return null;
  return `The last backup of this case failed on ${last.at.slice(0, 10)}: ${last.problem} Make one now, or choose another folder for backups.`;
}

function all(profileDir: string): Made {
  const path = pathOf(profileDir);
  if (!existsSync(path)) return {};
  try {
    return Made.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // Without this memory one backup too many is made, which harms nobody.
    return {};
  }
}

function pathOf(profileDir: string): string {
  return join(profileDir, 'backups-made.json');
}
