import type { ItemDraft } from '../../../../../contract/item.ts';
import { facts } from '../chat/told.ts';
import { blankItem, party, phoneOf } from '../parties.ts';
import type { KnownRow, TableShape } from '../table/shapes.ts';

const shown = [
  'chat session',
  'message date',
  'edited date',
  'deleted date',
  'service',
  'sender id',
  'sender name',
  'subject',
  'text',
  'attachment',
  'type',
];

function platformOf(service: string): string | null {
  if (/whatsapp/i.test(service)) return 'whatsapp';
  return service.trim() === '' ? null : service.trim().toLowerCase();
}

function kindOf(service: string): ItemDraft['kind'] {
  return /sms|mms|imessage|rcs/i.test(service) ? 'sms' : 'chat-line';
}

function itemOf(row: KnownRow): ItemDraft {
  const outgoing = /^outgoing$/i.test(row.cell('type').trim());
  const chat = row.words('chat session')?.trim() ?? null;
  const handle = row.words('sender id') ?? phoneOf(row.cell('sender name'));
  const service = row.cell('service');
  return {
    ...blankItem(`row ${row.number}`, kindOf(service)),
    platform: platformOf(service),
    // The owner of the phone is not named beside what the phone sent.
    author: outgoing
      ? party(row.words('sender name'), row.words('sender id'))
      : party(row.words('sender name'), handle),
    recipients:
      outgoing && chat !== null && !/[,&]/.test(chat)
        ? [party(chat, phoneOf(chat))].filter((each) => each !== null)
        : [],
    thread: chat === null ? null : { id: chat, title: chat },
    sentAt: row.moment('message date'),
    title: row.words('subject'),
    text: row.cell('text'),
    attachments: [row.words('attachment')].filter((each) => each !== null),
    edited: row.words('edited date') !== null,
    deleted: row.words('deleted date') !== null,
    facts: facts(
      ['Direction', row.words('type')],
      ['Edited', row.words('edited date')],
      ['Deleted', row.words('deleted date')],
      ...row.others(...shown),
    ),
  };
}

/** Messages and WhatsApp chats as iMazing writes them; its times are those of the computer, without a zone. */
export const imazingTable: TableShape = {
  headings: ['chat session', 'message date', 'sender id', 'sender name', 'type', 'text'],
  dates: ['message date'],
  because: 'It is a table of messages the way iMazing writes it.',
  told: (row) =>
    /^notification$/i.test(row.cell('type').trim())
      ? { kind: 'notice', text: `${row.cell('message date')} ${row.cell('text')}`.trim() }
      : { kind: 'item', item: itemOf(row) },
};
