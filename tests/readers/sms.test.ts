import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smsBackup } from '../../src/engine/intake/readers/sms-backup.ts';
import { readerFor, readWith } from './made/collect.ts';
import { attributeText, type MadePart, mmsXml, smsesXml, smsXml } from './made/sms.ts';

const read = (xml: string | Uint8Array) => readWith(smsBackup, xml, 'sms-20240312.xml');
const at = 1_710_279_667_000;

describe('SMS Backup & Restore', () => {
  test('gives back every message, number and time, whatever stands in it', async () => {
    const drawn = fc.array(
      fc.record({
        address: fc.constantFrom('+12035550142', '12345', 'Bank'),
        date: fc.integer({ min: 1_200_000_000_000, max: 1_900_000_000_000 }),
        type: fc.constantFrom(1, 2),
        body: fc.string({ unit: 'grapheme', maxLength: 40 }).filter((body) => body !== 'null'),
      }),
      { maxLength: 10 },
    );
    await fc.assert(
      fc.asyncProperty(drawn, async (messages) => {
        const { items, unreadable } = await read(smsesXml(messages.map((each) => smsXml(each))));
        expect(unreadable).toEqual([]);
        expect(
          items.map((item) => [item.text, item.sentAt?.asWritten, item.author?.handle ?? item.recipients[0]?.handle]),
        ).toEqual(messages.map((each) => [each.body, String(each.date), each.address]));
        expect(items.every((item, index) => (item.author === null) === (messages[index]?.type === 2))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('joins letters beyond U+FFFF that are written as two references', async () => {
    const xml = smsesXml([
      `<sms protocol="0" address="+12035550142" date="${at}" type="1" subject="null" body="ok &#55357;&#56832; &amp; &#10;bye &#x1F600;" readable_date="Mar 12, 2024 5:41:07 PM" contact_name="Ana Ruiz" />`,
    ]);
    const { items } = await read(xml);
    expect(items[0]).toMatchObject({
      kind: 'sms',
      text: 'ok 😀 & \nbye 😀',
      title: null,
      author: { name: 'Ana Ruiz', handle: '+12035550142' },
      sentAt: { instant: '2024-03-12T21:41:07Z', basis: 'epoch' },
    });
  });

  test('gives the parts of a multimedia message as members and leaves its layout out', async () => {
    const parts: MadePart[] = [
      { ct: 'application/smil', text: '<smil><body/></smil>' },
      { ct: 'text/plain', text: 'look at this' },
      { ct: 'image/jpeg', cl: 'image000000.jpg', data: Buffer.from('picture').toString('base64') },
    ];
    const { items, members } = await read(
      smsesXml([
        mmsXml({ address: '+12035550142', date: at, box: 1, parts, from: '+12035550142' }),
        mmsXml({ address: '+12035550142', date: at + 1, box: 2, parts }),
      ]),
    );
    expect(items.map((item) => [item.text, item.attachments])).toEqual([
      ['look at this', ['message 1/image000000.jpg']],
      ['look at this', ['message 2/image000000.jpg']],
    ]);
    expect(members.map((each) => [each.name, each.role, Buffer.from(each.bytes).toString()])).toEqual([
      ['message 1/image000000.jpg', 'attachment', 'picture'],
      ['message 2/image000000.jpg', 'attachment', 'picture'],
    ]);
  });

  test('takes the sender of a group message from its own addresses', async () => {
    const { items } = await read(
      smsesXml([
        mmsXml({
          address: '+12035550142~+12035550143',
          name: 'Ana Ruiz, Ben Ode',
          date: at,
          box: 1,
          from: '2035550143',
          parts: [{ ct: 'text/plain', text: 'hi all' }],
        }),
      ]),
    );
    expect(items[0]).toMatchObject({
      audience: 'group',
      author: { name: 'Ben Ode', handle: '+12035550143' },
      recipients: [{ name: 'Ana Ruiz', handle: '+12035550142' }],
      thread: { title: 'Ana Ruiz, Ben Ode' },
    });
  });

  test('tells calls from messages', async () => {
    const xml = `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<calls count="2"><call number="+12035550142" duration="0" date="${at}" type="3" presentation="1" contact_name="Ana Ruiz" /><call number="+12035550142" duration="61" date="${at}" type="2" presentation="1" contact_name="(Unknown)" /></calls>`;
    expect(readerFor(xml, 'calls.xml')).toBe('sms-backup');
    const { items } = await read(xml);
    expect(items.map((item) => [item.kind, item.text])).toEqual([
      ['event', 'Missed call from Ana Ruiz, 0 seconds'],
      ['event', 'Outgoing call to +12035550142, 61 seconds'],
    ]);
  });

  test('says where the count of the file and its content disagree, and where messages come twice', async () => {
    const one = smsXml({ address: '+12035550142', date: at, type: 1, body: 'hi' });
    const { items, warnings } = await read(smsesXml([one, one], 5));
    expect(items).toHaveLength(2);
    expect(warnings).toEqual([
      'The file says that it holds 5 entries; 2 were found.',
      '1 messages stand in the file more than once.',
    ]);
  });

  test('reads a backup that breaks off and says so; what stood before is kept', async () => {
    const xml = smsesXml([
      smsXml({ address: '1', date: at, type: 1, body: 'a' }),
      smsXml({ address: '1', date: at, type: 1, body: 'b' }),
    ]);
    const { items, warnings, unreadable } = await read(xml.slice(0, xml.indexOf('body="b')));
    expect(items.map((item) => item.text)).toEqual(['a']);
    expect(warnings[0]).toContain('breaks off');
    expect(unreadable).toHaveLength(1);
    const mms = smsesXml([
      mmsXml({ address: '1', date: at, box: 1, parts: [{ ct: 'image/png', cl: 'a.png', data: 'AAAA'.repeat(50) }] }),
    ]);
    const cut = await read(mms.slice(0, mms.indexOf('AAAA') + 40));
    expect(cut.items).toEqual([]);
    expect(cut.unreadable).toHaveLength(1);
  });

  test('reads an empty backup and says that it is empty', async () => {
    const xml = smsesXml([]);
    expect(readerFor(xml, 'sms.xml')).toBe('sms-backup');
    const { items, warnings } = await read(xml);
    expect([items, warnings]).toEqual([[], ['The export holds no messages, posts or connections.']]);
  });

  test('follows no entity and no document type', async () => {
    const xml = `<?xml version="1.0"?><!DOCTYPE smses [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;&a;">]><smses count="1">${smsXml({ address: '1', date: at, type: 1, body: 'x' }).replace('"x"', '"&b; &a;"')}</smses>`;
    expect(readerFor(xml, 'sms.xml')).toBe('sms-backup');
    const { items, warnings } = await read(xml);
    expect(items[0]?.text).toBe('&b; &a;');
    expect(warnings).toContain('The file declares a document type; nothing of it was followed.');
  });

  test('keeps drafts and messages that failed as what they are, and dates of zero as none', async () => {
    const { items } = await read(
      smsesXml([
        smsXml({ address: '1', date: at, type: 3, body: 'later' }),
        smsXml({ address: '1', date: 0, type: 5, body: 'no' }),
      ]),
    );
    expect(items.map((item) => item.facts.find((each) => each.label === 'State')?.value)).toEqual([
      'draft, not sent',
      'could not be sent',
    ]);
    expect(items[1]?.sentAt).toBeNull();
  });

  test('reads the shape of Super Backup', async () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?><allsms count="1"><sms address="+12035550142" time="Mar 12, 2024 5:41:07 PM" date="${at}" type="1" body="hi" read="1" service_center="" name="Ana Ruiz" /></allsms>`;
    expect(readerFor(xml, 'sms.xml')).toBe('sms-backup');
    expect((await read(xml)).items[0]).toMatchObject({
      text: 'hi',
      author: { name: 'Ana Ruiz', handle: '+12035550142' },
    });
  });

  test('reads the lines of SMS Import / Export', async () => {
    const lines = [
      {
        _id: '1',
        thread_id: '1',
        address: '+12035550142',
        date: String(at),
        type: '1',
        body: 'hi 😀',
        __display_name: 'Ana Ruiz',
      },
      {
        _id: '2',
        thread_id: '2',
        date: '1710279668',
        msg_box: '1',
        m_id: 'm',
        __sender_address: { address: '+12035550143', type: '137' },
        __recipient_addresses: [{ address: 'insert-address-token', type: '151' }],
        __parts: [
          { ct: 'application/smil', text: '<smil/>' },
          { ct: 'text/plain', text: 'look' },
          { ct: 'image/jpeg', _data: '/data/user_de/0/app_parts/PART_1.jpg' },
        ],
      },
    ];
    const text = `${lines.map((each) => JSON.stringify(each)).join('\n')}\nbroken\n`;
    expect(readerFor(text, 'messages.ndjson')).toBe('sms-backup');
    const { items, unreadable } = await read(text);
    expect(items.map((item) => [item.text, item.author?.handle, item.sentAt?.instant, item.attachments])).toEqual([
      ['hi 😀', '+12035550142', '2024-03-12T21:41:07Z', []],
      ['look', '+12035550143', '2024-03-12T21:41:08Z', ['PART_1.jpg']],
    ]);
    expect(unreadable).toHaveLength(1);
  });

  test('reads no other XML', () => {
    expect(readerFor('<?xml version="1.0"?><note><sms body="x"/></note>', 'sms.xml')).not.toBe('sms-backup');
  });

  test('survives any bytes after its root', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 200 }), async (noise) => {
        const { refusal } = await read(
          `<smses count="1">${noise}<sms address="1" date="1" type="1" body="${attributeText('a')}"/>`,
        );
        expect(refusal).toBeNull();
      }),
    );
  });
});
