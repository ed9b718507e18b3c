import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ReadableDb } from '../case-file/index.ts';
import { writeWhole } from './write-whole.ts';

const Seen = z.record(z.string(), z.strictObject({ entries: z.int(), fingerprint: z.string() }));

/**
 * The last fingerprint that this computer saw of each case, kept outside the case file: a file that was cut or rolled
 * back is valid in itself and shows only against something remembered elsewhere. Case ids only, no names.
 */
export function rememberFingerprint(profileDir: string, caseId: string, entries: number, fingerprint: string): void {
  const all = read(profileDir);
  writeWhole(pathOf(profileDir), JSON.stringify({ ...all, [caseId]: { entries, fingerprint } }));
}

export interface LastSeen {
  readonly entries: number;
  readonly fingerprint: string;
}

/** What this computer saw last of a case; null where it never closed it. */
export function lastSeen(profileDir: string, caseId: string): LastSeen | null {
  return read(profileDir)[caseId] ?? null;
}

/** A sentence when the case is behind what this computer saw of it last; null when it is not. */
export function noticeIfBehind(profileDir: string, caseId: string, db: ReadableDb): string | null {
  const seen = lastSeen(profileDir, caseId);
  if (seen === null) return null;
  const there = db.get('SELECT 1 AS there FROM checkpoint WHERE fingerprint = ?', seen.fingerprint);
  if (there !== null) return null;
  const parted = db.get('SELECT 1 AS there FROM checkpoint WHERE seq = ?', seen.entries) !== null;
  if (parted) {
    return `This copy of the case went another way than the one that this computer saw before (entry ${seen.entries}, fingerprint ${seen.fingerprint.slice(0, 12)}): somebody went on in two copies. Compare them under Evidence record, “Case file”, before going on.`;
  }
  return `This copy of the case lacks entries that this computer saw before (entry ${seen.entries}, fingerprint ${seen.fingerprint.slice(0, 12)}). It may be an older copy, or part of it was removed. Compare it with other copies before going on.`;
}

function read(profileDir: string): z.infer<typeof Seen> {
  const path = pathOf(profileDir);
  if (!existsSync(path)) return {};
  try {
    return Seen.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // A damaged memory is no reason to keep a case closed; it starts anew.
    return {};
  }
}

function pathOf(profileDir: string): string {
  return join(profileDir, 'seen.json');
}
