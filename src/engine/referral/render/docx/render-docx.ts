import { Document, Packer } from 'docx';
import { ComposedInput } from '../../input/composed.ts';
import { isComposed, parseDocumentInput, picturesOf } from '../../input/document-kinds.ts';
import { preparePicture, type SetPicture } from '../pictures.ts';
import { printableValue } from '../present.ts';
import type { Rendered, RenderJob } from '../render-job.ts';
import { bodyOf } from './body.ts';
import { composeReferral } from './compose-referral.ts';
import { sameBytes } from './same-bytes.ts';
import { footerOf, headerOf, numbering, styles } from './styles.ts';

/**
 * Makes a document's Word file from its frozen input: real styles, headings and tables, links from citations to exhibits,
 * languages per passage. The same job gives the same bytes. The pages are the word processor's, so none are counted.
 * Errors: a `DocumentError`.
 */
export async function renderDocx(job: RenderJob): Promise<Rendered> {
  const parsed = parseDocumentInput(job.kind, job.input);
  const composed = isComposed(parsed) ? parsed : composeReferral(parsed);
  // What would hide or reorder words, and what XML has no place for, is shown by its code, as in the PDF.
  const input = ComposedInput.parse(printableValue(composed, { codePoints: new Set(), clusters: new Set() }));
  const pictures = new Map<string, SetPicture>();
  for (const { file, covered } of picturesOf(parsed)) {
    pictures.set(file, await preparePicture(file, job.pictures.get(file), covered));
  }
  const packed = await Packer.toBuffer(documentOf(input, pictures));
  return { bytes: sameBytes(packed, input.date), pages: 0 };
}

const INCH = 1440;

function documentOf(input: ComposedInput, pictures: ReadonlyMap<string, SetPicture>): Document {
  const author = (input.letter?.from ?? input.preparedBy).name;
  return new Document({
    title: `${input.title}, ${input.language === 'es' ? 'caso' : 'case'} ${input.case.number}`,
    description: `${input.title}, ${input.letterhead.district}`,
    creator: author,
    lastModifiedBy: author,
    styles: styles(input.language),
    numbering,
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: 8.5 * INCH, height: 11 * INCH },
            margin: { top: INCH, bottom: INCH, left: INCH, right: INCH },
          },
        },
        headers: { default: headerOf(input) },
        footers: { default: footerOf(input), first: footerOf(input) },
        children: bodyOf(input, pictures),
      },
    ],
  });
}
