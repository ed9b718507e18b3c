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
import { refuseTooDeep, UnpackBudget } from './shared/container/unpack-budget.ts';
import { type Ran, runSevenZip, unpackedAt } from './shared/seven-zip/run-seven-zip.ts';
import { unpackedMembers } from './shared/tar/unpacked-members.ts';

interface Packing {
  readonly format: string;
  /** First bytes, as hexadecimal digits. */
  readonly mark: RegExp;
  readonly what: string;
  readonly ending: RegExp;
}

const packings: readonly Packing[] = [
  { format: 'bz2', mark: /^425a683[1-9](?:314159265359|177245385090)/, what: 'bzip2', ending: /\.t?(?:bz2?|b2)$/i },
  { format: 'xz', mark: /^fd377a585a00/, what: 'xz', ending: /\.t?xz$/i },
  { format: 'zst', mark: /^28b52ffd/, what: 'Zstandard', ending: /\.t?zst$/i },
  { format: 'z', mark: /^1f9d/, what: 'Unix compress', ending: /\.t?a?z$/i },
];

function packingOf(head: Uint8Array): Packing | null {
  const start = Buffer.from(head.subarray(0, 16)).toString('hex');
  return packings.find(({ mark }) => mark.test(start)) ?? null;
}

function detect(peek: Peek): Detection {
  const found = packingOf(peek.head);
  if (found === null) return notThis;
  return { certainty: 'sure', because: `It begins with the marks of a ${found.what} file.`, format: found.format };
}

/** The one file that came out, or null where nothing did. */
function unpackedOf(ran: Ran): Uint8Array | null {
  const [name] = ran.files.readdir(unpackedAt).filter((each) => each !== '.' && each !== '..');
  return name === undefined ? null : Uint8Array.from(ran.files.readFile(`${unpackedAt}/${name}`));
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  refuseTooDeep(context.nesting);
  const room = Math.min(limits.memberBytes, new UnpackBudget(file.bytes.length, context.nesting).left());
  const ran = await runSevenZip(file.bytes, ['x', '-y', `-o${unpackedAt}`]);
  const bytes = unpackedOf(ran);
  if (bytes === null || bytes.length === 0) {
    throw new ReadRefusal(
      'The packed bytes of this file are damaged, and nothing could be unpacked. It is kept; ask for a new copy.',
    );
  }
  if (bytes.length > room) {
    throw new ReadRefusal(
      room < limits.memberBytes
        ? 'Unpacking this file would make it more than 100 times as large as it is, which only archives made to do harm do. It is kept and was not unpacked.'
        : `Unpacked, this file has more than ${Math.floor(limits.memberBytes / 1_000_000)} MB, the most that is taken. It is kept; if it matters, unpack it yourself and add the files in it.`,
    );
  }
  if (ran.complaints.some((line) => line.startsWith('ERROR'))) {
    yield {
      kind: 'warning',
      text: 'The packed bytes are damaged or end too early; what could be unpacked was taken. Ask for a complete copy.',
    };
  }
  const ending = packingOf(file.bytes)?.ending ?? /$/;
  const name = file.name.replace(ending, '');
  yield* unpackedMembers(name === file.name ? `${name} (unpacked)` : name, bytes);
}

/** A file packed by bzip2, xz, Zstandard or compress: what it holds becomes evidence of its own. */
export const packedFile: Reader = {
  id: 'packed',
  version: 1,
  label: 'Packed file (bzip2, xz, Zstandard)',
  source: 'https://www.7-zip.org/',
  endings: ['.bz2', '.tbz', '.tbz2', '.xz', '.txz', '.zst', '.tzst', '.z', '.taz'],
  detect,
  read,
};
