import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { limits } from '../../src/engine/intake/limits.ts';
import { picture } from '../../src/engine/intake/readers/picture.ts';
import { intactPngRows } from '../../src/engine/intake/readers/shared/picture/png-rows.ts';
import { startNodeWorker } from '../../src/engine/workers/host.ts';
import { createReadPool, type ReadEvent } from '../../src/engine/workers/pool.ts';
import { type Collected, readerFor, readWith } from './made/collect.ts';
import { type Bubble, drawChat, lyingPng, plainPicture } from './made/pictures.ts';

const readWorker = fileURLToPath(new URL('../../src/engine/workers/read-worker.ts', import.meta.url));
const withWords = { zone: null, ocrLanguages: ['eng', 'spa'] };
const read = (bytes: Uint8Array, name = 'IMG_0001.PNG') => readWith(picture, bytes, name);
const readWords = (bytes: Uint8Array): Promise<Collected> => readWith(picture, bytes, 'IMG_0001.PNG', withWords);

const conversation = (grey: string, greyInk: string): Bubble[] => [
  { words: 'Did you finish the homework', fill: grey, ink: greyInk, side: 'left' },
  { words: 'Meet me after practice', fill: '#0a84ff', ink: '#ffffff', side: 'right' },
  { words: 'violet meadow lantern', fill: '#34c759', ink: '#ffffff', side: 'right' },
  { words: 'Mañana no puedo', fill: grey, ink: greyInk, side: 'left' },
];
const spoken = ['Did you finish the homework', 'Meet me after practice', 'violet meadow lantern', 'Mañana no puedo'];

describe('pictures', () => {
  test('reads both sides of a conversation on a light page, white words on colour included', async () => {
    const { items, warnings } = await readWords(await drawChat('#ffffff', conversation('#e9e9eb', '#000000')));
    expect(items[0]?.text.split(/\n+/)).toEqual(spoken);
    expect(warnings).toEqual([]);
  }, 60_000);

  test('reads both sides of a conversation on a dark page', async () => {
    const { items } = await readWords(await drawChat('#000000', conversation('#26252a', '#ffffff')));
    for (const words of spoken) expect(items[0]?.text).toContain(words);
  }, 60_000);

  test('gives each word its place on the picture and its certainty', async () => {
    const { items } = await readWords(await drawChat('#ffffff', conversation('#e9e9eb', '#000000')));
    const item = items[0];
    const region = item?.regions.find((each) => item.text.slice(each.start, each.end) === 'lantern');
    expect(region?.confidence).toBeGreaterThan(0.6);
    // The third bubble of four stands between 440 and 560 of 840 pixels.
    expect(region?.box.y).toBeGreaterThan(0.52);
    expect((region?.box.y ?? 1) + (region?.box.height ?? 0)).toBeLessThan(0.67);
    expect(region?.box.x).toBeGreaterThan(0.4);
  }, 60_000);

  test('reads a long scrolled screenshot in bands, within the memory of a reading, each word where it stands', async () => {
    const bubbles = Array.from(
      { length: 70 },
      (_, index): Bubble => ({
        words: `message number ${index + 100} about practice`,
        fill: index % 2 === 0 ? '#e9e9eb' : '#0a84ff',
        ink: index % 2 === 0 ? '#000000' : '#ffffff',
        side: index % 2 === 0 ? 'left' : 'right',
      }),
    );
    const long = await drawChat('#ffffff', bubbles);
    const pool = createReadPool({ startWorker: () => startNodeWorker(readWorker), limits, size: 1 });
    const events: ReadEvent[] = [];
    for await (const event of pool.read({ name: 'long.png', sha256: '0', bytes: long }, withWords)) events.push(event);
    pool.close();
    expect(events.at(-1)).toEqual({ kind: 'done' });
    const item = events.flatMap((event) => (event.kind === 'item' ? [event.item] : []))[0];
    const numbers = [...(item?.text.matchAll(/message number (\d+) about practice/g) ?? [])].map((found) =>
      Number(found[1]),
    );
    expect(numbers.length).toBeGreaterThanOrEqual(68);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    for (const region of item?.regions ?? []) {
      const number = Number(item?.text.slice(region.start, region.end));
      if (!(number >= 100 && number < 170)) continue;
      const middle = 80 + (number - 100) * 180 + 60;
      expect(Math.abs((region.box.y + region.box.height / 2) * 12_720 - middle)).toBeLessThan(30);
    }
  }, 120_000);

  test('reads a picture that lies on its side the way its orientation tells', async () => {
    const upright = await drawChat('#ffffff', conversation('#e9e9eb', '#000000'));
    const lying = await sharp(upright).rotate(-90).withMetadata({ orientation: 6 }).png().toBuffer();
    const { items, facts } = await readWords(lying);
    expect(facts).toMatchObject({ orientation: 6, width: 840, height: 1170 });
    expect(items[0]?.text).toContain('Meet me after practice');
  }, 60_000);

  test('tells when, where and with what a photo was taken', async () => {
    const photo = await plainPicture(40, 30)
      .jpeg()
      .withExif({
        IFD0: { Make: 'Invented', Model: 'Phone 3', Software: '1.2' },
        IFD2: { DateTimeOriginal: '2026:03:10 10:42:07', OffsetTimeOriginal: '-04:00' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '41/1 30/1 0/1',
          GPSLongitudeRef: 'W',
          GPSLongitude: '73/1 15/1 0/1',
        },
      })
      .toBuffer();
    const { items, facts } = await read(photo, 'x.jpg');
    expect(facts).toMatchObject({ width: 40, height: 30 });
    expect(items[0]?.sentAt).toMatchObject({
      local: '2026-03-10T10:42:07',
      instant: '2026-03-10T14:42:07Z',
      basis: 'offset',
    });
    expect(items[0]?.facts).toEqual(
      expect.arrayContaining([
        { label: 'Device', value: 'Invented Phone 3' },
        { label: 'Place', value: '41.500000, -73.250000 (latitude, longitude, as the device says)' },
      ]),
    );
  });

  test('leaves the time of a photo floating where no zone stands beside it, and unknown where it is zeros', async () => {
    const make = (taken: string): Promise<Buffer> =>
      plainPicture(4, 4)
        .jpeg()
        .withExif({ IFD2: { DateTimeOriginal: taken } })
        .toBuffer();
    const floating = await read(await make('2026:03:10 10:42:07'));
    expect(floating.items[0]?.sentAt).toMatchObject({
      local: '2026-03-10T10:42:07',
      instant: null,
      basis: 'container',
    });
    const unknown = await read(await make('0000:00:00 00:00:00'));
    expect(unknown.items[0]?.sentAt).toBeNull();
  });

  test('never takes the time in a file’s name for the time of the picture', async () => {
    const { items } = await read(await plainPicture(4, 4).png().toBuffer(), 'Screenshot_20260310-104207_App.png');
    expect(items[0]?.sentAt).toBeNull();
    expect(items[0]?.facts).toEqual([{ label: 'Time in the file’s name', value: '20260310-104207' }]);
  });

  test.each([
    ['png', 'photo.jpg'],
    ['jpeg', 'photo.png'],
    ['webp', 'photo.txt'],
    ['gif', 'photo.pdf'],
  ] as const)('knows a %s by its bytes when its name is %s', async (format, name) => {
    const bytes = await plainPicture(10, 8).toFormat(format).toBuffer();
    expect(readerFor(bytes, name)).toBe('picture');
    const { items, facts, warnings } = await read(bytes, name);
    expect([items.length, facts.width, facts.height, warnings]).toEqual([1, 10, 8, []]);
  });

  test('shows the part of a cut PNG that is there and no word twice', async () => {
    const whole = await drawChat('#ffffff', conversation('#e9e9eb', '#000000'));
    const cut = whole.subarray(0, Math.floor(whole.length / 2));
    const rows = await intactPngRows(cut);
    expect(rows).toBeGreaterThan(200);
    expect(rows).toBeLessThan(800);
    const { items, warnings } = await readWords(cut);
    expect(warnings[0]).toContain('cut off or damaged');
    expect(items[0]?.text.match(/homework/g)).toHaveLength(1);
    expect(items[0]?.text).not.toContain('puedo');
  }, 60_000);

  test('shows the part of a cut JPEG that is there', async () => {
    const noise = Buffer.from(Array.from({ length: 200 * 200 * 3 }, (_, index) => (index * 7919) % 251));
    const whole = await sharp(noise, { raw: { width: 200, height: 200, channels: 3 } })
      .jpeg()
      .toBuffer();
    const { items, warnings } = await read(whole.subarray(0, whole.length / 2), 'x.jpg');
    expect(items).toHaveLength(1);
    expect(warnings[0]).toContain('cut off or damaged');
  });

  test('refuses a picture whose header is cut, in words', async () => {
    const png = await plainPicture(4, 4).png().toBuffer();
    const { refusal } = await read(png.subarray(0, 20));
    expect(refusal).toContain('header cannot be read');
  });

  test('refuses a picture of 3.6 gigapixels without unfolding it', async () => {
    const before = process.memoryUsage.rss();
    const { refusal, facts, items } = await read(await lyingPng(60_000, 60_000));
    expect(refusal).toContain('3600 megapixels');
    expect(facts).toMatchObject({ width: 60_000, height: 60_000 });
    expect(items).toEqual([]);
    expect(process.memoryUsage.rss() - before).toBeLessThan(100_000_000);
  });

  test('points out bytes that follow the end of a PNG', async () => {
    const png = await plainPicture(4, 4).png().toBuffer();
    const { warnings } = await read(Buffer.concat([png, Buffer.alloc(5_000, 1)]));
    expect(warnings[0]).toContain('5000 bytes follow the end');
  });
});
