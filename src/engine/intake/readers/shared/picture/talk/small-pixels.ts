import { limits } from '../../../../limits.ts';
import type { Pixels } from '../colours.ts';

/** Wide enough for the gap between two bubbles, narrow enough to be looked at in a moment. */
const WIDTH = 600;

/** A picture's pixels, upright and reduced, for looking at the colours behind its words; null where it cannot be unfolded. */
export async function smallPixels(bytes: Uint8Array): Promise<Pixels | null> {
  try {
    const { default: sharp } = await import('sharp');
    const { data, info } = await sharp(bytes, {
      failOn: 'none',
      limitInputPixels: limits.pictureMegapixels,
      animated: false,
    })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .resize({ width: WIDTH, withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height, channels: info.channels };
  } catch {
    return null;
  }
}
