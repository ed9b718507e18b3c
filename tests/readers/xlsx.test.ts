import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { serialDate, showsDate } from '../../src/engine/intake/readers/shared/office/sheet/cell-dates.ts';
import { xlsxWorkbook } from '../../src/engine/intake/readers/xlsx-workbook.ts';
import { readerFor, readWith } from './made/collect.ts';
import { makeXlsx } from './made/office.ts';

const read = (bytes: Uint8Array) => readWith(xlsxWorkbook, bytes, 'messages.xlsx');
const tuesday = 46_091 + 10 / 24 + 42 / 1440 + 7 / 86_400; // 10 March 2026, 10:42:07

const messages = {
  name: 'Messages',
  rows: [
    ['Date', 'From', 'To', 'Message'],
    [{ value: tuesday, style: 1 }, 'Ana Ruiz', 'Ben Ortiz', 'are you coming?'],
    [{ value: tuesday + 1, style: 3 }, 'Ben Ortiz', 'Ana Ruiz', '=HYPERLINK("x")'],
  ],
} as const;

describe('Excel workbooks', () => {
  test('give a message for each row where the columns are those of messages, dates without a zone', async () => {
    const bytes = makeXlsx({ sheets: [messages] });
    expect(readerFor(bytes, 'x.zip')).toBe('xlsx');
    const { items, warnings } = await read(bytes);
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      locator: 'row 2',
      kind: 'direct-message',
      author: { name: 'Ana Ruiz' },
      recipients: [{ name: 'Ben Ortiz' }],
      text: 'are you coming?',
      sentAt: { local: '2026-03-10T10:42:07', instant: null, certainty: 'stated' },
    });
    expect(items[1]?.sentAt?.local).toBe('2026-03-11T10:42:07');
    expect(items[1]?.text).toBe('=HYPERLINK("x")');
    expect(warnings).toEqual([]);
  });

  test('keep the words of other sheets beside them without counting them', async () => {
    const { items } = await read(makeXlsx({ sheets: [messages, { name: 'Notes', rows: [['made by the coach']] }] }));
    expect(items.filter((item) => item.derived === null).map((item) => item.locator)).toEqual([
      'sheet "Messages", row 2',
      'sheet "Messages", row 3',
    ]);
    expect(items.find((item) => item.derived !== null)?.text).toBe('[Sheet Notes]\nmade by the coach');
  });

  test('of anything else give one document of all words, hidden sheets named', async () => {
    const { items, warnings } = await read(
      makeXlsx({
        sheets: [
          {
            name: 'Roster',
            rows: [
              ['Name', 'Born'],
              ['Ana', { value: 46_091, style: 2 }],
              ['Ben', 12.5],
            ],
          },
          { name: 'Secret', rows: [['do not show']], hidden: true },
        ],
      }),
    );
    expect(items).toHaveLength(1);
    expect(items[0]?.text).toBe(
      '[Sheet Roster]\nName\tBorn\nAna\t2026-03-10\nBen\t12.5\n\n[Sheet Secret]\ndo not show',
    );
    expect(warnings).toEqual(['Hidden sheets were read too: "Secret".']);
    expect(items[0]?.sentAt?.instant).toBe('2026-03-10T14:42:00Z');
  });

  test('that count from 1904 give the right days', async () => {
    const { items } = await read(
      makeXlsx({ from1904: true, sheets: [{ name: 'A', rows: [[{ value: 46_091 - 1462, style: 2 }]] }] }),
    );
    expect(items[0]?.text).toContain('2026-03-10');
  });

  test('are never worked out: formulas give the value they last had', async () => {
    const cell = {
      xml: '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>WEBSERVICE("https://evil.example/")</f><v>last</v></c>',
    };
    const { items, warnings } = await read(makeXlsx({ sheets: [{ name: 'A', rows: [[cell]] }] }));
    expect(items[0]?.text).toBe('[Sheet A]\n2\tlast');
    expect(items[0]?.facts).toContainEqual({ label: 'Formulas', value: '2; the values they last had were read' });
    expect(warnings).toEqual(['1 formulas reach outside the file or start a program; none was worked out.']);
  });

  test('keep long figures such as telephone numbers whole', async () => {
    const { items } = await read(
      makeXlsx({ sheets: [{ name: 'A', rows: [[{ xml: '<c r="A1"><v>4.47912345678E+11</v></c>' }]] }] }),
    );
    expect(items[0]?.text).toContain('447912345678');
  });

  test('keep comments on cells with who made them', async () => {
    const { items } = await read(
      makeXlsx({
        sheets: [{ name: 'A', rows: [['x']] }],
        parts: [
          {
            name: 'xl/comments1.xml',
            content:
              '<comments><authors><author>Ana Ruiz</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>check </t></r><r><t>this</t></r></text></comment></commentList></comments>',
          },
        ],
      }),
    );
    expect(items[0]?.text).toContain('[Comments]\nA1, Ana Ruiz: check this');
  });

  test('do not grow without end where a cell stands far out', async () => {
    const far = Array.from({ length: 20_000 }, (_, index) => [{ xml: `<c r="ALL${index + 1}"><v>1</v></c>` }]);
    const { warnings } = await read(makeXlsx({ sheets: [{ name: 'A', rows: far }] }));
    expect(warnings.join(' ')).toContain('more rows or columns');
  }, 60_000);

  test('of the packed kind are refused with what to do', async () => {
    const { makeZip } = await import('./made/zips.ts');
    const { refusal } = await read(
      makeZip([
        { name: '[Content_Types].xml', content: 'x' },
        { name: 'xl/workbook.bin', content: 'x' },
      ]),
    );
    expect(refusal).toContain('.xlsb');
  });

  test('give back any words and numbers that were put in', async () => {
    const cell = fc.oneof(
      fc.stringMatching(/^[a-zA-Z<&>ñ ]{0,10}[a-z]$/),
      fc.integer({ min: -1_000_000, max: 1_000_000_000_000 }),
    );
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(rows, async (made) => {
        const { items } = await read(makeXlsx({ sheets: [{ name: 'A', rows: made }] }));
        expect(items[0]?.text).toBe(`[Sheet A]\n${made.map((row) => row.join('\t')).join('\n')}`);
      }),
      { numRuns: 80, seed: 11 },
    );
  });
});

describe('dates of cells', () => {
  test.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [0.5, false, '12:00:00'],
    [46_091.25, false, '2026-03-10 06:00:00'],
    [46_091.999_999_9, false, '2026-03-11'],
    [0, true, '1904-01-01'],
  ])('count %d (from 1904: %s) as %s', (serial, from1904, text) => {
    expect(serialDate(serial, from1904)).toBe(text);
  });

  test('are told from numbers by their format', () => {
    expect(showsDate(14, null)).toBe(true);
    expect(showsDate(2, null)).toBe(false);
    expect(showsDate(164, 'yyyy\\-mm\\-dd')).toBe(true);
    expect(showsDate(164, '[h]:mm')).toBe(true);
    expect(showsDate(164, '#,##0 "days"')).toBe(false);
    expect(showsDate(164, '[Red]0.00')).toBe(false);
    expect(showsDate(164, 'General')).toBe(false);
  });
});
