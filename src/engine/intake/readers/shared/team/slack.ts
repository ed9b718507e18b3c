import type { ItemDraft } from '../../../../../contract/item.ts';
import type { Moment } from '../../../../../contract/moment.ts';
import { withoutReferences } from '../chat/entities.ts';
import { asQuoted, facts, oneUnderOther, reactionFact, type Told } from '../chat/told.ts';
import { type Fields, fieldsOf, has, isFields, listOf, objectsIn, wordsAt } from '../json/values.ts';
import { epochMoment } from '../moments.ts';
import { blankItem, party } from '../parties.ts';

const isSlackMessage = (each: unknown): boolean =>
  has(each, 'type', 'ts') && /^\d{10}\.\d{6}$/.test(wordsAt(fieldsOf(each), 'ts') ?? '');

/** One day of one channel. */
export const isSlackDay = (root: unknown): boolean =>
  Array.isArray(root) && root.length > 0 && root.slice(0, 5).every(isSlackMessage);

/** `1700000000.000100`: seconds since 1970, and the number of the message in one. */
function tsMoment(ts: string): Moment | null {
  return epochMoment(ts, Number(ts.slice(0, 10)) * 1000 + Number(ts.slice(11, 14)));
}

function names(message: Fields): { name: string | null; handle: string | null } {
  const profile = fieldsOf(message['user_profile']);
  const name =
    wordsAt(profile, 'real_name', 'display_name', 'name') ??
    wordsAt(message, 'username') ??
    wordsAt(fieldsOf(message['bot_profile']), 'name');
  return { name, handle: wordsAt(message, 'user', 'bot_id') };
}

function shownMark(target: string, label: string | undefined): string {
  if (label === undefined || label === '') return target.startsWith('!') ? `@${target.slice(1)}` : target;
  if (target.startsWith('#')) return `#${label}`;
  if (!/^(?:https?|mailto):/.test(target)) return `@${label.replace(/^@/, '')}`;
  return target === label ? label : `${label} (${target})`;
}

/** `<http://x|label>`, `<#C1|name>`, `<@U1>` as a person reads them. Whose mark U1 is lies in a file beside this one. */
export function slackWords(text: string): string {
  const plain = text.replace(
    /<([^<>|]{1,2000})(?:\|([^<>]{0,2000}))?>/g,
    (_whole, target: string, label: string | undefined) => shownMark(target, label),
  );
  return withoutReferences(plain);
}

const people = new Set([
  '',
  'bot_message',
  'me_message',
  'thread_broadcast',
  'file_share',
  'file_comment',
  'reply_broadcast',
  'tombstone',
  'message_changed',
  'message_deleted',
  'huddle_thread',
  'slackbot_response',
  'reminder_add',
  'channel_canvas_updated',
]);
const notSaid = new Set(['huddle_thread', 'reminder_add', 'channel_canvas_updated']);

function attachedWords(message: Fields): string[] {
  return objectsIn(message['attachments']).flatMap((each) => {
    const words = [
      wordsAt(each, 'pretext'),
      wordsAt(each, 'title'),
      wordsAt(each, 'text', 'fallback'),
      wordsAt(each, 'from_url', 'title_link'),
    ];
    const told = words
      .filter((word) => word !== null)
      .map(slackWords)
      .join('\n');
    return told === '' ? [] : [told];
  });
}

function reactionsOf(message: Fields): ItemDraft['facts'] {
  return objectsIn(message['reactions']).map((each) => {
    const by = listOf(each['users']).filter((user) => typeof user === 'string');
    return reactionFact(`:${wordsAt(each, 'name') ?? '?'}:`, by.join(', '));
  });
}

/** Corporate exports keep what a message said before it was changed or deleted. */
interface Versions {
  readonly now: Fields;
  readonly earlier: string | null;
  readonly edited: boolean;
  readonly deleted: boolean;
}

function versionsOf(message: Fields): Versions {
  const subtype = wordsAt(message, 'subtype') ?? '';
  const changed = subtype === 'message_changed';
  const now = changed && isFields(message['message']) ? message['message'] : message;
  return {
    now,
    earlier: wordsAt(fieldsOf(message['previous_message'] ?? message['original']), 'text'),
    edited: changed || has(now, 'edited'),
    deleted: subtype === 'tombstone' || subtype === 'message_deleted' || has(now, 'deleted_ts'),
  };
}

function factsOf(message: Fields, versions: Versions, answers: string | null): ItemDraft['facts'] {
  const edited = fieldsOf(message['edited']);
  const program = wordsAt(message, 'subtype') === 'bot_message' || has(message, 'bot_id');
  return [
    ...reactionsOf(message),
    ...facts(
      ['Edited', tsMoment(wordsAt(edited, 'ts') ?? '')?.instant ?? null],
      ['Edited by', wordsAt(edited, 'user')],
      ['Earlier words', versions.deleted ? null : versions.earlier],
      ['Answer in thread', answers],
      ['Written by a program', program ? 'yes' : null],
      ['Message number', wordsAt(message, 'ts')],
    ),
  ];
}

function itemOf(message: Fields): ItemDraft {
  const versions = versionsOf(message);
  const { now } = versions;
  const ts = wordsAt(now, 'ts') ?? wordsAt(message, 'ts') ?? '';
  const { name, handle } = names(now);
  const files = objectsIn(now['files']).concat(isFields(now['file']) ? [now['file']] : []);
  const thread = wordsAt(now, 'thread_ts');
  const answers = thread === ts ? null : thread;
  const text = wordsAt(now, 'text') ?? '';
  const words = slackWords(versions.deleted && text === '' ? (versions.earlier ?? '') : text);
  const attached = attachedWords(now);
  return {
    ...blankItem(`message ${ts}`, answers === null ? 'chat-line' : 'reply'),
    platform: 'slack',
    author: party(name, handle),
    sentAt: tsMoment(ts),
    // What a program posts stands in attachments alone; beside words of a person they are the page's words.
    text: oneUnderOther(words, ...(words === '' ? attached : attached.map(asQuoted))),
    attachments: files.flatMap((each) => wordsAt(each, 'name', 'title') ?? []),
    edited: versions.edited,
    deleted: versions.deleted,
    facts: factsOf(now, versions, answers),
  };
}

export function* slackTold(root: unknown): Generator<Told> {
  for (const [index, value] of listOf(root).entries()) {
    if (!isSlackMessage(value)) {
      yield { kind: 'unreadable', where: `entry ${index + 1}`, because: 'It has no time and is no message.' };
      continue;
    }
    const message = fieldsOf(value);
    const subtype = wordsAt(message, 'subtype') ?? '';
    if (wordsAt(message, 'type') !== 'message' || !people.has(subtype) || notSaid.has(subtype)) {
      yield { kind: 'notice', text: slackWords(wordsAt(message, 'text') ?? subtype) };
    } else yield { kind: 'item', item: itemOf(message) };
  }
}

/** `users.json`: who is behind the marks of a workspace. */
export const isSlackUsers = (root: unknown): boolean =>
  Array.isArray(root) &&
  root.length > 0 &&
  root.slice(0, 5).every((each: unknown) => has(each, 'id', 'team_id', 'profile'));

export function* slackUsersTold(root: unknown): Generator<Told> {
  for (const [index, user] of objectsIn(root).entries()) {
    const profile = fieldsOf(user['profile']);
    const name = wordsAt(profile, 'real_name') ?? wordsAt(user, 'real_name', 'name');
    yield {
      kind: 'item',
      item: {
        ...blankItem(`member ${index + 1}`, 'profile'),
        platform: 'slack',
        author: party(name, wordsAt(user, 'id')),
        text: [name, wordsAt(user, 'name'), wordsAt(profile, 'title'), wordsAt(profile, 'status_text')]
          .filter((each) => each !== null)
          .join('\n'),
        facts: facts(
          ['Mark in messages', wordsAt(user, 'id')],
          ['E-mail address', wordsAt(profile, 'email')],
          ['Deleted', user['deleted'] === true ? 'yes' : null],
        ),
      },
    };
  }
}
