import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { DocumentError } from '../input/document-error.ts';
import { parseDocumentInput, picturesOf, templateOf, titleOf } from '../input/document-kinds.ts';
import { claimBothStandards } from './both-standards.ts';
import { fontsFor } from './fonts.ts';
import { preparePicture, type SetPicture } from './pictures.ts';
import { codePointsIn, present, printableValue } from './present.ts';
import type { PdfStandard, Rendered, RenderJob } from './render-job.ts';
import { findTemplates, readTemplates } from './templates.ts';
import { undisplayableIn } from './undisplayable.ts';

/** A folder that does not exist: the typesetter sees only what it is handed, and no file of this computer. */
const workspace = '/nonexistent';

/**
 * Makes a document's PDF from its frozen input. The same job gives the same bytes, whatever the clock, zone or locale.
 * Errors: a `DocumentError`; nothing is written.
 */
export async function renderPdf(job: RenderJob): Promise<Rendered> {
  const input = parseDocumentInput(job.kind, job.input);
  const pictures = new Map<string, SetPicture>();
  for (const { file, covered } of picturesOf(input)) {
    pictures.set(file, await preparePicture(file, job.pictures.get(file), covered));
  }

  const shown = present(input);
  const { families, missing } = fontsFor(codePointsIn(shown));
  const names = families.map(({ family }) => family);
  const compiler = NodeCompiler.create({
    workspace,
    fontArgs: [{ fontBlobs: families.flatMap(({ blobs }) => [...blobs]) }],
  });
  for (const [name, source] of readTemplates(findTemplates())) compiler.addSource(`${workspace}/${name}`, source);
  for (const { path, bytes } of pictures.values()) compiler.mapShadow(`${workspace}${path}`, bytes);

  const sizes = Object.fromEntries(
    [...pictures].map(([file, { path, width, height }]) => [file, { path, width, height }]),
  );
  const clusters = new Set<string>();
  const attempt = (): Rendered => {
    const data = {
      input: printableValue(shown, { codePoints: missing, clusters }),
      title: titleOf(input),
      pictures: sizes,
      fonts: { serif: names, label: ['Inter', ...names.filter((name) => name !== 'Inter')] },
    };
    compiler.mapShadow(`${workspace}/data.json`, Buffer.from(JSON.stringify(data)));
    return typeset(compiler, templateOf(input), job.standard);
  };
  try {
    return untilShowable(attempt, clusters);
  } finally {
    // The cache is kept for the whole process; without this a worker grows with every document.
    compiler.evictCache(0);
  }
}

/** Rounds in which clusters that cannot be set are found and turned into codes; each round names all it meets. */
const mostAttempts = 8;

function untilShowable(attempt: () => Rendered, clusters: Set<string>): Rendered {
  for (let round = 1; ; round += 1) {
    try {
      return attempt();
    } catch (error) {
      const found = error instanceof DocumentError ? undisplayableIn(error.message) : [];
      const known = clusters.size;
      for (const cluster of found) clusters.add(cluster);
      if (clusters.size === known || round === mostAttempts) throw error;
    }
  }
}

function typeset(compiler: NodeCompiler, template: string, standard: PdfStandard): Rendered {
  const compiled = compiler.compile({ mainFilePath: `${workspace}/${template}` });
  const failures = [...diagnosticsOf(compiled.takeError()), ...diagnosticsOf(compiled.takeWarnings())];
  const { result } = compiled;
  // A warning is a missing font or a layout that did not settle: the page would not be what was checked.
  if (failures.length > 0 || result === null)
    throw new DocumentError('document-not-set', 'The document could not be set.', failures);
  const exported = (pdfStandard: 'ua-1' | 'a-2a'): Buffer => {
    try {
      return compiler.pdf(result, { pdfStandard });
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new DocumentError('document-standard-not-met', `The document does not meet PDF/${pdfStandard}.`, [reason]);
    }
  };
  const pages = result.numOfPages;
  if (standard !== 'both') return { bytes: exported(standard), pages };
  // The typesetter takes one standard at a time: the first export is the check that PDF/UA-1 is met.
  exported('ua-1');
  return { bytes: claimBothStandards(exported('a-2a')), pages };
}

function diagnosticsOf(error: { readonly shortDiagnostics: readonly unknown[] } | null | undefined): string[] {
  return (error?.shortDiagnostics ?? []).map((diagnostic) =>
    typeof diagnostic === 'object' && diagnostic !== null && 'message' in diagnostic
      ? String(diagnostic.message)
      : JSON.stringify(diagnostic),
  );
}
