import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { captions } from '../../src/engine/intake/readers/captions.ts';
import { recording } from '../../src/engine/intake/readers/recording.ts';
import { embeddedCaptions } from '../../src/engine/intake/readers/shared/media/mp4-captions.ts';
import { momentAsIso } from '../../src/engine/intake/readers/shared/moments.ts';
import { type Collected, readerFor, readWith } from './made/collect.ts';
import { makeMp4, makeWav } from './made/recordings.ts';

const tenth = Date.UTC(2026, 2, 10, 14, 42, 7) / 1000;

const told = ({ items }: Collected): string | null => {
  const [item] = items;
  return item?.sentAt === undefined || item.sentAt === null ? null : momentAsIso(item.sentAt);
};

describe('recordings', () => {
  test('are one item with their length, and whole ones need no warning', async () => {
    const wav = makeWav(3);
    expect(readerFor(wav, 'voicemail.pdf')).toBe('recording');
    const read = await readWith(recording, wav, 'voicemail 2026-03-10 1042.wav');
    expect(read.items).toHaveLength(1);
    expect(read.items[0]).toMatchObject({ kind: 'recording', text: '', sentAt: null });
    expect(read.items[0]?.facts).toContainEqual({ label: 'Time in the file’s name', value: '2026-03-10 1042' });
    expect(read.facts).toEqual({ durationSec: 3 });
    expect(read.warnings).toEqual([]);
    expect((await readWith(recording, wav.subarray(0, wav.length / 2))).warnings.join()).toContain('cut off');
  });

  test('take the time from the container, which counts from 1904 in UTC', async () => {
    const mp4 = makeMp4({ seconds: 5, madeAt: tenth });
    expect(readerFor(mp4, 'clip')).toBe('recording');
    const read = await readWith(recording, mp4);
    expect([told(read), read.facts.durationSec]).toEqual(['2026-03-10T14:42:07Z', 5]);
  });

  test('prefer the time with an offset that Apple’s telephones write beside it', async () => {
    const mov = makeMp4({ brand: 'qt  ', seconds: 5, madeAt: tenth, appleDate: '2026-03-10T10:42:05-0400' });
    const read = await readWith(recording, mov);
    expect(told(read)).toBe('2026-03-10T10:42:05-04:00');
    expect(read.items[0]?.facts.map(({ label }) => label)).toContain('Time of the container');
  });

  test('of a device without a clock have no time', async () => {
    expect(told(await readWith(recording, makeMp4({ seconds: 5, madeAt: null })))).toBeNull();
  });

  test('that are cut off before their index are refused in words', async () => {
    const mp4 = makeMp4({ seconds: 5, madeAt: tenth });
    const { refusal } = await readWith(recording, mp4.subarray(0, 60));
    expect(refusal).toContain('no sound and no picture');
  });

  test.each(['tx3g', 'wvtt'] as const)('give the captions that lie in them, with their times (%s)', async (as) => {
    const captions = { as, words: ['Practice at six.', '', '<i>Señora</i>'.replace(/<[^>]*>/g, '')] };
    const read = await readWith(recording, makeMp4({ seconds: 6, madeAt: tenth, captions }));
    expect(read.items).toHaveLength(1);
    expect(read.items[0]?.text).toBe('00:00:00 Practice at six.\n00:00:04 Señora');
    expect(read.items[0]?.facts.find(({ label }) => label === 'Words')?.value).toContain('captions inside the file');
    expect(read.warnings).toEqual([]);
  });

  test('whose captions are spoilt at any place are read without them', async () => {
    const whole = makeMp4({ seconds: 6, madeAt: tenth, captions: { as: 'tx3g', words: ['one', 'two'] } });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: whole.length - 4 }),
        fc.integer({ min: 0, max: 0xffffffff }),
        async (at, value) => {
          const spoilt = Buffer.from(whole);
          spoilt.writeUInt32BE(value >>> 0, at);
          expect(() => embeddedCaptions(spoilt)).not.toThrow();
        },
      ),
      { numRuns: 500 },
    );
  });

  test('are told from pictures that are built alike', () => {
    expect(readerFor(makeMp4({ brand: 'M4A ', seconds: 1, madeAt: null }), 'x')).toBe('recording');
    expect(readerFor(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'x')).not.toBe('recording');
  });
});

const srt =
  '1\r\n00:00:01,000 --> 00:00:02,500\r\n<i>Hello</i> {\\an8}class.\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nTwo\r\nlines.\r\n';

describe('captions', () => {
  test('are items with their times in the recording', async () => {
    expect(readerFor(srt, 'talk.txt')).toBe('captions');
    const { items, warnings } = await readWith(captions, srt, 'talk.srt');
    expect(items.map(({ text, locator }) => [text, locator])).toEqual([
      ['Hello class.', 'caption 1, at 00:00:01.000'],
      ['Two\nlines.', 'caption 2, at 00:00:03.000'],
    ]);
    expect(items[0]?.facts).toEqual([{ label: 'Time in the recording', value: '00:00:01.000 to 00:00:02.500' }]);
    expect(warnings).toEqual([]);
  });

  test('without numbers, with a mark of order at the start and in the letters of old Windows are read', async () => {
    const bare = Buffer.from('00:01,000 --> 00:02,000\nSe\u00f1ora\n', 'latin1');
    expect((await readWith(captions, bare)).items[0]?.text).toBe('Señora');
    expect(readerFor(`\ufeff${srt}`, 'x')).toBe('captions');
    expect((await readWith(captions, `\ufeff${srt}`)).items).toHaveLength(2);
  });

  test('of the web name the speaker; notes and styles are no captions', async () => {
    const vtt =
      'WEBVTT - talk\n\nNOTE made by hand\n\nSTYLE\n::cue { color: red }\n\nintro\n00:01.000 --> 00:02.000 align:start\n<v Ms. Ortiz>Good &amp; well</v>\n';
    expect(readerFor(vtt, 'x')).toBe('captions');
    const { items } = await readWith(captions, vtt);
    expect(items.map(({ author, text }) => [author?.name, text])).toEqual([['Ms. Ortiz', 'Good & well']]);
  });

  test('without times are listed with their line, and the rest is read', async () => {
    const { items, unreadable } = await readWith(captions, `${srt}\r\n3\r\n00:0x --> soon\r\nlost\r\n`);
    expect([items.length, unreadable.map(({ where }) => where)]).toEqual([2, ['line 10']]);
    expect((await readWith(captions, 'WEBVTT\n\nnothing\n')).refusal).toContain('No caption');
  });

  test('give back the words that go in', async () => {
    const line = fc.stringMatching(/^[a-zA-Zäöñ0-9 .,!?]{1,40}$/).filter((each) => each.trim() !== '');
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 20 }), async (lines) => {
        const text = lines.map(
          (each, n) => `${n + 1}\n00:00:${String(n).padStart(2, '0')},000 --> 00:01:00,000\n${each}\n`,
        );
        const { items } = await readWith(captions, text.join('\n'));
        expect(items.map((item) => item.text)).toEqual(lines.map((each) => each.trim()));
      }),
    );
  });
});
