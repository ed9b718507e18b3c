import type { ItemDraft, NamedParty } from '../../../../../contract/item.ts';
import { asQuoted, facts, fileName, oneUnderOther, reactionFact, type Told } from '../chat/told.ts';
import { isoAt } from '../json/times.ts';
import {
  type Fields,
  fieldsOf,
  figureAt,
  has,
  isFields,
  listOf,
  markAt,
  objectsIn,
  under,
  wordsAt,
} from '../json/values.ts';
import { epochMoment } from '../moments.ts';
import { blankItem, party } from '../parties.ts';

/** A file of DiscordChatExporter. */
export const isExporterFile = (root: unknown): boolean =>
  has(root, 'guild', 'channel', 'messages') &&
  (has(root, 'dateRange') || has(root, 'messageCount') || has(root, 'exportedAt')) &&
  Array.isArray(under(root, 'messages'));

/** `messages.json` of Discord's own package: only the account's own messages, without a name. */
export const isPackageFile = (root: unknown): boolean => {
  if (!Array.isArray(root) || root.length === 0) return false;
  return root.slice(0, 5).every((each: unknown) => has(each, 'ID', 'Timestamp', 'Contents'));
};

/** Discord's numbers hold the time at which they were given, in milliseconds since 2015. */
export function timeInNumber(id: string): number | null {
  return /^\d{15,20}$/.test(id) ? Number(BigInt(id) >> 22n) + 1_420_070_400_000 : null;
}

/** Says where the time beside a message is not the one in its number: somebody changed one of the two. */
export function numberContradicts(id: string, instant: string | null): string | null {
  const inNumber = timeInNumber(id);
  if (inNumber === null || instant === null) return null;
  const apart = Math.abs(Date.parse(instant) - inNumber);
  return apart > 5000 ? (epochMoment(id, inNumber)?.instant ?? null) : null;
}

const saidByPeople = new Set([
  'Default',
  'Reply',
  'ApplicationCommand',
  'ContextMenuCommand',
  'ChatInputCommand',
  'ThreadStarterMessage',
  'Forward',
  '0',
  '19',
  '20',
  '21',
  '23',
]);

/** What somebody passed on is said by them, whatever newer versions call it. */
const isSaid = (message: Fields, type: string): boolean => saidByPeople.has(type) || has(message, 'forwardedMessage');

function personOf(user: Fields): NamedParty | null {
  const name = wordsAt(user, 'name');
  const figures = wordsAt(user, 'discriminator');
  const handle = name === null || figures === null || /^0+$/.test(figures) ? name : `${name}#${figures}`;
  return party(wordsAt(user, 'nickname') ?? name, handle);
}

/** `<@id>` as the name it stands for, where the message names whom it mentions. */
function withNames(text: string, mentions: readonly Fields[]): string {
  let words = text;
  for (const each of mentions) {
    const [id, name] = [markAt(each, 'id'), wordsAt(each, 'nickname', 'name')];
    if (id !== null && name !== null)
      words = words.replaceAll(`<@${id}>`, `@${name}`).replaceAll(`<@!${id}>`, `@${name}`);
  }
  return words;
}

function embedWords(message: Fields): string[] {
  return objectsIn(message['embeds']).flatMap((each) => {
    const fields = objectsIn(each['fields']).flatMap((field) => [wordsAt(field, 'name'), wordsAt(field, 'value')]);
    const words = [wordsAt(each, 'title'), wordsAt(each, 'description'), ...fields, wordsAt(each, 'url')];
    return words.filter((each) => each !== null).join('\n');
  });
}

function pollFacts(message: Fields): ItemDraft['facts'] {
  const poll = fieldsOf(message['poll']);
  const question = wordsAt(fieldsOf(poll['question']), 'text') ?? wordsAt(poll, 'question');
  const answers = objectsIn(poll['answers']).map(
    (each) => wordsAt(fieldsOf(each['pollMedia'] ?? each['poll_media']), 'text') ?? wordsAt(each, 'text') ?? '',
  );
  return facts(['Poll', question], ['Answers', answers.filter((each) => each !== '').join('; ')]);
}

function reactionsOf(message: Fields): ItemDraft['facts'] {
  return objectsIn(message['reactions']).map((each) => {
    const by = objectsIn(each['users']).flatMap((user) => wordsAt(user, 'nickname', 'name') ?? []);
    const count = figureAt(each, 'count');
    return reactionFact(
      wordsAt(fieldsOf(each['emoji']), 'name') ?? 'reaction',
      by.length > 0 ? by.join(', ') : `${count ?? '?'} times`,
    );
  });
}

interface Channel {
  readonly id: string;
  readonly title: string | null;
  readonly audience: 'individual' | 'group';
}

function channelOf(root: Fields): Channel {
  const channel = fieldsOf(root['channel']);
  const guild = wordsAt(fieldsOf(root['guild']), 'name');
  const name = wordsAt(channel, 'name');
  const direct =
    /^(?:DirectTextChat|DirectMessage|DM|1)$/i.test(markAt(channel, 'type') ?? '') ||
    (guild === 'Direct Messages' && !/group/i.test(markAt(channel, 'type') ?? ''));
  const title = guild === null || guild === 'Direct Messages' ? name : `${guild} / ${name ?? ''}`;
  return { id: markAt(channel, 'id') ?? title ?? 'channel', title, audience: direct ? 'individual' : 'group' };
}

function itemOf(
  message: Fields,
  channel: Channel,
  others: readonly NamedParty[],
  locator: string,
  zone: string | null,
): ItemDraft {
  const author = personOf(fieldsOf(message['author']));
  const sentAt = isoAt(message, zone, 'timestamp');
  const edited = isoAt(message, zone, 'timestampEdited');
  const id = markAt(message, 'id') ?? '';
  const attachments = objectsIn(message['attachments']).flatMap(
    (each) => wordsAt(each, 'fileName') ?? fileName(wordsAt(each, 'url') ?? ''),
  );
  const stickers = objectsIn(message['stickers']).flatMap((each) => wordsAt(each, 'name') ?? []);
  const embeds = embedWords(message).filter((each) => each !== '');
  const content = withNames(wordsAt(message, 'content') ?? '', objectsIn(message['mentions']));
  const forwarded = wordsAt(fieldsOf(message['forwardedMessage']), 'content');
  const quotedForward = forwarded === null ? null : asQuoted(forwarded);
  const poll = pollFacts(message);
  return {
    ...blankItem(locator, channel.audience === 'group' ? 'group-message' : 'direct-message'),
    platform: 'discord',
    author,
    recipients: channel.audience === 'group' ? [] : others.filter((each) => each.handle !== author?.handle),
    thread: { id: channel.id, title: channel.title },
    audience: channel.audience,
    sentAt,
    // What a program posts stands in previews alone; beside words of a person they are the page's words.
    text: oneUnderOther(
      content,
      ...poll.map((each) => each.value),
      quotedForward,
      ...(content === '' ? embeds : embeds.map(asQuoted)),
    ),
    attachments: attachments.filter((each) => each !== ''),
    edited: edited !== null,
    facts: [
      ...poll,
      ...reactionsOf(message),
      ...facts(
        ['Edited', edited?.instant ?? edited?.local ?? null],
        ['Answer to message', markAt(fieldsOf(message['reference']), 'messageId')],
        ['Stickers', stickers.join(', ')],
        ['Pinned', message['isPinned'] === true ? 'yes' : null],
        ['Written by a program', fieldsOf(message['author'])['isBot'] === true ? 'yes' : null],
        ['Message number', id],
        ['Time in the message number', numberContradicts(id, sentAt?.instant ?? null)],
      ),
    ],
  };
}

function* rangeWarning(root: Fields): Generator<Told> {
  const range = fieldsOf(root['dateRange']);
  const [after, before] = [wordsAt(range, 'after'), wordsAt(range, 'before')];
  if (after === null && before === null) return;
  yield {
    kind: 'warning',
    text: `The export was limited to a part of the channel (${after === null ? '' : `from ${after} `}${before === null ? '' : `to ${before}`}); messages outside are missing.`.replace(
      ' )',
      ')',
    ),
  };
}

export function* exporterTold(root: unknown, zone: string | null): Generator<Told> {
  const fields = fieldsOf(root);
  yield* rangeWarning(fields);
  const channel = channelOf(fields);
  const messages = listOf(fields['messages']);
  const people = new Map<string, NamedParty>();
  for (const each of messages) {
    const person = personOf(fieldsOf(under(each, 'author')));
    if (person !== null) people.set(person.handle ?? person.name ?? '', person);
  }
  const count = figureAt(fields, 'messageCount');
  let contradictions = 0;
  for (const [index, value] of messages.entries()) {
    if (!isFields(value) || !has(value, 'timestamp')) {
      yield { kind: 'unreadable', where: `entry ${index + 1}`, because: 'It has no time and is no message.' };
      continue;
    }
    const type = markAt(value, 'type') ?? 'Default';
    if (!isSaid(value, type)) {
      const name = personOf(fieldsOf(value['author']))?.name ?? '';
      yield {
        kind: 'notice',
        text: [name, wordsAt(value, 'content') ?? type, wordsAt(value, 'timestamp') ?? ''].join(' ').trim(),
      };
      continue;
    }
    const item = itemOf(value, channel, [...people.values()], `message ${markAt(value, 'id') ?? index + 1}`, zone);
    if (item.facts.some((each) => each.label === 'Time in the message number')) contradictions += 1;
    yield { kind: 'item', item };
  }
  if (contradictions > 0) {
    yield {
      kind: 'warning',
      text: `${contradictions} messages have a time that their own number contradicts; both are kept.`,
    };
  }
  if (count !== null && count !== messages.length) {
    yield { kind: 'warning', text: `The file says that it holds ${count} messages; ${messages.length} were found.` };
  }
}

/** The fields of a message of Discord's own package, from JSON or from a table. */
export function packageItem(fields: Fields, number: number, zone: string | null): ItemDraft {
  const id = markAt(fields, 'ID') ?? '';
  // The package tells times in UTC, since 2021 with the offset and before without.
  const written = wordsAt(fields, 'Timestamp');
  const labelled =
    written !== null && !/(?:z|[-+]\d{2}:?\d{2})$/i.test(written) ? { ...fields, Timestamp: `${written}Z` } : fields;
  const sentAt = isoAt(timeInNumber(id) === null ? fields : labelled, zone, 'Timestamp');
  const attachments = (wordsAt(fields, 'Attachments') ?? '').split(/\s+/).filter((each) => each !== '');
  return {
    ...blankItem(id === '' ? `row ${number}` : `message ${id}`, 'chat-line'),
    platform: 'discord',
    sentAt: sentAt === null || written === null ? sentAt : { ...sentAt, asWritten: written },
    text: wordsAt(fields, 'Contents') ?? '',
    attachments: attachments.map(fileName),
    facts: facts(['Written by', 'the account that the package is of'], ['Message number', id]),
  };
}

export function* packageTold(root: unknown, zone: string | null): Generator<Told> {
  for (const [index, value] of listOf(root).entries()) {
    if (has(value, 'Timestamp')) yield { kind: 'item', item: packageItem(fieldsOf(value), index + 1, zone) };
    else yield { kind: 'unreadable', where: `entry ${index + 1}`, because: 'It has no time and is no message.' };
  }
}
