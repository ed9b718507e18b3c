import { limits } from '../limits.ts';
import {
  type Detection,
  notThis,
  type Peek,
  type ReadContext,
  type Reader,
  ReadRefusal,
  type SourceFile,
  type Yielded,
} from './reader.ts';
import { nameRefusal } from './shared/container/member-names.ts';
import { refuseTooDeep, UnpackBudget } from './shared/container/unpack-budget.ts';
import { unpackedMembers } from './shared/tar/unpacked-members.ts';
import { gzipMembers } from './shared/warc/gzip-members.ts';

const hasExtra = 4;
const hasName = 8;

function detect(peek: Peek): Detection {
  const [a, b, method] = peek.head;
  return a === 0x1f && b === 0x8b && method === 8
    ? { certainty: 'likely', because: 'It begins with the marks of a gzip file.' }
    : notThis;
}

/** The name that the file had before it was packed, as its header tells it; null where it tells none. */
function packedName(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096));
  const flags = head[3] ?? 0;
  if ((flags & hasName) === 0 || head.length < 12) return null;
  const from = 10 + ((flags & hasExtra) === 0 ? 0 : 2 + head.readUInt16LE(10));
  const end = head.indexOf(0, from);
  if (end <= from) return null;
  const raw = head.subarray(from, end);
  const name = raw.toString('utf8').includes('\ufffd') ? raw.toString('latin1') : raw.toString('utf8');
  return name.split(/[\\/]/).at(-1) ?? null;
}

function memberName(file: SourceFile): string {
  const told = packedName(file.bytes);
  if (told !== null && told !== '' && nameRefusal(told, limits) === null) return told;
  const name = file.name.replace(/\.tgz$/i, '.tar').replace(/\.(?:gz|gzip)$/i, '');
  return name === file.name ? `${name} (unpacked)` : name;
}

interface Unpacked {
  readonly bytes: Uint8Array;
  /** `cut`: the packed bytes end too early or are damaged; `limit`: more came out than is taken. */
  readonly ended: 'whole' | 'cut' | 'limit';
}

async function unpack(packed: Uint8Array, room: number): Promise<Unpacked> {
  const chunks: Uint8Array[] = [];
  const trouble = { cut: false, damaged: 0 };
  let length = 0;
  for await (const chunk of gzipMembers(packed, trouble)) {
    length += chunk.length;
    if (length > room) return { bytes: new Uint8Array(), ended: 'limit' };
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks), ended: trouble.cut || trouble.damaged > 0 ? 'cut' : 'whole' };
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  refuseTooDeep(context.nesting);
  const room = Math.min(limits.memberBytes, new UnpackBudget(file.bytes.length, context.nesting).left());
  const { bytes, ended } = await unpack(file.bytes, room);
  if (ended === 'limit') {
    throw new ReadRefusal(
      room < limits.memberBytes
        ? 'Unpacking this file would make it more than 100 times as large as it is, which only archives made to do harm do. It is kept and was not unpacked.'
        : `Unpacked, this file has more than ${Math.floor(limits.memberBytes / 1_000_000)} MB, the most that is taken. It is kept; if it matters, unpack it yourself and add the files in it.`,
    );
  }
  if (bytes.length === 0 && ended === 'cut') {
    throw new ReadRefusal(
      'The packed bytes of this file are damaged, and nothing could be unpacked. It is kept; ask for a new copy.',
    );
  }
  if (ended === 'cut') {
    yield {
      kind: 'warning',
      text: 'The packed bytes are damaged or end too early; what could be unpacked was taken. Ask for a complete copy.',
    };
  }
  yield* unpackedMembers(memberName(file), bytes);
}

/** A gzip file: what it holds becomes evidence of its own; a tar archive in it is opened at once. */
export const gzipArchive: Reader = {
  id: 'gzip',
  version: 2,
  label: 'Gzip file, compressed tar archive',
  source: 'https://www.rfc-editor.org/rfc/rfc1952',
  endings: ['.gz', '.gzip', '.tgz'],
  detect,
  read,
};
