import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { TextRegion } from '../../../../../contract/item.ts';
import { limits } from '../../../limits.ts';
import type { Yielded } from '../../reader.ts';
import { type PageNotes, pageNotes } from './page-notes.ts';
import { type PageText, pageText, type Run } from './page-text.ts';
import { type Allowance, drawnPage, type PagePicture, scannedWords } from './scanned-page.ts';
import { type SeenText, seenText } from './seen-text.ts';

/** What was found on the pages of a PDF, before any is read by machine. */
export interface PageFindings {
  /** Words of each page that could be read, in their order. */
  readonly letters: Map<number, PageText>;
  readonly unreadable: Yielded[];
  /** Pages to be read by machine, drawn as pictures. */
  readonly drawn: PagePicture[];
  /** Pages that hold no letters and cannot be read by machine. */
  readonly blank: number[];
  readonly notes: Map<number, PageNotes>;
  readonly seen: Map<number, SeenText>;
  readonly cut: boolean;
}

/** The pages of a PDF: words with their places, and what was found beside and behind them. */
export interface Pages extends Omit<PageFindings, 'letters' | 'drawn'> {
  readonly text: string;
  readonly regions: readonly TextRegion[];
  /** Pages whose letters were read by machine. */
  readonly recognised: readonly number[];
}

export interface PageReading {
  readonly pdf: PDFDocumentProxy;
  /** The same file opened so that its pictures are unfolded, made when a page needs it; null where none can be. */
  readonly withPictures: () => Promise<PDFDocumentProxy | null>;
  readonly languages: readonly string[];
  /** Pages that may be read by machine. */
  readonly mayRecognise: number;
  readonly allowance: Allowance;
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

async function drawn(reading: PageReading, number: number, done: number): Promise<PagePicture | null> {
  if (reading.languages.length === 0 || done >= reading.mayRecognise || !reading.allowance.mayDraw()) return null;
  const pdf = await reading.withPictures();
  return pdf === null ? null : drawnPage(pdf, number);
}

async function takePage(all: PageFindings, reading: PageReading, number: number): Promise<void> {
  const page = await readPage(reading.pdf, number).catch(() => null);
  if (page === null) {
    all.unreadable.push({ kind: 'unreadable', where: `page ${number}`, because: 'the page is damaged' });
    return;
  }
  all.letters.set(number, page.words);
  all.notes.set(number, page.notes);
  const seen = mayBeScan(page) ? await lookedAtAgain(reading, number, page.seen) : page.seen;
  if (seen !== null) all.seen.set(number, seen);
  const letters = page.words.text.trim().length;
  const picture = letters < fewLetters && (seen?.pictureShare ?? 0) > 0.5;
  // A page on which nothing is drawn at all is simply empty.
  if (letters > 0 ? !picture : seen?.draws === false) return;
  const made = await drawn(reading, number, all.drawn.length);
  if (made !== null) all.drawn.push(made);
  else if (letters === 0) all.blank.push(number);
}

/** Looks at the pages one after the other and draws those without letters, as far as the limit goes. */
export async function findPages(reading: PageReading): Promise<PageFindings> {
  const count = Math.min(reading.pdf.numPages, limits.pdfPages);
  const all: PageFindings = {
    letters: new Map(),
    unreadable: [],
    drawn: [],
    blank: [],
    notes: new Map(),
    seen: new Map(),
    cut: count < reading.pdf.numPages,
  };
  for (let number = 1; number <= count; number += 1) await takePage(all, reading, number);
  return all;
}

interface Text {
  text: string;
  readonly regions: TextRegion[];
}

/** Appends the words of a page with their places; false where the text would be longer than is read. */
function append(all: Text, words: PageText): boolean {
  if (words.text === '') return true;
  const from = all.text === '' ? 0 : all.text.length + 2;
  if (from + words.text.length > limits.itemTextCharacters) return false;
  all.text += `${all.text === '' ? '' : '\n\n'}${words.text}`;
  for (const region of words.regions)
    all.regions.push({ ...region, start: from + region.start, end: from + region.end });
  return true;
}

/** Reads the drawn pages by machine, as far as the allowance goes, and puts the words of all pages together. */
export async function readPages(
  found: PageFindings,
  languages: readonly string[],
  allowance: Allowance,
): Promise<Pages> {
  const all: Text = { text: '', regions: [] };
  const recognised: number[] = [];
  const blank = [...found.blank];
  let cut = found.cut;
  for (const [number, letters] of found.letters) {
    if (!append(all, letters)) cut = true;
    const picture = found.drawn.find(({ page }) => page === number);
    const may = picture !== undefined && allowance.mayRead();
    const words = may ? await scannedWords(picture, languages) : null;
    if (words !== null) recognised.push(number);
    else if (picture !== undefined && letters.text.trim() === '') blank.push(number);
    if (words !== null && !append(all, words)) cut = true;
    if (cut && !found.cut) break;
  }
  const { unreadable, notes, seen } = found;
  return { ...all, unreadable, notes, seen, recognised, blank: blank.sort((a, b) => a - b), cut };
}
