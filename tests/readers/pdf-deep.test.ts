import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { pdfDocument } from '../../src/engine/intake/readers/pdf-document.ts';
import { readWith } from './made/collect.ts';
import { makePdf } from './made/pdfs.ts';

const read = (bytes: Uint8Array) => readWith(pdfDocument, bytes, 'letter.pdf');
const line = (text: string, y: number): string => `BT /F1 14 Tf 1 0 0 1 72 ${y} Tm (${text}) Tj ET`;

function factsOf(item: { facts: { label: string; value: string }[] } | undefined): Record<string, string> {
  return Object.fromEntries((item?.facts ?? []).map(({ label, value }) => [label, value]));
}

/** An ellipse in a box, of four curves. */
function ellipse(left: number, bottom: number, right: number, top: number): string {
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  const corners = [
    [left, y],
    [left, top, left, top, x, top],
    [right, top, right, top, right, y],
    [right, bottom, right, bottom, x, bottom],
    [left, bottom, left, bottom, left, y],
  ];
  return corners.map((each, index) => `${each.join(' ')} ${index === 0 ? 'm' : 'c'}`).join(' ');
}

describe('words of a PDF that nobody sees', () => {
  test('under a black box are read, reported, and named by page', async () => {
    const drawing = `${line('the student is', 700)} ${line('Mia Torres', 660)} 0 0 0 rg 70 655 90 20 re f ${line('in grade seven', 620)}`;
    const { items, warnings } = await read(makePdf({ pages: [], drawings: [drawing] }));
    expect(items[0]?.text).toContain('Mia Torres');
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('Words lie under boxes or pictures on page 1');
    expect(factsOf(items[0])['Under boxes on page 1']).toBe('Mia Torres');
  });

  test('on a box or a round shape, under a marker pen or beside a box are not taken for hidden', async () => {
    const drawings = [
      `1 1 0 rg 70 695 200 20 re f 0 g ${line('on a yellow box', 700)}`,
      `${line('under a marker', 700)} /Faint gs 1 1 0 rg 70 695 200 20 re f`,
      `${line('beside', 700)} 0 g 300 695 90 20 re f`,
      `0 0 1 rg 70 695 200 20 re f 1 1 1 rg ${line('white on blue', 700)}`,
      `0 0 1 rg ${ellipse(70, 690, 270, 720)} f 1 1 1 rg ${line('white on round', 700)}`,
    ];
    expect((await read(makePdf({ pages: [], drawings }))).warnings).toEqual([]);
  });

  test('under a box that lies on the page as a note are reported too', async () => {
    const notes = ['/Subtype /Square /Rect [70 695 200 715] /IC [0 0 0] /C [0 0 0]'];
    const { warnings } = await read(makePdf({ pages: [['Mia Torres']], drawings: [line('Mia Torres', 700)], notes }));
    expect(warnings[0]).toContain('Words lie under boxes');
  });

  test('never drawn or white on white are reported', async () => {
    const drawing = `${line('shown', 700)} BT 3 Tr /F1 12 Tf 72 650 Td (never drawn) Tj ET 1 1 1 rg BT 0 Tr /F1 12 Tf 72 600 Td (white on white) Tj ET`;
    const { items, warnings } = await read(makePdf({ pages: [], drawings: [drawing] }));
    expect(warnings).toEqual(['Words that cannot be seen stand on page 1; they were read.']);
    expect(factsOf(items[0])['Unseen on page 1']).toBe('never drawn / white on white');
  });

  test('laid behind the picture of a scanned page are known as the work of a program', async () => {
    const picture = { width: 8, height: 8, grey: Buffer.alloc(64, 255) };
    const drawing = `q 612 0 0 792 0 0 cm /Im1 Do Q BT 3 Tr /F1 12 Tf 72 650 Td (recognised) Tj ET`;
    const { warnings } = await read(makePdf({ pages: [], drawings: [drawing], picture }));
    expect(warnings).toEqual([
      'The letters of page 1 were laid behind pictures by a program that recognises letters; they may be wrong.',
    ]);
  });
});

describe('what lies on the pages of a PDF', () => {
  test('comments are kept with author, date and page; popups are not', async () => {
    const notes = [
      "/Subtype /Text /Rect [0 0 20 20] /T (Ana Ruiz) /Contents (Is this sure?) /CreationDate (D:20260310104200-04'00')",
      '/Subtype /Popup /Rect [0 0 20 20]',
    ];
    const { items } = await read(makePdf({ pages: [['words']], notes }));
    expect(items[0]?.text).toBe("words\n\n[Comments]\nPage 1, Ana Ruiz (D:20260310104200-04'00'): Is this sure?");
  });

  test('addresses behind words are kept', async () => {
    const notes = ['/Subtype /Link /Rect [0 0 20 20] /A << /S /URI /URI (https://social.example.com/posts/77) >>'];
    const { items } = await read(makePdf({ pages: [['see the post']], notes }));
    expect(items[0]?.text).toBe('see the post\n\n[Links]\nhttps://social.example.com/posts/77');
  });

  test('values of a form are kept with the names of their fields', async () => {
    const notes = [
      '/Subtype /Widget /FT /Tx /T (Name of student) /V (Mia Torres) /Rect [0 0 20 20]',
      '/Subtype /Widget /FT /Tx /T (Empty) /Rect [0 0 20 20]',
    ];
    const { items } = await read(makePdf({ pages: [['Form']], notes }));
    expect(items[0]?.text).toBe('Form\n\n[Form]\nName of student: Mia Torres');
  });

  test('scripts are said to be there and not run', async () => {
    const catalog = '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>';
    const { warnings } = await read(makePdf({ pages: [['x']], catalog }));
    expect(warnings).toEqual(['The PDF holds scripts or actions that start something; none was run.']);
  });

  test('the address and the time that a browser prints at the edges are facts, and the address is that of the item', async () => {
    const drawing = `BT /F1 8 Tf 24 775 Td (3/4/24, 9:41 AM) Tj ET ${line('a post', 700)} BT /F1 8 Tf 24 15 Td (https://social.example.com/posts/77) Tj ET`;
    const { items } = await read(makePdf({ pages: [], drawings: [drawing] }));
    expect(items[0]?.url).toBe('https://social.example.com/posts/77');
    expect(factsOf(items[0])['Printed at, as the page shows it']).toBe('3/4/24, 9:41 AM');
    expect(items[0]?.sentAt).toBeNull();
  });

  test('versions that were saved one after the other are counted', async () => {
    const once = makePdf({ pages: [['x']] });
    const twice = Buffer.concat([once, Buffer.from('\ntrailer\n<< /Size 3 >>\n%%EOF\n')]);
    expect(factsOf((await read(once)).items[0])['Saved versions in the file']).toBeUndefined();
    expect(factsOf((await read(twice)).items[0])['Saved versions in the file']).toContain('2;');
  });
});

describe('scanned PDFs', () => {
  async function scan(text: string): Promise<{ width: number; height: number; grey: Buffer }> {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1275" height="1650"><rect width="100%" height="100%" fill="#fff"/><text x="120" y="300" font-size="48" font-family="Inter, DejaVu Sans, sans-serif">${text}</text></svg>`;
    const { data, info } = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, grey: data };
  }

  test('are read by machine, page by page, each word with its place', async () => {
    const picture = await scan('The coach spoke to the players');
    const drawing = 'q 612 0 0 792 0 0 cm /Im1 Do Q';
    const bytes = makePdf({ pages: [], drawings: [drawing, line('letters of the file', 700)], picture });
    const context = { zone: null, ocrLanguages: ['eng'] };
    const { items, warnings } = await readWith(pdfDocument, bytes, 'scan.pdf', context);
    expect(items[0]?.text).toContain('The coach spoke to the players');
    expect(items[0]?.text).toContain('letters of the file');
    expect(warnings).toEqual(['The letters of page 1 were read by machine from pictures; they may be wrong.']);
    const coach = items[0]?.regions.find((region) => items[0]?.text.slice(region.start, region.end) === 'coach');
    expect(coach?.page).toBe(1);
    expect(coach?.confidence).toBeGreaterThan(0.5);
    expect(coach?.box.y).toBeGreaterThan(0.1);
    expect(coach?.box.y).toBeLessThan(0.25);
  }, 60_000);

  test('a page on which nothing is painted is empty, even where it cuts out a part of itself', async () => {
    const bytes = makePdf({ pages: [], drawings: ['q 0 0 612 792 re W* n Q', line('letters of the file', 700)] });
    const { items, warnings } = await readWith(pdfDocument, bytes, 'blank.pdf', { zone: null, ocrLanguages: ['eng'] });
    expect(items[0]?.text).toBe('letters of the file');
    expect(warnings).toEqual([]);
  });

  test('without a language are said not to be read', async () => {
    const picture = await scan('x');
    const { warnings } = await read(makePdf({ pages: [], drawings: ['q 612 0 0 792 0 0 cm /Im1 Do Q'], picture }));
    expect(warnings[0]).toContain('(a scan)');
  });
});
