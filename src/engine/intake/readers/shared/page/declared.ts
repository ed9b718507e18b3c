import { attribute, type Element, lettersIn } from './tree.ts';

/** What a page says of itself in its head. */
export interface Declared {
  title: string | null;
  canonical: string | null;
  /** Values of `meta` elements by lower-case name or property; the first one counts. */
  readonly meta: Map<string, string>;
  /** Values found in the page's data for search engines (JSON-LD). */
  readonly data: Map<string, string>;
}

export function nothingDeclared(): Declared {
  return { title: null, canonical: null, meta: new Map(), data: new Map() };
}

function keep(into: Map<string, string>, name: string, value: unknown): void {
  if (typeof value === 'string' && value.trim() !== '' && !into.has(name)) into.set(name, value.trim().slice(0, 1000));
}

function nameOf(value: unknown): unknown {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === 'object' && one !== null ? Reflect.get(one, 'name') : one;
}

/** Takes date, author and heading of the first thing that the data describes; what is no JSON is passed over. */
function readData(declared: Declared, text: string): void {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return;
  }
  const queue: unknown[] = [parsed];
  for (let count = 0; queue.length > 0 && count < 500; count += 1) {
    const value = queue.shift();
    if (Array.isArray(value)) queue.push(...value.slice(0, 200));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    for (const name of ['datePublished', 'dateModified', 'uploadDate', 'headline'])
      keep(declared.data, name, Reflect.get(value, name));
    keep(declared.data, 'author', nameOf(Reflect.get(value, 'author')));
    queue.push(Reflect.get(value, '@graph'), Reflect.get(value, 'mainEntity'));
  }
}

function noteTime(declared: Declared, element: Element): void {
  const dates = /datePublished/i.test(attribute(element, 'itemprop') ?? '') || attribute(element, 'pubdate') !== null;
  if (dates) keep(declared.data, 'datePublished', attribute(element, 'datetime'));
}

function noteMeta(declared: Declared, element: Element): void {
  const name = attribute(element, 'property') ?? attribute(element, 'name') ?? attribute(element, 'itemprop');
  if (name !== null) keep(declared.meta, name.toLowerCase(), attribute(element, 'content'));
}

function noteScript(declared: Declared, element: Element): void {
  if (!/ld\+json/i.test(attribute(element, 'type') ?? '')) return;
  const [child] = element.childNodes;
  if (child !== undefined && 'value' in child && child.value.length < 2_000_000) readData(declared, child.value);
}

/** Notes what one element declares; elements that declare nothing are passed over. */
export function noteDeclared(declared: Declared, element: Element): void {
  const tag = element.tagName;
  if (tag === 'meta') noteMeta(declared, element);
  else if (tag === 'script') noteScript(declared, element);
  else if (tag === 'time') noteTime(declared, element);
  else if (tag === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attribute(element, 'rel') ?? '')) {
    declared.canonical ??= attribute(element, 'href');
  } else if (tag === 'title' && element.namespaceURI.endsWith('xhtml')) {
    declared.title ??= lettersIn(element, 1000) || null;
  }
}

const publishedNames = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'date',
  'pubdate',
  'publishdate',
  'publish-date',
  'dc.date.issued',
  'dc.date',
  'dcterms.date',
  'dcterms.created',
  'parsely-pub-date',
  'sailthru.date',
];

/** When the page says that it was published, in its own words; null where it does not say. */
export function publishedOf({ meta, data }: Declared): string | null {
  const named = publishedNames.map((name) => meta.get(name)).find((value) => value !== undefined);
  return named ?? data.get('datePublished') ?? data.get('uploadDate') ?? null;
}

/** Who the page says wrote it; addresses of profiles are no names and are left out. */
export function authorOf({ meta, data }: Declared): string | null {
  const named = [meta.get('author'), meta.get('article:author'), data.get('author')];
  return named.find((value) => value !== undefined && !/^https?:/i.test(value)) ?? null;
}
