import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type RecentCase, Theme } from '../contract/os.ts';

/** Where a window stood and how large it was, in device-independent pixels. */
export const WindowPlace = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(400),
  height: z.int().min(300),
  maximized: z.boolean(),
});
export type WindowPlace = z.infer<typeof WindowPlace>;

const Settings = z.strictObject({ theme: Theme, place: WindowPlace.nullable() });
type Settings = z.infer<typeof Settings>;

/** Paths and moments only: no title, no name, nothing of what is in a case. */
const Recent = z.array(z.strictObject({ path: z.string(), openedAt: z.string() }));

const kept = 12;

/** What this computer remembers between two starts. A file that cannot be read is as if it were not there. */
export interface Profile {
  readonly folder: string;
  settings(): Settings;
  keep(change: Partial<Settings>): void;
  recentCases(): RecentCase[];
  rememberCase(path: string): void;
  forgetCase(path: string): void;
}

/** @param folder made when it is missing; @param now as an ISO moment */
export function openProfile(folder: string, now: () => string): Profile {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const settingsFile = join(folder, 'window.json');
  const recentFile = join(folder, 'recent-cases.json');
  const settings = () => read(settingsFile, Settings) ?? { theme: 'system', place: null };
  const recent = () => read(recentFile, Recent) ?? [];
  return {
    folder,
    settings,
    keep: (change) => write(settingsFile, { ...settings(), ...change }),
    recentCases: () => recent().map(({ path, openedAt }) => ({ path, openedAt, there: existsSync(path) })),
    rememberCase(path) {
      const others = recent().filter((one) => one.path !== path);
      write(recentFile, [{ path, openedAt: now() }, ...others].slice(0, kept));
    },
    forgetCase(path) {
      write(
        recentFile,
        recent().filter((one) => one.path !== path),
      );
    },
  };
}

function read<Value>(path: string, schema: z.ZodType<Value>): Value | null {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** Beside and then over it: a cut-off write leaves the old file. */
function write(path: string, value: unknown): void {
  writeFileSync(`${path}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
