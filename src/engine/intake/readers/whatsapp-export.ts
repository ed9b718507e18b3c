import type { ItemDraft, NamedParty } from '../../../contract/item.ts';
import {
  type Detection,
  notThis,
  type Peek,
  type ReadContext,
  type Reader,
  ReadRefusal,
  type SourceFile,
  type Yielded,
} from './reader.ts';
import { decodeText } from './shared/decode-text.ts';
import { unreadableMoment } from './shared/moments.ts';
import { blankItem, directionMarks, party, phoneOf } from './shared/parties.ts';
import { type Content, contentOf } from './shared/whatsapp/content.ts';
import { type Message, messageStart, messagesOf, type Split } from './shared/whatsapp/lines.ts';
import { namesWithColon } from './shared/whatsapp/names.ts';
import { chatTitle, isGroupNotice, titleInNotice } from './shared/whatsapp/words.ts';
import { type DayOrder, findDayOrder, momentOf, type WrittenDay } from './shared/written-date.ts';

interface ReadMessage {
  readonly message: Message;
  readonly content: Content;
}

function detect(peek: Peek): Detection {
  if (peek.text === null) return notThis;
  const lines = peek.text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 200);
  const starts = lines.map(messageStart);
  if (starts[0] === null || starts[0] === undefined) return notThis;
  const dated = starts.filter((start) => start !== null);
  if (!dated.some((start) => start.rest.includes(':'))) return notThis;
  const share = dated.length / lines.length;
  const because = `${dated.length} of the first ${lines.length} lines begin with a date and a time the way WhatsApp writes them.`;
  if (dated.length >= 2 && share >= 0.6) return { certainty: 'sure', because };
  return share >= 0.2 ? { certainty: 'likely', because } : notThis;
}

/** A media file's name holds the day in a fixed order; it proves how the date beside it is to be read. */
function proofOf({ message, content }: ReadMessage): DayOrder | null {
  const day = message.start.date?.day;
  if (content.kind !== 'message' || day === undefined || day.order !== 'open' || day.first === day.second) return null;
  for (const name of content.attachments) {
    const found = /(\d{4})-(\d{2})-(\d{2})-\d{2}-\d{2}-\d{2}\b/.exec(name) ?? /-(\d{4})(\d{2})(\d{2})-WA\d/.exec(name);
    if (found === null || Number(found[1]) !== day.year) continue;
    const [month, date] = [Number(found[2]), Number(found[3])];
    if (month === day.first && date === day.second) return 'month-day';
    if (month === day.second && date === day.first) return 'day-month';
  }
  return null;
}

function orderOf(read: readonly ReadMessage[]): ReturnType<typeof findDayOrder> {
  const slashed: WrittenDay[] = [];
  for (const { message } of read) {
    if (message.start.separator === '/' && message.start.date !== null) slashed.push(message.start.date.day);
  }
  // Dates with the year first never were in doubt.
  const yearFirst = read.some(({ message }) => /^\D{0,3}\d{3}/u.test(message.start.asWritten));
  if (yearFirst) return { order: null, settling: 0, of: 0, warning: null };
  return findDayOrder({
    slashed,
    chronological: true,
    proofs: read.map(proofOf).filter((proof) => proof !== null),
  });
}

interface Chat {
  readonly title: string | null;
  readonly group: boolean;
  readonly authors: readonly string[];
}

function chatOf(read: readonly ReadMessage[], name: string): Chat {
  const authors = new Set<string>();
  let groupNotice = false;
  let title = chatTitle(name);
  for (const { content } of read) {
    if (content.kind === 'message') authors.add(content.author);
    else {
      title ??= titleInNotice(content.text);
      groupNotice ||= isGroupNotice(content.text);
    }
  }
  return { title, group: groupNotice || authors.size > 2, authors: [...authors] };
}

function someone(name: string): NamedParty | null {
  return party(name, phoneOf(name));
}

function recipientsOf(chat: Chat, author: string): NamedParty[] {
  // Who else was in a group when a message was sent is not told by the export.
  if (chat.group) return [];
  const others = chat.authors.filter((name) => name !== author);
  if (others.length === 0 && chat.title !== null && chat.title !== author) others.push(chat.title);
  return others.map(someone).filter((each) => each !== null);
}

function factsOf(content: Content & { kind: 'message' }, notices: readonly string[]): ItemDraft['facts'] {
  const facts = notices.map((value) => ({ label: 'Notice of the app', value: value.replace(directionMarks, '') }));
  if (content.chosenName) {
    facts.push({
      label: 'Name',
      value: 'chosen by the sender; not among the contacts of the phone that made the export',
    });
  }
  if (content.omitted) facts.push({ label: 'Media', value: 'sent, but not included in the export' });
  return facts;
}

function itemOf(
  read: ReadMessage,
  notices: readonly string[],
  chat: Chat,
  order: DayOrder | null,
  context: ReadContext,
): ItemDraft | null {
  const { message, content } = read;
  if (content.kind !== 'message') return null;
  const { start } = message;
  return {
    ...blankItem(`line ${message.line}`, chat.group ? 'group-message' : 'direct-message'),
    platform: 'whatsapp',
    author: someone(content.author),
    recipients: recipientsOf(chat, content.author),
    thread: { id: 'chat', title: chat.title },
    audience: chat.group ? 'group' : 'individual',
    sentAt: start.date === null ? unreadableMoment(start.asWritten) : momentOf(start.date, order, context.zone),
    text: content.text,
    attachments: [...content.attachments],
    edited: content.edited,
    deleted: content.deleted,
    facts: factsOf(content, notices),
  };
}

function* items(
  read: readonly ReadMessage[],
  chat: Chat,
  order: DayOrder | null,
  context: ReadContext,
): Iterable<ItemDraft> {
  let waiting: string[] = [];
  let last: ItemDraft | null = null;
  for (const each of read) {
    if (each.content.kind === 'notice') {
      waiting.push(`${each.message.start.asWritten}: ${each.content.text}`);
      continue;
    }
    if (last !== null) yield last;
    last = itemOf(each, waiting, chat, order, context);
    waiting = [];
  }
  if (last === null) return;
  const closing = waiting.map((value) => ({
    label: 'Notice of the app afterwards',
    value: value.replace(directionMarks, ''),
  }));
  yield { ...last, facts: [...last.facts, ...closing] };
}

function* warningsOf(
  read: readonly ReadMessage[],
  { before, foreign }: Split,
  orderWarning: string | null,
): Iterable<string> {
  if (orderWarning !== null) yield orderWarning;
  const undated = read.filter(({ message }) => message.start.date === null).length;
  if (undated > 0) yield `${undated} dates are no dates that exist; their messages were kept without one.`;
  const halves = read.filter(({ message }) => message.start.date?.time?.halfUnknown === true).length;
  if (halves > 0) yield `${halves} times could be morning or afternoon; both readings are kept.`;
  const stray = before.filter((line) => line.trim() !== '').length;
  if (stray > 0) yield `${stray} lines stand before the first dated message and belong to none.`;
  if (foreign > 0) {
    yield `${foreign} lines inside messages begin like messages of another chat; somebody probably pasted them, so they were left where they stand.`;
  }
  // The app leaves the oldest messages out without a word: 40,000 without media, 10,000 with media.
  const media = read.some(({ content }) => content.kind === 'message' && content.attachments.length > 0);
  const cap = media ? 10_000 : 40_000;
  if (read.length >= cap && read.length <= cap + 20) {
    yield `The export holds ${read.length} entries, the most that WhatsApp writes; older messages are probably missing.`;
  }
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  const decoded = decodeText(file.bytes);
  if (decoded.warning !== null) yield { kind: 'warning', text: decoded.warning };
  const split = messagesOf(decoded.text);
  const { messages } = split;
  const names = namesWithColon(
    messages.map((message) => message.start.rest),
    chatTitle(file.name),
  );
  const all = messages.map((message) => ({ message, content: contentOf(message, names) }));
  if (all.length === 0) {
    throw new ReadRefusal(
      'No message of a WhatsApp chat was found in this file. It is kept; ask for a new export of the chat.',
    );
  }
  const found = orderOf(all);
  for (const text of warningsOf(all, split, found.warning)) yield { kind: 'warning', text };
  const chat = chatOf(all, file.name);
  let count = 0;
  for (const item of items(all, chat, found.order, context)) {
    count += 1;
    yield { kind: 'item', item };
  }
  if (count === 0) {
    yield {
      kind: 'warning',
      text: `The export holds ${all.length} notices of the app and no message that somebody sent.`,
    };
  }
}

/** A chat as WhatsApp exports it on iPhone or Android, in any of its languages. */
export const whatsappExport: Reader = {
  id: 'whatsapp',
  version: 3,
  label: 'WhatsApp chat export (.txt)',
  source: 'https://faq.whatsapp.com/1180414079177245',
  endings: ['.txt'],
  detect,
  read,
};
