import type { ItemDraft } from '../../../contract/item.ts';
import type { Moment } from '../../../contract/moment.ts';
import { limits } from '../limits.ts';
import {
  type Detection,
  notThis,
  type Peek,
  type ReadContext,
  type Reader,
  type SourceFile,
  type Yielded,
} from './reader.ts';
import { htmlToText } from './shared/html-text.ts';
import { floatingMoment } from './shared/moments.ts';
import { noteField } from './shared/office/active-content.ts';
import type { Notes } from './shared/office/parts.ts';
import { blankItem } from './shared/parties.ts';
import { type RtfDocument, readRtfDocument } from './shared/rtf/rtf-document.ts';
import { readRtf } from './shared/rtf/rtf-page.ts';

function detect(peek: Peek): Detection {
  const start = Buffer.from(peek.head.subarray(0, 64))
    .toString('latin1')
    .replace(/^(?:\u00ef\u00bb\u00bf)?\s*/, '');
  return /^\{\\rtf/.test(start)
    ? { certainty: 'sure', because: 'It begins with the mark of a rich text document.' }
    : notThis;
}

function section(heading: string, lines: readonly string[]): string {
  const kept = lines.filter((line) => line.trim() !== '');
  return kept.length === 0 ? '' : `\n\n[${heading}]\n${kept.join('\n')}`;
}

const tidy = (text: string): string =>
  text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

function wordsOf(document: RtfDocument, bytes: Uint8Array): string {
  // A text that was a page before keeps the page inside; it says more than the words made from it.
  const page = document.fromHtml ? readRtf(bytes).html : null;
  const body = page === null ? tidy(document.body) : htmlToText(page);
  const deleted = document.deleted.map(({ by, text }) => {
    const name = document.reviewers[by] ?? '';
    return `Deleted by ${name === '' || name === 'Unknown' ? 'somebody who is not named' : name}: ${text.trim()}`;
  });
  return [
    body,
    section('Page headers and footers', [tidy(document.pages)]),
    section('Footnotes', document.notes),
    section('Comments', document.comments),
    section('Tracked changes', deleted),
    section('Hidden text', [document.hidden.join('').trim()]),
  ].join('');
}

function createdAt({ created }: RtfDocument, zone: string | null): Moment | null {
  const figure = (name: string): number => created.get(name) ?? 0;
  if (figure('yr') === 0) return null;
  const pad = (value: number): string => String(value).padStart(2, '0');
  const asWritten = `${figure('yr')}-${pad(figure('mo'))}-${pad(figure('dy'))} ${pad(figure('hr'))}:${pad(figure('min'))}`;
  const clock = {
    year: figure('yr'),
    month: figure('mo'),
    day: figure('dy'),
    hour: figure('hr'),
    minute: figure('min'),
    second: null,
  };
  const moment = floatingMoment(asWritten, [clock], { zone, basis: 'container' });
  return moment.local === null ? null : moment;
}

function* warningsOf(document: RtfDocument, text: string): Iterable<string> {
  const notes: Notes = { warnings: new Set() };
  for (const field of document.fields.split('\n')) noteField(field, notes);
  yield* notes.warnings;
  if (!document.closed) yield 'The document ends before its parts are closed; it may be cut off.';
  if (document.pictures > 0) {
    const what = document.pictures === 1 ? '1 picture' : `${document.pictures} pictures`;
    yield `The document shows ${what}; they were not read. Look at it with a program that opens it.`;
  }
  if (document.objects > 0) {
    yield `The document holds ${document.objects} objects of other programs; they were not opened or run.`;
  }
  if (document.deleted.length > 0)
    yield 'The document keeps words that were deleted while changes were tracked; they stand at the end.';
  if (document.hidden.join('').trim() !== '')
    yield 'The document holds hidden text; it stands at the end of its words, marked as hidden.';
  if (text.trim() === '') yield 'The document holds no words.';
}

function factsOf({ info, fields }: RtfDocument): ItemDraft['facts'] {
  const labels = [
    ['author', 'Author named in the file'],
    ['operator', 'Last changed by'],
    ['company', 'Company named in the file'],
    ['subject', 'Subject'],
    ['doccomm', 'Remarks in the file'],
  ] as const;
  const links = [...fields.matchAll(/HYPERLINK\s+"([^"\n]{1,2000})"/gi)].map((found) => found[1] ?? '');
  const told = labels.flatMap(([name, label]) => {
    const value = info.get(name) ?? '';
    return value === '' ? [] : [{ label, value }];
  });
  return links.length === 0 ? told : [...told, { label: 'Links', value: links.slice(0, 50).join(' ') }];
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  const document = readRtfDocument(file.bytes);
  const text = wordsOf(document, file.bytes);
  for (const warning of warningsOf(document, text)) yield { kind: 'warning', text: warning };
  const title = document.info.get('title') ?? '';
  const item: ItemDraft = {
    ...blankItem('whole document', 'document'),
    title: title === '' ? null : title,
    sentAt: createdAt(document, context.zone),
    text: text.slice(0, limits.itemTextCharacters),
    facts: factsOf(document),
  };
  yield { kind: 'item', item };
}

/** A rich text document, as WordPad, TextEdit and older Word write it. */
export const rtfDocument: Reader = {
  id: 'rtf',
  version: 1,
  label: 'Rich text document (.rtf)',
  source: 'https://interoperability.blob.core.windows.net/files/Archive_References/%5bMSFT-RTF%5d.pdf',
  endings: ['.rtf'],
  detect,
  read,
};
