import type { ItemDraft } from '../../../../../contract/item.ts';
import { fact, facts, reactionFact, type Told } from '../chat/told.ts';
import { htmlToText } from '../html-text.ts';
import { isoAt, millisecondsAt } from '../json/times.ts';
import {
  type Fields,
  fieldsOf,
  firstObjects,
  has,
  isFields,
  listOf,
  objectsIn,
  under,
  wordsAt,
} from '../json/values.ts';
import { blankItem, party } from '../parties.ts';

/** `messages.json` of the personal export of Teams and Skype. */
export const isTeamsExport = (root: unknown): boolean =>
  has(root, 'userId', 'conversations') &&
  Array.isArray(under(root, 'conversations')) &&
  firstObjects(under(root, 'conversations')).every((each) => has(each, 'id', 'MessageList'));

const said =
  /^(?:Text|RichText|RichText\/(?:Html|UriObject|Media_\w+|Contacts|Location|Sms|Files)|RichText\/Media.*)$/i;

/** `properties` is an object, or one written as letters. */
function propertiesOf(message: Fields): Fields {
  const value = message['properties'];
  if (typeof value !== 'string') return fieldsOf(value);
  try {
    return fieldsOf(JSON.parse(value));
  } catch {
    return {};
  }
}

/** A quoted message becomes lines with `>`, so that its words are not taken for those of the person who quotes. */
function words(content: string, type: string): string {
  const html = content.replace(/<quote\b[^>]{0,2000}>/gi, '<blockquote>').replace(/<\/quote>/gi, '</blockquote>');
  return type.toLowerCase() === 'text' || !/[<&]/.test(content) ? content : htmlToText(html);
}

const filesIn = (content: string): string[] =>
  [...content.matchAll(/<OriginalName\s+v="([^"]{1,300})"/gi)]
    .map((each) => each[1] ?? '')
    .filter((each) => each !== '');

function reactionsOf(properties: Fields): ItemDraft['facts'] {
  const emotions = properties['emotions'];
  let list: unknown = emotions;
  if (typeof emotions === 'string') {
    try {
      list = JSON.parse(emotions);
    } catch {
      list = [];
    }
  }
  return objectsIn(list).flatMap((each) => {
    const by = objectsIn(each['users']).flatMap((user) => wordsAt(user, 'mri') ?? []);
    return by.length === 0 ? [] : [reactionFact(wordsAt(each, 'key') ?? 'reaction', by.join(', '))];
  });
}

const handleOf = (from: string | null): string | null =>
  from === null ? null : from.replace(/^.*\/contacts\//, '').replace(/^\d{1,2}:/, '');

function itemOf(
  message: Fields,
  conversation: Fields,
  group: boolean,
  locator: string,
  zone: string | null,
): ItemDraft {
  const properties = propertiesOf(message);
  const content = wordsAt(message, 'content') ?? '';
  const type = wordsAt(message, 'messagetype') ?? '';
  const deleted = has(properties, 'deletetime') || has(properties, 'isdeleted');
  const edited = has(properties, 'edittime') || has(message, 'skypeeditedid');
  const handle = handleOf(wordsAt(message, 'from'));
  const name = wordsAt(message, 'displayName', 'imdisplayname');
  return {
    ...blankItem(locator, group ? 'group-message' : 'direct-message'),
    platform:
      /8:orgid:|thread\.(?:v2|skype|tacv2)/.test(JSON.stringify([message['from'], conversation['id']])) &&
      /orgid|teams/i.test(String(message['from']))
        ? 'teams'
        : 'skype',
    author: party(name, handle),
    thread: { id: wordsAt(conversation, 'id') ?? 'conversation', title: wordsAt(conversation, 'displayName') },
    audience: group ? 'group' : 'individual',
    sentAt: isoAt(message, zone, 'originalarrivaltime', 'composetime'),
    text: words(content, type),
    attachments: filesIn(content),
    edited,
    deleted,
    facts: [
      ...reactionsOf(properties),
      ...facts(
        ['Edited', millisecondsAt(properties, 'edittime')?.instant ?? null],
        ['Deleted', millisecondsAt(properties, 'deletetime')?.instant ?? null],
        ['Message number', wordsAt(message, 'id')],
        ['Subject', wordsAt(properties, 'subject')],
      ),
      ...(/^RichText\/(?!Html)/i.test(type) ? [fact('Kind of message', type)] : []),
    ],
  };
}

export function* teamsTold(root: unknown, zone: string | null): Generator<Told> {
  for (const [at, conversation] of objectsIn(under(root, 'conversations')).entries()) {
    const id = wordsAt(conversation, 'id') ?? `conversation ${at + 1}`;
    const group = /^19:(?!.*@unq\.gbl)/.test(id);
    for (const [index, value] of listOf(conversation['MessageList']).entries()) {
      const locator = `conversation ${at + 1}, message ${index + 1}`;
      if (!isFields(value)) {
        yield { kind: 'unreadable', where: locator, because: 'It is no message.' };
        continue;
      }
      const type = wordsAt(value, 'messagetype') ?? 'Text';
      if (said.test(type)) yield { kind: 'item', item: itemOf(value, conversation, group, locator, zone) };
      else
        yield { kind: 'notice', text: `${type}: ${htmlToText(wordsAt(value, 'content') ?? '').replace(/\n+/g, ' ')}` };
    }
  }
}
