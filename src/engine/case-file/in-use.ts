import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';

const InUse = z.strictObject({ by: z.string(), computer: z.string(), since: z.string() });

/** Says beside an open case who has it: the database's own lock only says that somebody does. No words of the case. */
export function markInUse(path: string, by: string, now: string): void {
  const note = { by, computer: hostname(), since: now };
  try {
    writeFileSync(noteOf(path), JSON.stringify(note), { mode: 0o600 });
  } catch {
    // Where nothing can be written beside it, the lock still holds; only the name is missing from the refusal.
  }
}

export function clearInUse(path: string): void {
  rmSync(noteOf(path), { force: true });
}

/** `by Dana Ruiz, Principal, on FRONT-OFFICE since 2026-03-10 10:42`; without a readable note, words that promise less. */
export function whoHasIt(path: string): string {
  try {
    const { by, computer, since } = InUse.parse(JSON.parse(readFileSync(noteOf(path), 'utf8')));
    return `by ${by}, on ${computer} since ${since.slice(0, 10)} ${since.slice(11, 16)}`;
  } catch {
    return 'here or on another computer';
  }
}

function noteOf(path: string): string {
  return `${path}.in-use`;
}
