import type { TextRegion } from '../../../../../contract/item.ts';

/** What a browser prints at the top and bottom of each page. */
export interface PrintLines {
  readonly url: string | null;
  /** As printed, in the order of the computer that printed it; not read further. */
  readonly printedAt: string | null;
}

const edge = 0.07;
const address = /(?:https?:\/\/|www\.)[^\s]{4,2000}/;
const date = /\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}:\d{2}(?::\d{2})?(?:[\s\u202f]?[AaPp]\.?[Mm]\.?)?/;

/** Finds the address and the time in the lines at the upper and lower edge of the pages; the first of each counts. */
export function printLines(text: string, regions: readonly TextRegion[]): PrintLines {
  let url: string | null = null;
  let printedAt: string | null = null;
  for (const { start, end, box } of regions) {
    if (box.y > edge && box.y + box.height < 1 - edge) continue;
    const line = text.slice(start, end);
    url ??= address.exec(line)?.[0] ?? null;
    printedAt ??= date.exec(line)?.[0] ?? null;
    if (url !== null && printedAt !== null) break;
  }
  return { url, printedAt };
}
