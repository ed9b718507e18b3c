import type { NamedParty } from '../../../../../contract/item.ts';
import { connectionItem } from '../chat/connections.ts';
import { facts, reactionFact, type Told } from '../chat/told.ts';
import { isoAt, millisecondsAt } from '../json/times.ts';
import {
  type Fields,
  fieldsOf,
  figureAt,
  has,
  isFields,
  listOf,
  markAt,
  objectsIn,
  under,
  wordsAt,
} from '../json/values.ts';
import { blankItem, party } from '../parties.ts';

/** Shapes of lines of JSON in which programs write Signal's messages. */
type Kind = 'backup' | 'desktop' | 'signal-export' | 'signal-cli';

export function signalKind(line: unknown): Kind | null {
  if (!isFields(line)) return null;
  if (
    isFields(line['chatItem']) ||
    (isFields(line['recipient']) && has(line['recipient'], 'id')) ||
    has(line, 'backupTimeMs')
  )
    return 'backup';
  if (has(line, 'conversationId', 'type') && (has(line, 'sent_at') || has(line, 'sentAt'))) return 'desktop';
  if (
    has(line['envelope'], 'timestamp') &&
    (has(line['envelope'], 'dataMessage') || has(line['envelope'], 'syncMessage') || has(line['envelope'], 'source'))
  )
    return 'signal-cli';
  return has(line, 'date', 'sender', 'body', 'reactions') && has(line, 'attachments') ? 'signal-export' : null;
}

interface Book {
  readonly people: Map<string, NamedParty>;
  /** Numbers of recipients and titles by the number of the chat. */
  readonly chats: Map<string, { readonly title: string | null; readonly group: boolean }>;
  self: string | null;
}

const emptyBook = (): Book => ({ people: new Map(), chats: new Map(), self: null });

function noteRecipient(book: Book, recipient: Fields): void {
  const id = markAt(recipient, 'id');
  if (id === null) return;
  const contact = fieldsOf(recipient['contact']);
  const group = fieldsOf(recipient['group']);
  if (has(recipient, 'self')) book.self = id;
  const title =
    wordsAt(fieldsOf(under(group, 'snapshot', 'title')), 'title') ?? wordsAt(fieldsOf(group['snapshot']), 'title');
  const names = [
    wordsAt(contact, 'nickname'),
    [wordsAt(contact, 'systemGivenName'), wordsAt(contact, 'systemFamilyName')]
      .filter((each) => each !== null)
      .join(' '),
    [wordsAt(contact, 'profileGivenName'), wordsAt(contact, 'profileFamilyName')]
      .filter((each) => each !== null)
      .join(' '),
    title,
  ];
  const name = names.find((each) => each !== null && each !== '') ?? (has(recipient, 'self') ? 'Note to Self' : null);
  const number = markAt(contact, 'e164');
  const known = party(
    name ?? null,
    number === null ? wordsAt(contact, 'username', 'aci') : `+${number.replace(/^\+/, '')}`,
  );
  if (known !== null) book.people.set(id, known);
  if (has(recipient, 'group')) book.chats.set(`recipient ${id}`, { title: name ?? null, group: true });
}

function noteChat(book: Book, chat: Fields): void {
  const [id, recipient] = [markAt(chat, 'id'), markAt(chat, 'recipientId')];
  if (id === null || recipient === null) return;
  const group = book.chats.get(`recipient ${recipient}`);
  book.chats.set(id, group ?? { title: book.people.get(recipient)?.name ?? null, group: false });
}

function attachmentNames(list: unknown): string[] {
  return objectsIn(list).flatMap((each) => {
    const pointer = isFields(each['pointer']) ? each['pointer'] : each;
    return wordsAt(pointer, 'fileName', 'file_name', 'path', 'filename', 'id') ?? [];
  });
}

const itemNames = [
  'standardMessage',
  'contactMessage',
  'stickerMessage',
  'viewOnceMessage',
  'directStoryReplyMessage',
  'remoteDeletedMessage',
  'poll',
  'giftBadge',
  'paymentNotification',
] as const;

function backupTold(entry: Fields, book: Book, where: string): Told {
  const name = itemNames.find((each) => has(entry, each));
  if (name === undefined)
    return { kind: 'notice', text: Object.keys(fieldsOf(entry['updateMessage'])).join(', ') || 'notice of the app' };
  const message = fieldsOf(entry[name]);
  const chatId = markAt(entry, 'chatId') ?? 'chat';
  const chat = book.chats.get(chatId) ?? { title: null, group: false };
  const author = markAt(entry, 'authorId') ?? '';
  const reply = fieldsOf(message['textReply']);
  const sticker = fieldsOf(message['sticker']);
  const quote = fieldsOf(message['quote']);
  return {
    kind: 'item',
    item: {
      ...blankItem(where, chat.group ? 'group-message' : 'direct-message'),
      platform: 'signal',
      author: book.people.get(author) ?? party(null, author === '' ? null : `recipient ${author}`),
      thread: { id: chatId, title: chat.title },
      audience: chat.group ? 'group' : 'individual',
      sentAt: millisecondsAt(entry, 'dateSent'),
      text:
        wordsAt(fieldsOf(message['text']), 'body') ??
        wordsAt(fieldsOf(reply['text']), 'body') ??
        wordsAt(message, 'question', 'emoji') ??
        wordsAt(sticker, 'emoji') ??
        '',
      attachments: attachmentNames(message['attachments']),
      edited: listOf(entry['revisions']).length > 0,
      deleted: name === 'remoteDeletedMessage',
      facts: [
        ...objectsIn(message['reactions']).map((each) =>
          reactionFact(
            wordsAt(each, 'emoji') ?? 'reaction',
            book.people.get(markAt(each, 'authorId') ?? '')?.name ?? null,
          ),
        ),
        ...objectsIn(entry['revisions']).flatMap((each) =>
          facts(['Earlier words', wordsAt(fieldsOf(under(each, 'standardMessage', 'text')), 'body')]),
        ),
        ...facts(
          ['Answer to', wordsAt(fieldsOf(quote['text']), 'body') ?? wordsAt(quote, 'text')],
          ['Direction', has(entry, 'outgoing') ? 'sent' : has(entry, 'incoming') ? 'received' : null],
        ),
      ],
    },
  };
}

const saidTypes = new Set(['incoming', 'outgoing', 'story']);

function desktopTold(row: Fields, where: string): Told {
  const type = wordsAt(row, 'type') ?? '';
  if (!saidTypes.has(type)) return { kind: 'notice', text: `${type} ${wordsAt(row, 'body') ?? ''}`.trim() };
  const from = type === 'incoming' ? markAt(row, 'source', 'sourceServiceId', 'sourceUuid') : null;
  return {
    kind: 'item',
    item: {
      ...blankItem(where, type === 'story' ? 'story' : 'chat-line'),
      platform: 'signal',
      author: party(null, from),
      thread: { id: markAt(row, 'conversationId') ?? 'chat', title: null },
      sentAt: millisecondsAt(row, 'sent_at', 'sentAt', 'timestamp'),
      text: wordsAt(row, 'body') ?? '',
      attachments: attachmentNames(row['attachments']),
      edited: has(row, 'editHistory') ? listOf(row['editHistory']).length > 0 : null,
      deleted: row['deletedForEveryone'] === true ? true : null,
      facts: [
        ...objectsIn(row['reactions']).map((each) =>
          reactionFact(wordsAt(each, 'emoji') ?? 'reaction', markAt(each, 'fromId')),
        ),
        ...facts(['Direction', type], ['Answer to', wordsAt(fieldsOf(row['quote']), 'text')]),
      ],
    },
  };
}

function exportTold(row: Fields, where: string, zone: string | null): Told {
  const reactions = listOf(row['reactions']).map((each) => {
    const [who, sign] = listOf(each).map((part) => (typeof part === 'string' ? part : ''));
    return isFields(each)
      ? reactionFact(wordsAt(each, 'emoji') ?? 'reaction', wordsAt(each, 'name'))
      : reactionFact(sign ?? '', who ?? null);
  });
  return {
    kind: 'item',
    item: {
      ...blankItem(where, 'chat-line'),
      platform: 'signal',
      author: party(wordsAt(row, 'sender'), null),
      sentAt: isoAt(row, zone, 'date'),
      text: (wordsAt(row, 'body') ?? '').trim(),
      attachments: attachmentNames(row['attachments']),
      facts: [...reactions, ...facts(['Answer to', wordsAt(row, 'quote')])],
    },
  };
}

function cliTold(line: Fields, where: string): Told {
  const envelope = fieldsOf(line['envelope']);
  const sent = fieldsOf(under(envelope, 'syncMessage', 'sentMessage'));
  const message = isFields(envelope['dataMessage']) ? envelope['dataMessage'] : sent;
  const reaction = fieldsOf(message['reaction']);
  const group = fieldsOf(message['groupInfo']);
  if (!has(message, 'timestamp') || has(message, 'reaction')) {
    return {
      kind: 'notice',
      text: `${wordsAt(envelope, 'sourceName', 'sourceNumber', 'source') ?? ''} ${wordsAt(reaction, 'emoji') ?? 'receipt'}`.trim(),
    };
  }
  return {
    kind: 'item',
    item: {
      ...blankItem(where, has(group, 'groupId') ? 'group-message' : 'direct-message'),
      platform: 'signal',
      author: party(wordsAt(envelope, 'sourceName'), markAt(envelope, 'sourceNumber', 'source')),
      recipients: [party(null, markAt(message, 'destinationNumber', 'destination'))].filter((each) => each !== null),
      thread: has(group, 'groupId')
        ? { id: wordsAt(group, 'groupId') ?? 'group', title: wordsAt(group, 'groupName') }
        : null,
      audience: has(group, 'groupId') ? 'group' : 'individual',
      sentAt: millisecondsAt(message, 'timestamp'),
      text: wordsAt(message, 'message') ?? '',
      attachments: attachmentNames(message['attachments']),
      facts: facts(['Answer to', wordsAt(fieldsOf(message['quote']), 'text')], ['Disappears after', expiry(message)]),
    },
  };
}

function expiry(message: Fields): string | null {
  const seconds = figureAt(message, 'expiresInSeconds');
  return seconds === null || seconds === 0 ? null : `${seconds} seconds`;
}

function contactTold(recipient: Fields, book: Book, where: string): Told[] {
  const known = book.people.get(markAt(recipient, 'id') ?? '');
  if (!has(recipient, 'contact') || known === undefined) return [];
  const item = connectionItem({
    link: 'contact',
    name: known.name,
    handle: known.handle,
    sentAt: null,
    platform: 'signal',
    locator: where,
  });
  return item === null ? [] : [{ kind: 'item', item }];
}

/** What one line tells; people and chats of a backup stand in lines before the messages. */
export class SignalLines {
  readonly #book = emptyBook();
  readonly #zone: string | null;

  constructor(zone: string | null) {
    this.#zone = zone;
  }

  told(line: unknown, where: string): readonly Told[] {
    const kind = signalKind(line);
    const fields = fieldsOf(line);
    if (kind === 'desktop') return [desktopTold(fields, where)];
    if (kind === 'signal-export') return [exportTold(fields, where, this.#zone)];
    if (kind === 'signal-cli') return [cliTold(fields, where)];
    if (isFields(fields['chatItem'])) return [backupTold(fields['chatItem'], this.#book, where)];
    if (isFields(fields['recipient'])) {
      noteRecipient(this.#book, fields['recipient']);
      return contactTold(fields['recipient'], this.#book, where);
    }
    if (isFields(fields['chat'])) noteChat(this.#book, fields['chat']);
    return [];
  }
}
