import {
  type CompoundContent,
  writeCompoundFile,
} from '../../../src/engine/intake/readers/shared/container/write-compound-file.ts';

/** A property: its number, and its value; a `Date` is a time, bytes are binary, a number is a long. */
export type MadeProperty = readonly [
  id: number,
  value: string | number | boolean | Date | Uint8Array | { readonly ansi: Uint8Array } | { readonly int64: bigint },
];

export interface MadeMessage {
  readonly properties: readonly MadeProperty[];
  readonly recipients?: readonly (readonly MadeProperty[])[];
  readonly attachments?: readonly MadeAttachment[];
}

export interface MadeAttachment {
  readonly properties: readonly MadeProperty[];
  readonly message?: MadeMessage;
}

/** The count of 100 ns since 1601 of a time. */
export function fileTime(time: Date): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE((BigInt(time.getTime()) + 11_644_473_600_000n) * 10_000n);
  return bytes;
}

/** Type and bytes of a made property, as all formats of Outlook store them. */
export function encoded([, value]: MadeProperty): { type: number; bytes: Buffer } {
  if (typeof value === 'string') return { type: 0x1f, bytes: Buffer.from(value, 'utf16le') };
  if (typeof value === 'boolean') return { type: 0x0b, bytes: Buffer.from([value ? 1 : 0, 0]) };
  if (value instanceof Date) return { type: 0x40, bytes: fileTime(value) };
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32LE(value);
    return { type: 0x03, bytes };
  }
  if (value instanceof Uint8Array) return { type: 0x102, bytes: Buffer.from(value) };
  if ('ansi' in value) return { type: 0x1e, bytes: Buffer.from(value.ansi) };
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(value.int64);
  return { type: 0x40, bytes };
}

const hex = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0');

function streams(
  properties: readonly MadeProperty[],
  header: Buffer,
  extra: readonly Buffer[] = [],
): CompoundContent[] {
  const contents: CompoundContent[] = [];
  const list: Buffer[] = [header];
  for (const property of properties) {
    const { type, bytes } = encoded(property);
    const entry = Buffer.alloc(16);
    entry.writeUInt16LE(type, 0);
    entry.writeUInt16LE(property[0], 2);
    entry.writeUInt32LE(6, 4);
    const fixed = [0x03, 0x0b, 0x40].includes(type);
    if (fixed) bytes.copy(entry, 8);
    else {
      entry.writeUInt32LE(bytes.length + (type === 0x1f ? 2 : type === 0x1e ? 1 : 0), 8);
      contents.push({ name: `__substg1.0_${hex(property[0])}${hex(type)}`, bytes });
    }
    list.push(entry);
  }
  return [{ name: '__properties_version1.0', bytes: Buffer.concat([...list, ...extra]) }, ...contents];
}

function messageContents(
  { properties, recipients = [], attachments = [] }: MadeMessage,
  top: boolean,
): CompoundContent[] {
  const header = Buffer.alloc(top ? 32 : 24);
  header.writeUInt32LE(recipients.length, 8);
  header.writeUInt32LE(attachments.length, 12);
  header.writeUInt32LE(recipients.length, 16);
  header.writeUInt32LE(attachments.length, 20);
  const number = (index: number): string => `#${index.toString(16).toUpperCase().padStart(8, '0')}`;
  return [
    ...streams(properties, header),
    ...recipients.map((each, index) => ({
      name: `__recip_version1.0_${number(index)}`,
      children: streams(each, Buffer.alloc(8)),
    })),
    ...attachments.map((each, index) => attachmentContents(each, `__attach_version1.0_${number(index)}`)),
  ];
}

function attachmentContents({ properties, message }: MadeAttachment, name: string): CompoundContent {
  if (message === undefined) return { name, children: streams(properties, Buffer.alloc(8)) };
  const object = Buffer.alloc(16);
  object.writeUInt16LE(0x0d, 0);
  object.writeUInt16LE(0x3701, 2);
  object.writeUInt32LE(0xffffffff, 8);
  object.writeUInt32LE(1, 12);
  return {
    name,
    children: [
      ...streams([...properties, [0x3705, 5]], Buffer.alloc(8), [object]),
      { name: '__substg1.0_3701000D', children: messageContents(message, false) },
    ],
  };
}

/** An Outlook message file with an empty table of named properties. */
export function msgFile(message: MadeMessage): Uint8Array {
  const names = ['00020102', '00030102', '00040102'].map((each) => ({
    name: `__substg1.0_${each}`,
    bytes: new Uint8Array(),
  }));
  return writeCompoundFile([{ name: '__nameid_version1.0', children: names }, ...messageContents(message, true)]);
}

/** A usual message: from Dana to Jose and, in copy, Ana, sent on 10 March 2026 at 14:42 UTC. */
export const usualMessage: MadeMessage = {
  properties: [
    [0x001a, 'IPM.Note'],
    [0x0037, 'Field trip'],
    [0x0042, 'Dana Whitfield'],
    [0x0064, 'SMTP'],
    [0x0065, 'dana.whitfield@example.org'],
    [0x0c1a, 'Dana Whitfield'],
    [0x0c1f, 'dana.whitfield@example.org'],
    [0x0039, new Date('2026-03-10T14:42:00Z')],
    [0x0e06, new Date('2026-03-10T14:42:05Z')],
    [0x1000, 'The bus leaves at 8.\r\nBring a coat.'],
    [0x1035, '<trip-1@example.org>'],
  ],
  recipients: [
    [
      [0x3001, 'Ana Ruiz'],
      [0x3003, '/O=SCHOOL/OU=FIRST/CN=RECIPIENTS/CN=ANA'],
      [0x39fe, 'ana@example.org'],
      [0x0c15, 2],
    ],
    [
      [0x3001, 'Jose Ruiz'],
      [0x3003, 'jose@example.org'],
      [0x0c15, 1],
    ],
  ],
};
