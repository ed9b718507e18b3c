import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** When the phone wrote the entry, ISO 8601 with an offset. */
  readonly at: string;
}

/** A zip as a phone makes it. Entry times are written in the zone of the running process: see `index.ts`. */
export function zipOf(entries: readonly ZipEntry[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const entry of entries) {
    const compress = !/\.jpe?g$/i.test(entry.name);
    zip.addBuffer(Buffer.from(entry.bytes), entry.name, { mtime: new Date(entry.at), mode: 0o100644, compress });
  }
  zip.end();
  return buffer(zip.outputStream);
}
