import type { Moment } from '../../contract/moment.ts';
import type { Words } from '../words/index.ts';

type MomentWords = Words['parts']['moment'];

/** `2026-03-10T10:42:00` as `10 Mar 2026, 10:42`; `2026-03-10` as `10 Mar 2026`; anything else as it stands. */
export function localWords(local: string, words: MomentWords): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(local);
  if (match === null) return local;
  const [, year = '', month = '', day = '', clock] = match;
  const name = words.months[Number(month) - 1] ?? month;
  const date = `${Number(day)} ${name} ${year}`;
  return clock === undefined ? date : `${date}, ${clock}`;
}

/** A time that Evenhand wrote itself (with offset), as its wall clock there shows it. */
export function timestampWords(timestamp: string, words: MomentWords): string {
  return localWords(timestamp, words);
}

/** The date alone: what a heading between messages shows. */
export function dayWords(moment: Moment | null, words: MomentWords): string {
  if (moment === null) return words.unknown;
  const local = moment.local ?? moment.instant;
  return local === null ? words.unknown : localWords(local.slice(0, 10), words);
}

/** The clock alone, `21:52`; null where the source gives the day only. */
export function clockWords(moment: Moment): string | null {
  const local = moment.local ?? moment.instant ?? '';
  return /T(\d\d:\d\d)/.exec(local)?.[1] ?? null;
}

export function isUncertain(moment: Moment): boolean {
  return moment.certainty !== 'stated' || moment.basis === 'file-time' || moment.basis === 'container';
}

/** Why a time is not certain and how the source wrote it, one sentence each. */
export function doubtsOf(moment: Moment, words: MomentWords): readonly string[] {
  const doubts: string[] = [];
  if (moment.certainty === 'ambiguous') {
    doubts.push(words.ambiguous(moment.readings.map((reading) => localWords(reading, words)).join(words.or)));
  }
  if (moment.certainty === 'assumed') doubts.push(words.assumed);
  if (moment.basis === 'floating-local' && moment.precision !== 'day') doubts.push(words.floating);
  if (moment.basis === 'container') doubts.push(words.container);
  if (moment.basis === 'file-time') doubts.push(words.fileTime);
  if (moment.basis === 'person') doubts.push(words.person);
  if (moment.precision === 'day') doubts.push(words.dayOnly);
  doubts.push(words.asWritten(moment.asWritten));
  return doubts;
}
