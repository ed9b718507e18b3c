import type { ByteSource } from './byte-source.ts';

/** One record of a web archive. */
export interface WarcRecord {
  /** 1-based, in the order of the file. */
  readonly number: number;
  /** `response`, `request`, `resource`, `revisit`…; records of ARC files are `response`, bytes that are none `lost`. */
  readonly type: string;
  readonly url: string | null;
  /** As written. */
  readonly date: string | null;
  readonly contentType: string;
  /** `sha1:…` or `sha256:…` of the whole content, or null. */
  readonly digest: string | null;
  /** `sha1:…` of what was answered, without the headers of HTTP. */
  readonly payloadDigest: string | null;
  readonly length: number;
  /** The content; null where it was larger than what is taken, shorter where the file is cut off. */
  readonly content: Buffer | null;
}

export interface WarcLimits {
  /** Bytes of one record that are taken. */
  readonly recordBytes: number;
  /** Bytes that may come out of the whole file. */
  readonly allBytes: number;
}

export type WarcEnd = 'end' | 'cut' | 'too-much';

const longestLine = 64 * 1024;

async function headersOf(source: ByteSource): Promise<Map<string, string>> {
  const headers = new Map<string, string>();
  let last = '';
  for (let count = 0; count < 500; count += 1) {
    const line = await source.line(longestLine);
    if (line === null || line === '') break;
    const found = /^([^:\s]{1,100})\s*:\s*(.*)$/.exec(line);
    if (found === null) {
      if (/^\s/.test(line)) headers.set(last, `${headers.get(last) ?? ''} ${line.trim()}`);
      continue;
    }
    last = (found[1] ?? '').toLowerCase();
    if (!headers.has(last)) headers.set(last, (found[2] ?? '').trim());
  }
  return headers;
}

/** `<http://…>` with brackets, blanks or line ends around it, as some programs write addresses. */
const bare = (address: string | undefined): string | null => address?.trim().replace(/^<|>$/g, '').trim() || null;

const arcHeader = /^([a-z][a-z0-9+.-]{1,20}:\S{0,8000}) ([\d.:a-f]{3,45}) (\d{14}) (\S{1,200}) (?:.* )?(\d{1,12})$/i;

type Head = Omit<WarcRecord, 'number' | 'content'>;

/** The head of the next record; null where the file ends, `lost` where no record begins. */
async function nextHead(source: ByteSource, first: string | null): Promise<Head | 'lost' | null> {
  let line = first ?? (await source.line(longestLine));
  while (line !== null && line.trim() === '') line = await source.line(longestLine);
  if (line === null) return null;
  const arc = arcHeader.exec(line.trim());
  if (arc !== null) {
    const url = arc[1] ?? '';
    const type = url.startsWith('filedesc:') ? 'warcinfo' : 'response';
    const shared = { digest: null, payloadDigest: null, length: Number(arc[5]) };
    return { type, url, date: arc[3] ?? null, contentType: 'application/http; msgtype=response', ...shared };
  }
  if (!/^WARC\/\d/.test(line.trim())) return 'lost';
  const headers = await headersOf(source);
  const length = Number(headers.get('content-length') ?? Number.NaN);
  if (!Number.isSafeInteger(length) || length < 0) return 'lost';
  return {
    type: (headers.get('warc-type') ?? '').toLowerCase(),
    url: bare(headers.get('warc-target-uri')),
    date: headers.get('warc-date') ?? null,
    contentType: headers.get('content-type')?.toLowerCase() ?? '',
    digest: headers.get('warc-block-digest') ?? null,
    payloadDigest: headers.get('warc-payload-digest') ?? null,
    length,
  };
}

/** Records whose content is looked at; of the others only the head counts. */
const recordTypes = new Set(['response', 'resource', 'warcinfo']);

/** After a spoilt record: passes over lines up to the first of the next one; null where none comes. */
async function nextFirstLine(source: ByteSource): Promise<string | null> {
  for (let line = await source.line(longestLine); line !== null; line = await source.line(longestLine)) {
    if (/^WARC\/[01]\.\d\s*$/.test(line) || arcHeader.test(line.trim())) return line;
  }
  return null;
}

const lostRecord: Head = {
  type: 'lost',
  url: null,
  date: null,
  contentType: '',
  digest: null,
  payloadDigest: null,
  length: 0,
};

/**
 * The records of a WARC or ARC file, one after the other; contents that nobody will read are passed over unread. A record
 * of the type `lost` stands for bytes that are none.
 * @returns how the file ended: at its end, in the middle of a record, or at the limit
 */
export async function* warcRecords(source: ByteSource, limits: WarcLimits): AsyncGenerator<WarcRecord, WarcEnd> {
  let first: string | null = null;
  for (let number = 1; ; number += 1) {
    if (source.position() > limits.allBytes) return 'too-much';
    const head = await nextHead(source, first);
    first = null;
    if (head === null) return source.trouble.cut ? 'cut' : 'end';
    if (head === 'lost') {
      yield { ...lostRecord, number, content: null };
      first = await nextFirstLine(source);
      continue;
    }
    const wanted = recordTypes.has(head.type) && head.length <= limits.recordBytes;
    const content = wanted ? await source.take(head.length) : null;
    const got = content === null ? await source.skip(head.length) : content.length;
    yield { ...head, number, content };
    if (got < head.length) return 'cut';
  }
}
