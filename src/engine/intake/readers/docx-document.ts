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
import { noteActive, noteExternal } from './shared/office/active-content.ts';
import { embeddedFiles, memberNames } from './shared/office/members.ts';
import { type Notes, partText, type Relationship, relationshipsOf } from './shared/office/parts.ts';
import { officeProperties } from './shared/office/properties.ts';
import { attributeOf, piecesOf, readStory, type Story, type TrackedChange } from './shared/office/word/story.ts';
import { blankItem } from './shared/parties.ts';
import { decodeEntities } from './shared/xml/read-xml.ts';

function detect(peek: Peek): Detection {
  const word = peek.inside.some((name) => /^\/?word\/document\d*\.xml$/i.test(name));
  return word ? { certainty: 'sure', because: 'It is a zip archive with the parts of a Word document.' } : notThis;
}

/** A heading with what stands under it, or nothing where nothing does. */
function section(heading: string, lines: readonly string[]): string {
  const kept = lines.filter((line) => line.trim() !== '');
  return kept.length === 0 ? '' : `\n\n[${heading}]\n${kept.join('\n')}`;
}

const by = (author: string | null, date: string | null): string =>
  `${author === null || author === '' ? 'somebody who is not named' : author}${date === null ? '' : ` (${date})`}`;

function changeLine({ kind, author, date, text }: TrackedChange): string {
  return `${kind === 'inserted' ? 'Inserted' : 'Deleted'} by ${by(author, date)}: ${text}`;
}

interface Word {
  readonly zip: ZipPackage;
  readonly notes: Notes;
  readonly main: string;
  readonly ties: readonly Relationship[];
}

/** Stories of the parts that the document is tied to by this type; the same words twice are taken once. */
async function storiesOf({ zip, notes, ties }: Word, type: string): Promise<Story[]> {
  const stories: Story[] = [];
  for (const tie of ties.filter((each) => each.type === type && !each.external)) {
    const xml = await partText(zip, tie.target, notes);
    if (xml === null) continue;
    noteExternal(await relationshipsOf(zip, tie.target, notes), notes);
    const story = readStory(xml, notes);
    if (!stories.some((each) => each.text === story.text)) stories.push(story);
  }
  return stories;
}

async function notesOf({ zip, notes, ties }: Word, type: string, element: string): Promise<Story[]> {
  const target = ties.find((tie) => tie.type === type)?.target;
  const xml = target === undefined ? null : await partText(zip, target, notes);
  if (xml === null) return [];
  return piecesOf(xml, element).map((piece) => readStory(piece.xml, notes));
}

async function commentLines({ zip, notes, ties }: Word, body: Story): Promise<string[]> {
  const target = ties.find((tie) => tie.type === 'comments')?.target;
  const xml = target === undefined ? null : await partText(zip, target, notes);
  if (xml === null) return [];
  return piecesOf(xml, 'comment').map(({ attributes, xml: inner }) => {
    const about = body.commented.get(attributeOf(attributes, 'id') ?? '');
    const author = attributeOf(attributes, 'author');
    const who = by(author === null ? null : decodeEntities(author), attributeOf(attributes, 'date'));
    return `${who}${about === undefined || about === '' ? '' : ` on "${about}"`}: ${readStory(inner, notes).text}`;
  });
}

interface Read {
  readonly text: string;
  readonly changes: readonly TrackedChange[];
  readonly hidden: readonly string[];
  readonly comments: number;
}

async function wordsOf(word: Word, xml: string): Promise<Read> {
  const body = readStory(xml, word.notes);
  const headers = await storiesOf(word, 'header');
  const footers = await storiesOf(word, 'footer');
  const footnotes = await notesOf(word, 'footnotes', 'footnote');
  const endnotes = await notesOf(word, 'endnotes', 'endnote');
  const comments = await commentLines(word, body);
  const stories = [body, ...headers, ...footers, ...footnotes, ...endnotes];
  const changes = stories.flatMap((story) => story.changes);
  const hidden = stories.flatMap((story) => story.hidden);
  const texts = (from: readonly Story[]): string[] => from.map((story) => story.text);
  const text = [
    body.text,
    section('Page headers', texts(headers)),
    section('Page footers', texts(footers)),
    section('Footnotes', texts(footnotes)),
    section('Endnotes', texts(endnotes)),
    section('Comments', comments),
    section('Tracked changes', changes.map(changeLine)),
    section('Hidden text', hidden),
  ].join('');
  return { text: text.trim(), changes, hidden, comments: comments.length };
}

function* warningsOf({ changes, hidden, text }: Read): Iterable<string> {
  const deleted = changes.filter((change) => change.kind === 'deleted').length;
  const inserted = changes.length - deleted;
  if (changes.length > 0) {
    yield `The document keeps track of changes (${inserted} insertions, ${deleted} deletions); deleted words are kept at the end, with who deleted them.`;
  }
  if (hidden.length > 0) yield 'The document holds hidden text; it stands at the end of its words, marked as hidden.';
  if (text === '') yield 'The document holds no words.';
  if (text.length > limits.itemTextCharacters) yield 'Only the beginning of the document was read; it is too long.';
}

function factsOf(read: Read, ties: readonly Relationship[], others: readonly string[]): ItemDraft['facts'] {
  const links = [...new Set(ties.filter((tie) => tie.type === 'hyperlink').map((tie) => tie.target))];
  const authors = [...new Set(read.changes.flatMap((change) => change.author ?? []))];
  return [
    { label: 'Comments', value: read.comments === 0 ? '' : String(read.comments) },
    { label: 'Changes tracked by', value: authors.join(', ') },
    { label: 'Links', value: links.slice(0, 50).join(' ') },
    { label: 'Parts that were not taken out', value: others.slice(0, 20).join(', ') },
  ].filter((fact) => fact.value !== '');
}

async function opened(bytes: Uint8Array): Promise<ZipPackage> {
  const zip = await openPackage(bytes);
  if (zip !== null) return zip;
  throw new ReadRefusal(
    'The Word document is damaged: its table of contents is missing, as when a download was cut off. It is kept; ask for a new copy.',
  );
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  const zip = await opened(file.bytes);
  const notes: Notes = { warnings: new Set() };
  noteActive(zip, notes);
  const top = await relationshipsOf(zip, '', notes);
  const main = top.find((tie) => tie.type === 'officeDocument')?.target ?? 'word/document.xml';
  const xml = await partText(zip, main, notes);
  if (xml === null) {
    for (const text of notes.warnings) yield { kind: 'warning', text };
    throw new ReadRefusal('The words of the Word document are missing or damaged. It is kept; ask for a new copy.');
  }
  const ties = await relationshipsOf(zip, main, notes);
  noteExternal(ties, notes);
  noteExternal(await relationshipsOf(zip, 'word/settings.xml', notes), notes);
  const words = await wordsOf({ zip, notes, main, ties }, xml);
  const { title, createdAt, facts } = await officeProperties(zip, notes, context.zone);
  const { members, others } = await embeddedFiles(zip, /^word\/(?:media|embeddings)\/|\/afchunk/i);
  for (const text of [...notes.warnings, ...warningsOf(words)]) yield { kind: 'warning', text };
  const item: ItemDraft = {
    ...blankItem('whole document', 'document'),
    title,
    sentAt: createdAt,
    text: words.text.slice(0, limits.itemTextCharacters),
    attachments: memberNames(members),
    facts: [...facts, ...factsOf(words, ties, others)],
  };
  yield { kind: 'item', item };
  yield* members;
}

/** A Word document: words, notes, comments, tracked changes and hidden text. */
export const docxDocument: Reader = {
  id: 'docx',
  version: 1,
  label: 'Word document (.docx)',
  source: 'https://ecma-international.org/publications-and-standards/standards/ecma-376/',
  endings: ['.docx', '.docm', '.dotx', '.dotm'],
  detect,
  read,
};
