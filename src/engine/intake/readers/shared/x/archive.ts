import type { ItemDraft } from '../../../../../contract/item.ts';
import type { Moment } from '../../../../../contract/moment.ts';
import { connectionItem, type Link } from '../chat/connections.ts';
import { withoutReferences } from '../chat/entities.ts';
import { fact, facts, fileName, reactionFact, type Told } from '../chat/told.ts';
import { isoAt } from '../json/times.ts';
import { type Fields, fieldsOf, has, isFields, markAt, objectsIn, under, wordsAt } from '../json/values.ts';
import { lookUp } from '../look-up.ts';
import { mailMoment } from '../mail-date.ts';
import { blankItem, party } from '../parties.ts';

type Kind = 'tweets' | 'messages' | 'account' | 'profile' | 'connections' | 'notes';

/** The parts of an archive that hold what somebody wrote, or with whom; the first name of each entry says which it is. */
export function xKind(root: unknown): Kind | null {
  const first = Array.isArray(root) ? fieldsOf(root[0]) : {};
  if (has(first, 'dmConversation')) return 'messages';
  if (has(first, 'follower') || has(first, 'following') || has(first, 'blocking')) return 'connections';
  if (has(first, 'noteTweet')) return 'notes';
  if (has(under(first, 'account'), 'accountId')) return 'account';
  if (has(under(first, 'profile'), 'description')) return 'profile';
  const tweet = isFields(first['tweet']) ? first['tweet'] : first;
  const isTweet =
    has(tweet, 'created_at') &&
    (has(tweet, 'full_text') || has(tweet, 'text')) &&
    (has(tweet, 'id_str') || has(tweet, 'id'));
  return isTweet ? 'tweets' : null;
}

/** `Wed Oct 10 20:19:24 +0000 2018`, or ISO 8601 in old archives. */
function tweetMoment(fields: Fields, zone: string | null): Moment | null {
  const words = wordsAt(fields, 'created_at');
  if (words === null) return null;
  const moment = mailMoment(words, zone);
  return moment.local === null ? isoAt(fields, zone, 'created_at') : moment;
}

/** Full addresses in the place of the short ones (t.co), which say nothing and may no longer lead anywhere. */
function longAddresses(text: string, fields: Fields): string {
  let words = text;
  for (const url of objectsIn(under(fields, 'entities', 'urls'))) {
    const [short, long] = [wordsAt(url, 'url'), wordsAt(url, 'expanded_url', 'expanded')];
    if (short !== null && long !== null) words = words.replaceAll(short, long);
  }
  return words;
}

function mediaOf(fields: Fields, id: string): string[] {
  const extended = objectsIn(under(fields, 'extended_entities', 'media'));
  const media = extended.length > 0 ? extended : objectsIn(under(fields, 'entities', 'media'));
  // The archive keeps a picture under the number of the post and the name it had on the server.
  return media.flatMap((each) => {
    const address = wordsAt(each, 'media_url_https', 'media_url');
    return address === null ? [] : [`${id}-${fileName(address)}`];
  });
}

function editsOf(fields: Fields): { edited: boolean | null; note: string | null } {
  const ids = under(fields, 'edit_info', 'initial', 'editTweetIds');
  if (Array.isArray(ids)) return { edited: ids.length > 1, note: null };
  const first = wordsAt(fieldsOf(under(fields, 'edit_info', 'edit')), 'initialTweetId');
  return first === null ? { edited: null, note: null } : { edited: true, note: first };
}

function tweetItem(entry: Fields, number: number, deletedFile: boolean, zone: string | null): ItemDraft {
  const fields = isFields(entry['tweet']) ? entry['tweet'] : entry;
  const id = markAt(fields, 'id_str', 'id') ?? '';
  const answered = markAt(fields, 'in_reply_to_screen_name', 'in_reply_to_user_id_str');
  const user = fieldsOf(fields['user']);
  const words = longAddresses(withoutReferences(wordsAt(fields, 'full_text', 'text') ?? ''), fields);
  const { edited, note } = editsOf(fields);
  const deletedAt = wordsAt(fields, 'deleted_at');
  return {
    ...blankItem(`post ${number}`, answered === null ? 'post' : 'reply'),
    platform: 'x',
    // The file of posts does not say whose they are; old archives name the author with each.
    author: party(wordsAt(user, 'name'), wordsAt(user, 'screen_name')),
    recipients: answered === null ? [] : [party(null, answered)].filter((each) => each !== null),
    sentAt: tweetMoment(fields, zone),
    text: words,
    attachments: mediaOf(fields, id),
    edited,
    deleted: deletedFile || deletedAt !== null ? true : null,
    facts: facts(
      ['Post number', id],
      ['Answer to post', markAt(fields, 'in_reply_to_status_id_str')],
      ['Earlier version', note],
      ['Deleted', deletedAt],
      ['Sent with', (wordsAt(fields, 'source') ?? '').replace(/<[^<>]{0,300}>/g, '')],
      [
        'Cut off',
        /^RT @/.test(words) && words.endsWith('…') ? 'the archive keeps only the beginning of a repeated post' : null,
      ],
    ),
  };
}

function noteItem(entry: Fields, number: number, zone: string | null): ItemDraft {
  const note = fieldsOf(entry['noteTweet']);
  return {
    ...blankItem(`long post ${number}`, 'post'),
    platform: 'x',
    sentAt: isoAt(note, zone, 'createdAt'),
    text: withoutReferences(wordsAt(fieldsOf(note['core']), 'text') ?? ''),
    facts: facts(
      ['Note number', markAt(note, 'noteTweetId')],
      ['Holds', 'the whole text of a post whose beginning is among the posts'],
    ),
  };
}

function messageItem(
  message: Fields,
  conversation: string,
  group: boolean,
  locator: string,
  zone: string | null,
): ItemDraft {
  const media = (Array.isArray(message['mediaUrls']) ? message['mediaUrls'] : []).filter(
    (each) => typeof each === 'string',
  );
  const id = markAt(message, 'id') ?? '';
  const recipient = markAt(message, 'recipientId');
  const edits = objectsIn(message['editHistory']);
  let text = withoutReferences(wordsAt(message, 'text') ?? '');
  for (const url of objectsIn(message['urls'])) {
    const [short, long] = [wordsAt(url, 'url'), wordsAt(url, 'expanded')];
    if (short !== null && long !== null) text = text.replaceAll(short, long);
  }
  return {
    ...blankItem(locator, group ? 'group-message' : 'direct-message'),
    platform: 'x',
    author: party(null, markAt(message, 'senderId')),
    recipients: recipient === null || group ? [] : [party(null, recipient)].filter((each) => each !== null),
    thread: { id: conversation, title: null },
    audience: group ? 'group' : 'individual',
    sentAt: isoAt(message, zone, 'createdAt'),
    text,
    attachments: media.map((each) => `${id}-${fileName(each)}`),
    edited: Array.isArray(message['editHistory']) ? edits.length > 0 : null,
    facts: [
      ...objectsIn(message['reactions']).map((each) =>
        reactionFact(wordsAt(each, 'reactionKey') ?? 'reaction', markAt(each, 'senderId')),
      ),
      ...edits.flatMap((each) => {
        const earlier = wordsAt(each, 'text', 'editedText');
        return earlier === null ? [] : [fact('Earlier words', earlier)];
      }),
      ...facts(['Message number', id]),
    ],
  };
}

function* messagesTold(root: readonly unknown[], zone: string | null): Generator<Told> {
  for (const [at, entry] of root.entries()) {
    const conversation = fieldsOf(under(entry, 'dmConversation'));
    const id = markAt(conversation, 'conversationId') ?? `conversation ${at + 1}`;
    const events = objectsIn(conversation['messages']);
    // A conversation of two is named after both; one of more has a number of its own and events of its members.
    const group = !/^\d+-\d+$/.test(id);
    for (const [index, event] of events.entries()) {
      const locator = `conversation ${id}, entry ${index + 1}`;
      const message = event['messageCreate'] ?? event['welcomeMessageCreate'];
      if (isFields(message)) yield { kind: 'item', item: messageItem(message, id, group, locator, zone) };
      else yield { kind: 'notice', text: noticeOf(event) };
    }
  }
}

function noticeOf(event: Fields): string {
  const [name, value] = Object.entries(event)[0] ?? ['event', {}];
  const fields = fieldsOf(value);
  const who = markAt(fields, 'initiatingUserId', 'senderId');
  const what = wordsAt(fields, 'name') ?? '';
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return [words, what, who === null ? '' : `by ${who}`, wordsAt(fields, 'createdAt') ?? '']
    .filter((each) => each !== '')
    .join(' ');
}

const linkNames: Readonly<Record<string, Link>> = {
  follower: 'followed-by',
  following: 'follows',
  blocking: 'blocked',
};

function* connectionsTold(root: readonly unknown[]): Generator<Told> {
  for (const [index, entry] of root.entries()) {
    const [name, value] = Object.entries(fieldsOf(entry))[0] ?? ['', {}];
    const fields = fieldsOf(value);
    const link = lookUp(linkNames, name);
    const where = `entry ${index + 1}`;
    const item =
      link === undefined
        ? null
        : connectionItem({
            link,
            name: null,
            handle: markAt(fields, 'accountId'),
            sentAt: null,
            platform: 'x',
            locator: where,
            url: wordsAt(fields, 'userLink'),
          });
    if (item === null) yield { kind: 'unreadable', where, because: 'It names nobody.' };
    else yield { kind: 'item', item };
  }
}

function accountItem(entry: Fields, number: number, zone: string | null): ItemDraft {
  const account = fieldsOf(entry['account']);
  const [name, handle] = [wordsAt(account, 'accountDisplayName'), wordsAt(account, 'username')];
  return {
    ...blankItem(`account ${number}`, 'profile'),
    platform: 'x',
    author: party(name, handle),
    sentAt: isoAt(account, zone, 'createdAt'),
    text: [name, handle === null ? null : `@${handle}`].filter((each) => each !== null).join('\n'),
    facts: facts(['Account number', markAt(account, 'accountId')], ['E-mail address', wordsAt(account, 'email')]),
  };
}

function profileItem(entry: Fields, number: number): ItemDraft {
  const description = fieldsOf(under(entry, 'profile', 'description'));
  const lines = ['bio', 'website', 'location'].flatMap((name) => wordsAt(description, name) ?? []);
  return { ...blankItem(`profile ${number}`, 'profile'), platform: 'x', text: lines.map(withoutReferences).join('\n') };
}

/** The entries of one part of an archive. `name` is the one before the equals sign, where there is one. */
export function* xTold(root: unknown, name: string, zone: string | null): Generator<Told> {
  if (!Array.isArray(root)) return;
  const list: readonly unknown[] = root;
  const kind = xKind(root);
  if (kind === 'messages') yield* messagesTold(list, zone);
  else if (kind === 'connections') yield* connectionsTold(list);
  else {
    const deleted = /deleted/i.test(name);
    for (const [index, value] of list.entries()) {
      const entry = fieldsOf(value);
      const number = index + 1;
      if (xKind([entry]) !== kind)
        yield { kind: 'unreadable', where: `entry ${number}`, because: 'It is no entry of this list.' };
      else if (kind === 'notes') yield { kind: 'item', item: noteItem(entry, number, zone) };
      else if (kind === 'account') yield { kind: 'item', item: accountItem(entry, number, zone) };
      else if (kind === 'profile') yield { kind: 'item', item: profileItem(entry, number) };
      else yield { kind: 'item', item: tweetItem(entry, number, deleted, zone) };
    }
  }
}
