import { parse } from 'parse5';
import { htmlToText, textOfNodes } from '../html-text.ts';
import { epochMoment } from '../moments.ts';
import { type Declared, noteDeclared, nothingDeclared } from './declared.ts';
import { type Hiding, hidingNames, isHidden } from './hidden.ts';
import { noteElement, noteStyle, type Remote } from './remote.ts';
import { attribute, type Element, isElement, isTemplate, lettersIn, type Node, walk } from './tree.ts';

/** A page taken apart; nothing of it was run, styled or fetched. */
export interface PageContent {
  /** The words that a browser would show, line by line. */
  readonly text: string;
  /** Words that the page carries and a browser would not show. */
  readonly hidden: string;
  readonly declared: Declared;
  /** Comments of programs that saved the page. */
  readonly comments: readonly string[];
  readonly remote: Remote;
  /** Scripts and event handlers, none of which was run. */
  readonly scripts: number;
  /** Pictures that lie in the page itself, as `data:` addresses. */
  readonly pictures: readonly string[];
}

interface Reading {
  readonly declared: Declared;
  readonly comments: string[];
  readonly remote: Remote;
  readonly styles: string[];
  readonly hidden: string[];
  readonly pictures: string[];
  scripts: number;
  frames: number;
}

/** Frames in frames beyond these are not opened; real pages have one or two. */
const mostFrames = 50;

const running = /^(?:$|text\/javascript|application\/(?:x-)?javascript|module|text\/ecmascript|text\/vbscript)/i;

function textNode(parent: Element, value: string): Node {
  return { nodeName: '#text', parentNode: parent, value };
}

/** An element becomes a plain one that shows these nodes. */
function becomeShown(element: Element, children: readonly Node[]): void {
  element.tagName = 'div';
  element.nodeName = 'div';
  element.childNodes = [...children];
}

function noteScripts(reading: Reading, element: Element): void {
  if (element.tagName === 'script' && running.test(attribute(element, 'type') ?? '')) reading.scripts += 1;
  for (const { name, value } of element.attrs) {
    if (name.startsWith('on') || /^\s*javascript:/i.test(value)) reading.scripts += 1;
  }
}

/** The exact time that pages keep behind words like "3 h": `datetime`, a `title` with a time, Facebook's `data-utime`. */
function exactTime(element: Element): string | null {
  const counted = attribute(element, 'data-utime');
  if (counted !== null && /^\d{9,11}$/.test(counted)) {
    return epochMoment(counted, Number(counted) * 1000)?.instant ?? null;
  }
  const datetime = element.tagName === 'time' ? attribute(element, 'datetime') : null;
  if (datetime !== null && /\d{4}/.test(datetime)) return datetime.trim().slice(0, 100);
  const title = attribute(element, 'title');
  return title !== null && title.length < 100 && /\d{1,2}:\d{2}/.test(title) && /\d{4}/.test(title) ? title : null;
}

function showTime(element: Element): void {
  const time = exactTime(element);
  if (time === null || lettersIn(element, 500).includes(time)) return;
  element.childNodes.push(textNode(element, ` (${time})`));
}

function showField(element: Element): void {
  if (element.tagName === 'textarea') becomeShown(element, element.childNodes);
  else if (element.tagName === 'input' && /^(?:text|search|email|url|tel)?$/i.test(attribute(element, 'type') ?? '')) {
    const value = attribute(element, 'value') ?? '';
    if (value !== '') becomeShown(element, [textNode(element, value)]);
  }
}

/** First round: everything is noted, frames and shadow trees are laid open in their place. */
function gather(reading: Reading, node: Node): boolean {
  if (node.nodeName === '#comment' && 'data' in node) {
    if (reading.comments.length < 20 && /saved|singlefile|archived|captured/i.test(node.data))
      reading.comments.push(node.data.trim().slice(0, 2000));
    return false;
  }
  if (!isElement(node)) return false;
  noteScripts(reading, node);
  noteElement(reading.remote, node);
  noteDeclared(reading.declared, node);
  if (node.tagName === 'style') {
    const style = node.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
    reading.styles.push(style);
    noteStyle(reading.remote, style);
  }
  const picture = node.tagName === 'img' ? (attribute(node, 'src') ?? '') : '';
  if (/^data:image\/(?:png|jpe?g|webp|gif)[;,]/i.test(picture)) reading.pictures.push(picture);
  layOpen(reading, node);
  showTime(node);
  showField(node);
  return true;
}

function layOpen(reading: Reading, node: Element): void {
  const inner = node.tagName === 'iframe' ? attribute(node, 'srcdoc') : null;
  if (inner !== null && reading.frames < mostFrames) {
    reading.frames += 1;
    becomeShown(node, parse(inner).childNodes);
  } else if (isTemplate(node)) {
    const shadow = attribute(node, 'shadowrootmode') ?? attribute(node, 'shadowroot') ?? attribute(node, 'shadowmode');
    if (shadow !== null) becomeShown(node, node.content.childNodes);
    else reading.hidden.push(textOfNodes(node.content.childNodes));
  } else if (node.tagName === 'noscript') {
    reading.hidden.push(htmlToText(node.childNodes.map((child) => ('value' in child ? child.value : '')).join('')));
  }
}

/** Second round: what no browser shows is taken out of the tree and kept apart. */
function takeOutHidden(reading: Reading, hiding: Hiding, node: Node): boolean {
  if (!isElement(node)) return false;
  // Pages hide themselves whole until their script has run; their words are what the page shows then.
  if (node.tagName === 'html' || node.tagName === 'body' || !isHidden(node, hiding)) return true;
  reading.hidden.push(textOfNodes([node]));
  node.childNodes = [];
  return false;
}

/**
 * Takes a page apart into shown words, hidden words and what it says of itself.
 * @param inside addresses whose content lies in the same capture
 */
export function readPage(html: string, inside: ReadonlySet<string> = new Set()): PageContent {
  const reading: Reading = {
    declared: nothingDeclared(),
    comments: [],
    remote: { hosts: new Set(), beside: new Set(), inside },
    styles: [],
    hidden: [],
    pictures: [],
    scripts: 0,
    frames: 0,
  };
  const root = parse(html);
  walk(root, (node) => gather(reading, node));
  const hiding = hidingNames(reading.styles);
  walk(root, (node) => takeOutHidden(reading, hiding, node));
  const hidden = [...new Set(reading.hidden.map((each) => each.trim()).filter((each) => each !== ''))];
  const { declared, comments, remote, scripts, pictures } = reading;
  return {
    text: textOfNodes(root.childNodes),
    hidden: hidden.join('\n'),
    declared,
    comments,
    remote,
    scripts,
    pictures,
  };
}
