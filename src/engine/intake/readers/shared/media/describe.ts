import type { MediaInfoResult, Track } from 'mediainfo.js';
import { z } from 'zod';
import type { ItemDraft } from '../../../../../contract/item.ts';
import type { Moment } from '../../../../../contract/moment.ts';
import { floatingMoment, offsetMoment, offsetOf } from '../moments.ts';

/** What is known of a recording without listening to it. */
export interface MediaDescription {
  /** Seconds; null where the file does not tell. */
  readonly durationSec: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly hasPicture: boolean;
  /** False where no sound and no picture was found in it. */
  readonly playable: boolean;
  /** Caption tracks inside the file. */
  readonly captionTracks: number;
  readonly cutOff: boolean;
  readonly madeAt: Moment | null;
  readonly facts: ItemDraft['facts'];
}

type Fields = Readonly<Record<string, unknown>>;

/** Every field of a track and of what the format adds to it, under one roof. */
function fieldsOf(track: Track | undefined): Fields {
  if (track === undefined) return {};
  const own: Fields = { ...track };
  const extra = z.record(z.string(), z.unknown()).safeParse(own['extra']);
  return { ...own, ...(extra.success ? extra.data : {}) };
}

function textIn(fields: Fields, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = fields[name];
    if (typeof value === 'string' && value.trim() !== '') return value.trim().slice(0, 500);
    if (typeof value === 'number') return String(value);
  }
  return null;
}

function numberIn(fields: Fields, name: string): number | null {
  const value = Number(fields[name]);
  return fields[name] !== undefined && Number.isFinite(value) && value > 0 ? value : null;
}

/**
 * `2024-03-12T21:41:07-0400` (Apple's own field), `2024-03-12 21:41:07 UTC` (the container's, UTC by its description,
 * although some devices write local time there), or without a zone. Source: ISO/IEC 14496-12, 8.2.2; QuickTime metadata.
 */
function momentOf(written: string | null, zone: string | null): Moment | null {
  const found = /^(UTC )?(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.\d+)?\s*(UTC|Z|[+-]\d\d:?\d\d)?$/.exec(
    written ?? '',
  );
  // A clock that was never set stands at the beginning of its counting.
  if (written === null || found === null || /(?:1904|1601)-01-01|1970-01-01[T ]00:00:00/.test(written)) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(2, 8).map(Number);
  const clock = { year, month, day, hour, minute, second };
  const label = found[8] ?? (found[1] === undefined ? null : 'UTC');
  if (label === null) return floatingMoment(written, [clock], { zone, basis: 'container' });
  if (label === 'UTC') return offsetMoment(written, clock, '+00:00', 'utc-labelled');
  return offsetMoment(written, clock, offsetOf(label) ?? '+00:00');
}

const told: readonly (readonly [label: string, names: readonly string[]])[] = [
  ['Title in the file', ['Title', 'Track']],
  ['Name in the file', ['Performer', 'Album_Performer']],
  ['Comment in the file', ['Comment', 'Description']],
  ['Device', ['com_apple_quicktime_model', 'com_android_model', 'Encoded_Hardware_Model']],
  ['Device maker', ['com_apple_quicktime_make', 'com_android_manufacturer', 'Encoded_Hardware_CompanyName']],
  ['Program', ['Encoded_Application', 'Encoded_Library']],
  ['Place', ['com_apple_quicktime_location_ISO6709', 'Recorded_Location', 'xyz']],
];

function factsOf(general: Fields, sound: Fields, video: Fields, zone: string | null): ItemDraft['facts'] {
  const facts: ItemDraft['facts'] = [];
  const add = (label: string, value: string | null): void => {
    if (value !== null) facts.push({ label, value });
  };
  add('Format', textIn(general, 'Format'));
  add('Sound', textIn(sound, 'Format'));
  add('Picture', textIn(video, 'Format'));
  for (const [label, names] of told) add(label, textIn(general, ...names));
  const own = textIn(general, 'com_apple_quicktime_creationdate', 'Recorded_Date');
  const container = textIn(general, 'Encoded_Date');
  if (momentOf(own, zone) !== null && container !== null) add('Time of the container', container);
  return facts;
}

/** Puts what the analysis found into the words and figures of an item. */
export function describeMedia(result: MediaInfoResult, zone: string | null): MediaDescription {
  const tracks = result.media?.track ?? [];
  const of = (type: Track['@type']) => fieldsOf(tracks.find((track) => track['@type'] === type));
  const [general, sound, video] = [of('General'), of('Audio'), of('Video')];
  const own = momentOf(textIn(general, 'com_apple_quicktime_creationdate', 'Recorded_Date'), zone);
  return {
    durationSec: numberIn(general, 'Duration') ?? numberIn(sound, 'Duration') ?? numberIn(video, 'Duration'),
    width: numberIn(video, 'Width'),
    height: numberIn(video, 'Height'),
    hasPicture: video['@type'] !== undefined,
    playable: sound['@type'] !== undefined || video['@type'] !== undefined,
    captionTracks: tracks.filter((track) => track['@type'] === 'Text').length,
    cutOff: general['IsTruncated'] === 'Yes',
    madeAt: own ?? momentOf(textIn(general, 'Encoded_Date'), zone),
    facts: factsOf(general, sound, video, zone),
  };
}
