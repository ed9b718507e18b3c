import { parseFragment } from 'parse5';
import { textOfNodes } from '../html-text.ts';
import { attribute, type Element, isElement, type Node, walk } from '../page/tree.ts';
import type { Told } from './told.ts';

/** One piece of a large page: what lies between one mark and the next. */
export interface Piece {
  /** 1-based count of the pieces. */
  readonly number: number;
  readonly html: string;
}

/**
 * Cuts a page at each mark, so that a chat of many megabytes is taken apart message by message and never as one tree.
 * What stands before the first mark is `before`.
 */
export function cutAt(html: string, mark: RegExp): { readonly before: string; readonly pieces: Iterable<Piece> } {
  const first = html.search(mark);
  const global = new RegExp(mark.source, `${mark.flags.replace('g', '')}g`);
  function* pieces(): Generator<Piece> {
    if (first < 0) return;
    global.lastIndex = first;
    let number = 0;
    let at = first;
    global.exec(html);
    while (at >= 0) {
      const next = global.exec(html);
      const end = next === null ? html.length : next.index;
      number += 1;
      yield { number, html: html.slice(at, end) };
      at = next === null ? -1 : end;
    }
  }
  return { before: first < 0 ? html : html.slice(0, first), pieces: pieces() };
}

/** A part of a page taken apart. Nothing in it is run or asked for. */
export interface Tree {
  readonly childNodes: Node[];
}

export const treeOf = (html: string): Tree => parseFragment(html);

const classesOf = (element: Element): readonly string[] => (attribute(element, 'class') ?? '').split(/\s+/);

/** Whether the element bears all the classes. */
export const bears = (element: Element, ...classes: readonly string[]): boolean => {
  const own = classesOf(element);
  return classes.every((each) => own.includes(each));
};

/** All elements that the test takes, in the order of the page; with `inside: false` not those inside one that was taken. */
export function findAll(root: Tree | Element, test: (element: Element) => boolean, inside = true): Element[] {
  const found: Element[] = [];
  walk({ ...root, nodeName: '#document-fragment' }, (node) => {
    if (!isElement(node) || !test(node)) return true;
    found.push(node);
    return inside;
  });
  return found;
}

export function find(root: Tree | Element, test: (element: Element) => boolean): Element | null {
  return findAll(root, test)[0] ?? null;
}

export const byClass = (root: Tree | Element, ...classes: readonly string[]): Element | null =>
  find(root, (element) => bears(element, ...classes));

/** The words of an element, line by line. */
export const wordsOf = (element: Element | null): string => (element === null ? '' : textOfNodes(element.childNodes));

/** Names of files that pictures, films, sounds and links of an element point to inside the export. */
export function filesIn(root: Tree | Element): string[] {
  const names: string[] = [];
  for (const element of findAll(root, (each) => /^(?:img|video|audio|source|a)$/.test(each.tagName))) {
    const target = attribute(element, element.tagName === 'a' ? 'href' : 'src');
    if (target === null || target === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(target)) continue;
    if (element.tagName === 'a' && !/\.\w{1,5}$/.test(target)) continue;
    if (!names.includes(target)) names.push(target);
  }
  return names;
}

/** Names of servers that a page would have asked when opened, each once; at most 500. */
function remoteHosts(html: string): string[] {
  const hosts = new Set<string>();
  for (const found of html.matchAll(
    /(?:\b(?:src|poster|data-src)\s*=\s*["']?|url\(\s*["']?|<link\b[^>]{0,300}?\bhref\s*=\s*["']?)(?:https?:)?\/\/([^/"'?#\s>:)]{1,253})/gi,
  )) {
    if (hosts.size >= 500) break;
    hosts.add((found[1] ?? '').toLowerCase());
  }
  return [...hosts];
}

/** The servers that a page would have asked, as something to tell of the whole file. */
export function* blockedHosts(html: string): Generator<Told> {
  const hosts = remoteHosts(html);
  if (hosts.length === 0) return;
  const value = `from ${hosts.length} servers: ${hosts.slice(0, 40).join(', ')}`;
  yield { kind: 'about', label: 'Remote content that was blocked', value };
}
