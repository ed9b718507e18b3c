import { lstatSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A file as it was given or found, or the reason why it is none. */
export interface Found {
  /** `/`-separated, as it was given or found below what was given. */
  readonly shown: string;
  readonly path: string;
  readonly name: string;
  /** Null for a file; else why nothing can be taken. */
  readonly refusal: string | null;
}

/** Every file of what was given, folders opened, in the order of names. Links are named and not followed. */
export function* gatherFiles(given: readonly { readonly path: string; readonly shown: string }[]): Generator<Found> {
  for (const { path, shown } of given) yield* walk(path, shown);
}

function* walk(path: string, shown: string): Generator<Found> {
  const found = { shown: shown.replaceAll('\\', '/'), path, name: basename(path), refusal: null };
  let kind: 'file' | 'folder' | 'link' | 'other';
  try {
    const stat = lstatSync(path);
    kind = stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : stat.isSymbolicLink() ? 'link' : 'other';
  } catch {
    yield { ...found, refusal: 'There is no file at this place. Nothing was taken. Check whether it was moved.' };
    return;
  }
  switch (kind) {
    case 'file':
      yield found;
      return;
    case 'folder':
      yield* walkFolder(path, found);
      return;
    case 'link':
      yield {
        ...found,
        refusal: 'This is a link to another place, not a file. Nothing was taken. Import the file that it points to.',
      };
      return;
    case 'other':
      yield { ...found, refusal: 'This is a device or a socket, not a file. Nothing was taken.' };
  }
}

function* walkFolder(path: string, found: Found): Generator<Found> {
  let names: readonly string[];
  try {
    names = readdirSync(path).sort();
  } catch {
    yield { ...found, refusal: 'This folder could not be opened. Nothing was taken. Check that you may open it.' };
    return;
  }
  for (const name of names) yield* walk(join(path, name), `${found.shown.replace(/\/$/, '')}/${name}`);
}
