import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { ItemDraft, TextRegion } from '../../../contract/item.ts';
import type { Moment } from '../../../contract/moment.ts';
import { limits } from '../limits.ts';
import {
  type Detection,
  notThis,
  type Peek,
  type ReadContext,
  type Reader,
  ReadRefusal,
  type SourceFile,
  type Yielded,
} from './reader.ts';
import { blankItem } from './shared/parties.ts';
import { openPdf } from './shared/pdf/open-pdf.ts';
import { meaningless, type PageText, pageText, type Run } from './shared/pdf/page-text.ts';
import { pdfMoment } from './shared/pdf/pdf-date.ts';

function detect(peek: Peek): Detection {
  // The mark may stand anywhere in the first 1,024 bytes (ISO 32000-1, annex H).
  const head = Buffer.from(peek.head.subarray(0, 1024)).toString('latin1');
  const at = head.indexOf('%PDF-');
  if (at < 0) return notThis;
  return { certainty: at === 0 ? 'sure' : 'likely', because: 'It begins with the mark of a PDF document.' };
}

async function readPage(pdf: PDFDocumentProxy, number: number): Promise<PageText> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const runs: Run[] = [];
  for (const item of content.items) if ('str' in item) runs.push(item);
  const toShown = (x: number, y: number): readonly [number, number] => {
    const [shownX = 0, shownY = 0] = viewport.convertToViewportPoint(x, y);
    return [shownX, shownY];
  };
  const text = pageText(runs, number, toShown, viewport);
  page.cleanup();
  return text;
}

interface Information {
  readonly title: string | null;
  readonly createdAt: Moment | null;
  readonly facts: ItemDraft['facts'];
}

async function informationOf(pdf: PDFDocumentProxy, zone: string | null): Promise<Information> {
  const info: object = await pdf.getMetadata().then(
    (metadata) => metadata.info,
    () => ({}),
  );
  const text = (name: string): string | null => {
    const value: unknown = Reflect.get(info, name);
    return typeof value === 'string' && value.trim() !== '' ? value.replaceAll('\0', '').trim().slice(0, 500) : null;
  };
  const facts: ItemDraft['facts'] = [];
  const labels: readonly (readonly [string, string])[] = [
    ['Author', 'Author named in the file'],
    ['Creator', 'Made with'],
    ['Producer', 'Written by'],
    ['ModDate', 'Changed at'],
  ];
  for (const [name, label] of labels) {
    const value = text(name);
    if (value !== null) facts.push({ label, value });
  }
  const created = text('CreationDate');
  return { title: text('Title'), createdAt: created === null ? null : pdfMoment(created, zone), facts };
}

interface Pages {
  readonly text: string;
  readonly regions: TextRegion[];
  readonly unreadable: readonly Yielded[];
  /** Numbers of pages on which no letter stands. */
  readonly blank: readonly number[];
  readonly cut: boolean;
}

async function readPages(pdf: PDFDocumentProxy): Promise<Pages> {
  let text = '';
  const regions: TextRegion[] = [];
  const unreadable: Yielded[] = [];
  const blank: number[] = [];
  const count = Math.min(pdf.numPages, limits.pdfPages);
  for (let number = 1; number <= count; number += 1) {
    const page = await readPage(pdf, number).catch(() => null);
    if (page === null) {
      unreadable.push({ kind: 'unreadable', where: `page ${number}`, because: 'the page is damaged' });
      continue;
    }
    if (page.text.trim() === '') blank.push(number);
    const from = text === '' ? 0 : text.length + 2;
    if (from + page.text.length > limits.itemTextCharacters) return { text, regions, unreadable, blank, cut: true };
    text += `${text === '' ? '' : '\n\n'}${page.text}`;
    for (const region of page.regions) regions.push({ ...region, start: from + region.start, end: from + region.end });
  }
  return { text, regions, unreadable, blank, cut: count < pdf.numPages };
}

function blankWarning(blank: readonly number[], pages: number): string | null {
  if (blank.length === 0) return null;
  if (blank.length === pages) {
    return 'The PDF holds pictures of pages and no letters (a scan); its words were not read by machine.';
  }
  const named = blank.slice(0, 20).join(', ');
  if (blank.length === 1) return `Page ${named} holds no letters; what it shows was not read by machine.`;
  const more = blank.length > 20 ? ' and others' : '';
  return `Pages ${named}${more} hold no letters; what they show was not read by machine.`;
}

function* warningsOf(pages: Pages, count: number, bytes: Uint8Array): Iterable<string> {
  const blank = blankWarning(pages.blank, count);
  if (blank !== null) yield blank;
  if (pages.cut) yield `The PDF is longer than what is read at once (${limits.pdfPages} pages); its end was not read.`;
  if (meaningless(pages.text) > 0.3) {
    yield 'The PDF does not say which letters its signs are, so its words cannot be read by machine; look at the pages.';
  }
  const end = Buffer.from(bytes.subarray(-2048)).toString('latin1');
  if (!end.includes('%%EOF')) yield 'The PDF has no proper end; it may be cut off, and pages may be missing.';
}

async function* attachmentsOf(pdf: PDFDocumentProxy): AsyncIterable<Yielded> {
  const attached = await pdf.getAttachments().catch(() => null);
  let number = 0;
  for (const [id, { filename }] of attached ?? []) {
    number += 1;
    const found = await pdf.getAttachmentContent(id).catch(() => null);
    const bytes: unknown = found instanceof Uint8Array ? found : Reflect.get(Object(found), 'content');
    const name = filename.slice(0, limits.entryNameCharacters) || `attachment ${number}`;
    if (bytes instanceof Uint8Array && bytes.length <= limits.memberBytes) {
      yield { kind: 'member', name, role: 'attachment', bytes };
    } else yield { kind: 'refused-member', name, because: 'it is damaged or larger than the limit' };
  }
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  const opened = await openPdf(file.bytes);
  if (opened.kind === 'password') {
    yield { kind: 'facts', facts: { encrypted: true } };
    throw new ReadRefusal(
      'The PDF is encrypted and opens only with a password. It is kept; ask whoever handed it over for the password or for a copy without one.',
    );
  }
  if (opened.kind === 'damaged') {
    throw new ReadRefusal(
      'The PDF is damaged: none of its pages can be found. It is kept; ask for a new copy from whoever made it.',
    );
  }
  const { pdf } = opened;
  try {
    const encrypted = (await pdf.getPermissions().catch(() => null)) !== null;
    yield { kind: 'facts', facts: { pages: pdf.numPages, ...(encrypted ? { encrypted } : {}) } };
    const { title, createdAt, facts } = await informationOf(pdf, context.zone);
    const pages = await readPages(pdf);
    for (const text of warningsOf(pages, pdf.numPages, file.bytes)) yield { kind: 'warning', text };
    yield* pages.unreadable;
    const attachments: Yielded[] = [];
    for await (const value of attachmentsOf(pdf)) attachments.push(value);
    const names = attachments.flatMap((value) => (value.kind === 'member' ? [value.name] : []));
    const { text, regions } = pages;
    const item = {
      ...blankItem('whole file', 'document'),
      title,
      sentAt: createdAt,
      text,
      regions,
      facts,
      attachments: names,
    };
    yield { kind: 'item', item };
    yield* attachments;
  } finally {
    await opened.close();
  }
}

/** A PDF document: the letters of its pages with the place of each line. */
export const pdfDocument: Reader = {
  id: 'pdf',
  version: 1,
  label: 'PDF document',
  source: 'https://pdfa.org/resource/iso-32000-2/',
  endings: ['.pdf'],
  detect,
  read,
};
