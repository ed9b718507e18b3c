import sharp from 'sharp';
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
export async function preparePicture(file: string, bytes: Uint8Array | undefined): Promise<SetPicture> {
  if (bytes === undefined)
    throw new DocumentError(
      'document-picture-missing',
      `The picture ${file} belongs to the document but was not given.`,
    );
  try {
    const source = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', animated: false }).rotate();
    const { format } = await sharp(bytes, { limitInputPixels: mostPixels }).metadata();
    const fitted = source
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb');
    const photograph = format === 'jpeg';
    const encoded = photograph
      ? fitted.jpeg({ quality: 88, chromaSubsampling: '4:4:4' })
      : fitted.png({ compressionLevel: 9 });
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
    const path = `/pictures/${file}.${photograph ? 'jpg' : 'png'}`;
    return { path, bytes: data, width: info.width, height: info.height };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DocumentError('document-picture-unreadable', `The picture ${file} could not be opened.`, [reason]);
  }
}
