import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appleMail } from '../../src/engine/intake/readers/apple-mail.ts';
import { mailbox } from '../../src/engine/intake/readers/mailbox.ts';
import { splitMailbox } from '../../src/engine/intake/readers/shared/mail/split-mailbox.ts';
import { readerFor, readWith } from './made/collect.ts';
import { fromLine, mboxrd, numberedMails } from './made/mailboxes.ts';
import { mail, multipart } from './made/mails.ts';

const read = (content: string | Uint8Array) => readWith(mailbox, content, 'mail.mbox');
const counted = (items: readonly { derived: string | null }[]) => items.filter((item) => item.derived === null);

describe('mailboxes', () => {
  test('give one item a message, with its place in the file, and are known by their first line', async () => {
    const content = mboxrd(numberedMails(3));
    expect(readerFor(content, 'Inbox')).toBe('mbox');
    expect(readerFor(content, 'Inbox.eml')).toBe('mbox');
    const { items, warnings } = await read(content);
    expect(warnings).toEqual([]);
    expect(items.map((item) => [item.locator, item.title, item.text])).toEqual([
      ['message 1', 'Note 0', 'words of note 0'],
      ['message 2', 'Note 1', 'words of note 1'],
      ['message 3', 'Note 2', 'words of note 2'],
    ]);
  });

  test('take off the mark before a line that begins with "From", however often it was quoted', async () => {
    const body = 'From here on it rains.\r\n>From the coach\r\nBye';
    const { items } = await read(mboxrd([mail({ body }), mail({ body: 'second' })]));
    expect(items.map((item) => item.text)).toContain('From here on it rains.\nBye');
    expect(items.map((item) => item.text).join('\n')).toContain('>From the coach');
    expect(counted(items)).toHaveLength(2);
  });

  test('do not split a message at words that begin with "From", with and without a date', async () => {
    const body = ['From Monday on we meet at 8.', '', 'From ana@example.org Tue Mar 10 10:42:00 2026', 'she wrote no.'];
    const { items } = await read(`${fromLine()}\n${mail({ body: body.join('\n') }).replaceAll('\r\n', '\n')}\n`);
    expect(counted(items)).toHaveLength(1);
    expect(items[0]?.text).toContain('she wrote no.');
  });

  test('split where no blank line stands before the next message, and with every kind of line break', async () => {
    const one = mail({ body: 'first' });
    const two = mail({ body: 'second' });
    const tight = `${fromLine()}\r\n${one}\r\n${fromLine('MAILER-DAEMON')}\r\n${two}\r\n`;
    expect((await read(tight)).items.map((item) => item.text)).toEqual(['first', 'second']);
    expect(counted((await read(mboxrd([one, two], '\r\n'))).items)).toHaveLength(2);
    expect(counted((await read(`\uFEFF${mboxrd([one, two])}`)).items)).toHaveLength(2);
  });

  test('believe a length only where a new message stands at its end', async () => {
    const unquoted = `look:\n\n${fromLine()}\nFrom: nobody@example.org\nthat was the header`;
    const length = Buffer.byteLength(unquoted);
    const told = (figure: number): string =>
      `${fromLine()}\nFrom: a@example.org\nSubject: s\nDate: Tue, 10 Mar 2026 10:42:00 -0400\nContent-Length: ${figure}\n\n${unquoted}\n\n${fromLine()}\nFrom: b@example.org\nDate: Tue, 10 Mar 2026 10:43:00 -0400\n\nnext\n`;
    expect(counted((await read(told(length))).items)).toHaveLength(2);
    expect(counted((await read(told(7))).items)).toHaveLength(3);
  });

  test('read a Takeout mailbox with its labels and its threads', async () => {
    const opening = [
      'From 1792463784@xxx Tue Mar 10 14:42:00 +0000 2026',
      'From 1792463799@xxx Tue Mar 10 15:00:00 +0000 2026',
    ];
    const labels = 'X-Gmail-Labels: =?UTF-8?Q?Recibidos,Direcci=C3=B3n?=';
    const { items } = await read(
      mboxrd(
        [
          mail({ headers: ['X-GM-THRID: 1792463784', labels, 'Message-ID: <first@example.org>'] }),
          mail({ headers: ['X-GM-THRID: 1792463784', 'Message-ID: <second@example.org>'] }),
        ],
        '\r\n',
        opening,
      ),
    );
    expect(items[0]?.facts).toContainEqual({ label: 'Gmail labels', value: 'Recibidos,Dirección' });
    expect(items.map((item) => item.thread?.id)).toEqual(['first@example.org', 'first@example.org']);
  });

  test('join a thread in which each mail names only the one it answers', async () => {
    const answer = (id: string, to: string): string =>
      mail({ headers: [`Message-ID: <${id}@x>`, `In-Reply-To: <${to}@x>`] });
    const { items } = await read(
      mboxrd([mail({ headers: ['Message-ID: <a@x>'] }), answer('b', 'a'), answer('c', 'b')]),
    );
    expect(items.map((item) => item.thread?.id)).toEqual(['a@x', 'a@x', 'a@x']);
  });

  test('say which messages were deleted in Thunderbird but are still in its file', async () => {
    const { items } = await read(
      mboxrd([mail({ headers: ['X-Mozilla-Status: 0009'] }), mail({ headers: ['X-Mozilla-Status: 0001'] })]),
    );
    expect(items.map((item) => item.deleted)).toEqual([true, null]);
    expect(items[0]?.facts.at(-1)?.value).toContain('deleted in the mail program');
  });

  test('show the time of filing for a message without a date, as assumed', async () => {
    const { items, warnings } = await read(mboxrd([mail({ headers: ['Date: -'] })]));
    expect(items[0]?.sentAt).toMatchObject({ local: '2026-03-10T10:42:00', instant: null, certainty: 'assumed' });
    expect(warnings).toEqual([expect.stringContaining('Message 1: The message carries no readable date')]);
  });

  test('give attachments as members under their message, so that equal names stay apart', async () => {
    const part = 'Content-Type: image/png\r\nContent-Disposition: attachment; filename=a.png\r\n\r\nx';
    const one = mail({ headers: ['Content-Type: multipart/mixed; boundary=q'], body: multipart('q', [part]) });
    const { items, members } = await read(mboxrd([one, one]));
    expect(members.map((member) => member.name)).toEqual(['message 1/a.png', 'message 2/a.png']);
    expect(items.map((item) => item.attachments)).toEqual([['message 1/a.png'], ['message 2/a.png']]);
  });

  test('tell a warning of many messages once, with how many it is true of', async () => {
    const { warnings } = await read(mboxrd(Array.from({ length: 40 }, () => mail({ headers: ['Date: sometime'] }))));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('40 messages (the first is message 1)');
  });

  test('read the messages before the place where the file was cut off', async () => {
    const content = mboxrd(numberedMails(5));
    const { items } = await read(content.slice(0, content.length - 30));
    expect(counted(items)).toHaveLength(5);
  });

  test('read 10,000 messages in little more than the time of parsing them', async () => {
    const content = mboxrd(numberedMails(10_000));
    const before = performance.now();
    expect(counted((await read(content)).items)).toHaveLength(10_000);
    expect(performance.now() - before).toBeLessThan(8_000);
  });

  test('find again every message that was put in, whatever its words are', () => {
    const line = fc.oneof(
      fc.constantFrom('From here', '>From there', '>>From', '', 'From: x', fromLine(), '--', '.'),
      fc.string({ maxLength: 20 }).map((text) => text.replace(/[\r\n]/g, '')),
    );
    const words = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\r\n'));
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\r\n'), (bodies, breaks) => {
        const mails = bodies.map((body) => mail({ body: `${body}\r\nend` }));
        const found = [...splitMailbox(Buffer.from(mboxrd(mails, breaks)))];
        expect(found.map((each) => Buffer.from(each.bytes).toString().trimEnd())).toEqual(
          mails.map((each) => each.replaceAll('\r\n', breaks).trimEnd()),
        );
      }),
    );
  });
});

describe('messages of Apple Mail', () => {
  const plist = (flags: number): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict><key>flags</key><integer>${flags}</integer></dict></plist>\n`;

  test('are read between the count of bytes and the list of marks', async () => {
    const message = mail({ body: 'from the Mac' });
    const content = `${Buffer.byteLength(message)}      \n${message}${plist(8_590_195_713)}`;
    expect(readerFor(content, '123.txt')).toBe('emlx');
    const { items, warnings } = await readWith(appleMail, content);
    expect(items.map((item) => item.text)).toEqual(['from the Mac']);
    expect(items[0]?.facts).toContainEqual({ label: 'State in Apple Mail', value: 'read' });
    expect(warnings).toEqual([]);
  });

  test('say when one was deleted, and when the message is shorter than it should be', async () => {
    const message = mail({ body: 'gone' });
    const deleted = await readWith(appleMail, `${message.length}\n${message}${plist(3)}`);
    expect(deleted.items[0]?.deleted).toBe(true);
    const cut = await readWith(appleMail, `99999\n${message}`);
    expect(cut.warnings).toEqual([expect.stringContaining('may be cut off')]);
  });
});
