import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { withNewContents } from './new-contents.ts';

const require = createRequire(import.meta.url);

export type OpenedPdf =
  | { readonly kind: 'open'; readonly pdf: PDFDocumentProxy; close(): Promise<void> }
  | { readonly kind: 'password' }
  | { readonly kind: 'damaged' };

const errorName = (error: unknown): string => (error instanceof Error ? error.name : '');

async function tryOpen(bytes: Uint8Array, picturePixels: number, password: string | null): Promise<OpenedPdf> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const home = dirname(require.resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    data: new Uint8Array(bytes), // a copy: the library keeps the bytes it is given
    cMapUrl: join(home, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(home, 'standard_fonts') + sep,
    wasmUrl: join(home, 'wasm') + sep,
    iccUrl: join(home, 'iccs') + sep,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: picturePixels,
    verbosity: 0,
    ...(password === null ? {} : { password }),
  });
  try {
    const pdf = await task.promise;
    return { kind: 'open', pdf, close: () => task.destroy() };
  } catch (error) {
    await task.destroy().catch(() => undefined);
    return errorName(error) === 'PasswordException' ? { kind: 'password' } : { kind: 'damaged' };
  }
}

/** Pictures of so many pixels cost nothing; larger ones are unfolded only where a page is read from its picture. */
const smallPicture = 300_000;

/**
 * Opens a PDF with everything off that runs, draws or fetches. One whose table of contents is gone (a file that was cut
 * off) gets a new one made of the pages that are still there.
 * @param picturePixels pictures up to this size are unfolded
 */
export async function openPdf(
  bytes: Uint8Array,
  password: string | null,
  picturePixels = smallPicture,
): Promise<OpenedPdf> {
  const opened = await tryOpen(bytes, picturePixels, password);
  if (opened.kind !== 'damaged') return opened;
  const mended = withNewContents(bytes);
  return mended === null ? opened : tryOpen(mended, picturePixels, password);
}
