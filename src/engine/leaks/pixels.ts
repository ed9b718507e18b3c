import sharp, { type Sharp } from 'sharp';
import type { Box } from '../../contract/item.ts';
import { openable } from '../intake/readers/shared/picture/openable.ts';
import type { FileImage, FileText, LeakJob } from './leak-job.ts';

/** What the pixels of a place that was taken out are replaced with. */
export const PATCH = { r: 58, g: 58, b: 58 } as const;

const MOST_PIXELS = 100_000_000;
/** Mean difference (0–255) up to which two pictures are the same one, saved with another quality. */
const SAME = 16;
/** Difference of a pixel from the patch that packing as JPEG can make. */
const NEAR = 40;
/** Pixels at the rim of a patch that may be mixed with what lies beside it: JPEG works on squares of eight. */
const RIM = 8;
/** Share of a place's pixels that must be the patch. */
const ENOUGH = 0.97;

interface Colours {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Names each place of a picture that should be gone and is not, and each picture that could not be found again. */
export async function pictureLeaks(
  pictures: LeakJob['pictures'],
  images: readonly FileImage[],
): Promise<readonly string[]> {
  const wanted = pictures.filter(({ covered }) => covered.length > 0);
  if (wanted.length === 0) return [];
  const opened = await Promise.all(
    images.map(async (image) => ({ where: image.where, colours: await coloursOf(image) })),
  );
  const leaks: string[] = [];
  for (const { original, covered } of wanted) {
    const alike = [];
    for (const image of opened) if (await isSame(original, covered, image.colours)) alike.push(image);
    if (alike.length === 0) leaks.push('a picture of which places were taken out could not be found again in the file');
    for (const { where, colours } of alike) if (covered.some((box) => !isPatched(colours, box))) leaks.push(where);
  }
  return leaks;
}

/** Words that describe an image inside itself: camera data, comments, a picture within it. */
export async function imageTexts(images: readonly FileImage[]): Promise<readonly FileText[]> {
  const texts: FileText[] = [];
  for (const image of images) {
    if (image.kind === 'pixels') continue;
    const { exif, iptc, xmp, comments } = await sharp(image.bytes).metadata();
    const parts = [exif, iptc, xmp].map((part) => part?.toString('latin1') ?? '');
    texts.push({ where: `what describes ${image.where}`, text: [...parts, JSON.stringify(comments ?? '')].join('\n') });
  }
  return texts;
}

async function coloursOf(image: FileImage): Promise<Colours> {
  const source =
    image.kind === 'encoded'
      ? sharp(image.bytes, { limitInputPixels: MOST_PIXELS })
      : sharp(image.data, { raw: { width: image.width, height: image.height, channels: image.channels } });
  return coloured(source);
}

async function coloured(source: Sharp): Promise<Colours> {
  const { data, info } = await source
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels === 3) return { width: info.width, height: info.height, data };
  const grey = new Uint8Array(info.width * info.height * 3);
  for (let at = 0; at < grey.length; at += 1) grey[at] = data[Math.floor(at / 3) * info.channels] ?? 0;
  return { width: info.width, height: info.height, data: grey };
}

/** Whether an image shows a source, as far as nothing was taken out of it. */
async function isSame(original: Uint8Array, covered: readonly Box[], image: Colours): Promise<boolean> {
  const { width, height } = image;
  const upright = sharp(await openable(original), { limitInputPixels: MOST_PIXELS, animated: false }).rotate();
  const whole = await upright.clone().toBuffer({ resolveWithObject: true });
  if (Math.abs(whole.info.width / whole.info.height - width / height) > 0.02 * (width / height)) return false;
  const source = await coloured(
    sharp(whole.data, { limitInputPixels: MOST_PIXELS }).resize({ width, height, fit: 'fill' }),
  );
  let sum = 0;
  let count = 0;
  for (let row = 0; row < height; row += 2) {
    for (let column = 0; column < width; column += 2) {
      if (covered.some((box) => holds(box, (column + 0.5) / width, (row + 0.5) / height))) continue;
      const at = (row * width + column) * 3;
      sum += Math.abs((source.data[at] ?? 0) - (image.data[at] ?? 0));
      count += 1;
    }
  }
  // A picture that is taken out whole has nothing left to be known by: any image of its shape is looked at.
  return count < 50 || sum / count < SAME;
}

function holds({ x, y, width, height }: Box, across: number, down: number): boolean {
  const room = 0.01;
  return across >= x - room && across <= x + width + room && down >= y - room && down <= y + height + room;
}

function isPatched({ width, height, data }: Colours, box: Box): boolean {
  const rim = (side: number): number => Math.min(RIM, Math.floor(side / 3));
  const [wide, tall] = [box.width * width, box.height * height];
  const left = Math.max(0, Math.floor(box.x * width + rim(wide)));
  const right = Math.min(width, Math.ceil((box.x + box.width) * width - rim(wide)));
  const top = Math.max(0, Math.floor(box.y * height + rim(tall)));
  const bottom = Math.min(height, Math.ceil((box.y + box.height) * height - rim(tall)));
  let near = 0;
  let all = 0;
  for (let row = top; row < bottom; row += 1) {
    for (let column = left; column < right; column += 1) {
      const at = (row * width + column) * 3;
      const apart = Math.max(
        Math.abs((data[at] ?? 0) - PATCH.r),
        Math.abs((data[at + 1] ?? 0) - PATCH.g),
        Math.abs((data[at + 2] ?? 0) - PATCH.b),
      );
      all += 1;
      if (apart <= NEAR) near += 1;
    }
  }
  return all === 0 || near / all >= ENOUGH;
}
