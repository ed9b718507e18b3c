import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outlookWinmail } from '../../src/engine/intake/readers/outlook-winmail.ts';
import { readerFor, readWith } from './made/collect.ts';
import { encoded, type MadeProperty } from './made/outlook-files.ts';

interface MadePackage {
  readonly properties: readonly MadeProperty[];
  readonly older?: readonly (readonly [id: number, data: Uint8Array])[];
  readonly recipients?: readonly (readonly MadeProperty[])[];
  readonly attachments?: readonly { title: string; data: Uint8Array; properties?: Buffer }[];
}

function figure(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function attribute(level: 1 | 2, id: number, data: Uint8Array): Buffer {
  const sum = data.reduce((total, byte) => (total + byte) & 0xffff, 0);
  const head = Buffer.alloc(5);
  head[0] = level;
  head.writeUInt16LE(id, 1);
  return Buffer.concat([head, figure(data.length), data, Buffer.from([sum & 255, sum >> 8])]);
}

function list(properties: readonly MadeProperty[]): Buffer {
  const parts = properties.map((property) => {
    const { type, bytes } = encoded(property);
    const tag = figure(((property[0] << 16) | type) >>> 0);
    const filled = (content: Buffer): Buffer => Buffer.concat([content, Buffer.alloc((4 - (content.length % 4)) % 4)]);
    if ([0x03, 0x0b, 0x40].includes(type)) return Buffer.concat([tag, filled(bytes)]);
    return Buffer.concat([tag, figure(1), figure(bytes.length), filled(bytes)]);
  });
  return Buffer.concat([figure(properties.length), ...parts]);
}

function winmail({ properties, older = [], recipients, attachments = [] }: MadePackage): Buffer {
  return Buffer.concat([
    figure(0x223e9f78),
    Buffer.from([1, 0]),
    attribute(1, 0x9006, figure(0x10000)),
    attribute(1, 0x9007, Buffer.concat([figure(1252), figure(0)])),
    ...older.map(([id, data]) => attribute(1, id, data)),
    attribute(1, 0x9003, list(properties)),
    ...(recipients === undefined
      ? []
      : [attribute(1, 0x9004, Buffer.concat([figure(recipients.length), ...recipients.map(list)]))]),
    ...attachments.flatMap(({ title, data, properties: more }) => [
      attribute(2, 0x9002, Buffer.alloc(14)),
      attribute(2, 0x8010, Buffer.from(`${title}\0`, 'latin1')),
      attribute(2, 0x800f, data),
      ...(more === undefined ? [] : [attribute(2, 0x9005, more)]),
    ]),
  ]);
}

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

const read = (made: MadePackage) => readWith(outlookWinmail, winmail(made), 'winmail.dat');

describe('Outlook packages (winmail.dat)', () => {
  test('give the message they hide, with its attachments, whatever the file is called', async () => {
    expect(readerFor(winmail(usual), 'ATT0001.bin')).toBe('tnef');
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
    const properties = list([[0x3707, 'permission slip.pdf']]);
    const { members } = await read({
      ...usual,
      attachments: [{ title: 'PERMIS~1.PDF', data: Buffer.from('x'), properties }],
    });
    expect(members[0]?.name).toBe('permission slip.pdf');
  });

  test('hand on an attached message as a package of its own', async () => {
    const inner = winmail({
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
    const whole = winmail(usual);
    const { items, warnings } = await readWith(outlookWinmail, whole.subarray(0, whole.length - 4));
    expect(items[0]?.text).toBe('The bus leaves at 8.');
    expect(warnings[0]).toContain('cut off');
  });

  test('answer every cut and every flipped byte with items or a refusal', async () => {
    const whole = winmail(usual);
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
