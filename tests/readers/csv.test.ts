import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { csvMessages } from '../../src/engine/intake/readers/csv-messages.ts';
import { momentAsIso } from '../../src/engine/intake/readers/shared/moments.ts';
import { cellDate } from '../../src/engine/intake/readers/shared/table/table-date.ts';
import { momentOf } from '../../src/engine/intake/readers/shared/written-date.ts';
import { readerFor, readWith } from './made/collect.ts';

const read = (content: string | Uint8Array) => readWith(csvMessages, content, 'messages.csv');
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

describe('tables of messages', () => {
  for (const [name, delimiter] of [
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
  ] as const) {
    test(`gives back every cell of a table with ${name}, whatever stands in it`, async () => {
      const rows = fc.array(
        fc.record({
          from: fc.constantFrom('Ana Ruiz', 'Coach Ray', 'Łukasz'),
          text: fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replaceAll('\0', '')),
        }),
        { minLength: 1, maxLength: 15 },
      );
      await fc.assert(
        fc.asyncProperty(rows, async (drawn) => {
          const header = ['Date', 'From', 'Message'].join(delimiter);
          const lines = drawn.map((row) => ['2026-03-10 10:42', row.from, row.text].map(quoted).join(delimiter));
          const { items } = await read(`${header}\n${lines.join('\n')}\n`);
          expect(items.map((item) => [item.author?.name, item.text])).toEqual(drawn.map((row) => [row.from, row.text]));
        }),
        { numRuns: 100 },
      );
    });
  }

  test('maps Spanish headings, in the old Windows letters, and warns about the letters', async () => {
    const text = 'Fecha;Remitente;Destinatario;Mensaje\n13/03/2024 21:41;Ana;Señor Ray;"hola; mañana"\n';
    const { items, warnings } = await read(iconv.encode(text, 'windows-1252'));
    expect(items[0]).toMatchObject({
      author: { name: 'Ana', handle: null },
      recipients: [{ name: 'Señor Ray', handle: null }],
      text: 'hola; mañana',
      kind: 'direct-message',
      sentAt: { local: '2024-03-13T21:41:00', certainty: 'stated' },
    });
    expect(warnings[0]).toContain('Windows-1252');
  });

  test('reads Excel’s Unicode text and a first line that names the delimiter', async () => {
    const utf16 = iconv.encode('Date\tSender\tText\n2024-03-13 21:41\tAna\thi\n', 'utf-16le', { addBOM: true });
    expect(readerFor(utf16, 'x.txt')).toBe('csv');
    expect((await read(utf16)).items[0]?.text).toBe('hi');
    const named = await read('sep=|\r\nDate|From|Text\r\n2024-03-13 21:41|Ana|a,b;c\r\n');
    expect(named.items[0]?.text).toBe('a,b;c');
  });

  test('keeps dates that can be read two ways open, each with both readings', async () => {
    const { items, warnings } = await read('Date,From,Message\n3/4/2024 9:41 PM,Ana,a\n5/6/2024 9:41 PM,Ben,b\n');
    expect(warnings).toEqual(['dates could be day/month or month/day: 0 of 2 settle it']);
    expect(items[0]?.sentAt?.readings).toEqual(['2024-03-04T21:41:00', '2024-04-03T21:41:00']);
  });

  test('leaves dates open where the rows contradict one another', async () => {
    const { items, warnings } = await read('Date,From,Message\n13/4/2024,Ana,a\n4/13/2024,Ben,b\n3/4/2024,Ben,c\n');
    expect(warnings[0]).toContain('not all the same way');
    expect(items.map((item) => item.sentAt?.certainty)).toEqual(['stated', 'stated', 'ambiguous']);
  });

  test('reads formula cells as words, never runs them, and says so', async () => {
    const { items, warnings } = await read(
      'Date,From,Message\n2024-03-13,Ana,"=HYPERLINK(""http://x.example"",""hi"")"\n2024-03-13,Ben,-see you\n2024-03-13,+1 203 555 0142,ok\n',
    );
    expect(items.map((item) => item.text)).toEqual(['=HYPERLINK("http://x.example","hi")', '-see you', 'ok']);
    expect(warnings).toEqual(['1 cell begins like a formula; it was read as words and not run.']);
  });

  test('keeps ragged rows and rows whose quotation mark never closes', async () => {
    const ragged = await read('Date,From,Message\n2024-03-13,Ana,hi,there,you\n2024-03-14,Ben\n');
    expect(ragged.items).toHaveLength(2);
    expect(ragged.items[0]?.facts).toEqual([
      { label: 'Column 4', value: 'there' },
      { label: 'Column 5', value: 'you' },
    ]);
    const broken = await read('Date,From,Message\n2024-03-13,Ana,"hi\n2024-03-14,Ben,bye\n');
    expect(broken.items.map((item) => item.text)).toEqual(['"hi', 'bye']);
    expect(broken.warnings[0]).toContain('never closes');
  });

  test('takes a table of anything else as one document', async () => {
    const roster = 'Name,Grade,Room\nAna,6,12\nBen,7,14\n';
    expect(readerFor(roster, 'roster.csv')).toBe('csv');
    const { items } = await read(roster);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ kind: 'document', text: 'Name\tGrade\tRoom\nAna\t6\t12\nBen\t7\t14' });
  });

  test('reads headings of other languages, headings written together, and a sign between columns that the file names', async () => {
    const german = 'sep=;\r\nDatum;Absender;Nachricht\r\n12.03.2024 21:41;Rosa;Hallo; und mehr\r\n';
    expect(readerFor(german, 'liste.csv')).toBe('csv');
    expect((await read(german)).items).toMatchObject([{ author: { name: 'Rosa' }, text: 'Hallo' }]);
    const piped = 'SentDate|From|MessageText\n2024-03-12 21:41:07 EDT|Rosa|Hi; all, of you\n';
    const [item] = (await read(piped)).items;
    expect(item).toMatchObject({
      text: 'Hi; all, of you',
      sentAt: { instant: '2024-03-13T01:41:07Z', zone: '-04:00' },
    });
  });

  test('takes times as UTC where the heading says so, and else leaves them without a zone', async () => {
    const at = async (heading: string) =>
      (await read(`${heading},From,Message\n2024-03-12 21:41:07,Rosa,Hi\n`)).items[0]?.sentAt?.instant ?? null;
    expect(await at('Date (UTC)')).toBe('2024-03-12T21:41:07Z');
    expect(await at('Date')).toBeNull();
  });

  test('leaves dates with dashes open as it does those with slashes: in the United States the month comes first', async () => {
    const { items } = await read('Date,From,Message\n03-04-2024,Rosa,Hi\n03-05-2024,Rosa,Hey\n');
    expect(items.map(({ sentAt }) => sentAt?.certainty)).toEqual(['ambiguous', 'ambiguous']);
    const settled = await read('Date,From,Message\n03-04-2024,Rosa,Hi\n03-25-2024,Rosa,Hey\n');
    expect(settled.items.map(({ sentAt }) => sentAt?.local?.slice(0, 10))).toEqual(['2024-03-04', '2024-03-25']);
  });

  test('names a conversation by who is in it, or by the file, where no column does; posts and mails have none', async () => {
    const both =
      'From,To,Date,Message\nRosa,Theo,2024-03-12,Hi\nTheo,Rosa,2024-03-12,Hey\nRosa,Theo; Ines,2024-03-12,All\n';
    expect((await read(both)).items.map(({ thread }) => thread?.title)).toEqual([
      'Rosa, Theo',
      'Rosa, Theo',
      'Ines, Rosa, Theo',
    ]);
    const alone = await readWith(csvMessages, 'From,Date,Message\nRosa,2024-03-12,Hi\n', 'Pit band.csv');
    expect(alone.items[0]?.thread).toEqual({ id: 'Pit band', title: 'Pit band' });
    expect((await read('From,Date,Post\nRosa,2024-03-12,Hi\n')).items[0]?.thread).toBeNull();
  });

  test('does not take a letter for a table', () => {
    expect(readerFor('Dear Ms. Whitfield,\nthank you for calling, it helped.\nYours, Ana\n', 'letter.csv')).toBe(
      'text',
    );
  });
});

describe('dates in cells', () => {
  test.each([
    ['2026-03-10T10:42:00-04:00', '', '2026-03-10T10:42:00-04:00'],
    ['2026-03-10 10:42:07.123 UTC', '', '2026-03-10T10:42:07Z'],
    ['March 12, 2024 9:41 PM', '', '2024-03-12T21:41:00'],
    ['12 de marzo de 2024 21:41', '', '2024-03-12T21:41:00'],
    ['1710279660', '', '2024-03-12T21:41:00Z'],
    ['1710279660000', '', '2024-03-12T21:41:00Z'],
    ['2024-03-12', '9:41 PM', '2024-03-12T21:41:00'],
    ['13/03/2024', '', '2024-03-13'],
    ['Tue, 10 Mar 2026 10:42:00 -0400', '', '2026-03-10T10:42:00-04:00'],
    ['Tue, 10 Mar 26 10:42:00 EST', '', '2026-03-10T10:42:00-05:00'],
  ])('reads "%s" "%s" as %s', (date, time, iso) => {
    const found = cellDate(date, time, null);
    const moment = found?.kind === 'written' ? momentOf(found.written, null, null) : found?.moment;
    expect(moment === undefined ? null : momentAsIso(moment)).toBe(iso);
  });

  test.each(['', 'yesterday', '99/99/2024', 'room 12'])('reads no date in "%s"', (cell) => {
    expect(cellDate(cell, '', null)).toBeNull();
  });
});
