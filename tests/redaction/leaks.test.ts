import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { findLeaks, type LeakJob } from '../../src/engine/leaks/index.ts';
import { renderDocx } from '../../src/engine/referral/render/docx/render-docx.ts';
import { renderPdf } from '../../src/engine/referral/render/render-pdf.ts';
import { runTool, savePdf } from '../referral/pdf-tools.ts';
import { sampleNotice } from '../referral/sample-letter.ts';
import { photograph } from './redaction-case.ts';

/** A letter with a picture, of which a place was taken out or was not, and with a word planted somewhere. */
const box = { x: 0.3, y: 0.2, width: 0.2, height: 0.3 };
let photo: Buffer;
beforeAll(async () => {
  photo = await sharp(readFileSync(photograph)).resize({ width: 600 }).jpeg({ quality: 85 }).toBuffer();
});

const SECRET = { source: '(?<!\\p{L})wintergreen(?!\\p{L})', flags: 'giu', allowed: 0 };

interface Planted {
  readonly paragraph?: string;
  readonly title?: string;
  readonly alt?: string;
  readonly heading?: string;
  readonly covered?: boolean;
}

function inputWith({
  paragraph = 'Nothing.',
  title = 'A letter',
  alt = 'A hall',
  heading = 'Part',
  covered = true,
}: Planted) {
  const { parts: _, ...rest } = sampleNotice;
  const picture = {
    file: 'A-1',
    caption: 'As received.',
    words: { text: alt, language: 'en' },
    boxes: [],
    covered: covered ? [box] : [],
  };
  const blocks = [
    { block: 'paragraphs', text: [[paragraph]] },
    { block: 'picture', name: 'Exhibit A-1', picture },
  ];
  return {
    ...rest,
    title,
    parts: [{ id: 'one', heading, level: 1, anchor: null, startsPage: false, blocks }],
  };
}

async function made(format: 'pdf' | 'docx', planted: Planted): Promise<LeakJob> {
  const input = inputWith(planted);
  const job = { kind: input.kind, input, pictures: new Map([['A-1', photo]]), standard: 'both', format } as const;
  const { bytes } = format === 'pdf' ? await renderPdf(job) : await renderDocx(job);
  return { format, bytes, needles: [SECRET], pictures: [{ original: photo, covered: [box] }] };
}

const wheres = async (job: LeakJob) => (await findLeaks(job)).leaks.map(({ where }) => where);

describe.each(['pdf', 'docx'] as const)('a %s', (format) => {
  test('from which everything was taken out passes, and something was looked through', async () => {
    const report = await findLeaks(await made(format, {}));
    expect(report.leaks).toEqual([]);
    expect(report.letters).toBeGreaterThan(500);
    expect(report.images).toBe(1);
  });

  test.each<[string, Planted]>([
    ['in a paragraph', { paragraph: 'She lives near Wintergreen.' }],
    ['broken at a line’s end', { paragraph: `${'wide words '.repeat(9)} Winter-\ngreen stands here.` }],
    ['in a ligature-free and wide spelling', { paragraph: 'Near ＷＩＮＴＥＲＧＲＥＥＮ it was.' }],
    ['in the title', { title: 'About Wintergreen' }],
    ['in an alternative text', { alt: 'A sign that reads Wintergreen' }],
    ['in a heading', { heading: 'Wintergreen' }],
  ])('with a word left %s is refused', async (_, planted) => {
    expect((await wheres(await made(format, planted))).length).toBeGreaterThan(0);
  });

  test('with a place of its picture left is refused', async () => {
    expect(await wheres(await made(format, { covered: false }))).toEqual([
      format === 'pdf' ? expect.stringContaining('a picture on page') : expect.stringContaining('word/media/'),
    ]);
  });
});

test('a PDF with a word in an attachment, or in what describes it, is refused', async () => {
  const job = await made('pdf', {});
  const path = savePdf(job.bytes);
  const attached = savePdf(job.bytes).replace(/document\.pdf$/, 'Wintergreen.txt');
  const out = path.replace(/document\.pdf$/, 'attached.pdf');
  await import('node:fs').then(({ writeFileSync }) => writeFileSync(attached, 'Nothing of note.'));
  runTool('qpdf', [path, out, '--add-attachment', attached, '--filename=Wintergreen.txt', '--']);
  expect(await wheres({ ...job, bytes: readFileSync(out) })).toContain('the name of an attachment');
});

test('a Word file with camera data in a picture, or a word in a hidden part, is refused', async () => {
  const job = await made('docx', {});
  const parts = unzipSync(job.bytes);
  const media = Object.keys(parts).find((name) => name.startsWith('word/media/')) ?? '';
  const told = await sharp(parts[media])
    .withExif({ IFD0: { Artist: 'Wintergreen' } })
    .jpeg()
    .toBuffer();
  expect(await wheres({ ...job, bytes: zipSync({ ...parts, [media]: told }) })).toContain(`what describes ${media}`);
  const hidden = zipSync({ ...parts, 'customXml/item1.xml': strToU8('<a b="x">wintergreen</a>') });
  expect(await wheres({ ...job, bytes: hidden })).toContain('the text of customXml/item1.xml');
});

test('words of a policy stay as they are and count as often as they stand there', async () => {
  const job = await made('pdf', { paragraph: 'Wintergreen once.' });
  const allowed = (times: number) => ({ ...job, needles: [{ ...SECRET, allowed: times }] });
  expect(await wheres(allowed(1))).toEqual([]);
  const twice = await made('pdf', { paragraph: 'Wintergreen and Wintergreen.' });
  expect((await wheres({ ...twice, needles: [{ ...SECRET, allowed: 1 }] })).length).toBeGreaterThan(0);
});
