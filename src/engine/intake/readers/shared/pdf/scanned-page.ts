import type { PDFDocumentProxy } from 'pdfjs-dist';
import { limits } from '../../../limits.ts';
import { pictureHeader, preparePicture } from '../picture/prepare.ts';
import { type RecognisedText, recogniseWords } from '../picture/recognise-words.ts';

/** Dots to the inch at which letters of a printed page are large enough to be recognised, and memory suffices. */
const dotsPerInch = 150;
const pointsPerInch = 72;

interface Drawn {
  readonly canvas: object;
  readonly context: object;
}

interface CanvasMaker {
  create(width: number, height: number): Drawn;
  destroy(drawn: Drawn): void;
}

function isMaker(value: unknown): value is CanvasMaker {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'create') === 'function';
}

/** The picture of a page as a file, or null where no canvas can be had in this process. */
async function pictureOf(pdf: PDFDocumentProxy, number: number): Promise<Uint8Array | null> {
  const maker: unknown = Reflect.get(pdf, 'canvasFactory');
  if (!isMaker(maker)) return null;
  const page = await pdf.getPage(number);
  const inPoints = page.getViewport({ scale: 1 });
  const wanted = dotsPerInch / pointsPerInch;
  const fits = Math.sqrt(limits.pictureBandPixels / Math.max(1, inPoints.width * inPoints.height));
  const viewport = page.getViewport({ scale: Math.min(wanted, fits) });
  const drawn = maker.create(Math.max(1, Math.floor(viewport.width)), Math.max(1, Math.floor(viewport.height)));
  try {
    const { AnnotationMode } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const canvas = null;
    const canvasContext = drawn.context;
    await page.render({ canvas, canvasContext, viewport, annotationMode: AnnotationMode.DISABLE }).promise;
    const encode: unknown = Reflect.get(drawn.canvas, 'encode');
    if (typeof encode !== 'function') return null;
    const png: unknown = await Reflect.apply(encode, drawn.canvas, ['png']);
    return png instanceof Uint8Array ? png : null;
  } finally {
    page.cleanup();
    maker.destroy(drawn);
  }
}

/** Bytes that drawing a page, or reading one by machine, may take beside what the process holds already. */
const pageMemory = { drawing: 96 * 1024 * 1024, reading: 64 * 1024 * 1024 } as const;

/**
 * How far reading by machine may go before the process would be ended for its memory or its time, and everything of the
 * file be lost with it. Pages beyond are told as not read.
 */
export interface Allowance {
  mayDraw(): boolean;
  mayRead(): boolean;
}

/** @param bytes size of the file, which the process may hold twice and which gives it more time */
export function allowanceFor(bytes: number): Allowance {
  const memory = limits.readMemory + 2 * bytes;
  const time = limits.readTime + (bytes / 1_000_000) * limits.readTimePerMegabyte;
  const start = performance.now();
  const left = (needed: number): boolean =>
    process.memoryUsage.rss() + needed < memory && performance.now() - start < time * 0.75;
  return { mayDraw: () => left(pageMemory.drawing), mayRead: () => left(pageMemory.reading) };
}

/** A page drawn as a picture, ready to be read by machine. */
export interface PagePicture {
  readonly page: number;
  readonly png: Uint8Array;
}

/** Draws a page as a picture; null where it cannot be drawn. */
export async function drawnPage(pdf: PDFDocumentProxy, page: number): Promise<PagePicture | null> {
  const png = await pictureOf(pdf, page).catch(() => null);
  return png === null ? null : { page, png };
}

/**
 * Reads the words of a drawn page by machine; null where that fails. Boxes are fractions of the page as it is shown. The
 * document should be closed by then: both together take more memory than a reading may.
 */
export async function scannedWords(
  { page, png }: PagePicture,
  languages: readonly string[],
): Promise<RecognisedText | null> {
  try {
    const header = await pictureHeader(png);
    const prepared = header === null ? null : await preparePicture(png, header);
    if (prepared === null || prepared.kind === 'unreadable') return null;
    const { text, regions } = await recogniseWords(prepared.picture, languages);
    return { text, regions: regions.map((region) => ({ ...region, page })) };
  } catch {
    return null;
  }
}
