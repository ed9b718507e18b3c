import { raise } from '../../contract/errors.ts';
import { loadContent } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { evidenceById } from '../intake/index.ts';
import type { LeakReport } from '../leaks/index.ts';
import { foldsOf, type Needle } from '../leaks/index.ts';
import { type Made, printedPictures } from './make-document.ts';
import { lookThroughInWorker } from './render/render-in-worker.ts';

/**
 * Opens a made file anew, in another process, and refuses it where anything that was to be taken out is left in it: every
 * spelling that was found, every name and number that was looked for, and every place of its pictures.
 * @throws redaction-leak
 */
export async function assertNothingLeft(engine: EngineCore, made: Made, format: 'pdf' | 'docx'): Promise<LeakReport> {
  const { scope, bytes, title } = made;
  const needles = needlesOf(made);
  const report = await lookThroughInWorker(() => engine.host.startWorker('render'), {
    format,
    bytes,
    needles: needles.map(({ proof }) => ({ ...proof, allowed: timesIn(made.standing, proof) })),
    pictures: printedPictures(made).map(({ evidenceId, covered }) => ({
      original: loadContent(scope.db, evidenceById(scope.db, evidenceId).sha256),
      covered: [...covered],
    })),
  });
  const [first] = report.leaks;
  if (first === undefined) return report;
  const needle = first.needle === null ? null : (needles[first.needle] ?? null);
  raise('redaction-leak', {
    document: title,
    what: needle === null ? 'a place of a picture' : `${needle.shown} (${needle.what.replaceAll('-', ' ')})`,
    where: first.where,
  });
}

interface Proof {
  readonly what: Needle['what'];
  readonly shown: string;
  readonly proof: { readonly source: string; readonly flags: string };
}

/** Everything that is looked for, each pattern once: people by every name, and what was found by how it looks. */
function needlesOf({ scope, found }: Made): readonly Proof[] {
  const removed = found.filter(({ state }) => state === 'removed').map(({ hit }) => hit);
  const all = [...scope.redaction.needles, ...removed];
  const once = new Map(all.map(({ what, shown, proof }) => [`${proof.flags}/${proof.source}`, { what, shown, proof }]));
  return [...once.values()].map(({ what, shown, proof }) => ({
    what,
    shown,
    proof: { source: proof.source, flags: proof.flags },
  }));
}

function timesIn(texts: readonly string[], { source, flags }: Proof['proof']): number {
  const pattern = new RegExp(source, flags);
  return texts.reduce((sum, text) => {
    const plain = foldsOf(text)[0]?.plain ?? '';
    return sum + [...plain.matchAll(pattern)].length;
  }, 0);
}
