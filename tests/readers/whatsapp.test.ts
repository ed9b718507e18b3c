import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { whatsappExport } from '../../src/engine/intake/readers/whatsapp-export.ts';
import { type Clock, chatLocales, localText } from './made/chats.ts';
import { readerFor, readWith } from './made/collect.ts';

const lrm = '\u200e';
const clockOf = (year: number, month: number, day: number, hour: number, minute: number, second = 0): Clock => ({
  year,
  month,
  day,
  hour,
  minute,
  second,
});

const clocks = fc.record({
  year: fc.integer({ min: 2010, max: 2031 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.integer({ min: 0, max: 59 }),
  second: fc.integer({ min: 0, max: 59 }),
});

/** Words without the brackets in which WhatsApp puts its own marks. */
const words = fc
  .array(fc.string({ unit: 'grapheme', maxLength: 30 }), { minLength: 1, maxLength: 4 })
  .map((lines) => lines.map((line) => line.replace(/[<>()\r\n]/g, '')).join('\n'));

const messages = fc.array(
  fc.record({ clock: clocks, author: fc.constantFrom('Ana Ruiz', 'Coach Ray', 'Łukasz', '李明'), text: words }),
  { minLength: 1, maxLength: 12 },
);

const sortKey = (clock: Clock): string => localText(clock, true);

describe('WhatsApp exports', () => {
  test('takes the years of telephones set to Persian for what they are', async () => {
    const { items } = await readWith(
      whatsappExport,
      '۱۴۰۲/۱۲/۲۲،‏ ۲۱:۴۱ - Rosa: سلام\n۱۴۰۳/۱/۱،‏ ۸:۰۵ - Theo: سلام\n۱۴۰۳/۷/۳۰،‏ ۸:۰۵ - Theo: سلام\n',
    );
    expect(items.map(({ sentAt }) => sentAt?.local)).toEqual([
      '2024-03-12T21:41:00',
      '2024-03-20T08:05:00',
      '2024-10-21T08:05:00',
    ]);
  });

  for (const locale of chatLocales) {
    test(`gives back every message, author and time of a chat written by: ${locale.name}`, async () => {
      await fc.assert(
        fc.asyncProperty(messages, async (drawn) => {
          // One late day settles the order of day and month, as it does in nearly every real chat.
          const settling = { clock: clockOf(2009, 1, 25, 9, 5), author: 'Ana Ruiz', text: 'first' };
          const sorted = [settling, ...drawn].sort((a, b) => (sortKey(a.clock) < sortKey(b.clock) ? -1 : 1));
          const text = `${sorted.map((each) => `${locale.start(each.clock)}${each.author}: ${each.text}`).join('\n')}\n`;
          const { items } = await readWith(whatsappExport, text, 'chat.txt');
          expect(items.map((item) => [item.author?.name, item.text, item.sentAt?.local])).toEqual(
            sorted.map((each) => [each.author, each.text, localText(each.clock, locale.seconds)]),
          );
          expect(items.every((item) => item.sentAt?.certainty === 'stated')).toBe(true);
        }),
        { numRuns: 60 },
      );
    });
  }

  test('keeps both readings of dates that nothing in the chat settles, and says so', async () => {
    const chat = '3/4/24, 9:41 PM - Ana: one\n3/4/24, 9:42 PM - Ben: two\n';
    const { items, warnings } = await readWith(whatsappExport, chat, 'WhatsApp Chat with Ana.txt');
    expect(warnings).toEqual(['dates could be day/month or month/day: 0 of 2 settle it']);
    expect(items[0]?.sentAt).toMatchObject({
      certainty: 'ambiguous',
      instant: null,
      readings: ['2024-03-04T21:41:00', '2024-04-03T21:41:00'],
    });
  });

  test('says how few dates settle the order when only few do', async () => {
    const many = Array.from({ length: 209 }, () => '3/12/24, 9:41 PM - Ana: hello').join('\n');
    const few = Array.from({ length: 5 }, () => '3/13/24, 9:41 PM - Ben: later').join('\n');
    const { items, warnings } = await readWith(whatsappExport, `${many}\n${few}\n`, 'chat.txt');
    expect(warnings).toEqual(['dates could be day/month or month/day: 5 of 214 settle it as month/day']);
    expect(items[0]?.sentAt).toMatchObject({ local: '2024-03-12T21:41:00', certainty: 'stated' });
  });

  test('settles the order by the day in the name of a sent photo', async () => {
    const chat = `[4/3/24, 9:41:07 PM] Ana: ${lrm}<attached: 00000012-PHOTO-2024-04-03-21-41-07.jpg>\n[4/3/24, 9:42:00 PM] Ben: nice\n`;
    const { items, warnings } = await readWith(whatsappExport, chat, '_chat.txt');
    expect(warnings).toEqual([]);
    expect(items[1]?.sentAt?.local).toBe('2024-04-03T21:42:00');
    expect(items[0]?.attachments).toEqual(['00000012-PHOTO-2024-04-03-21-41-07.jpg']);
  });

  test('takes the reading that keeps a chat in order of time, and says that only the order tells', async () => {
    const chat = '1/4/24, 10:00 - Ana: a\n2/4/24, 10:00 - Ana: b\n1/5/24, 10:00 - Ana: c\n';
    const { items, warnings } = await readWith(whatsappExport, chat, 'chat.txt');
    expect(warnings[0]).toContain('only day/month keeps them in order of time');
    expect(items.map((item) => item.sentAt?.local)).toEqual([
      '2024-04-01T10:00:00',
      '2024-04-02T10:00:00',
      '2024-05-01T10:00:00',
    ]);
  });

  test('does not count what the app itself wrote, and keeps it beside the next message', async () => {
    const chat = [
      '13/03/2024, 08:00 - Messages and calls are end-to-end encrypted.',
      '13/03/2024, 08:00 - Ana created group "Team: spring"',
      '13/03/2024, 08:01 - Ana changed the subject from "A: B" to "C"',
      '13/03/2024, 08:02 - Ana: hello',
      '13/03/2024, 08:03 - Ben left',
    ].join('\n');
    const { items } = await readWith(whatsappExport, chat, 'chat.txt');
    expect(items.map((item) => [item.author?.name, item.text, item.kind])).toEqual([['Ana', 'hello', 'group-message']]);
    expect(items[0]?.facts.map((fact) => fact.value)).toEqual([
      '13/03/2024, 08:00: Messages and calls are end-to-end encrypted.',
      '13/03/2024, 08:00: Ana created group "Team: spring"',
      '13/03/2024, 08:01: Ana changed the subject from "A: B" to "C"',
      '13/03/2024, 08:03: Ben left',
    ]);
  });

  test('knows an iPhone notice by its direction mark, and the same words typed by a person as a message', async () => {
    const notice = 'Messages and calls are end-to-end encrypted.';
    const chat = `[13/03/2024, 08:00:00] Ana: ${lrm}${notice}\n[13/03/2024, 08:00:01] Ana: ${notice}\n`;
    const { items } = await readWith(whatsappExport, chat, '_chat.txt');
    expect(items.map((item) => item.text)).toEqual([notice]);
  });

  test('takes a name with a colon in it as one where the app itself gives it, and only there', async () => {
    const lines = [
      '13/03/2024, 08:00 - Ana: one: two',
      '13/03/2024, 08:01 - Coach Ray: Track: hello',
      '13/03/2024, 08:02 - Coach Ray: Track: bring: water',
    ];
    const unknown = await readWith(whatsappExport, `${lines.join('\n')}\n`, 'chat.txt');
    expect(unknown.items.map((item) => [item.author?.name, item.text])).toEqual([
      ['Ana', 'one: two'],
      ['Coach Ray', 'Track: hello'],
      ['Coach Ray', 'Track: bring: water'],
    ]);
    const told = await readWith(
      whatsappExport,
      ['13/03/2024, 07:59 - Ana added Coach Ray: Track', ...lines, '13/03/2024, 08:03 - Coach Ray: Track left'].join(
        '\n',
      ),
      'chat.txt',
    );
    expect(told.items.map((item) => [item.author?.name, item.text])).toEqual([
      ['Ana', 'one: two'],
      ['Coach Ray: Track', 'hello'],
      ['Coach Ray: Track', 'bring: water'],
    ]);
    const titled = await readWith(whatsappExport, lines.join('\n'), 'WhatsApp Chat with Coach Ray: Track.txt');
    expect(titled.items[1]?.author?.name).toBe('Coach Ray: Track');
  });

  test.each([
    [
      'Russian',
      'Данное сообщение удалено',
      '<Без медиафайлов>',
      'IMG-20240313-WA0001.jpg (файл добавлен)',
      ' <Сообщение изменено>',
    ],
    [
      'Turkish',
      'Bu mesaj silindi',
      '<Medya dahil edilmedi>',
      'IMG-20240313-WA0001.jpg (dosya ekli)',
      ' <Bu mesaj düzenlendi>',
    ],
    [
      'Polish',
      'Ta wiadomość została usunięta',
      '<pominięto multimedia>',
      'IMG-20240313-WA0001.jpg (plik załączony)',
      ' <Edytowano tę wiadomość>',
    ],
    [
      'Italian',
      'Questo messaggio è stato eliminato.',
      'immagine omessa',
      'IMG-20240313-WA0001.jpg (file allegato)',
      ' <Questo messaggio è stato modificato>',
    ],
    ['Chinese', '此消息已删除', '<省略多媒体文件>', 'IMG-20240313-WA0001.jpg (文件附件)', ' <此消息已编辑>'],
  ])('knows the app’s own words in %s', async (_language, deleted, omitted, attached, edited) => {
    const at = '13.03.24, 08:00 - Ana: ';
    const { items } = await readWith(
      whatsappExport,
      [`${at}${deleted}`, `${at}${omitted}`, `${at}${attached}`, `${at}ok${edited}`].join('\n'),
      'chat.txt',
    );
    expect(
      items.map((item) => [
        item.deleted,
        item.facts.some((each) => each.label === 'Media'),
        item.attachments.length,
        item.edited,
      ]),
    ).toEqual([
      [true, false, 0, false],
      [false, true, 0, false],
      [false, false, 1, false],
      [false, false, 0, true],
    ]);
  });

  test('takes the name of a chat from the file’s name, or from the first notice of an iPhone', async () => {
    const android = await readWith(
      whatsappExport,
      '13/03/2024, 08:00 - Ana: a\n',
      'Chat de WhatsApp con Ben Oduya.txt',
    );
    expect(android.items[0]).toMatchObject({
      thread: { title: 'Ben Oduya' },
      recipients: [{ name: 'Ben Oduya', handle: null }],
    });
    const notice = `[13/03/2024, 08:00:00] Team 6b: ${lrm}Messages and calls are end-to-end encrypted.`;
    const iphone = await readWith(whatsappExport, `${notice}\n[13/03/2024, 08:00:01] Ana: a\n`, '_chat.txt');
    expect(iphone.items[0]?.thread?.title).toBe('Team 6b');
  });

  test('marks edited and deleted messages and media that were left out', async () => {
    const chat = [
      `[13/03/2024, 08:00:00] Ana: see you at 5 ${lrm}<This message was edited>`,
      `[13/03/2024, 08:00:01] Ana: ${lrm}This message was deleted.`,
      `[13/03/2024, 08:00:02] Ana: ${lrm}image omitted`,
      '[13/03/2024, 08:00:03] Ana: <Multimedia omitido>',
    ].join('\r\n');
    const { items } = await readWith(whatsappExport, chat, '_chat.txt');
    expect(items.map((item) => [item.text, item.edited, item.deleted])).toEqual([
      ['see you at 5', true, false],
      [`${lrm}This message was deleted.`, false, true],
      [`${lrm}image omitted`, false, false],
      ['<Multimedia omitido>', false, false],
    ]);
    expect(items[2]?.facts[0]?.value).toBe('sent, but not included in the export');
  });

  test('binds an attachment with blanks and brackets in its name, and keeps the words beside it', async () => {
    const chat =
      '13/03/2024, 08:00 - Ana: my plan (final).pdf (file attached)\nread page 2\n13/03/2024, 08:01 - Ben: ok\n';
    const { items } = await readWith(whatsappExport, chat, 'chat.txt');
    expect(items[0]).toMatchObject({ attachments: ['my plan (final).pdf'], text: 'read page 2' });
  });

  test('leaves a chat that somebody pasted into a message inside that message', async () => {
    const chat = [
      '13/03/2024, 08:00 - Ana: look what he wrote',
      '[12/03/2024, 21:41:07] Ray: come over',
      '[12/03/2024, 21:42:07] Ray: now',
      '13/03/2024, 08:01 - Ben: oh',
      '13/03/2024, 08:02 - Ana: yes',
    ].join('\n');
    const { items, warnings } = await readWith(whatsappExport, chat, 'chat.txt');
    expect(warnings[0]).toContain('2 lines inside messages begin like messages of another chat');
    expect(items.map((item) => item.author?.name)).toEqual(['Ana', 'Ben', 'Ana']);
    expect(items[0]?.text).toContain('come over');
  });

  test('takes a telephone number as the handle and a chosen name without its mark', async () => {
    const chat = `[13/03/2024, 08:00:00] \u202a+1 (203) 555-0142\u202c: hi\n[13/03/2024, 08:00:01] ~\u202fMia: hey\n`;
    const { items } = await readWith(whatsappExport, chat, '_chat.txt');
    expect(items[0]?.author).toEqual({ name: '+1 (203) 555-0142', handle: '+12035550142' });
    expect(items[1]?.author).toEqual({ name: 'Mia', handle: null });
    expect(items[1]?.facts[0]?.value).toContain('chosen by the sender');
  });

  test('keeps a message whose date does not exist, without a date', async () => {
    const chat = '13/03/2024, 08:00 - Ana: a\n45/45/2024, 08:01 - Ben: b\n13/03/2024, 99:01 - Ben: c\n';
    const { items, warnings } = await readWith(whatsappExport, chat, 'chat.txt');
    expect(items.map((item) => item.text)).toEqual(['a', 'b', 'c']);
    expect(items[1]?.sentAt).toMatchObject({ asWritten: '45/45/2024, 08:01', local: null });
    expect(warnings).toEqual(['2 dates are no dates that exist; their messages were kept without one.']);
  });

  test('keeps both halves of the day where the word beside a 12-hour clock is unknown', async () => {
    const chat = '13/03/2024, 8:00 xx - Ana: a\n13/03/2024, 9:00 xx - Ben: b\n';
    const { items, warnings } = await readWith(whatsappExport, chat, 'chat.txt');
    expect(items[0]?.sentAt?.readings).toEqual(['2024-03-13T08:00:00', '2024-03-13T20:00:00']);
    expect(warnings).toEqual(['2 times could be morning or afternoon; both readings are kept.']);
  });

  test('fixes the instant by the zone that a person gave, and calls it assumed', async () => {
    const context = { zone: 'America/New_York', ocrLanguages: [] };
    const { items } = await readWith(whatsappExport, '13/03/2024, 08:00 - Ana: a\n', 'chat.txt', context);
    expect(items[0]?.sentAt).toMatchObject({ instant: '2024-03-13T12:00:00Z', certainty: 'assumed' });
  });

  test('reads a chat saved as UTF-16 by an editor', async () => {
    const chat = Buffer.from('\ufeff13/03/2024, 08:00 - Ana: señor\r\n13/03/2024, 08:01 - Ben: sí\r\n', 'utf16le');
    expect(readerFor(chat, 'chat.txt')).toBe('whatsapp');
    const { items } = await readWith(whatsappExport, chat, 'chat.txt');
    expect(items.map((item) => item.text)).toEqual(['señor', 'sí']);
  });

  test('warns where an export ends at the number of messages at which the app cuts off the oldest', async () => {
    const chat = Array.from({ length: 40_000 }, (_, index) => `13/03/2024, 08:00 - Ana: ${index}`).join('\n');
    const { items, warnings } = await readWith(whatsappExport, chat, 'chat.txt');
    expect(items).toHaveLength(40_000);
    expect(warnings[0]).toContain('older messages are probably missing');
  });

  test('reads a million direction marks and an endless line in a moment', async () => {
    const hostile = `13/03/2024, 08:00 - Ana: ${lrm.repeat(1_000_000)}\n${'1/'.repeat(500_000)}\n`;
    const before = performance.now();
    const { items } = await readWith(whatsappExport, hostile, 'chat.txt');
    expect(items).toHaveLength(1);
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  test('notices of an iPhone in Spanish and French, whose verbs end in a letter with an accent, are nobody’s words', async () => {
    const chat = [
      '[12/3/24, 21:41:07] Grupo: \u200eLos mensajes y las llamadas están cifrados de extremo a extremo.',
      '[12/3/24, 21:42:07] Ana: Hola',
      '\u200e[25/3/24, 9:43:07] Grupo: \u200eAna cambió el asunto',
      '\u200e[25/3/24, 9:44:07] Grupo: \u200ePaul a modifié la description',
    ];
    const { items } = await readWith(whatsappExport, chat.join('\n'));
    expect(items.map(({ text }) => text)).toEqual(['Hola']);
  });

  test('dates with dashes whose second figure can only be a day are read month first', async () => {
    const { items, warnings } = await readWith(
      whatsappExport,
      '03-16-2018, 01.55 PM - a: m\n03-17-2018, 01.55 PM - a: n',
    );
    expect(items.map(({ sentAt }) => sentAt?.local)).toEqual(['2018-03-16T13:55:00', '2018-03-17T13:55:00']);
    expect(warnings).toEqual([]);
  });
});
