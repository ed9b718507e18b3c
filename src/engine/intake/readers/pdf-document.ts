import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { ItemDraft } from '../../../contract/item.ts';
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
import { passwordWrong } from './shared/container/archive-words.ts';
import { blankItem } from './shared/parties.ts';
import { activeContent, factsOf, warningsOf, wordsBeside } from './shared/pdf/findings.ts';
import { type OpenedPdf, openPdf } from './shared/pdf/open-pdf.ts';
import { pdfMoment } from './shared/pdf/pdf-date.ts';
import { printLines } from './shared/pdf/print-lines.ts';
import { findPages, type PageFindings, type Pages, readPages } from './shared/pdf/read-pages.ts';
import { type Allowance, allowanceFor } from './shared/pdf/scanned-page.ts';

function detect(peek: Peek): Detection {
  // The mark may stand anywhere in the first 1,024 bytes (ISO 32000-1, annex H).
  const head = Buffer.from(peek.head.subarray(0, 1024)).toString('latin1');
  const at = head.indexOf('%PDF-');
  if (at < 0) return notThis;
  return { certainty: at === 0 ? 'sure' : 'likely', because: 'It begins with the mark of a PDF document.' };
}

interface Information {
  readonly title: string | null;
  readonly createdAt: Moment | null;
  readonly facts: ItemDraft['facts'];
  /** The library's own list, with marks of forms, signatures and portfolios. */
  readonly raw: object;
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
  return { title: text('Title'), createdAt: created === null ? null : pdfMoment(created, zone), facts, raw: info };
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

const passwordNeeded =
  'The PDF is encrypted and opens only with a password. It is kept; ask whoever handed it over for the password or for a copy without one.';
const certificateNeeded =
  'The PDF is encrypted for the holder of a certificate. It is kept; ask whoever handed it over for a copy without encryption.';
const damaged =
  'The PDF is damaged: none of its pages can be found. It is kept; ask for a new copy from whoever made it.';

type Open = Extract<OpenedPdf, { kind: 'open' }>;

/** Pages read by machine: some for every file, and more for larger ones, whose reading may take longer too. */
function mayRecognise(bytes: number): number {
  return limits.pdfScannedPages + Math.floor((bytes / 1_000_000) * (limits.readTimePerMegabyte / 4000));
}

/** Opens the file a second time, so that its pictures are unfolded, when the first page needs it. */
function laterWithPictures(
  bytes: Uint8Array,
  password: string | null,
): { get(): Promise<Open | null>; close(): Promise<void> } {
  let opened: Promise<Open | null> | null = null;
  const get = (): Promise<Open | null> => {
    opened ??= openPdf(bytes, password, limits.pdfPicturePixels).then((each) => (each.kind === 'open' ? each : null));
    return opened;
  };
  return { get, close: async () => (await opened)?.close() };
}

/** Everything that needs the open document; reading by machine comes after it is closed, since both take much memory. */
interface Gathered {
  readonly info: Information;
  readonly pages: PageFindings;
  readonly active: string | null;
  readonly count: number;
  readonly attachments: readonly Yielded[];
}

async function gathered(
  { pdf }: Open,
  file: SourceFile,
  context: ReadContext,
  allowance: Allowance,
): Promise<Gathered> {
  const pictures = laterWithPictures(file.bytes, context.password ?? null);
  const pages = await findPages({
    pdf,
    withPictures: async () => (await pictures.get())?.pdf ?? null,
    languages: context.ocrLanguages,
    mayRecognise: mayRecognise(file.bytes.length),
    allowance,
  }).finally(() => pictures.close());
  const attachments: Yielded[] = [];
  for await (const value of attachmentsOf(pdf)) attachments.push(value);
  return {
    info: await informationOf(pdf, context.zone),
    pages,
    active: await activeContent(pdf, pages, file.bytes),
    count: pdf.numPages,
    attachments,
  };
}

function itemOf({ info, attachments }: Gathered, pages: Pages, bytes: Uint8Array): ItemDraft {
  const printed = printLines(pages.text, pages.regions);
  return {
    ...blankItem('whole file', 'document'),
    title: info.title,
    sentAt: info.createdAt,
    text: `${pages.text}${wordsBeside(pages)}`.trim(),
    url: printed.url,
    attachments: attachments.flatMap((value) => (value.kind === 'member' ? [value.name] : [])),
    regions: [...pages.regions],
    facts: [
      ...info.facts,
      ...(printed.url === null ? [] : [{ label: 'Printed from', value: printed.url }]),
      ...(printed.printedAt === null ? [] : [{ label: 'Printed at, as the page shows it', value: printed.printedAt }]),
      ...factsOf(pages, bytes, info.raw),
    ],
  };
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  const opened = await openPdf(file.bytes, context.password ?? null);
  if (opened.kind === 'password') {
    yield { kind: 'facts', facts: { encrypted: true } };
    throw new ReadRefusal(context.password === undefined ? passwordNeeded : passwordWrong);
  }
  if (opened.kind === 'damaged') {
    const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
    if (!bytes.includes('/Adobe.PubSec')) throw new ReadRefusal(damaged);
    yield { kind: 'facts', facts: { encrypted: true } };
    throw new ReadRefusal(certificateNeeded);
  }
  const { pdf } = opened;
  const allowance = allowanceFor(file.bytes.length);
  let found: Gathered;
  try {
    const encrypted = (await pdf.getPermissions().catch(() => null)) !== null;
    yield { kind: 'facts', facts: { pages: pdf.numPages, ...(encrypted ? { encrypted } : {}) } };
    found = await gathered(opened, file, context, allowance);
  } finally {
    await opened.close();
  }
  const pages = await readPages(found.pages, context.ocrLanguages, allowance);
  for (const text of warningsOf(pages, found.count, file.bytes)) yield { kind: 'warning', text };
  if (found.active !== null) yield { kind: 'warning', text: found.active };
  yield* pages.unreadable;
  yield { kind: 'item', item: itemOf(found, pages, file.bytes) };
  yield* found.attachments;
}

/** A PDF document: the letters of its pages with their places, scans read by machine, comments, forms and what is hidden. */
export const pdfDocument: Reader = {
  id: 'pdf',
  version: 3,
  label: 'PDF document',
  source: 'https://pdfa.org/resource/iso-32000-2/',
  endings: ['.pdf'],
  detect,
  read,
};
