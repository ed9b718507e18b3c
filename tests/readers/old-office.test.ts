import { describe, expect, test } from 'vitest';
import { legacyOffice } from '../../src/engine/intake/readers/legacy-office.ts';
import { readerFor, readWith } from './made/collect.ts';
import { excelRecord, makeDoc, makeEncrypted, makePpt, makeXls, two } from './made/old-office.ts';

const read = (bytes: Uint8Array) => readWith(legacyOffice, bytes, 'old.doc');

describe('old Word documents', () => {
  test('give their words from all pieces, fields by their result, notes apart', async () => {
    const doc = makeDoc({
      wide: 'Dear señora,\rsee \u0013 HYPERLINK "x" \u0014the post\u0015.\r',
      narrow: 'cell\u0007\u0007 caf\u00e9\r',
      notes: 'as told\r',
    });
    expect(readerFor(doc, 'letter.docx')).toBe('office-old');
    const { items } = await read(doc);
    expect(items[0]).toMatchObject({
      kind: 'document',
      title: 'Statement',
      text: 'Dear señora,\nsee the post.\ncell\n café\n\n[Footnotes]\nas told',
      sentAt: { instant: '2026-03-10T14:42:00Z' },
    });
  });

  test('that are encrypted ask for the password', async () => {
    const { refusal, facts } = await read(makeDoc({ wide: 'x', flags: 0x100 }));
    expect(refusal).toContain('password');
    expect(facts).toEqual({ encrypted: true });
  });

  test('that are cut off end in words', async () => {
    const whole = makeDoc({ wide: 'words '.repeat(2000) });
    for (const share of [0.1, 0.3, 0.6, 0.9]) {
      const { refusal, warnings, items } = await read(whole.subarray(0, Math.floor(whole.length * share)));
      expect(refusal !== null || items.length + warnings.length > 0).toBe(true);
    }
  });
});

describe('old Excel workbooks', () => {
  test('give a message for each row where the columns are those of messages', async () => {
    const xls = makeXls([
      ['Date', 'From', 'Message'],
      [46_091.5, 'Ana Ruiz', 'are you coming to the game?'],
    ]);
    expect(readerFor(xls, 'x')).toBe('office-old');
    const { items } = await read(xls);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      author: { name: 'Ana Ruiz' },
      text: 'are you coming to the game?',
      sentAt: { local: '2026-03-10T12:00:00', instant: null },
    });
  });

  test('of anything else give one document', async () => {
    const { items } = await read(
      makeXls([
        ['Name', 'Room'],
        ['Ben', 'twelve'],
      ]),
    );
    expect(items[0]?.text).toBe('[Sheet Chats]\nName\tRoom\nBen\ttwelve');
  });

  test('that are encrypted ask for the password', async () => {
    const { refusal } = await read(makeXls([['a']], [excelRecord(0x2f, two(1, 1, 1))]));
    expect(refusal).toContain('password');
  });
});

describe('old PowerPoint presentations', () => {
  test('give the texts of their slides and not those of the master', async () => {
    const { items } = await read(makePpt(['Welcome', 'The\rincident', 'Welcome']));
    expect(items[0]?.text).toBe('Welcome\n\nThe\nincident');
  });
});

describe('compound files', () => {
  test('with newer Office documents inside ask for the password', async () => {
    const bytes = makeEncrypted();
    expect(readerFor(bytes, 'letter.docx')).toBe('office-old');
    const { refusal, facts } = await read(bytes);
    expect(refusal).toContain('password');
    expect(facts).toEqual({ encrypted: true });
  });
});
