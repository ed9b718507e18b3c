import { encoded, type MadeProperty } from './outlook-files.ts';

/** A package of Outlook that is made; `older` are attributes before the properties, by their figures. */
export interface MadePackage {
  readonly properties: readonly MadeProperty[];
  readonly older?: readonly (readonly [id: number, data: Uint8Array])[];
  readonly recipients?: readonly (readonly MadeProperty[])[];
  readonly attachments?: readonly { title: string; data: Uint8Array; properties?: Buffer }[];
}

export function figure(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function attribute(level: 1 | 2, id: number, data: Uint8Array): Buffer {
  const sum = data.reduce((total, byte) => (total + byte) & 0xffff, 0);
  const head = Buffer.alloc(5);
  head[0] = level;
  head.writeUInt16LE(id, 1);
  return Buffer.concat([head, figure(data.length), data, Buffer.from([sum & 255, sum >> 8])]);
}

/** A list of properties as TNEF writes it. */
export function propertyList(properties: readonly MadeProperty[]): Buffer {
  const parts = properties.map((property) => {
    const { type, bytes } = encoded(property);
    const tag = figure(((property[0] << 16) | type) >>> 0);
    const filled = (content: Buffer): Buffer => Buffer.concat([content, Buffer.alloc((4 - (content.length % 4)) % 4)]);
    if ([0x03, 0x0b, 0x40].includes(type)) return Buffer.concat([tag, filled(bytes)]);
    return Buffer.concat([tag, figure(1), figure(bytes.length), filled(bytes)]);
  });
  return Buffer.concat([figure(properties.length), ...parts]);
}

/** A `winmail.dat`, attribute by attribute (MS-OXTNEF). */
export function winmailFile({ properties, older = [], recipients, attachments = [] }: MadePackage): Buffer {
  return Buffer.concat([
    figure(0x223e9f78),
    Buffer.from([1, 0]),
    attribute(1, 0x9006, figure(0x10000)),
    attribute(1, 0x9007, Buffer.concat([figure(1252), figure(0)])),
    ...older.map(([id, data]) => attribute(1, id, data)),
    attribute(1, 0x9003, propertyList(properties)),
    ...(recipients === undefined
      ? []
      : [attribute(1, 0x9004, Buffer.concat([figure(recipients.length), ...recipients.map(propertyList)]))]),
    ...attachments.flatMap(({ title, data, properties: more }) => [
      attribute(2, 0x9002, Buffer.alloc(14)),
      attribute(2, 0x8010, Buffer.from(`${title}\0`, 'latin1')),
      attribute(2, 0x800f, data),
      ...(more === undefined ? [] : [attribute(2, 0x9005, more)]),
    ]),
  ]);
}
