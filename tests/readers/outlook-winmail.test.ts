import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outlookWinmail } from '../../src/engine/intake/readers/outlook-winmail.ts';
import { readerFor, readWith } from './made/collect.ts';
import { figure, type MadePackage, propertyList, winmailFile } from './made/winmail-files.ts';

const usual: MadePackage = {
  properties: [
    [0x001a, 'IPM.Note'],
    [0x0037, 'Field trip'],
    [0x0c1a, 'Dana Whitfield'],
    [0x0c1f, 'dana@example.org'],
    [0x0039, new Date('2026-03-10T14:42:00Z')],
    [0x1000, 'The bus leaves at 8.'],
  ],
  recipients: [
    [
      [0x3001, 'Jose Ruiz'],
      [0x39fe, 'jose@example.org'],
      [0x0c15, 1],
    ],
  ],
  attachments: [{ title: 'photo.jpg', data: Buffer.from([0xff, 0xd8, 0xff]) }],
};

const read = (made: MadePackage) => readWith(outlookWinmail, winmailFile(made), 'winmail.dat');

describe('Outlook packages (winmail.dat)', () => {
  test('give the message they hide, with its attachments, whatever the file is called', async () => {
    expect(readerFor(winmailFile(usual), 'ATT0001.bin')).toBe('tnef');
    const { items, members, warnings } = await read(usual);
    expect(warnings).toEqual([]);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      title: 'Field trip',
      author: { name: 'Dana Whitfield', handle: 'dana@example.org' },
      recipients: [{ name: 'Jose Ruiz', handle: 'jose@example.org' }],
      text: 'The bus leaves at 8.',
      sentAt: { instant: '2026-03-10T14:42:00Z' },
    });
    expect(members.map((member) => [member.name, [...member.bytes]])).toEqual([['photo.jpg', [0xff, 0xd8, 0xff]]]);
  });

  test('read the older attributes where there are no properties, in the code page they name', async () => {
    const { items } = await read({
      properties: [],
      older: [
        [0x8004, Buffer.from('Excursi\u00f3n\0', 'latin1')],
        [0x800c, Buffer.from('ma\u00f1ana\0', 'latin1')],
      ],
    });
    expect(items[0]).toMatchObject({ title: 'Excursión', text: 'mañana', sentAt: null });
  });

  test('prefer the long name of an attachment to the short one', async () => {
    const properties = propertyList([[0x3707, 'permission slip.pdf']]);
    const { members } = await read({
      ...usual,
      attachments: [{ title: 'PERMIS~1.PDF', data: Buffer.from('x'), properties }],
    });
    expect(members[0]?.name).toBe('permission slip.pdf');
  });

  test('hand on an attached message as a package of its own', async () => {
    const inner = winmailFile({
      properties: [
        [0x0037, 'Inner'],
        [0x1000, 'inner words'],
      ],
    });
    const object = Buffer.concat([Buffer.alloc(16), inner]);
    const filled = Buffer.concat([object, Buffer.alloc((4 - (object.length % 4)) % 4)]);
    const tag = figure(((0x3701 << 16) | 0x0d) >>> 0);
    const properties = Buffer.concat([figure(1), tag, figure(1), figure(object.length), filled]);
    const { members } = await read({ ...usual, attachments: [{ title: 'Inner', data: Buffer.alloc(0), properties }] });
    expect(members[0]?.name).toBe('Inner.dat');
    expect((await readWith(outlookWinmail, members[0]?.bytes ?? '')).items[0]?.text).toBe('inner words');
  });

  test('keep what stands before the place where they are cut off, and say so', async () => {
    const whole = winmailFile(usual);
    const { items, warnings } = await readWith(outlookWinmail, whole.subarray(0, whole.length - 4));
    expect(items[0]?.text).toBe('The bus leaves at 8.');
    expect(warnings[0]).toContain('cut off');
  });

  test('answer every cut and every flipped byte with items or a refusal', async () => {
    const whole = winmailFile(usual);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 6, max: whole.length - 1 }),
        fc.nat(255),
        fc.boolean(),
        async (at, value, cut) => {
          const bytes = cut ? whole.subarray(0, at) : Buffer.from(whole);
          if (!cut) bytes[at] = value;
          const found = await readWith(outlookWinmail, bytes);
          expect(found.items.length === 1 || found.refusal !== null).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });
});
