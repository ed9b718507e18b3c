import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { makeZip } from './zips.ts';

export interface MadeRecord {
  readonly type: string;
  readonly url?: string;
  readonly date?: string;
  readonly contentType?: string;
  readonly content: Buffer;
  readonly headers?: readonly string[];
  /** What the record says of its length, where it lies. */
  readonly length?: number;
}

/** An answer of a server, as a recorder keeps it. */
export function answer(body: Buffer | string, headers: readonly string[] = [], status = '200 OK'): Buffer {
  const lines = [`HTTP/1.1 ${status}`, 'Content-Type: text/html; charset=utf-8', ...headers];
  const kept = headers.some((line) => /^content-type/i.test(line)) ? [lines[0] ?? '', ...headers] : lines;
  return Buffer.concat([Buffer.from(`${kept.join('\r\n')}\r\n\r\n`), Buffer.from(body)]);
}

export function record({
  type,
  url,
  date = '2026-03-10T15:00:00Z',
  contentType,
  content,
  headers = [],
  length,
}: MadeRecord): Buffer {
  const lines = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    ...(url === undefined ? [] : [`WARC-Target-URI: ${url}`]),
    `WARC-Date: ${date}`,
    `Content-Type: ${contentType ?? (type === 'response' ? 'application/http; msgtype=response' : 'text/plain')}`,
    ...headers,
    `Content-Length: ${length ?? content.length}`,
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), content, Buffer.from('\r\n\r\n')]);
}

const info = record({ type: 'warcinfo', content: Buffer.from('software: recorder\r\n') });

/** A web archive; `packed` packs each record by itself, as recorders do. */
export function makeWarc(records: readonly Buffer[], packed = false): Buffer {
  return Buffer.concat([info, ...records].map((each) => (packed ? gzipSync(each) : each)));
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

export interface MadeWacz {
  readonly warc: Buffer;
  readonly pages: readonly { readonly url: string; readonly title: string; readonly text?: string }[];
  /** Changes the archive after its checksums were taken. */
  readonly spoil?: boolean;
  readonly signed?: 'well' | 'badly';
}

/** A WACZ file as ArchiveWeb.page writes it. */
export function makeWacz({ warc, pages, spoil = false, signed }: MadeWacz): Buffer {
  const list = Buffer.from(
    [{ format: 'json-pages-1.0', id: 'pages', title: 'All Pages' }, ...pages]
      .map((line) => JSON.stringify(line))
      .join('\n'),
  );
  const files = { 'archive/data.warc.gz': warc, 'pages/pages.jsonl': list };
  const resources = Object.entries(files).map(([path, bytes]) => ({
    name: path.split('/').at(-1),
    path,
    hash: `sha256:${sha256(bytes)}`,
    bytes: bytes.length,
  }));
  const description = Buffer.from(JSON.stringify({ profile: 'data-package', wacz_version: '1.1.1', resources }));
  const hash = `sha256:${sha256(description)}`;
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const signature = sign('sha256', Buffer.from(signed === 'badly' ? 'other' : hash), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  const signedData = {
    hash,
    signature: signature.toString('base64'),
    publicKey: key,
    created: '2026-03-10T15:01:00Z',
    software: 'recorder',
    version: '0.1.0',
  };
  const digest = JSON.stringify({ path: 'datapackage.json', hash, ...(signed === undefined ? {} : { signedData }) });
  const changed = Buffer.from(warc);
  if (spoil) changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  return makeZip([
    { name: 'archive/data.warc.gz', content: changed, method: 0 },
    { name: 'pages/pages.jsonl', content: list },
    { name: 'datapackage.json', content: description },
    { name: 'datapackage-digest.json', content: digest },
  ]);
}
