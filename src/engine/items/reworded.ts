import type { CorrectedLine } from '../../contract/correction.ts';
import type { Box, TextRegion } from '../../contract/item.ts';

export interface Words {
  readonly text: string;
  readonly regions: readonly TextRegion[];
}

/**
 * The words of an item with a person's lines in the place of the machine's. Untouched words keep their places on the page
 * and move in the text; a corrected line stands where the words it replaces stood, and no machine is unsure of it.
 * @param lines of one item, which do not overlap; an added line begins and ends at one place
 */
export function reworded(base: Words, lines: readonly CorrectedLine[]): Words {
  const sorted = [...lines].sort((a, b) => a.start - b.start || a.end - b.end);
  const regions: TextRegion[] = [];
  const pieces: string[] = [];
  let read = 0;
  let length = 0;
  const keep = (until: number): void => {
    const shift = length - read;
    for (const region of base.regions) {
      if (region.start >= read && region.end <= until) {
        regions.push({ ...region, start: region.start + shift, end: region.end + shift });
      }
    }
    pieces.push(base.text.slice(read, until));
    length += until - read;
    read = until;
  };
  for (const line of sorted) {
    keep(line.start);
    const { words, before, after } = piecesOf(base.text, line);
    const from = length + before.length;
    pieces.push(before, words, after);
    length += before.length + words.length + after.length;
    read = line.end;
    const box = line.box ?? boxOf(base.regions, line);
    if (words !== '' && box !== null) {
      regions.push({ start: from, end: from + words.length, page: line.page, box, confidence: null });
    }
  }
  keep(base.text.length);
  return { text: pieces.join(''), regions };
}

/** An added line gets a line of its own. */
function piecesOf(text: string, line: CorrectedLine): { words: string; before: string; after: string } {
  if (line.end > line.start || line.words === '') return { words: line.words, before: '', after: '' };
  const opens = line.start === 0 || text[line.start - 1] === '\n';
  const closes = line.start === text.length || text[line.start] === '\n';
  return {
    words: line.words,
    before: opens ? '' : '\n',
    after: closes && !opens ? '' : closes && text === '' ? '' : '\n',
  };
}

/** One box around all words of the page that the line takes the place of. */
function boxOf(regions: readonly TextRegion[], { start, end, page }: CorrectedLine): Box | null {
  const touched = regions.filter((region) => region.page === page && region.start < end && start < region.end);
  if (touched.length === 0) return null;
  const x = Math.min(...touched.map(({ box }) => box.x));
  const y = Math.min(...touched.map(({ box }) => box.y));
  const right = Math.max(...touched.map(({ box }) => box.x + box.width));
  const bottom = Math.max(...touched.map(({ box }) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
