import type { ItemDraft, NamedParty } from '../../../../../contract/item.ts';
import { asQuoted, facts, oneUnderOther, reactionFact, type Told } from '../chat/told.ts';
import { withoutMojibake } from '../json/mojibake.ts';
import type { JsonFile } from '../json/shapes.ts';
import { millisecondsAt } from '../json/times.ts';
import {
  type Fields,
  fieldsOf,
  figureAt,
  firstObjects,
  has,
  listOf,
  objectsIn,
  under,
  wordsAt,
} from '../json/values.ts';
import { blankItem, party } from '../parties.ts';

/** Values as the file has them, letters put right where that is provable. */
export const told = (fields: Fields, ...names: readonly string[]): string | null => {
  const words = wordsAt(fields, ...names);
  return words === null ? null : withoutMojibake(words);
};

/** Whether any of the strings was put right. */
export const wasMended = (fields: Fields, ...names: readonly string[]): boolean =>
  names.some((name) => {
    const words = wordsAt(fields, name);
    return words !== null && withoutMojibake(words) !== words;
  });

export const mendedFact = facts([
  'Letters',
  'the export writes letters beyond plain English wrongly; they were put right where that is provable',
]);

interface Thread {
  readonly id: string;
  readonly title: string | null;
  readonly names: readonly string[];
  readonly group: boolean;
  readonly platform: string | null;
}

/** A conversation of Messenger or Instagram: `participants`, and messages with `sender_name` and `timestamp_ms`. */
export function isThread(root: unknown): boolean {
  if (!has(root, 'participants') || !Array.isArray(under(root, 'participants'))) return false;
  const messages = firstObjects(under(root, 'messages'));
  if (messages.length === 0) return has(root, 'thread_path') || has(root, 'title', 'is_still_participant');
  return messages.slice(0, 5).some((each) => has(each, 'timestamp_ms') && has(each, 'sender_name'));
}

/** The flat file of an end-to-end encrypted Messenger chat: names as plain strings, `senderName`, `timestamp`. */
export function isEncryptedThread(root: unknown): boolean {
  if (!Array.isArray(under(root, 'participants')) || !has(root, 'threadName')) return false;
  const messages = firstObjects(under(root, 'messages'));
  return messages.length === 0 || messages.slice(0, 5).some((each) => has(each, 'senderName', 'timestamp'));
}

const kept = ['photos', 'videos', 'audio_files', 'files', 'gifs', 'media'] as const;

function attachmentsOf(message: Fields): string[] {
  const names = kept.flatMap((name) => objectsIn(message[name])).flatMap((each) => told(each, 'uri') ?? []);
  const sticker = told(fieldsOf(message['sticker']), 'uri');
  return sticker === null ? names : [...names, sticker];
}

/** Nothing in a conversation says of which of the two platforms it is but the addresses of its files. */
function platformOf(root: Fields, messages: readonly Fields[]): string | null {
  for (const message of [root, ...messages]) {
    for (const name of attachmentsOf(message)) {
      if (/your_instagram_activity/.test(name)) return 'instagram';
      if (/your_facebook_activity|your_activity_across_facebook|stickers_used/.test(name)) return 'messenger';
    }
  }
  return null;
}

function threadOf(root: Fields): Thread {
  const names = listOf(root['participants']).flatMap((each) =>
    typeof each === 'string' ? withoutMojibake(each) : (told(fieldsOf(each), 'name') ?? []),
  );
  const title = told(root, 'title', 'threadName');
  const path = told(root, 'thread_path');
  return {
    id: path ?? title ?? 'chat',
    title,
    names,
    group: names.length > 2,
    platform: platformOf(root, firstObjects(root['messages'], 5000)),
  };
}

function recipientsOf(thread: Thread, author: string | null): NamedParty[] {
  // Who else was in a group when a message was sent is not told by the export.
  if (thread.group) return [];
  const others = thread.names.filter((name) => name !== author);
  return others.length === 1 ? others.flatMap((name) => party(name, null) ?? []) : [];
}

function reactionsOf(message: Fields): ItemDraft['facts'] {
  return objectsIn(message['reactions']).flatMap((each) => {
    const sign = told(each, 'reaction');
    return sign === null ? [] : [reactionFact(sign, told(each, 'actor'))];
  });
}

function factsOf(message: Fields): ItemDraft['facts'] {
  const share = fieldsOf(message['share']);
  const seconds = figureAt(message, 'call_duration');
  const call = message['missed'] === true ? 'missed' : seconds === null ? null : `${seconds} seconds`;
  const mended =
    wasMended(message, 'content', 'text', 'sender_name', 'senderName') || wasMended(share, 'share_text', 'link');
  return [
    ...reactionsOf(message),
    ...facts(['Shared by', told(share, 'original_content_owner')], ['Call', call]),
    ...(message['is_geoblocked_for_viewer'] === true ? facts(['Shown', 'not in the country of the account']) : []),
    ...(mended ? mendedFact : []),
  ];
}

/** `Reacted ❤ to your message`: the platform's own line about a reaction. It stands beside the reaction itself. */
const reactionLine = /^Reacted .{1,16} to your message\s*$/u;
const systemTypes = new Set(['Subscribe', 'Unsubscribe']);

function isNotice(message: Fields, words: string | null): boolean {
  const type = wordsAt(message, 'type') ?? '';
  return systemTypes.has(type) || (words !== null && reactionLine.test(words));
}

function itemOf(message: Fields, thread: Thread, index: number): ItemDraft {
  const author = told(message, 'sender_name', 'senderName');
  const unsent = message['is_unsent'] ?? message['isUnsent'];
  const shared = told(fieldsOf(message['share']), 'share_text');
  return {
    ...blankItem(`message ${index + 1}`, thread.group ? 'group-message' : 'direct-message'),
    platform: thread.platform,
    author: party(author, null),
    recipients: recipientsOf(thread, author),
    thread: { id: thread.id, title: thread.title },
    audience: thread.group ? 'group' : 'individual',
    sentAt: millisecondsAt(message, 'timestamp_ms', 'timestamp'),
    text: oneUnderOther(told(message, 'content', 'text'), shared === null ? null : asQuoted(shared)),
    url: told(fieldsOf(message['share']), 'link'),
    attachments: attachmentsOf(message),
    deleted: typeof unsent === 'boolean' ? unsent : null,
    facts: factsOf(message),
  };
}

/** The messages of one file, oldest first; the file has the newest first. */
export function* threadTold(root: unknown, _file: JsonFile): Generator<Told> {
  const fields = fieldsOf(root);
  const thread = threadOf(fields);
  const messages = listOf(fields['messages']);
  if (messages.length >= 10_000) {
    yield {
      kind: 'warning',
      text: 'The file holds 10,000 messages, the most that one file of this export holds; the others are in files beside it (message_2.json and so on).',
    };
  }
  const { length } = messages;
  const first = figureAt(fieldsOf(messages[0]), 'timestamp_ms', 'timestamp') ?? 0;
  const last = figureAt(fieldsOf(messages[length - 1]), 'timestamp_ms', 'timestamp') ?? 0;
  for (let step = 0; step < length; step += 1) {
    const index = first > last ? length - 1 - step : step;
    const message = messages[index];
    if (!has(message, 'timestamp_ms') && !has(message, 'timestamp')) {
      yield { kind: 'unreadable', where: `message ${index + 1}`, because: 'It has no time and is no message.' };
      continue;
    }
    const fieldsHere = fieldsOf(message);
    const words = told(fieldsHere, 'content', 'text');
    if (isNotice(fieldsHere, words)) {
      yield { kind: 'notice', text: `${told(fieldsHere, 'sender_name', 'senderName') ?? 'Somebody'}: ${words ?? ''}` };
    } else yield { kind: 'item', item: itemOf(fieldsHere, thread, index) };
  }
}
