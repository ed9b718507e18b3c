import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page, Worker } from 'tesseract.js';
import type { TextRegion } from '../../../../../contract/item.ts';
import type { PreparedPicture } from './prepare.ts';

export interface RecognisedText {
  readonly text: string;
  readonly regions: TextRegion[];
}

const require = createRequire(import.meta.url);

/** Folder of the trained data of a language, inside the package that brings it. */
function dataFolder(language: string): string {
  return join(dirname(require.resolve(`@tesseract.js-data/${language}/package.json`)), '4.0.0_best_int');
}

let started: { readonly languages: string; readonly worker: Promise<Worker> } | null = null;

/**
 * Starts a recogniser without a byte fetched or written to a disk. Each language lies in a package of its own, but the
 * library looks into one folder only: the first is loaded by it, the others are put into its own memory.
 */
async function start(languages: readonly string[]): Promise<Worker> {
  const [first = 'eng', ...others] = languages;
  const known = [first];
  // cacheMethod: by default the library writes the trained data into the working directory.
  const options = { langPath: dataFolder(first), gzip: true, cacheMethod: 'none', errorHandler: () => undefined };
  const { createWorker } = await import('tesseract.js');
  // Its types name only lists of another kind, its code and its documentation take names of languages too.
  const worker: Worker = await Reflect.apply(createWorker, undefined, [known, 1, options]);
  for (const language of others) {
    const packed = await readFile(join(dataFolder(language), `${language}.traineddata.gz`));
    await worker.FS('writeFile', [`./${language}.traineddata`, gunzipSync(packed)]);
    known.push(language); // the library keeps this very list as that of the languages it need not load
  }
  if (others.length > 0) await worker.reinitialize(languages.join('+'));
  return worker;
}

/** One recogniser for all pictures of this process: loading it takes longer than reading a small picture. */
async function recogniser(languages: readonly string[]): Promise<Worker> {
  const wanted = languages.join('+');
  if (started?.languages === wanted) return started.worker;
  const before = started;
  started = { languages: wanted, worker: start(languages) };
  await (await before?.worker)?.terminate();
  return started.worker;
}

/** Signs that recognition makes out of icons and edges: no letter, no figure, and little certainty. */
const isNoise = (text: string, confidence: number): boolean => !/[\p{L}\p{N}]/u.test(text) && confidence < 60;

type Line = NonNullable<Page['blocks']>[number]['paragraphs'][number]['lines'][number];

/** Where a band stands in its picture: `whole` is the height of the picture, all in pixels. */
interface Place {
  readonly width: number;
  readonly top: number;
  readonly whole: number;
}

/** Appends one line of words to the text, with a region for each word, boxes as fractions of the picture. */
function withLine(found: RecognisedText, line: Line, between: string, place: Place): RecognisedText {
  let text = found.text;
  let gap = text === '' ? '' : between;
  for (const word of line.words) {
    if (isNoise(word.text, word.confidence)) continue;
    const start = text.length + gap.length;
    text += gap + word.text;
    gap = ' ';
    const { x0, y0, x1, y1 } = word.bbox;
    found.regions.push({
      start,
      end: text.length,
      page: 1,
      box: {
        x: x0 / place.width,
        y: (place.top + y0) / place.whole,
        width: (x1 - x0) / place.width,
        height: (y1 - y0) / place.whole,
      },
      confidence: Math.max(0, Math.min(1, word.confidence / 100)),
    });
  }
  return { text, regions: found.regions };
}

function withPage(before: RecognisedText, page: Page, place: Place): RecognisedText {
  let found = before;
  for (const paragraph of (page.blocks ?? []).flatMap((block) => block.paragraphs)) {
    for (const [index, line] of paragraph.lines.entries()) {
      found = withLine(found, line, index === 0 ? '\n\n' : '\n', place);
    }
  }
  return found;
}

/**
 * Reads the words of a picture, offline. The picture must already be upright and evened out.
 * @param languages as Tesseract names them (`eng`, `spa`).
 */
export async function recogniseWords(picture: PreparedPicture, languages: readonly string[]): Promise<RecognisedText> {
  const worker = await recogniser(languages);
  let found: RecognisedText = { text: '', regions: [] };
  for await (const { png, width, top } of picture.bands()) {
    const { data } = await worker.recognize(Buffer.from(png), {}, { blocks: true, text: false });
    found = withPage(found, data, { width, top, whole: picture.height });
  }
  return found;
}
