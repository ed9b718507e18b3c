import { describe, expect, test } from 'vitest';
import { odfDocument } from '../../src/engine/intake/readers/odf-document.ts';
import { readerFor, readWith } from './made/collect.ts';
import { makeOdf } from './made/office.ts';

const read = (bytes: Uint8Array) => readWith(odfDocument, bytes, 'statement.odt');

const rich = makeOdf({
  kind: 'text',
  styles: '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>',
  masters: '<style:master-page><style:header><text:p>Otter Middle School</text:p></style:header></style:master-page>',
  body: [
    '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>Ana Ruiz</dc:creator><dc:date>2026-03-10T10:42:00</dc:date></office:change-info><text:p>threatened</text:p></text:deletion></text:changed-region></text:tracked-changes>',
    '<text:h>Statement</text:h>',
    '<text:p>The   coach<text:s text:c="2"/>spoke<text:tab/>to the players.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>as told by Ana</text:p></text:note-body></text:note></text:p>',
    '<text:p>He said it<office:annotation><dc:creator>Ben Ortiz</dc:creator><dc:date>2026-03-11T08:00:00</dc:date><text:p>Is this sure?</text:p></office:annotation> twice.<text:span text:style-name="T1">never show this</text:span></text:p>',
    '<table:table><table:table-row><table:table-cell><text:p>When</text:p></table:table-cell><table:table-cell><text:p>Who</text:p></table:table-cell></table:table-row></table:table>',
  ].join(''),
  parts: [{ name: 'Pictures/1.png', content: 'x' }],
});

describe('OpenDocument texts', () => {
  test('give one item with its words, notes, comments, deleted words and hidden words', async () => {
    expect(readerFor(rich, 'x.zip')).toBe('odf');
    const { items, members, warnings } = await read(rich);
    expect(items).toHaveLength(1);
    expect(items[0]?.text).toBe(
      [
        'Statement',
        'The coach  spoke\tto the players.',
        'He said it twice.',
        'When\tWho',
        '',
        '[Page headers and footers]',
        'Otter Middle School',
        '',
        '[Footnotes]',
        'as told by Ana',
        '',
        '[Comments]',
        'Ben Ortiz (2026-03-11T08:00:00): Is this sure?',
        '',
        '[Tracked changes]',
        'Deleted by Ana Ruiz (2026-03-10T10:42:00): threatened',
        '',
        '[Hidden text]',
        'never show this',
      ].join('\n'),
    );
    expect(items[0]?.sentAt).toMatchObject({ local: '2026-03-10T10:42:07', instant: null, basis: 'container' });
    expect(members.map((member) => member.name)).toEqual(['Pictures/1.png']);
    expect(warnings.join(' ')).toMatch(/1 passages.*hidden text/);
  });

  test('that are encrypted ask for the password', async () => {
    const { refusal, facts } = await read(
      makeOdf({ kind: 'text', body: '', manifest: '<manifest:encryption-data manifest:checksum="x"/>' }),
    );
    expect(refusal).toContain('password');
    expect(facts).toEqual({ encrypted: true });
  });

  test('that are cut off are refused in words', async () => {
    expect((await read(rich.subarray(0, 300))).refusal).toContain('damaged');
  });

  test('say that they hold macros', async () => {
    const { warnings } = await read(
      makeOdf({
        kind: 'text',
        body: '<text:p>x</text:p>',
        parts: [{ name: 'Basic/Standard/Module1.xml', content: 'x' }],
      }),
    );
    expect(warnings.join(' ')).toContain('macros');
  });
});

describe('OpenDocument spreadsheets and presentations', () => {
  test('give a message for each row where the columns are those of messages, by the dates that the file keeps', async () => {
    const cell = (text: string, more = ''): string =>
      `<table:table-cell${more}><text:p>${text}</text:p></table:table-cell>`;
    const bytes = makeOdf({
      kind: 'spreadsheet',
      body: `<table:table table:name="Chat"><table:table-row>${cell('Date')}${cell('From')}${cell('Message')}<table:table-cell table:number-columns-repeated="16381"/></table:table-row><table:table-row>${cell('3/4/26', ' office:value-type="date" office:date-value="2026-03-04T10:42:00"')}${cell('Ana')}${cell('hello')}</table:table-row><table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`,
    });
    expect(readerFor(bytes, 'x')).toBe('odf');
    const { items, warnings } = await read(bytes);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      author: { name: 'Ana' },
      text: 'hello',
      sentAt: { local: '2026-03-04T10:42:00' },
    });
    expect(warnings).toEqual([]);
  });

  test('do not grow without end where rows are repeated', async () => {
    const row = `<table:table-row table:number-rows-repeated="999999999"><table:table-cell table:number-columns-repeated="900"><text:p>x</text:p></table:table-cell></table:table-row>`;
    const { warnings } = await read(makeOdf({ kind: 'spreadsheet', body: `<table:table>${row}</table:table>` }));
    expect(warnings.join(' ')).toContain('more rows');
  });

  test('give the words of slides', async () => {
    const { items } = await read(
      makeOdf({ kind: 'presentation', body: '<draw:page draw:name="page1"><text:p>Welcome</text:p></draw:page>' }),
    );
    expect(items[0]?.text).toBe('[Slide page1]\nWelcome');
  });
});
