import type { FileText, Leak, LeakJob, LeakReport } from './leak-job.ts';
import { foldsOf } from './needle.ts';

/**
 * Opens a produced file anew and looks for everything that was taken out of it: in its words, in what describes it, in its
 * alternative texts, attachments and bytes, and at the places of its pictures. It shares nothing with what made the file but
 * the strings.
 */
export async function findLeaks(job: LeakJob): Promise<LeakReport> {
  const { imageTexts, pictureLeaks } = await import('./pixels.ts');
  const { texts, images } =
    job.format === 'pdf'
      ? await (await import('./open-pdf-file.ts')).openPdfFile(job.bytes)
      : (await import('./open-docx.ts')).openDocx(job.bytes);
  const all = [...texts, ...(await imageTexts(images))];
  const pictures = (await pictureLeaks(job.pictures, images)).map((where): Leak => ({ needle: null, where }));
  return {
    leaks: [...wordLeaks(all, job.needles), ...pictures],
    texts: all.length,
    letters: all.reduce((sum, { text }) => sum + text.length, 0),
    images: images.length,
  };
}

const PAGE = /^page \d+$|^the text of word\/document\.xml$/;

/** Bytes that are no letters part words, or stand between the two bytes of each letter: both are tried. */
const CONTROLS = /(?:(?!\s)\p{Cc})+/gu;

function formsOf(text: string): readonly string[] {
  const parted = text.replace(CONTROLS, ' ');
  const texts = parted === text ? [text] : [text, parted];
  return texts.flatMap((form) => foldsOf(form).map(({ plain }) => plain));
}

/** Where needles are left. On the pages a needle may stand as often as in words of which nothing is taken. */
function wordLeaks(texts: readonly FileText[], needles: LeakJob['needles']): readonly Leak[] {
  const patterns = needles.map(({ source, flags }) => new RegExp(source, flags));
  const folded = texts.map(({ where, text }) => ({ where, forms: formsOf(text) }));
  return patterns.flatMap((pattern, needle): Leak[] => {
    const allowed = needles[needle]?.allowed ?? 0;
    const found = folded.filter(({ forms }) => forms.some((plain) => plain.search(pattern) >= 0));
    if (allowed === 0) return found.map(({ where }) => ({ needle, where }));
    const pages = found.filter(({ where }) => PAGE.test(where));
    const times = pages.reduce(
      (sum, { forms }) => sum + Math.max(...forms.map((plain) => [...plain.matchAll(pattern)].length)),
      0,
    );
    return times > allowed ? pages.map(({ where }) => ({ needle, where })) : [];
  });
}
