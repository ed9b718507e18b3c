import type { ItemDraft, NamedParty } from '../../../../../contract/item.ts';
import { fact, facts, reactionFact, type Told } from '../chat/told.ts';
import {
  type Fields,
  fieldsOf,
  firstObjects,
  has,
  isFields,
  listOf,
  markAt,
  objectsIn,
  under,
  wordsAt,
} from '../json/values.ts';
import { mailMoment } from '../mail-date.ts';
import { epochMoment } from '../moments.ts';
import { blankItem, party } from '../parties.ts';

/** `messages.json` of a conversation or room of Google Chat. */
export const isGoogleChat = (root: unknown): boolean => {
  const messages = firstObjects(under(root, 'messages'));
  return (
    messages.length > 0 &&
    messages.slice(0, 5).every((each) => has(each, 'creator') || has(each, 'topic_id')) &&
    messages
      .slice(0, 5)
      .some((each) => has(each, 'created_date') || has(each, 'message_state') || has(each, 'message_id'))
  );
};

const personOf = (user: Fields): NamedParty | null => party(wordsAt(user, 'name'), wordsAt(user, 'email'));

function itemOf(message: Fields, locator: string, zone: string | null): ItemDraft {
  const created = wordsAt(message, 'created_date');
  const updated = wordsAt(message, 'updated_date');
  const deleted = wordsAt(message, 'message_state') === 'DELETED' || has(message, 'deletion_metadata');
  const quoted = fieldsOf(message['quoted_message_metadata']);
  const topic = wordsAt(message, 'topic_id');
  const urls = objectsIn(message['annotations']).flatMap(
    (each) => wordsAt(fieldsOf(fieldsOf(each['url_metadata'])), 'title') ?? [],
  );
  return {
    ...blankItem(locator, 'chat-line'),
    platform: 'google-chat',
    author: personOf(fieldsOf(message['creator'])),
    thread: topic === null ? null : { id: topic, title: null },
    sentAt: created === null ? null : mailMoment(created, zone),
    text: wordsAt(message, 'text') ?? '',
    attachments: objectsIn(message['attached_files']).flatMap(
      (each) => wordsAt(each, 'export_name', 'original_name') ?? [],
    ),
    edited: updated !== null,
    deleted,
    facts: [
      ...objectsIn(message['reactions']).map((each) =>
        reactionFact(
          wordsAt(fieldsOf(each['emoji']), 'unicode') ?? 'reaction',
          listOf(each['reactor_emails'])
            .filter((who) => typeof who === 'string')
            .join(', '),
        ),
      ),
      ...urls.map((each) => fact('Preview', each)),
      ...facts(
        ['Edited', updated],
        ['Deleted by', wordsAt(fieldsOf(message['deletion_metadata']), 'deletion_type')],
        ['Quotes', wordsAt(quoted, 'text')],
        ['Quoted person', personOf(fieldsOf(quoted['creator']))?.name ?? null],
        ['Message number', wordsAt(message, 'message_id')],
      ),
    ],
  };
}

export function* googleChatTold(root: unknown, zone: string | null): Generator<Told> {
  for (const [index, value] of listOf(under(root, 'messages')).entries()) {
    if (isFields(value)) yield { kind: 'item', item: itemOf(value, `message ${index + 1}`, zone) };
    else yield { kind: 'unreadable', where: `message ${index + 1}`, because: 'It is no message.' };
  }
}

/** `Hangouts.json`, the predecessor. */
export const isHangouts = (root: unknown): boolean =>
  firstObjects(under(root, 'conversations'), 3).some((each) => has(each, 'conversation', 'events'));

const microseconds = (written: string | null) =>
  written === null || !/^\d{1,20}$/.test(written) ? null : epochMoment(written, Number(written) / 1000);

function hangoutsWords(event: Fields): { text: string; files: string[] } {
  const content = fieldsOf(under(event, 'chat_message', 'message_content'));
  const text = objectsIn(content['segment'])
    .map((each) => (wordsAt(each, 'type') === 'LINE_BREAK' ? '\n' : (wordsAt(each, 'text') ?? '')))
    .join('');
  const files = objectsIn(content['attachment']).flatMap((each) => {
    const item = fieldsOf(each['embed_item']);
    return Object.values(item).flatMap((inner) => (isFields(inner) ? (wordsAt(inner, 'name', 'url') ?? []) : []));
  });
  return { text, files };
}

interface Hangout {
  readonly id: string;
  readonly title: string | null;
  readonly group: boolean;
  /** Names by the numbers of accounts. */
  readonly names: ReadonlyMap<string, string>;
}

function hangoutOf(entry: Fields, number: number): Hangout {
  const conversation = fieldsOf(under(entry, 'conversation', 'conversation'));
  const names = new Map<string, string>();
  for (const each of objectsIn(conversation['participant_data'])) {
    const id = wordsAt(fieldsOf(each['id']), 'gaia_id');
    const name = wordsAt(each, 'fallback_name');
    if (id !== null && name !== null) names.set(id, name);
  }
  return {
    id: wordsAt(fieldsOf(conversation['id']), 'id') ?? `conversation ${number}`,
    title: wordsAt(conversation, 'name'),
    group: wordsAt(conversation, 'type') === 'GROUP',
    names,
  };
}

function hangoutItem(event: Fields, hangout: Hangout, locator: string): ItemDraft {
  const sender = wordsAt(fieldsOf(event['sender_id']), 'gaia_id');
  const { text, files } = hangoutsWords(event);
  return {
    ...blankItem(locator, hangout.group ? 'group-message' : 'direct-message'),
    platform: 'hangouts',
    author: party(hangout.names.get(sender ?? '') ?? null, sender),
    thread: { id: hangout.id, title: hangout.title },
    audience: hangout.group ? 'group' : 'individual',
    sentAt: microseconds(markAt(event, 'timestamp')),
    text,
    attachments: files,
  };
}

export function* hangoutsTold(root: unknown): Generator<Told> {
  for (const [at, entry] of objectsIn(under(root, 'conversations')).entries()) {
    const hangout = hangoutOf(entry, at + 1);
    for (const [index, event] of objectsIn(entry['events']).entries()) {
      const who = hangout.names.get(wordsAt(fieldsOf(event['sender_id']), 'gaia_id') ?? '') ?? '';
      if (has(event, 'chat_message')) {
        yield { kind: 'item', item: hangoutItem(event, hangout, `conversation ${at + 1}, event ${index + 1}`) };
      } else yield { kind: 'notice', text: `${who} ${wordsAt(event, 'event_type') ?? 'event'}`.trim() };
    }
  }
}
