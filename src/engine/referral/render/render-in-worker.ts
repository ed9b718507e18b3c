import type { LeakJob, LeakReport } from '../../leaks/index.ts';
import type { ChildLike } from '../../workers/host.ts';
import { DocumentError } from '../input/document-error.ts';
import { RenderAnswer, type Rendered, type RenderJob } from './render-job.ts';

interface Options {
  readonly signal?: AbortSignal;
  readonly limit?: number;
}

/** Longest time one document may take, in milliseconds: 500 exhibits with pictures stay far below it. */
const longestRendering = 180_000;

/**
 * Makes a document's PDF in a process of its own, which is ended afterwards.
 * @param startWorker starts the render worker (`host.startWorker('render')`).
 * @param signal cancels: the process is killed at once and the promise rejects with the signal's reason.
 * Errors: a `DocumentError`, also where the process died (`document-worker-lost`) or took too long.
 */
export async function renderInWorker(
  startWorker: () => ChildLike,
  job: RenderJob,
  options: Options = {},
): Promise<Rendered> {
  const answer = await askWorker(startWorker, job, options);
  if (answer.kind === 'made') return { bytes: answer.bytes, pages: answer.pages };
  throw new DocumentError('document-worker-lost', NOT_UNDERSTOOD);
}

/** Opens a made document in another process and looks for what was taken out of it. Errors: as of `renderInWorker`. */
export async function lookThroughInWorker(
  startWorker: () => ChildLike,
  job: LeakJob,
  options: Options = {},
): Promise<LeakReport> {
  const answer = await askWorker(startWorker, job, options);
  if (answer.kind === 'looked-through') return answer.report;
  throw new DocumentError('document-worker-lost', NOT_UNDERSTOOD);
}

const NOT_UNDERSTOOD = 'The process that sets documents gave an answer that was not understood.';

type Answered = Exclude<RenderAnswer, { kind: 'refused' }>;

function askWorker(
  startWorker: () => ChildLike,
  job: RenderJob | LeakJob,
  { signal, limit = longestRendering }: Options,
): Promise<Answered> {
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
      if (!answer.success) return lost(NOT_UNDERSTOOD);
      const told = answer.data;
      return told.kind === 'refused' ? fail(errorFrom(told)) : settle(() => resolve(told));
    });
    child.send(job).catch(() => lost('The process that sets documents could not be started.'));
  });
}

function errorFrom({ error, message, details }: Extract<RenderAnswer, { kind: 'refused' }>): DocumentError {
  // The message carries its details already.
  const plain = details.reduce((text, detail) => text.replace(` ${detail}`, ''), message);
  return new DocumentError(error, plain, details);
}
