import type { ItemDraft } from '../../../contract/item.ts';
import { limits } from '../limits.ts';
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
import { readInternetMessage } from './shared/mail/internet-message.ts';
import { headLetters, isFromLine, tellingHeaders } from './shared/mail/mail-heads.ts';
import { MailThreads } from './shared/mail/mail-threads.ts';
import { type MailboxMessage, splitMailbox } from './shared/mail/split-mailbox.ts';
import { WarningTally } from './shared/mail/warning-tally.ts';
import { MemberGate, type ReadMail, yieldMail } from './shared/mail/yield-mail.ts';
import { mailMoment } from './shared/mail-date.ts';

function detect(peek: Peek): Detection {
  const text = headLetters(peek.head)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (!isFromLine(text.slice(0, 1000).split(/\r?\n/, 1)[0] ?? '')) return notThis;
  return tellingHeaders(text).size > 0
    ? { certainty: 'sure', because: 'It begins with the line that opens a message in a mailbox, and headers after it.' }
    : notThis;
}

/** `From ana@example.org Tue Mar 10 10:42:00 2026`: when the message was filed, for one that carries no date itself. */
function filedAt(line: string, zone: string | null): ItemDraft['sentAt'] {
  const date = /\b(?:[A-Z][a-z]{2},? )?[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d.*$/.exec(line)?.[0];
  const moment = date === undefined ? null : mailMoment(date.replace(/\s+/g, ' '), zone);
  return moment === null || moment.local === null ? null : { ...moment, certainty: 'assumed' };
}

function withTime(mail: ReadMail, message: MailboxMessage, zone: string | null): ReadMail {
  if (mail.item.sentAt?.local != null) return mail;
  const sentAt = filedAt(message.fromLine, zone);
  if (sentAt === null) return mail;
  const warnings = mail.warnings.filter((text) => !/carries no date of its own|^Its date /.test(text));
  const told = 'The message carries no readable date; the time at which it was filed in the mailbox is shown instead.';
  return { ...mail, item: { ...mail.item, sentAt }, warnings: [...warnings, told] };
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  const tally = new WarningTally();
  const threads = new MailThreads();
  const gate = new MemberGate(file.bytes.length, context);
  let count = 0;
  let encrypted = false;
  for (const message of splitMailbox(file.bytes)) {
    count += 1;
    if (count > limits.mailboxMessages) break;
    const read = withTime(readInternetMessage(message.bytes, context.zone), message, context.zone);
    encrypted ||= read.encrypted;
    for (const text of read.warnings) tally.add(text, count);
    const mail = { ...read, item: threads.placed(read.item) };
    yield* yieldMail(mail, { locator: `message ${count}`, folder: `message ${count}` }, gate);
  }
  if (count === 0) {
    throw new ReadRefusal(
      'No message was found in this mailbox. It is kept; ask for a new export, or for the messages one by one.',
    );
  }
  if (encrypted) yield { kind: 'facts', facts: { encrypted } };
  yield* tally.warnings();
  if (count > limits.mailboxMessages) {
    const text = `The first ${limits.mailboxMessages} messages of the mailbox were read; the rest are beyond the limit and were not.`;
    yield { kind: 'warning', text };
  }
}

/** A mailbox of many messages in one file (Google Takeout, Thunderbird, Apple Mail). */
export const mailbox: Reader = {
  id: 'mbox',
  version: 1,
  label: 'Mailbox (.mbox)',
  source: 'https://www.rfc-editor.org/rfc/rfc4155',
  endings: ['.mbox', '.mbx'],
  detect,
  read,
};
