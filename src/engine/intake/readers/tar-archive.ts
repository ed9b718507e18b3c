import {
  type Detection,
  notThis,
  type Peek,
  type ReadContext,
  type Reader,
  type SourceFile,
  type Yielded,
} from './reader.ts';
import { refuseTooDeep } from './shared/container/unpack-budget.ts';
import { isTarHeader } from './shared/tar/tar-entries.ts';
import { tarMembers } from './shared/tar/tar-members.ts';

function detect(peek: Peek): Detection {
  return isTarHeader(Buffer.from(peek.head.subarray(0, 512)))
    ? {
        certainty: 'sure',
        because: 'It begins with the header of a tar archive, and the checksum of the header is right.',
      }
    : notThis;
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  refuseTooDeep(context.nesting);
  yield* tarMembers(file.bytes);
}

/** A tar archive: each file in it becomes evidence of its own. */
export const tarArchive: Reader = {
  id: 'tar',
  version: 1,
  label: 'Tar archive',
  source: 'https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html',
  endings: ['.tar'],
  detect,
  read,
};
