import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { simpleParser } from 'mailparser';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { fromBufferPromise } from 'yauzl';
import { seenByParent } from '../../scripts/make-samples/cafeteria-joke/build.ts';
import * as screens from '../../scripts/make-samples/harbor-night/screens.ts';
import { letterLines, seenByLetter } from '../../scripts/make-samples/staff-lot/words.ts';
import { type Incident, samplesFolder } from './story-schema.ts';

/** What was drawn into each picture; reading it back is the OCR reader's own test. */
const pictures: Readonly<Record<string, object>> = {
  'IMG_4466.PNG': screens.octoberTexts,
  'IMG_4469.PNG': screens.novemberTexts,
  'IMG_4471.PNG': screens.januaryTexts,
  'IMG_0317.PNG': screens.worryStory,
  'IMG_2210.PNG': screens.followList,
  'Screenshot_20251204-192644_Instagram.png': screens.followNotices,
  'Screenshot_20260118-203311_Facebook.png': screens.openMicPost,
  'Screenshot_20260130-174810_Messages.png': screens.sonTexts,
  'school page nov 2.jpg': screens.turfPost,
  'IMG_0931.PNG': seenByParent,
  'IMG_0932.PNG': seenByParent,
  'IMG_0933.PNG': seenByParent,
  'page from the group.png': seenByLetter,
  'letter, page 1.jpg': { letterLines },
};

export function readSample(incident: Incident, file: string): Buffer {
  return readFileSync(path.join(samplesFolder, incident, 'inbox', file));
}

/** The entries of a zip by name. @throws when the archive is damaged */
export async function entriesOf(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const entries = new Map<string, Buffer>();
  const archive = await fromBufferPromise(bytes);
  for await (const entry of archive.eachEntry()) {
    entries.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)));
  }
  return entries;
}

export async function attachmentsOf(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const mail = await simpleParser(bytes);
  return new Map(mail.attachments.map((each) => [each.filename ?? '', each.content]));
}

/** The text layer of a PDF, pages and runs joined by single spaces. */
export async function pdfWords(bytes: Buffer): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const words: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const content = await (await pdf.getPage(number)).getTextContent();
    for (const run of content.items) words.push('str' in run ? run.str : '');
  }
  return words.join(' ').replaceAll(/\s+/g, ' ');
}

/** The words in the parts of an office file, each run apart. */
async function officeWords(bytes: Buffer): Promise<string> {
  const parts = [...(await entriesOf(bytes)).entries()].filter(([name]) => /document|sheet\d/.test(name));
  return parts.map(([, part]) => part.toString('utf8').replaceAll(/<[^>]+>/g, ' ')).join('\n');
}

/** All words of a source, as `story.yaml` names it (`CONTAINER!/MEMBER` for a member). */
export async function wordsOfSource(incident: Incident, file: string): Promise<string> {
  const [outer = '', member] = file.split('!/');
  const bytes = readSample(incident, outer);
  if (member?.endsWith('.txt') === true) return (await entriesOf(bytes)).get(member)?.toString('utf8') ?? '';
  const scene = pictures[path.posix.basename(member ?? outer)];
  if (scene !== undefined) return screens.wordsOf(scene).join('\n');
  if (/\.(docx|xlsx)$/.test(outer)) return officeWords(bytes);
  if (outer.endsWith('.pdf')) return pdfWords(bytes);
  if (outer.endsWith('.eml')) return (await simpleParser(bytes)).text ?? '';
  return bytes.toString('utf8');
}
