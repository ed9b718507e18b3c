import { z } from 'zod';
import type { ItemDraft } from '../../../contract/item.ts';
import { limits } from '../limits.ts';
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
import { decodeText } from './shared/decode-text.ts';
import { secretsIn, withoutSecrets } from './shared/page/har-secrets.ts';
import { isoMoment } from './shared/page/iso-moment.ts';
import { wordsInJson } from './shared/page/json-words.ts';
import { decodePage } from './shared/page/page-charset.ts';
import { pageItem } from './shared/page/page-item.ts';
import { readPage } from './shared/page/read-page.ts';

const Named = z.looseObject({ name: z.string(), value: z.string().catch('') });
const Entry = z.looseObject({
  startedDateTime: z.string().catch(''),
  request: z.looseObject({
    method: z.string().catch(''),
    url: z.string(),
    headers: z.array(Named).catch([]),
    cookies: z.array(z.unknown()).catch([]),
    postData: z
      .looseObject({ text: z.string().catch(''), params: z.array(Named).catch([]) })
      .nullish()
      .catch(null),
  }),
  response: z.looseObject({
    status: z.number().catch(0),
    headers: z.array(Named).catch([]),
    cookies: z.array(z.unknown()).catch([]),
    content: z
      .looseObject({ mimeType: z.string().catch(''), text: z.string().nullish(), encoding: z.string().nullish() })
      .catch({ mimeType: '' }),
  }),
});
export type HarEntry = z.infer<typeof Entry>;
const Recording = z.looseObject({
  log: z.looseObject({
    creator: z
      .looseObject({ name: z.string().catch(''), version: z.string().catch('') })
      .nullish()
      .catch(null),
    pages: z.array(z.looseObject({ title: z.string().catch(''), startedDateTime: z.string().catch('') })).catch([]),
    entries: z.array(z.unknown()),
  }),
});

function detect(peek: Peek): Detection {
  const text = peek.text?.replace(/^\ufeff/, '') ?? '';
  if (!/^\s*\{\s*"log"\s*:\s*\{/.test(text)) return notThis;
  const marks = ['"version"', '"creator"', '"entries"', '"pages"', '"startedDateTime"'].filter((mark) =>
    text.includes(mark),
  );
  return marks.length >= 2
    ? { certainty: 'sure', because: 'It is a recording of what a browser asked for and was answered (HAR).' }
    : notThis;
}

function bodyOf(entry: HarEntry): string {
  const { mimeType, text, encoding } = entry.response.content;
  if (typeof text !== 'string') return '';
  if (encoding !== 'base64') return text;
  const charset = /charset=["']?([\w-]{2,40})/i.exec(mimeType)?.[1] ?? null;
  return decodePage(Buffer.from(text, 'base64'), charset).text;
}

const isPage = (entry: HarEntry): boolean =>
  /html/i.test(entry.response.content.mimeType) && bodyOf(entry).trim() !== '' && entry.response.status < 300;

/** Words of everything that was answered beside the main page: frames, and what the page asked for later (JSON). */
function laterWords(entries: readonly HarEntry[], main: HarEntry | null): string {
  const pieces: string[] = [];
  let length = 0;
  for (const entry of entries) {
    if (entry === main || length > limits.itemTextCharacters) continue;
    const mime = entry.response.content.mimeType;
    const body = /html|json/i.test(mime) ? bodyOf(entry) : '';
    if (body === '') continue;
    const words = /html/i.test(mime) ? readPage(body).text : wordsInJson(body);
    if (words.trim() === '') continue;
    const piece = `[Answer from ${withoutSecrets(entry.request.url)}]\n${words}`;
    pieces.push(piece);
    length += piece.length;
  }
  return pieces.join('\n\n');
}

interface Parsed {
  readonly log: z.infer<typeof Recording>['log'];
  readonly entries: readonly HarEntry[];
  readonly broken: readonly number[];
}

function parsed(bytes: Uint8Array): Parsed {
  let value: unknown;
  try {
    value = JSON.parse(decodeText(bytes).text);
  } catch {
    throw new ReadRefusal(
      'The recording is damaged or cut off (its JSON does not close), so nothing of it could be read. It is kept; ask for a new one.',
    );
  }
  const recording = Recording.safeParse(value);
  if (!recording.success) {
    throw new ReadRefusal('The file has the form of a browser recording (HAR) but lists no requests. It is kept.');
  }
  const entries: HarEntry[] = [];
  const broken: number[] = [];
  recording.data.log.entries.forEach((each, index) => {
    const entry = Entry.safeParse(each);
    if (entry.success) entries.push(entry.data);
    else broken.push(index + 1);
  });
  return { log: recording.data.log, entries, broken };
}

function hostsOf(entries: readonly HarEntry[]): string[] {
  const hosts = entries.map((entry) => /^[a-z]+:\/\/([^/?#]+)/i.exec(entry.request.url)?.[1]?.toLowerCase() ?? '');
  return [...new Set(hosts.filter((host) => host !== ''))];
}

function itemOf({ log, entries }: Parsed, zone: string | null): { item: ItemDraft; warnings: readonly string[] } {
  const main = entries.find(isPage) ?? null;
  const [page] = log.pages;
  const at = [page?.startedDateTime, main?.startedDateTime, entries[0]?.startedDateTime].find((each) => each);
  const read = pageItem({
    html: main === null ? '' : bodyOf(main),
    locator: 'whole recording',
    url: main === null ? null : withoutSecrets(main.request.url),
    capturedAt: at === undefined ? null : isoMoment(at, zone),
    zone,
    inside: new Set(entries.map((entry) => entry.request.url)),
  });
  const later = laterWords(entries, main);
  const text = [read.item.text, later].filter((each) => each.trim() !== '').join('\n\n');
  const hosts = hostsOf(entries);
  const title = page === undefined || page.title === '' ? null : withoutSecrets(page.title);
  const facts = [
    ...read.item.facts,
    { label: 'Requests recorded', value: String(entries.length) },
    { label: 'Servers that were asked', value: hosts.slice(0, 40).join(', ') },
    { label: 'Recorded with', value: `${log.creator?.name ?? ''} ${log.creator?.version ?? ''}`.trim() },
  ].filter((fact) => fact.value !== '');
  const warnings = main === null ? [] : read.warnings;
  const item = { ...read.item, title: read.item.title ?? title, text: text.slice(0, limits.itemTextCharacters), facts };
  return { item, warnings };
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  const recording = parsed(file.bytes);
  for (const number of recording.broken) {
    yield { kind: 'unreadable', where: `request ${number}`, because: 'it lacks the parts that a recording must have' };
  }
  const { item, warnings } = itemOf(recording, context.zone);
  for (const text of warnings) yield { kind: 'warning', text };
  const secrets = secretsIn(recording.entries);
  if (secrets !== null) yield { kind: 'warning', text: secrets };
  if (item.text.trim() === '') {
    yield { kind: 'warning', text: 'The recording lists addresses only; the words of the pages were not recorded.' };
  }
  yield { kind: 'item', item };
}

/** A recording of a browser's requests and their answers (HTTP Archive). */
export const harRecording: Reader = {
  id: 'har',
  version: 1,
  label: 'Browser recording (HAR)',
  source: 'https://w3c.github.io/web-performance/specs/HAR/Overview.html',
  endings: ['.har'],
  detect,
  read,
};
