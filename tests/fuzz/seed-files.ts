import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file to change. */
export interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What `writeSeeds` wrote. */
export function readSeeds(folder: string): ReadonlyMap<string, readonly Seed[]> {
  return new Map(
    readdirSync(folder).map((reader) => {
      const own = join(folder, reader);
      const names = readdirSync(own).sort();
      return [reader, names.map((name) => ({ name: name.replace(/^\d+ /, ''), bytes: readFileSync(join(own, name)) }))];
    }),
  );
}
