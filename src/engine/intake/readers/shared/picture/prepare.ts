import type { Metadata, Sharp } from 'sharp';
import { limits } from '../../../limits.ts';
import { bandRows, bandsOf } from './bands.ts';
import { evenOut } from './even-out.ts';
import { intactPngRows } from './png-rows.ts';

async function open(
  bytes: Uint8Array,
  failOn: 'truncated' | 'none',
  maxPixels: number | false = limits.pictureMegapixels,
): Promise<Sharp> {
  const { default: sharp } = await import('sharp');
  // The library's cache would keep pictures of one file while the next is read.
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp(bytes, { failOn, limitInputPixels: maxPixels, animated: false, sequentialRead: true });
}

/** Size and orientation from the header alone; null where it cannot be read. */
export async function pictureHeader(bytes: Uint8Array): Promise<Metadata | null> {
  try {
    return await (await open(bytes, 'none', false)).metadata();
  } catch {
    return null;
  }
}

/** A band of a picture, ready for recognition. */
export interface PreparedBand {
  readonly png: Uint8Array;
  /** Size of the band, and how far below the top of the picture it begins, in the same pixels. */
  readonly width: number;
  readonly height: number;
  readonly top: number;
}

export interface PreparedPicture {
  /** Height of all bands together. */
  readonly height: number;
  /** One after the other from the top; made one at a time, since each takes memory. */
  bands(): AsyncIterable<PreparedBand>;
}

/** Below this width (pixels of the upright picture) letters of a shrunken screenshot are too small to be read. */
const narrow = 700;

/** Width to which a picture is reduced so that neither all of it nor one of its bands is too large. */
function shrinkTo(width: number, height: number): number {
  const pixels = width * height;
  const forAll = Math.sqrt(limits.pictureTextPixels / pixels);
  // A picture that is no taller than one band is read at once; of a longer one, each band is.
  const asOne = Math.sqrt(limits.pictureBandPixels / pixels);
  const forBand = height * asOne <= bandRows ? asOne : limits.pictureBandPixels / (bandRows * width);
  return Math.max(1, Math.round(width * Math.min(1, forAll, forBand)));
}

async function evened(source: Sharp, header: Metadata): Promise<PreparedPicture> {
  const turned = (header.orientation ?? 1) >= 5;
  const width = turned ? header.height : header.width;
  const height = turned ? header.width : header.height;
  const { data, info } = await source
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize({ width: shrinkTo(width, height) })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { default: sharp } = await import('sharp');
  const even = evenOut({ data, width: info.width, height: info.height, channels: info.channels });
  // Enlarged only now: enlarging a bubble's edge first would draw a frame around it.
  const factor = info.width < narrow && info.width * info.height < 2_000_000 ? 2 : 1;
  const { width: evenWidth, height: evenHeight } = info;
  async function* bands(): AsyncIterable<PreparedBand> {
    for (const { top, bottom } of bandsOf(even, evenWidth, evenHeight)) {
      const rows = even.subarray(top * evenWidth, bottom * evenWidth);
      const png = await sharp(rows, { raw: { width: evenWidth, height: bottom - top, channels: 1 } })
        .normalise()
        .resize({ width: evenWidth * factor, kernel: 'cubic' })
        .withMetadata({ density: 150 }) // without a density the recogniser guesses one, aloud
        .png({ compressionLevel: 1 })
        .toBuffer();
      yield { png, width: evenWidth * factor, height: (bottom - top) * factor, top: top * factor };
    }
  }
  return { height: evenHeight * factor, bands };
}

export type Prepared =
  | { readonly kind: 'ready'; readonly picture: PreparedPicture; readonly damaged: boolean }
  | { readonly kind: 'unreadable' };

/** A damaged picture with white where its rows are missing; null where nothing of it is left. */
async function whatIsLeft(bytes: Uint8Array, header: Metadata): Promise<Sharp | null> {
  if (header.format !== 'png') return open(bytes, 'none');
  const rows = await intactPngRows(bytes);
  if (rows === null || rows === 0) return null;
  const top = (await open(bytes, 'none')).extract({ left: 0, top: 0, width: header.width, height: rows });
  const whole = top.extend({ bottom: header.height - rows, background: '#ffffff' });
  const { default: sharp } = await import('sharp');
  return sharp(await whole.png({ compressionLevel: 1 }).toBuffer());
}

/** Unfolds a picture upright and evened out for recognition; a damaged one as far as it goes. */
export async function preparePicture(bytes: Uint8Array, header: Metadata): Promise<Prepared> {
  try {
    return { kind: 'ready', picture: await evened(await open(bytes, 'truncated'), header), damaged: false };
  } catch {
    try {
      const left = await whatIsLeft(bytes, header);
      if (left === null) return { kind: 'unreadable' };
      return { kind: 'ready', picture: await evened(left, header), damaged: true };
    } catch {
      return { kind: 'unreadable' };
    }
  }
}
