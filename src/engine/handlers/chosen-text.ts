import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { raise } from '../../contract/errors.ts';

/** No calendar, register or district file is nearly so large. */
const LARGEST_FILE = 20_000_000;

/** The text of a file that a person chose. @throws bad-input where it cannot be read, or is far too large */
export function chosenText(path: string): string {
  try {
    if (statSync(path).size <= LARGEST_FILE) return readFileSync(path, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    raise('bad-input', { why: `${basename(path)} cannot be read (${why}).` });
  }
  raise('bad-input', { why: `${basename(path)} is too large for this.` });
}
