import type { Yielded } from '../../reader.ts';

/** Archives of every kind tell the same things in the same words. */
export const emptyArchive: Yielded = { kind: 'warning', text: 'The archive is empty.' };

export const filesEncrypted =
  'The archive is encrypted: its files need a password. It is kept; ask whoever handed it over for the password or for a copy without one.';

export const noFileTaken =
  'No file could be taken out of the archive; the list says why for each. The archive is kept; ask for the files one by one.';

/** Says how many files of an archive were left in it, beyond the limit. */
export function beyondLimit(taken: number, beyond: number): Yielded {
  return {
    kind: 'warning',
    text: `The archive lists ${taken + beyond} files; the first ${taken} were taken, ${beyond} are beyond the limit and were not.`,
  };
}
