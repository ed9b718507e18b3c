import { createHash } from 'node:crypto';
import type { ItemDraft } from '../../../../../contract/item.ts';
import type { Moment } from '../../../../../contract/moment.ts';
import { limits } from '../../../limits.ts';
import type { Yielded } from '../../reader.ts';
import { isoMoment } from '../page/iso-moment.ts';
import { decodePage } from '../page/page-charset.ts';
import { pageItem } from '../page/page-item.ts';
import { byteSource } from './byte-source.ts';
import { httpAnswer } from './http-answer.ts';
import { type WarcEnd, type WarcRecord, warcRecords } from './records.ts';

/** What was found in a web archive, added up for its facts and warnings. */
export interface Tally {
  records: number;
  pages: number;
  /** Addresses of pages, and of records that only say that nothing had changed since. */
  readonly addresses: Set<string>;
  readonly revisited: Set<string>;
  other: number;
  lost: number;
  /** Packed pieces that do not fit their checksums. */
  spoilt: number;
  digestsWrong: number;
  damaged: number;
  scripts: number;
  hidden: number;
  tooLarge: number;
  readonly warnings: Set<string>;
}

export function newTally(): Tally {
  return {
    records: 0,
    pages: 0,
    addresses: new Set(),
    revisited: new Set(),
    other: 0,
    lost: 0,
    spoilt: 0,
    digestsWrong: 0,
    damaged: 0,
    scripts: 0,
    hidden: 0,
    tooLarge: 0,
    warnings: new Set(),
  };
}

const base32Letters = 'abcdefghijklmnopqrstuvwxyz234567';

function base32(bytes: Uint8Array): string {
  let out = '';
  let value = 0;
  let bits = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += base32Letters.charAt((value >>> bits) & 31);
    }
    value &= (1 << bits) - 1;
  }
  return out;
}

/** Whether bytes have the digest that the record names; null where it names none that can be checked. */
function digestFits(bytes: Uint8Array, digest: string | null): boolean | null {
  const found = /^(sha-?1|sha-?256|sha-?512|md5)[:=]([\w+/=-]{16,140})$/i.exec(digest?.trim() ?? '');
  if (found === null) return null;
  const hash = createHash((found[1] ?? '').toLowerCase().replace('-', ''))
    .update(bytes)
    .digest();
  const named = (found[2] ?? '').toLowerCase().replace(/=+$/, '');
  return named === base32(hash) || named === hash.toString('hex');
}

/** `20240312204107` of ARC files counts from UTC, as `2024-03-12T20:41:07Z` of WARC files does. */
function captureMoment(date: string | null): Moment | null {
  if (date === null) return null;
  const arc = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(date);
  if (arc === null) return isoMoment(date, null);
  const [, year, month, day, hour, minute, second] = arc;
  return isoMoment(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`, null);
}

/** What a server answered, as a web archive keeps it. */
export interface Answered {
  readonly status: number | null;
  readonly type: string;
  readonly body: Uint8Array;
  readonly damaged: boolean;
  readonly fits: boolean | null;
}

/** The answer in a record; null where the record holds none. */
export function answerOf(record: WarcRecord, content: Buffer): Answered | null {
  if (record.type === 'resource') {
    const fits = digestFits(content, record.payloadDigest ?? record.digest);
    return { status: null, type: record.contentType, body: content, damaged: false, fits };
  }
  if (record.type !== 'response' || !/^https?:/i.test(record.url ?? '')) return null;
  const answer = httpAnswer(content, limits.memberBytes);
  const type = answer.headers.get('content-type')?.toLowerCase() ?? '';
  // Some programs take the digest of the body as it was sent, others of the body as it is shown.
  const payload = digestFits(answer.sent, record.payloadDigest);
  const fits = payload === false ? digestFits(answer.body, record.payloadDigest) : payload;
  const block = digestFits(content, record.digest);
  return {
    status: answer.status,
    type,
    body: answer.body,
    damaged: answer.damaged,
    fits: block === false ? false : fits,
  };
}

const isPage = ({ type, status }: Answered): boolean =>
  /text\/html|application\/xhtml/.test(type) && !(status !== null && status >= 300 && status < 400);

function itemOf(record: WarcRecord, answer: Answered, tally: Tally): ItemDraft {
  const charset = /charset=["']?([\w.:-]{2,40})/i.exec(answer.type)?.[1] ?? null;
  const decoded = decodePage(answer.body, charset);
  if (decoded.warning !== null) tally.warnings.add(decoded.warning);
  const page = pageItem({
    html: decoded.text,
    locator: `record ${record.number}`,
    url: record.url,
    capturedAt: captureMoment(record.date),
    zone: null,
  });
  if (page.warnings.some((text) => text.includes('none was run'))) tally.scripts += 1;
  if (page.item.text.includes('[Hidden on the page]')) tally.hidden += 1;
  const facts: ItemDraft['facts'] = [...page.item.facts];
  if (answer.status !== null && answer.status !== 200)
    facts.push({ label: 'Answer of the server', value: `${answer.status}, not the page that was asked for` });
  if (answer.fits !== null)
    facts.push({
      label: 'Checksum in the archive',
      value: answer.fits ? 'fits' : 'does not fit; the page may have been changed',
    });
  return { ...page.item, facts };
}

function pageIn(record: WarcRecord, tally: Tally): ItemDraft | null {
  tally.records += 1;
  if (record.type === 'revisit' && record.url !== null) tally.revisited.add(record.url);
  if (record.content === null) {
    if (record.length > limits.memberBytes) tally.tooLarge += 1;
    return null;
  }
  const answer = answerOf(record, record.content);
  if (answer === null) return null;
  if (answer.fits === false && record.content.length === record.length) tally.digestsWrong += 1;
  if (!isPage(answer)) {
    tally.other += 1;
    return null;
  }
  tally.pages += 1;
  tally.addresses.add(record.url ?? '');
  if (answer.damaged) tally.damaged += 1;
  return itemOf(record, answer, tally);
}

const ends: Readonly<Record<Exclude<WarcEnd, 'end'>, string>> = {
  cut: 'the archive ends in the middle of this record; it may be cut off',
  'too-much': 'more comes out of the archive than its limit allows; what follows was not read',
};

/**
 * The captured pages of a WARC or ARC file, packed or not, one item each.
 * @param name put before the place of records that could not be read, for archives inside archives
 */
export async function* capturedPages(bytes: Uint8Array, tally: Tally, name = ''): AsyncIterable<Yielded> {
  const allBytes = Math.max(limits.unpackRatioFrom, bytes.length * limits.unpackRatio);
  const source = byteSource(bytes);
  const records = warcRecords(source, { recordBytes: limits.memberBytes, allBytes });
  for (;;) {
    const step = await records.next();
    if (step.done === true) {
      tally.spoilt += source.trouble.damaged;
      const because = step.value === 'end' ? null : ends[step.value];
      if (because !== null) yield { kind: 'unreadable', where: `${name}record ${tally.records + tally.lost}`, because };
      return;
    }
    if (step.value.type === 'lost') {
      tally.lost += 1;
      yield {
        kind: 'unreadable',
        where: `${name}record ${step.value.number}`,
        because: 'no record begins where one should',
      };
      continue;
    }
    const item = pageIn(step.value, tally);
    if (item !== null)
      yield { kind: 'item', item: name === '' ? item : { ...item, locator: `${name}${item.locator}` } };
  }
}

/** What must be said of the archive as a whole. */
export function* tallyWarnings(tally: Tally): Iterable<string> {
  yield* tally.warnings;
  if (tally.digestsWrong > 0)
    yield `${tally.digestsWrong} records do not fit their checksums; they were changed or damaged after the capture.`;
  if (tally.spoilt > 0)
    yield `${tally.spoilt} packed pieces of the archive are damaged; what they hold may be wrong or missing.`;
  if (tally.damaged > 0) yield `${tally.damaged} pages are packed in a way that could not be undone to their end.`;
  if (tally.tooLarge > 0) yield `${tally.tooLarge} records are larger than the limit and were not read.`;
  if (tally.scripts > 0) yield `${tally.scripts} of ${tally.pages} pages hold scripts; none was run.`;
  if (tally.hidden > 0)
    yield `${tally.hidden} pages hold words that a browser would not show; they stand at the end of their text, marked as hidden.`;
  const elsewhere = [...tally.revisited].filter((address) => !tally.addresses.has(address)).length;
  if (elsewhere > 0)
    yield `${elsewhere} addresses were only noted as unchanged since an earlier capture; what they showed is not in this archive.`;
  if (tally.pages === 0) yield 'The archive holds no captured page, only other files.';
}
