import type { ChildLike } from './host.ts';
import { FaceAnswer, type FaceJob } from './picture-job.ts';

/** What finds faces, for the record: another finder, or another version, may find others. */
export const FACE_FINDER = 'tiny-face-detector of face-api 1.7.15, sides 416, 608 and 1024';

/** Longest a picture may take, in milliseconds. */
const LONGEST = 60_000;

/**
 * Looks for faces in pictures, one after another, in a process that opens hostile bytes and nothing else.
 * @returns for each picture its faces, null where it cannot be decoded
 */
export async function findFacesIn(
  startWorker: () => ChildLike,
  pictures: Iterable<Uint8Array>,
): Promise<readonly FaceAnswer['faces'][]> {
  const found: FaceAnswer['faces'][] = [];
  let child: ChildLike | null = null;
  try {
    for (const bytes of pictures) {
      child ??= startWorker();
      const answer = await ask(child, { id: found.length, bytes, find: 'faces' });
      // A process that died or hung is not asked again.
      if (answer === null) child = null;
      found.push(answer);
    }
  } finally {
    child?.kill();
  }
  return found;
}

function ask(child: ChildLike, job: FaceJob): Promise<FaceAnswer['faces']> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill(), LONGEST);
    const settle = (faces: FaceAnswer['faces']): void => {
      clearTimeout(timer);
      resolve(faces);
    };
    child.onExit(() => settle(null));
    child.onMessage((message) => {
      const answer = FaceAnswer.safeParse(message);
      if (answer.success && answer.data.id === job.id) settle(answer.data.faces);
    });
    child.send(job).catch(() => settle(null));
  });
}
