import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp from 'sharp';

const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/inter/package.json'));

export interface Bubble {
  readonly words: string;
  readonly fill: string;
  readonly ink: string;
  readonly side: 'left' | 'right';
}

function lettering(words: string, ink: string): Promise<Buffer> {
  const text = `<span foreground="${ink}">${words}</span>`;
  // The project's own font, so that the picture is the same on machines without any.
  const fontfile = join(fonts, '400Regular', 'Inter_400Regular.ttf');
  return sharp({ text: { text, font: 'Inter 40', fontfile, rgba: true, dpi: 72 } })
    .png()
    .toBuffer();
}

/** Draws a conversation as a phone shows it: 1170 pixels wide, rounded bubbles on both sides. */
export async function drawChat(page: string, bubbles: readonly Bubble[]): Promise<Buffer> {
  const height = 120 + bubbles.length * 180;
  const shapes = bubbles.map((bubble, index) => {
    const x = bubble.side === 'left' ? 40 : 330;
    return `<rect x="${x}" y="${80 + index * 180}" width="800" height="120" rx="40" fill="${bubble.fill}"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1170" height="${height}"><rect width="1170" height="${height}" fill="${page}"/>${shapes.join('')}</svg>`;
  const layers = await Promise.all(
    bubbles.map(async (bubble, index) => ({
      input: await lettering(bubble.words, bubble.ink),
      left: (bubble.side === 'left' ? 40 : 330) + 44,
      top: 80 + index * 180 + 40,
    })),
  );
  return sharp(Buffer.from(svg)).composite(layers).png().toBuffer();
}

/** A plain picture of one colour. */
export function plainPicture(width: number, height: number): ReturnType<typeof sharp> {
  return sharp({ create: { width, height, channels: 3, background: '#88aacc' } });
}

/** A PNG that says it is larger than it is: 33 bytes of header that promise `width` by `height` pixels. */
export async function lyingPng(width: number, height: number): Promise<Buffer> {
  const { crc32 } = await import('node:zlib');
  const png = await plainPicture(4, 4).png().toBuffer();
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

/** A bitmap of Windows with the rows from the bottom up, 32 bits a pixel and the fourth byte empty, as most programs write it. */
export async function makeBitmap(picture: Uint8Array): Promise<Buffer> {
  const { data, info } = await sharp(picture).flatten().raw().toBuffer({ resolveWithObject: true });
  const head = Buffer.alloc(54);
  head.write('BM', 0, 'latin1');
  head.writeUInt32LE(54 + info.width * info.height * 4, 2);
  head.writeUInt32LE(54, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(info.width, 18);
  head.writeInt32LE(info.height, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(32, 28);
  const rows = Array.from({ length: info.height }, (_, fromBottom) => {
    const y = info.height - 1 - fromBottom;
    return Buffer.from(
      Array.from({ length: info.width }, (__, x) => {
        const at = (y * info.width + x) * info.channels;
        return [data[at + 2] ?? 0, data[at + 1] ?? 0, data[at] ?? 0, 0];
      }).flat(),
    );
  });
  return Buffer.concat([head, ...rows]);
}
