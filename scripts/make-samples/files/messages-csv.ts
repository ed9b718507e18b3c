export interface PhoneMessage {
  /** `2025-10-09 22:47:12`, the clock of the computer that made the export. */
  readonly at: string;
  readonly way: 'in' | 'out';
  readonly text: string;
  readonly status?: string;
}

export interface PhoneChat {
  readonly title: string;
  readonly senderId: string;
  readonly senderName: string;
  readonly messages: readonly PhoneMessage[];
}

const columns = [
  'Chat Session',
  'Message Date',
  'Delivered Date',
  'Read Date',
  'Edited Date',
  'Deleted Date',
  'Service',
  'Type',
  'Sender ID',
  'Sender Name',
  'Status',
  'Replying to',
  'Subject',
  'Text',
  'Reactions',
  'Attachment',
  'Attachment type',
];

/** One CSV line, quoted where RFC 4180 asks for it. */
export function csvLine(values: readonly string[]): string {
  return values.map((value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(',');
}

/** A phone's messages as a desktop export program writes them: byte order mark, seventeen columns, local times. */
export function messagesCsv(chat: PhoneChat): Buffer {
  const rows = chat.messages.map((message) => {
    const incoming = message.way === 'in';
    return csvLine([
      chat.title,
      message.at,
      '',
      incoming ? message.at : '',
      '',
      '',
      'SMS',
      incoming ? 'Incoming' : 'Outgoing',
      incoming ? chat.senderId : '',
      incoming ? chat.senderName : '',
      message.status ?? (incoming ? 'Read' : 'Sent'),
      '',
      '',
      message.text,
      '',
      '',
      '',
    ]);
  });
  return Buffer.from(`\ufeff${[csvLine(columns), ...rows].join('\r\n')}\r\n`, 'utf8');
}
