import type { ItemDraft, NamedParty } from '../../../../../contract/item.ts';
import type { Moment } from '../../../../../contract/moment.ts';
import { limits } from '../../../limits.ts';
import { threadOf } from '../mail/internet-message.ts';
import type { ReadMail } from '../mail/yield-mail.ts';
import { mailMoment } from '../mail-date.ts';
import { readAddresses } from '../mime/addresses.ts';
import { type Header, headerValue, rawValue, readHeaders } from '../mime/headers.ts';
import { epochMoment, floatingMoment } from '../moments.ts';
import { blankItem, party } from '../parties.ts';
import type { MapiMessage, MapiProperties } from './mapi.ts';
import { outlookContent } from './outlook-content.ts';

/** An address of the old directory (`/O=SCHOOL/OU=…/CN=DANA`) is no address that anybody writes to. */
const isDirectoryName = (address: string): boolean => /^\/o=/i.test(address);

/** Somebody with their address: the one of the internet before the one of the directory. */
function partyOf(name: string | null, addresses: readonly (string | null)[]): NamedParty | null {
  const known = addresses.filter((each) => each !== null).map((each) => each.replace(/^smtp:/i, ''));
  const address = known.find((each) => each.includes('@') && !isDirectoryName(each)) ?? known[0] ?? null;
  return party(name === address || name?.replace(/^'|'$/g, '') === address ? null : name, address);
}

interface Sender {
  readonly author: NamedParty | null;
  /** Who sent it in the author's name, where that is somebody else. */
  readonly delegate: NamedParty | null;
}

function senderOf(of: MapiProperties, headers: readonly Header[]): Sender {
  const written = headerValue(headers, 'from');
  const fromHeader = written === null ? null : (readAddresses(rawValue(headers, 'from') ?? '')[0] ?? null);
  const represented = partyOf(of.text(0x0042), [of.text(0x5d02), of.text(0x0065)]);
  const sender = partyOf(of.text(0x0c1a), [of.text(0x5d01), of.text(0x0c1f)]);
  const author = represented ?? sender ?? fromHeader;
  const handle = author?.handle ?? null;
  const better = handle === null || isDirectoryName(handle) ? (fromHeader?.handle ?? handle) : handle;
  const differs = represented !== null && sender !== null && sender.handle !== represented.handle;
  return {
    author: author === null ? null : { name: author.name ?? fromHeader?.name ?? null, handle: better },
    delegate: differs && sender.name !== represented.name ? sender : null,
  };
}

/** Recipients in the order To, Cc, Bcc; from the table, else from the headers, else from the names that were shown. */
function recipientsOf({ properties, recipients }: MapiMessage, headers: readonly Header[]): NamedParty[] {
  const told = recipients
    .map((each) => ({
      kind: (each.number(0x0c15) ?? 1) & 0xf,
      // Kind 0 is the sender of a meeting, who is no recipient.
      party: partyOf(each.text(0x3001) ?? each.text(0x5ff6), [each.text(0x39fe), each.text(0x3003)]),
    }))
    .filter(({ kind }) => kind > 0)
    .toSorted((a, b) => a.kind - b.kind);
  const found = told.map(({ party: each }) => each).filter((each) => each !== null);
  if (found.length > 0) return found;
  const inHeaders = ['to', 'cc', 'bcc'].flatMap((name) => readAddresses(rawValue(headers, name) ?? ''));
  if (inHeaders.length > 0) return inHeaders;
  return [0x0e04, 0x0e03, 0x0e02].flatMap((id) => readAddresses((properties.text(id) ?? '').replaceAll(';', ',')));
}

const minutes = 60_000;

function written(milliseconds: number): string {
  return new Date(milliseconds)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, ' UTC');
}

interface Sent {
  readonly moment: Moment | null;
  readonly warning: string | null;
}

/**
 * When it was sent: the time of sending, else of arrival. Both are UTC; where the headers tell the same instant with the
 * sender's own distance from UTC, theirs is taken.
 */
function sentAt({ properties: of, sentClock }: MapiMessage, headers: readonly Header[], zone: string | null): Sent {
  const header = headerValue(headers, 'date');
  const inHeaders = header === null ? null : mailMoment(header, zone);
  const milliseconds = of.time(0x0039) ?? of.time(0x0e06);
  if (milliseconds !== null) {
    const same = inHeaders?.instant != null && Math.abs(Date.parse(inHeaders.instant) - milliseconds) < 2 * minutes;
    return { moment: same ? inHeaders : epochMoment(written(milliseconds), milliseconds), warning: null };
  }
  if (inHeaders !== null && inHeaders.local !== null) return { moment: inHeaders, warning: null };
  if (sentClock !== undefined) {
    const { year, month, day, hour, minute, second } = sentClock;
    const words = `${[year, month, day].join('-')} ${[hour ?? 0, minute, second ?? 0].join(':')}`;
    return { moment: floatingMoment(words, [sentClock], { zone }), warning: null };
  }
  const made = of.time(0x3007) ?? of.time(0x3008);
  const moment = made === null ? null : epochMoment(written(made), made);
  if (moment === null) return { moment: null, warning: 'The message carries no date.' };
  return {
    moment: { ...moment, certainty: 'assumed' },
    warning: 'The message carries no time of sending; the time at which it was made is shown instead.',
  };
}

function kindOf(messageClass: string): ItemDraft['kind'] {
  if (/^IPM\.(?:Appointment|Task)\b/i.test(messageClass)) return 'event';
  if (/^IPM\.(?:Contact|DistList)\b/i.test(messageClass)) return 'contact';
  return /^IPM\.(?:StickyNote|Activity|Post|Document)\b/i.test(messageClass) ? 'document' : 'email';
}

const named = {
  start: 0x820d,
  end: 0x820e,
  place: 0x8208,
  firstAddress: 0x8083,
  secondAddress: 0x8093,
} as const;

function factsOf(of: MapiProperties, headers: readonly Header[], messageClass: string): ItemDraft['facts'] {
  const facts: ItemDraft['facts'] = [];
  const add = (label: string, value: string | null): void => {
    if (value !== null) facts.push({ label, value: value.slice(0, 500) });
  };
  add('Message id', of.text(0x1035) ?? headerValue(headers, 'message-id'));
  add('Answer to message', of.text(0x1042) ?? headerValue(headers, 'in-reply-to'));
  add('Earlier messages of the thread', of.text(0x1039) ?? headerValue(headers, 'references'));
  add('Sent from network address', headerValue(headers, 'x-originating-ip'));
  add('Checks by the receiving server', headerValue(headers, 'authentication-results'));
  if (!/^IPM\.Note$/i.test(messageClass)) add('Kind in Outlook', messageClass === '' ? null : messageClass);
  const flags = of.number(0x0e07) ?? 0;
  if ((flags & 0x8) !== 0) add('State', 'a draft that was not sent');
  for (const [label, id] of [
    ['Begins', named.start],
    ['Ends', named.end],
  ] as const) {
    const time = of.time(of.idOf(id));
    if (time !== null) add(label, written(time));
  }
  add('Place', of.text(of.idOf(named.place)));
  add('E-mail address', of.text(of.idOf(named.firstAddress)));
  add('Second e-mail address', of.text(of.idOf(named.secondAddress)));
  add('Telephone', of.text(0x3a08));
  add('Mobile telephone', of.text(0x3a1c));
  add('Telephone at home', of.text(0x3a09));
  return facts;
}

const platforms: Partial<Readonly<Record<ItemDraft['kind'], string>>> = { event: 'calendar', contact: 'contacts' };
const searched = new Set([
  'Place',
  'E-mail address',
  'Second e-mail address',
  'Telephone',
  'Mobile telephone',
  'Telephone at home',
]);

/** Where somebody is reached and where something takes place is looked for as words are, so that it stands among them. */
function wordsWith(facts: ItemDraft['facts'], words: string): string {
  const lines = facts.filter(({ label }) => searched.has(label)).map(({ label, value }) => `${label}: ${value}`);
  return [...lines, words].filter((each) => each !== '').join('\n');
}

/** The first 22 bytes of Outlook's conversation index are the same for a whole thread. */
function indexOf(of: MapiProperties): string | null {
  const index = of.bytes(0x0071);
  if (index === null || index.length < 22) return null;
  return `thread-index ${Buffer.from(index.subarray(0, 22)).toString('base64').slice(0, 29)}`;
}

/** Outlook puts a mark and a length before the subject to say how long its `RE: ` is. */
function subjectOf(of: MapiProperties): string | null {
  const subject = of.text(0x0037);
  if (subject !== null) return (subject.startsWith('\u0001') ? subject.slice(2) : subject).trim() || null;
  return of.text(0x0e1d) ?? of.text(0x0070);
}

/** A message of Outlook as a mail, with its words, recipients and attachments. */
export function outlookMail(message: MapiMessage, zone: string | null): ReadMail {
  const of = message.properties;
  const headerText = of.text(0x007d);
  const headers =
    headerText === null ? [] : readHeaders(Buffer.from(headerText, 'utf8'), limits.mimeHeaderBytes).headers;
  const messageClass = of.text(0x001a) ?? '';
  const kind = kindOf(messageClass);
  const content = outlookContent(message, messageClass);
  const sent = sentAt(message, headers, zone);
  const { author, delegate } = senderOf(of, headers);
  const subject = subjectOf(of) ?? headerValue(headers, 'subject');
  const facts = [...factsOf(of, headers, messageClass), ...content.facts];
  if (delegate !== null)
    facts.push({ label: 'Sent by', value: [delegate.name, delegate.handle].filter(Boolean).join(' ') });
  const item: ItemDraft = {
    ...blankItem('message', kind),
    platform: platforms[kind] ?? 'email',
    author,
    recipients: recipientsOf(message, headers),
    thread: threadOf(
      {
        references: of.text(0x1039) ?? rawValue(headers, 'references'),
        inReplyTo: of.text(0x1042) ?? rawValue(headers, 'in-reply-to'),
        messageId: of.text(0x1035) ?? rawValue(headers, 'message-id'),
        index: indexOf(of),
      },
      subject,
    ),
    sentAt: sent.moment,
    title: subject,
    facts,
  };
  const warnings = [...message.warnings, ...content.warnings, ...(sent.warning === null ? [] : [sent.warning])];
  return {
    item,
    words: wordsWith(facts, content.text),
    attachments: content.attachments,
    refused: content.refused,
    warnings,
    encrypted: content.encrypted,
  };
}
