import { limits } from '../../../../limits.ts';
import { openPackage } from '../../container/zip-package.ts';
import { readMime } from '../../mime/parts.ts';
import { byteSource } from '../../warc/byte-source.ts';
import { answerOf } from '../../warc/pages.ts';
import { warcRecords } from '../../warc/records.ts';
import { isPage, leavesOf, locationOf, mainPart, wordsOf } from '../mhtml-parts.ts';
import { decodePage } from '../page-charset.ts';

/** Something that was captured together with a page: a picture, a style sheet, a frame. */
interface CapturedPart {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A page and what was captured with it, by address; nothing else exists for it. */
export interface Captured {
  readonly html: string;
  /** Where it was; addresses in it are seen from there. */
  readonly address: string | null;
  part(address: string): CapturedPart | null;
}

/** The page of an MHTML file. */
function capturedInMhtml(bytes: Uint8Array): Captured | null {
  const { root } = readMime(bytes, limits);
  const leaves = leavesOf(root);
  const main = mainPart(root, leaves);
  if (main === null) return null;
  const parts = new Map<string, () => CapturedPart>();
  for (const leaf of leaves) {
    const part = () =>
      isPage(leaf)
        ? { type: 'text/html', bytes: Buffer.from(wordsOf(leaf).html) }
        : { type: leaf.type, bytes: leaf.content() };
    const places = [locationOf(leaf), leaf.contentId === null ? null : `cid:${leaf.contentId}`];
    for (const place of places) if (place !== null && !parts.has(place)) parts.set(place, part);
  }
  return {
    html: wordsOf(main).html,
    address: locationOf(main),
    part: (address) => parts.get(address)?.() ?? null,
  };
}

/** A page of a WARC file by the number of its record; what it shows may stand in any record of the same file. */
async function capturedInWarc(bytes: Uint8Array, record: number): Promise<Captured | null> {
  const allBytes = Math.max(limits.unpackRatioFrom, bytes.length * limits.unpackRatio);
  const parts = new Map<string, CapturedPart>();
  let page: Omit<Captured, 'part'> | null = null;
  for await (const each of warcRecords(byteSource(bytes), { recordBytes: limits.memberBytes, allBytes })) {
    if (each.type === 'lost' || each.content === null) continue;
    const answer = answerOf(each, each.content);
    if (answer === null) continue;
    const [type = ''] = answer.type.split(';');
    if (each.number === record) {
      const charset = /charset=["']?([\w.:-]{2,40})/i.exec(answer.type)?.[1] ?? null;
      page = { html: decodePage(answer.body, charset).text, address: each.url };
    }
    const shows = /^(?:image\/(?!svg)|text\/css)/.test(type.trim()) && (answer.status ?? 200) < 300;
    if (shows && each.url !== null && !parts.has(each.url))
      parts.set(each.url, { type: type.trim(), bytes: answer.body });
  }
  return page === null ? null : { ...page, part: (address) => parts.get(address) ?? null };
}

/**
 * The page that an item of a capture was read from.
 * @param locator of the item: `whole page`, `record 12`, `archive/data.warc.gz, record 12`
 */
export async function capturedPage(format: string, bytes: Uint8Array, locator: string): Promise<Captured | null> {
  if (format === 'mhtml') return capturedInMhtml(bytes);
  const found = /^(?:(.+), )?record (\d+)$/.exec(locator);
  if (found === null) return null;
  const [, name, number] = found;
  if (format === 'warc') return capturedInWarc(bytes, Number(number));
  const zip = format === 'wacz' ? await openPackage(bytes) : null;
  const part = zip === null || name === undefined ? null : await zip.read(name);
  return part?.kind === 'bytes' ? capturedInWarc(part.bytes, Number(number)) : null;
}
