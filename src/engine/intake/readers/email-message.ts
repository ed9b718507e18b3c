import type { ItemDraft, NamedParty } from '../../../contract/item.ts';
import type { Moment } from '../../../contract/moment.ts';
import { limits } from '../limits.ts';
import {
  type Detection,
  notThis,
  type Peek,
  type ReadContext,
  type Reader,
  type SourceFile,
  type Yielded,
} from './reader.ts';
import { mailMoment } from './shared/mail-date.ts';
import { readAddresses } from './shared/mime/addresses.ts';
import { type Header, headerValue, rawValue, valuesOf } from './shared/mime/headers.ts';
import { mailContent } from './shared/mime/mail-body.ts';
import { readMime } from './shared/mime/parts.ts';
import { blankItem } from './shared/parties.ts';
import { quotedAuthor, splitQuotations } from './shared/quoted-text.ts';
import { splitSignature } from './shared/signature-lines.ts';

const telling = new Set([
  'from',
  'to',
  'cc',
  'subject',
  'date',
  'received',
  'return-path',
  'mime-version',
  'message-id',
  'delivered-to',
  'reply-to',
  'sender',
  'dkim-signature',
  'content-type',
  'in-reply-to',
  'references',
  'x-mailer',
  'arc-seal',
  'authentication-results',
]);

/** The first lines of the file that look like headers, before its first blank line. */
function headNames(text: string): string[] {
  const names: string[] = [];
  for (const line of text.split(/\r?\n/, 200)) {
    if (line.trim() === '' && names.length > 0) break;
    const name = /^([A-Za-z][A-Za-z0-9-]{1,60})[ \t]*:/.exec(line)?.[1];
    if (name !== undefined) names.push(name.toLowerCase());
    else if (line.trim() !== '' && !/^[ \t]/.test(line) && !/^>?From /.test(line)) break;
  }
  return names;
}

function detect(peek: Peek): Detection {
  const text = peek.text?.trimStart();
  if (text === undefined || /^Snapshot-Content-Location:/im.test(text.slice(0, 8192))) return notThis;
  // A mailbox begins like one message; it is one only where a second `From ` line never comes.
  if ((text.match(/^From \S+ .{10,40}\d{4}/gm) ?? []).length > 1) return notThis;
  const known = new Set(headNames(text).filter((name) => telling.has(name)));
  const because = `It begins with the header lines of an e-mail (${[...known].slice(0, 4).join(', ')}).`;
  const addressed = known.has('from') || known.has('received') || known.has('return-path');
  if (addressed && known.size >= 3) return { certainty: 'sure', because };
  return known.size >= 2 ? { certainty: 'likely', because } : notThis;
}

/** Header lines begin after blank lines, a byte-order mark or the `From ` line that a mailbox put before them. */
function messageBytes(bytes: Uint8Array): Uint8Array {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x20) at += 1;
  const rest = bytes.subarray(at);
  const line = Buffer.from(rest.subarray(0, 6)).toString('latin1');
  if (!/^>?From /.test(line)) return withLineFeeds(rest);
  const end = rest.indexOf(0x0a);
  return withLineFeeds(end < 0 ? rest : rest.subarray(end + 1));
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

/** When it was sent: its Date, else the time at which the first server took it, which then is `assumed`. */
function sentAt(headers: readonly Header[], zone: string | null): { moment: Moment | null; warning: string | null } {
  const written = headerValue(headers, 'date');
  const moment = written === null ? null : mailMoment(written, zone);
  if (moment !== null && moment.local !== null) return { moment, warning: null };
  const first = valuesOf(headers, 'received').at(-1);
  const received = first === undefined ? null : mailMoment(first.slice(first.lastIndexOf(';') + 1), zone);
  const missing = written === null ? 'The message carries no date of its own' : `Its date "${written}" cannot be read`;
  if (received !== null && received.local !== null) {
    return {
      moment: { ...received, certainty: 'assumed' },
      warning: `${missing}; the time at which the first mail server took it is shown instead.`,
    };
  }
  return { moment, warning: `${missing}.` };
}

function factsOf(headers: readonly Header[]): ItemDraft['facts'] {
  const wanted: readonly (readonly [string, string])[] = [
    ['message-id', 'Message id'],
    ['sender', 'Sent by'],
    ['reply-to', 'Answers go to'],
    ['in-reply-to', 'Answer to message'],
    ['x-originating-ip', 'Sent from network address'],
    ['authentication-results', 'Checks by the receiving server'],
  ];
  const facts: ItemDraft['facts'] = [];
  for (const [name, label] of wanted) {
    const value = headerValue(headers, name);
    if (value !== null) facts.push({ label, value: value.slice(0, 500) });
  }
  if (valuesOf(headers, 'from').length > 1) facts.push({ label: 'Headers', value: 'more than one From line' });
  return facts;
}

function threadOf(headers: readonly Header[], subject: string | null): ItemDraft['thread'] {
  const chain = `${rawValue(headers, 'references') ?? ''} ${rawValue(headers, 'in-reply-to') ?? ''} ${rawValue(headers, 'message-id') ?? ''}`;
  const id = /<([^<>\s]{1,300})>/.exec(chain)?.[1] ?? null;
  const title = subject?.replace(/^(?:(?:re|fwd?|rv|aw|wg|tr|res|enc)\s?:\s*)+/i, '') ?? null;
  return id === null ? null : { id, title };
}

function* derivedItems(whole: ItemDraft, own: string, quotations: readonly string[]): Iterable<ItemDraft> {
  const signed = splitSignature(own, whole.author?.name ?? null);
  yield { ...whole, text: signed.words };
  const part = { ...whole, title: null, attachments: [], facts: [] };
  if (signed.signature !== null) {
    yield { ...part, kind: 'signature', derived: 'signature', locator: 'signature lines', text: signed.signature };
  }
  for (const [index, text] of quotations.entries()) {
    const author = quotedAuthor(text);
    yield {
      ...part,
      derived: 'quoted-reply',
      locator: `quoted words ${index + 1}`,
      // Who wrote the quoted words and when is only what this message says of them.
      author: author === null ? null : (readAddresses(author)[0] ?? null),
      recipients: [],
      sentAt: null,
      text,
    };
  }
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  const { root, warnings } = readMime(messageBytes(file.bytes), limits);
  const { headers } = root;
  const content = mailContent(root);
  const sent = sentAt(headers, context.zone);
  const all = [...warnings, ...content.warnings, ...(sent.warning === null ? [] : [sent.warning])];
  for (const text of all) yield { kind: 'warning', text };
  if (content.encrypted) yield { kind: 'facts', facts: { encrypted: true } };
  const subject = headerValue(headers, 'subject');
  const kept = content.text.slice(0, limits.itemTextCharacters);
  const segments = splitQuotations(kept);
  const own = segments.filter((segment) => segment.kind === 'own').map((segment) => segment.text);
  const quotations = segments.filter((segment) => segment.kind === 'quoted').map((segment) => segment.text);
  const item: ItemDraft = {
    ...blankItem('message', 'email'),
    platform: 'email',
    author: addressesIn(headers, 'from')[0] ?? addressesIn(headers, 'sender')[0] ?? null,
    recipients: ['to', 'cc', 'bcc'].flatMap((name) => addressesIn(headers, name)),
    thread: threadOf(headers, subject),
    sentAt: sent.moment,
    title: subject,
    attachments: content.attachments.map((attachment) => attachment.name),
    facts: factsOf(headers),
  };
  for (const each of derivedItems(item, own.join('\n').trim(), quotations)) yield { kind: 'item', item: each };
  for (const { name, bytes } of content.attachments) yield { kind: 'member', name, role: 'attachment', bytes };
}

/** One e-mail message with its attachments (RFC 5322 and MIME). */
export const emailMessage: Reader = {
  id: 'eml',
  version: 1,
  label: 'E-mail message (.eml)',
  source: 'https://www.rfc-editor.org/rfc/rfc5322',
  endings: ['.eml', '.email'],
  detect,
  read,
};
