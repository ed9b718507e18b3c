import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { renderDocx } from '../../src/engine/referral/render/docx/render-docx.ts';
import { samplePictures } from './sample-exhibits.ts';
import { minimalReferral, sampleReferral } from './sample-input.ts';
import { representation, sampleNotice } from './sample-letter.ts';

const wordFile = async (input: typeof sampleReferral | typeof sampleNotice) =>
  (await renderDocx({ kind: input.kind, input, pictures: await samplePictures(), standard: 'both', format: 'docx' }))
    .bytes;

const partOf = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('a Word file', () => {
  test('has the same bytes for the same input, and no clock in it', async () => {
    const first = await wordFile(sampleReferral);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(sha256(await wordFile(sampleReferral))).toBe(sha256(first));
    expect(partOf(first, 'docProps/core.xml')).toContain(`${sampleReferral.date}T00:00:00Z`);
  }, 30_000);

  test('has real headings, tables whose header row repeats, and pictures with words', async () => {
    const xml = partOf(await wordFile(sampleReferral), 'word/document.xml');
    expect(xml).toContain('w:val="Heading1"');
    expect(xml).toContain('w:val="Heading2"');
    expect(xml.match(/<w:tbl>/g)?.length).toBe(xml.match(/<w:tblHeader/g)?.length);
    const pictures = xml.match(/<wp:docPr [^>]*>/g) ?? [];
    expect(pictures.length).toBe(sampleReferral.exhibits.flatMap((exhibit) => exhibit.pictures).length);
    for (const picture of pictures) expect(picture).toMatch(/descr="Exhibit A-\d+[^"]{20,}/);
  });

  test('links each citation to its exhibit', async () => {
    const xml = partOf(await wordFile(sampleReferral), 'word/document.xml');
    const targets = new Set([...xml.matchAll(/w:anchor="([^"]+)"/g)].map((match) => match[1]));
    const places = new Set([...xml.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map((match) => match[1]));
    expect(targets.size).toBeGreaterThan(2);
    for (const target of targets) expect(places).toContain(target);
  });

  test('says the language of a passage, and sets it from right to left where it is read so', async () => {
    const xml = partOf(await wordFile(sampleNotice), 'word/document.xml');
    expect(xml).toMatch(/<w:rtl\/>/);
    expect(xml).toMatch(/w:bidi="ar"/);
  });

  test('survives words that XML has no place for', async () => {
    const hostile = { ...sampleNotice, marking: 'a\u0000b\u0007c </w:t> & <script>' };
    const xml = partOf(await wordFile(hostile), 'word/document.xml');
    expect(xml).toContain('a[U+0000]b[U+0007]c &lt;/w:t&gt; &amp; &lt;script&gt;');
  });
});

/** LibreOffice's own reading of the file, as HTML. */
function convert(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-docx-'));
  writeFileSync(join(folder, 'file.docx'), bytes);
  const run = spawnSync(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'html',
      '--outdir',
      folder,
      join(folder, 'file.docx'),
    ],
    { encoding: 'utf8', timeout: 90_000 },
  );
  if (run.error !== undefined)
    throw new Error('soffice is needed for this test (apt-get install libreoffice-writer-nogui).');
  return readFileSync(join(folder, 'file.html'), 'utf8');
}

interface Node {
  readonly nodeName: string;
  readonly value?: string;
  readonly childNodes?: readonly Node[];
}

function wordsIn(node: Node): string {
  return (node.value ?? (node.childNodes ?? []).map(wordsIn).join('')).replace(/\s+/g, ' ');
}

function all(node: Node, names: readonly string[]): Node[] {
  const inside = (node.childNodes ?? []).flatMap((child) => all(child, names));
  return names.includes(node.nodeName) ? [node, ...inside] : inside;
}

describe('opened by another word processor', () => {
  test('the referral has the headings of its parts and as many tables as it was written with', async () => {
    const bytes = await wordFile(sampleReferral);
    const page: Node = parse(convert(bytes)) as Node;
    const headings = all(page, ['h1', 'h2']).map((heading) => wordsIn(heading).trim());
    for (const wanted of [
      'Summary',
      'The complaint',
      'Policies in force',
      'Allegations',
      'Exhibits',
      'Custody and verification',
    ]) {
      expect(headings).toContain(wanted);
    }
    for (const { number, title } of sampleReferral.allegations)
      expect(headings).toContain(`Allegation ${number}: ${title}`);
    const written = partOf(bytes, 'word/document.xml').match(/<w:tbl>/g)?.length ?? 0;
    expect(all(page, ['table']).length).toBe(written);
    const words = wordsIn(page);
    for (const policy of sampleReferral.policies) {
      for (const clause of policy.clauses) expect(words).toContain(clause.words.replace(/\s+/g, ' '));
    }
  }, 120_000);

  test('a letter and a case with nothing in it are whole', async () => {
    const letter = wordsIn(parse(convert(await wordFile(sampleNotice))) as Node);
    expect(letter).toContain(representation);
    expect(letter).toContain('Lucinda Farrow');
    const empty = wordsIn(parse(convert(await wordFile(minimalReferral))) as Node);
    expect(empty).toContain('No event was recorded.');
  }, 180_000);
});
