import OtherReader from '@kenjiuno/msgreader';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outlookMessage } from '../../src/engine/intake/readers/outlook-message.ts';
import { writeCompoundFile } from '../../src/engine/intake/readers/shared/container/write-compound-file.ts';
import { unpackRtf } from '../../src/engine/intake/readers/shared/outlook/rtf-packing.ts';
import { readRtf } from '../../src/engine/intake/readers/shared/rtf/rtf-page.ts';
import { readerFor, readWith } from './made/collect.ts';
import { cms } from './made/mailboxes.ts';
import { mail } from './made/mails.ts';
import { type MadeMessage, msgFile, usualMessage } from './made/outlook-files.ts';

const read = (message: MadeMessage) => readWith(outlookMessage, msgFile(message), 'mail.msg');

/** A usual message with some properties put in the place of its own. */
function changed(...properties: MadeMessage['properties']): MadeMessage {
  const ids = new Set(properties.map(([id]) => id));
  return { ...usualMessage, properties: [...usualMessage.properties.filter(([id]) => !ids.has(id)), ...properties] };
}

/** Rich text as Outlook packs it, without packing (the kind MELA). */
function rich(text: string): Uint8Array {
  const words = Buffer.from(text, 'latin1');
  const header = Buffer.alloc(16);
  header.writeUInt32LE(words.length + 12, 0);
  header.writeUInt32LE(words.length, 4);
  header.write('MELA', 8, 'latin1');
  return Buffer.concat([header, words]);
}

describe('Outlook messages', () => {
  test('give one item with sender, recipients in order, time and words, whatever the file is called', async () => {
    expect(readerFor(msgFile(usualMessage), 'mail.doc')).toBe('msg');
    const { items, warnings } = await read(usualMessage);
    expect(warnings).toEqual([]);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      kind: 'email',
      platform: 'email',
      author: { name: 'Dana Whitfield', handle: 'dana.whitfield@example.org' },
      recipients: [
        { name: 'Jose Ruiz', handle: 'jose@example.org' },
        { name: 'Ana Ruiz', handle: 'ana@example.org' },
      ],
      title: 'Field trip',
      text: 'The bus leaves at 8.\nBring a coat.',
      sentAt: { instant: '2026-03-10T14:42:00Z', basis: 'epoch', certainty: 'stated' },
      thread: { id: 'trip-1@example.org', title: 'Field trip' },
    });
  });

  test('are known even where their list of parts lies at the end of a long file', async () => {
    const long = {
      ...usualMessage,
      attachments: [
        {
          properties: [
            [0x3707, 'a'],
            [0x3701, Buffer.alloc(300_000)],
          ] as const,
        },
      ],
    };
    expect(readerFor(msgFile(long), 'unnamed')).toBe('msg');
  });

  test('agree with another reader of Outlook messages', async () => {
    const attachment = {
      properties: [
        [0x3707, 'list.csv'],
        [0x3705, 1],
        [0x3701, Buffer.from('a,b')],
      ] as const,
    };
    const bytes = msgFile({ ...usualMessage, attachments: [attachment] });
    const other = new OtherReader(new DataView(Uint8Array.from(bytes).buffer)).getFileData();
    const { items, members } = await readWith(outlookMessage, bytes);
    expect(items[0]?.title).toBe(other.subject);
    expect(items[0]?.text).toBe(other.body?.replaceAll('\r\n', '\n'));
    expect(items[0]?.author?.name).toBe(other.senderName);
    expect(items[0]?.recipients.map((each) => each.name).toSorted()).toEqual(
      other.recipients?.map((each) => each.name).toSorted(),
    );
    expect(members.map((member) => member.name)).toEqual(other.attachments?.map((each) => each.fileName));
  });

  test('keep the sender’s own distance from UTC where the headers tell the same instant', async () => {
    const headers = mail({}).replace('\r\n\r\n', '');
    const { items } = await read(changed([0x007d, headers]));
    expect(items[0]?.sentAt).toMatchObject({ local: '2026-03-10T10:42:00', zone: '-04:00', basis: 'offset' });
  });

  test('take the address of the headers where the file has only a name of the directory', async () => {
    const { items } = await read(changed([0x0065, '/O=SCHOOL/CN=DANA'], [0x007d, mail({})]));
    expect(items[0]?.author).toEqual({ name: 'Dana Whitfield', handle: 'dana.whitfield@example.org' });
    const without = await read(changed([0x0065, '/O=SCHOOL/CN=DANA'], [0x0c1f, '/O=SCHOOL/CN=DANA']));
    expect(without.items[0]?.author?.handle).toBe('/O=SCHOOL/CN=DANA');
  });

  test('read letters of the code page that the message names', async () => {
    const ansi = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);
    const { items } = await read(changed([0x1000, { ansi }], [0x3ffd, 1251]));
    expect(items[0]?.text).toBe('Привет');
  });

  test('give no time for a draft but that of its making, and none for the years that mean nothing', async () => {
    const never = { int64: 0x0cb34557a3dd4000n };
    const made = new Date('2026-03-09T08:00:00Z');
    const draft = changed([0x0039, never], [0x0e06, { int64: 0n }], [0x3007, made], [0x0e07, 8]);
    const { items, warnings } = await read(draft);
    expect(items[0]?.sentAt).toMatchObject({ instant: '2026-03-09T08:00:00Z', certainty: 'assumed' });
    expect(items[0]?.facts).toContainEqual({ label: 'State', value: 'a draft that was not sent' });
    expect(warnings[0]).toContain('no time of sending');
  });

  test('are contacts where Outlook says so, with the numbers among the words', async () => {
    const { items } = await read(changed([0x001a, 'IPM.Contact'], [0x3a1c, '+1 203 555 0100'], [0x1000, 'coach']));
    expect(items[0]).toMatchObject({
      kind: 'contact',
      platform: 'contacts',
      text: 'Mobile telephone: +1 203 555 0100\ncoach',
    });
  });

  test('find the words of a message that has only rich text', async () => {
    const { items } = await read(
      changed(
        [0x1000, ''],
        [
          0x1009,
          rich(
            "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\\f0 Dear parents\\par see you \\'93then\\'94 \\u8364?5}",
          ),
        ],
      ),
    );
    expect(items[0]?.text).toBe('Dear parents\nsee you “then” €5');
  });

  test('find the page that a rich text was made from, without what it says twice', async () => {
    const page =
      '{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 {\\*\\htmltag19 <html>}{\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 Dear parents{\\*\\htmltag72 </p>}\\htmlrtf\\par}\\htmlrtf0 {\\*\\htmltag84 <img src="http://tracker.example/x.gif">}{\\*\\htmltag58 </html>}}';
    const { items } = await read(changed([0x1000, ''], [0x1009, rich(page)]));
    expect(items[0]?.text).toBe('Dear parents');
    expect(items[0]?.facts).toContainEqual({ label: 'Remote content, not fetched', value: 'tracker.example' });
  });

  test('give attachments as members, and a message inside a message inside a message as files of their own', async () => {
    const inner: MadeMessage = {
      ...usualMessage,
      properties: [
        [0x001a, 'IPM.Note'],
        [0x0037, 'Innermost'],
        [0x1000, 'deep words'],
      ],
    };
    const middle: MadeMessage = {
      ...changed([0x0037, 'Middle']),
      attachments: [{ properties: [[0x3001, 'Innermost']], message: inner }],
    };
    const outer: MadeMessage = {
      ...usualMessage,
      attachments: [
        {
          properties: [
            [0x3707, 'photo.jpg'],
            [0x3705, 1],
            [0x3701, Buffer.alloc(9000, 7)],
          ],
        },
        { properties: [[0x3001, 'Middle']], message: middle },
      ],
    };
    const first = await read(outer);
    expect(first.items).toHaveLength(1);
    expect(first.members.map((member) => [member.name, member.bytes.length > 4000])).toEqual([
      ['photo.jpg', true],
      ['Middle.msg', true],
    ]);
    const second = await readWith(outlookMessage, first.members[1]?.bytes ?? '');
    expect(second.items[0]?.title).toBe('Middle');
    expect(second.items[0]?.sentAt?.instant).toBe('2026-03-10T14:42:00Z');
    const third = await readWith(outlookMessage, second.members[0]?.bytes ?? '');
    expect(third.items[0]?.text).toBe('deep words');
  });

  test('say of an attachment by reference where it lay, and fetch nothing', async () => {
    const { refused, members } = await read({
      ...usualMessage,
      attachments: [
        {
          properties: [
            [0x3707, 'plan.docx'],
            [0x3705, 2],
            [0x370d, '\\\\server\\share\\plan.docx'],
          ],
        },
      ],
    });
    expect(members).toEqual([]);
    expect(refused).toMatchObject([
      { name: 'plan.docx', because: expect.stringContaining('\\\\server\\share\\plan.docx') },
    ]);
  });

  test('open a signed message, and say that an encrypted one is', async () => {
    const inside = Buffer.from('Content-Type: text/plain\r\n\r\nsigned words');
    const make = (kind: 2 | 3): MadeMessage => ({
      ...changed([0x001a, 'IPM.Note.SMIME'], [0x1000, '']),
      attachments: [
        {
          properties: [
            [0x3707, 'smime.p7m'],
            [0x3705, 1],
            [0x3701, cms(kind, inside)],
          ],
        },
      ],
    });
    const signed = await read(make(2));
    expect(signed.items[0]?.text).toBe('signed words');
    expect(signed.items[0]?.facts).toContainEqual({ label: 'Signature', value: 'signed (S/MIME); not checked' });
    const sealed = await read(make(3));
    expect(sealed.facts.encrypted).toBe(true);
    expect(sealed.warnings[0]).toContain('encrypted');
  });

  test('read a long message whose allocation table does not fit into its header', async () => {
    const { items, members } = await read({
      ...changed([0x1000, 'word '.repeat(200_000)]),
      attachments: [
        {
          properties: [
            [0x3707, 'film.mp4'],
            [0x3705, 1],
            [0x3701, Buffer.alloc(8_000_000, 3)],
          ],
        },
      ],
    });
    expect(items[0]?.text).toHaveLength(999_999);
    expect(members[0]?.bytes.every((byte) => byte === 3)).toBe(true);
  });

  test('do not hand on the same bytes hundreds of times over', async () => {
    const attachment = (length: number) => ({
      properties: [
        [0x3707, 'a.bin'],
        [0x3705, 1],
        [0x3701, Buffer.alloc(length, 1)],
      ] as const,
    });
    const attachments = [attachment(400_000), ...Array.from({ length: 300 }, () => attachment(10))];
    const bytes = Buffer.from(msgFile({ ...usualMessage, attachments }));
    const name = Buffer.from('__substg1.0_37010102', 'utf16le');
    const entries: number[] = [];
    for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 128)) entries.push(at);
    const long = entries.find((at) => bytes.readUInt32LE(at + 120) === 400_000) ?? 0;
    // Every attachment now points to the long one.
    for (const at of entries) bytes.copy(bytes, at + 116, long + 116, long + 124);
    const { members, refused } = await readWith(outlookMessage, bytes);
    const total = members.reduce((sum, member) => sum + member.bytes.length, 0);
    expect(total).toBeLessThanOrEqual(bytes.length * 100);
    expect(members.length + refused.length).toBe(301);
    expect(refused[0]?.because).toContain('more than 100 times');
  });

  test('refuse what is no message in words, and end on chains that run in circles', async () => {
    const document = writeCompoundFile([{ name: 'WordDocument', bytes: Buffer.from('x') }]);
    expect(readerFor(document, 'letter.msg')).not.toBe('msg');
    expect((await readWith(outlookMessage, document)).refusal).toContain('missing or damaged');
    const circle = Buffer.from(msgFile(usualMessage));
    const table = (circle.readUInt32LE(76) + 1) * 512;
    for (let index = 0; index < 12; index += 1) circle.writeUInt32LE(0, table + index * 4);
    const found = await readWith(outlookMessage, circle);
    expect(found.items.length === 1 || found.refusal !== null).toBe(true);
  });

  test('answer every cut and every flipped byte with items or a refusal, never with a crash', async () => {
    const whole = Buffer.from(
      msgFile({ ...usualMessage, attachments: [{ properties: [[0x3001, 'in']], message: usualMessage }] }),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), async (at, value, cut) => {
        const bytes = cut ? whole.subarray(0, at) : Buffer.from(whole);
        if (!cut) bytes[at] = value;
        const found = await readWith(outlookMessage, bytes);
        expect(found.items.length > 0 || found.refusal !== null).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('rich text of Outlook', () => {
  test('is unpacked as its description shows', () => {
    // The worked example of MS-OXRTFCP, section 3.1.1.
    const packed = Buffer.from(
      '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
      'hex',
    );
    expect(Buffer.from(unpackRtf(packed, 1000) ?? []).toString('latin1')).toBe(
      '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n',
    );
  });

  test('reads letters of fonts with a set of their own, also of two bytes', () => {
    const text =
      "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset128 C;}}\\f0 a\\'e9 {\\f1\\'cf\\'f0} {\\f2\\'93\\'fa}}";
    expect(readRtf(Buffer.from(text, 'latin1')).text).toBe('aé Пр 日');
  });

  test('never fails, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('{', '}', '\\', "\\'", '\\u', '\\*\\htmltag', '\\htmlrtf', '\\bin9 ', 'x', '-1', '\\f'),
        ),
        (parts) => {
          expect(typeof readRtf(Buffer.from(parts.join(''))).text).toBe('string');
        },
      ),
    );
  });
});
