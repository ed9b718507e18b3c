import type { ItemDraft } from '../../../../../contract/item.ts';
import { connectionItem, type Link } from '../chat/connections.ts';
import { facts, type Told } from '../chat/told.ts';
import { isoAt } from '../json/times.ts';
import { type Fields, fieldsOf, has, isFields, listOf, objectsIn, wordsAt } from '../json/values.ts';
import { blankItem, party } from '../parties.ts';

const chatFields = (each: unknown): boolean =>
  has(each, 'Media Type', 'Created') && (has(each, 'From') || has(each, 'To'));

const oldLists = [
  'Received Saved Chat History',
  'Sent Saved Chat History',
  'Received Snap History',
  'Sent Snap History',
] as const;

const listsIn = (root: unknown): (readonly [string, readonly unknown[]])[] =>
  Object.entries(fieldsOf(root)).flatMap(([name, list]) => (Array.isArray(list) ? [[name, list] as const] : []));

/** `chat_history.json` or `snap_history.json`: lists of messages under the number of a conversation or the name of the other side. */
export function isSnapchatHistory(root: unknown): boolean {
  if (!isFields(root)) return false;
  if (oldLists.some((name) => Array.isArray(root[name]))) return true;
  const lists = listsIn(root);
  return lists.length > 0 && lists.slice(0, 5).some(([, list]) => list.slice(0, 3).some(chatFields));
}

const notices = /^STATUS/;

function itemOf(message: Fields, conversation: string | null, locator: string, zone: string | null): ItemDraft {
  const [from, to] = [wordsAt(message, 'From'), wordsAt(message, 'To')];
  const type = wordsAt(message, 'Media Type') ?? '';
  const title = wordsAt(message, 'Conversation Title');
  const thread = conversation ?? from ?? to;
  const media = (wordsAt(message, 'Media IDs') ?? '').split(/\s*\|\s*/).filter((each) => each !== '');
  const sender = message['IsSender'];
  return {
    ...blankItem(locator, title === null ? 'direct-message' : 'group-message'),
    platform: 'snapchat',
    author: party(null, from),
    recipients: to === null ? [] : [party(null, to)].filter((each) => each !== null),
    thread: thread === null ? null : { id: thread, title },
    audience: title === null ? 'individual' : 'group',
    sentAt: isoAt(message, zone, 'Created'),
    text: wordsAt(message, 'Content', 'Text') ?? '',
    attachments: media,
    facts: facts(
      ['Kind of message', type === 'TEXT' ? null : type.toLowerCase()],
      ['Sent by', sender === true ? 'the account that the export is of' : null],
      ['Saved in the chat', message['IsSaved'] === true ? 'yes' : null],
    ),
  };
}

function noticeOf(message: Fields): string {
  const words = (wordsAt(message, 'Media Type') ?? '').replace(/^STATUS/, '').toLowerCase();
  return [wordsAt(message, 'From') ?? '', words, wordsAt(message, 'Content') ?? '', wordsAt(message, 'Created') ?? '']
    .filter((each) => each !== '')
    .join(' ');
}

export function* snapchatTold(root: unknown, zone: string | null): Generator<Told> {
  for (const [name, list] of listsIn(root)) {
    const conversation = oldLists.some((each) => each === name) ? null : name;
    for (const [index, value] of list.entries()) {
      const locator = `${name}, message ${index + 1}`;
      if (!chatFields(value)) yield { kind: 'unreadable', where: locator, because: 'It has no sender or no time.' };
      else if (notices.test(wordsAt(fieldsOf(value), 'Media Type') ?? ''))
        yield { kind: 'notice', text: noticeOf(fieldsOf(value)) };
      else yield { kind: 'item', item: itemOf(fieldsOf(value), conversation, locator, zone) };
    }
  }
}

const links: Readonly<Record<string, Link>> = {
  Friends: 'friend',
  'Friend Requests Sent': 'request-sent',
  'Blocked Users': 'blocked',
  'Deleted Friends': 'former-friend',
  'Ignored Snapchatters': 'declined',
  'Pending Requests': 'request-received',
};

export const isSnapchatFriends = (root: unknown): boolean =>
  isFields(root) &&
  Object.keys(links).some((name) =>
    listOf(root[name])
      .slice(0, 3)
      .some((each) => has(each, 'Username', 'Display Name')),
  );

export function* snapchatFriendsTold(root: unknown, zone: string | null): Generator<Told> {
  for (const [name, link] of Object.entries(links)) {
    for (const [index, friend] of objectsIn(fieldsOf(root)[name]).entries()) {
      const locator = `${name}, entry ${index + 1}`;
      const item = connectionItem({
        link,
        name: wordsAt(friend, 'Display Name'),
        handle: wordsAt(friend, 'Username'),
        sentAt: isoAt(friend, zone, 'Creation Timestamp'),
        platform: 'snapchat',
        locator,
        more: facts(['Source', wordsAt(friend, 'Source')]),
      });
      if (item === null) yield { kind: 'unreadable', where: locator, because: 'It names nobody.' };
      else yield { kind: 'item', item };
    }
  }
}

/** `account.json`: whose export it is. */
export const isSnapchatAccount = (root: unknown): boolean =>
  has(fieldsOf(root)['Basic Information'], 'Username', 'Creation Date');

export function* snapchatAccountTold(root: unknown, zone: string | null): Generator<Told> {
  const basic = fieldsOf(fieldsOf(root)['Basic Information']);
  const [name, handle] = [wordsAt(basic, 'Name'), wordsAt(basic, 'Username')];
  yield {
    kind: 'item',
    item: {
      ...blankItem('basic information', 'profile'),
      platform: 'snapchat',
      author: party(name, handle),
      sentAt: isoAt(basic, zone, 'Creation Date'),
      text: [name, handle].filter((each) => each !== null).join('\n'),
    },
  };
}
