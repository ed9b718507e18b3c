import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { peekAt, recognise } from '../../src/engine/intake/detect.ts';
import { readers } from '../../src/engine/intake/readers/registry.ts';
import { zipOf } from '../custody/evidence-case.ts';
import { root } from '../engine/desk.ts';
import { hostileArchives } from '../hostile/made/archives.ts';
import { hostileDocuments } from '../hostile/made/documents.ts';
import { hostileMails } from '../hostile/made/mails.ts';
import { hostileOthers } from '../hostile/made/others.ts';
import { hostilePages } from '../hostile/made/pages.ts';
import { makeHar, makeMhtml } from '../readers/made/captures.ts';
import { jsonSamples } from '../readers/made/export-samples.ts';
import { metaBox, metaMessage, metaPage } from '../readers/made/exports.ts';
import { mboxrd, numberedMails } from '../readers/made/mailboxes.ts';
import { mail, multipart } from '../readers/made/mails.ts';
import { makeDocx, makeOdf, makePptx, makeXlsx, paragraph } from '../readers/made/office.ts';
import { makeDoc, makePpt, makeXls } from '../readers/made/old-office.ts';
import { msgFile, usualMessage } from '../readers/made/outlook-files.ts';
import { postPage } from '../readers/made/pages.ts';
import { makePdf } from '../readers/made/pdfs.ts';
import { plainPicture } from '../readers/made/pictures.ts';
import { pstFile } from '../readers/made/pst-files.ts';
import { makeMp4, makeWav } from '../readers/made/recordings.ts';
import { makeSevenZip } from '../readers/made/seven-zips.ts';
import { smsesXml, smsXml } from '../readers/made/sms.ts';
import { soundExports } from '../readers/made/sound-exports.ts';
import { makeTar } from '../readers/made/tars.ts';
import { answer, makeWacz, makeWarc, record } from '../readers/made/web-archives.ts';
import { winmailFile } from '../readers/made/winmail-files.ts';
import type { Seed } from './seed-files.ts';

/** A larger file is tried too seldom to find anything. */
const LARGEST = 300_000;

/** Writes the files to change into a folder, those of each reader in one of their own, for every process to read. */
export async function writeSeeds(folder: string): Promise<void> {
  for (const [reader, seeds] of await seedsByReader()) {
    mkdirSync(join(folder, reader), { recursive: true });
    for (const [n, seed] of seeds.entries())
      writeFileSync(join(folder, reader, `${n} ${basename(seed.name)}`), seed.bytes);
  }
}

/** By the reader that takes each as it is. */
async function seedsByReader(): Promise<ReadonlyMap<string, readonly Seed[]>> {
  const found = new Map<string, Seed[]>();
  for (const seed of [...samples(), ...(await made()), ...(await hostile())]) {
    if (seed.bytes.length === 0 || seed.bytes.length > LARGEST) continue;
    const reader = recognise(peekAt(seed.name, seed.bytes), readers)?.reader.id;
    if (reader !== undefined) found.set(reader, [...(found.get(reader) ?? []), seed]);
  }
  return found;
}

function samples(): readonly Seed[] {
  const folder = join(root, 'resources', 'samples');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && statSync(path).size <= LARGEST)
    .map((path) => ({ name: path, bytes: readFileSync(path) }));
}

async function hostile(): Promise<readonly Seed[]> {
  const all = [
    ...(await hostileArchives()),
    ...hostileMails,
    ...hostilePages,
    ...hostileDocuments(),
    ...(await hostileOthers()),
  ];
  return all.map(({ name, content }) => ({ name, bytes: Buffer.from(content) }));
}

async function made(): Promise<readonly Seed[]> {
  const seed = (name: string, content: string | Uint8Array): Seed => ({ name, bytes: Buffer.from(content) });
  const letter = mail({
    headers: ['Content-Type: multipart/mixed; boundary=x'],
    body: multipart('x', ['Text', 'More']),
  });
  const warc = makeWarc([
    record({ type: 'response', url: 'https://example.org/', content: answer(postPage, ['Content-Type: text/html']) }),
  ]);
  const tar = makeTar([{ name: 'a/note.txt', content: 'A note.' }]);
  const { gzipSync } = await import('node:zlib');
  return [
    ...Object.entries(jsonSamples).map(([name, value]) => seed(`${name}.json`, JSON.stringify(value, null, 1))),
    ...(await Promise.all(
      Object.entries(soundExports).map(async ([name, make]) => seed(`${name}.txt`, new Uint8Array(await make()))),
    )),
    seed('messages.html', metaPage('Ana', [metaBox(metaMessage('Ana', 'Hello', 'Mar 12, 2024 5:41 PM'))])),
    seed('mail.mbox', mboxrd(numberedMails(3))),
    seed('mail.eml', letter),
    seed('a.docx', makeDocx({ body: paragraph('Words') })),
    seed('a.pptx', makePptx([])),
    seed('a.odt', makeOdf({ kind: 'text', body: '<text:p>Words</text:p>' })),
    seed('a.xlsx', makeXlsx({ sheets: [] })),
    seed('a.doc', makeDoc({ wide: 'Words of an old document' })),
    seed('a.xls', makeXls([['a', 1]])),
    seed('a.ppt', makePpt(['Words'])),
    seed('a.msg', msgFile(usualMessage)),
    seed('a.pst', pstFile({ folders: [{ name: 'Inbox', messages: [usualMessage] }] })),
    seed('winmail.dat', winmailFile({ properties: [] })),
    seed('a.pdf', makePdf({ pages: [['A line', 'Another']] })),
    seed('a.png', new Uint8Array(await plainPicture(40, 30).png().toBuffer())),
    seed('a.jpg', new Uint8Array(await plainPicture(40, 30).jpeg().toBuffer())),
    seed('a.mp4', makeMp4({ seconds: 3, madeAt: 1_710_279_667, captions: { as: 'tx3g', words: ['Hello'] } })),
    seed('a.wav', makeWav(1)),
    seed('a.7z', await makeSevenZip({ 'note.txt': 'A note.' })),
    seed('a.zip', await zipOf({ 'note.txt': 'A note.', 'deep/mail.eml': letter })),
    seed('sms.xml', smsesXml([smsXml({ address: '+12035550100', date: 1_710_279_667_000, type: 1, body: 'Hi' })])),
    seed('a.tar', tar),
    seed('a.tgz', gzipSync(tar)),
    seed('a.warc', warc),
    seed('a.wacz', makeWacz({ warc, pages: [{ url: 'https://example.org/', title: 'A page' }] })),
    seed('a.mhtml', makeMhtml()),
    seed('a.har', makeHar()),
    seed('a.html', postPage),
    seed('a.rtf', '{\\rtf1\\ansi\\deff0 {\\fonttbl {\\f0 Arial;}} Words \\u8212? and \\b more\\b0 .\\par}'),
    seed('a.vcf', 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Ruiz\r\nTEL:+12035550100\r\nEND:VCARD\r\n'),
    seed(
      'a.ics',
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260310T104200Z\r\nSUMMARY:Game\r\nRRULE:FREQ=DAILY;COUNT=3\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    ),
    seed('a.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n'),
    seed('chat.txt', '1/2/26, 10:42 - Mia: hello\n1/2/26, 10:43 - Coach Ray: hi\nand more\n'),
    seed('a.csv', 'From,Date,Message\nRay,2026-01-02 08:00,row\n"Mia","2026-01-02 08:01","a ""quoted"" row"\n'),
  ];
}
