import type { ItemDraft, NamedParty } from '../../../../../contract/item.ts';
import type { Moment } from '../../../../../contract/moment.ts';
import { connectionItem } from '../chat/connections.ts';
import { facts, oneUnderOther, reactionFact, type Told } from '../chat/told.ts';
import { isoAt, secondsAt } from '../json/times.ts';
import {
  type Fields,
  fieldsOf,
  figureAt,
  firstObjects,
  has,
  listOf,
  markAt,
  objectsIn,
  under,
  wordsAt,
} from '../json/values.ts';
import { blankItem, party } from '../parties.ts';

const isMessage = (each: unknown): boolean =>
  has(each, 'id', 'type', 'date') && (has(each, 'from') || has(each, 'text') || has(each, 'action'));

export const isTelegramChat = (root: unknown): boolean =>
  has(root, 'messages', 'type', 'id') &&
  firstObjects(under(root, 'messages')).every(isMessage) &&
  /^[a-z_]{3,40}$/.test(wordsAt(fieldsOf(root), 'type') ?? '');

export const isTelegramExport = (root: unknown): boolean =>
  [under(root, 'chats', 'list'), under(root, 'left_chats', 'list')].some(Array.isArray) &&
  [...objectsIn(under(root, 'chats', 'list')), ...objectsIn(under(root, 'left_chats', 'list'))]
    .slice(0, 5)
    .every((chat) => has(chat, 'messages'));

/** `text` is letters, or a list of letters and of objects with letters. */
export function telegramText(value: unknown): string {
  if (typeof value === 'string') return value;
  return listOf(value)
    .map((each) => (typeof each === 'string' ? each : (wordsAt(fieldsOf(each), 'text') ?? '')))
    .join('');
}

const notIncluded = /^\(File (?:not included|unavailable|exceeds)/i;

function attachmentsOf(message: Fields): { names: string[]; left: string | null } {
  const names: string[] = [];
  let left: string | null = null;
  for (const path of [wordsAt(message, 'photo'), wordsAt(message, 'file')]) {
    if (path === null) continue;
    if (notIncluded.test(path)) left = wordsAt(message, 'file_name', 'media_type') ?? 'photo';
    else names.push(path);
  }
  return { names, left };
}

function momentsOf(message: Fields, zone: string | null): Moment | null {
  return secondsAt(message, 'date_unixtime') ?? isoAt(message, zone, 'date');
}

function pollFacts(message: Fields): ItemDraft['facts'] {
  const poll = fieldsOf(message['poll']);
  if (!has(poll, 'question')) return [];
  const answers = objectsIn(poll['answers']).map(
    (each) => `${telegramText(each['text'])} (${figureAt(each, 'voters') ?? 0} votes)`,
  );
  return facts(['Poll', telegramText(poll['question'])], ['Answers', answers.join('; ')]);
}

function reactionsOf(message: Fields): ItemDraft['facts'] {
  return objectsIn(message['reactions']).flatMap((each) => {
    const sign = wordsAt(each, 'emoji') ?? wordsAt(each, 'type') ?? 'reaction';
    const named = objectsIn(each['recent']).flatMap((who) => wordsAt(who, 'from', 'from_id') ?? []);
    const count = figureAt(each, 'count');
    return [reactionFact(sign, named.length > 0 ? named.join(', ') : count === null ? null : `${count} times`)];
  });
}

interface Chat {
  readonly id: string;
  readonly title: string | null;
  readonly kind: 'individual' | 'group' | 'public';
}

function chatOf(chat: Fields): Chat {
  const type = wordsAt(chat, 'type') ?? '';
  return {
    id: markAt(chat, 'id') ?? 'chat',
    title: wordsAt(chat, 'name'),
    kind: type === 'public_channel' ? 'public' : /group|channel/.test(type) ? 'group' : 'individual',
  };
}

function recipientsOf(chat: Chat, author: string | null): NamedParty[] {
  const other =
    chat.kind === 'individual' && chat.title !== null && chat.title !== author ? party(chat.title, null) : null;
  return other === null ? [] : [other];
}

function itemOf(message: Fields, chat: Chat, locator: string, zone: string | null): ItemDraft {
  const { names, left } = attachmentsOf(message);
  const author = wordsAt(message, 'from');
  const edited = secondsAt(message, 'edited_unixtime') ?? isoAt(message, zone, 'edited');
  const poll = pollFacts(message);
  const text = telegramText(message['text']);
  const kinds = { individual: 'direct-message', group: 'group-message', public: 'post' } as const;
  return {
    ...blankItem(locator, kinds[chat.kind]),
    platform: 'telegram',
    author: party(author, markAt(message, 'from_id')),
    recipients: recipientsOf(chat, author),
    thread: { id: chat.id, title: chat.title },
    audience: chat.kind,
    sentAt: momentsOf(message, zone),
    text: oneUnderOther(text, ...poll.map((each) => each.value)),
    attachments: names,
    edited: edited !== null,
    facts: [
      ...poll,
      ...reactionsOf(message),
      ...facts(
        ['Edited', edited?.instant ?? edited?.local ?? null],
        ['Forwarded from', wordsAt(message, 'forwarded_from', 'saved_from')],
        ['Answer to message', markAt(message, 'reply_to_message_id')],
        ['Message number', markAt(message, 'id')],
        ['Sticker', wordsAt(message, 'sticker_emoji')],
        ['Place', has(message, 'location_information') ? placeOf(fieldsOf(message['location_information'])) : null],
        ['Contact', contactOf(fieldsOf(message['contact_information']))],
        ['Sent through', wordsAt(message, 'via_bot')],
        ['Media', left === null ? null : `sent, but not included in the export (${left})`],
      ),
    ],
  };
}

const placeOf = (place: Fields): string =>
  `${figureAt(place, 'latitude') ?? '?'}, ${figureAt(place, 'longitude') ?? '?'}`;

function contactOf(contact: Fields): string | null {
  const words = ['first_name', 'last_name', 'phone_number'].flatMap((name) => wordsAt(contact, name) ?? []).join(' ');
  return words === '' ? null : words;
}

function noticeOf(message: Fields): string {
  const members = listOf(message['members']).filter((each) => typeof each === 'string');
  const parts = [
    wordsAt(message, 'actor', 'from') ?? '',
    (wordsAt(message, 'action') ?? 'notice').replaceAll('_', ' '),
    wordsAt(message, 'title', 'discard_reason') ?? '',
    members.join(', '),
    wordsAt(message, 'date') ?? '',
  ];
  return parts.filter((each) => each !== '').join(' ');
}

function* chatTold(root: Fields, prefix: string, zone: string | null): Generator<Told> {
  const chat = chatOf(root);
  let floating = 0;
  for (const [index, value] of listOf(root['messages']).entries()) {
    const message = fieldsOf(value);
    const locator = `${prefix}message ${markAt(message, 'id') ?? index + 1}`;
    const type = wordsAt(message, 'type');
    if (type === 'service') yield { kind: 'notice', text: noticeOf(message) };
    else if (!has(message, 'date'))
      yield { kind: 'unreadable', where: `${prefix}entry ${index + 1}`, because: 'It has no date and is no message.' };
    else {
      if (!has(message, 'date_unixtime')) floating += 1;
      yield { kind: 'item', item: itemOf(message, chat, locator, zone) };
    }
  }
  if (floating > 0 && zone === null) {
    yield {
      kind: 'warning',
      text: `${floating} messages have the local time of the exporting computer and no zone; they float until a zone is given.`,
    };
  }
}

export const telegramChatTold = (root: unknown, zone: string | null): Generator<Told> =>
  chatTold(fieldsOf(root), '', zone);

/** A whole account: all its chats, contacts and its own profile. */
export function* telegramExportTold(root: unknown, zone: string | null): Generator<Told> {
  const own = fieldsOf(under(root, 'personal_information'));
  if (has(own, 'user_id')) {
    const name = ['first_name', 'last_name'].flatMap((each) => wordsAt(own, each) ?? []).join(' ');
    yield {
      kind: 'item',
      item: {
        ...blankItem('personal information', 'profile'),
        platform: 'telegram',
        author: party(name, wordsAt(own, 'username', 'phone_number')),
        text: [name, wordsAt(own, 'username') ?? '', wordsAt(own, 'bio') ?? '']
          .filter((each) => each !== '')
          .join('\n'),
        facts: facts(['Telephone', wordsAt(own, 'phone_number')], ['Account number', markAt(own, 'user_id')]),
      },
    };
  }
  for (const [index, contact] of objectsIn(under(root, 'contacts', 'list')).entries()) {
    const item = connectionItem({
      link: 'contact',
      name: ['first_name', 'last_name'].flatMap((each) => wordsAt(contact, each) ?? []).join(' '),
      handle: wordsAt(contact, 'phone_number'),
      sentAt: momentsOf(contact, zone),
      platform: 'telegram',
      locator: `contact ${index + 1}`,
    });
    if (item !== null) yield { kind: 'item', item };
  }
  for (const part of ['chats', 'left_chats']) {
    for (const chat of objectsIn(under(root, part, 'list'))) {
      yield* chatTold(chat, `chat ${markAt(chat, 'id') ?? wordsAt(chat, 'name') ?? '?'}, `, zone);
    }
  }
}
