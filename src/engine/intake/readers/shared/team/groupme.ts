import type { ItemDraft } from '../../../../../contract/item.ts';
import { facts, fileName, reactionFact, type Told } from '../chat/told.ts';
import { secondsAt } from '../json/times.ts';
import { type Fields, fieldsOf, has, listOf, markAt, objectsIn, under, wordsAt } from '../json/values.ts';
import { blankItem, party } from '../parties.ts';

const isMessage = (each: unknown): boolean =>
  has(each, 'created_at', 'sender_id') &&
  has(each, 'name') &&
  (has(each, 'favorited_by') || has(each, 'source_guid') || has(each, 'sender_type'));

const listIn = (root: unknown): readonly unknown[] => {
  if (Array.isArray(root)) return root;
  const inner = under(root, 'messages') ?? under(root, 'response', 'messages');
  return listOf(inner);
};

export const isGroupMe = (root: unknown): boolean => {
  const list = listIn(root);
  return list.length > 0 && list.slice(0, 5).every(isMessage);
};

function itemOf(message: Fields, index: number): ItemDraft {
  const attachments = objectsIn(message['attachments']);
  const files = attachments.flatMap((each) => wordsAt(each, 'url', 'file_id', 'preview_url') ?? []);
  const place = attachments.find((each) => wordsAt(each, 'type') === 'location');
  const reply = attachments.find((each) => wordsAt(each, 'type') === 'reply');
  const group = markAt(message, 'group_id');
  const conversation = group ?? markAt(message, 'chat_id', 'conversation_id');
  const likes = listOf(message['favorited_by']).filter((each) => typeof each === 'string');
  return {
    ...blankItem(`message ${index + 1}`, group === null ? 'direct-message' : 'group-message'),
    platform: 'groupme',
    author: party(wordsAt(message, 'name'), markAt(message, 'sender_id', 'user_id')),
    thread: conversation === null ? null : { id: conversation, title: null },
    audience: group === null ? 'individual' : 'group',
    sentAt: secondsAt(message, 'created_at'),
    text: wordsAt(message, 'text') ?? '',
    attachments: files.map(fileName),
    deleted: has(message, 'deleted_at') && message['deleted_at'] !== null ? true : null,
    facts: [
      ...(likes.length > 0 ? [reactionFact('like', likes.join(', '))] : []),
      ...facts(
        [
          'Place',
          place === undefined
            ? null
            : `${markAt(place, 'name') ?? ''} ${markAt(place, 'lat') ?? '?'}, ${markAt(place, 'lng') ?? '?'}`.trim(),
        ],
        ['Answer to message', reply === undefined ? null : markAt(reply, 'reply_id', 'base_reply_id')],
        ['Message number', markAt(message, 'id')],
        [
          'Edited',
          secondsAt(message, 'updated_at')?.instant === secondsAt(message, 'created_at')?.instant
            ? null
            : (secondsAt(message, 'updated_at')?.instant ?? null),
        ],
      ),
    ],
  };
}

/** The messages of a conversation, oldest first; the file has the newest first. */
export function* groupMeTold(root: unknown): Generator<Told> {
  const list = listIn(root);
  for (let index = list.length - 1; index >= 0; index -= 1) {
    const message = fieldsOf(list[index]);
    if (!isMessage(list[index]))
      yield { kind: 'unreadable', where: `message ${index + 1}`, because: 'It has no sender or no time.' };
    else if (message['system'] === true || wordsAt(message, 'sender_type') === 'system')
      yield { kind: 'notice', text: wordsAt(message, 'text') ?? 'notice' };
    else yield { kind: 'item', item: itemOf(message, index) };
  }
}
