import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { docxDocument } from '../../src/engine/intake/readers/docx-document.ts';
import { pptxPresentation } from '../../src/engine/intake/readers/pptx-presentation.ts';
import { xmlEvents } from '../../src/engine/intake/readers/shared/xml/read-xml.ts';
import { readerFor, readWith } from './made/collect.ts';
import { makeDocx, makePptx, paragraph, wordPart } from './made/office.ts';

const read = (bytes: Uint8Array) => readWith(docxDocument, bytes, 'statement.docx');

const rich = makeDocx({
  body: [
    paragraph('I saw the post on Tuesday.'),
    '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>He said it twice</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:t>, at lunch.</w:t></w:r></w:p>',
    '<w:p><w:r><w:t xml:space="preserve">The coach </w:t></w:r><w:del w:id="1" w:author="Ana Ruiz" w:date="2026-03-10T10:42:00Z"><w:r><w:delText>threatened</w:delText></w:r></w:del><w:ins w:id="2" w:author="Ben Ortiz" w:date="2026-03-11T08:00:00Z"><w:r><w:t>spoke to</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> the players.</w:t></w:r></w:p>',
    '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>never show this</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown</w:t></w:r></w:p>',
    '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>When</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Who</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
    '<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>',
  ].join(''),
  ties: [
    { id: 'rId2', type: 'header', target: 'header1.xml' },
    { id: 'rId3', type: 'footnotes', target: 'footnotes.xml' },
    { id: 'rId4', type: 'comments', target: 'comments.xml' },
    { id: 'rId5', type: 'hyperlink', target: 'https://social.example.com/posts/77', external: true },
  ],
  parts: [
    { name: 'word/header1.xml', content: wordPart('hdr', paragraph('Otter Middle School')) },
    {
      name: 'word/footnotes.xml',
      content: wordPart(
        'footnotes',
        `<w:footnote w:id="-1"/><w:footnote w:id="1">${paragraph('as told by Ana')}</w:footnote>`,
      ),
    },
    {
      name: 'word/comments.xml',
      content: wordPart(
        'comments',
        `<w:comment w:id="0" w:author="Ana &amp; Co" w:date="2026-03-10T11:00:00Z" w:initials="A">${paragraph('Is this sure?')}</w:comment>`,
      ),
    },
    { name: 'word/media/image1.png', content: Buffer.alloc(20, 1) },
  ],
});

describe('Word documents', () => {
  test('give one item with the words as they stand, dates of the file and pictures as members', async () => {
    expect(readerFor(rich, 'statement.zip')).toBe('docx');
    const { items, members } = await read(rich);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      kind: 'document',
      title: 'Statement',
      author: null,
      sentAt: { instant: '2026-03-10T14:42:00Z' },
    });
    const text = items[0]?.text ?? '';
    expect(text).toContain(
      'I saw the post on Tuesday.\nHe said it twice, at lunch.\nThe coach spoke to the players.\nshown\nWhen\tWho\n',
    );
    expect(text.split('in a box')).toHaveLength(2);
    expect(members.map((member) => member.name)).toEqual(['word/media/image1.png']);
  });

  test('keep headers, footnotes and comments with who wrote them, when and about which words', async () => {
    const text = (await read(rich)).items[0]?.text ?? '';
    expect(text).toContain('[Page headers]\nOtter Middle School');
    expect(text).toContain('[Footnotes]\nas told by Ana');
    expect(text).toContain('[Comments]\nAna & Co (2026-03-10T11:00:00Z) on "He said it twice": Is this sure?');
  });

  test('keep words that were deleted and inserted while changes were tracked, and say so', async () => {
    const { items, warnings } = await read(rich);
    expect(items[0]?.text).toContain('Deleted by Ana Ruiz (2026-03-10T10:42:00Z): threatened');
    expect(items[0]?.text).toContain('Inserted by Ben Ortiz (2026-03-11T08:00:00Z): spoke to');
    expect(warnings.join(' ')).toContain('1 insertions, 1 deletions');
  });

  test('report hidden text', async () => {
    const { items, warnings } = await read(rich);
    expect(items[0]?.text.split('[Hidden text]')[1]).toContain('never show this');
    expect(warnings.join(' ')).toContain('hidden text');
  });

  test('warn of macros, templates and pictures from outside, and of fields that fetch', async () => {
    const { warnings } = await read(
      makeDocx({
        body: '<w:p><w:r><w:instrText>DDEAUTO c:\\\\x</w:instrText></w:r></w:p>',
        ties: [{ id: 'rId9', type: 'image', target: 'https://tracker.example.com/p.png', external: true }],
        parts: [
          { name: 'word/vbaProject.bin', content: 'x' },
          {
            name: 'word/_rels/settings.xml.rels',
            content:
              '<Relationships><Relationship Id="r" Type="x/attachedTemplate" Target="https://evil.example.net/t.dotm" TargetMode="External"/></Relationships>',
          },
        ],
      }),
    );
    const all = warnings.join(' ');
    for (const words of ['macros', 'tracker.example.com', 'a template from outside (evil.example.net)', 'DDEAUTO'])
      expect(all).toContain(words);
  });

  test('follow no definition of their own', async () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    const bytes = makeDocx({
      body: paragraph('x'),
      parts: [],
    });
    expect(bytes.length).toBeGreaterThan(0);
    const { makeZip } = await import('./made/zips.ts');
    const hostile = makeZip([
      {
        name: 'word/document.xml',
        content: `${laughs}<w:document><w:body>${paragraph('&b;&c;')}</w:body></w:document>`,
      },
    ]);
    const { items, warnings } = await read(hostile);
    expect(items[0]?.text).toBe('&b;&c;');
    expect(warnings.join(' ')).toContain('none was followed');
  });

  test('whose words were cut off say so and keep what is there', async () => {
    const { makeZip } = await import('./made/zips.ts');
    const cut = makeZip([
      { name: 'word/document.xml', content: `<w:document><w:body>${paragraph('first')}<w:p><w:r><w:t>sec` },
    ]);
    const { items, warnings } = await read(cut);
    expect(items[0]?.text).toBe('first\nsec');
    expect(warnings.join(' ')).toContain('damaged inside');
  });

  test('without words or contents are refused in words', async () => {
    const whole = makeDocx({ body: paragraph('x') });
    expect((await read(whole.subarray(0, 200))).refusal).toContain('table of contents');
  });

  test('give back any paragraphs that were put in', async () => {
    const words = fc.array(fc.stringMatching(/^[a-zA-Zñ€😀<&>"']{1,20}$/u), { minLength: 1, maxLength: 6 });
    const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    await fc.assert(
      fc.asyncProperty(words, async (paragraphs) => {
        const { items } = await read(makeDocx({ body: paragraphs.map((each) => paragraph(escaped(each))).join('') }));
        expect(items[0]?.text).toBe(paragraphs.join('\n'));
      }),
      { numRuns: 100, seed: 5 },
    );
  });
});

describe('XML', () => {
  test('of any kind is read to its end without an exception, and in time', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('<', '>', '/', '"', "'", 'a', ' ', '=', '!', '[', ']', '-', '?', '&', ';'),
          maxLength: 300,
        }),
        (text) => {
          expect([...xmlEvents(text)].length).toBeLessThanOrEqual(text.length + 1);
        },
      ),
      { numRuns: 500, seed: 9 },
    );
    const start = performance.now();
    for (const piece of ['<a b="', "<a '", '<!--', '<![CDATA[', '<a ', '&', '<"'])
      for (const _ of xmlEvents(piece.repeat(50_000)));
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('PowerPoint presentations', () => {
  test('give their slides in the order of showing, with notes, and say which are hidden', async () => {
    const pptx = makePptx([
      { text: 'Welcome', notes: 'say hello first' },
      { text: 'The incident', hidden: true },
      { text: 'Questions' },
    ]);
    expect(readerFor(pptx, 'x.zip')).toBe('pptx');
    const { items, facts, warnings } = await readWith(pptxPresentation, pptx);
    expect(facts).toEqual({ pages: 3 });
    expect(items[0]?.text).toBe(
      '[Slide 1]\nWelcome\n[Notes]\nsay hello first\n\n[Slide 2, hidden]\nThe incident\n\n[Slide 3]\nQuestions',
    );
    expect(warnings).toEqual(['1 slides are hidden when the presentation is shown; they are marked.']);
    expect(items[0]?.sentAt?.instant).toBe('2026-03-10T14:42:00Z');
  });

  test('that are cut off are refused in words', async () => {
    const { refusal } = await readWith(pptxPresentation, makePptx([{ text: 'x' }]).subarray(0, 300));
    expect(refusal).toContain('damaged');
  });
});
