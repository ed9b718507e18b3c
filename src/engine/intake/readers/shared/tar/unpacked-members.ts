import type { Yielded } from '../../reader.ts';
import { isTarHeader } from './tar-entries.ts';
import { tarMembers } from './tar-members.ts';

/** What came out of a file that packs one other (gzip, bzip2, xz…): the files of a tar archive at once, else the file. */
export function* unpackedMembers(name: string, bytes: Uint8Array): Iterable<Yielded> {
  if (isTarHeader(Buffer.from(bytes.subarray(0, 512)))) {
    yield* tarMembers(bytes);
    return;
  }
  yield { kind: 'facts', facts: { entries: 1 } };
  yield { kind: 'member', name, role: 'entry', bytes };
}
