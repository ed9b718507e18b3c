import type { Box, TextRegion } from '../../../../../../contract/item.ts';
import type { RecognisedText } from '../recognise-words.ts';

/** A line of recognised words on a picture. */
export interface PictureLine {
  readonly words: readonly TextRegion[];
  readonly text: string;
  /** Around all its words, in fractions of the picture. */
  readonly box: Box;
}

/** The lines of recognised words, from the top down; words far apart on one height are lines of their own. */
export function linesOf({ text, regions }: RecognisedText): readonly PictureLine[] {
  const lines: TextRegion[][] = [];
  let last: TextRegion | undefined;
  for (const region of withoutEdges(regions, text)) {
    const between = last === undefined ? '\n' : text.slice(last.end, region.start);
    const line = lines.at(-1);
    if (line === undefined || last === undefined || between.includes('\n') || farApart(last.box, region.box)) {
      lines.push([region]);
    } else line.push(region);
    last = region;
  }
  return lines
    .map((words) => ({
      words,
      text: words.map(({ start, end }) => text.slice(start, end)).join(' '),
      box: around(words),
    }))
    .sort((a, b) => a.box.y - b.box.y);
}

/** The edge of a bubble is often read as a bar or a bracket, much taller than the letters around it. */
function withoutEdges(regions: readonly TextRegion[], text: string): readonly TextRegion[] {
  const heights = regions.map(({ box }) => box.height).sort((a, b) => a - b);
  const usual = heights[Math.floor(heights.length / 2)] ?? 0;
  return regions.filter(
    ({ box, start, end }) =>
      end - start > 2 || box.height <= usual * 1.6 || /[\p{L}\p{N}]/u.test(text.slice(start, end)),
  );
}

/** A gap of more than three letter heights is no blank between words. */
function farApart(one: Box, other: Box): boolean {
  // Heights and widths are fractions of different lengths; a telephone's screen is about twice as high as wide.
  return other.x - (one.x + one.width) > 3 * 2 * Math.max(one.height, other.height);
}

function around(words: readonly TextRegion[]): Box {
  const x = Math.min(...words.map(({ box }) => box.x));
  const y = Math.min(...words.map(({ box }) => box.y));
  const right = Math.max(...words.map(({ box }) => box.x + box.width));
  const bottom = Math.max(...words.map(({ box }) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
