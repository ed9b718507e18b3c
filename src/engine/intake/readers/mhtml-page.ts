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
import { mailMoment } from './shared/mail-date.ts';
import { headerValue, rawValue } from './shared/mime/headers.ts';
import { type MimePart, readMime } from './shared/mime/parts.ts';
import { iconBytes } from './shared/page/data-pictures.ts';
import { isPage, leavesOf, locationOf, mainPart, type PartWords, wordsOf } from './shared/page/mhtml-parts.ts';
import { pageItem, type ReadPage } from './shared/page/page-item.ts';
import { readPage } from './shared/page/read-page.ts';

function detect(peek: Peek): Detection {
  const head = peek.text?.slice(0, 16_384).trimStart() ?? '';
  const blank = head.search(/\r?\n\r?\n/);
  const headers = (blank < 0 ? head : head.slice(0, blank)).replace(/\r?\n[ \t]+/g, ' ');
  if (!/^Content-Type:\s*multipart\/related/im.test(headers)) return notThis;
  const saved = /^Snapshot-Content-Location:|^From:\s*"?<?Saved by |^X-(?:MAF|UnMHT)-/im.test(headers);
  if (saved)
    return { certainty: 'sure', because: 'It is a web page with its pictures in one file, as browsers save it.' };
  // A mail is made of the same parts, but somebody sent it.
  if (/^(?:From:[^\n]*@|Received:|Return-Path:|To:)/im.test(headers)) return notThis;
  return { certainty: 'sure', because: 'It is a page of several parts in one file, and nobody sent it to anybody.' };
}

/** Words of the frames of the page, which are parts of their own, each under its address. */
function frameWords(leaves: readonly MimePart[], main: MimePart): string {
  const frames = leaves.filter((part) => part !== main && isPage(part));
  const texts = frames.map((part) => {
    const { text } = readPage(wordsOf(part).html);
    return text.trim() === '' ? '' : `\n\n[Frame ${locationOf(part) ?? part.contentId ?? ''}]\n${text}`;
  });
  return texts.join('');
}

function pictureName(part: MimePart, index: number): string {
  const path = (locationOf(part) ?? '').split(/[?#]/, 1)[0] ?? '';
  const last = path.split('/').at(-1) ?? '';
  const subtype = (part.type.split('/')[1] ?? 'bin').replace('jpeg', 'jpg').replace(/[^a-z0-9].*$/, '');
  return /^[\w.%-]{1,100}\.\w{2,4}$/.test(last) ? last : `picture ${index + 1}.${subtype}`;
}

/** The larger pictures of the page; icons and dots are counted only. */
function picturesOf(leaves: readonly MimePart[]): Yielded[] {
  const members: Yielded[] = [];
  const used = new Set<string>();
  for (const part of leaves) {
    if (!/^image\/(?!svg)/.test(part.type)) continue;
    const bytes = part.content();
    if (bytes.length < iconBytes) continue;
    const name = pictureName(part, members.length);
    const unique = used.has(name) ? `${members.length + 1}-${name}` : name;
    used.add(unique);
    members.push({ kind: 'member', name: unique, role: 'attachment', bytes });
  }
  return members;
}

/** Parts that the page shows by their id and that are not in the file. */
function missingParts(html: string, leaves: readonly MimePart[]): number {
  const ids = new Set(leaves.map((part) => part.contentId ?? ''));
  const wanted = new Set([...html.matchAll(/["'(]cid:([^"')\s>]{1,500})/gi)].map((found) => found[1] ?? ''));
  return [...wanted].filter((id) => !ids.has(id)).length;
}

function* warningsOf(page: ReadPage, words: PartWords, leaves: readonly MimePart[]): Iterable<string> {
  if (words.warning !== null) yield words.warning;
  yield* page.warnings;
  const missing = missingParts(words.html, leaves);
  if (missing > 0) yield `${missing} parts that the page refers to are not in the file.`;
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  const { root, warnings } = readMime(file.bytes, limits);
  for (const text of warnings) yield { kind: 'warning', text };
  const leaves = leavesOf(root);
  const main = mainPart(root, leaves);
  if (main === null) {
    throw new ReadRefusal(
      'No page was found in this file, only parts of one. It is kept; ask for the page to be saved again, or for a picture of it.',
    );
  }
  const words = wordsOf(main);
  const date = rawValue(root.headers, 'date');
  const page = pageItem({
    html: words.html,
    locator: 'whole page',
    url: headerValue(root.headers, 'snapshot-content-location') ?? locationOf(main),
    capturedAt: date === null ? null : mailMoment(date, context.zone),
    zone: context.zone,
    inside: new Set(leaves.flatMap((part) => [locationOf(part) ?? '', `cid:${part.contentId ?? ''}`])),
  });
  for (const text of warningsOf(page, words, leaves)) yield { kind: 'warning', text };
  const members = picturesOf(leaves);
  const item: ItemDraft = {
    ...page.item,
    title: page.item.title ?? headerValue(root.headers, 'subject'),
    text: `${page.item.text}${frameWords(leaves, main)}`.slice(0, limits.itemTextCharacters),
    attachments: members.flatMap((member) => (member.kind === 'member' ? [member.name] : [])),
    facts: [...page.item.facts, { label: 'Parts in the file', value: String(leaves.length) }],
  };
  yield { kind: 'item', item };
  yield* members;
}

/** A web page with its pictures in one file (MHTML), as Chrome, Internet Explorer and Word save it. */
export const mhtmlPage: Reader = {
  id: 'mhtml',
  version: 1,
  label: 'Web page in one file (MHTML)',
  source: 'https://www.rfc-editor.org/rfc/rfc2557',
  endings: ['.mhtml', '.mht'],
  detect,
  read,
};
