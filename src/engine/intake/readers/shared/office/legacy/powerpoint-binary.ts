/** Kinds of records of a PowerPoint file (MS-PPT, 2.13.24). */
const kinds = { masterSlide: 0x03f8, letters: 0x0fa0, bytes: 0x0fa8, notes: 0x03f0, cryptSession: 0x2f14 } as const;

export type SlideWords =
  | { readonly kind: 'words'; readonly texts: readonly string[]; readonly complete: boolean }
  | { readonly kind: 'encrypted' };

/**
 * The texts of a PowerPoint file of 1997 to 2003, each once, in the order of the file. Earlier versions of a slide that
 * the file still holds stand among them.
 */
export function powerPointBinary(document: Buffer): SlideWords {
  const texts = new Set<string>();
  let place = 0;
  let complete = true;
  while (place + 8 <= document.length) {
    const container = (document.readUInt16LE(place) & 0x0f) === 0x0f;
    const kind = document.readUInt16LE(place + 2);
    const length = document.readUInt32LE(place + 4);
    if (kind === kinds.cryptSession) return { kind: 'encrypted' };
    if (container && kind !== kinds.masterSlide) {
      place += 8;
      continue;
    }
    if (place + 8 + length > document.length) complete = false;
    const content = document.subarray(place + 8, place + 8 + length);
    const text =
      kind === kinds.letters ? content.toString('utf16le') : kind === kinds.bytes ? content.toString('latin1') : '';
    const words = text.replaceAll('\r', '\n').replaceAll('\u000b', '\n').replaceAll('\0', '').trim();
    if (words !== '') texts.add(words);
    place += 8 + length;
  }
  return { kind: 'words', texts: [...texts], complete };
}
