import { lookUp } from '../../look-up.ts';
import { noteField } from '../active-content.ts';
import { eventsOf, type Notes, type PartEvent } from '../parts.ts';

/** A change that the program kept track of. */
export interface TrackedChange {
  readonly kind: 'inserted' | 'deleted';
  readonly author: string | null;
  /** As written; Word writes the clock of the computer and puts a Z after it. */
  readonly date: string | null;
  readonly text: string;
}

/** The words of one story of a document (its body, a header, a comment…). */
export interface Story {
  readonly text: string;
  readonly changes: readonly TrackedChange[];
  /** Words marked as hidden, or smaller than can be seen. */
  readonly hidden: readonly string[];
  /** Words that each comment was put beside, by its id. */
  readonly commented: ReadonlyMap<string, string>;
  /** Ids of the ties of links and of contents that were put in whole. */
  readonly ties: readonly string[];
}

interface Change {
  readonly kind: TrackedChange['kind'];
  readonly author: string | null;
  readonly date: string | null;
  text: string;
}

interface State {
  text: string;
  deleted: number;
  readonly open: Change[];
  readonly changes: TrackedChange[];
  readonly hidden: string[];
  readonly starts: Map<string, number>;
  readonly commented: Map<string, string>;
  readonly ties: string[];
  inRun: boolean;
  hiddenRun: boolean;
  /** Whether letters belong to the words (inside `t` or `delText`) or to a field's instruction. */
  letters: 'words' | 'field' | null;
  field: string;
  /** Depth inside what is written twice for older programs. */
  skipped: number;
}

const off = /^(?:0|false|off|none)$/i;
const changing: Readonly<Record<string, TrackedChange['kind']>> = {
  ins: 'inserted',
  moveTo: 'inserted',
  del: 'deleted',
  moveFrom: 'deleted',
};

type Attributes = ReadonlyMap<string, string>;

/** The value of an attribute whatever its prefix is. */
function told(attributes: Attributes, local: string): string | null {
  for (const [name, value] of attributes) if (name === local || name.endsWith(`:${local}`)) return value;
  return null;
}

function add(state: State, words: string): void {
  for (const change of state.open) change.text += words;
  if (state.deleted > 0) return;
  if (state.hiddenRun) {
    const last = state.hidden.length - 1;
    if (last >= 0) state.hidden[last] += words;
    return;
  }
  state.text += words;
}

function openRunProperty(state: State, local: string, attributes: Attributes): void {
  if (!state.inRun) return;
  const value = told(attributes, 'val');
  const vanishes = local === 'vanish' && !(value !== null && off.test(value));
  // Letters of two points and less cannot be seen on paper or screen.
  const tiny = local === 'sz' && value !== null && Number(value) > 0 && Number(value) <= 4;
  if (!(vanishes || tiny) || state.hiddenRun) return;
  state.hiddenRun = true;
  state.hidden.push('');
}

function openElement(state: State, local: string, attributes: Attributes): void {
  const change = lookUp(changing, local);
  if (change !== undefined && !state.inRun) {
    state.open.push({ kind: change, author: told(attributes, 'author'), date: told(attributes, 'date'), text: '' });
    if (change === 'deleted') state.deleted += 1;
    return;
  }
  switch (local) {
    case 'r':
      state.inRun = true;
      state.hiddenRun = false;
      break;
    case 't':
    case 'delText':
      state.letters = 'words';
      break;
    case 'instrText':
    case 'delInstrText':
      state.letters = 'field';
      break;
    case 'tab':
    case 'ptab':
      // A tab stop of a paragraph's style bears the same name.
      if (state.inRun) add(state, '\t');
      break;
    case 'br':
    case 'cr':
      add(state, '\n');
      break;
    case 'noBreakHyphen':
      add(state, '-');
      break;
    case 'docPr': {
      const words = told(attributes, 'descr');
      if (words !== null && words !== '') add(state, `[${words}]`);
      break;
    }
    case 'commentRangeStart':
      state.starts.set(told(attributes, 'id') ?? '', state.text.length);
      break;
    case 'hyperlink':
    case 'altChunk': {
      const id = told(attributes, 'id');
      if (id !== null) state.ties.push(id);
      break;
    }
    case 'fldSimple':
      noteLater(state, told(attributes, 'instr') ?? '');
      break;
    default:
      openRunProperty(state, local, attributes);
  }
}

function noteLater(state: State, instruction: string): void {
  state.field += `${instruction}\n`;
}

function closeChange(state: State, kind: TrackedChange['kind']): void {
  const change = state.open.pop();
  if (kind === 'deleted') state.deleted -= 1;
  if (change !== undefined && change.text.trim() !== '') state.changes.push({ ...change, text: change.text.trim() });
}

function endLine(state: State, mark: string): void {
  if (state.text.endsWith('\n')) state.text = state.text.slice(0, -1);
  add(state, mark);
}

function closeElement(state: State, local: string): void {
  const change = lookUp(changing, local);
  if (change !== undefined && !state.inRun && state.open.at(-1)?.kind === change) {
    closeChange(state, change);
    return;
  }
  if (local === 'r') {
    state.inRun = false;
    state.hiddenRun = false;
  } else if (local === 't' || local === 'delText') state.letters = null;
  else if (local === 'instrText' || local === 'delInstrText') {
    state.letters = null;
    state.field += '\n';
  } else if (local === 'p') add(state, '\n');
  else if (local === 'tc') endLine(state, '\t');
  else if (local === 'tr') {
    if (state.text.endsWith('\t')) state.text = state.text.slice(0, -1);
    add(state, '\n');
  }
}

/** Notes the end of a comment's range, the words of which stand between it and its start. */
function endRange(state: State, id: string): void {
  const start = state.starts.get(id);
  if (start !== undefined) state.commented.set(id, state.text.slice(start).trim().slice(0, 500));
}

function take(state: State, event: PartEvent): void {
  if (event.kind !== 'text' && event.local === 'Fallback') state.skipped += event.kind === 'open' ? 1 : -1;
  if (state.skipped > 0) return;
  if (event.kind === 'close') closeElement(state, event.local);
  else if (event.kind === 'text') {
    if (state.letters === 'words') add(state, event.text);
    else if (state.letters === 'field') state.field += event.text;
  } else if (event.local === 'commentRangeEnd') endRange(state, told(event.attributes, 'id') ?? '');
  else openElement(state, event.local, event.attributes);
}

/** Reads one story of WordprocessingML (ECMA-376, part 1, 17); words written twice for older programs are taken once. */
export function readStory(xml: string, notes: Notes): Story {
  const state: State = {
    text: '',
    deleted: 0,
    open: [],
    changes: [],
    hidden: [],
    starts: new Map(),
    commented: new Map(),
    ties: [],
    inRun: false,
    hiddenRun: false,
    letters: null,
    field: '',
    skipped: 0,
  };
  for (const event of eventsOf(xml, notes)) take(state, event);
  for (const instruction of state.field.split('\n')) noteField(instruction, notes);
  const { changes, commented, ties } = state;
  const hidden = state.hidden.map((words) => words.trim()).filter((words) => words !== '');
  return { text: state.text.replace(/\n{3,}/g, '\n\n').trim(), changes, hidden, commented, ties };
}

/** Pieces of a part that holds many small stories (comments, footnotes): attributes and XML of each. */
export function piecesOf(xml: string, element: string): { readonly attributes: Attributes; readonly xml: string }[] {
  const pieces: { attributes: Attributes; xml: string }[] = [];
  const pattern = new RegExp(`<(?:\\w+:)?${element}\\b([^>]*)>`, 'g');
  for (const found of xml.matchAll(pattern)) {
    const head = found[1] ?? '';
    if (head.endsWith('/')) continue;
    const start = found.index + found[0].length;
    const close = new RegExp(`</(?:\\w+:)?${element}\\s*>`, 'g');
    close.lastIndex = start;
    const end = close.exec(xml)?.index ?? -1;
    const attributes = new Map(
      [...head.matchAll(/([\w:]+)\s*=\s*"([^"]*)"/g)].map((each) => [each[1] ?? '', each[2] ?? '']),
    );
    pieces.push({ attributes, xml: xml.slice(start, end < 0 ? xml.length : end) });
    if (end < 0) break;
  }
  return pieces;
}

/** The value of an attribute of a piece whatever its prefix is, or null. */
export const attributeOf = told;
