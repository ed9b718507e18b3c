import type { ChildLike } from '../../workers/host.ts';
import { DocumentError } from '../input/document-error.ts';
import { RenderAnswer, type Rendered, type RenderJob } from './render-job.ts';

/** Longest time one document may take, in milliseconds: 500 exhibits with pictures stay far below it. */
const longestRendering = 180_000;

/**
 * Makes a document's PDF in a process of its own, which is ended afterwards.
 * @param startWorker starts the render worker (`host.startWorker('render')`).
 * @param signal cancels: the process is killed at once and the promise rejects with the signal's reason.
 * Errors: a `DocumentError`, also where the process died (`document-worker-lost`) or took too long.
 */
export function renderInWorker(
  startWorker: () => ChildLike,
  job: RenderJob,
  { signal, limit = longestRendering }: { readonly signal?: AbortSignal; readonly limit?: number } = {},
): Promise<Rendered> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(signal.reason);
      return;
    }
    const child = startWorker();
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      child.kill();
      act();
    };
    const fail = (error: unknown): void => settle(() => reject(error));
    const lost = (why: string): void => fail(new DocumentError('document-worker-lost', why));
    const cancel = (): void => fail(signal?.reason);
    const timer = setTimeout(() => lost(`Setting the document took longer than ${limit / 1000} seconds.`), limit);
    signal?.addEventListener('abort', cancel);
    child.onExit(() => lost('The process that sets documents ended before it was done.'));
    child.onMessage((message) => {
      const answer = RenderAnswer.safeParse(message);
      if (!answer.success) lost('The process that sets documents gave an answer that was not understood.');
      else if (answer.data.kind === 'refused') fail(errorFrom(answer.data));
      else {
        const { bytes, pages } = answer.data;
        settle(() => resolve({ bytes, pages }));
      }
    });
    child.send(job).catch(() => lost('The process that sets documents could not be started.'));
  });
}

function errorFrom({ error, message, details }: Extract<RenderAnswer, { kind: 'refused' }>): DocumentError {
  // The message carries its details already.
  const plain = details.reduce((text, detail) => text.replace(` ${detail}`, ''), message);
  return new DocumentError(error, plain, details);
}
