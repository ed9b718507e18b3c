import type { HeifImage } from 'libheif-js/wasm-bundle.js';
import { limits } from '../../../limits.ts';

interface Pixels {
  /** RGBA, four bytes a pixel, the top row first. */
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

const tooLarge = (width: number, height: number): boolean =>
  !(width > 0 && height > 0 && width * height <= limits.pictureMegapixels);

/** Size that the header of a bitmap tells, or null where it has none. Source: the BITMAPINFOHEADER of Windows. */
export function bitmapSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  const head = Buffer.from(bytes.subarray(0, 30));
  if (head.length < 30 || head.toString('latin1', 0, 2) !== 'BM') return null;
  const old = head.readUInt32LE(14) === 12;
  const width = old ? head.readUInt16LE(18) : head.readInt32LE(18);
  const height = old ? head.readUInt16LE(20) : Math.abs(head.readInt32LE(22));
  return width > 0 && height > 0 ? { width, height } : null;
}

async function bitmapPixels(bytes: Uint8Array): Promise<Pixels | null> {
  const size = bitmapSize(bytes);
  if (size === null || tooLarge(size.width, size.height)) return null;
  const { decode } = await import('bmp-ts');
  const { data, width, height } = decode(Buffer.from(bytes), { toRGBA: true });
  return { data, width, height };
}

/** Brands of telephones' pictures whose pixels are packed as in HEVC video, which the picture library cannot unpack. */
const isHeic = (bytes: Uint8Array): boolean =>
  /^ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/.test(Buffer.from(bytes.subarray(4, 12)).toString('latin1'));

function display(image: HeifImage): Promise<Pixels | null> {
  const width = image.get_width();
  const height = image.get_height();
  if (tooLarge(width, height)) return Promise.resolve(null);
  return new Promise((resolve) => {
    image.display({ data: new Uint8ClampedArray(width * height * 4), width, height }, (filled) => {
      resolve(filled === null ? null : { data: Buffer.from(filled.data.buffer), width, height });
    });
  });
}

async function heicPixels(bytes: Uint8Array): Promise<Pixels | null> {
  const { default: libheif } = await import('libheif-js/wasm-bundle.js');
  const images = new libheif.HeifDecoder().decode(bytes);
  const image = images.find((each) => each.is_primary()) ?? images[0];
  try {
    return image === undefined ? null : await display(image);
  } finally {
    for (const each of images) each.free();
  }
}

async function pixelsOf(bytes: Uint8Array): Promise<Pixels | null> {
  try {
    if (bytes[0] === 0x42 && bytes[1] === 0x4d) return await bitmapPixels(bytes);
    return isHeic(bytes) ? await heicPixels(bytes) : null;
  } catch {
    return null;
  }
}

/**
 * A picture as the picture library can open it: bitmaps and telephones' HEIC become PNG (upright, as their file turns
 * them), everything else stays as it is, damaged pictures too.
 */
export async function openable(bytes: Uint8Array): Promise<Uint8Array> {
  const pixels = await pixelsOf(bytes);
  if (pixels === null) return bytes;
  const { default: sharp } = await import('sharp');
  const { data, width, height } = pixels;
  // Bitmaps leave the fourth byte empty, which is not meant as clear glass.
  return sharp(data, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png({ compressionLevel: 1 })
    .toBuffer();
}
