import type { ItemDraft } from '../../../../../contract/item.ts';
import type { Moment } from '../../../../../contract/moment.ts';
import { connectionItem, type Link } from '../chat/connections.ts';
import { facts, fileName, type Told } from '../chat/told.ts';
import { type Fields, fieldsOf, isFields, under, wordsAt } from '../json/values.ts';
import { unreadableMoment } from '../moments.ts';
import { isoMoment } from '../page/iso-moment.ts';
import { blankItem, party } from '../parties.ts';

/**
 * TikTok writes `2024-03-12 21:41:07` in UTC, in nearly all exports without saying so. The clock is kept as it stands and
 * floats; only where the export says UTC is the instant fixed.
 */
export function tiktokMoment(written: string | null, zone: string | null): Moment | null {
  if (written === null || written === 'N/A') return null;
  return isoMoment(written, zone) ?? unreadableMoment(written.slice(0, 200));
}

const sections = [
  'Activity',
  'Your Activity',
  'Comment',
  'Video',
  'Post',
  'Profile',
  'Profile And Settings',
  'Direct Messages',
  'Direct Message',
  'App Settings',
];

/** `user_data.json`, `user_data_tiktok.json`. */
export const isTiktok = (root: unknown): boolean => {
  if (!isFields(root)) return false;
  const found = sections.filter((name) => isFields(root[name]));
  return found.length >= 2 || (found.length === 1 && chatsIn(root).length > 0);
};

type Chats = (readonly [string, readonly unknown[]])[];

function chatsIn(root: Fields): Chats {
  const chats: Chats = [];
  for (const outer of ['Direct Messages', 'Direct Message']) {
    for (const inner of ['Chat History', 'Direct Messages', 'Group Chat']) {
      const history =
        fieldsOf(under(root, outer, inner))['ChatHistory'] ?? fieldsOf(under(root, outer, inner))['GroupChat'];
      for (const [name, list] of Object.entries(fieldsOf(history))) if (Array.isArray(list)) chats.push([name, list]);
    }
  }
  return chats;
}

const partner = (heading: string): string =>
  heading
    .replace(/^(?:Group )?Chat History with\s+/i, '')
    .replace(/:\s*$/, '')
    .trim();

function messageItem(message: Fields, chat: string, locator: string, zone: string | null): ItemDraft {
  const from = wordsAt(message, 'From', 'from');
  const content = wordsAt(message, 'Content', 'content') ?? '';
  const to = from === chat ? null : party(null, chat);
  return {
    ...blankItem(locator, 'direct-message'),
    platform: 'tiktok',
    author: party(null, from),
    recipients: to === null ? [] : [to],
    thread: { id: chat, title: chat },
    audience: 'individual',
    sentAt: tiktokMoment(wordsAt(message, 'Date', 'date'), zone),
    text: content,
    url: /https?:\/\/\S{1,2000}/.exec(content)?.[0] ?? null,
  };
}

function postItem(video: Fields, index: number, zone: string | null): ItemDraft {
  const link = wordsAt(video, 'Link', 'link');
  const told = ['Likes', 'WhoCanView', 'Sound', 'Location', 'AllowComments'].map(
    (name) => [name, wordsAt(video, name)] as const,
  );
  const viewers = wordsAt(video, 'WhoCanView') ?? '';
  return {
    ...blankItem(`post ${index + 1}`, 'post'),
    platform: 'tiktok',
    audience: /^(?:public|everyone)$/i.test(viewers) ? 'public' : /friend/i.test(viewers) ? 'friends' : null,
    sentAt: tiktokMoment(wordsAt(video, 'Date', 'date'), zone),
    text: [wordsAt(video, 'Title', 'title'), wordsAt(video, 'AddYoursText'), wordsAt(video, 'AltText')]
      .filter((each) => each !== null && each !== 'N/A')
      .join('\n'),
    url: link,
    facts: facts(...told.filter(([, value]) => value !== 'N/A')),
  };
}

function commentItem(comment: Fields, index: number, zone: string | null): ItemDraft {
  const photo = wordsAt(comment, 'photo');
  const url = wordsAt(comment, 'url', 'Url');
  return {
    ...blankItem(`comment ${index + 1}`, 'comment'),
    platform: 'tiktok',
    sentAt: tiktokMoment(wordsAt(comment, 'date', 'Date'), zone),
    text: wordsAt(comment, 'comment', 'Comment') ?? '',
    url: url === 'N/A' ? null : url,
    attachments: photo === null || photo === 'N/A' ? [] : [fileName(photo)],
  };
}

const firstList = (root: unknown, ...paths: readonly (readonly string[])[]): readonly unknown[] => {
  for (const path of paths) {
    const list = under(root, ...path);
    if (Array.isArray(list)) return list;
  }
  return [];
};

const activity = ['Activity', 'Your Activity', 'Profile And Settings'];
const paths = (...tails: readonly (readonly string[])[]): string[][] =>
  activity.flatMap((first) => tails.map((tail) => [first, ...tail]));

function* connections(root: unknown, zone: string | null): Generator<Told> {
  const lists: readonly (readonly [Link, readonly unknown[]])[] = [
    ['followed-by', firstList(root, ...paths(['Follower List', 'FansList'], ['Follower', 'FansList']))],
    ['follows', firstList(root, ...paths(['Following List', 'Following'], ['Following', 'Following']))],
    [
      'blocked',
      firstList(
        root,
        ['App Settings', 'Block', 'BlockList'],
        ['App Settings', 'Block List', 'BlockList'],
        ['Profile And Settings', 'Block List', 'BlockList'],
      ),
    ],
  ];
  for (const [link, list] of lists) {
    for (const [index, value] of list.entries()) {
      const fields = fieldsOf(value);
      const locator = `${link.replaceAll('-', ' ')}, entry ${index + 1}`;
      const sentAt = tiktokMoment(wordsAt(fields, 'Date', 'date'), zone);
      const item = connectionItem({
        link,
        name: null,
        handle: wordsAt(fields, 'UserName', 'userName'),
        sentAt,
        platform: 'tiktok',
        locator,
      });
      if (item === null) yield { kind: 'unreadable', where: locator, because: 'It names nobody.' };
      else yield { kind: 'item', item };
    }
  }
}

function* profile(root: unknown): Generator<Told> {
  for (const path of [
    ['Profile', 'Profile Information', 'ProfileMap'],
    ['Profile', 'Profile Info', 'ProfileMap'],
    ['Profile And Settings', 'Profile Info', 'ProfileMap'],
  ]) {
    const map = fieldsOf(under(root, ...path));
    const handle = wordsAt(map, 'userName');
    if (handle === null) continue;
    yield {
      kind: 'item',
      item: {
        ...blankItem('profile', 'profile'),
        platform: 'tiktok',
        author: party(wordsAt(map, 'displayName'), handle),
        text: [handle, wordsAt(map, 'displayName'), wordsAt(map, 'bioDescription')]
          .filter((each) => each !== null)
          .join('\n'),
        facts: facts(['E-mail address', wordsAt(map, 'emailAddress')], ['Telephone', wordsAt(map, 'telephoneNumber')]),
      },
    };
    return;
  }
}

function* each(list: readonly unknown[], make: (fields: Fields, index: number) => ItemDraft): Generator<Told> {
  for (const [index, value] of list.entries()) yield { kind: 'item', item: make(fieldsOf(value), index) };
}

export function* tiktokTold(root: unknown, zone: string | null): Generator<Told> {
  if (!isFields(root)) return;
  yield* profile(root);
  for (const [heading, list] of chatsIn(root)) {
    const chat = partner(heading);
    for (const [index, message] of list.entries()) {
      yield {
        kind: 'item',
        item: messageItem(fieldsOf(message), chat, `chat with ${chat}, message ${index + 1}`, zone),
      };
    }
  }
  yield* each(
    firstList(root, ['Video', 'Videos', 'VideoList'], ['Post', 'Posts', 'VideoList'], ['Post', 'Videos', 'VideoList']),
    (fields, index) => postItem(fields, index, zone),
  );
  yield* each(
    firstList(
      root,
      ['Comment', 'Comments', 'CommentsList'],
      ['Comment', 'CommentsList'],
      ['Your Activity', 'Comments', 'CommentsList'],
    ),
    (fields, index) => commentItem(fields, index, zone),
  );
  yield* connections(root, zone);
}

/** The text variant: `>>> Chat History with name::` and blocks of `2024-03-12 21:41:07 name: words`, or `Date:`/`From:`/`Content:`. */
const heading = /^(?:>+\s*)?(?:Group )?Chat History with\s+(.{1,100}?):{1,2}\s*$/i;
const line = /^(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?: UTC)?)\s+([^\s:]{1,60}):\s?(.*)$/;

export function isTiktokText(text: string): boolean {
  const lines = text
    .split('\n')
    .slice(0, 400)
    .map((each) => each.trim());
  if (lines.some((each) => heading.test(each)) && lines.some((each) => line.test(each) || /^Date:\s*\d{4}-/.test(each)))
    return true;
  const blocks = lines.filter(
    (each, index) =>
      /^Date:\s*\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}/.test(each) &&
      /^(?:From|Comment|Content|Username|UserName|Link):/.test(lines[index + 1] ?? ''),
  );
  return blocks.length > 0;
}

interface Block {
  readonly at: number;
  readonly fields: Record<string, string>;
}

function* blocksOf(lines: readonly string[]): Generator<Block | { readonly chat: string }> {
  let block: Block | null = null;
  let last = '';
  for (const [index, raw] of lines.entries()) {
    const plain = raw.replace(/\r$/, '');
    const chat = heading.exec(plain.trim())?.[1];
    const short = line.exec(plain);
    const named =
      /^(Date|From|Content|Comment|Photo|Url|Link|Like\(s\)|Username|UserName|Who can view|Title):\s?(.*)$/.exec(plain);
    const begins = short !== null || named?.[1] === 'Date' || chat !== undefined;
    if (begins && block !== null) {
      yield block;
      block = null;
    }
    if (chat !== undefined) yield { chat };
    else if (short !== null) {
      block = { at: index + 1, fields: { Date: short[1] ?? '', From: short[2] ?? '', Content: short[3] ?? '' } };
      last = 'Content';
    } else if (named?.[1] !== undefined) {
      block ??= { at: index + 1, fields: {} };
      last = named[1];
      block.fields[last] = named[2] ?? '';
    } else if (block !== null && last !== '') block.fields[last] = `${block.fields[last] ?? ''}\n${plain}`;
  }
  if (block !== null) yield block;
}

function blockItem({ at, fields }: Block, chat: string | null, zone: string | null): ItemDraft | null {
  const trimmed: Fields = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value.trim()]));
  const locator = `line ${at}`;
  if (wordsAt(trimmed, 'From') !== null)
    return {
      ...messageItem(trimmed, chat ?? 'chat', locator, zone),
      ...(chat === null ? { recipients: [], thread: null } : {}),
    };
  if (wordsAt(trimmed, 'Comment') !== null) return { ...commentItem(trimmed, 0, zone), locator };
  const user = wordsAt(trimmed, 'Username', 'UserName');
  if (user !== null)
    return connectionItem({
      link: 'contact',
      name: null,
      handle: user,
      sentAt: tiktokMoment(wordsAt(trimmed, 'Date'), zone),
      platform: 'tiktok',
      locator,
    });
  return wordsAt(trimmed, 'Link') === null ? null : { ...postItem(trimmed, 0, zone), locator };
}

export function* tiktokTextTold(text: string, zone: string | null): Generator<Told> {
  let chat: string | null = null;
  for (const each of blocksOf(text.split('\n'))) {
    if ('chat' in each) {
      chat = each.chat.trim();
      continue;
    }
    const item = blockItem(each, chat, zone);
    if (item === null)
      yield { kind: 'unreadable', where: `line ${each.at}`, because: 'It has a date and nothing that somebody wrote.' };
    else yield { kind: 'item', item };
  }
}

/** Says how the times of the export are meant; nothing in most files tells it. */
export function* utcWarning(told: Iterable<Told>, zone: string | null): Generator<Told> {
  let floating = 0;
  for (const each of told) {
    if (each.kind === 'item' && each.item.sentAt !== null && each.item.sentAt.zone === null) floating += 1;
    yield each;
  }
  if (floating > 0 && zone === null) {
    yield {
      kind: 'warning',
      text: `${floating} times carry no zone. TikTok is known to write them in UTC; give UTC as the zone of this file if that is accepted.`,
    };
  }
}
