import type { FileSystem, SevenZipModuleFactory } from '7z-wasm';

/** What one run of the program printed, and the file system in memory in which it ran. */
export interface Ran {
  readonly printed: readonly string[];
  readonly complaints: readonly string[];
  readonly files: FileSystem;
}

export const archiveAt = '/archive';
export const unpackedAt = '/unpacked';

/**
 * Runs 7-Zip over an archive. It sees no disk: its files lie in memory, and it is gone when the result is.
 * Every run has a password, if only one that is none, so that it never waits for one.
 */
export async function runSevenZip(
  archive: Uint8Array,
  command: readonly string[],
  password: string | null = null,
): Promise<Ran> {
  const loaded: { default: SevenZipModuleFactory } = await import('7z-wasm');
  const printed: string[] = [];
  const complaints: string[] = [];
  const program = await loaded.default({
    print: (line) => printed.push(line),
    printErr: (line) => complaints.push(line),
  });
  program.FS.writeFile(archiveAt, archive);
  program.FS.mkdir(unpackedAt);
  try {
    program.callMain([...command, `-p${password ?? '-'}`, '-bsp0', '-sccUTF-8', '--', archiveAt]);
  } catch (error) {
    // The program leaves by an exception that is a number; anything else is its memory running out.
    if (typeof error !== 'number') complaints.push(`ERROR: ${error instanceof Error ? error.message : 'stopped'}`);
  }
  return { printed, complaints, files: program.FS };
}
