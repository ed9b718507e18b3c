import type { ItemDraft } from '../../../../../../contract/item.ts';
import type { Moment } from '../../../../../../contract/moment.ts';
import { decodeText } from '../../decode-text.ts';
import { epochMoment } from '../../moments.ts';
import { encodingOfCodePage } from '../../outlook/code-pages.ts';

export interface Summary {
  readonly title: string | null;
  readonly createdAt: Moment | null;
  readonly facts: ItemDraft['facts'];
}

const labels: ReadonlyMap<number, string> = new Map([
  [4, 'Author named in the file'],
  [8, 'Last changed by'],
  [3, 'Subject'],
  [6, 'Remarks in the file'],
  [18, 'Made with'],
]);

/** 100-nanosecond steps since 1601 (UTC) as milliseconds since 1970; null where the file names no time. */
function fileTime(bytes: Buffer, at: number): Moment | null {
  const value = bytes.readBigUInt64LE(at);
  if (value === 0n) return null;
  const milliseconds = Number(value / 10_000n) - 11_644_473_600_000;
  // Real files are from 1980 on; smaller figures count an editing time.
  return milliseconds > 315_532_800_000 ? epochMoment(String(value), milliseconds) : null;
}

function propertiesOf(bytes: Buffer): Map<number, { type: number; at: number }> {
  const found = new Map<number, { type: number; at: number }>();
  if (bytes.length < 56) return found;
  const start = bytes.readUInt32LE(44);
  if (start + 8 > bytes.length) return found;
  const count = Math.min(200, bytes.readUInt32LE(start + 4));
  for (let index = 0; index < count; index += 1) {
    const entry = start + 8 + index * 8;
    if (entry + 8 > bytes.length) break;
    const at = start + bytes.readUInt32LE(entry + 4);
    if (at + 8 <= bytes.length) found.set(bytes.readUInt32LE(entry), { type: bytes.readUInt32LE(at), at: at + 4 });
  }
  return found;
}

/** What an old Office file says of itself (MS-OLEPS, SummaryInformation). */
export function summaryOf(stream: Uint8Array | null): Summary {
  const bytes = Buffer.from(stream ?? []);
  const properties = propertiesOf(bytes);
  const page = properties.get(1);
  const encoding = encodingOfCodePage(page === undefined ? 1252 : bytes.readUInt16LE(page.at)) ?? 'windows-1252';
  const text = (id: number): string | null => {
    const property = properties.get(id);
    if (property === undefined || property.type !== 30) return null;
    const raw = bytes.subarray(property.at + 4, property.at + 4 + Math.min(1000, bytes.readUInt32LE(property.at)));
    const words = decodeText(raw, encoding).text.split('\0', 1)[0]?.trim() ?? '';
    return words === '' ? null : words;
  };
  const time = (id: number): Moment | null => {
    const property = properties.get(id);
    return property === undefined || property.type !== 64 || property.at + 8 > bytes.length
      ? null
      : fileTime(bytes, property.at);
  };
  const facts: ItemDraft['facts'] = [];
  for (const [id, label] of labels) {
    const value = text(id);
    if (value !== null) facts.push({ label, value });
  }
  const changed = time(13)?.instant ?? null;
  if (changed !== null) facts.push({ label: 'Changed at', value: changed });
  return { title: text(2), createdAt: time(12), facts };
}
