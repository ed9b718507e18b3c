import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { z } from 'zod';
import type { FileImage, FileText, Opened } from './leak-job.ts';
import { pdfStrings } from './pdf-strings.ts';

const require = createRequire(import.meta.url);
const MOST_PIXELS = 100_000_000;

const TextItem = z.object({ str: z.string(), hasEOL: z.boolean() });
const Image = z.object({
  width: z.int(),
  height: z.int(),
  kind: z.int().optional(),
  data: z.custom<Uint8Array>((value) => ArrayBuffer.isView(value)),
});

/** A PDF opened anew: its pages' words, what describes it, its alternative texts, links and attachments, its bytes, its pictures. */
export async function openPdfFile(bytes: Uint8Array): Promise<Opened> {
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const home = dirname(require.resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    data: new Uint8Array(bytes), // a copy: the library keeps the bytes it is given
    standardFontDataUrl: join(home, 'standard_fonts') + sep,
    wasmUrl: join(home, 'wasm') + sep,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    maxImageSize: MOST_PIXELS,
    verbosity: 0,
  });
  const pdf = await task.promise;
  const texts: FileText[] = [...pdfStrings(bytes)];
  const images: FileImage[] = [];
  try {
    const { info, metadata } = await pdf.getMetadata();
    texts.push({ where: 'what describes the file', text: leaves([info, metadata?.getRaw() ?? '']).join('\n') });
    texts.push({ where: 'the bookmarks', text: leaves(await pdf.getOutline()).join('\n') });
    texts.push({ where: 'the labels of pages', text: leaves(await pdf.getPageLabels()).join('\n') });
    texts.push({ where: 'the places that links lead to', text: Object.keys(await pdf.getDestinations()).join('\n') });
    texts.push(...attachments(await pdf.getAttachments()));
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const words = items.map((item) => {
        const part = TextItem.safeParse(item);
        return part.success ? part.data.str + (part.data.hasEOL ? '\n' : '') : '';
      });
      texts.push({ where: `page ${number}`, text: words.join('') });
      texts.push({ where: `the structure of page ${number}`, text: leaves(await page.getStructTree()).join('\n') });
      texts.push({ where: `the links of page ${number}`, text: leaves(await page.getAnnotations()).join('\n') });
      const { fnArray, argsArray } = await page.getOperatorList();
      for (const [index, operation] of fnArray.entries()) {
        if (operation !== OPS.paintImageXObject) continue;
        const name: unknown = z.array(z.unknown()).safeParse(argsArray[index]).data?.[0];
        if (typeof name !== 'string') continue;
        const image = await imageOf(
          name.startsWith('g_') ? page.commonObjs : page.objs,
          name,
          `a picture on page ${number}`,
        );
        if (image !== null) images.push(image);
      }
      page.cleanup();
    }
  } finally {
    await task.destroy();
  }
  return { texts, images };
}

function attachments(value: unknown): readonly FileText[] {
  const found = z
    .record(z.string(), z.object({ filename: z.string(), content: z.unknown().optional() }))
    .safeParse(value instanceof Map ? Object.fromEntries(value) : value);
  if (!found.success) return [];
  return Object.values(found.data).flatMap(({ filename, content }) => [
    { where: 'the name of an attachment', text: filename },
    { where: 'an attachment', text: content instanceof Uint8Array ? Buffer.from(content).toString('utf8') : '' },
  ]);
}

/** Every text in a value, however deep. */
function leaves(value: unknown, seen = new Set<unknown>()): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || seen.has(value) || ArrayBuffer.isView(value)) return [];
  seen.add(value);
  return (value instanceof Map ? [...value.values()] : Object.values(value)).flatMap((one) => leaves(one, seen));
}

interface Objects {
  get(name: string, callback: (value: unknown) => void): unknown;
}

function imageOf(objects: Objects, name: string, where: string): Promise<FileImage | null> {
  return new Promise((resolve) => {
    objects.get(name, (value) => {
      const image = Image.safeParse(value);
      if (!image.success) return resolve(null);
      const { width, height, data } = image.data;
      const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
      const channels = Math.round(bytes.length / (width * height));
      if (channels !== 1 && channels !== 3 && channels !== 4) return resolve(null);
      return resolve({ kind: 'pixels', where, width, height, channels, data: bytes });
    });
  });
}
