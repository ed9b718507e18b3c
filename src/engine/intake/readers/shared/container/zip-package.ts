import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { limits } from '../../../limits.ts';
import { entryName, overlapping } from '../zip/entry-rules.ts';
import { unpackEntry } from '../zip/unpack.ts';

export type PartBytes =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly intact: boolean }
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly because: string };

/** A file that is a zip archive inside (Office, OpenDocument, WACZ): its parts by name, never written to a disk. */
export interface ZipPackage {
  readonly names: readonly string[];
  /** True where the table of contents is damaged and parts may be missing. */
  readonly broken: boolean;
  read(name: string): Promise<PartBytes>;
}

async function entriesOf(zip: ZipFile): Promise<{ entries: Map<string, Entry>; broken: boolean }> {
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= limits.containerEntries) break;
      const name = entryName(entry).replace(/^\//, '');
      if (!entries.has(name)) entries.set(name, entry);
    }
  } catch {
    return { entries, broken: true };
  }
  return { entries, broken: false };
}

/** Why a part is not unpacked, or null. */
function refusalOf(entry: Entry, overlaps: ReadonlySet<Entry>): string | null {
  if (overlaps.has(entry)) return 'it shares its packed bytes with another part';
  if (entry.isEncrypted()) return 'it is encrypted; a password is needed';
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) return 'it is packed by an unknown method';
  return entry.uncompressedSize > limits.memberBytes ? 'it is larger than the limit for one file' : null;
}

/** Opens a package; null where it has no table of contents. What comes out of it counts against the size of the file. */
export async function openPackage(bytes: Uint8Array): Promise<ZipPackage | null> {
  let zip: ZipFile;
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    zip = await fromBufferPromise(buffer, { decodeStrings: false, validateEntrySizes: false });
  } catch {
    return null;
  }
  const { entries, broken } = await entriesOf(zip);
  const overlaps = overlapping([...entries.values()]);
  let left = Math.min(limits.unpackedBytes, Math.max(limits.unpackRatioFrom, bytes.length * limits.unpackRatio));
  return {
    names: [...entries.keys()],
    broken,
    read: async (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return { kind: 'missing' };
      const refusal = refusalOf(entry, overlaps);
      if (refusal !== null) return { kind: 'refused', because: refusal };
      const unpacked = await unpackEntry(zip, entry, left);
      if (unpacked.kind === 'bytes') left = Math.max(0, left - unpacked.bytes.length);
      return unpacked;
    },
  };
}
