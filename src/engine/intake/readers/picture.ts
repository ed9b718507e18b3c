import type { Metadata } from 'sharp';
import { limits } from '../limits.ts';
import {
  type Detection,
  notThis,
  type Peek,
  type ReadContext,
  type Reader,
  ReadRefusal,
  type SourceFacts,
  type SourceFile,
  type Yielded,
} from './reader.ts';
import { blankItem } from './shared/parties.ts';
import { readPictureFacts } from './shared/picture/exif-facts.ts';
import { bitmapSize, openable } from './shared/picture/openable.ts';
import { pictureHeader, preparePicture } from './shared/picture/prepare.ts';
import { printOf } from './shared/picture/print.ts';
import { type RecognisedText, recogniseWords } from './shared/picture/recognise-words.ts';
import { picturedTalk } from './shared/picture/talk/pictured-talk.ts';
import { smallPixels } from './shared/picture/talk/small-pixels.ts';

/** First bytes of the formats read, control characters written as dots. */
const marks: readonly (readonly [format: string, label: string, mark: RegExp])[] = [
  ['png', 'a PNG picture', /^\x89PNG\r\n.\n/],
  ['jpeg', 'a JPEG picture', /^\xff\xd8\xff/],
  ['webp', 'a WebP picture', /^RIFF[\s\S]{4}WEBP/],
  ['gif', 'a GIF picture', /^GIF8[79]a/],
  ['tiff', 'a TIFF picture', /^(?:II\*[^ -~]|MM[^ -~]\*)/],
  ['heic', 'a picture of a telephone (HEIC)', /^[\s\S]{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/],
  ['avif', 'an AVIF picture', /^[\s\S]{4}ftypavi[fs]/],
];

/** "BM" may begin a sentence; the size of the second header tells a bitmap. */
function detectBitmap(head: Uint8Array): Detection {
  const headerSizes = [12, 40, 52, 56, 64, 108, 124];
  if (bitmapSize(head) === null || !headerSizes.includes(Buffer.from(head).readUInt32LE(14))) return notThis;
  return { certainty: 'sure', because: 'It begins with the marks of a bitmap.', format: 'bmp' };
}

function detect(peek: Peek): Detection {
  const head = Buffer.from(peek.head.subarray(0, 16)).toString('latin1');
  const found = marks.find(([, , mark]) => mark.test(head));
  if (found === undefined) return detectBitmap(peek.head);
  return { certainty: 'sure', because: `It begins with the marks of ${found[1]}.`, format: found[0] };
}

/** The part of a header that is used. */
type Header = Pick<Metadata, 'width' | 'height' | 'orientation' | 'format' | 'pages'>;

function sizeFacts(header: Header): SourceFacts {
  return {
    width: header.width,
    height: header.height,
    ...(header.orientation === undefined ? {} : { orientation: header.orientation }),
  };
}

/** A cropped picture of some editors still carries the bytes of the whole one after its end. */
function bytesAfterPng(bytes: Uint8Array): number {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(
    'IEND\xaeB`\x82',
    undefined,
    'latin1',
  );
  return end < 0 ? 0 : bytes.length - end - 8;
}

function checkSize(header: Header): void {
  const pixels = header.width * header.height;
  if (pixels <= limits.pictureMegapixels) return;
  throw new ReadRefusal(
    `The picture says that it is ${header.width} by ${header.height} pixels (${Math.round(pixels / 1_000_000)} megapixels), more than the ${limits.pictureMegapixels / 1_000_000} that are opened. It is kept as evidence and was not unfolded; if it is genuine, ask for a smaller copy beside it.`,
  );
}

type Words = RecognisedText | 'unreadable' | 'no-recognition';

async function wordsOf(
  bytes: Uint8Array,
  header: Metadata,
  languages: readonly string[],
): Promise<{ words: Words; damaged: boolean }> {
  const prepared = await preparePicture(bytes, header);
  if (prepared.kind === 'unreadable') return { words: 'unreadable', damaged: true };
  const { picture, damaged } = prepared;
  if (languages.length === 0) return { words: { text: '', regions: [] }, damaged };
  try {
    return { words: await recogniseWords(picture, languages), damaged };
  } catch {
    return { words: 'no-recognition', damaged };
  }
}

/** What the file tells of itself before a pixel is unfolded; null where its header cannot be read. */
async function headerOf(bytes: Uint8Array): Promise<Header | null> {
  const bitmap = bitmapSize(bytes);
  return bitmap === null ? pictureHeader(bytes) : { ...bitmap, format: 'raw' };
}

function refuseDamaged(): never {
  throw new ReadRefusal(
    'The picture is damaged: its header cannot be read, so nothing of it can be shown. It is kept; ask for the picture again, from the phone or computer where it was taken.',
  );
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  const header = (await headerOf(file.bytes)) ?? refuseDamaged();
  yield { kind: 'facts', facts: sizeFacts(header) };
  checkSize(header);
  const bytes = await openable(file.bytes);
  const openedHeader = (await pictureHeader(bytes)) ?? refuseDamaged();
  const { words, damaged } = await wordsOf(bytes, openedHeader, context.ocrLanguages);
  if (words === 'unreadable') {
    throw new ReadRefusal(
      'The picture is damaged: no part of it can be shown. It is kept; ask for the picture again, from the phone or computer where it was taken.',
    );
  }
  const print = await printOf(bytes);
  if (print !== null) yield { kind: 'facts', facts: { print } };
  if (damaged) {
    yield {
      kind: 'warning',
      text: 'The picture is cut off or damaged; the part that could be read is shown. Ask for a complete copy.',
    };
  }
  const found = words === 'no-recognition' ? { text: '', regions: [] } : words;
  if (words === 'no-recognition') {
    yield {
      kind: 'warning',
      text: 'The words of the picture could not be read by machine; look at it and type what matters.',
    };
  }
  const { takenAt, facts } = readPictureFacts(file.bytes, file.name, context.zone);
  if (header.format === 'png' && !damaged && bytesAfterPng(file.bytes) > 0) {
    yield {
      kind: 'warning',
      text: `${bytesAfterPng(file.bytes)} bytes follow the end of the picture; an editor that crops may have left parts of the whole picture there.`,
    };
  }
  if ((header.pages ?? 1) > 1) facts.push({ label: 'Frames', value: `${header.pages}; only the first was read` });
  yield { kind: 'item', item: { ...blankItem('picture', 'picture'), sentAt: takenAt, ...found, facts } };
  const pixels = found.regions.length === 0 ? null : await smallPixels(bytes);
  for (const item of pixels === null ? [] : picturedTalk(found, pixels)) yield { kind: 'item', item };
}

/** A photo or screenshot; its words are read by machine, each with its place and certainty. */
export const picture: Reader = {
  id: 'picture',
  version: 1,
  label: 'Picture (PNG, JPEG, HEIC, WebP, GIF, TIFF, AVIF, bitmap)',
  source: 'https://www.w3.org/TR/png-3/',
  endings: ['.png', '.jpg', '.jpeg', '.webp', '.gif', '.heic', '.heif', '.tif', '.tiff', '.avif', '.bmp'],
  detect,
  read,
};
