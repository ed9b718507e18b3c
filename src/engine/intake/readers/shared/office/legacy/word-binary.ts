import { decodeText } from '../../decode-text.ts';

export type LegacyWords =
  | { readonly kind: 'words'; readonly text: string; readonly complete: boolean }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'older' }
  | { readonly kind: 'damaged' };

/** Places in the head of a Word file (MS-DOC, 2.5.1: FibBase, FibRgLw97, FibRgFcLcb97). */
const at = { mark: 0, version: 2, flags: 10, counts: 0x4c, clx: 0x1a2, clxBytes: 0x1a6 } as const;

/** What stands where in the one long text of a Word file, in its order. */
const stories = [
  '',
  'Footnotes',
  'Page headers and footers',
  '',
  'Comments',
  'Endnotes',
  'Text boxes',
  'Text boxes of page headers',
];

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
  readonly wide: boolean;
}

/** The list of pieces of which the text is put together (MS-DOC, 2.9.38: Clx). */
function piecesOf(clx: Buffer): Piece[] | null {
  let place = 0;
  while (clx[place] === 1 && place + 3 <= clx.length) place += 3 + clx.readUInt16LE(place + 1);
  if (clx[place] !== 2 || place + 5 > clx.length) return null;
  const table = clx.subarray(place + 5, place + 5 + clx.readUInt32LE(place + 1));
  const count = Math.floor((table.length - 4) / 12);
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index += 1) {
    const packed = table.readUInt32LE((count + 1) * 4 + index * 8 + 2);
    const wide = (packed & 0x40000000) === 0;
    const offset = packed & 0x3fffffff;
    pieces.push({
      start: table.readUInt32LE(index * 4),
      end: table.readUInt32LE(index * 4 + 4),
      offset: wide ? offset : Math.floor(offset / 2),
      wide,
    });
  }
  return pieces;
}

function textOf(document: Buffer, pieces: readonly Piece[]): { text: string; complete: boolean } {
  const texts: string[] = [];
  let complete = true;
  let left = document.length * 2;
  for (const { start, end, offset, wide } of pieces) {
    const length = end - start;
    if (length < 0 || length > left) return { text: texts.join(''), complete: false };
    left -= length;
    const bytes = document.subarray(offset, offset + length * (wide ? 2 : 1));
    if (bytes.length < length * (wide ? 2 : 1)) complete = false;
    texts.push(wide ? bytes.toString('utf16le') : decodeText(bytes, 'windows-1252').text);
  }
  return { text: texts.join(''), complete };
}

/** Marks of a Word text by their number; others below 32 stand for pictures, notes and the like and show nothing. */
const signs: ReadonlyMap<number, string> = new Map([
  [7, '\t'],
  [9, '\t'],
  [11, '\n'],
  [12, '\n'],
  [13, '\n'],
  [14, '\n'],
  [30, '\u2011'],
]);
const field = { begins: 0x13, shows: 0x14, ends: 0x15 } as const;

/** Keeps count of the fields that are open: only their results show. */
class Fields {
  // For each open field, whether its result has begun.
  private readonly open: boolean[] = [];
  private silent = 0;

  /** Takes a mark; false where the sign is a letter like any other. */
  take(code: number): boolean {
    if (code === field.begins) {
      this.open.push(false);
      this.silent += 1;
    } else if (code === field.shows) {
      if (this.open.at(-1) === false) this.silent -= 1;
      if (this.open.length > 0) this.open[this.open.length - 1] = true;
    } else if (code === field.ends) this.silent -= this.open.pop() === false ? 1 : 0;
    else return false;
    return true;
  }

  shows(): boolean {
    return this.silent === 0;
  }
}

/** Marks are put into letters or taken out; of a field its result stays and its instruction goes. */
function shown(text: string): string {
  const pieces: string[] = [];
  const fields = new Fields();
  let before = 0;
  for (const letter of text) {
    const code = letter.charCodeAt(0);
    if (fields.take(code) || !fields.shows()) continue;
    // Two marks of cells one after the other end a row.
    if (code === 7 && before === 7) pieces[pieces.length - 1] = '\n';
    else pieces.push(code < 32 ? (signs.get(code) ?? '') : letter);
    before = code;
  }
  return pieces
    .join('')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function storiesOf(text: string, document: Buffer): string {
  let from = 0;
  const parts: string[] = [];
  for (const [index, heading] of stories.entries()) {
    const length = document.readUInt32LE(at.counts + index * 4);
    const words = shown(text.slice(from, from + length));
    from += length;
    if (words !== '') parts.push(heading === '' ? words : `[${heading}]\n${words}`);
  }
  return parts.join('\n\n');
}

/** The words of a Word file of 1997 to 2003; deleted words that the file still holds stand among them. */
export function wordBinary(document: Buffer, table: (name: '0Table' | '1Table') => Uint8Array | null): LegacyWords {
  if (document.length < 0x200 || document.readUInt16LE(at.mark) !== 0xa5ec) return { kind: 'damaged' };
  const flags = document.readUInt16LE(at.flags);
  if ((flags & 0x0100) !== 0) return { kind: 'encrypted' };
  if (document.readUInt16LE(at.version) < 0x6a) return { kind: 'older' };
  const bytes = table((flags & 0x0200) === 0 ? '0Table' : '1Table');
  if (bytes === null) return { kind: 'damaged' };
  const start = document.readUInt32LE(at.clx);
  const clx = Buffer.from(bytes.subarray(start, start + document.readUInt32LE(at.clxBytes)));
  const pieces = clx.length < 5 ? null : piecesOf(clx);
  if (pieces === null) return { kind: 'damaged' };
  const { text, complete } = textOf(document, pieces);
  return { kind: 'words', text: storiesOf(text, document), complete };
}
