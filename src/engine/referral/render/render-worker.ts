import { findLeaks, LeakJob } from '../../leaks/index.ts';
import { parentPort } from '../../workers/port.ts';
import { DocumentError } from '../input/document-error.ts';
import { renderDocx } from './docx/render-docx.ts';
import { type RenderAnswer, RenderJob } from './render-job.ts';
import { renderPdf } from './render-pdf.ts';

/**
 * Entry of the process that sets documents, and that looks through a made one: takes one job, answers once. It opens no case file, writes nothing and asks no network.
 * Its parent ends it; a stuck or swollen one is killed and only its document is lost.
 */
const port = parentPort();

async function answer(message: unknown): Promise<RenderAnswer> {
  try {
    const made = LeakJob.safeParse(message);
    if (made.success) return { kind: 'looked-through', report: await findLeaks(made.data) };
    const job = RenderJob.parse(message);
    const { bytes, pages } = job.format === 'docx' ? await renderDocx(job) : await renderPdf(job);
    return { kind: 'made', bytes: new Uint8Array(bytes), pages };
  } catch (cause) {
    if (cause instanceof DocumentError)
      return { kind: 'refused', error: cause.kind, message: cause.message, details: [...cause.details] };
    const reason = cause instanceof Error ? cause.message : String(cause);
    return { kind: 'refused', error: 'document-not-set', message: 'The document could not be set.', details: [reason] };
  }
}

port.onMessage((message) => {
  void answer(message).then((result) => port.post(result));
});
