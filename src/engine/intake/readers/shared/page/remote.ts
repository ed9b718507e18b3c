import { lookUp } from '../look-up.ts';
import { attribute, type Element } from './tree.ts';

/** What a page would have asked for from outside, had it been opened in a browser. */
export interface Remote {
  /** Names of servers, each once. */
  readonly hosts: Set<string>;
  /** Names of files that should lie in the page's own folder. */
  readonly beside: Set<string>;
  /** Addresses whose content lies in the capture itself, so that nobody is asked for it. */
  readonly inside: ReadonlySet<string>;
}

const loading: Readonly<Record<string, readonly string[]>> = {
  img: ['src', 'srcset', 'data-src', 'longdesc'],
  source: ['src', 'srcset'],
  script: ['src'],
  link: ['href', 'imagesrcset'],
  iframe: ['src'],
  frame: ['src'],
  embed: ['src'],
  object: ['data', 'codebase'],
  video: ['src', 'poster'],
  audio: ['src'],
  track: ['src'],
  input: ['src'],
  body: ['background'],
  table: ['background'],
  td: ['background'],
  form: ['action'],
  image: ['href', 'xlink:href'],
  use: ['href', 'xlink:href'],
  base: ['href'],
  applet: ['code', 'archive'],
};

const namingOnly = /^(?:canonical|alternate|shortlink|author|license|me|next|prev|amphtml|search|help)$/i;

function note(remote: Remote, written: string): void {
  const address = written.trim().replace(/[\t\r\n]/g, '');
  if (remote.inside.has(address)) return;
  const found = /^(?:[a-z][a-z0-9+.-]*:)?[\\/]{2}(?:[^/?#\\@]*@)?([^/?#\\:]+)/i.exec(address);
  if (found !== null) {
    const host = (found[1] ?? '').toLowerCase();
    if (!/^(?:file|data|blob|about)/i.test(address) && host !== '' && remote.hosts.size < 500) remote.hosts.add(host);
    return;
  }
  if (/^(?:[a-z][a-z0-9+.-]*:|#|$)/i.test(address)) return;
  if (remote.beside.size < 5000) remote.beside.add(address.split(/[?#]/, 1)[0] ?? '');
}

/** Addresses in a style sheet: `url(…)` and `@import "…"`. */
export function noteStyle(remote: Remote, style: string): void {
  for (const found of style
    .slice(0, 2_000_000)
    .matchAll(/url\(\s*["']?([^"')\s]{1,2000})|@import\s+["']([^"']{1,2000})/gi)) {
    note(remote, found[1] ?? found[2] ?? '');
  }
}

/** Addresses that the element itself makes a browser load; links that wait for a click are not among them. */
export function noteElement(remote: Remote, element: Element): void {
  const style = attribute(element, 'style');
  if (style !== null) noteStyle(remote, style);
  if (element.tagName === 'link' && namingOnly.test(attribute(element, 'rel') ?? '')) return;
  if (element.tagName === 'meta' && /^refresh$/i.test(attribute(element, 'http-equiv') ?? '')) {
    note(remote, /url\s*=\s*["']?([^"']+)/i.exec(attribute(element, 'content') ?? '')?.[1] ?? '');
  }
  for (const name of lookUp(loading, element.tagName) ?? []) {
    const value = attribute(element, name);
    if (value === null) continue;
    if (!name.endsWith('srcset')) note(remote, value);
    else for (const each of value.split(/,\s+/)) note(remote, each.trim().split(/\s/, 1)[0] ?? '');
  }
}
