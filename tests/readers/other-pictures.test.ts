import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { picture } from '../../src/engine/intake/readers/picture.ts';
import { momentAsIso } from '../../src/engine/intake/readers/shared/moments.ts';
import { openable } from '../../src/engine/intake/readers/shared/picture/openable.ts';
import { readerFor, readWith } from './made/collect.ts';
import { drawChat, makeBitmap } from './made/pictures.ts';

const english = { zone: null, ocrLanguages: ['eng'] };
const heic = readFileSync(new URL('./fixtures/note.heic', import.meta.url));

const screen = () =>
  drawChat('#ffffff', [{ words: 'violet meadow lantern', fill: '#0a84ff', ink: '#ffffff', side: 'right' }]);

describe('pictures of other kinds', () => {
  test('a telephone’s HEIC is read with its words, its time and its device', async () => {
    expect(readerFor(heic, 'IMG_0001.JPG')).toBe('picture');
    const { items, facts, warnings } = await readWith(picture, heic, 'IMG_0001.HEIC', english);
    expect(items[0]?.text).toBe('violet meadow lantern\nafter practice');
    expect(items[0]?.sentAt && momentAsIso(items[0].sentAt)).toBe('2026-03-10T10:42:07-04:00');
    expect(items[0]?.facts).toContainEqual({ label: 'Device', value: 'Acme Phone 7' });
    expect([facts, warnings]).toEqual([{ width: 640, height: 240, print: expect.stringMatching(/^[0-9a-f]+$/) }, []]);
  }, 60_000);

  test('a bitmap is read, the empty fourth byte of its pixels not taken for glass', async () => {
    const bitmap = await makeBitmap(await screen());
    expect(readerFor(bitmap, 'screen.png')).toBe('picture');
    const { items, facts } = await readWith(picture, bitmap, 'screen.bmp', english);
    expect(items[0]?.text).toContain('violet meadow lantern');
    expect(facts.width).toBeGreaterThan(100);
  }, 60_000);

  test('a TIFF picture is read', async () => {
    const tiff = await sharp(await screen())
      .tiff({ compression: 'lzw' })
      .toBuffer();
    expect(readerFor(tiff, 'x')).toBe('picture');
    const { items } = await readWith(picture, tiff, 'scan.tif', english);
    expect(items[0]?.text).toContain('violet meadow lantern');
  }, 60_000);

  test('a text that begins with BM is no bitmap', () => {
    expect(readerFor('BM is what we call the board meeting; it was on Tuesday, and nobody came.', 'x')).toBe('text');
  });

  test('a bitmap that tells of more pixels than are opened is refused before they are unfolded', async () => {
    const bitmap = await makeBitmap(await screen());
    bitmap.writeInt32LE(60_000, 18);
    bitmap.writeInt32LE(-60_000, 22);
    const before = performance.now();
    expect((await readWith(picture, bitmap, 'bomb.bmp')).refusal).toContain('more than the');
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  test('damaged ones end in words', async () => {
    expect((await readWith(picture, heic.subarray(0, 900), 'a.heic')).refusal).toContain('damaged');
    const bitmap = await makeBitmap(await screen());
    const { refusal, warnings } = await readWith(picture, bitmap.subarray(0, 40), 'a.bmp');
    expect([refusal, ...warnings].join()).toContain('damaged');
  });

  test('what the picture library opens by itself is handed on untouched', async () => {
    const png = await screen();
    expect(await openable(png)).toBe(png);
    expect((await sharp(await openable(heic)).metadata()).format).toBe('png');
  });
});
