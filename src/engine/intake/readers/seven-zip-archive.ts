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
import {
  beyondLimit,
  emptyArchive,
  filesEncrypted,
  noFileTaken,
  passwordWrong,
  wrongForThis,
} from './shared/container/archive-words.ts';
import { isBookkeeping, nameRefusal } from './shared/container/member-names.ts';
import { refuseTooDeep, UnpackBudget } from './shared/container/unpack-budget.ts';
import { isOneOfSeveral, type ListedEntry, listedEntries } from './shared/seven-zip/list-entries.ts';
import { type Ran, runSevenZip, unpackedAt } from './shared/seven-zip/run-seven-zip.ts';

/** First bytes, as hexadecimal digits; RAR 5 has another byte after the common ones. */
const marks: readonly (readonly [format: string, because: string, mark: string])[] = [
  ['7z', 'It begins with the marks of a 7-Zip archive.', '377abcaf271c'],
  ['rar', 'It begins with the marks of a RAR archive.', '526172211a07'],
  ['cab', 'It begins with the marks of a Windows cabinet.', '4d5343460000'],
];

function detect(peek: Peek): Detection {
  const head = Buffer.from(peek.head.subarray(0, 6)).toString('hex');
  const found = marks.find(([, , mark]) => mark === head);
  return found === undefined ? notThis : { certainty: 'sure', because: found[1], format: found[0] };
}

const namesEncrypted =
  'The archive is encrypted, even the names of its files: a password is needed. It is kept; ask whoever handed it over for the password or for a copy without one.';

const oneOfSeveral: Yielded = {
  kind: 'warning',
  text: 'This is one part of an archive in several parts; what lies in the others is missing. Ask for all parts, unpack them together, and add the files.',
};

const megabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000);

/** @throws ReadRefusal where the archive cannot be opened. */
function listed({ complaints, printed }: Ran, password: string | null): readonly ListedEntry[] {
  const entries = listedEntries(printed);
  if (complaints.some((line) => line.includes('encrypted archive'))) {
    throw new ReadRefusal(password === null ? namesEncrypted : passwordWrong);
  }
  if (complaints.some((line) => /volume/i.test(line))) {
    throw new ReadRefusal(
      'This is one part of an archive in several parts, and cannot be opened without the others. It is kept; ask for the files one by one.',
    );
  }
  if (complaints.some((line) => line.startsWith('ERROR'))) {
    throw new ReadRefusal(
      'The archive cannot be opened: it is damaged, as when a download was cut off. It is kept; ask for a new copy, or for the files one by one.',
    );
  }
  if (entries !== null) return entries;
  // It leaves without a word where even the list needs a password.
  throw new ReadRefusal(password === null ? namesEncrypted : passwordWrong);
}

function refusalOf(entry: ListedEntry, isLast: boolean, locked: boolean): string | null {
  const byName = nameRefusal(entry.name, limits);
  if (byName !== null) return byName;
  if (entry.kind === 'link') return 'it is a link to another file, not a file';
  if (entry.kind === 'special') return 'it is a device or another special file';
  if (locked) return 'it is encrypted; a password is needed';
  return isLast ? null : 'another file of the archive has the same name; the later one was taken';
}

/** @throws ReadRefusal where all files together are more than is unpacked in memory. */
function checkTotal(entries: readonly ListedEntry[], file: SourceFile, context: ReadContext): void {
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total > limits.memberBytes) {
    throw new ReadRefusal(
      `Unpacked, the files of this archive have ${megabytes(total)} MB, more than the ${megabytes(limits.memberBytes)} MB that are taken out of an archive of this kind. It is kept; unpack it yourself and add the files in it.`,
    );
  }
  if (total <= new UnpackBudget(file.bytes.length, context.nesting).left()) return;
  throw new ReadRefusal(
    'Unpacking this archive would make it more than 100 times as large as it is, which only archives made to do harm do. It is kept and was not unpacked.',
  );
}

/** Names of entries in whose unpacking an error was found, with the error in the program's words. */
function errorsIn({ complaints }: Ran): ReadonlyMap<string, string> {
  const errors = new Map<string, string>();
  for (const line of complaints) {
    const found = /^ERROR: ([A-Za-z][^:]{2,60}) : (.+)$/.exec(line);
    if (found?.[1] !== undefined && found[2] !== undefined) errors.set(found[2].replaceAll('\\', '/'), found[1]);
  }
  return errors;
}

/** The program says of an encrypted file under a wrong password only that something about its bytes is wrong. */
const isLockedStill = (entry: ListedEntry, errors: ReadonlyMap<string, string>): boolean =>
  entry.encrypted && /password|CRC|Data/i.test(errors.get(entry.name) ?? '');

function bytesOf(ran: Ran, name: string): Uint8Array | null {
  try {
    return Uint8Array.from(ran.files.readFile(`${unpackedAt}/${name}`));
  } catch {
    return null;
  }
}

function* taken(entry: ListedEntry, ran: Ran, error: string | undefined): Generator<Yielded, boolean> {
  const bytes = bytesOf(ran, entry.name);
  if (bytes === null || (bytes.length === 0 && entry.size > 0)) {
    yield { kind: 'refused-member', name: entry.name, because: 'its packed bytes are damaged' };
    return false;
  }
  if (error !== undefined) {
    const what = entry.split ? 'goes on in another part of the archive' : 'is damaged in the archive';
    yield { kind: 'warning', text: `"${entry.name}" ${what}; what could be unpacked was taken.` };
  }
  yield { kind: 'member', name: entry.name, role: 'entry', bytes };
  return true;
}

function* about(entries: readonly ListedEntry[], beyond: number): Iterable<Yielded> {
  const encrypted = entries.some((entry) => entry.encrypted) ? { encrypted: true } : {};
  yield { kind: 'facts', facts: { entries: entries.length + beyond, ...encrypted } };
  if (beyond > 0) yield beyondLimit(entries.length, beyond);
  if (entries.length === 0) yield emptyArchive;
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  refuseTooDeep(context.nesting);
  const password = context.password ?? null;
  const listing = await runSevenZip(file.bytes, ['l', '-slt'], password);
  const list = listed(listing, password);
  if (isOneOfSeveral(listing.printed)) yield oneOfSeveral;
  const all = list.filter((entry) => entry.kind !== 'folder' && !isBookkeeping(entry.name));
  const entries = all.slice(0, limits.containerEntries);
  yield* about(entries, all.length - entries.length);
  checkTotal(all, file, context);
  if (entries.length === 0) return;
  const ran = await runSevenZip(file.bytes, ['x', '-y', '-aoa', `-o${unpackedAt}`], password);
  const errors = errorsIn(ran);
  const last = new Map(entries.map((entry) => [entry.name, entry]));
  let count = 0;
  for (const entry of entries) {
    const because = refusalOf(entry, last.get(entry.name) === entry, entry.encrypted && password === null);
    if (because !== null) yield { kind: 'refused-member', name: entry.name, because };
    else if (isLockedStill(entry, errors)) yield { kind: 'refused-member', name: entry.name, because: wrongForThis };
    else if (yield* taken(entry, ran, entry.split ? 'split' : errors.get(entry.name))) count += 1;
  }
  if (count > 0) return;
  const allEncrypted = entries.every((entry) => entry.encrypted);
  throw new ReadRefusal(allEncrypted ? (password === null ? filesEncrypted : passwordWrong) : noFileTaken);
}

/** A 7-Zip or RAR archive: each file in it becomes evidence of its own, unpacked in memory. */
export const sevenZipArchive: Reader = {
  id: '7z',
  version: 2,
  label: '7-Zip or RAR archive, Windows cabinet',
  source: 'https://www.7-zip.org/7z.html',
  endings: ['.7z', '.rar', '.cab'],
  detect,
  read,
};
