import type { Limits } from '../../../limits.ts';

/** Folders, and what macOS puts beside the files: nobody's evidence and not counted. */
export function isBookkeeping(name: string): boolean {
  return name.endsWith('/') || name === '' || /(?:^|\/)(?:__MACOSX(?:\/|$)|\.DS_Store$)/.test(name);
}

/** Why a name is not taken out of a container, or null where nothing speaks against it. */
export function nameRefusal(name: string, limits: Limits): string | null {
  if (name.includes('\0')) return 'its name holds a null character, which programs use to hide an ending';
  if (name.length > limits.entryNameCharacters)
    return `its name is longer than ${limits.entryNameCharacters} characters`;
  if (/^(?:\/|[A-Za-z]:)/.test(name)) return 'its name points to a fixed place on a disk (an absolute path)';
  if (name.split('/').includes('..')) return 'its name points to a folder outside the archive ("..")';
  return null;
}

/** Two entries of one name are both taken; the later gets a number. */
export function uniqueName(name: string, used: Map<string, number>): string {
  const key = name.normalize('NFC').toLowerCase();
  const count = (used.get(key) ?? 0) + 1;
  used.set(key, count);
  return count === 1 ? name : name.replace(/(\.[^./]{1,10})?$/, ` (${count})$1`);
}
