/** A caption that lies in the video itself. */
export interface EmbeddedCaption {
  /** Seconds from the beginning. */
  readonly at: number;
  readonly words: string;
}

interface Box {
  readonly type: string;
  readonly from: number;
  readonly to: number;
}

/** Captions, and bytes of one caption, beyond which a file is not believed. */
const most = { captions: 50_000, bytes: 64 * 1024, boxes: 20_000 } as const;

/** The boxes between two places; one whose length makes no sense ends the list. */
function boxesIn(file: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  let at = from;
  while (at + 8 <= to && boxes.length < most.boxes) {
    const short = file.readUInt32BE(at);
    const large = short === 1 && at + 16 <= to;
    const size = large ? Number(file.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short;
    if (size < (large ? 16 : 8) || at + size > to) break;
    boxes.push({ type: file.toString('latin1', at + 4, at + 8), from: at + (large ? 16 : 8), to: at + size });
    at += size;
  }
  return boxes;
}

/** The first box at the end of a path of types; null where one of them is missing. */
function boxAt(file: Buffer, outer: Box, ...path: readonly string[]): Box | null {
  let box: Box | null = outer;
  for (const type of path) {
    if (box === null) return null;
    box = boxesIn(file, box.from, box.to).find((each) => each.type === type) ?? null;
  }
  return box;
}

/** The numbers of a table: its count, then rows of 32-bit numbers (ISO/IEC 14496-12). */
function table(file: Buffer, box: Box | null, columns: number, head = 4): number[][] {
  if (box === null || box.from + head + 4 > box.to) return [];
  const told = file.readUInt32BE(box.from + head);
  const start = box.from + head + 4;
  const rows = Math.min(told, Math.floor((box.to - start) / (4 * columns)), most.captions);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => file.readUInt32BE(start + 4 * (row * columns + column))),
  );
}

function sizesOf(file: Buffer, stbl: Box): number[] {
  const box = boxAt(file, stbl, 'stsz');
  if (box === null || box.from + 12 > box.to) return [];
  const same = file.readUInt32BE(box.from + 4);
  if (same === 0) return table(file, box, 1, 8).map(([size = 0]) => size);
  return Array.from({ length: Math.min(file.readUInt32BE(box.from + 8), most.captions) }, () => same);
}

function chunksOf(file: Buffer, stbl: Box): number[] {
  const short = table(file, boxAt(file, stbl, 'stco'), 1).map(([place = 0]) => place);
  if (short.length > 0) return short;
  return table(file, boxAt(file, stbl, 'co64'), 2).map(([high = 0, low = 0]) => high * 0x1_0000_0000 + low);
}

/** Where each sample of a track lies. */
function placesOf(file: Buffer, stbl: Box): { at: number; size: number }[] {
  const runs = table(file, boxAt(file, stbl, 'stsc'), 3);
  const sizes = sizesOf(file, stbl);
  const places: { at: number; size: number }[] = [];
  for (const [index, chunk] of chunksOf(file, stbl).entries()) {
    const run = runs.findLast(([first = 1]) => first <= index + 1);
    let at = chunk;
    for (let sample = 0; sample < (run?.[1] ?? 0) && places.length < sizes.length; sample += 1) {
      const size = sizes[places.length] ?? 0;
      places.push({ at, size });
      at += size;
    }
  }
  return places;
}

/** Timed text (3GPP TS 26.245): a length, then the words; styles follow and are left out. */
function timedText(sample: Buffer): string {
  if (sample.length < 2) return '';
  const words = sample.subarray(2, 2 + sample.readUInt16BE(0));
  return words[0] === 0xfe && words[1] === 0xff
    ? Buffer.from(words.subarray(2)).swap16().toString('utf16le')
    : words.toString('utf8');
}

/** WebVTT in boxes (ISO/IEC 14496-30): the payload of each cue. */
function webVtt(sample: Buffer): string {
  return boxesIn(sample, 0, sample.length)
    .filter(({ type }) => type === 'vttc')
    .flatMap((cue) => boxesIn(sample, cue.from, cue.to))
    .filter(({ type }) => type === 'payl')
    .map(({ from, to }) => sample.toString('utf8', from, to).replace(/<[^<>]{0,200}>/g, ''))
    .join('\n');
}

const formats: Readonly<Record<string, (sample: Buffer) => string>> = {
  tx3g: timedText,
  text: timedText,
  wvtt: webVtt,
};

function* captionsOf(file: Buffer, track: Box): Iterable<EmbeddedCaption> {
  const mdia = boxAt(file, track, 'mdia');
  const stbl = mdia === null ? null : boxAt(file, mdia, 'minf', 'stbl');
  const stsd = stbl === null ? null : boxAt(file, stbl, 'stsd');
  const mdhd = mdia === null ? null : boxAt(file, mdia, 'mdhd');
  if (stbl === null || stsd === null || mdhd === null || stsd.from + 16 > stsd.to || mdhd.from + 24 > mdhd.to) return;
  const read = formats[file.toString('latin1', stsd.from + 12, stsd.from + 16)];
  if (read === undefined) return;
  const scale = file.readUInt32BE(mdhd.from + (file[mdhd.from] === 1 ? 20 : 12)) || 1;
  const lengths = table(file, boxAt(file, stbl, 'stts'), 2);
  let time = 0;
  let run = 0;
  let left = lengths[0]?.[0] ?? 0;
  for (const { at, size } of placesOf(file, stbl)) {
    while (left === 0 && run < lengths.length) {
      run += 1;
      left = lengths[run]?.[0] ?? 0;
    }
    const words = size > most.bytes || at + size > file.length ? '' : read(file.subarray(at, at + size)).trim();
    if (words !== '') yield { at: time / scale, words };
    time += lengths[run]?.[1] ?? 0;
    left -= 1;
  }
}

/** The captions that lie in an MP4, MOV or 3GP video; none for any other file. */
export function embeddedCaptions(bytes: Uint8Array): readonly EmbeddedCaption[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const moov = boxesIn(file, 0, file.length).find(({ type }) => type === 'moov');
  if (moov === undefined) return [];
  const tracks = boxesIn(file, moov.from, moov.to).filter(({ type }) => type === 'trak');
  return tracks.flatMap((track) => [...captionsOf(file, track)]).slice(0, most.captions);
}
