import type { ItemDraft } from '../../../../../contract/item.ts';
import type { Yielded } from '../../reader.ts';
import { unreadableMoment } from '../moments.ts';
import { blankItem, party, phoneOf } from '../parties.ts';
import { type DayOrder, findDayOrder, momentOf, type WrittenDay } from '../written-date.ts';
import { type Columns, type Role, saysUtc } from './columns.ts';
import { type CellDate, cellDate } from './table-date.ts';
import type { Row } from './table-text.ts';

interface ReadRow {
  /** 1-based row of the table, headings included. */
  readonly number: number;
  readonly cells: Row;
  readonly date: CellDate | null;
}

function cell(columns: Columns, row: Row, role: Role): string {
  const index = columns.of.get(role);
  return index === undefined ? '' : (row[index] ?? '').trim();
}

function rowsOf(rows: readonly Row[], columns: Columns, zone: string | null): ReadRow[] {
  const found: ReadRow[] = [];
  const inUtc = (['date', 'time'] as const).some((role) => saysUtc(columns.header[columns.of.get(role) ?? -1] ?? ''));
  rows.forEach((cells, index) => {
    if (index <= columns.headerRow || cells.every((each) => each.trim() === '')) return;
    const date = cellDate(cell(columns, cells, 'date'), cell(columns, cells, 'time'), zone);
    found.push({ number: index + 1, cells, date: inUtc ? utcUnlessTold(date) : date });
  });
  return found;
}

function utcUnlessTold(date: CellDate | null): CellDate | null {
  if (date?.kind !== 'written' || date.written.offset !== null || date.written.time === null) return date;
  return { ...date, written: { ...date.written, offset: '+00:00' } };
}

function orderOf(rows: readonly ReadRow[]): ReturnType<typeof findDayOrder> {
  const slashed: WrittenDay[] = [];
  for (const { date } of rows) if (date?.kind === 'written' && date.slashed) slashed.push(date.written.day);
  // A table may be sorted by anything, so its order proves nothing about its dates.
  return findDayOrder({ slashed, chronological: false, proofs: [] });
}

function sentAtOf(row: ReadRow, columns: Columns, order: DayOrder | null, zone: string | null): ItemDraft['sentAt'] {
  if (row.date === null) {
    const written = cell(columns, row.cells, 'date');
    return written === '' ? null : unreadableMoment(written);
  }
  return row.date.kind === 'fixed' ? row.date.moment : momentOf(row.date.written, order, zone);
}

const platforms: readonly (readonly [RegExp, ItemDraft['kind']])[] = [
  [/e-?mail|correo|outlook|gmail/i, 'email'],
  [/\b(?:sms|mms|imessage|text message)\b/i, 'sms'],
];

function kindOf(columns: Columns, row: Row, recipients: number): ItemDraft['kind'] {
  const heading = (columns.header[columns.of.get('text') ?? -1] ?? '').toLowerCase();
  if (/comment|comentario/.test(heading)) return 'comment';
  if (/post|publicaci/.test(heading)) return 'post';
  const platform = `${cell(columns, row, 'platform')} ${cell(columns, row, 'direction')}`;
  const known = platforms.find(([pattern]) => pattern.test(platform));
  if (known !== undefined) return known[1];
  if (recipients === 1) return 'direct-message';
  return recipients > 1 ? 'group-message' : 'chat-line';
}

function listOf(written: string): string[] {
  return written
    .split(/\s*[;|\n]\s*|,\s+(?=\S)/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

function partyOf(name: string, handle: string): ItemDraft['author'] {
  const address = /^(.*?)\s*<([^<>\s]+)>$/.exec(name);
  if (address !== null) return party(address[1] ?? null, address[2] ?? null);
  const own = handle === '' ? (phoneOf(name) ?? (/^\S+@\S+\.\S+$/.test(name) ? name : null)) : handle;
  return party(name, own);
}

function factsOf(columns: Columns, row: Row): ItemDraft['facts'] {
  const shown = new Set(columns.of.values());
  const direction = columns.of.get('direction');
  if (direction !== undefined) shown.delete(direction);
  const facts: ItemDraft['facts'] = [];
  row.forEach((value, index) => {
    if (shown.has(index) || value.trim() === '') return;
    const heading = columns.header[index]?.trim() ?? '';
    facts.push({ label: heading === '' ? `Column ${index + 1}` : heading, value: value.trim() });
  });
  return facts;
}

/** Kinds of item that are a part of a conversation. */
const TALK: ReadonlySet<ItemDraft['kind']> = new Set(['direct-message', 'group-message', 'chat-line', 'sms']);

/** A table without a column for it has the conversations of those who are named in a row, whoever wrote it. */
function talkOf(author: ItemDraft['author'], recipients: ItemDraft['recipients']): string | null {
  if (author === null || recipients.length === 0) return null;
  const names = [author, ...recipients].map(({ name, handle }) => name ?? handle ?? '');
  return [...new Set(names)].sort().join(', ');
}

/** Where nobody is written to, the table as a whole is the conversation, named as its file or sheet is. */
function inWhole(kind: ItemDraft['kind'], { title }: TablePlace): ItemDraft['thread'] {
  return TALK.has(kind) && title !== null ? { id: title, title } : null;
}

function itemOf(row: ReadRow, columns: Columns, order: DayOrder | null, where: TablePlace): ItemDraft {
  const { zone, place } = where;
  const told = (role: Role): string => cell(columns, row.cells, role);
  const orNull = (role: Role): string | null => (told(role) === '' ? null : told(role));
  const recipients = listOf(told('recipient')).flatMap((name) => partyOf(name, '') ?? []);
  const author = partyOf(told('sender'), told('sender-handle'));
  const kind = kindOf(columns, row.cells, recipients.length);
  const thread = orNull('thread') ?? (TALK.has(kind) ? talkOf(author, recipients) : null);
  const textAt = columns.of.get('text') ?? -1;
  return {
    ...blankItem(`${place}row ${row.number}`, kind),
    platform: orNull('platform')?.toLowerCase() ?? null,
    author,
    recipients,
    thread: thread === null ? inWhole(kind, where) : { id: thread, title: thread },
    sentAt: sentAtOf(row, columns, order, zone),
    title: orNull('title'),
    text: row.cells[textAt] ?? '',
    url: orNull('url'),
    attachments: listOf(told('attachment')),
    facts: factsOf(columns, row.cells),
  };
}

/** Where the rows of a table stand, and the zone that a person gave for its times. */
export interface TablePlace {
  /** Put before `row 7` in locators, such as `sheet "Messages", `; empty for a file that is one table. */
  readonly place: string;
  /** What the table is called: its file or its sheet; null where that says nothing. */
  readonly title: string | null;
  /** IANA zone; null leaves times floating. */
  readonly zone: string | null;
}

/** The rows of a table of messages as items, with what must be said of its dates. */
export function* messageRows(table: readonly Row[], columns: Columns, where: TablePlace): Iterable<Yielded> {
  const rows = rowsOf(table, columns, where.zone);
  const order = orderOf(rows);
  if (order.warning !== null) yield { kind: 'warning', text: order.warning };
  const undated = rows.filter((row) => row.date === null && cell(columns, row.cells, 'date') !== '').length;
  if (undated > 0) yield { kind: 'warning', text: `${undated} dates could not be read; their words are kept.` };
  if (rows.length === 0) yield { kind: 'warning', text: 'The table has headings and no rows.' };
  for (const row of rows) {
    yield { kind: 'item', item: itemOf(row, columns, order.order, where) };
  }
}
