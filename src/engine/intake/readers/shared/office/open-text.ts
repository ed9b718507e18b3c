import { lookUp } from '../look-up.ts';
import { eventsOf, type Notes, type PartEvent } from './parts.ts';

/** The words of an OpenDocument text or presentation, and what stands apart from them. */
export interface OpenWords {
  readonly text: string;
  readonly notes: readonly string[];
  readonly comments: readonly string[];
  readonly changes: readonly string[];
  readonly hidden: readonly string[];
}

type Attributes = ReadonlyMap<string, string>;

/** Where letters go at the moment: into the words, or into something that is gathered apart. */
interface Place {
  readonly element: string;
  readonly kind: 'words' | 'note' | 'comment' | 'change' | 'hidden' | 'nowhere';
  text: string;
  author: string;
  date: string;
  change: string;
}

interface State {
  readonly places: Place[];
  readonly found: { notes: string[]; comments: string[]; changes: string[]; hidden: string[] };
  readonly hiddenStyles: ReadonlySet<string>;
  field: 'author' | 'date' | null;
}

const apart: Readonly<Record<string, Place['kind']>> = {
  'text:note-body': 'note',
  'office:annotation': 'comment',
  'text:changed-region': 'change',
  'text:note-citation': 'nowhere',
  'text:hidden-text': 'hidden',
  'text:hidden-paragraph': 'hidden',
  'text:tracked-changes': 'nowhere',
  'text:sequence-decls': 'nowhere',
  'text:index-title-template': 'nowhere',
  'svg:title': 'nowhere',
  'office:forms': 'nowhere',
};

const newPlace = (element: string, kind: Place['kind']): Place => ({
  element,
  kind,
  text: '',
  author: '',
  date: '',
  change: '',
});

function top(state: State): Place {
  const last = state.places.at(-1);
  return last ?? newPlace('', 'nowhere');
}

const by = ({ author, date }: Place): string =>
  `${author === '' ? 'somebody who is not named' : author}${date === '' ? '' : ` (${date})`}`;

function leave(state: State): void {
  const place = state.places.pop();
  const words = place?.text.trim() ?? '';
  if (place === undefined || words === '') return;
  if (place.kind === 'note') state.found.notes.push(words);
  else if (place.kind === 'hidden') state.found.hidden.push(words);
  else if (place.kind === 'comment') state.found.comments.push(`${by(place)}: ${words}`);
  else if (place.kind === 'change') {
    state.found.changes.push(`${place.change === 'deletion' ? 'Deleted' : 'Changed'} by ${by(place)}: ${words}`);
  }
}

const count = (attributes: Attributes, name: string): number =>
  Math.max(1, Math.min(1000, Number(attributes.get(name) ?? 1) || 1));

function openElement(state: State, name: string, attributes: Attributes): void {
  const kind = lookUp(apart, name);
  if (kind !== undefined) {
    state.places.push(newPlace(name, kind));
    return;
  }
  const place = top(state);
  if (state.hiddenStyles.has(attributes.get('text:style-name') ?? '') && name !== 'text:list') {
    state.places.push(newPlace(name, 'hidden'));
    return;
  }
  if (name === 'text:s') place.text += ' '.repeat(count(attributes, 'text:c'));
  else if (name === 'text:tab') place.text += '\t';
  else if (name === 'text:line-break') place.text += '\n';
  else if (name === 'text:deletion' || name === 'text:insertion') place.change = name.slice(5);
  else if (name === 'dc:creator') state.field = 'author';
  else if (name === 'dc:date') state.field = 'date';
  else if (name === 'draw:page') place.text += `\n[Slide ${attributes.get('draw:name') ?? ''}]\n`;
}

/** A cell ends with a tab instead of the line end of its last paragraph, a row with a line end. */
function closeElement(state: State, name: string): void {
  const place = top(state);
  state.field = null;
  if (name === 'text:p' || name === 'text:h') place.text += '\n';
  else if (name === 'table:table-cell')
    place.text = `${place.text.endsWith('\n') ? place.text.slice(0, -1) : place.text}\t`;
  else if (name === 'table:table-row')
    place.text = `${place.text.endsWith('\t') ? place.text.slice(0, -1) : place.text}\n`;
  if (place.element === name && state.places.length > 1) leave(state);
}

function take(state: State, event: PartEvent): void {
  if (event.kind === 'open') openElement(state, event.name, event.attributes);
  else if (event.kind === 'close') closeElement(state, event.name);
  else if (state.field === 'author') top(state).author += event.text;
  else if (state.field === 'date') top(state).date += event.text;
  else top(state).text += event.text.replace(/[\t\r\n ]+/g, ' ');
}

/** Names of styles whose letters are not shown. */
function hiddenStyles(xml: string, notes: Notes): ReadonlySet<string> {
  const names = new Set<string>();
  let style = '';
  for (const event of eventsOf(xml, notes)) {
    if (event.kind !== 'open') continue;
    if (event.name === 'style:style') style = event.attributes.get('style:name') ?? '';
    const display = event.name === 'style:text-properties' ? event.attributes.get('text:display') : undefined;
    if (display === 'none' || display === 'true') names.add(style);
    // Only what stands before the words defines their styles.
    if (event.name === 'office:body') break;
  }
  names.delete('');
  return names;
}

/** Reads the words of an OpenDocument part (content.xml, or the page headers and footers of styles.xml). */
export function openWords(xml: string, notes: Notes): OpenWords {
  const state: State = {
    places: [newPlace('', 'words')],
    found: { notes: [], comments: [], changes: [], hidden: [] },
    hiddenStyles: hiddenStyles(xml, notes),
    field: null,
  };
  for (const event of eventsOf(xml, notes)) take(state, event);
  while (state.places.length > 1) leave(state);
  const text = top(state)
    .text.replace(/\n{3,}/g, '\n\n')
    .replace(/^ +| +$/gm, '')
    .trim();
  return { text, ...state.found };
}
