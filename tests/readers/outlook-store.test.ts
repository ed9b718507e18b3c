import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outlookMessage } from '../../src/engine/intake/readers/outlook-message.ts';
import { outlookStore } from '../../src/engine/intake/readers/outlook-store.ts';
import { unveil } from '../../src/engine/intake/readers/shared/outlook/pst/cipher.ts';
import { readerFor, readWith } from './made/collect.ts';
import { type MadeMessage, usualMessage } from './made/outlook-files.ts';
import { type MadeStore, pstFile } from './made/pst-files.ts';
import type { Veil } from './made/pst-writer.ts';

const titled = (title: string): MadeMessage => ({
  ...usualMessage,
  properties: [
    ...usualMessage.properties.filter(([id]) => id !== 0x0037 && id !== 0x1035),
    [0x0037, title],
    [0x1035, `<${title}@x>`],
  ],
});

const store: MadeStore = {
  folders: [
    { name: 'Inbox', messages: [titled('First'), titled('Second')] },
    { name: 'Sent Items', messages: [titled('Third')] },
  ],
};

const read = (content: Uint8Array) => readWith(outlookStore, content, 'archive.pst');
const folderOf = (item: { facts: readonly { label: string; value: string }[] } | undefined) =>
  item?.facts.find((fact) => fact.label === 'Folder')?.value;

/** Each letter of the permuted kind stands for one other: the table forwards is what undoes the table backwards. */
function permuted(): Veil {
  const back = unveil(Buffer.from(Array.from({ length: 256 }, (_, index) => index)), 1, 0);
  const forward = Buffer.alloc(256);
  for (const [index, value] of back.entries()) forward[value] = index;
  return (bytes) => Buffer.from(bytes.map((byte) => forward[byte] ?? 0));
}

describe('Outlook data files', () => {
  test('give one item a message, with its folder, whatever the file is called', async () => {
    const content = pstFile(store);
    expect(readerFor(content, 'backup.zip')).toBe('pst');
    const { items, warnings, unreadable } = await read(content);
    expect(warnings).toEqual([]);
    expect(unreadable).toEqual([]);
    expect(items.map((item) => [item.locator, item.title, folderOf(item)])).toEqual([
      ['message 1', 'First', 'Top of Personal Folders / Inbox'],
      ['message 2', 'Second', 'Top of Personal Folders / Inbox'],
      ['message 3', 'Third', 'Top of Personal Folders / Sent Items'],
    ]);
    expect(items[0]).toMatchObject({
      author: { name: 'Dana Whitfield', handle: 'dana.whitfield@example.org' },
      recipients: [
        { name: 'Jose Ruiz', handle: 'jose@example.org' },
        { name: 'Ana Ruiz', handle: 'ana@example.org' },
      ],
      text: 'The bus leaves at 8.\nBring a coat.',
      sentAt: { instant: '2026-03-10T14:42:00Z' },
    });
  });

  test.each(['ansi', 'unicode', 'large'] as const)('are read in the layout %s', async (kind) => {
    const { items, warnings } = await read(pstFile({ ...store, kind }));
    expect(warnings).toEqual([]);
    expect(items.map((item) => item.title)).toEqual(['First', 'Second', 'Third']);
  });

  test.skipIf(spawnSync('readpst', ['-V']).error !== undefined)(
    'are made so that another program (readpst) finds the same messages in them',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'made-store-'));
      try {
        for (const kind of ['ansi', 'unicode', 'large'] as const) {
          writeFileSync(join(folder, `${kind}.pst`), pstFile({ ...store, kind }));
          spawnSync('readpst', ['-e', '-D', '-o', folder, join(folder, `${kind}.pst`)]);
          const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
            name.endsWith('.eml'),
          );
          expect(found).toHaveLength(3);
          rmSync(join(folder, 'Made store'), { recursive: true });
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );

  test('are read through both veils that need no key, and refused in words where a key is needed', async () => {
    const veils: readonly [1 | 2, Veil][] = [
      [1, permuted()],
      // The same steps veil and unveil.
      [2, (bytes, id) => unveil(bytes, 2, id)],
    ];
    for (const [veil, apply] of veils) {
      const { items } = await read(pstFile({ ...store, veil }, apply));
      expect(items.map((item) => item.title)).toEqual(['First', 'Second', 'Third']);
    }
    const locked = pstFile(store);
    locked[513] = 0x10;
    expect((await read(locked)).refusal).toContain('encrypted by the organisation');
  });

  test('give long bodies, attachments and messages inside messages', async () => {
    const inner: MadeMessage = {
      ...titled('Inner'),
      attachments: [
        {
          properties: [
            [0x3707, 'in.txt'],
            [0x3705, 1],
            [0x3701, Buffer.from('inside')],
          ],
        },
      ],
    };
    const outer: MadeMessage = {
      ...titled('Outer'),
      properties: [...titled('Outer').properties.filter(([id]) => id !== 0x1000), [0x1000, 'long words '.repeat(4000)]],
      attachments: [
        {
          properties: [
            [0x3707, 'photo.jpg'],
            [0x3705, 1],
            [0x3701, Buffer.alloc(20_000, 7)],
          ],
        },
        { properties: [[0x3001, 'Inner']], message: inner },
      ],
    };
    const { items, members } = await read(pstFile({ folders: [{ name: 'Inbox', messages: [outer] }] }));
    expect(items[0]?.text).toHaveLength(11 * 4000 - 1);
    expect(items[0]?.attachments).toEqual(['message 1/photo.jpg', 'message 1/Inner.msg']);
    expect(members[0]?.bytes).toHaveLength(20_000);
    const second = await readWith(outlookMessage, members[1]?.bytes ?? '');
    expect(second.items[0]?.title).toBe('Inner');
    expect(second.items[0]?.recipients).toHaveLength(2);
    expect(Buffer.from(second.members[0]?.bytes ?? []).toString()).toBe('inside');
  });

  test('say of a message that no folder lists that it was deleted or moved', async () => {
    const { items } = await read(
      pstFile({ folders: [{ name: 'Inbox', messages: [titled('Here')], unlisted: [titled('Gone')] }] }),
    );
    expect(items.map((item) => [item.title, item.deleted])).toEqual([
      ['Here', null],
      ['Gone', true],
    ]);
  });

  test('list a message whose own properties are lost, and read the others', async () => {
    const content = pstFile(store);
    const words = Buffer.from('First', 'utf16le');
    const heap = content.lastIndexOf(Buffer.from([0xec, 0xbc]), content.indexOf(words));
    content[heap] = 0;
    const { items, unreadable } = await read(content);
    expect(items.map((item) => item.title)).toEqual(['Second', 'Third']);
    expect(unreadable).toEqual([expect.objectContaining({ where: 'message 1' })]);
  });

  test('end on trees that run in circles', async () => {
    const circle = pstFile(store);
    const page = circle.readUInt32LE(224);
    for (let at = 16; at < 480; at += 24) circle.writeUInt32LE(page, page + at);
    const { items, warnings, refusal } = await read(circle);
    expect(items.length > 0 ? warnings[0] : refusal).toContain('damaged');
  });

  test('give the messages that can still be found where the tops of their trees are cut off', async () => {
    const many: MadeStore = {
      folders: [{ name: 'Inbox', messages: Array.from({ length: 12 }, (_, index) => titled(`No ${index}`)) }],
    };
    const whole = pstFile(many);
    const { items, warnings } = await read(whole.subarray(0, whole.length - 512));
    expect(items).toHaveLength(12);
    expect(warnings).toEqual([expect.stringContaining('damaged or cut off')]);
    expect((await read(whole.subarray(0, 0x5000))).refusal).toContain('missing or damaged');
  });

  test('answer every flipped byte with items, unreadable records or a refusal', async () => {
    const whole = pstFile(store);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0x4400, max: whole.length - 1 }), fc.nat(255), async (at, value) => {
        const bytes = Buffer.from(whole);
        bytes[at] = value;
        const found = await read(bytes);
        expect(
          found.items.length + found.unreadable.length > 0 || found.refusal !== null || found.warnings.length > 0,
        ).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
