/** The characters a font has glyphs for, read from its `cmap` table (formats 4 and 12). */
export class CharacterMap {
  readonly #starts: readonly number[];
  readonly #ends: readonly number[];

  constructor(ranges: readonly (readonly [number, number])[]) {
    const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
    this.#starts = sorted.map(([start]) => start);
    this.#ends = sorted.map(([, end]) => end);
  }

  has(codePoint: number): boolean {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (codePoint < (this.#starts[middle] ?? 0)) high = middle - 1;
      else if (codePoint > (this.#ends[middle] ?? 0)) low = middle + 1;
      else return true;
    }
    return false;
  }
}

/** Reads the Unicode character map of a TrueType font; an unreadable font has no characters. Source: OpenType 1.9, `cmap`. */
export function readCharacterMap(font: Uint8Array): CharacterMap {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableOffset(view, 'cmap');
  if (cmap === null) return new CharacterMap([]);
  const ranges: [number, number][] = [];
  const subtables = view.getUint16(cmap + 2);
  for (let index = 0; index < subtables; index += 1) {
    const platform = view.getUint16(cmap + 4 + index * 8);
    if (platform !== 0 && platform !== 3) continue;
    const offset = cmap + view.getUint32(cmap + 8 + index * 8);
    const format = view.getUint16(offset);
    if (format === 4) ranges.push(...segmentsOfFormat4(view, offset));
    if (format === 12) ranges.push(...groupsOfFormat12(view, offset));
  }
  return new CharacterMap(merged(ranges));
}

function tableOffset(view: DataView, tag: string): number | null {
  const tables = view.getUint16(4);
  for (let index = 0; index < tables; index += 1) {
    const entry = 12 + index * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(entry + byte)));
    if (name === tag) return view.getUint32(entry + 8);
  }
  return null;
}

function segmentsOfFormat4(view: DataView, offset: number): [number, number][] {
  const count = view.getUint16(offset + 6) / 2;
  const ends = offset + 14;
  const starts = ends + count * 2 + 2;
  const deltas = starts + count * 2;
  const ranges: [number, number][] = [];
  for (let segment = 0; segment < count; segment += 1) {
    const end = view.getUint16(ends + segment * 2);
    const start = view.getUint16(starts + segment * 2);
    const delta = view.getUint16(deltas + segment * 2);
    const slot = deltas + count * 2 + segment * 2;
    const rangeOffset = view.getUint16(slot);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const glyph =
        rangeOffset === 0 ? (code + delta) & 0xffff : view.getUint16(slot + rangeOffset + (code - start) * 2);
      if (glyph !== 0) ranges.push([code, code]);
    }
  }
  return ranges;
}

function groupsOfFormat12(view: DataView, offset: number): [number, number][] {
  const groups = view.getUint32(offset + 12);
  const ranges: [number, number][] = [];
  for (let group = 0; group < groups; group += 1) {
    const entry = offset + 16 + group * 12;
    const start = view.getUint32(entry);
    const end = view.getUint32(entry + 4);
    ranges.push([view.getUint32(entry + 8) === 0 ? start + 1 : start, end]);
  }
  return ranges;
}

function merged(ranges: readonly [number, number][]): [number, number][] {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const result: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = result.at(-1);
    if (last !== undefined && start <= last[1] + 1) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
