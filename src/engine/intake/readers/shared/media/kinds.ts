/** A kind of recording, by its first bytes. */
export interface MediaKind {
  readonly format: string;
  readonly because: string;
}

const kind = (format: string, what: string): MediaKind => ({ format, because: `It begins with the marks of ${what}.` });

/** First bytes as letters, whatever is no ASCII letter or sign written as a dot. */
const marks: readonly (readonly [mark: RegExp, kind: MediaKind])[] = [
  [/^RIFF.{4}WAVE/, kind('wav', 'a WAV recording')],
  [/^RIFF.{4}AVI /, kind('avi', 'an AVI video')],
  [/^\.E\.\..{0,60}webm/, kind('webm', 'a WebM video')],
  [/^\.E\.\..{0,60}matroska/, kind('mkv', 'a Matroska video')],
  [/^FORM.{4}AIF[FC]/, kind('aiff', 'an AIFF recording')],
  [/^FLV\./, kind('flv', 'a Flash video')],
  [/^OggS/, kind('ogg', 'an Ogg recording')],
  [/^fLaC/, kind('flac', 'a FLAC recording')],
  [/^#!AMR/, kind('amr', 'an AMR voice recording')],
  [/^caff/, kind('caf', 'a Core Audio recording')],
  [/^ID3/, kind('mp3', 'an MP3 recording')],
];

/** Brands of files that are built alike: which of them are sound or video, and what they are called. */
const brands: readonly (readonly [brand: RegExp, kind: MediaKind])[] = [
  [/^(?:heic|heix|heim|heis|hevc|hevx|mif1|msf1|avif|avis)/, kind('', 'a picture')],
  [/^M4[AB]/, kind('m4a', 'an M4A recording')],
  [/^qt {2}/, kind('mov', 'a QuickTime video')],
  [/^3g/, kind('3gp', 'a 3GP recording')],
  [/^/, kind('mp4', 'an MP4 video')],
];

/** Whether four bytes are the head of an MPEG audio frame (layers 1 to 3) or of an AAC one, with figures that exist. */
function isAudioFrame(head: Uint8Array): 'mp3' | 'aac' | null {
  const [a = 0, b = 0, c = 0] = head;
  if (a !== 0xff || (b & 0xe0) !== 0xe0) return null;
  const layer = (b >> 1) & 3;
  const rate = (c >> 2) & 15;
  if ((b & 0xf6) === 0xf0) return rate < 13 ? 'aac' : null;
  const soundFigures = ((b >> 3) & 3) !== 1 && layer !== 0 && c >> 4 !== 15 && c >> 4 !== 0 && ((c >> 2) & 3) !== 3;
  return soundFigures ? 'mp3' : null;
}

/** Marks that are no letters, as hexadecimal digits. */
const binaryMarks: readonly (readonly [mark: string, kind: MediaKind])[] = [
  ['3026b2758e66cf11', kind('wmv', 'a Windows Media recording')],
  ['000001ba', kind('mpg', 'an MPEG video')],
];

/** Packets of MPEG transport streams begin with the same byte each 188 bytes, those of cameras each 192. */
function isTransportStream(head: Uint8Array): boolean {
  const at = (start: number, step: number) => [0, 1, 2, 3, 4].every((packet) => head[start + packet * step] === 0x47);
  return at(0, 188) || at(4, 192);
}

/** The kind of recording that a file is, or null where it is none. A bare run of audio frames is only likely one. */
export function mediaKind(head: Uint8Array): { readonly kind: MediaKind; readonly sure: boolean } | null {
  const start = Buffer.from(head.subarray(0, 96))
    .toString('latin1')
    .replace(/[^ -~]/g, '.');
  const byMark = marks.find(([mark]) => mark.test(start));
  if (byMark !== undefined) return { kind: byMark[1], sure: true };
  const hex = Buffer.from(head.subarray(0, 8)).toString('hex');
  const byBytes = binaryMarks.find(([mark]) => hex.startsWith(mark));
  if (byBytes !== undefined) return { kind: byBytes[1], sure: true };
  if (isTransportStream(head)) return { kind: kind('mts', 'an MPEG transport stream'), sure: true };
  if (/^.{4}ftyp/.test(start)) {
    const found = brands.find(([brand]) => brand.test(start.slice(8)));
    return found === undefined || found[1].format === '' ? null : { kind: found[1], sure: true };
  }
  // Cameras before 2004 wrote QuickTime without a brand.
  if (/^.{4}(?:moov|mdat|wide)/.test(start)) return { kind: kind('mov', 'a QuickTime video'), sure: false };
  const frame = isAudioFrame(head);
  if (frame === null) return null;
  return { kind: kind(frame, frame === 'mp3' ? 'an MP3 recording' : 'an AAC recording'), sure: false };
}
