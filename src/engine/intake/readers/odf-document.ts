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
import { openPackage, type ZipPackage } from './shared/container/zip-package.ts';
import { lookUp } from './shared/look-up.ts';
import { embeddedFiles, memberNames } from './shared/office/members.ts';
import { openSheets } from './shared/office/open-sheets.ts';
import { type OpenWords, openWords } from './shared/office/open-text.ts';
import { type Notes, partText } from './shared/office/parts.ts';
import { labelled, propertyValues } from './shared/office/properties.ts';
import { isoMoment } from './shared/page/iso-moment.ts';
import { blankItem } from './shared/parties.ts';
import { tableItems } from './shared/table/table-items.ts';

/** The type stands plain at the start of the file, in an entry of its own. */
function typeIn(head: Uint8Array): string | null {
  const start = Buffer.from(head.subarray(0, 200)).toString('latin1');
  return (
    /mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation|graphics)/.exec(start)?.[1] ?? null
  );
}

const formats: Readonly<Record<string, string>> = {
  text: 'odt',
  spreadsheet: 'ods',
  presentation: 'odp',
  graphics: 'odg',
};

function detect(peek: Peek): Detection {
  const type = typeIn(peek.head);
  const because = 'It is a zip archive with the parts of an OpenDocument file.';
  if (type !== null) return { certainty: 'sure', because, format: lookUp(formats, type) ?? 'odt' };
  const parts = peek.inside.includes('content.xml') && peek.inside.includes('META-INF/manifest.xml');
  return parts ? { certainty: 'sure', because, format: 'odt' } : notThis;
}

const labels = [
  ['initial-creator', 'Author named in the file'],
  ['creator', 'Last changed by'],
  ['date', 'Changed at'],
  ['generator', 'Made with'],
  ['editing-cycles', 'Times saved'],
  ['subject', 'Subject'],
  ['description', 'Remarks in the file'],
  ['print-date', 'Last printed'],
] as const;

function section(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `\n\n[${heading}]\n${lines.join('\n')}`;
}

function wordsOf(body: OpenWords, pages: OpenWords | null): string {
  return [
    body.text,
    section('Page headers and footers', pages === null || pages.text === '' ? [] : [pages.text]),
    section('Footnotes', body.notes),
    section('Comments', body.comments),
    section('Tracked changes', body.changes),
    section('Hidden text', body.hidden),
  ]
    .join('')
    .trim();
}

function* warningsOf(body: OpenWords, text: string): Iterable<string> {
  if (body.changes.length > 0) {
    yield `The document keeps track of changes; ${body.changes.length} passages that were deleted or changed are kept at the end, with who did it.`;
  }
  if (body.hidden.length > 0)
    yield 'The document holds hidden text; it stands at the end of its words, marked as hidden.';
  if (text === '') yield 'The document holds no words.';
}

/** Page headers and footers stand among the master pages of the styles; the styles themselves are no words. */
async function pageWords(zip: ZipPackage, notes: Notes): Promise<OpenWords | null> {
  const xml = await partText(zip, 'styles.xml', notes);
  const at = xml?.indexOf('<office:master-styles') ?? -1;
  const end = xml?.indexOf('</office:master-styles>') ?? -1;
  return xml === null || at < 0 || end < at ? null : openWords(xml.slice(at, end + 23), notes);
}

async function checkedManifest(zip: ZipPackage, notes: Notes): Promise<boolean> {
  const xml = (await partText(zip, 'META-INF/manifest.xml', notes)) ?? '';
  return /<(?:\w+:)?encryption-data\b/.test(xml);
}

async function opened(bytes: Uint8Array): Promise<ZipPackage> {
  const zip = await openPackage(bytes);
  if (zip !== null) return zip;
  throw new ReadRefusal(
    'The document is damaged: its table of contents is missing, as when a download was cut off. It is kept; ask for a new copy.',
  );
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  const zip = await opened(file.bytes);
  const notes: Notes = { warnings: new Set() };
  if (await checkedManifest(zip, notes)) {
    yield { kind: 'facts', facts: { encrypted: true } };
    throw new ReadRefusal(
      'The document is encrypted and opens only with a password. It is kept; ask whoever handed it over for the password or for a copy without one.',
    );
  }
  const xml = await partText(zip, 'content.xml', notes);
  if (xml === null) {
    for (const text of notes.warnings) yield { kind: 'warning', text };
    throw new ReadRefusal('The words of the document are missing or damaged. It is kept; ask for a new copy.');
  }
  if (
    zip.names.some(
      (name) => /^(?:Basic|Scripts)\/.+\.(?:xba|xml|py|js|bsh)$/i.test(name) && !/script-l[bc]\.xml$/i.test(name),
    )
  ) {
    notes.warnings.add('The file holds macros (small programs); they were not run.');
  }
  if (zip.broken) notes.warnings.add('The table of contents of the file is damaged; parts of it may be missing.');
  const meta = await propertyValues(zip, 'meta.xml', notes);
  const { members } = await embeddedFiles(zip, /^(?:Pictures|Media)\//i);
  const created = meta.get('creation-date');
  const whole: ItemDraft = {
    ...blankItem('whole document', 'document'),
    title: meta.get('title') ?? null,
    sentAt: created === undefined ? null : isoMoment(created, context.zone, 'container'),
    attachments: memberNames(members),
    facts: labelled(meta, labels),
  };
  if (typeIn(file.bytes) === 'spreadsheet') {
    const { comments } = openWords(xml, notes);
    const tables = openSheets(xml, notes);
    for (const text of notes.warnings) yield { kind: 'warning', text };
    yield* tableItems(tables, whole, context.zone, section('Comments', comments).trim());
  } else {
    const body = openWords(xml, notes);
    const text = wordsOf(body, await pageWords(zip, notes));
    for (const warning of [...notes.warnings, ...warningsOf(body, text)]) yield { kind: 'warning', text: warning };
    yield { kind: 'item', item: { ...whole, text: text.slice(0, limits.itemTextCharacters) } };
  }
  yield* members;
}

/** An OpenDocument text, presentation or spreadsheet, as LibreOffice writes them. */
export const odfDocument: Reader = {
  id: 'odf',
  version: 1,
  label: 'OpenDocument file (.odt, .ods, .odp)',
  source: 'https://docs.oasis-open.org/office/OpenDocument/v1.3/',
  endings: ['.odt', '.ods', '.odp', '.odg', '.ott', '.ots'],
  detect,
  read,
};
