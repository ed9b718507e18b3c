import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { TextRegion } from '../../../../../contract/item.ts';
import { limits } from '../../../limits.ts';
import type { Yielded } from '../../reader.ts';
import { type PageNotes, pageNotes } from './page-notes.ts';
import { type PageText, pageText, type Run } from './page-text.ts';
import { scannedWords } from './scanned-page.ts';
import { type SeenText, seenText } from './seen-text.ts';

/** The pages of a PDF: words with their places, and what was found beside and behind them. */
export interface Pages {
  readonly text: string;
  readonly regions: TextRegion[];
  readonly unreadable: Yielded[];
  /** Pages whose letters are none of the file: those read by machine, and those that were not. */
  readonly recognised: number[];
  readonly blank: number[];
  readonly notes: Map<number, PageNotes>;
  readonly seen: Map<number, SeenText>;
  readonly cut: boolean;
}

interface Gathering extends Pages {
  text: string;
  cut: boolean;
}

export interface PageReading {
  readonly pdf: PDFDocumentProxy;
  /** The same file opened so that its pictures are unfolded, made when a page needs it; null where none can be. */
  readonly withPictures: () => Promise<PDFDocumentProxy | null>;
  readonly languages: readonly string[];
  /** Pages that may be read by machine. */
  readonly mayRecognise: number;
}

async function lettersOf(page: PDFPageProxy, number: number): Promise<PageText> {
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const runs: Run[] = [];
  for (const item of content.items) if ('str' in item) runs.push(item);
  const toShown = (x: number, y: number): readonly [number, number] => {
    const [shownX = 0, shownY = 0] = viewport.convertToViewportPoint(x, y);
    return [shownX, shownY];
  };
  return pageText(runs, number, toShown, viewport);
}

interface ReadPage {
  readonly words: PageText;
  readonly notes: PageNotes;
  readonly seen: SeenText | null;
}

async function readPage(pdf: PDFDocumentProxy, number: number): Promise<ReadPage> {
  const page = await pdf.getPage(number);
  const words = await lettersOf(page, number);
  const notes = await pageNotes(page);
  const seen = await seenText(page).catch(() => null);
  page.cleanup();
  return { words, notes, seen };
}

/** Fewer letters than this beside a picture of the whole page are a stamp or a page number (IPED reads such pages too). */
const fewLetters = 100;

/**
 * Whether a page may be a scan: few letters, or letters that are not seen. What it shows is then looked at once more with
 * its pictures unfolded, which the first look leaves out.
 */
const mayBeScan = ({ words, seen }: ReadPage): boolean =>
  words.text.trim().length < fewLetters || seen === null || seen.unseen.length > 0;

async function lookedAtAgain(reading: PageReading, number: number, seen: SeenText | null): Promise<SeenText | null> {
  const pdf = await reading.withPictures();
  if (pdf === null) return seen;
  try {
    const page = await pdf.getPage(number);
    const again = await seenText(page);
    page.cleanup();
    return again;
  } catch {
    return seen;
  }
}

/** Appends the words of a page with their places; false where the text would be longer than is read. */
function append(all: Gathering, words: PageText): boolean {
  const from = all.text === '' ? 0 : all.text.length + 2;
  if (from + words.text.length > limits.itemTextCharacters) {
    all.cut = true;
    return false;
  }
  if (words.text === '') return true;
  all.text += `${all.text === '' ? '' : '\n\n'}${words.text}`;
  for (const region of words.regions)
    all.regions.push({ ...region, start: from + region.start, end: from + region.end });
  return true;
}

async function recognised(reading: PageReading, number: number, done: number): Promise<PageText | null> {
  if (reading.languages.length === 0 || done >= reading.mayRecognise) return null;
  const pdf = await reading.withPictures();
  return pdf === null ? null : scannedWords(pdf, number, reading.languages);
}

async function takePage(all: Gathering, reading: PageReading, number: number): Promise<boolean> {
  const page = await readPage(reading.pdf, number).catch(() => null);
  if (page === null) {
    all.unreadable.push({ kind: 'unreadable', where: `page ${number}`, because: 'the page is damaged' });
    return true;
  }
  all.notes.set(number, page.notes);
  const seen = mayBeScan(page) ? await lookedAtAgain(reading, number, page.seen) : page.seen;
  if (seen !== null) all.seen.set(number, seen);
  if (!append(all, page.words)) return false;
  const letters = page.words.text.trim().length;
  const picture = letters < fewLetters && (seen?.pictureShare ?? 0) > 0.5;
  // A page on which nothing is drawn at all is simply empty.
  if (letters > 0 ? !picture : seen?.draws === false) return true;
  const words = await recognised(reading, number, all.recognised.length);
  if (words !== null) all.recognised.push(number);
  else if (letters === 0) all.blank.push(number);
  return words === null || append(all, words);
}

/** Reads the pages one after the other, those without letters by machine as far as the limit goes. */
export async function readPages(reading: PageReading): Promise<Pages> {
  const all: Gathering = {
    text: '',
    regions: [],
    unreadable: [],
    recognised: [],
    blank: [],
    notes: new Map(),
    seen: new Map(),
    cut: false,
  };
  const count = Math.min(reading.pdf.numPages, limits.pdfPages);
  for (let number = 1; number <= count; number += 1) {
    if (!(await takePage(all, reading, number))) return all;
  }
  return { ...all, cut: count < reading.pdf.numPages };
}
