import { limits } from '../../../limits.ts';

/** A picture is reduced to areas of one brightness each, 17 across and 17 down; between them lie 16 × 16 × 2 steps. */
const GRID = 16;
const SIDE = GRID + 1;
/** Levels of brightness (0–255) that make one unit of a step, and the most units that count. */
const UNIT = 2;
const MOST = 7;

/**
 * How a picture looks: how much darker it gets from each area to the one on its right and to the one below. Compression
 * and scaling change that little. Written as 512 hex digits, of which 7 says "no step". Areas are averaged here and not by
 * the library's scaling, which shifts them by the size from which it starts.
 * @returns null where the picture cannot be unfolded
 */
export async function printOf(bytes: Uint8Array): Promise<string | null> {
  try {
    const { default: sharp } = await import('sharp');
    const { data, info } = await sharp(bytes, {
      failOn: 'none',
      limitInputPixels: limits.pictureMegapixels,
      animated: false,
      sequentialRead: true,
    })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const areas = averages(data, info.width, info.height, info.channels);
    return stepsOf(areas);
  } catch {
    return null;
  }
}

function averages(data: Uint8Array, width: number, height: number, channels: number): Float64Array {
  const sums = new Float64Array(SIDE * SIDE);
  const counts = new Float64Array(SIDE * SIDE);
  const columns = Uint8Array.from({ length: width }, (_, x) => Math.floor((x * SIDE) / width));
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * SIDE) / height) * SIDE;
    for (let x = 0; x < width; x++) {
      const area = row + (columns[x] ?? 0);
      sums[area] = (sums[area] ?? 0) + (data[(y * width + x) * channels] ?? 0);
      counts[area] = (counts[area] ?? 0) + 1;
    }
  }
  return sums.map((sum, area) => sum / Math.max(1, counts[area] ?? 0));
}

function stepsOf(areas: Float64Array): string {
  const at = (x: number, y: number) => areas[y * SIDE + x] ?? 0;
  const digit = (step: number) => (Math.max(-MOST, Math.min(MOST, Math.round(step / UNIT))) + MOST).toString(16);
  let digits = '';
  for (let y = 0; y < GRID; y++) {
    for (let x = 0; x < GRID; x++) {
      digits += digit(at(x, y) - at(x + 1, y)) + digit(at(x, y) - at(x, y + 1));
    }
  }
  return digits;
}
