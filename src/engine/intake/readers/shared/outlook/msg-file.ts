import { type CompoundEntry, childNamed, readCompoundFile } from '../container/compound-file.ts';
import { type CompoundContent, writeCompoundFile } from '../container/write-compound-file.ts';
import {
  type MapiAttachment,
  type MapiMessage,
  MapiProperties,
  type MapiValue,
  mapiType,
  namedProperties,
} from './mapi.ts';

/** Bytes before the list of properties: of a message file, of a message inside one, of a recipient or attachment (MS-OXMSG, 2.4.1). */
const headerBytes = { top: 32, embedded: 24, part: 8 } as const;
type Level = keyof typeof headerBytes;

const listName = '__properties_version1.0';
const namesFolder = '__nameid_version1.0';
const streamName = /^__substg1\.0_([0-9a-f]{4})([0-9a-f]{4})$/i;
/** Values up to eight bytes lie in the list itself, all others in a stream of their own. */
const fixedTypes = new Set<number>([
  mapiType.short,
  mapiType.long,
  0x0004,
  0x0005,
  0x0006,
  0x0007,
  0x000a,
  mapiType.boolean,
  mapiType.int64,
  mapiType.time,
]);

const maxAttachments = 2000;

interface Shared {
  readonly names: CompoundEntry | null;
  readonly named: ReadonlyMap<number, number>;
  readonly codePage: number | null;
}

function listedValues(bytes: Uint8Array, level: Level, into: Map<number, MapiValue>): void {
  const list = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = headerBytes[level]; at + 16 <= list.length; at += 16) {
    const type = list.readUInt16LE(at);
    if (fixedTypes.has(type)) into.set(list.readUInt16LE(at + 2), { type, bytes: list.subarray(at + 8, at + 16) });
  }
}

function valuesOf(folder: CompoundEntry, level: Level): Map<number, MapiValue> {
  const values = new Map<number, MapiValue>();
  const list = childNamed(folder, listName);
  if (list !== null) listedValues(list.bytes(), level, values);
  for (const child of folder.children) {
    const found = child.kind === 'stream' ? streamName.exec(child.name) : null;
    if (found === null) continue;
    const id = Number.parseInt(found[1] ?? '', 16);
    const type = Number.parseInt(found[2] ?? '', 16);
    values.set(id, { type, bytes: child.bytes() });
  }
  return values;
}

function properties(folder: CompoundEntry, level: Level, shared: Shared): MapiProperties {
  return new MapiProperties(valuesOf(folder, level), shared.named, shared.codePage);
}

/** Layers of folders that are copied: three for each message inside a message. */
const maxLayers = 60;

function copied(entry: CompoundEntry, layer = 0): CompoundContent {
  if (entry.kind === 'stream') return { name: entry.name, bytes: entry.bytes() };
  const children = layer < maxLayers ? entry.children.map((child) => copied(child, layer + 1)) : [];
  return { name: entry.name, children };
}

/** A message inside another one as a file of its own: its list of properties gets the longer header of a file. */
function asFile(folder: CompoundEntry, names: CompoundEntry | null): Uint8Array {
  const contents = folder.children.map((child): CompoundContent => {
    if (child.name.toLowerCase() !== listName) return copied(child);
    const list = child.bytes();
    const header = headerBytes.embedded;
    return {
      name: child.name,
      bytes: Buffer.concat([list.subarray(0, header), Buffer.alloc(headerBytes.top - header), list.subarray(header)]),
    };
  });
  return writeCompoundFile(names === null ? contents : [copied(names), ...contents]);
}

function attachmentOf(folder: CompoundEntry, shared: Shared): MapiAttachment {
  const object = childNamed(folder, '__substg1.0_3701000D');
  const isMessage = object?.kind === 'storage' && childNamed(object, listName) !== null;
  if (isMessage) {
    return {
      properties: properties(folder, 'part', shared),
      message: { bytes: asFile(object, shared.names), ending: '.msg' },
    };
  }
  const of = properties(folder, 'part', shared);
  if (object?.kind !== 'storage') return { properties: of, message: null };
  // A piece of another program's document: its folder becomes a file of its own.
  const bytes = writeCompoundFile(object.children.map((child) => copied(child)));
  const values = new Map(of.values).set(0x3701, { type: mapiType.binary, bytes });
  return { properties: new MapiProperties(values, shared.named, shared.codePage), message: null };
}

/** Reads the properties of an Outlook message file (MS-OXMSG); null where the file is none. */
export function readMsg(bytes: Uint8Array): MapiMessage | null {
  const file = readCompoundFile(bytes);
  if (file === null) return null;
  const { root } = file;
  if (childNamed(root, listName) === null && !root.children.some((child) => streamName.test(child.name))) return null;
  const names = childNamed(root, namesFolder);
  const entries = names === null ? null : childNamed(names, '__substg1.0_00030102');
  const named = namedProperties(entries?.bytes() ?? new Uint8Array());
  const own = new MapiProperties(valuesOf(root, 'top'), named);
  const shared: Shared = { names, named, codePage: own.number(0x3ffd) ?? own.number(0x3fde) };
  const folders = (start: string): CompoundEntry[] =>
    root.children
      .filter((child) => child.kind === 'storage' && child.name.toLowerCase().startsWith(start))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const recipients = folders('__recip_version1.0_').map((folder) => properties(folder, 'part', shared));
  const attachFolders = folders('__attach_version1.0_');
  const attachments = attachFolders.slice(0, maxAttachments).map((folder) => attachmentOf(folder, shared));
  const warnings: string[] = [];
  if (attachFolders.length > maxAttachments) {
    warnings.push(`Only the first ${maxAttachments} of ${attachFolders.length} attachments were taken.`);
  }
  if (file.damaged) warnings.push('The file is damaged or cut off; parts of the message may be missing.');
  return { properties: own, recipients, attachments, warnings };
}
