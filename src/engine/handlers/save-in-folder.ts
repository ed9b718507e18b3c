import { writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { raise } from '../../contract/errors.ts';

/** Tries so many names before it gives up: a folder with more copies than that is somebody's mistake. */
const MOST_COPIES = 1000;

/** The name under which an agreement is saved. */
export function packFileName({ pack, version }: { readonly pack: string; readonly version: string }): string {
  return `${pack}-${version.replace(/[^\w.-]/g, '-')}.yaml`;
}

/** Writes a file into a folder that a person chose, under a name that is free there; nothing is ever overwritten. */
export function saveInFolder(folder: string, name: string, text: string): { path: string; name: string } {
  if (!isAbsolute(folder)) raise('bad-input', { why: 'the folder has no full path.' });
  const [, stem = name, ending = ''] = /^(.+?)(\.[a-z-]+)$/.exec(name) ?? [];
  for (let copy = 1; copy <= MOST_COPIES; copy += 1) {
    const free = copy === 1 ? name : `${stem} (${copy})${ending}`;
    const path = join(folder, free);
    try {
      writeFileSync(path, text, { encoding: 'utf8', flag: 'wx' });
      return { path, name: free };
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue;
      raise('bad-input', { why: `nothing can be written into ${folder} (${codeOf(error) ?? 'unknown cause'}).` });
    }
  }
  raise('bad-input', { why: `${folder} holds too many files of this name.` });
}

function codeOf(error: unknown): string | null {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : null;
  return typeof code === 'string' ? code : null;
}
