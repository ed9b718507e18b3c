import sharp from 'sharp';
import { capturedPage } from '../intake/readers/shared/page/inert/captured.ts';
import { inertPage } from '../intake/readers/shared/page/inert/inert-page.ts';
import { openable } from '../intake/readers/shared/picture/openable.ts';
import { type FaceAnswer, FaceJob, PageJob, type PictureAnswer, PictureJob } from './picture-job.ts';
import { parentPort } from './port.ts';

/** The same limit as for reading a picture's words. */
const MOST_PIXELS = 100_000_000;

/**
 * Entry of the process that decodes pictures for the screen: hostile bytes are opened here and only new pixels leave it,
 * upright, without the original's metadata. Captured pages are taken apart here too, and leave it inert.
 */
const port = parentPort();

async function newPixels(bytes: Uint8Array, maxWidth: number): Promise<Uint8Array> {
  const made = await sharp(await openable(bytes), { limitInputPixels: MOST_PIXELS, animated: false, failOn: 'error' })
    .rotate()
    .resize({ width: maxWidth, height: maxWidth * 4, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .png({ compressionLevel: 6 })
    .toBuffer();
  return new Uint8Array(made);
}

async function answer(job: PictureJob): Promise<PictureAnswer> {
  return { id: job.id, bytes: await newPixels(job.bytes, job.maxWidth).catch(() => null) };
}

/** Pictures of a page need no more than its width. */
const PAGE_WIDTH = 1200;

async function page({ id, bytes, format, locator }: PageJob): Promise<PictureAnswer> {
  try {
    const captured = await capturedPage(format, bytes, locator);
    if (captured === null) return { id, bytes: null };
    const html = await inertPage(captured, async (picture) => {
      const made = await newPixels(picture, PAGE_WIDTH).catch(() => null);
      return made === null ? null : `data:image/png;base64,${Buffer.from(made).toString('base64')}`;
    });
    return { id, bytes: new Uint8Array(Buffer.from(html)) };
  } catch {
    return { id, bytes: null };
  }
}

async function faces({ id, bytes }: FaceJob): Promise<FaceAnswer> {
  try {
    const { findFaces } = await import('./faces/find-faces.ts');
    return { id, ...(await findFaces(bytes)) };
  } catch {
    return { id, width: 0, height: 0, faces: null };
  }
}

port.onMessage((message) => {
  const face = FaceJob.safeParse(message);
  const captured = PageJob.safeParse(message);
  const made = face.success
    ? faces(face.data)
    : captured.success
      ? page(captured.data)
      : answer(PictureJob.parse(message));
  void made.then((result) => port.post(result));
});
