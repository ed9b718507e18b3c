import type { ItemDraft } from '../../../../../contract/item.ts';
import { connectionItem, type Link } from '../chat/connections.ts';
import { facts, type Told } from '../chat/told.ts';
import { secondsAt } from '../json/times.ts';
import { type Fields, fieldsOf, has, isFields, listOf, objectsIn, under, wordsAt } from '../json/values.ts';
import { lookUp } from '../look-up.ts';
import { blankItem, party } from '../parties.ts';
import { mendedFact, told, wasMended } from './messages.ts';

/** Names of the lists in which Facebook keeps posts, comments and connections; the figure behind them changed over the years. */
const versionless = (name: string): string => name.replace(/_v\d$/, '');

const postLists = new Set(['status_updates', 'group_posts', 'posts', 'photos', 'other_photos', 'videos', 'your_posts']);
const commentLists = new Set(['comments', 'group_comments', 'comments_on_posts']);
const links: Readonly<Record<string, Link>> = {
  friends: 'friend',
  deleted_friends: 'former-friend',
  removed_friends: 'former-friend',
  sent_requests: 'request-sent',
  sent_friend_requests: 'request-sent',
  received_requests: 'request-received',
  received_friend_requests: 'request-received',
  rejected_requests: 'declined',
  rejected_friend_requests: 'declined',
  following: 'follows',
  followers: 'followed-by',
};

function onlyList(root: unknown): { name: string; entries: readonly unknown[] } | null {
  if (!isFields(root)) return null;
  for (const [name, value] of Object.entries(root)) {
    const list = Array.isArray(value) ? value : under(value, 'activity_log_data');
    if (Array.isArray(list)) return { name: versionless(name), entries: list };
  }
  return null;
}

const dataHas = (entry: unknown, name: string): boolean =>
  objectsIn(under(entry, 'data')).some((each) => has(each, name));

const isPost = (entry: unknown): boolean =>
  has(entry, 'timestamp') && (dataHas(entry, 'post') || has(entry, 'attachments') || has(entry, 'data', 'title'));

const isLabelled = (entry: unknown): boolean =>
  has(entry, 'label_values') && (has(entry, 'timestamp') || has(entry, 'fbid'));

const some = (entries: readonly unknown[], test: (entry: unknown) => boolean): boolean =>
  entries.slice(0, 20).some(test);

export const isPostList = (root: unknown): boolean => Array.isArray(root) && some(root, isPost);

export const isLabelledList = (root: unknown): boolean => Array.isArray(root) && some(root, isLabelled);

export function isNamedPosts(root: unknown): boolean {
  const list = onlyList(root);
  if (list === null || !postLists.has(list.name)) return false;
  return some(list.entries, (each) => isPost(each) || has(each, 'uri', 'creation_timestamp'));
}

export function isAlbum(root: unknown): boolean {
  return (
    has(root, 'name', 'photos') && some(listOf(under(root, 'photos')), (each) => has(each, 'uri', 'creation_timestamp'))
  );
}

export function isCommentList(root: unknown): boolean {
  const list = onlyList(root);
  return list !== null && commentLists.has(list.name) && some(list.entries, (each) => dataHas(each, 'comment'));
}

export function isConnectionList(root: unknown): boolean {
  const list = onlyList(root);
  if (list === null || lookUp(links, list.name) === undefined) return false;
  return some(list.entries, (each) => has(each, 'name', 'timestamp'));
}

export const isProfile = (root: unknown): boolean =>
  ['profile_v2', 'profile', 'profile_information'].some((name) => has(under(root, name, 'name'), 'full_name'));

const mediaOf = (entry: Fields): Fields[] =>
  objectsIn(entry['attachments'])
    .flatMap((attachment) => objectsIn(attachment['data']))
    .map((each) => (isFields(each['media']) ? each['media'] : each))
    .filter((each) => has(each, 'uri'));

function linkOf(entry: Fields): string | null {
  for (const attachment of objectsIn(entry['attachments'])) {
    for (const each of objectsIn(attachment['data'])) {
      const url = told(fieldsOf(each['external_context']), 'url');
      if (url !== null) return url;
    }
  }
  return null;
}

/** Words under photos; Facebook repeats those of the post there. */
function captionsOf(media: readonly Fields[], words: string): string[] {
  const captions = media.flatMap((each) => told(each, 'description') ?? []);
  return [...new Set(captions)].filter((each) => each !== words);
}

function postItem(entry: Fields, number: number): ItemDraft {
  const data = objectsIn(entry['data']);
  const words = data.flatMap((each) => told(each, 'post') ?? []).join('\n');
  const media = mediaOf(entry);
  const mended = data.some((each) => wasMended(each, 'post')) || wasMended(entry, 'title');
  const updated = data.map((each) => secondsAt(each, 'update_timestamp')).find((each) => each !== null) ?? null;
  return {
    ...blankItem(`post ${number}`, 'post'),
    platform: 'facebook',
    sentAt: secondsAt(entry, 'timestamp'),
    title: told(entry, 'title'),
    text: [words, ...captionsOf(media, words)].filter((each) => each !== '').join('\n'),
    url: linkOf(entry),
    attachments: media.flatMap((each) => told(each, 'uri') ?? []),
    facts: [...facts(['Changed', updated?.instant ?? null]), ...(mended ? mendedFact : [])],
  };
}

function photoItem(entry: Fields, number: number): ItemDraft {
  return {
    ...blankItem(`photo ${number}`, 'post'),
    platform: 'facebook',
    sentAt: secondsAt(entry, 'creation_timestamp'),
    title: told(entry, 'title'),
    text: told(entry, 'description') ?? '',
    attachments: [told(entry, 'uri') ?? ''].filter((each) => each !== ''),
    facts: wasMended(entry, 'title', 'description') ? mendedFact : [],
  };
}

function commentItem(entry: Fields, number: number): ItemDraft {
  const comment = fieldsOf(objectsIn(entry['data']).find((each) => isFields(each['comment']))?.['comment']);
  const media = mediaOf(entry);
  return {
    ...blankItem(`comment ${number}`, 'comment'),
    platform: 'facebook',
    author: party(told(comment, 'author'), null),
    sentAt: secondsAt(comment, 'timestamp') ?? secondsAt(entry, 'timestamp'),
    title: told(entry, 'title'),
    text: told(comment, 'comment') ?? '',
    url: linkOf(entry),
    audience: told(comment, 'group') === null ? null : 'group',
    attachments: media.flatMap((each) => told(each, 'uri') ?? []),
    facts: [
      ...facts(['Group', told(comment, 'group')]),
      ...(wasMended(comment, 'comment', 'author') || wasMended(entry, 'title') ? mendedFact : []),
    ],
  };
}

/** The shape of 2024 and later: a list of labels, in the language of the account, and values. */
function labelledItem(entry: Fields, number: number): ItemDraft {
  const labels = objectsIn(entry['label_values']);
  const lines = labels.flatMap((each) => {
    const [label, value] = [told(each, 'label'), told(each, 'value')];
    return value === null ? [] : [{ label: label ?? 'Value', value }];
  });
  const longest = lines.reduce((best, each) => (each.value.length > best.length ? each.value : best), '');
  const written = lines.find((each) =>
    /^(?:text|post|comment|message|texto|comentario|publicación)$/i.test(each.label),
  );
  const media = objectsIn(entry['media']).flatMap((each) => told(each, 'uri') ?? []);
  const text = written?.value ?? (/\s/.test(longest) ? longest : '');
  return {
    ...blankItem(
      `entry ${number}`,
      labels.some((each) => /comment/i.test(told(each, 'label') ?? '')) ? 'comment' : 'post',
    ),
    platform: 'facebook',
    sentAt: secondsAt(entry, 'timestamp'),
    title: told(entry, 'title'),
    text,
    url: lines.find((each) => /^https?:\/\//.test(each.value))?.value ?? null,
    attachments: media,
    facts: lines.filter((each) => each.value !== text).map(({ label, value }) => ({ label, value })),
  };
}

function* each(
  entries: readonly unknown[],
  what: string,
  make: (entry: Fields, number: number) => ItemDraft,
): Generator<Told> {
  for (const [index, entry] of entries.entries()) {
    if (isFields(entry)) yield { kind: 'item', item: make(entry, index + 1) };
    else yield { kind: 'unreadable', where: `${what} ${index + 1}`, because: 'It is no entry of this list.' };
  }
}

export function* postsTold(root: unknown): Generator<Told> {
  const entries = Array.isArray(root) ? root : (onlyList(root)?.entries ?? []);
  yield* each(entries, 'post', (entry, number) =>
    has(entry, 'uri') && !has(entry, 'data') ? photoItem(entry, number) : postItem(entry, number),
  );
}

export function* albumTold(root: unknown): Generator<Told> {
  const fields = fieldsOf(root);
  const album = told(fields, 'name');
  for (const [index, entry] of objectsIn(fields['photos']).entries()) {
    const item = photoItem(entry, index + 1);
    yield { kind: 'item', item: { ...item, facts: [...item.facts, ...facts(['Album', album])] } };
  }
}

export const labelledTold = (root: unknown): Generator<Told> => each(listOf(root), 'entry', labelledItem);

export const commentsTold = (root: unknown): Generator<Told> =>
  each(onlyList(root)?.entries ?? [], 'comment', commentItem);

export function* connectionsTold(root: unknown): Generator<Told> {
  if (!isFields(root)) return;
  for (const [key, value] of Object.entries(root)) {
    const link = lookUp(links, versionless(key));
    if (link === undefined) continue;
    for (const [index, entry] of listOf(value).entries()) {
      const fields = fieldsOf(entry);
      const locator = `${versionless(key).replaceAll('_', ' ')}, entry ${index + 1}`;
      const item = connectionItem({
        link,
        name: told(fields, 'name'),
        handle: null,
        sentAt: secondsAt(fields, 'timestamp'),
        platform: 'facebook',
        locator,
        more: wasMended(fields, 'name') ? mendedFact : [],
      });
      if (item === null) yield { kind: 'unreadable', where: locator, because: 'It names nobody.' };
      else yield { kind: 'item', item };
    }
  }
}

export function* profileTold(root: unknown): Generator<Told> {
  const profile = [under(root, 'profile_v2'), under(root, 'profile'), under(root, 'profile_information')]
    .map(fieldsOf)
    .find((each) => has(each, 'name'));
  if (profile === undefined) return;
  const name = told(fieldsOf(profile['name']), 'full_name') ?? told(profile, 'name');
  const bio = [told(fieldsOf(profile['intro_bio']), 'name'), told(profile, 'intro_bio', 'about_me')].filter(
    (each) => each !== null,
  );
  const work = objectsIn(profile['work_experiences']).flatMap((each) => told(each, 'employer') ?? []);
  const school = objectsIn(profile['education_experiences']).flatMap((each) => told(each, 'name') ?? []);
  const lines = [name, ...bio, ...work, ...school].filter((each) => each !== null);
  yield {
    kind: 'item',
    item: {
      ...blankItem('profile', 'profile'),
      platform: 'facebook',
      author: party(name, wordsAt(profile, 'username')),
      text: lines.join('\n'),
      url: told(profile, 'profile_uri'),
      facts: facts(['Employer', work.join('; ')], ['School', school.join('; ')]),
    },
  };
}
