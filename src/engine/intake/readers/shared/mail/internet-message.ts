import type { ItemDraft, NamedParty } from '../../../../../contract/item.ts';
import type { Moment } from '../../../../../contract/moment.ts';
import { limits } from '../../../limits.ts';
import { mailMoment, wrongWeekday } from '../mail-date.ts';
import { readAddresses } from '../mime/addresses.ts';
import { type Header, headerValue, rawValue, valuesOf } from '../mime/headers.ts';
import { mailContent } from '../mime/mail-body.ts';
import { readMime } from '../mime/parts.ts';
import { blankItem } from '../parties.ts';
import { factsOfNotes } from './notes.ts';
import type { ReadMail } from './yield-mail.ts';

/** Header lines begin after blank lines, a byte-order mark or the `From ` line that a mailbox put before them. */
function messageBytes(bytes: Uint8Array): Uint8Array {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x20) at += 1;
  const rest = withLineFeeds(bytes.subarray(at));
  const line = Buffer.from(rest.subarray(0, 6)).toString('latin1');
  if (!/^>?From /.test(line)) return rest;
  const end = rest.indexOf(0x0a);
  return end < 0 ? rest : rest.subarray(end + 1);
}

/** Old Macintosh mail ends its lines with a carriage return alone. */
function withLineFeeds(bytes: Uint8Array): Uint8Array {
  const head = bytes.subarray(0, 4096);
  if (head.includes(0x0a) || !head.includes(0x0d)) return bytes;
  return bytes.map((byte) => (byte === 0x0d ? 0x0a : byte));
}

function addressesIn(headers: readonly Header[], name: string): NamedParty[] {
  return headers.filter((header) => header.name === name).flatMap((header) => readAddresses(header.value));
}

interface Sent {
  readonly moment: Moment | null;
  readonly warning: string | null;
}

/** When it was sent: its Date, else the time at which the first server took it, which then is `assumed`. */
function sentAt(headers: readonly Header[], zone: string | null): Sent {
  const written = headerValue(headers, 'date');
  const moment = written === null ? null : mailMoment(written, zone);
  if (moment !== null && moment.local !== null) {
    const warning =
      moment.certainty === 'ambiguous' ? `Its date "${written}" can be read as day/month or as month/day.` : null;
    return { moment, warning };
  }
  const received = firstHop(headers, zone);
  const missing = written === null ? 'The message carries no date of its own' : `Its date "${written}" cannot be read`;
  if (received !== null && received.local !== null) {
    return {
      moment: { ...received, certainty: 'assumed' },
      warning: `${missing}; the time at which the first mail server took it is shown instead.`,
    };
  }
  return { moment, warning: `${missing}.` };
}

/** The time at which the first server took it: the last `Received` line, since each server puts its own on top. */
function firstHop(headers: readonly Header[], zone: string | null): Moment | null {
  const first = valuesOf(headers, 'received').at(-1);
  return first === undefined ? null : mailMoment(first.slice(first.lastIndexOf(';') + 1), zone);
}

const wanted: readonly (readonly [string, string])[] = [
  ['message-id', 'Message id'],
  ['sender', 'Sent by'],
  ['reply-to', 'Answers go to'],
  ['in-reply-to', 'Answer to message'],
  ['references', 'Earlier messages of the thread'],
  ['resent-from', 'Sent on by'],
  ['x-gmail-labels', 'Gmail labels'],
  ['x-gm-thrid', 'Gmail thread'],
  ['x-originating-ip', 'Sent from network address'],
  ['authentication-results', 'Checks by the receiving server'],
  ['x-mailer', 'Written with'],
];

const day = 24 * 60 * 60 * 1000;

/** What a person should know who weighs the date: a wrong weekday, or a first server that took it on another day. */
function factsOfDate(headers: readonly Header[], sent: Moment | null, zone: string | null): ItemDraft['facts'] {
  const facts: ItemDraft['facts'] = [];
  if (sent === null || sent.certainty === 'assumed') return facts;
  const weekday = wrongWeekday(sent.asWritten, sent);
  if (weekday !== null)
    facts.push({ label: 'Date', value: `its weekday (${weekday}) is not that of the day it names` });
  const received = firstHop(headers, zone);
  if (received?.instant !== null && received?.instant !== undefined && sent.instant !== null) {
    const apart = Math.abs(Date.parse(received.instant) - Date.parse(sent.instant));
    if (apart > day) facts.push({ label: 'Taken by the first mail server', value: received.asWritten });
  }
  return facts;
}

function factsOf(headers: readonly Header[]): ItemDraft['facts'] {
  const facts: ItemDraft['facts'] = [];
  for (const [name, label] of wanted) {
    const value = headerValue(headers, name);
    if (value !== null) facts.push({ label, value: value.slice(0, 500) });
  }
  if (valuesOf(headers, 'from').length > 1) facts.push({ label: 'Headers', value: 'more than one From line' });
  return facts;
}

const prefixes = /^(?:(?:re|fwd?|rv|aw|wg|tr|res|enc|sv|vs|antw|ynt|odp|r|i)(?:\[\d{1,3}\])?\s?[:：]\s*)+/i;

/** The subject without `Re:` and its like in other languages. */
export function threadTitle(subject: string | null): string | null {
  return subject?.replace(prefixes, '') ?? null;
}

/**
 * The thread is named after its first message: the first of `References`, else the one answered, else the message itself.
 * Where a mail names none of them, the beginning of Outlook's `Thread-Index` (its first 22 bytes) stands in.
 */
export function threadOf(
  names: { references: string | null; inReplyTo: string | null; messageId: string | null; index: string | null },
  subject: string | null,
): ItemDraft['thread'] {
  const chain = `${names.references ?? ''} ${names.inReplyTo ?? ''} ${names.messageId ?? ''}`;
  const id = /<([^<>\s]{1,300})>/.exec(chain)?.[1] ?? names.index;
  return id === null ? null : { id, title: threadTitle(subject) };
}

function indexOf(headers: readonly Header[]): string | null {
  const value = rawValue(headers, 'thread-index')?.replace(/\s/g, '') ?? '';
  return value.length >= 29 ? `thread-index ${value.slice(0, 29)}` : null;
}

/** An outer subject that says nothing: mail programs put it there when the true one lies inside a protected part. */
const emptySubject = /^(?:\.\.\.|…|encrypted message|re:\s*\.\.\.)$/i;

/** Thunderbird's marks (`X-Mozilla-Status`, in hexadecimal): 0x0008 means deleted and not yet cleared away. */
function isDeleted(headers: readonly Header[]): boolean {
  const flags = Number.parseInt(rawValue(headers, 'x-mozilla-status') ?? '0', 16);
  const more = Number.parseInt(rawValue(headers, 'x-mozilla-status2') ?? '0', 16);
  return (flags & 0x0008) !== 0 || (more & 0x0020_0000) !== 0;
}

/** Reads one message of the internet (RFC 5322 and MIME); never throws, whatever the bytes are. */
export function readInternetMessage(bytes: Uint8Array, zone: string | null): ReadMail {
  const { root, warnings } = readMime(messageBytes(bytes), limits);
  const { headers } = root;
  const { text, attachments, notes } = mailContent(root);
  const sent = sentAt(headers, zone);
  const outer = headerValue(headers, 'subject');
  const inner = headerValue(notes.protectedHeaders, 'subject');
  const subject = inner !== null && (outer === null || emptySubject.test(outer)) ? inner : outer;
  const deleted = isDeleted(headers);
  const facts = [...factsOf(headers), ...factsOfDate(headers, sent.moment, zone), ...factsOfNotes(notes)];
  if (deleted) facts.push({ label: 'State', value: 'deleted in the mail program, but still in its file' });
  const item: ItemDraft = {
    ...blankItem('message', 'email'),
    platform: 'email',
    author: addressesIn(headers, 'from')[0] ?? addressesIn(headers, 'sender')[0] ?? null,
    recipients: ['to', 'cc', 'bcc'].flatMap((name) => addressesIn(headers, name)),
    thread: threadOf(
      {
        references: rawValue(headers, 'references'),
        inReplyTo: rawValue(headers, 'in-reply-to'),
        messageId: rawValue(headers, 'message-id'),
        index: indexOf(headers),
      },
      subject,
    ),
    sentAt: sent.moment,
    title: subject,
    deleted: deleted ? true : null,
    facts,
  };
  const all = [...warnings, ...notes.warnings, ...(sent.warning === null ? [] : [sent.warning])];
  return { item, words: text, attachments, refused: [], warnings: all, encrypted: notes.encrypted };
}
