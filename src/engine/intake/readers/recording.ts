import type { MediaInfoResult } from 'mediainfo.js';
import {
  type Detection,
  notThis,
  type Peek,
  type ReadContext,
  type Reader,
  ReadRefusal,
  type SourceFile,
  type Yielded,
} from './reader.ts';
import { describeMedia, type MediaDescription } from './shared/media/describe.ts';
import { mediaKind } from './shared/media/kinds.ts';
import { embeddedCaptions } from './shared/media/mp4-captions.ts';
import { nameTime } from './shared/name-time.ts';
import { blankItem } from './shared/parties.ts';

function detect(peek: Peek): Detection {
  const found = mediaKind(peek.head);
  if (found === null) return notThis;
  return { certainty: found.sure ? 'sure' : 'likely', because: found.kind.because, format: found.kind.format };
}

async function analysed(bytes: Uint8Array): Promise<MediaInfoResult | null> {
  const { default: mediaInfo } = await import('mediainfo.js');
  const analysis = await mediaInfo({ format: 'object', full: false });
  try {
    return await analysis.analyzeData(bytes.length, (size, from) => bytes.subarray(from, from + size));
  } catch {
    return null;
  } finally {
    analysis.close();
  }
}

const clock = (seconds: number): string => new Date(Math.round(seconds) * 1000).toISOString().slice(11, 19);

function* warningsOf(description: MediaDescription, captionsRead: boolean): Iterable<Yielded> {
  const what = description.hasPicture ? 'video' : 'recording';
  if (!description.playable) {
    yield {
      kind: 'warning',
      text: 'No sound and no picture was found in this file, only what it says about itself; it is damaged or cut off. Ask for a new copy, from the phone or account where it was made.',
    };
    return;
  }
  if (description.cutOff || description.durationSec === null) {
    yield { kind: 'warning', text: `The ${what} seems to be cut off; ask for a complete copy.` };
  }
  if (description.captionTracks > 0 && !captionsRead) {
    yield {
      kind: 'warning',
      text: `The ${what} carries captions of its own, which are not read; a player shows them.`,
    };
  }
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  const result = await analysed(file.bytes);
  const description = result === null ? null : describeMedia(result, context.zone);
  if (description === null || (!description.playable && description.facts.length < 2)) {
    throw new ReadRefusal(
      'The recording is damaged: no sound and no picture was found in it. It is kept; ask for a new copy, from the phone or account where it was made.',
    );
  }
  const { durationSec, width, height } = description;
  yield {
    kind: 'facts',
    facts: {
      ...(durationSec === null ? {} : { durationSec }),
      ...(width === null ? {} : { width }),
      ...(height === null ? {} : { height }),
    },
  };
  const captions = embeddedCaptions(file.bytes);
  yield* warningsOf(description, captions.length > 0);
  // No warning: that nobody has listened yet is true of every recording, and the list of what was not read says it.
  const named = nameTime(file.name);
  const spoken = {
    label: 'Words',
    value: 'from the captions inside the file; whether they are what is said, only a person who listens can tell',
  };
  const facts = [
    ...description.facts,
    ...(captions.length === 0 ? [] : [spoken]),
    ...(named === null ? [] : [{ label: 'Time in the file’s name', value: named }]),
  ];
  const text = captions.map(({ at, words }) => `${clock(at)} ${words}`).join('\n');
  yield { kind: 'item', item: { ...blankItem('recording', 'recording'), sentAt: description.madeAt, text, facts } };
}

/** Sound or video: what the file says about itself; its words are for a person to hear. */
export const recording: Reader = {
  id: 'recording',
  version: 2,
  label: 'Sound or video recording',
  source: 'https://mediaarea.net/en/MediaInfo/Support/Formats',
  endings: [
    ...['.mp4', '.m4v', '.mov', '.3gp', '.3g2', '.webm', '.mkv', '.avi', '.wmv', '.asf', '.mpg', '.mpeg', '.mts'],
    ...['.wma', '.aif', '.aiff', '.m4a', '.mp3', '.ogg', '.oga', '.opus', '.wav', '.flac', '.amr', '.caf', '.aac'],
  ],
  detect,
  read,
};
