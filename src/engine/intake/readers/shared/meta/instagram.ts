import type { ItemDraft } from '../../../../../contract/item.ts';
import type { Moment } from '../../../../../contract/moment.ts';
import { connectionItem, type Link } from '../chat/connections.ts';
import { facts, type Told } from '../chat/told.ts';
import { withoutMojibake } from '../json/mojibake.ts';
import type { JsonFile } from '../json/shapes.ts';
import { isoAt, secondsAt } from '../json/times.ts';
import { type Fields, fieldsOf, has, isFields, listOf, objectsIn, wordsAt } from '../json/values.ts';
import { blankItem, party } from '../parties.ts';
import { mendedFact, told, wasMended } from './messages.ts';

const mediaLists: Readonly<Record<string, ItemDraft['kind']>> = {
  ig_stories: 'story',
  ig_archived_post_media: 'post',
  ig_reels_media: 'post',
  ig_igtv_media: 'post',
  ig_other_media: 'post',
  ig_recently_deleted_media: 'post',
  ig_profile_picture: 'post',
  text_post_app_text_posts: 'post',
};

const commentLists = ['comments_media_comments', 'comments_reels_comments', 'comments_story_comments'];

const links: Readonly<Record<string, Link>> = {
  relationships_following: 'follows',
  relationships_followers: 'followed-by',
  relationships_follow_requests_sent: 'request-sent',
  relationships_permanent_follow_requests: 'request-sent',
  relationships_follow_requests_received: 'request-received',
  relationships_unfollowed_users: 'unfollowed',
  relationships_close_friends: 'close-friend',
  relationships_blocked_users: 'blocked',
  text_post_app_text_post_app_following: 'follows',
  text_post_app_text_post_app_followers: 'followed-by',
};

const isMedia = (entry: unknown): boolean => has(entry, 'uri', 'creation_timestamp');
const holdsMedia = (entry: unknown): boolean => objectsIn(fieldsOf(entry)['media']).some(isMedia);
const isMapped = (entry: unknown): boolean => has(entry, 'string_map_data');
const isListed = (entry: unknown): boolean => has(entry, 'string_list_data');
const some = (list: unknown, test: (entry: unknown) => boolean): boolean => listOf(list).slice(0, 20).some(test);
const listNamed = (root: unknown, names: readonly string[]): string | null =>
  isFields(root) ? (names.find((name) => Array.isArray(root[name])) ?? null) : null;

export const isInstagramPosts = (root: unknown): boolean => Array.isArray(root) && some(root, holdsMedia);
export function isInstagramMedia(root: unknown): boolean {
  const name = listNamed(root, Object.keys(mediaLists));
  return name !== null && some(fieldsOf(root)[name], (each) => isMedia(each) || holdsMedia(each));
}
const ownerLabel = /owner|propietari|proprietari|besitzer|propriétaire|inhaber|eigena/i;
const commentLabel = /^(?:comment|comentario|comentário|kommentar|commentaire|commento|reactie|opmerking)$/i;

/** Comments on what has no picture stand without a list of media. */
const saysComment = (entry: unknown): boolean => {
  const labels = Object.keys(fieldsOf(fieldsOf(entry)['string_map_data'])).map(withoutMojibake);
  return labels.some((label) => commentLabel.test(label)) && labels.some((label) => ownerLabel.test(label));
};

export const isInstagramComments = (root: unknown): boolean =>
  Array.isArray(root)
    ? some(root, (each) => isMapped(each) && (has(each, 'media_list_data') || saysComment(each)))
    : listNamed(root, commentLists) !== null;
export const isOldComments = (root: unknown): boolean =>
  has(root, 'media_comments') && some(fieldsOf(root)['media_comments'], (each) => listOf(each).length >= 3);
export const isFollowerList = (root: unknown): boolean => Array.isArray(root) && some(root, isListed);
export const isInstagramConnections = (root: unknown): boolean => listNamed(root, Object.keys(links)) !== null;
export const isInstagramProfile = (root: unknown): boolean =>
  has(root, 'profile_user') && some(fieldsOf(root)['profile_user'], isMapped);

function mediaItem(entry: Fields, kind: ItemDraft['kind'], locator: string): ItemDraft {
  const media = holdsMedia(entry) ? objectsIn(entry['media']) : [entry];
  const captions = [told(entry, 'title'), ...media.map((each) => told(each, 'title', 'description'))];
  const words = [...new Set(captions.filter((each) => each !== null))];
  const times = [secondsAt(entry, 'creation_timestamp'), ...media.map((each) => secondsAt(each, 'creation_timestamp'))];
  return {
    ...blankItem(locator, kind),
    platform: 'instagram',
    sentAt: times.find((each) => each !== null) ?? null,
    text: words.join('\n'),
    attachments: media.flatMap((each) => told(each, 'uri') ?? []),
    facts: [entry, ...media].some((each) => wasMended(each, 'title', 'description')) ? mendedFact : [],
  };
}

export function* instagramMediaTold(root: unknown): Generator<Told> {
  if (Array.isArray(root)) {
    for (const [index, entry] of root.entries()) {
      if (isFields(entry)) yield { kind: 'item', item: mediaItem(entry, 'post', `post ${index + 1}`) };
      else yield { kind: 'unreadable', where: `post ${index + 1}`, because: 'It is no entry of this list.' };
    }
    return;
  }
  for (const [name, kind] of Object.entries(mediaLists)) {
    for (const [index, entry] of listOf(fieldsOf(root)[name]).entries()) {
      yield {
        kind: 'item',
        item: mediaItem(fieldsOf(entry), kind, `${name.replace(/^ig_/, '').replaceAll('_', ' ')} ${index + 1}`),
      };
    }
  }
}

interface Labelled {
  readonly label: string;
  readonly value: string;
}

/** What `string_map_data` holds: labels in the language of the account, values, and a time. */
function mapped(entry: Fields): { readonly values: readonly Labelled[]; readonly at: Moment | null } {
  let at: Moment | null = null;
  const values: Labelled[] = [];
  for (const [label, each] of Object.entries(fieldsOf(entry['string_map_data']))) {
    const fields = fieldsOf(each);
    at ??= secondsAt(fields, 'timestamp');
    const value = told(fields, 'value');
    if (value !== null) values.push({ label: withoutMojibake(label), value });
  }
  return { values, at };
}

function commentItem(entry: Fields, number: number): ItemDraft {
  const { values, at } = mapped(entry);
  // The labels are in the language of the account; the words of the comment always stand first.
  const comment =
    values.find((each) => commentLabel.test(each.label)) ?? values.find((each) => !ownerLabel.test(each.label));
  const others = values.filter((each) => each !== comment);
  const media = objectsIn(entry['media_list_data']).flatMap((each) => told(each, 'uri') ?? []);
  return {
    ...blankItem(`comment ${number}`, 'comment'),
    platform: 'instagram',
    recipients: others.slice(0, 1).flatMap((each) => party(null, each.value) ?? []),
    sentAt: at ?? secondsAt(entry, 'timestamp'),
    text: comment?.value ?? '',
    attachments: media.filter((each) => each !== ''),
    facts: others.map(({ label, value }) => ({ label, value })),
  };
}

export function* instagramCommentsTold(root: unknown): Generator<Told> {
  const lists = Array.isArray(root) ? [root] : commentLists.map((name) => listOf(fieldsOf(root)[name]));
  let number = 0;
  for (const list of lists) {
    for (const entry of list) {
      number += 1;
      if (isMapped(entry)) yield { kind: 'item', item: commentItem(fieldsOf(entry), number) };
      else yield { kind: 'unreadable', where: `comment ${number}`, because: 'It holds no words.' };
    }
  }
}

/** `comments.json` of 2018–2020: lists of time, words and whose post it was. */
export function* oldCommentsTold(root: unknown, file: JsonFile): Generator<Told> {
  for (const [index, entry] of listOf(fieldsOf(root)['media_comments']).entries()) {
    const [time, words, owner] = listOf(entry).map((each) => (typeof each === 'string' ? withoutMojibake(each) : ''));
    yield {
      kind: 'item',
      item: {
        ...blankItem(`comment ${index + 1}`, 'comment'),
        platform: 'instagram',
        recipients: [party(null, owner ?? null)].filter((each) => each !== null),
        sentAt: isoAt({ time }, file.zone, 'time'),
        text: words ?? '',
      },
    };
  }
}

const nameInAddress = (address: string | null): string | null =>
  /^https?:\/\/(?:www\.)?(?:instagram|threads)\.(?:com|net)\/(?:_u\/|@)?([\w.]{1,60})\/?$/.exec(address ?? '')?.[1] ??
  null;

function* linkItems(entries: readonly unknown[], link: Link, what: string): Generator<Told> {
  for (const [index, entry] of entries.entries()) {
    const fields = fieldsOf(entry);
    const where = `${what}, entry ${index + 1}`;
    const listed = objectsIn(fields['string_list_data']);
    for (const each of listed.length === 0 ? [fields] : listed) {
      const handle = told(each, 'value') ?? told(fields, 'title') ?? nameInAddress(wordsAt(each, 'href'));
      const item = connectionItem({
        link,
        name: null,
        handle,
        sentAt: secondsAt(each, 'timestamp'),
        platform: 'instagram',
        locator: where,
        url: wordsAt(each, 'href'),
      });
      if (item === null) yield { kind: 'unreadable', where, because: 'It names nobody.' };
      else yield { kind: 'item', item };
    }
  }
}

/** A plain list: followers, unless the name of the file says otherwise. */
export function* followersTold(root: unknown, file: JsonFile): Generator<Told> {
  const link: Link = /following/i.test(file.name)
    ? 'follows'
    : /close_friends/i.test(file.name)
      ? 'close-friend'
      : 'followed-by';
  yield* linkItems(listOf(root), link, link === 'follows' ? 'following' : link.replaceAll('-', ' '));
}

export function* instagramConnectionsTold(root: unknown): Generator<Told> {
  for (const [name, link] of Object.entries(links)) {
    yield* linkItems(listOf(fieldsOf(root)[name]), link, name.replace(/^relationships_/, '').replaceAll('_', ' '));
  }
}

export function* instagramProfileTold(root: unknown): Generator<Told> {
  for (const entry of objectsIn(fieldsOf(root)['profile_user'])) {
    const { values } = mapped(entry);
    const labelled = (pattern: RegExp): string | null => values.find((each) => pattern.test(each.label))?.value ?? null;
    const name = labelled(/^(?:name|nombre|nome|nom|naam)$/i);
    const handle = labelled(/^(?:username|nombre de usuario|benutzername|nom d.utilisateur|nome de usuário)$/i);
    const bio = labelled(/^(?:bio|biography|biografía|biografie|presentación)$/i);
    yield {
      kind: 'item',
      item: {
        ...blankItem('profile', 'profile'),
        platform: 'instagram',
        author: party(name, handle),
        text: [name, handle, bio].filter((each) => each !== null).join('\n'),
        facts: facts(
          ...values
            .filter((each) => ![name, handle, bio].includes(each.value))
            .map((each) => [each.label, each.value] as const),
        ),
      },
    };
  }
}
