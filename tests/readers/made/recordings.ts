const box = (type: string, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
};

const words = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value >>> 0, index * 4);
  return bytes;
};

const unity = [0x00010000, 0, 0, 0, 0x00010000, 0, 0, 0, 0x40000000] as const;

/** Seconds from 1904, in which these files count, to 1970. */
const epoch1904 = 2_082_844_800;

export interface MadeMp4 {
  readonly brand?: string;
  readonly seconds: number;
  /** Seconds since 1970, or null for a device without a clock. */
  readonly madeAt: number | null;
  /** As Apple's telephones write it: `2024-03-12T21:41:07-0400`. */
  readonly appleDate?: string;
  /** Captions inside the file, in either of the two ways, each shown for two seconds. */
  readonly captions?: { readonly as: 'tx3g' | 'wvtt'; readonly words: readonly string[] };
}

function appleMetadata(date: string): Buffer {
  const key = 'com.apple.quicktime.creationdate';
  const keys = box('keys', words(0, 1), words(8 + key.length), Buffer.from(`mdta${key}`, 'latin1'));
  const data = box('data', words(1, 0), Buffer.from(date, 'latin1'));
  const item = Buffer.concat([words(8 + data.length, 1), data]);
  const handler = box('hdlr', words(0, 0), Buffer.from('mdta', 'latin1'), words(0, 0, 0), Buffer.from([0]));
  return box('meta', handler, keys, box('ilst', item));
}

function captionSample(as: 'tx3g' | 'wvtt', text: string): Buffer {
  const letters = Buffer.from(text);
  if (as === 'wvtt') return text === '' ? box('vtte') : box('vttc', box('payl', letters));
  const length = Buffer.alloc(2);
  length.writeUInt16BE(letters.length);
  return Buffer.concat([length, letters]);
}

function captionTrack(as: 'tx3g' | 'wvtt', samples: readonly Buffer[], at: number): Buffer {
  const stbl = box(
    'stbl',
    box('stsd', words(0, 1), box(as, words(0, 1), Buffer.alloc(30))),
    box('stts', words(0, 1, samples.length, 2000)),
    box('stsc', words(0, 1, 1, samples.length, 1)),
    box('stsz', words(0, 0, samples.length, ...samples.map((sample) => sample.length))),
    box('stco', words(0, 1, at)),
  );
  const hdlr = box('hdlr', words(0, 0), Buffer.from('sbtl', 'latin1'), words(0, 0, 0), Buffer.from([0]));
  const mdhd = box('mdhd', words(0, 0, 0, 1000, samples.length * 2000, 0x55c40000));
  return box('trak', box('mdia', mdhd, hdlr, box('minf', stbl)));
}

/** A sound recording in MP4's own boxes, after ISO/IEC 14496-12: one track of silence in one chunk. */
export function makeMp4({ brand = 'mp42', seconds, madeAt, appleDate, captions }: MadeMp4): Buffer {
  const made = madeAt === null ? 0 : madeAt + epoch1904;
  const duration = seconds * 1000;
  const ftyp = box('ftyp', Buffer.from(brand, 'latin1'), words(0), Buffer.from(`${brand}isom`, 'latin1'));
  const samples = captions?.words.map((text) => captionSample(captions.as, text)) ?? [];
  const mdat = box('mdat', Buffer.alloc(64), ...samples);
  const mvhd = box(
    'mvhd',
    words(0, made, made, 1000, duration, 0x00010000, 0x01000000, 0, 0, ...unity, 0, 0, 0, 0, 0, 0, 2),
  );
  const tkhd = box('tkhd', words(7, made, made, 1, 0, duration, 0, 0, 0, 0x01000000, ...unity, 0, 0));
  const mdhd = box('mdhd', words(0, made, made, 1000, duration, 0x55c40000));
  const hdlr = box('hdlr', words(0, 0), Buffer.from('soun', 'latin1'), words(0, 0, 0), Buffer.from([0]));
  const sound = Buffer.concat([words(0, 1, 0, 0), Buffer.from([0, 1, 0, 16, 0, 0, 0, 0]), words(8000 * 65536)]);
  const stsd = box('stsd', words(0, 1), box('sowt', sound));
  const table = [
    stsd,
    box('stts', words(0, 1, 1, duration)),
    box('stsc', words(0, 1, 1, 1, 1)),
    box('stsz', words(0, 64, 1)),
    box('stco', words(0, 1, ftyp.length + 8)),
  ];
  const minf = box('minf', box('smhd', words(0, 0)), box('stbl', ...table));
  const track = box('trak', tkhd, box('mdia', mdhd, hdlr, minf));
  const extra = appleDate === undefined ? [] : [appleMetadata(appleDate)];
  const spoken = captions === undefined ? [] : [captionTrack(captions.as, samples, ftyp.length + 8 + 64)];
  return Buffer.concat([ftyp, mdat, box('moov', mvhd, track, ...spoken, ...extra)]);
}

/** A WAV recording of silence, 8,000 samples of one byte a second. */
export function makeWav(seconds: number): Buffer {
  const samples = 8000 * seconds;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + samples, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(samples, 40);
  return Buffer.concat([head, Buffer.alloc(samples, 0x80)]);
}
