import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
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
} from './shared/container/archive-words.ts';
import { zipPart } from './shared/container/inside-names.ts';
import { isBookkeeping, nameRefusal, uniqueName } from './shared/container/member-names.ts';
import { refuseTooDeep, UnpackBudget } from './shared/container/unpack-budget.ts';
import { entryName, isPlain, overlapping, refusalOf } from './shared/zip/entry-rules.ts';
import { salvageEntries } from './shared/zip/salvage.ts';
import { damagedBytes, tooMuch, unpackEntry } from './shared/zip/unpack.ts';
import { unpackRare } from './shared/zip/unpack-rare.ts';

/** Office files are zip archives inside; their first entry tells. They are documents, not containers of files. */
const officeEntry =
  /^(?:\[Content_Types\]\.xml|mimetype|_rels\/|docProps\/|word\/|xl\/|ppt\/|META-INF\/|AndroidManifest)/;

function detect(peek: Peek): Detection {
  const [p, k, a, b] = peek.head;
  if (peek.endsAsZip === true) {
    return { certainty: 'possible', because: 'It ends as a zip archive, with something else put before it.' };
  }
  if (p !== 0x50 || k !== 0x4b) return notThis;
  const because = 'It begins with the marks of a zip archive.';
  if (a === 5 && b === 6) return { certainty: 'sure', because };
  const spanned = a === 7 && b === 8;
  if (!(a === 3 && b === 4) && !spanned) return notThis;
  const at = spanned ? 4 : 0;
  const head = Buffer.from(peek.head.subarray(at, at + 300));
  const nameLength = head.length >= 30 ? head.readUInt16LE(26) : 0;
  const firstName = head.subarray(30, 30 + nameLength).toString('latin1');
  // A document whose own reader knows it goes first; what none knows (an e-book, a program) is opened as an archive.
  return { certainty: officeEntry.test(firstName) ? 'possible' : 'likely', because };
}

interface Listed {
  readonly entry: Entry;
  readonly name: string;
}

interface Listing {
  readonly listed: readonly Listed[];
  /** Files beyond the limit, counted and not named. */
  readonly beyond: number;
  readonly broken: boolean;
  /** True where the rest of the list is encrypted in a way that no open program opens. */
  readonly sealed: boolean;
}

async function listEntries(zip: ZipFile): Promise<Listing> {
  const listed: Listed[] = [];
  let beyond = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entryName(entry);
      if (isBookkeeping(name)) continue;
      if (listed.length < limits.containerEntries) listed.push({ entry, name });
      else beyond += 1;
    }
  } catch (error) {
    const sealed = error instanceof Error && /strong encryption/i.test(error.message);
    if (sealed) beyond = Math.max(0, Math.min(zip.entryCount, limits.containerEntries) - listed.length);
    return { listed, beyond, broken: !sealed, sealed };
  }
  return { listed, beyond, broken: false, sealed: false };
}

async function opened(bytes: Uint8Array): Promise<ZipFile | null> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return await fromBufferPromise(buffer, { decodeStrings: false, validateEntrySizes: false });
  } catch {
    return null;
  }
}

/** What can still be had of an archive without a table of contents, as when a download was cut off. */
function* salvaged(file: SourceFile, budget: UnpackBudget): Iterable<Yielded> {
  const used = new Map<string, number>();
  let entries = 0;
  let taken = 0;
  for (const { name: told, bytes, intact } of salvageEntries(file.bytes, Math.min(budget.left(), limits.memberBytes))) {
    if (isBookkeeping(told) || entries >= limits.containerEntries) continue;
    entries += 1;
    const name = uniqueName(told, used);
    const because = nameRefusal(told, limits) ?? (bytes === null || bytes.length === 0 ? damagedBytes : null);
    if (because !== null || bytes === null) {
      yield { kind: 'refused-member', name, because: because ?? damagedBytes };
      continue;
    }
    taken += 1;
    if (!intact) yield { kind: 'warning', text: `"${name}" is damaged or ends too early in the archive.` };
    yield { kind: 'member', name, role: 'entry', bytes };
  }
  if (taken === 0) {
    throw new ReadRefusal(
      'The archive cannot be opened: its table of contents is missing or damaged, as when a download was cut off. It is kept; ask for a new copy, or for the files one by one.',
    );
  }
  yield { kind: 'facts', facts: { entries } };
  yield {
    kind: 'warning',
    text: 'The table of contents of the archive is missing or damaged, as when a download was cut off; the files that could still be found were taken. Ask for a complete copy.',
  };
}

interface Taken {
  readonly values: readonly Yielded[];
  readonly taken: boolean;
}

interface Opened {
  readonly zip: ZipFile;
  readonly bytes: Uint8Array;
  readonly password: string | null;
}

async function take(from: Opened, { entry, name }: Listed, overlaps: boolean, budget: UnpackBudget): Promise<Taken> {
  const refuse = (because: string): Taken => ({ values: [{ kind: 'refused-member', name, because }], taken: false });
  const refusal = overlaps
    ? 'it shares its packed bytes with another file of the archive'
    : refusalOf(entry, name, limits, from.password !== null);
  if (refusal !== null) return refuse(refusal);
  if (!isPlain(entry) && entry.uncompressedSize > budget.left()) return refuse(tooMuch);
  const unpacked = isPlain(entry)
    ? await unpackEntry(from.zip, entry, budget.left())
    : await unpackRare(from.bytes, entry, from.password);
  if (unpacked.kind === 'refused') return refuse(unpacked.because);
  budget.spend(unpacked.bytes.length);
  const member: Yielded = { kind: 'member', name, role: 'entry', bytes: unpacked.bytes };
  if (unpacked.intact) return { values: [member], taken: true };
  const text = `"${name}" does not match its checksum in the archive; it may be damaged.`;
  return { values: [{ kind: 'warning', text }, member], taken: true };
}

function* factsOf({ listed, beyond, broken, sealed }: Listing): Iterable<Yielded> {
  const encrypted = sealed || listed.some(({ entry }) => entry.isEncrypted());
  yield { kind: 'facts', facts: { entries: listed.length + beyond, ...(encrypted ? { encrypted } : {}) } };
  if (broken)
    yield {
      kind: 'warning',
      text: 'The table of contents of the archive is damaged; files after the damage could not be found.',
    };
  if (beyond > 0 && !sealed) yield beyondLimit(listed.length, beyond);
  if (listed.length === 0 && !broken && !sealed) yield emptyArchive;
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  refuseTooDeep(context.nesting);
  const password = context.password ?? null;
  const bytes = zipPart(file.bytes);
  const zip = await opened(bytes);
  if (zip === null) {
    yield* salvaged(file, new UnpackBudget(file.bytes.length, context.nesting));
    return;
  }
  const listing = await listEntries(zip);
  yield* factsOf(listing);
  const overlaps = overlapping(listing.listed.map(({ entry }) => entry));
  const budget = new UnpackBudget(file.bytes.length, context.nesting);
  const used = new Map<string, number>();
  let count = 0;
  for (const { entry, name } of listing.listed) {
    const listed = { entry, name: uniqueName(name, used) };
    const { values, taken } = await take({ zip, bytes, password }, listed, overlaps.has(entry), budget);
    if (taken) count += 1;
    yield* values;
  }
  if (listing.sealed) throw new ReadRefusal(filesEncrypted);
  if (count === 0 && listing.listed.length > 0) throw new ReadRefusal(nothingTaken(listing.listed, password));
}

function nothingTaken(listed: readonly Listed[], password: string | null): string {
  if (!listed.every(({ entry }) => entry.isEncrypted())) return noFileTaken;
  return password === null ? filesEncrypted : passwordWrong;
}

/** A zip archive: each file in it becomes evidence of its own, without ever being written to a disk. */
export const zipArchive: Reader = {
  id: 'zip',
  version: 2,
  label: 'Zip archive',
  source: 'https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT',
  endings: ['.zip'],
  detect,
  read,
};
