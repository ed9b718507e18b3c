import type { Yielded } from '../../reader.ts';

/** Archives of every kind tell the same things in the same words. */
export const emptyArchive: Yielded = { kind: 'warning', text: 'The archive is empty.' };

export const filesEncrypted =
  'The archive is encrypted: its files need a password. It is kept; ask whoever handed it over for the password or for a copy without one.';

/** The words for a password that does not fit; they never hold it. */
export const passwordWrong =
  'The password does not open this file. It is kept as it is; ask whoever handed it over for the right one, with capital and small letters as they are.';

export const wrongForThis = 'it is encrypted, and the password does not open it';

export const noFileTaken =
  'No file could be taken out of the archive; the list says why for each. The archive is kept; ask for the files one by one.';

/** Says how many files of an archive were left in it, beyond the limit. */
export function beyondLimit(taken: number, beyond: number): Yielded {
  return {
    kind: 'warning',
    text: `The archive lists ${taken + beyond} files; the first ${taken} were taken, ${beyond} are beyond the limit and were not.`,
  };
}
