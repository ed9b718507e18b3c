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
import {
  eventsOf,
  type Notes,
  type PartEvent,
  partText,
  type Relationship,
  relationshipsOf,
} from './shared/office/parts.ts';
import { officeProperties } from './shared/office/properties.ts';
import { blankItem } from './shared/parties.ts';

function detect(peek: Peek): Detection {
  const slides = peek.inside.some((name) => /^\/?ppt\/presentation\.xml$/i.test(name));
  return slides
    ? { certainty: 'sure', because: 'It is a zip archive with the parts of a PowerPoint presentation.' }
    : notThis;
}

/** What the beginning or end of an element adds to the words: a line for each paragraph, descriptions of pictures. */
function markOf(event: Exclude<PartEvent, { kind: 'text' }>): string {
  if (event.kind === 'close') return event.local === 'p' || event.local === 'cm' ? '\n' : '';
  if (event.local === 'br') return '\n';
  const described = event.local === 'cNvPr' ? (event.attributes.get('descr') ?? '') : '';
  return described === '' ? '' : `[${described}]\n`;
}

/** Words of a slide, its notes or its comments. */
function wordsOf(xml: string, notes: Notes): string {
  let text = '';
  let letters = false;
  for (const event of eventsOf(xml, notes)) {
    if (event.kind === 'text') text += letters ? event.text : '';
    else if (event.local === 't' || event.local === 'text') letters = event.kind === 'open';
    else text += markOf(event);
  }
  return text.replace(/\n{2,}/g, '\n').trim();
}

/** The slides in the order in which they are shown; in that of their names where the presentation does not tell. */
async function slideParts(zip: ZipPackage, notes: Notes): Promise<readonly string[]> {
  const ties = await relationshipsOf(zip, 'ppt/presentation.xml', notes);
  noteExternal(ties, notes);
  const xml = await partText(zip, 'ppt/presentation.xml', notes);
  const ordered: string[] = [];
  for (const event of xml === null ? [] : eventsOf(xml, notes)) {
    if (event.kind !== 'open' || event.local !== 'sldId') continue;
    const id = event.attributes.get('r:id');
    const target = ties.find((tie) => tie.id === id && tie.type === 'slide')?.target;
    if (target !== undefined && !ordered.includes(target)) ordered.push(target);
  }
  const number = (name: string): number => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0);
  const all = zip.names.filter((name) => /^ppt\/slides\/[^/]+\.xml$/.test(name)).sort((a, b) => number(a) - number(b));
  // Slides that the presentation no longer shows lie in the file all the same.
  return [...ordered, ...all.filter((name) => !ordered.includes(name))].slice(0, limits.pdfPages);
}

interface Slide {
  readonly text: string;
  readonly hidden: boolean;
}

async function tiedWords(zip: ZipPackage, ties: readonly Relationship[], type: RegExp, notes: Notes): Promise<string> {
  const texts: string[] = [];
  for (const tie of ties.filter((each) => type.test(each.type) && !each.external)) {
    const xml = await partText(zip, tie.target, notes);
    if (xml !== null) texts.push(wordsOf(xml, notes));
  }
  return texts.filter((text) => text !== '').join('\n');
}

async function slideOf(zip: ZipPackage, part: string, number: number, notes: Notes): Promise<Slide | null> {
  const xml = await partText(zip, part, notes);
  if (xml === null) return null;
  const ties = await relationshipsOf(zip, part, notes);
  noteExternal(ties, notes);
  const hidden = /<(?:\w+:)?sld\b[^>]{0,4000}\bshow="(?:0|false)"/.test(xml.slice(0, 8000));
  const own = wordsOf(xml, notes);
  const drawn = await tiedWords(zip, ties, /^(?:diagramData|chart)$/, notes);
  const spoken = await tiedWords(zip, ties, /^notesSlide$/, notes);
  const remarks = await tiedWords(zip, ties, /^comments?$/, notes);
  const text = [
    `[Slide ${number}${hidden ? ', hidden' : ''}]`,
    own,
    drawn,
    spoken === '' ? '' : `[Notes]\n${spoken}`,
    remarks === '' ? '' : `[Comments]\n${remarks}`,
  ];
  return { text: text.filter((each) => each !== '').join('\n'), hidden };
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  const zip = await openPackage(file.bytes);
  if (zip === null) {
    throw new ReadRefusal(
      'The presentation is damaged: its table of contents is missing, as when a download was cut off. It is kept; ask for a new copy.',
    );
  }
  const notes: Notes = { warnings: new Set() };
  noteActive(zip, notes);
  const parts = await slideParts(zip, notes);
  const slides: Slide[] = [];
  for (const [index, part] of parts.entries()) {
    const slide = await slideOf(zip, part, index + 1, notes);
    if (slide === null) yield { kind: 'unreadable', where: `slide ${index + 1}`, because: 'it is missing or damaged' };
    else slides.push(slide);
  }
  yield { kind: 'facts', facts: { pages: parts.length } };
  const hidden = slides.filter((slide) => slide.hidden).length;
  if (hidden > 0) notes.warnings.add(`${hidden} slides are hidden when the presentation is shown; they are marked.`);
  if (slides.length === 0) notes.warnings.add('The presentation holds no slides.');
  const { title, createdAt, facts } = await officeProperties(zip, notes, context.zone);
  const { members, others } = await embeddedFiles(zip, /^ppt\/(?:media|embeddings)\//i);
  for (const text of notes.warnings) yield { kind: 'warning', text };
  const left =
    others.length === 0 ? [] : [{ label: 'Parts that were not taken out', value: others.slice(0, 20).join(', ') }];
  const item: ItemDraft = {
    ...blankItem('whole presentation', 'document'),
    title,
    sentAt: createdAt,
    text: slides
      .map((slide) => slide.text)
      .join('\n\n')
      .slice(0, limits.itemTextCharacters),
    attachments: memberNames(members),
    facts: [...facts, ...left],
  };
  yield { kind: 'item', item };
  yield* members;
}

/** A PowerPoint presentation: the words of its slides, notes and comments. */
export const pptxPresentation: Reader = {
  id: 'pptx',
  version: 1,
  label: 'PowerPoint presentation (.pptx)',
  source: 'https://ecma-international.org/publications-and-standards/standards/ecma-376/',
  endings: ['.pptx', '.pptm', '.ppsx', '.ppsm'],
  detect,
  read,
};
