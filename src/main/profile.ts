import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AboutRecent, type RecentCase, Theme } from '../contract/os.ts';
import type { Sealer } from './sealer.ts';

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
/** The desk file, encrypted by the system's keychain: number, unit, next step and due date beside that. */
const Desk = z.array(z.strictObject({ path: z.string(), openedAt: z.string(), about: AboutRecent.nullable() }));
type Desk = z.infer<typeof Desk>;

const kept = 12;

/** What this computer remembers between two starts. A file that cannot be read is as if it were not there. */
export interface Profile {
  readonly folder: string;
  settings(): Settings;
  keep(change: Partial<Settings>): void;
  /** Whether the list of recent cases is encrypted. */
  readonly sealed: boolean;
  recentCases(): RecentCase[];
  /** @param about null leaves what is known; kept only where it is encrypted */
  rememberCase(path: string, about: AboutRecent | null): void;
  forgetCase(path: string): void;
}

/** @param folder made when it is missing; @param now as an ISO moment; @param sealer null where there is no keychain */
export function openProfile(folder: string, now: () => string, sealer: Sealer | null = null): Profile {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const settingsFile = join(folder, 'window.json');
  const settings = () => read(settingsFile, Settings) ?? { theme: 'system', place: null };
  const desk = sealer === null ? plainDesk(folder) : sealedDesk(folder, sealer);
  return {
    folder,
    settings,
    keep: (change) => write(settingsFile, { ...settings(), ...change }),
    sealed: sealer !== null,
    recentCases: () => desk.read().map((one) => ({ ...one, there: existsSync(one.path) })),
    rememberCase(path, about) {
      const known = desk.read();
      const before = known.find((one) => one.path === path);
      const entry = { path, openedAt: now(), about: about ?? before?.about ?? null };
      desk.write([entry, ...known.filter((one) => one.path !== path)].slice(0, kept));
    },
    forgetCase: (path) => desk.write(desk.read().filter((one) => one.path !== path)),
  };
}

interface DeskFile {
  read(): Desk;
  write(desk: Desk): void;
}

function plainDesk(folder: string): DeskFile {
  const path = join(folder, 'recent-cases.json');
  return {
    read: () => (read(path, Recent) ?? []).map((one) => ({ ...one, about: null })),
    write: (desk) =>
      write(
        path,
        desk.map(({ path: of, openedAt }) => ({ path: of, openedAt })),
      ),
  };
}

/** Takes over what was kept without encryption, and leaves nothing of that. */
function sealedDesk(folder: string, sealer: Sealer): DeskFile {
  const path = join(folder, 'desk.sealed');
  const plain = plainDesk(folder);
  const opened = (): Desk => {
    try {
      return Desk.parse(JSON.parse(sealer.open(readFileSync(path))));
    } catch {
      // Another user's, or another keychain's: as if it were not there.
      return [];
    }
  };
  const keep = (desk: Desk) => writeOver(path, sealer.seal(JSON.stringify(desk)));
  const before = plain.read();
  if (before.length > 0 && !existsSync(path)) keep(before);
  rmSync(join(folder, 'recent-cases.json'), { force: true });
  return { read: opened, write: keep };
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
  writeOver(path, `${JSON.stringify(value, null, 2)}\n`);
}

function writeOver(path: string, content: string | Uint8Array): void {
  writeFileSync(`${path}.new`, content, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
