import { type CompoundContent, writeCompoundFile } from '../container/write-compound-file.ts';
import { type MapiProperties, type MapiValue, mapiType } from './mapi.ts';

/** A message with all its properties as they stand, to be written as a file of its own. */
export interface WholeMessage {
  readonly properties: MapiProperties;
  readonly recipients: readonly MapiProperties[];
  readonly attachments: readonly { readonly properties: MapiProperties; readonly message: WholeMessage | null }[];
}

const inList = new Set<number>([
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

const hex = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0');

function listEntry(id: number, { type, bytes }: MapiValue): Buffer {
  const entry = Buffer.alloc(16);
  entry.writeUInt16LE(type, 0);
  entry.writeUInt16LE(id, 2);
  entry.writeUInt32LE(6, 4);
  if (inList.has(type)) Buffer.from(bytes).copy(entry, 8, 0, Math.min(8, bytes.length));
  else entry.writeUInt32LE(bytes.length + (type === mapiType.unicode ? 2 : type === mapiType.string8 ? 1 : 0), 8);
  return entry;
}

/** Properties of many values and objects need streams of another shape; they stay in the data file only. */
const isWritten = ({ type }: MapiValue): boolean => (type & 0x1000) === 0 && type !== mapiType.object;

function folder(properties: MapiProperties, header: Buffer, more: readonly Buffer[] = []): CompoundContent[] {
  const written = [...properties.values].filter(([, value]) => isWritten(value));
  const list = Buffer.concat([header, ...written.map(([id, value]) => listEntry(id, value)), ...more]);
  const streams = written
    .filter(([, value]) => !inList.has(value.type))
    .map(([id, value]) => ({ name: `__substg1.0_${hex(id)}${hex(value.type)}`, bytes: value.bytes }));
  return [{ name: '__properties_version1.0', bytes: list }, ...streams];
}

function contentsOf(message: WholeMessage, top: boolean): CompoundContent[] {
  const { recipients, attachments } = message;
  const header = Buffer.alloc(top ? 32 : 24);
  for (const [at, count] of [
    [8, recipients.length],
    [12, attachments.length],
    [16, recipients.length],
    [20, attachments.length],
  ] as const) {
    header.writeUInt32LE(count, at);
  }
  const number = (index: number): string => `#${index.toString(16).toUpperCase().padStart(8, '0')}`;
  return [
    ...folder(message.properties, header),
    ...recipients.map((each, index) => ({
      name: `__recip_version1.0_${number(index)}`,
      children: folder(each, Buffer.alloc(8)),
    })),
    ...attachments.map((each, index) => ({
      name: `__attach_version1.0_${number(index)}`,
      children: attachmentFolder(each),
    })),
  ];
}

function attachmentFolder({ properties, message }: WholeMessage['attachments'][number]): CompoundContent[] {
  if (message === null) return folder(properties, Buffer.alloc(8));
  const object = Buffer.alloc(16);
  object.writeUInt16LE(mapiType.object, 0);
  object.writeUInt16LE(0x3701, 2);
  object.writeUInt32LE(0xffffffff, 8);
  object.writeUInt32LE(1, 12);
  return [
    ...folder(properties, Buffer.alloc(8), [object]),
    { name: '__substg1.0_3701000D', children: contentsOf(message, false) },
  ];
}

/** Writes a message as an Outlook message file (MS-OXMSG), with the same bytes each time. */
export function writeMsg(message: WholeMessage): Uint8Array {
  const names = ['00020102', '00030102', '00040102'].map((each) => ({
    name: `__substg1.0_${each}`,
    bytes: new Uint8Array(),
  }));
  return writeCompoundFile([{ name: '__nameid_version1.0', children: names }, ...contentsOf(message, true)]);
}
