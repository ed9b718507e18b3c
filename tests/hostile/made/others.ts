import { deflateSync } from 'node:zlib';
import { lyingPng, plainPicture } from '../../readers/made/pictures.ts';
import { makeMp4 } from '../../readers/made/recordings.ts';
import { anything, type HostileCase, needle, read, rejected } from './hostile-case.ts';

/** A PNG with a chunk of words that unfold to 100 MB. */
function pngWithWords(png: Buffer): Buffer {
  const data = Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(Buffer.alloc(100_000_000))]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([png.subarray(0, 33), length, Buffer.from('zTXt'), data, Buffer.alloc(4), png.subarray(33)]);
}

export async function hostileOthers(): Promise<readonly HostileCase[]> {
  const png = await plainPicture(40, 40).png().toBuffer();
  const jpeg = await plainPicture(40, 40).jpeg().toBuffer();
  const tiff = await plainPicture(20, 20).tiff().toBuffer();
  const mp4 = makeMp4({ seconds: 5, madeAt: 1_773_153_720 });
  const hugeBox = Buffer.from(mp4);
  hugeBox.writeUInt32BE(0xffffffff, 0);
  return [
    {
      name: 'says-it-has-10-gigapixels.png',
      content: await lyingPng(100_000, 100_000),
      outcome: rejected,
      says: /megapixel|large/i,
    },
    { name: 'says-it-has-none.png', content: await lyingPng(0, 0), outcome: anything },
    { name: 'words-that-unfold.png', content: pngWithWords(png), outcome: anything },
    {
      name: 'something-behind-it.png',
      content: Buffer.concat([png, Buffer.from(`<script>${needle}</script>`)]),
      outcome: read,
    },
    { name: 'a-picture-called-text.txt', content: png, outcome: read, says: /name ends like another/ },
    {
      name: 'a-program-called-picture.jpg',
      content: Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0'), Buffer.alloc(900, 1)]),
      outcome: rejected,
    },
    { name: 'text-called-picture.png', content: needle, outcome: read },
    { name: 'cut.jpg', content: jpeg.subarray(0, 200), outcome: anything },
    { name: 'list-in-a-circle.tif', content: circlingTiff(tiff), outcome: anything },
    { name: 'box-of-4-gb.mp4', content: hugeBox, outcome: anything },
    { name: 'boxes-in-boxes.mp4', content: Buffer.concat([mp4.subarray(0, 32), boxes(3000)]), outcome: anything },
    { name: 'cut.mp4', content: mp4.subarray(0, 50), outcome: anything },
    {
      name: 'frames-of-nothing.mp3',
      content: Buffer.concat(Array.from({ length: 2000 }, () => Buffer.from([0xff, 0xfb, 0x90, 0x64]))),
      outcome: anything,
    },
    {
      name: 'tag-of-256-mb.mp3',
      content: Buffer.concat([Buffer.from('ID3\x04\0\0\x7f\x7f\x7f\x7f', 'latin1'), Buffer.from(needle)]),
      outcome: anything,
    },
    { name: 'one-line-of-20-mb.txt', content: `${needle} ${'w'.repeat(20_000_000)}`, outcome: anything },
    { name: 'nulls.txt', content: Buffer.concat([Buffer.from(needle), Buffer.alloc(5000)]), outcome: anything },
    {
      name: 'half-letters.txt',
      content: Buffer.concat([
        Buffer.from([0xef, 0xbb, 0xbf]),
        Buffer.from(`${needle} `),
        Buffer.from([0xe2, 0x82, 0xc3, 0xff]),
      ]),
      outcome: anything,
    },
    { name: 'bidi\u202egpj.txt', content: `${needle} \u202etxet desrever\u202c`, outcome: read },
    {
      name: 'dates-that-are-none.txt',
      content: Array.from({ length: 300 }, (_, n) => `[99/99/2024, 99:${n % 100}:99] Dana: ${needle}`).join('\n'),
      outcome: anything,
    },
    {
      name: 'one-message-of-5-mb.txt',
      content: `[13/03/2024, 08:00:01] Dana: ${needle}\n${'more words\n'.repeat(450_000)}[14/03/2024, 08:00:01] Dana: end`,
      outcome: read,
    },
    {
      name: 'captions-without-end.vtt',
      content: `WEBVTT\n\n${'00:00.000 --> 99:99.999 a:b\n'.repeat(40_000)}`,
      outcome: anything,
    },
    {
      name: 'marks-of-outlook.pst',
      content: Buffer.concat([Buffer.from('!BDN'), Buffer.alloc(600, 0x17)]),
      outcome: rejected,
    },
    {
      name: 'package-of-outlook.dat',
      content: Buffer.concat([Buffer.from('789f3e22', 'hex'), Buffer.alloc(300, 0xff)]),
      outcome: rejected,
    },
  ];
}

function boxes(depth: number): Buffer {
  let inner = Buffer.from(needle);
  for (let level = 0; level < depth; level += 1) {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(inner.length + 8);
    head.write('moov', 4, 'latin1');
    inner = Buffer.concat([head, inner]);
  }
  return inner;
}

/** The list of the picture's properties says that the next list is itself. */
function circlingTiff(tiff: Buffer): Buffer {
  const spoilt = Buffer.from(tiff);
  const list = spoilt.readUInt32LE(4);
  const next = list + 2 + 12 * spoilt.readUInt16LE(list);
  if (next + 4 <= spoilt.length) spoilt.writeUInt32LE(list, next);
  return spoilt;
}
