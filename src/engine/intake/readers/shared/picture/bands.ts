/** Rows of a picture from `top` to `bottom`, the last not included. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** Rows of one band; a phone's screen has about 2,500. Recognition needs memory for all rows it is given at once. */
export const bandRows = 3_500;
/** Rows above the end of a band in which an empty one is looked for. */
const searchRows = 700;

function inkOf(grey: Uint8Array, width: number, row: number): number {
  let ink = 0;
  for (let at = row * width; at < (row + 1) * width; at += 1) ink += 255 - (grey[at] ?? 255);
  return ink;
}

/** The row with the least ink above `end`, so that no line of words is cut in two. */
function quietRow(grey: Uint8Array, width: number, end: number): number {
  let quietest = end;
  let least = Number.POSITIVE_INFINITY;
  for (let row = end; row > end - searchRows; row -= 1) {
    const ink = inkOf(grey, width, row);
    if (ink >= least) continue;
    least = ink;
    quietest = row;
  }
  return quietest;
}

/** Cuts a long evened-out picture (a scrolled screenshot) into bands between its lines. */
export function bandsOf(grey: Uint8Array, width: number, height: number): Band[] {
  const bands: Band[] = [];
  let top = 0;
  while (height - top > bandRows + searchRows) {
    const bottom = quietRow(grey, width, top + bandRows);
    bands.push({ top, bottom });
    top = bottom;
  }
  bands.push({ top, bottom: height });
  return bands;
}
