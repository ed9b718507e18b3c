import type { WallClock } from '../moments.ts';
import { type MapiAttachment, type MapiMessage, MapiProperties, type MapiValue, mapiType } from './mapi.ts';

const signature = 0x223e9f78;

export function isTnef(bytes: Uint8Array): boolean {
  return bytes.length >= 6 && Buffer.from(bytes.subarray(0, 4)).readUInt32LE(0) === signature;
}

/** Attributes of TNEF (MS-OXTNEF, section 2.1.3.3) by the figure of their name; the older ones stand in for properties. */
const attribute = {
  from: 0x8000,
  subject: 0x8004,
  dateSent: 0x8005,
  dateReceived: 0x8006,
  messageClass: 0x8008,
  messageId: 0x8009,
  body: 0x800c,
  attachData: 0x800f,
  attachTitle: 0x8010,
  attachMade: 0x8012,
  attachRendering: 0x9002,
  messageProperties: 0x9003,
  recipientTable: 0x9004,
  attachProperties: 0x9005,
  codePage: 0x9007,
} as const;

interface Attribute {
  readonly inAttachment: boolean;
  readonly id: number;
  readonly data: Buffer;
}

/** The attributes one after the other; `cut` where the last one is not whole. */
function attributesOf(all: Buffer): { attributes: Attribute[]; cut: boolean } {
  const attributes: Attribute[] = [];
  let at = 6;
  while (at + 9 <= all.length) {
    const level = all[at];
    if (level !== 1 && level !== 2) return { attributes, cut: true };
    const length = all.readUInt32LE(at + 5);
    const data = all.subarray(at + 9, at + 9 + length);
    attributes.push({ inAttachment: level === 2, id: all.readUInt16LE(at + 1), data });
    if (data.length < length) return { attributes, cut: true };
    at += 9 + length + 2;
  }
  return { attributes, cut: false };
}

const fixedSizes: ReadonlyMap<number, number> = new Map([
  [0x0001, 0],
  [mapiType.short, 4],
  [mapiType.long, 4],
  [0x0004, 4],
  [0x0005, 8],
  [0x0006, 8],
  [0x0007, 8],
  [0x000a, 4],
  [mapiType.boolean, 4],
  [mapiType.int64, 8],
  [mapiType.time, 8],
  [0x0048, 16],
]);

const manyValues = 0x1000;
const padded = (length: number): number => Math.ceil(length / 4) * 4;

/** Reads one list of properties after the other (MS-OXTNEF, section 2.1.3.4); ends where the figures lead out of the bytes. */
class PropertyLists {
  private readonly bytes: Buffer;
  private at = 0;
  readonly named = new Map<number, number>();
  /** True where the figures led out of the bytes. */
  cut = false;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  private figure(): number {
    if (this.at + 4 > this.bytes.length) {
      this.cut = true;
      this.at = this.bytes.length;
      return 0;
    }
    const value = this.bytes.readUInt32LE(this.at);
    this.at += 4;
    return value;
  }

  private take(length: number): Buffer {
    if (this.at + length > this.bytes.length) this.cut = true;
    const taken = this.bytes.subarray(this.at, Math.min(this.at + length, this.bytes.length));
    this.at = Math.min(this.at + padded(length), this.bytes.length);
    return taken;
  }

  /** A property that has a name: its set, and a figure or words. */
  private name(id: number): void {
    this.take(16);
    const byWord = this.figure() === 1;
    if (byWord) this.take(this.figure());
    else this.named.set(this.figure(), id);
  }

  private value(type: number): Buffer {
    const size = fixedSizes.get(type);
    return size === undefined ? this.take(this.figure()) : this.take(size);
  }

  /** All values of a property; a property of many values keeps its first. */
  private values(type: number): Buffer {
    const sole = type & ~manyValues;
    const many = (type & manyValues) !== 0 || !fixedSizes.has(sole);
    const count = many ? Math.min(this.figure(), this.bytes.length) : 1;
    let first: Buffer | null = null;
    for (let index = 0; index < count && !this.cut; index += 1) first = first ?? this.value(sole);
    return first ?? Buffer.alloc(0);
  }

  list(): Map<number, MapiValue> {
    const values = new Map<number, MapiValue>();
    const count = this.figure();
    for (let index = 0; index < count && !this.cut; index += 1) {
      const tag = this.figure();
      const type = tag & 0xffff;
      const id = tag >>> 16;
      if (id >= 0x8000) this.name(id);
      const bytes = this.values(type);
      if (!this.cut || bytes.length > 0) values.set(id, { type: type & ~manyValues, bytes });
    }
    return values;
  }

  /** A table: a count, then so many lists. */
  table(): Map<number, MapiValue>[] {
    const lists: Map<number, MapiValue>[] = [];
    const count = Math.min(this.figure(), 100_000);
    for (let index = 0; index < count && !this.cut; index += 1) lists.push(this.list());
    return lists;
  }
}

/**
 * A date of the older attributes: year, month, day, hour, minute, second. In which zone it is depends on the program that
 * wrote it (MS-OXTNEF, section 2.1.3.3.4), so that it stays without one.
 */
function clockOf(data: Buffer | null): WallClock | null {
  if (data === null || data.length < 12) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = [0, 1, 2, 3, 4, 5].map((index) =>
    data.readUInt16LE(index * 2),
  );
  return year < 1980 ? null : { year, month, day, hour, minute, second };
}

function setText(into: Map<number, MapiValue>, id: number, data: Buffer): void {
  if (!into.has(id) && data.length > 0) into.set(id, { type: mapiType.string8, bytes: data });
}

/** The sender of the older kind: lengths of name and address, then both (`TRIPLES`, MS-OXTNEF, section 2.1.3.3.6). */
function setSender(into: Map<number, MapiValue>, data: Buffer): void {
  if (into.has(0x0c1a) || data.length < 8) return;
  const nameLength = data.readUInt16LE(4);
  const addressLength = data.readUInt16LE(6);
  setText(into, 0x0c1a, data.subarray(8, 8 + nameLength));
  setText(into, 0x0c1f, data.subarray(8 + nameLength, 8 + nameLength + addressLength));
}

/** The older attributes, for what the list of properties leaves out. */
function withOlder(values: Map<number, MapiValue>, attributes: readonly Attribute[]): void {
  for (const { id, data } of attributes) {
    if (id === attribute.subject) setText(values, 0x0037, data);
    else if (id === attribute.body) setText(values, 0x1000, data);
    else if (id === attribute.from) setSender(values, data);
    else if (id === attribute.messageClass) setText(values, 0x001a, data);
  }
}

interface Half {
  readonly older: Map<number, MapiValue>;
  values: Map<number, MapiValue>;
}

function attachmentsOf(
  attributes: readonly Attribute[],
  codePage: number | null,
): { found: MapiAttachment[]; cut: boolean } {
  const halves: Half[] = [];
  let cut = false;
  for (const { id, data } of attributes) {
    if (id === attribute.attachRendering) halves.push({ older: new Map(), values: new Map() });
    const current = halves.at(-1);
    if (current === undefined) continue;
    if (id === attribute.attachTitle) setText(current.older, 0x3704, data);
    else if (id === attribute.attachData) current.older.set(0x3701, { type: mapiType.binary, bytes: data });
    else if (id === attribute.attachProperties) {
      const lists = new PropertyLists(data);
      current.values = lists.list();
      cut ||= lists.cut;
    }
  }
  const found = halves.map(({ older, values }): MapiAttachment => {
    const properties = new MapiProperties(new Map([...older, ...values]), new Map(), codePage);
    const object = values.get(0x3701);
    if (object?.type !== mapiType.object) return { properties, message: null };
    // Sixteen bytes say what it is; a message lies there as a file of the same format.
    const inner = object.bytes.subarray(16);
    if (isTnef(inner)) return { properties, message: { bytes: inner, ending: '.dat' } };
    const plain = new Map([...older, ...values, [0x3701, { type: mapiType.binary, bytes: inner }] as const]);
    return { properties: new MapiProperties(plain, new Map(), codePage), message: null };
  });
  return { found, cut };
}

/** Reads the message in a `winmail.dat` (MS-OXTNEF); null where the file is none. Never throws. */
export function readTnef(bytes: Uint8Array): MapiMessage | null {
  if (!isTnef(bytes)) return null;
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { attributes, cut } = attributesOf(all);
  const own = attributes.filter((each) => !each.inAttachment);
  const dataOf = (id: number): Buffer | null => own.find((each) => each.id === id)?.data ?? null;
  const page = dataOf(attribute.codePage);
  const codePage = page !== null && page.length >= 4 ? page.readUInt32LE(0) : null;
  const lists = new PropertyLists(dataOf(attribute.messageProperties) ?? Buffer.alloc(4));
  const values = lists.list();
  withOlder(values, own);
  const table = new PropertyLists(dataOf(attribute.recipientTable) ?? Buffer.alloc(4));
  const recipients = table.table().map((each) => new MapiProperties(each, new Map(), codePage));
  const { found, cut: attachmentCut } = attachmentsOf(
    attributes.filter((each) => each.inAttachment),
    codePage,
  );
  const damaged = cut || lists.cut || table.cut || attachmentCut;
  const clock = clockOf(dataOf(attribute.dateSent) ?? dataOf(attribute.dateReceived));
  return {
    ...(clock === null ? {} : { sentClock: clock }),
    properties: new MapiProperties(values, lists.named, codePage),
    recipients,
    attachments: found,
    warnings: damaged ? ['The file is damaged or cut off; parts of the message may be missing.'] : [],
  };
}
