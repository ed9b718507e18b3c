import sharp, { type Sharp } from 'sharp';
import type { Box } from '../../../contract/item.ts';
import { openable } from '../../intake/readers/shared/picture/openable.ts';
import { DocumentError } from '../input/document-error.ts';

/** A picture ready to be set: new pixels without the original's metadata, upright, at most 1,600 pixels a side. */
export interface SetPicture {
  readonly path: string;
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** 6.5 inches of text width at 246 pixels an inch: sharp in print, and small in the file. */
const longestSide = 1600;
const mostPixels = 100_000_000;

/**
 * Makes new pixels of a picture of evidence: turned upright by its own orientation, its camera data and place left
 * behind. Photographs stay JPEG, all else becomes PNG. Errors: `document-picture-missing`, `document-picture-unreadable`.
 */
export async function preparePicture(
  file: string,
  bytes: Uint8Array | undefined,
  covered: readonly Box[] = [],
): Promise<SetPicture> {
  if (bytes === undefined)
    throw new DocumentError(
      'document-picture-missing',
      `The picture ${file} belongs to the document but was not given.`,
    );
  try {
    const readable = await openable(bytes);
    const source = sharp(readable, { limitInputPixels: mostPixels, failOn: 'error', animated: false }).rotate();
    const { format } = await sharp(readable, { limitInputPixels: mostPixels }).metadata();
    const fitted = source
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb');
    const photograph = format === 'jpeg';
    const shown = covered.length === 0 ? fitted : await takeOut(fitted, covered);
    const encoded = photograph
      ? shown.jpeg({ quality: 88, chromaSubsampling: '4:4:4' })
      : shown.png({ compressionLevel: 9 });
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
    const path = `/pictures/${file}.${photograph ? 'jpg' : 'png'}`;
    return { path, bytes: data, width: info.width, height: info.height };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DocumentError('document-picture-unreadable', `The picture ${file} could not be opened.`, [reason]);
  }
}

/** Replaces the pixels of the boxes: nothing of what stood there is left in the picture that is set. */
async function takeOut(picture: Sharp, boxes: readonly Box[]): Promise<Sharp> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const patches = boxes.map((box) => {
    const left = Math.max(0, Math.floor(box.x * width) - 2);
    const top = Math.max(0, Math.floor(box.y * height) - 2);
    return {
      left,
      top,
      input: {
        create: {
          width: Math.max(1, Math.min(width - left, Math.ceil(box.width * width) + 4)),
          height: Math.max(1, Math.min(height - top, Math.ceil(box.height * height) + 4)),
          channels: 3 as const,
          // The leak check looks for exactly this.
          background: '#3a3a3a',
        },
      },
    };
  });
  return sharp(data, { raw: { width, height, channels } }).composite(patches);
}
