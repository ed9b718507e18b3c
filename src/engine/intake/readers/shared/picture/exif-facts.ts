import ExifReader from 'exifreader';
import type { ItemDraft } from '../../../../../contract/item.ts';
import type { Moment } from '../../../../../contract/moment.ts';
import { floatingMoment, offsetMoment, offsetOf, type WallClock } from '../moments.ts';
import { nameTime } from '../name-time.ts';

export interface PictureFacts {
  /** When it was taken, as the camera says; null where it says nothing. */
  readonly takenAt: Moment | null;
  readonly facts: ItemDraft['facts'];
}

type Tags = Readonly<Record<string, unknown>>;

function tagText(tags: Tags | undefined, name: string): string | null {
  const tag = tags?.[name];
  if (typeof tag !== 'object' || tag === null) return null;
  const description: unknown = Reflect.get(tag, 'description');
  const value: unknown = Reflect.get(tag, 'value');
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const chosen = typeof description === 'string' ? description : first;
  if (typeof chosen !== 'string') return null;
  const text = chosen.replaceAll('\0', '').trim();
  return text === '' || text.length > 2000 ? null : text;
}

/** `2024:03:12 21:41:07`; cameras without a set clock write zeros or blanks, which are no date. */
function exifClock(written: string): WallClock | null {
  const found = /^(\d{4})[:-](\d{2})[:-](\d{2})[ T](\d{2}):(\d{2}):(\d{2})/.exec(written);
  if (found === null || found[1] === '0000') return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1).map(Number);
  return { year, month, day, hour, minute, second };
}

function takenAt(exif: Tags | undefined, zone: string | null): Moment | null {
  const pairs = [
    ['DateTimeOriginal', 'OffsetTimeOriginal'],
    ['DateTimeDigitized', 'OffsetTimeDigitized'],
  ] as const;
  for (const [name, offsetName] of pairs) {
    const written = tagText(exif, name);
    const clock = written === null ? null : exifClock(written);
    if (written === null || clock === null) continue;
    const offset = offsetOf(tagText(exif, offsetName) ?? '');
    const moment =
      offset === null
        ? floatingMoment(written, [clock], { zone, basis: 'container' })
        : offsetMoment(`${written} ${offset}`, clock, offset);
    if (moment.local !== null) return moment;
  }
  return null;
}

function placeOf(gps: { readonly Latitude?: number; readonly Longitude?: number } | undefined): string | null {
  const { Latitude: latitude, Longitude: longitude } = gps ?? {};
  if (latitude === undefined || longitude === undefined) return null;
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return null;
  return `${latitude.toFixed(6)}, ${longitude.toFixed(6)} (latitude, longitude, as the device says)`;
}

interface Loaded {
  readonly exif: Tags | undefined;
  readonly gps: { readonly Latitude?: number; readonly Longitude?: number } | undefined;
}

function load(bytes: Uint8Array): Loaded {
  try {
    const { exif, gps } = ExifReader.load(Buffer.from(bytes), { expanded: true });
    return { exif: exif === undefined ? undefined : { ...exif }, gps };
  } catch {
    // A picture without EXIF, or with a broken one, is a picture all the same.
    return { exif: undefined, gps: undefined };
  }
}

/** What the picture says about itself: when, where and with what it was taken. Shown, never trusted blindly. */
export function readPictureFacts(bytes: Uint8Array, name: string, zone: string | null): PictureFacts {
  const { exif, gps } = load(bytes);
  const facts: ItemDraft['facts'] = [];
  const add = (label: string, value: string | null): void => {
    if (value !== null) facts.push({ label, value: value.slice(0, 500) });
  };
  const camera = [tagText(exif, 'Make'), tagText(exif, 'Model')].filter((each) => each !== null).join(' ');
  add('Device', camera === '' ? null : camera);
  add('Program', tagText(exif, 'Software'));
  add('Place', placeOf(gps));
  add('Changed at', tagText(exif, 'DateTime'));
  add('Description in the file', tagText(exif, 'ImageDescription'));
  add('Comment in the file', tagText(exif, 'UserComment'));
  add('Time in the file’s name', nameTime(name));
  return { takenAt: takenAt(exif, zone), facts };
}
