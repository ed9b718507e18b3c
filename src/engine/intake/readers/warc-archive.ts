import { constants, gunzipSync } from 'node:zlib';
import {
  type Detection,
  notThis,
  type Peek,
  type Reader,
  ReadRefusal,
  type SourceFile,
  type Yielded,
} from './reader.ts';
import { capturedPages, newTally, tallyWarnings } from './shared/warc/pages.ts';

/** The first bytes of what a gzip file holds; empty where it is none. */
function packedStart(head: Uint8Array): string {
  if (head[0] !== 0x1f || head[1] !== 0x8b) return '';
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 4 * 1024 * 1024 };
    return gunzipSync(head.subarray(0, 8192), options).subarray(0, 100).toString('latin1');
  } catch {
    return '';
  }
}

function detect(peek: Peek): Detection {
  const start = `${Buffer.from(peek.head.subarray(0, 100)).toString('latin1')}\n${packedStart(peek.head)}`;
  if (/^\s*WARC\/[01]\.\d/m.test(start))
    return { certainty: 'sure', because: 'It begins with a record of a web archive (WARC).' };
  return /^filedesc:\/\//m.test(start)
    ? { certainty: 'sure', because: 'It begins with the description of a web archive of the older kind (ARC).' }
    : notThis;
}

async function* read(file: SourceFile): AsyncIterable<Yielded> {
  const tally = newTally();
  yield* capturedPages(file.bytes, tally);
  if (tally.records === 0) {
    throw new ReadRefusal('No record of this web archive could be read. It is kept; ask for a new copy of it.');
  }
  for (const text of tallyWarnings(tally)) yield { kind: 'warning', text };
}

/** A web archive; each captured page is an item. */
export const warcArchive: Reader = {
  id: 'warc',
  version: 1,
  label: 'Web archive (WARC)',
  source: 'https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/',
  endings: ['.warc', '.warc.gz', '.arc', '.arc.gz'],
  detect,
  read,
};
