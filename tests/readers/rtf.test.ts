import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rtfDocument } from '../../src/engine/intake/readers/rtf-document.ts';
import { readerFor, readWith } from './made/collect.ts';

const read = (content: string | Uint8Array) => readWith(rtfDocument, content, 'letter.rtf');
const wrap = (body: string): string =>
  `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss\\fcharset0 Helvetica;}{\\f1\\fcharset204 Arial Cyr;}}{\\colortbl;\\red0\\green0\\blue0;}{\\stylesheet{\\s0 Normal;}}\n${body}}`;

describe('rich text documents', () => {
  test('give one item with its words, code pages and letters of Unicode undone', async () => {
    const rtf = wrap(
      "\\f0 Dear Ms. Whitfield,\\par se\\'f1ora \\u8364? \\uc2\\u-10179 ??\\u-8704 ??\\uc1\\par {\\f1 \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2}\\par a\\tab b\\~c\\_d\\emdash e",
    );
    expect(readerFor(rtf, 'letter.doc')).toBe('rtf');
    const { items, warnings } = await read(rtf);
    expect(items).toHaveLength(1);
    expect(items[0]?.text).toBe(
      'Dear Ms. Whitfield,\nse\u00f1ora \u20ac \ud83d\ude00\n\u041f\u0440\u0438\u0432\u0435\u0442\na\tb\u00a0c\u2011d\u2014e',
    );
    expect(warnings).toEqual([]);
  });

  test('tell title, author and the day they were made, without a zone', async () => {
    const { items } = await read(
      wrap(
        '{\\info{\\title Statement}{\\author Ana Ruiz}{\\operator Ben}{\\creatim\\yr2026\\mo3\\dy10\\hr10\\min42}{\\revtim\\yr2026\\mo4\\dy1}}words',
      ),
    );
    expect(items[0]).toMatchObject({
      title: 'Statement',
      text: 'words',
      sentAt: { local: '2026-03-10T10:42:00', instant: null, basis: 'container' },
    });
    expect(items[0]?.facts).toEqual([
      { label: 'Author named in the file', value: 'Ana Ruiz' },
      { label: 'Last changed by', value: 'Ben' },
    ]);
  });

  test('keep headers, footnotes, comments, deleted and hidden words apart', async () => {
    const { items, warnings } = await read(
      wrap(
        '{\\*\\revtbl{Unknown;}{Ana Ruiz;}}{\\header Otter School\\par}He spoke{\\footnote as told} to {\\deleted\\revauthdel1 threaten }them.{\\*\\atnauthor Ben Ortiz}{\\*\\annotation sure?}{\\v never show this} End.',
      ),
    );
    const text = items[0]?.text ?? '';
    expect(text.split('\n\n')[0]).toBe('He spoke to them. End.');
    expect(text).toContain('[Page headers and footers]\nOtter School');
    expect(text).toContain('[Footnotes]\nas told');
    expect(text).toContain('[Comments]\nBen Ortiz: sure?');
    expect(text).toContain('Deleted by Ana Ruiz: threaten');
    expect(text).toContain('[Hidden text]\nnever show this');
    expect(warnings).toHaveLength(2);
  });

  test('pass over pictures, raw bytes too, and say how many there are', async () => {
    const { items, warnings } = await read(
      Buffer.concat([
        Buffer.from(wrap('before {\\pict\\pngblip 89504e47} {\\*\\shppict{\\pict\\bin9 ').slice(0, -1)),
        Buffer.from('}}{{\\par}'),
        Buffer.from('}}{\\nonshppict{\\pict 00}} after}'),
      ]),
    );
    expect(items[0]?.text).toBe('before   after');
    expect(warnings.join(' ')).toContain('2 pictures');
  });

  test('run no object and follow no field, and say so', async () => {
    const { items, warnings } = await read(
      wrap(
        '{\\object\\objemb{\\*\\objdata 0105}{\\result shown}}{\\field{\\*\\fldinst HYPERLINK "https://social.example.com/"}{\\fldrslt the post}}{\\field{\\*\\fldinst INCLUDEPICTURE "https://x.example"}{\\fldrslt }}',
      ),
    );
    expect(items[0]?.text).toContain('the post');
    expect(items[0]?.text).not.toContain('HYPERLINK');
    expect(warnings.join(' ')).toMatch(/INCLUDEPICTURE.*objects of other programs/);
    expect(items[0]?.facts).toContainEqual({ label: 'Links', value: 'https://social.example.com/' });
  });

  test('made from a web page give back the page', async () => {
    const { items } = await read(
      '{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag <p>}\\htmlrtf {\\htmlrtf0 hello <b>{\\*\\htmltag <b>}there{\\*\\htmltag </b>}\\htmlrtf\\par}\\htmlrtf0 {\\*\\htmltag </p>}}',
    );
    expect(items[0]?.text).toContain('there');
    expect(items[0]?.text).not.toContain('htmltag');
  });

  test('that are cut off say so', async () => {
    const { items, warnings } = await read('{\\rtf1\\ansi first {\\b second');
    expect(items[0]?.text).toBe('first second');
    expect(warnings[0]).toContain('cut off');
  });

  test('survive groups nested a hundred thousand deep and words without end', async () => {
    const { items } = await read(`{\\rtf1 ${'{'.repeat(100_000)}deep${'}'.repeat(100_000)} after}`);
    expect(items[0]?.text).toBe('deep after');
    await read(`{\\rtf1 ${'\\a'.repeat(200_000)}`);
    await read(`{\\rtf1 \\bin99999999 x`);
  });

  test('give back any words that were put in', async () => {
    const escaped = (text: string): string =>
      [...text]
        .map((letter) =>
          /[\\{}]/.test(letter)
            ? `\\${letter}`
            : letter.charCodeAt(0) > 126
              ? [...Array(letter.length).keys()].map((at) => `\\u${(letter.charCodeAt(at) << 16) >> 16}?`).join('')
              : letter,
        )
        .join('');
    const words = fc.array(fc.stringMatching(/^[a-zA-Z\\{}ñ€😀;*'-]{1,20}$/u), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(words, async (lines) => {
        const { items } = await read(wrap(lines.map((line) => `${escaped(line)}\\par\n`).join('')));
        expect(items[0]?.text).toBe(lines.join('\n'));
      }),
      { numRuns: 150, seed: 4 },
    );
  });
});
