import { rename, rm, writeFile } from 'node:fs/promises';

/** Writes a file under another name and gives it its own when all of it is there, so that nobody opens half a document. */
export async function saveWhole(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.unfinished`;
  try {
    await writeFile(unfinished, bytes);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
