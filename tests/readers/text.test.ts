import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/engine/intake/readers/plain-text.ts';
import { decodeText, headAsText } from '../../src/engine/intake/readers/shared/decode-text.ts';
import { htmlToText } from '../../src/engine/intake/readers/shared/html-text.ts';
import { floatingMoment, momentAsIso, offsetOf } from '../../src/engine/intake/readers/shared/moments.ts';
import { findDayOrder, writtenDay } from '../../src/engine/intake/readers/shared/written-date.ts';
import { readWith } from './made/collect.ts';

describe('plain text', () => {
  test('is one document with its words', async () => {
    const { items, warnings } = await readWith(plainText, 'Notes of 3 May\r\nShe came at nine.\r\n', 'notes.txt');
    expect(warnings).toEqual([]);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ kind: 'document', text: 'Notes of 3 May\nShe came at nine.\n', sentAt: null });
  });

  test('says that a file of blanks holds no words', async () => {
    expect((await readWith(plainText, ' \n\n ', 'x.txt')).warnings[0]).toContain('no words');
  });
});

describe('the letters of a text', () => {
  const sample = 'Señor Łukasz said “no” to 李明';

  test.each([
    ['UTF-8 with a mark', iconv.encode(sample, 'utf-8', { addBOM: true })],
    ['UTF-8 without a mark', iconv.encode(sample, 'utf-8')],
    ['UTF-16 with a mark', iconv.encode(sample, 'utf-16le', { addBOM: true })],
    ['UTF-16, the other way round', iconv.encode(sample, 'utf-16be', { addBOM: true })],
  ])('are read as %s', (_, bytes) => {
    expect(decodeText(bytes)).toMatchObject({ text: sample, warning: null });
  });

  test('of UTF-16 without a mark are told by their zeros', () => {
    expect(decodeText(iconv.encode('plain words, long enough to tell', 'utf-16le', { addBOM: false })).text).toBe(
      'plain words, long enough to tell',
    );
  });

  test('in any UTF-8 come out as they went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = text.replace(/^\ufeff/, '').replaceAll('\0', '');
        expect(decodeText(Buffer.from(plain)).text).toBe(plain);
      }),
    );
  });

  test('of the old Windows set are read with a warning', () => {
    expect(decodeText(iconv.encode('Señor, 5 €', 'windows-1252'))).toMatchObject({
      text: 'Señor, 5 €',
      encoding: 'windows-1252',
      warning: expect.stringContaining('Windows-1252'),
    });
  });

  test('of a declared charset are believed, but not against plain UTF-8', () => {
    expect(decodeText(iconv.encode('привет, учитель', 'koi8-r'), 'KOI8-R').text).toBe('привет, учитель');
    expect(decodeText(Buffer.from('Señor'), 'iso-8859-1').text).toBe('Señor');
    expect(decodeText(iconv.encode('“no”', 'windows-1252'), 'us-ascii').text).toBe('“no”');
    expect(decodeText(Buffer.from('Señor'), 'x-unknown').text).toBe('Señor');
  });

  test('of damaged UTF-8 stay UTF-8, with the number of lost ones', () => {
    const bytes = Buffer.concat([Buffer.from('ñ'.repeat(50)), Buffer.from([0xff]), Buffer.from('ñ'.repeat(50))]);
    const { encoding, warning } = decodeText(bytes);
    expect(encoding).toBe('utf-8');
    expect(warning).toBe('1 characters could not be read as utf-8 and are shown as \uFFFD.');
  });

  test('are never replaced without a warning', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const { text, warning } = decodeText(bytes);
        const inSource = Buffer.from(bytes).includes(Buffer.from('\uFFFD'));
        if (text.includes('\uFFFD') && !inSource) expect(warning).not.toBeNull();
      }),
    );
  });

  test('are told from bytes of a program', () => {
    expect(headAsText(Buffer.from('words'))).toBe('words');
    expect(headAsText(Buffer.from([1, 2, 3, 0, 5]))).toBeNull();
    expect(headAsText(Buffer.alloc(0))).toBeNull();
  });
});

describe('HTML as words', () => {
  test.each([
    ['a<br>b', 'a\nb'],
    ['<p>one</p><p>two</p>', 'one\n\ntwo'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a\tb\nc'],
    ['<blockquote>old<blockquote>older</blockquote></blockquote>new', '> old\n>> older\nnew'],
    ['<span style="display:none">hidden</span> shown', 'hidden shown'],
    ['<pre>a\n  b</pre>', 'a\n  b'],
    ['&lt;b&gt; &amp;&nbsp;c', '<b> & c'],
    ['<script>x</script><style>y</style><template>z</template>words', 'words'],
  ])('reads %s', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  test('never stops at broken HTML', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<p>', '</div>', '<blockquote', '&#x', 'words', '<!--', '"', '>')),
        (parts) => {
          expect(typeof htmlToText(parts.join(''))).toBe('string');
        },
      ),
    );
  });
});

describe('moments', () => {
  const clock = { year: 2026, month: 3, day: 8, hour: 2, minute: 30, second: null };

  test('float without a zone and never take that of the computer', () => {
    const moment = floatingMoment('8 March, 2:30', [clock], { zone: null });
    expect(moment).toMatchObject({ local: '2026-03-08T02:30:00', instant: null, zone: null, precision: 'minute' });
    expect(momentAsIso(moment)).toBe('2026-03-08T02:30:00');
  });

  test('carry an offset once a person has given the zone', () => {
    const moment = floatingMoment('9 March', [{ ...clock, day: 9 }], { zone: 'America/New_York' });
    expect(momentAsIso(moment)).toBe('2026-03-09T02:30:00-04:00');
  });

  test('of a day that does not exist have no reading', () => {
    expect(momentAsIso(floatingMoment('31 February', [{ ...clock, month: 2, day: 31 }], { zone: null }))).toBeNull();
  });

  test.each([
    ['-0400', '-04:00'],
    ['+5:30', '+05:30'],
    ['Z', '+00:00'],
    ['−4', '-04:00'],
    ['+9900', null],
    ['words', null],
  ])('read the offset %s', (written, offset) => {
    expect(offsetOf(written)).toBe(offset);
  });
});

describe('day and month', () => {
  const days = fc.record({
    first: fc.integer({ min: 1, max: 31 }),
    second: fc.integer({ min: 1, max: 12 }),
    year: fc.integer({ min: 2000, max: 2099 }),
  });

  test('of dates written day first are never called month first', () => {
    fc.assert(
      fc.property(fc.array(days, { minLength: 1, maxLength: 20 }), (drawn) => {
        const slashed = drawn.map((day) => writtenDay(String(day.first), '/', String(day.second), String(day.year)));
        const found = findDayOrder({
          slashed: slashed.filter((day) => day !== null),
          chronological: false,
          proofs: [],
        });
        const late = drawn.some((day) => day.first > 12);
        expect(found.order).toBe(late ? 'day-month' : null);
        const open = drawn.some((day) => day.first <= 12 && day.first !== day.second);
        if (!late && open) expect(found.warning).toContain('settle it');
      }),
    );
  });

  test('with a dot or a dash are day first', () => {
    expect(writtenDay('3', '.', '12', '2024')).toMatchObject({ order: 'day-month' });
    expect(writtenDay('3', '-', '12', '2024')).toMatchObject({ order: 'day-month' });
  });

  test('of the Thai calendar count from the Buddha', () => {
    expect(writtenDay('12', '/', '3', '2567')?.year).toBe(2024);
  });
});
