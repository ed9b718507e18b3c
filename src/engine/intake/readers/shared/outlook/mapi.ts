import { decodeText } from '../decode-text.ts';
import type { WallClock } from '../moments.ts';
import { encodingOfCodePage } from './code-pages.ts';

/** A property as Outlook stores it: its type (MS-OXCDATA, section 2.11.1) and its bytes, least first. */
export interface MapiValue {
  readonly type: number;
  readonly bytes: Uint8Array;
}

/** Types of properties that are read here. */
export const mapiType = {
  short: 0x0002,
  long: 0x0003,
  boolean: 0x000b,
  object: 0x000d,
  int64: 0x0014,
  string8: 0x001e,
  unicode: 0x001f,
  time: 0x0040,
  binary: 0x0102,
} as const;

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Milliseconds since 1970 of a count of 100 ns since 1601; null for the figures that mean "no time" (1601 and 4501). */
export function millisecondsOfFileTime(low: number, high: number): number | null {
  const milliseconds = (high * 0x1_0000_0000 + low) / 10_000 - 11_644_473_600_000;
  const year = new Date(milliseconds).getUTCFullYear();
  return Number.isFinite(year) && year > 1601 && year < 4500 ? milliseconds : null;
}

const withoutEnd = (text: string): string => {
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
};

/** The properties of a message, recipient or attachment, by their numbers (MS-OXPROPS). */
export class MapiProperties {
  readonly values: ReadonlyMap<number, MapiValue>;
  /** Numbers of named properties by the figure of their name, as in `0x820d`. */
  private readonly named: ReadonlyMap<number, number>;
  private readonly encoding: string | null;

  constructor(
    values: ReadonlyMap<number, MapiValue>,
    named: ReadonlyMap<number, number> = new Map(),
    outerCodePage: number | null = null,
  ) {
    this.values = values;
    this.named = named;
    this.encoding = encodingOfCodePage(this.number(0x3ffd) ?? outerCodePage ?? this.number(0x3fde));
  }

  /** Words of a property, blanks at the ends taken off; null where it is missing, empty or of another type. */
  text(id: number): string | null {
    const value = this.values.get(id);
    if (value === undefined) return null;
    const text = this.words(value);
    return text === null || text.trim() === '' ? null : text.trim();
  }

  /** Words of a property as they stand. */
  private words(value: MapiValue): string | null {
    if (value.type === mapiType.unicode) return withoutEnd(view(value.bytes).toString('utf16le'));
    return value.type === mapiType.string8 ? withoutEnd(decodeText(value.bytes, this.encoding).text) : null;
  }

  bytes(id: number): Uint8Array | null {
    const value = this.values.get(id);
    return value === undefined || value.bytes.length === 0 ? null : value.bytes;
  }

  typeOf(id: number): number | null {
    return this.values.get(id)?.type ?? null;
  }

  number(id: number): number | null {
    const value = this.values.get(id);
    if (value === undefined) return null;
    if (value.type === mapiType.long && value.bytes.length >= 4) return view(value.bytes).readInt32LE(0);
    return value.type === mapiType.short && value.bytes.length >= 2 ? view(value.bytes).readInt16LE(0) : null;
  }

  flag(id: number): boolean {
    const value = this.values.get(id);
    return value?.type === mapiType.boolean && (value.bytes[0] ?? 0) !== 0;
  }

  /** Milliseconds since 1970; null where there is none. */
  time(id: number): number | null {
    const value = this.values.get(id);
    if (value?.type !== mapiType.time || value.bytes.length < 8) return null;
    return millisecondsOfFileTime(view(value.bytes).readUInt32LE(0), view(value.bytes).readUInt32LE(4));
  }

  /** The number under which a named property is stored here; -1 where it is not. */
  idOf(name: number): number {
    return this.named.get(name) ?? -1;
  }
}

/** A message as Outlook keeps it, whatever file it lies in. */
export interface MapiMessage {
  readonly properties: MapiProperties;
  readonly recipients: readonly MapiProperties[];
  readonly attachments: readonly MapiAttachment[];
  /** A time of sending of which nobody says in which zone it is; left out where there is none. */
  readonly sentClock?: WallClock;
  /** What is wrong with the file around it, in plain words. */
  readonly warnings: readonly string[];
}

export interface MapiAttachment {
  readonly properties: MapiProperties;
  /** A message that was attached, as a file of its own; null for everything else. */
  readonly message: { readonly bytes: Uint8Array; readonly ending: string } | null;
}

/** Reads the table of named properties: eight bytes an entry, of which those named by a figure are taken (MS-OXMSG, 2.2.3). */
export function namedProperties(entries: Uint8Array): Map<number, number> {
  const named = new Map<number, number>();
  const bytes = view(entries);
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    const byWord = ((bytes[at + 4] ?? 0) & 1) === 1;
    if (!byWord) named.set(bytes.readUInt32LE(at), 0x8000 + bytes.readUInt16LE(at + 6));
  }
  return named;
}
