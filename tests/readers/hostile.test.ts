import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Reader } from '../../src/engine/intake/readers/reader.ts';
import { readers } from '../../src/engine/intake/readers/registry.ts';
import { makeHar, makeMhtml } from './made/captures.ts';
import { readWith } from './made/collect.ts';
import { mboxrd, numberedMails } from './made/mailboxes.ts';
import { mail, multipart } from './made/mails.ts';
import { makeDocx, makeOdf, makePptx, makeXlsx, paragraph } from './made/office.ts';
import { makeDoc, makePpt, makeXls } from './made/old-office.ts';
import { msgFile, usualMessage } from './made/outlook-files.ts';
import { postPage } from './made/pages.ts';
import { makePdf } from './made/pdfs.ts';
import { pstFile } from './made/pst-files.ts';
import { makeMp4 } from './made/recordings.ts';
import { makeSevenZip } from './made/seven-zips.ts';
import { soundExports } from './made/sound-exports.ts';
import { makeTar, paxRecord } from './made/tars.ts';
import { answer, makeWacz, makeWarc, record } from './made/web-archives.ts';
import { winmailFile } from './made/winmail-files.ts';
import { makeZip } from './made/zips.ts';

const noise = Buffer.from(Array.from({ length: 60 * 40 * 3 }, (_, index) => (index * 7919) % 251));
const drawn = (): Sharp => sharp(noise, { raw: { width: 60, height: 40, channels: 3 } });

const soundAnswer = record({
  type: 'response',
  url: 'https://a.example/',
  content: answer(postPage, ['WARC-Payload-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA']),
});

/** A sound file of each format, to be spoilt. */
const sound: Readonly<Record<string, () => Promise<Buffer>>> = {
  whatsapp: async () =>
    Buffer.from(
      '[13/03/2024, 08:00:01] Ana: hi\n\u200e[13/03/2024, 08:00:02] Ben: \u200e<attached: 1-PHOTO-2024-03-13-08-00-02.jpg>\n',
    ),
  eml: async () =>
    Buffer.from(
      mail({
        headers: ['Subject: =?utf-8?B?bWHDsQ==?=', 'Content-Type: multipart/mixed; boundary=x'],
        body: multipart('x', [
          'Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>a=3Db</p><blockquote>c</blockquote>',
          "Content-Type: image/png; name*=utf-8''a%20b.png\r\nContent-Transfer-Encoding: base64\r\n\r\naGVsbG8=",
          `Content-Type: message/rfc822\r\n\r\n${mail({ body: 'inner' })}`,
        ]),
      }),
    ),
  mbox: async () => Buffer.from(mboxrd(numberedMails(3))),
  emlx: async () => Buffer.from(`200\n${mail({ body: 'from the Mac' })}`),
  msg: async () => Buffer.from(msgFile({ ...usualMessage, attachments: [{ properties: [], message: usualMessage }] })),
  tnef: async () => winmailFile({ properties: usualMessage.properties }),
  pst: async () => pstFile({ folders: [{ name: 'Inbox', messages: [usualMessage] }] }),
  ics: async () =>
    Buffer.from('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;TZID=A:20260310T104200\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'),
  vcf: async () => Buffer.from('BEGIN:VCARD\r\nFN:Ana\r\nPHOTO;ENCODING=b:aGVs\r\n bG8=\r\nEND:VCARD\r\n'),
  picture: async () =>
    drawn()
      .png()
      .withExif({ IFD2: { DateTimeOriginal: '2026:03:10 10:42:07' } })
      .toBuffer(),
  pdf: async () =>
    makePdf({
      pages: [['one', 'two'], ['three']],
      info: { CreationDate: 'D:20260310' },
      attachment: { name: 'a.txt', content: 'x' },
    }),
  zip: async () =>
    makeZip([
      { name: 'a/b.txt', content: 'hello' },
      { name: 'c.txt', content: 'x'.repeat(500) },
    ]),
  tar: async () =>
    makeTar([
      { name: 'PaxHeaders/x', type: 'x', content: paxRecord('path', 'a/b.txt') },
      { name: 'b.txt', content: 'hello' },
    ]),
  packed: async () => makeSevenZip({ 'b.txt': 'hello '.repeat(200) }, ['-tbzip2']),
  '7z': async () => makeSevenZip({ 'b.txt': 'hello', 'c.txt': 'x'.repeat(500) }),
  recording: async () => makeMp4({ seconds: 5, madeAt: 1_773_000_000, appleDate: '2026-03-10T10:42:05-0400' }),
  captions: async () =>
    Buffer.from('1\n00:00:01,000 --> 00:00:02,500\nHello\n\n2\n00:00:03,000 --> 00:00:04,000\nclass\n'),
  gzip: async () => gzipSync(makeTar([{ name: 'b.txt', content: 'hello' }])),
  csv: async () => Buffer.from('Date;From;Message\n13/03/2024 08:00;Ana;"a;b ""c"""\n2024-03-13;Ben;d\n'),
  docx: async () => makeDocx({ body: paragraph('one') + paragraph('two') }),
  pptx: async () => makePptx([{ text: 'one', notes: 'two' }, { text: 'three' }]),
  xlsx: async () =>
    makeXlsx({
      sheets: [
        {
          name: 'A',
          rows: [
            ['Date', 'From', 'Message'],
            [{ value: 46_091, style: 1 }, 'Ana', 'hi'],
          ],
        },
      ],
    }),
  odf: async () => makeOdf({ kind: 'text', body: '<text:p>one</text:p><text:p>two</text:p>' }),
  rtf: async () => Buffer.from("{\\rtf1\\ansi{\\fonttbl{\\f0 A;}}\\f0 se\\'f1ora\\par{\\footnote x}\\u8364?}"),
  'office-old': async () => Buffer.from(makeDoc({ wide: 'Dear señora,', narrow: ' hello' })),
  mhtml: async () => makeMhtml(),
  har: async () => Buffer.from(makeHar()),
  warc: async () => makeWarc([soundAnswer, soundAnswer], true),
  wacz: async () =>
    makeWacz({ warc: makeWarc([soundAnswer]), pages: [{ url: 'https://a.example/', title: 'x' }], signed: 'well' }),
  html: async () => Buffer.from(postPage),
  text: async () => Buffer.from('Notes, señora.\n'),
  ...soundExports,
};

interface Spoil {
  readonly at: number;
  readonly byte: number;
  readonly kind: 'flip' | 'cut' | 'insert' | 'repeat';
}

const spoils = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    byte: fc.integer({ min: 0, max: 255 }),
    kind: fc.constantFrom('flip', 'flip', 'flip', 'cut', 'insert', 'repeat'),
  }),
  { minLength: 1, maxLength: 4 },
);

function spoilt(bytes: Buffer, spoil: Spoil): Buffer {
  const at = Math.min(bytes.length - 1, Math.floor(spoil.at * bytes.length));
  if (at < 0) return bytes;
  if (spoil.kind === 'cut') return bytes.subarray(0, at);
  if (spoil.kind === 'insert')
    return Buffer.concat([bytes.subarray(0, at), Buffer.alloc(9, spoil.byte), bytes.subarray(at)]);
  if (spoil.kind === 'repeat') return Buffer.concat([bytes, bytes.subarray(at)]);
  const copy = Buffer.from(bytes);
  copy[at] = spoil.byte;
  return copy;
}

const also = async (format: 'jpeg' | 'webp' | 'gif'): Promise<Buffer> => drawn().toFormat(format).toBuffer();

/** A spoilt file costs one outcome: values or a refusal in words, never an exception. */
async function survives(reader: Reader, make: () => Promise<Buffer>, runs: number): Promise<void> {
  const good = await make();
  await fc.assert(
    fc.asyncProperty(spoils, async (each) => {
      const bytes = each.reduce(spoilt, good);
      const found = await readWith(reader, bytes, 'spoilt');
      const told = found.items.length + found.members.length + found.refused.length + found.unreadable.length;
      const words = found.refusal ?? found.warnings.join(' ');
      expect(told > 0 || words.length > 20).toBe(true);
    }),
    { numRuns: runs, seed: 20260310 },
  );
}

describe('spoilt files', () => {
  for (const reader of readers) {
    const make = sound[reader.id];
    test(`of the format ${reader.id} end in words, never in an exception`, async () => {
      expect(make).toBeDefined();
      if (make !== undefined) await survives(reader, make, 150);
    }, 120_000);
  }

  test.each(['jpeg', 'webp', 'gif'] as const)(
    'of the picture format %s end in words, never in an exception',
    async (format) => {
      const [picture] = readers.filter((reader) => reader.id === 'picture');
      if (picture !== undefined) await survives(picture, () => also(format), 100);
    },
    120_000,
  );

  test.each([
    [
      'xls',
      () =>
        makeXls([
          ['Date', 'From', 'Message'],
          [46_091, 'Ana', 'hi'],
        ]),
    ],
    ['ppt', () => makePpt(['one', 'two'])],
  ] as const)(
    'of the old Office format %s end in words, never in an exception',
    async (_, make) => {
      const [reader] = readers.filter((each) => each.id === 'office-old');
      if (reader !== undefined) await survives(reader, async () => Buffer.from(make()), 150);
    },
    120_000,
  );
});
