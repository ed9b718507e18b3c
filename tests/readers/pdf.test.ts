import { describe, expect, test } from 'vitest';
import { pdfDocument } from '../../src/engine/intake/readers/pdf-document.ts';
import { momentAsIso } from '../../src/engine/intake/readers/shared/moments.ts';
import { pdfMoment } from '../../src/engine/intake/readers/shared/pdf/pdf-date.ts';
import { readerFor, readWith } from './made/collect.ts';
import { makePdf } from './made/pdfs.ts';

const read = (bytes: Uint8Array) => readWith(pdfDocument, bytes, 'letter.pdf');

describe('PDF documents', () => {
  test('gives one item with the words of all pages, each line with its place', async () => {
    const pdf = makePdf({
      pages: [['Dear Ms. Whitfield,', 'thank you for calling.'], ['Second page']],
      info: { Title: 'Letter', Author: 'Ana', CreationDate: "D:20260310104200-04'00'" },
    });
    expect(readerFor(pdf, 'letter.jpg')).toBe('pdf');
    const { items, facts, warnings } = await read(pdf);
    expect(warnings).toEqual([]);
    expect(facts).toEqual({ pages: 2 });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      kind: 'document',
      title: 'Letter',
      text: 'Dear Ms. Whitfield,\nthank you for calling.\n\nSecond page',
      sentAt: { instant: '2026-03-10T14:42:00Z', basis: 'offset' },
      author: null,
    });
    const regions = items[0]?.regions ?? [];
    expect(regions.map((region) => [region.page, items[0]?.text.slice(region.start, region.end)])).toEqual([
      [1, 'Dear Ms. Whitfield,'],
      [1, 'thank you for calling.'],
      [2, 'Second page'],
    ]);
    // The first line stands 72 points from the left of 612 and about 72 from the top of 792.
    expect(regions[0]?.box.x).toBeCloseTo(72 / 612, 2);
    expect(regions[0]?.box.y).toBeCloseTo(60 / 792, 1);
    expect(regions[0]?.confidence).toBeNull();
  });

  test('says which pages hold no letters', async () => {
    const some = await read(makePdf({ pages: [['words'], []] }));
    expect(some.warnings).toEqual(['Page 2 holds no letters; what it shows was not read by machine.']);
    const all = await read(makePdf({ pages: [[], []] }));
    expect(all.items).toHaveLength(1);
    expect(all.warnings[0]).toContain('(a scan)');
  });

  test('refuses a PDF with a password and says what to ask for', async () => {
    const { refusal, facts, items } = await read(makePdf({ pages: [['secret']], password: 'invented' }));
    expect(refusal).toContain('opens only with a password');
    expect(facts).toEqual({ encrypted: true });
    expect(items).toEqual([]);
  });

  test('reads a PDF that is encrypted but opens by itself', async () => {
    const { items, facts } = await read(makePdf({ pages: [['open to all']], password: '' }));
    expect(items[0]?.text).toBe('open to all');
    expect(facts).toEqual({ pages: 1, encrypted: true });
  });

  test('gives attached files as members', async () => {
    const { members, items } = await read(
      makePdf({ pages: [['see attached']], attachment: { name: 'list.txt', content: 'one, two' } }),
    );
    expect(members.map((member) => [member.name, Buffer.from(member.bytes).toString()])).toEqual([
      ['list.txt', 'one, two'],
    ]);
    expect(items[0]?.attachments).toEqual(['list.txt']);
  });

  test('mends a PDF whose table of contents is gone, and says that it may be cut off', async () => {
    const whole = makePdf({ pages: [['still here']] });
    const { items, warnings } = await read(whole.subarray(0, whole.indexOf('xref')));
    expect(items[0]?.text).toBe('still here');
    expect(warnings[0]).toContain('no proper end');
  });

  test('finds the mark of a PDF after a few bytes of something else', () => {
    expect(readerFor(Buffer.concat([Buffer.alloc(100), makePdf({ pages: [['x']] })]), 'x')).toBe('pdf');
  });

  test('refuses a file that only begins like a PDF, in words', async () => {
    const { refusal } = await read(Buffer.from(`%PDF-1.7\n${'nonsense '.repeat(100)}`));
    expect(refusal).toContain('damaged');
  });

  test('does not follow a page tree that contains itself', async () => {
    const looped = makePdf({ pages: [['x']] })
      .toString('latin1')
      .replace(/\/Kids \[\d+ 0 R\]/, '/Kids [2 0 R]');
    const { refusal, unreadable, warnings } = await read(Buffer.from(looped, 'latin1'));
    expect(refusal !== null || unreadable.length > 0 || warnings.length > 0).toBe(true);
  });
});

describe('dates of PDF documents', () => {
  test.each([
    ["D:20260310104200-04'00'", '2026-03-10T10:42:00-04:00'],
    ['D:20260310104200Z', '2026-03-10T10:42:00Z'],
    ['D:20260310104200', '2026-03-10T10:42:00'],
    ['D:20260310', '2026-03-10'],
    ['20260310104200', '2026-03-10T10:42:00'],
  ])('reads %s', (written, iso) => {
    const moment = pdfMoment(written, null);
    expect(moment === null ? null : momentAsIso(moment)).toBe(iso);
  });

  test('reads no date in a month that does not exist', () => {
    expect(pdfMoment('D:20261310', null)).toBeNull();
  });
});
