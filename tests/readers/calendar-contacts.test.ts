import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarEntries } from '../../src/engine/intake/readers/calendar-entries.ts';
import { contactCards } from '../../src/engine/intake/readers/contact-cards.ts';
import { placeOfZone } from '../../src/engine/intake/readers/shared/directory/calendar-time.ts';
import { repeatWords } from '../../src/engine/intake/readers/shared/directory/repeat-words.ts';
import { readerFor, readWith } from './made/collect.ts';

const lines = (...all: readonly string[]): string => `${all.join('\r\n')}\r\n`;

function event(...more: readonly string[]): string {
  return lines(
    'BEGIN:VEVENT',
    'UID:trip-1@example.org',
    'DTSTAMP:20260301T080000Z',
    'SUMMARY:Field trip',
    ...more,
    'END:VEVENT',
  );
}

const calendar = (...parts: readonly string[]): string =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Made//EN\r\n${parts.join('')}END:VCALENDAR\r\n`;

const readCalendar = (content: string | Uint8Array) => readWith(calendarEntries, content, 'trip.ics');
const readCards = (content: string | Uint8Array) => readWith(contactCards, content, 'people.vcf');

describe('calendars', () => {
  test('give one item an entry, with people, place and time, whatever the file is called', async () => {
    const content = calendar(
      event(
        'DTSTART:20260310T144200Z',
        'DTEND:20260310T180000Z',
        'LOCATION:Gym\\, door 3',
        'DESCRIPTION:Bring a coat\\nand lunch',
        'ORGANIZER;CN="Whitfield, Dana":mailto:dana@example.org',
        'ATTENDEE;CN=José;ROLE=REQ-PARTICIPANT:MAILTO:jose@example.org',
      ),
      lines('BEGIN:VTODO', 'UID:t2', 'SUMMARY:Collect slips', 'DUE:20260309T120000Z', 'END:VTODO'),
    );
    expect(readerFor(content, 'trip.txt')).toBe('ics');
    const { items, warnings } = await readCalendar(content);
    expect(warnings).toEqual([]);
    expect(items.map((item) => [item.kind, item.title, item.sentAt?.instant])).toEqual([
      ['event', 'Field trip', '2026-03-10T14:42:00Z'],
      ['event', 'Collect slips', '2026-03-09T12:00:00Z'],
    ]);
    expect(items[0]).toMatchObject({
      author: { name: 'Whitfield, Dana', handle: 'dana@example.org' },
      recipients: [{ name: 'José', handle: 'jose@example.org' }],
      text: 'Gym, door 3\nBring a coat\nand lunch',
      thread: { id: 'trip-1@example.org' },
    });
  });

  test('keep floating times floating, and take the zone that a person gave as assumed', async () => {
    const content = calendar(event('DTSTART:20260310T104200'));
    expect((await readCalendar(content)).items[0]?.sentAt).toMatchObject({
      local: '2026-03-10T10:42:00',
      instant: null,
      zone: null,
    });
    const given = await readWith(calendarEntries, content, 'a.ics', { zone: 'America/New_York', ocrLanguages: [] });
    expect(given.items[0]?.sentAt).toMatchObject({ instant: '2026-03-10T14:42:00Z', certainty: 'assumed' });
  });

  test.each([
    ['America/New_York', '2026-03-10T14:42:00Z'],
    ['Eastern Standard Time', '2026-03-10T14:42:00Z'],
    ['W. Europe Standard Time', '2026-03-10T09:42:00Z'],
    ['/freeassociation.sourceforge.net/America/New_York', '2026-03-10T14:42:00Z'],
    ['/mozilla.org/20050126_1/America/Argentina/Buenos_Aires', '2026-03-10T13:42:00Z'],
    ['(UTC-05:00) Eastern Time (US & Canada)', '2026-03-10T14:42:00Z'],
    ['EST5EDT', '2026-03-10T14:42:00Z'],
    ['tzone://Microsoft/Utc', '2026-03-10T10:42:00Z'],
  ])('know the zone "%s"', async (zone, instant) => {
    const { items, warnings } = await readCalendar(calendar(event(`DTSTART;TZID="${zone}":20260310T104200`)));
    expect(items[0]?.sentAt).toMatchObject({ instant, certainty: 'stated', basis: 'zone-labelled' });
    expect(warnings).toEqual([]);
  });

  test('read a zone of its own by the changes of the clocks that the calendar describes', async () => {
    const zone = lines(
      'BEGIN:VTIMEZONE',
      'TZID:School time',
      'BEGIN:STANDARD',
      'DTSTART:16010101T020000',
      'TZOFFSETFROM:-0400',
      'TZOFFSETTO:-0500',
      'RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:16010101T020000',
      'TZOFFSETFROM:-0500',
      'TZOFFSETTO:-0400',
      'RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
    );
    const at = async (written: string): Promise<string | null | undefined> =>
      (await readCalendar(calendar(event(`DTSTART;TZID=School time:${written}`), zone))).items[0]?.sentAt?.instant;
    expect(await at('20260307T104200')).toBe('2026-03-07T15:42:00Z');
    expect(await at('20260308T104200')).toBe('2026-03-08T14:42:00Z');
    expect(await at('20261101T104200')).toBe('2026-11-01T15:42:00Z');
    expect(await at('20260101T104200')).toBe('2026-01-01T15:42:00Z');
  });

  test('leave a time floating whose zone nobody knows, and say so', async () => {
    const { items, warnings } = await readCalendar(
      calendar(event('DTSTART;TZID=Customized Time Zone:20260310T104200')),
    );
    expect(items[0]?.sentAt).toMatchObject({ local: '2026-03-10T10:42:00', instant: null });
    expect(warnings).toEqual([expect.stringContaining('"Customized Time Zone" is not known')]);
  });

  test('tell whole days as days', async () => {
    const { items } = await readCalendar(calendar(event('DTSTART;VALUE=DATE:20260310')));
    expect(items[0]?.sentAt).toMatchObject({ local: '2026-03-10', precision: 'day', instant: null });
  });

  test('say how an entry repeats and do not repeat it', async () => {
    const { items } = await readCalendar(
      calendar(event('DTSTART:20260310T144200Z', 'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE')),
    );
    expect(items).toHaveLength(1);
    expect(items[0]?.facts.find((fact) => fact.label === 'Repeats')?.value).toContain('every 2 weeks on MO, WE');
    expect(repeatWords('FREQ=DAILY;COUNT=5')).toContain('every day, 5 times');
  });

  test('read letters that were folded in their middle, and several calendars in one file', async () => {
    const folded = Buffer.concat([
      Buffer.from('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:ma'),
      Buffer.from([0xc3]),
      Buffer.from('\r\n '),
      Buffer.from([0xb1]),
      Buffer.from('ana\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'),
      Buffer.from(calendar(event('DTSTART:20260310T144200Z'))),
    ]);
    expect((await readCalendar(folded)).items.map((item) => item.title)).toEqual(['mañana', 'Field trip']);
  });

  test('give a file inside an entry as a member, and fetch none that lies elsewhere', async () => {
    const { items, members } = await readCalendar(
      calendar(
        event(
          'ATTACH;FMTTYPE=text/plain;ENCODING=BASE64;VALUE=BINARY;X-FILENAME=list.txt:aGVsbG8=',
          'ATTACH:https://drive.example/list.pdf',
        ),
      ),
    );
    expect(members.map((member) => [member.name, Buffer.from(member.bytes).toString()])).toEqual([
      ['entry 1/list.txt', 'hello'],
    ]);
    expect(items[0]?.facts.map((fact) => fact.value)).toContain('https://drive.example/list.pdf');
  });

  test('keep words whose line breaks were not folded, and an entry whose end is missing', async () => {
    const broken =
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:One\nDESCRIPTION:first line\nsecond line without a mark\nBEGIN:VEVENT\nSUMMARY:Two\n';
    const { items, warnings } = await readCalendar(broken);
    expect(items.map((item) => [item.title, item.text])).toEqual([
      ['One', 'first line\nsecond line without a mark'],
      ['Two', ''],
    ]);
    expect(warnings).toEqual([expect.stringContaining('may be cut off')]);
  });

  test('know nothing of names that are no zone', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const place = placeOfZone(name);
        expect(place === null || place.length > 0).toBe(true);
      }),
    );
  });

  test('find again the words that were put in, whatever they are', async () => {
    const written = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
    const folded = (text: string): string => text.replace(/(.{20})(?=.)/gu, '$1\r\n ');
    const words = fc.string({
      unit: fc.constantFrom('a', 'ñ', '😀', ';', ',', ':', '\\', '"', ' ', '\n', 'n'),
      maxLength: 80,
    });
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        const { items } = await readCalendar(calendar(event(folded(`DESCRIPTION:${written(text)}`))));
        expect(items[0]?.text).toBe(text.trim());
      }),
    );
  });
});

describe('contact cards', () => {
  test('give one item a card with every way of reaching somebody', async () => {
    const content = lines(
      'BEGIN:VCARD',
      'VERSION:3.0',
      'N:Whitfield;Dana;;Ms.;',
      'FN:Dana Whitfield',
      'ORG:Alder Cove School;Science',
      'TEL;TYPE=CELL,VOICE:+1 203 555 0100',
      'item1.EMAIL;type=INTERNET:dana@example.org',
      'item1.X-ABLabel:_$!<Work>!$_',
      'X-SOCIALPROFILE;type=instagram:https://social.example/dana.w',
      'NOTE:Coach\\, grade 6',
      'END:VCARD',
      'BEGIN:VCARD',
      'VERSION:4.0',
      'FN:Jose',
      'TEL;VALUE=uri;TYPE="voice,home":tel:+1-203-555-0101',
      'END:VCARD',
    );
    expect(readerFor(content, 'phone.txt')).toBe('vcf');
    const { items, warnings } = await readCards(content);
    expect(warnings).toEqual([]);
    expect(items.map((item) => [item.kind, item.title])).toEqual([
      ['contact', 'Dana Whitfield'],
      ['contact', 'Jose'],
    ]);
    expect(items[0]?.facts).toEqual([
      { label: 'Organisation', value: 'Alder Cove School, Science' },
      { label: 'Telephone (cell)', value: '+1 203 555 0100' },
      { label: 'E-mail address (Work)', value: 'dana@example.org' },
      { label: 'Profile (instagram)', value: 'https://social.example/dana.w' },
    ]);
    expect(items[0]?.text).toContain('Coach, grade 6');
    expect(items[1]?.facts).toEqual([{ label: 'Telephone (home)', value: '+1-203-555-0101' }]);
  });

  test('read cards of version 2.1 with quoted-printable, a charset and soft line ends', async () => {
    const { items } = await readCards(
      Buffer.from(
        lines(
          'BEGIN:VCARD',
          'VERSION:2.1',
          'N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Nu=C3=B1ez;Jos=C3=',
          '=A9',
          'TEL;CELL;PREF:2035550102',
          'NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:ma=F1ana=0D=0Aa las 8',
          'END:VCARD',
        ),
      ),
    );
    expect(items[0]?.title).toBe('José Nuñez');
    expect(items[0]?.facts).toEqual([{ label: 'Telephone (cell)', value: '2035550102' }]);
    expect(items[0]?.text).toContain('mañana\na las 8');
  });

  test('give a photo as a member, in each version’s way of writing it', async () => {
    const content = lines(
      'BEGIN:VCARD',
      'FN:A',
      'PHOTO;ENCODING=b;TYPE=JPEG:aGVs',
      ' bG8=',
      'END:VCARD',
      'BEGIN:VCARD',
      'FN:B',
      'PHOTO:data:image/png;base64,aGVsbG8=',
      'END:VCARD',
    );
    const { members } = await readCards(content);
    expect(members.map((member) => [member.name, Buffer.from(member.bytes).toString()])).toEqual([
      ['card 1/A photo.jpg', 'hello'],
      ['card 2/B photo.png', 'hello'],
    ]);
  });

  test('take a card inside a card for an agent, and count it once', async () => {
    const agent = lines(
      'BEGIN:VCARD',
      'FN:Boss',
      'AGENT:',
      'BEGIN:VCARD',
      'FN:Secretary',
      'END:VCARD',
      'TEL:2035550103',
      'END:VCARD',
    );
    const { items } = await readCards(agent);
    expect(items).toHaveLength(1);
    expect(items[0]?.facts).toContainEqual({ label: 'Acts through', value: 'Secretary' });
    expect(items[0]?.facts).toContainEqual({ label: 'Telephone', value: '2035550103' });
  });

  test('read cards without ends, and say that the file may be cut off', async () => {
    const { items, warnings } = await readCards('BEGIN:VCARD\nFN:One\nBEGIN:VCARD\nFN:Two\n');
    expect(items.map((item) => item.title)).toEqual(['One', 'Two']);
    expect(warnings).toEqual([expect.stringContaining('may be cut off')]);
  });

  test('read 5,000 cards quickly, and end on parts nested without end', async () => {
    const many = Array.from({ length: 5000 }, (_, index) =>
      lines('BEGIN:VCARD', `FN:Person ${index}`, 'END:VCARD'),
    ).join('');
    const before = performance.now();
    expect((await readCards(many)).items).toHaveLength(5000);
    expect(
      (await readCards(lines('BEGIN:VCARD', 'FN:x', ...Array.from({ length: 50_000 }, () => 'BEGIN:A')))).items,
    ).toHaveLength(1);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

describe('calendars that are not whole', () => {
  test('are known for calendars where entries stand alone or bytes are damaged', async () => {
    const entry = 'BEGIN:VEVENT\r\nDTSTART:20260310T140000Z\r\nSUMMARY:Practice\r\nEND:VEVENT\r\n';
    expect(readerFor(entry, 'x')).toBe('ics');
    expect((await readWith(calendarEntries, entry)).items.map(({ title }) => title)).toEqual(['Practice']);
    expect(readerFor(`BEGIN:VCALENDAR\r\n${entry}\0\0\u0001END:VCALENDAR`, 'x')).toBe('ics');
  });
});
