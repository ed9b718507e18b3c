import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type CommentsScene, facebookComments } from '../draw/facebook.ts';
import { type TakenAt, toPng } from '../draw/svg.ts';
import type { SampleFiles } from '../sample-files.ts';
import { threadCsv, transcriptNote, voicemailWords } from './thread.ts';

const encoder = new TextEncoder();
const voicemailPath = '02-office/voicemail 2025-11-20 0805.wav';
const committed = path.resolve(import.meta.dirname, '../../../resources/samples/cafeteria-joke/inbox', voicemailPath);

/** Comments on Colleen Brandt's phone before she cut the pictures, Tuesday 18 November, 2:14 PM by the phone's clock. */
export const seenByParent: CommentsScene = {
  clock: '2:14',
  battery: 0.48,
  comments: [
    {
      name: 'Owen Farrell',
      initials: 'OF',
      text: 'Rita I would never leave your hood dirty. You taught me to fear that hood. See you Friday',
      age: '18h',
    },
    {
      name: 'Owen Farrell',
      initials: 'OF',
      text: 'Our Lunch Crew is hopeless and I say that as its captain',
      age: '18h',
    },
    {
      name: 'Owen Farrell',
      initials: 'OF',
      text: 'Mild?? This year I am burning that cafeteria to the ground. Nobody walks out of there.',
      age: '18h',
    },
  ],
};

/** The voicemail as a synthetic voice speaks it; without espeak-ng the committed recording stays as it is. */
function voicemail(): Uint8Array {
  const target = path.join(mkdtempSync(path.join(tmpdir(), 'sample-voice-')), 'voice.wav');
  const spoken = spawnSync('espeak-ng', ['-v', 'en-us', '-s', '165', '-w', target, voicemailWords]);
  if (spoken.error === undefined && spoken.status === 0) return telephoneBand(readFileSync(target));
  if (existsSync(committed)) return readFileSync(committed);
  throw new Error('Install espeak-ng to make the voicemail: no committed recording was found.');
}

/** Halves 22,050 Hz to 11,025 Hz and 16 bits to 8, as an office answering machine stores it. */
function telephoneBand(wav: Buffer): Buffer {
  const samples = wav.subarray(44);
  const count = Math.floor(samples.length / 4);
  const out = Buffer.alloc(44 + count);
  out.write('RIFF', 0, 'latin1');
  out.writeUInt32LE(36 + count, 4);
  out.write('WAVEfmt ', 8, 'latin1');
  out.writeUInt32LE(16, 16);
  out.writeUInt16LE(1, 20);
  out.writeUInt16LE(1, 22);
  out.writeUInt32LE(11025, 24);
  out.writeUInt32LE(11025, 28);
  out.writeUInt16LE(1, 32);
  out.writeUInt16LE(8, 34);
  out.write('data', 36, 'latin1');
  out.writeUInt32LE(count, 40);
  for (let index = 0; index < count; index += 1) {
    const mean = (samples.readInt16LE(index * 4) + samples.readInt16LE(index * 4 + 2)) / 2;
    out.writeUInt8(Math.round(mean / 256) + 128, 44 + index);
  }
  return out;
}

/** Sources that are words only: the same bytes on every machine. */
export function wordSources(): SampleFiles {
  return new Map<string, Uint8Array>([
    ['02-office/voicemail transcript AT.txt', encoder.encode(transcriptNote)],
    ['03-farrell/cookoff thread full.csv', threadCsv()],
  ]);
}

/** All files of the incident by their path under `inbox/`. */
export async function cafeteriaJoke(): Promise<SampleFiles> {
  const { canvas, tops } = facebookComments(seenByParent);
  const [, second = 0, third = 0] = tops;
  const taken = (second: string): TakenAt => ({ local: `2025:11:18 14:14:${second}`, offset: '-05:00' });
  // The first line of the comment is in the picture, "as its captain" is not.
  const firstLineOnly = { top: second - 24, height: 176 };
  return new Map<string, Uint8Array>([
    ['01-brandt/IMG_0931.PNG', await toPng(canvas, { crop: { top: third - 12, height: 300 }, takenAt: taken('05') })],
    ['01-brandt/IMG_0932.PNG', await toPng(canvas, { crop: firstLineOnly, takenAt: taken('19') })],
    ['01-brandt/IMG_0933.PNG', await toPng(canvas, { crop: { top: 0, height: second - 24 }, takenAt: taken('31') })],
    [voicemailPath, voicemail()],
    ...wordSources(),
  ]);
}
