import sharp from 'sharp';
import { openable } from '../intake/readers/shared/picture/openable.ts';
import { type FaceAnswer, FaceJob, type PictureAnswer, PictureJob } from './picture-job.ts';
import { parentPort } from './port.ts';

/** The same limit as for reading a picture's words. */
const MOST_PIXELS = 100_000_000;

/**
 * Entry of the process that decodes pictures for the screen: hostile bytes are opened here and only new pixels leave it,
 * upright, without the original's metadata.
 */
const port = parentPort();

async function answer(job: PictureJob): Promise<PictureAnswer> {
  try {
    const bytes = await sharp(await openable(job.bytes), {
      limitInputPixels: MOST_PIXELS,
      animated: false,
      failOn: 'error',
    })
      .rotate()
      .resize({ width: job.maxWidth, height: job.maxWidth * 4, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .png({ compressionLevel: 6 })
      .toBuffer();
    return { id: job.id, bytes: new Uint8Array(bytes) };
  } catch {
    return { id: job.id, bytes: null };
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
  const wanted = FaceJob.safeParse(message);
  void (wanted.success ? faces(wanted.data) : answer(PictureJob.parse(message))).then((result) => port.post(result));
});
