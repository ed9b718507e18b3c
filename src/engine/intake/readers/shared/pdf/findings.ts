import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { ItemDraft } from '../../../../../contract/item.ts';
import { limits } from '../../../limits.ts';
import { meaningless } from './page-text.ts';
import type { PageFindings, Pages } from './read-pages.ts';

/** `1, 2, 3 and others`, at most twenty named. */
function named(numbers: readonly number[]): string {
  return `${numbers.slice(0, 20).join(', ')}${numbers.length > 20 ? ' and others' : ''}`;
}

function blankWarning(blank: readonly number[], pages: number): string | null {
  if (blank.length === 0) return null;
  if (blank.length === pages) {
    return 'The PDF holds pictures of pages and no letters (a scan); its words were not read by machine.';
  }
  if (blank.length === 1) return `Page ${named(blank)} holds no letters; what it shows was not read by machine.`;
  return `Pages ${named(blank)} hold no letters; what they show was not read by machine.`;
}

function pagesWhere(pages: Pages, found: (number: number) => boolean): number[] {
  return [...pages.seen.keys()].filter(found);
}

const plural = (numbers: readonly number[]): string => (numbers.length === 1 ? 'page' : 'pages');

function* layerWarnings(pages: Pages): Iterable<string> {
  const machine = pages.recognised;
  if (machine.length > 0) {
    yield `The letters of ${plural(machine)} ${named(machine)} were read by machine from pictures; they may be wrong.`;
  }
  const under = pagesWhere(pages, (number) => (pages.seen.get(number)?.under.length ?? 0) > 0);
  if (under.length > 0) {
    yield `Words lie under boxes or pictures on ${plural(under)} ${named(under)}, as where somebody blackened them; they were read and stand in the text. Never hand on a copy as redacted without checking it.`;
  }
  const unseen = pagesWhere(pages, (number) => (pages.seen.get(number)?.unseen.length ?? 0) > 0);
  if (unseen.length > 0) yield `Words that cannot be seen stand on ${plural(unseen)} ${named(unseen)}; they were read.`;
  const layer = pagesWhere(pages, (number) => pages.seen.get(number)?.recognisedLayer === true);
  if (layer.length > 0) {
    yield `The letters of ${plural(layer)} ${named(layer)} were laid behind pictures by a program that recognises letters; they may be wrong.`;
  }
}

/** Numbers of `%%EOF` tell how often a file was saved with what stood before left in it. */
function savedVersions(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = file.indexOf('%%EOF'); at >= 0; at = file.indexOf('%%EOF', at + 5)) count += 1;
  // A file made for reading over a network has a second end after its first page.
  return file.subarray(0, 1024).includes('/Linearized') ? count - 1 : count;
}

/** What must be said of the file as a whole. */
export function* warningsOf(pages: Pages, count: number, bytes: Uint8Array): Iterable<string> {
  const blank = blankWarning(pages.blank, count);
  if (blank !== null) yield blank;
  yield* layerWarnings(pages);
  if (blank === null && pages.text.trim() === '') yield 'The PDF holds no words.';
  if (pages.cut) yield `The PDF is longer than what is read at once (${limits.pdfPages} pages); its end was not read.`;
  if (meaningless(pages.text) > 0.3) {
    yield 'The PDF does not say which letters its signs are, so its words cannot be read by machine; look at the pages.';
  }
  const end = Buffer.from(bytes.subarray(-2048)).toString('latin1');
  if (!end.includes('%%EOF')) yield 'The PDF has no proper end; it may be cut off, and pages may be missing.';
}

/** Scripts and actions that a program would run when the file is opened. */
export async function activeContent(
  pdf: PDFDocumentProxy,
  pages: Pick<PageFindings, 'notes'>,
  bytes: Uint8Array,
): Promise<string | null> {
  const scripts = await pdf.getJSActions().catch(() => null);
  const opening: object | null = await pdf.getOpenAction().catch(() => null);
  const action: unknown = opening === null ? undefined : Reflect.get(opening, 'action');
  const starts = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/Launch');
  const onPages = [...pages.notes.values()].some((notes) => notes.active);
  const found = scripts !== null || (action !== undefined && action !== 'Print') || starts || onPages;
  return found ? 'The PDF holds scripts or actions that start something; none was run.' : null;
}

function section(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `\n\n[${heading}]\n${lines.join('\n')}`;
}

/** Words beside those of the pages: comments, filled fields, and addresses behind words that the words do not show. */
export function wordsBeside(pages: Pages): string {
  const comments = [...pages.notes].flatMap(([number, notes]) =>
    notes.comments.map((each) => `Page ${number}, ${each}`),
  );
  const fields = [...new Set([...pages.notes.values()].flatMap((notes) => notes.fields))];
  const links = [...new Set([...pages.notes.values()].flatMap((notes) => notes.links))];
  const behind = links.filter((link) => !pages.text.includes(link)).slice(0, 1000);
  return `${section('Comments', comments)}${section('Form', fields)}${section('Links', behind)}`;
}

/** What is worth showing of the pages and of the file. */
export function factsOf(pages: Pages, bytes: Uint8Array, info: object): ItemDraft['facts'] {
  const facts: ItemDraft['facts'] = [];
  for (const [number, { under, unseen }] of pages.seen) {
    if (facts.length > 50) break;
    if (under.length > 0)
      facts.push({ label: `Under boxes on page ${number}`, value: under.join(' / ').slice(0, 2000) });
    if (unseen.length > 0) facts.push({ label: `Unseen on page ${number}`, value: unseen.join(' / ').slice(0, 2000) });
  }
  const versions = savedVersions(bytes);
  if (versions > 1) {
    facts.push({
      label: 'Saved versions in the file',
      value: `${versions}; earlier ones can be restored by a specialist`,
    });
  }
  const signatures = [...pages.notes.values()].flatMap((notes) => notes.signatures).length;
  if (signatures > 0 || Reflect.get(info, 'IsSignaturesPresent') === true) {
    facts.push({ label: 'Signatures', value: `${Math.max(1, signatures)}, not checked` });
  }
  if (Reflect.get(info, 'IsCollectionPresent') === true) {
    facts.push({ label: 'Portfolio', value: 'the file is a folder of other files; they are listed as attachments' });
  }
  return facts;
}
